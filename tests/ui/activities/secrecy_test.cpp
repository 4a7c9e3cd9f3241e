// What one seat answered, sorted or wrote is in no other seat's view before it is shown, and nobody's single answer is
// in a distribution.
#include "ui/activities/session_desk.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace sonae;
using namespace sonae::ui;
using namespace sonae::workshop;
using test::Part;
using test::SessionDesk;

namespace {

// Every text and figure of a view, in a fixed order.
class Words {
  public:
    template <class... Parts>
    Words& add(const Parts&... parts)
    {
        (put(parts), ...);
        return *this;
    }
    bool operator==(const Words&) const = default;
    bool tell(std::string_view words) const
    {
        return std::any_of(all.begin(), all.end(),
                           [&](const std::string& each) { return each.find(words) != each.npos; });
    }
    std::vector<std::string> all;

  private:
    void put(const std::string& words) { all.push_back(words); }
    void put(std::int64_t number) { all.push_back(std::to_string(number)); }
};

void add(Words& words, const SealView& seal) { words.add(seal.exists, seal.shown, seal.words, seal.why_not); }

Words words_of(const QuestionnaireView& view)
{
    Words words;
    words.add(view.title, view.seat, view.personal, view.why_not);
    for (const AskedRoundView& round : view.rounds)
        words.add(round.label, round.progress, round.score, round.unknown, round.mean);
    for (const QuestionView& question : view.questions)
        for (const QuestionRoundView& round : question.rounds) {
            words.add(question.text, round.chosen, round.waits);
            for (const int count : round.counts) words.add(count);
        }
    add(words, view.seal);
    return words;
}

Words words_of(const BoardView& view)
{
    Words words;
    words.add(view.why_not, view.budget.words, view.budget.spent);
    for (const CardView& card : view.cards) words.add(card.name, card.text, card.facts, card.stale, card.seats);
    for (const PlaceView& place : view.places) {
        words.add(place.name, place.count, place.over);
        for (const std::size_t card : place.cards) words.add(static_cast<std::int64_t>(card));
    }
    for (const GapView& open : view.gaps) words.add(open.name, open.text);
    add(words, view.seal);
    return words;
}

Words words_of(const PromptsView& view)
{
    Words words;
    for (const PromptView& prompt : view.prompts) {
        words.add(prompt.text, prompt.whose, prompt.nobody, prompt.why_not);
        for (const NoteView& note : prompt.notes) words.add(note.note, note.written, note.text);
        for (const SeatNotesView& seat : prompt.seats) {
            words.add(seat.seat);
            for (const std::string& note : seat.notes) words.add(note);
        }
    }
    add(words, view.seal);
    return words;
}

void write(SessionDesk& desk, int seat, const std::string& words)
{
    desk.post(WriteNote{1, "talk", "first", seat, 1}, {{note_field("talk", "first", seat, 1), words}});
}

} // namespace

TEST_CASE("Whatever seat 1 answered, the other seats and the table see the same until it is shown",
          "[ui][activities][secrets]")
{
    const int looking = GENERATE(0, 2);
    const auto seen = [&](const std::string& answer, bool shown) {
        SessionDesk desk(test::small_session(), Part::questionnaire, "check");
        desk.post(GiveAnswer{1, "check", Asked::pre, 1, "q1", answer});
        for (const int seat : {2, 3, 4}) desk.post(GiveAnswer{1, "check", Asked::pre, seat, "q1", "yes"});
        if (shown) desk.post(Reveal{1, "check"});
        return words_of(make_questionnaire_view(desk.source(looking), desk.activity()));
    };
    CHECK(seen("yes", false) == seen("unknown", false));
    CHECK_FALSE(seen("yes", true) == seen("unknown", true));
}

TEST_CASE("Fewer answers than it takes are not spread out, shown or not", "[ui][activities][secrets]")
{
    const auto seen = [&](const std::string& answer) {
        SessionDesk desk(test::small_session(), Part::questionnaire, "check");
        desk.post(GiveAnswer{1, "check", Asked::pre, 1, "q1", answer});
        desk.post(GiveAnswer{1, "check", Asked::pre, 2, "q1", "yes"});
        desk.post(Reveal{1, "check"});
        return words_of(make_questionnaire_view(desk.source(2), desk.activity()));
    };
    CHECK(seen("yes") == seen("no"));
}

TEST_CASE("However seat 1 sorted its cards, the other seats and the table see the same until it is shown",
          "[ui][activities][secrets]")
{
    const int looking = GENERATE(0, 2);
    const auto seen = [&](const std::string& place, bool shown) {
        SessionDesk desk(test::small_session(), Part::board, "measures");
        desk.post(MoveCard{1, "measures", 1, "shop", place});
        desk.post(MoveCard{1, "measures", 2, "mfa", "do"});
        if (shown) desk.post(Reveal{1, "measures"});
        return words_of(make_board_view(desk.source(looking), desk.activity()));
    };
    CHECK(seen("do", false) == seen("later", false));
    CHECK_FALSE(seen("do", true) == seen("later", true));
}

TEST_CASE("What seat 1 wrote is read at seat 1 alone until it is shown", "[ui][activities][secrets]")
{
    SessionDesk desk(test::small_session(), Part::prompts, "talk");
    write(desk, 1, "うちの恥ずかしい話");
    write(desk, 2, "控えを試す");
    const auto seen = [&](int seat) { return words_of(make_prompts_view(desk.source(seat), desk.activity())); };
    CHECK(seen(1).tell("恥ずかしい"));
    CHECK_FALSE(seen(2).tell("恥ずかしい"));
    CHECK_FALSE(seen(0).tell("恥ずかしい"));
    CHECK_FALSE(seen(0).tell("控えを試す"));
    desk.post(Reveal{1, "talk"});
    CHECK(seen(2).tell("恥ずかしい"));
    CHECK(seen(0).tell("控えを試す"));
}

TEST_CASE("What is typed at one seat and not kept yet does not stand in another seat's field",
          "[ui][activities][secrets]")
{
    SessionDesk desk(test::small_session(), Part::prompts, "talk");
    desk.seat = 1;
    test::Typist typist(desk);
    REQUIRE(typist.tab_to("prompts.first.1.1"));
    typist.type("まだ秘密");
    desk.seat = 2; // whatever else changes the seat
    typist.settle();
    CHECK(typist.stage.ui().widgets.find("prompts.first.2.1"));
    CHECK(desk.prompts.drafts.at(note_field("talk", "first", 2, 1)).text.words.empty());
    CHECK(desk.state().notes.written.empty());
}
