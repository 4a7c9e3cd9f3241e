// The parts of a session stand whole at every size, in both languages, in small and large print, empty and full; a
// control that is off says why.
#include "ui/activities/session_desk.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace sonae;
using namespace sonae::ui;
using namespace sonae::workshop;
using test::Part;
using test::SessionDesk;
using test::Typist;

namespace {

struct Size {
    int width, height, percent;
};

struct Open {
    Part part;
    const char* activity;
};
constexpr Open kOpen[] = {{Part::questionnaire, "check"},
                          {Part::board, "measures"},
                          {Part::prompts, "talk"},
                          {Part::prompts, "back"},
                          {Part::calls, "plan"}};

void check_texts(SessionDesk& desk, const Size& size)
{
    Typist typist(desk, size.width, size.height, {.text_percent = size.percent});
    typist.settle();
    CHECK_FALSE(typist.stage.ui().texts.empty());
    for (const std::string& fault : text_faults(typist.stage.ui().texts)) FAIL_CHECK(fault);
}

const std::string kWords = "入口のVPN装置に二つ目の確認を入れ、退職した人の利用者IDを毎月消す。";

// As much as may stand on the screen at once.
void fill(SessionDesk& desk)
{
    const Activity& activity = desk.activity();
    for (int seat = 1; seat <= 6; ++seat) {
        for (const Question& question : activity.questionnaire.questions)
            desk.post(GiveAnswer{1, activity.id, Asked::pre, seat, question.id, seat % 2 ? "yes" : "unknown"});
        if (activity.board.personal) desk.post(MoveCard{1, activity.id, seat, "x3", seat % 2 ? "do" : "later"});
        if (activity.kind == ActivityKind::plan) continue;
        for (const Prompt& prompt : activity.prompts)
            for (int note = 1; note <= prompt.most; ++note)
                desk.post(WriteNote{1, activity.id, prompt.id, seat, note},
                          {{note_field(activity.id, prompt.id, seat, note), kWords + kWords}});
    }
    for (std::size_t card = 0; card < activity.board.cards.size(); card += 2)
        desk.post(MoveCard{1, activity.id, 0, activity.board.cards[card].id, card % 4 ? "later" : "do", 99});
    if (!activity.calls.exists()) return desk.post(Reveal{1, activity.id});
    desk.post(SetCells{1,
                       activity.id,
                       "team",
                       0,
                       {},
                       {},
                       {{"command", "person", std::vector<std::string>{"boss"}},
                        {"technical", "person", std::vector<std::string>{"admin"}},
                        {"technical", "number", Written{}},
                        {"technical", "hours", std::vector<std::string>{"day"}}}},
              {{cell_field(activity.id, "team", "technical", "number"), "03-0000-0000"}});
    desk.post(MakeCall{1, activity.id, "night0", "command", "deputy"});
    for (const char* row : {"technical", "command"}) desk.post(MakeCall{1, activity.id, "night0", row, "person"});
}

} // namespace

TEST_CASE("Every part of a session shows its texts whole and apart", "[ui][activities][layout]")
{
    const Size size = GENERATE(Size{1280, 720, 100}, Size{1920, 1080, 100}, Size{3840, 2160, 100},
                               Size{1920, 1080, 150}, Size{1920, 1080, 200}, Size{1280, 720, 200});
    const Language language = GENERATE(Language::ja, Language::en);
    for (const Open& open : kOpen)
        for (const bool full : {false, true})
            for (const int seat : {0, 2}) {
                INFO(open.activity << (full ? " full" : " new") << ", seat " << seat << ", " << size.width << "×"
                                   << size.height << ", " << size.percent << " %"
                                   << (language == Language::ja ? " ja" : " en"));
                SessionDesk desk(full ? test::full_session() : test::small_session(), open.part, open.activity,
                                 language);
                desk.today = CivilDate{2024, 3, 1};
                if (full) fill(desk);
                desk.seat = seat;
                desk.board.activity = "measures";
                if (full && seat == 0) desk.board.held = "x8";
                desk.questionnaire.listing = full && seat == 0;
                desk.calls.activity = "plan";
                desk.calls.situation = full ? 2 : 0;
                check_texts(desk, size);
            }
}

TEST_CASE("A part of a session without anything in it says what will be there", "[ui][activities][layout]")
{
    for (const Open& open : kOpen) {
        auto plan = std::make_shared<SessionPlan>(*test::small_session());
        Activity& activity = plan->activities[find_activity(*plan, open.activity).value()];
        activity.board = {}, activity.questionnaire = {}, activity.prompts = {}, activity.calls = {};
        SessionDesk desk(plan, open.part, open.activity);
        check_texts(desk, {1280, 720, 100});
    }
}

TEST_CASE("Twenty cards are all within reach at 1280×720", "[ui][activities][keyboard]")
{
    SessionDesk desk(test::full_session(), Part::board, "measures");
    Typist typist(desk);
    for (const Card& card : desk.activity().board.cards) {
        INFO(card.id);
        REQUIRE(typist.tab_to("board.card." + card.id));
        const DrawnWidget* drawn = typist.stage.ui().widgets.find("board.card." + card.id);
        const Rect seen = drawn->at.common(drawn->clip);
        CHECK(seen.h > drawn->at.h / 2);
    }
}

TEST_CASE("Where there are more places than fit, a card goes there all the same", "[ui][activities][keyboard]")
{
    SessionDesk desk(test::full_session(), Part::board, "measures");
    Typist typist(desk, 1280, 720, {.text_percent = 200});
    REQUIRE(typist.tab_to("board.card.shop"));
    typist.key(Key::enter);
    typist.key(Key::digit6);
    typist.settle();
    CHECK(where_lies(desk.state().board, 0, "shop").place == "share");
    CHECK(typist.focused("board.card.shop"));
    for (int i = 0; i < 5; ++i) typist.key(Key::left);
    CHECK(where_lies(desk.state().board, 0, "shop").place == "do");
}

TEST_CASE("What can't be done says why, and does nothing", "[ui][activities]")
{
    for (const Open& open : kOpen) {
        SessionDesk desk(test::small_session(), open.part, open.activity);
        desk.why_not = "この回は終わりました";
        Typist typist(desk);
        if (open.part == Part::board) {
            REQUIRE(typist.tab_to("board.card.shop"));
            typist.key(Key::enter);
            typist.key(Key::digit1);
        }
        typist.key(Key::a);
        typist.key(Key::digit1);
        typist.key(Key::backspace);
        int off = 0;
        for (const DrawnWidget& widget : typist.stage.ui().widgets.drawn)
            off += !widget.enabled && widget.why_not == desk.why_not;
        INFO(open.activity);
        CHECK(off > 0);
        CHECK(desk.accepted() == 1); // the session's beginning
    }
}

TEST_CASE("A card whose facts are past their date is marked from that day on", "[ui][activities]")
{
    SessionDesk desk(test::small_session(), Part::board, "measures");
    const auto stale = [&](std::optional<CivilDate> today) {
        desk.today = today;
        const BoardView view = make_board_view(desk.source(0), desk.activity());
        return std::count_if(view.cards.begin(), view.cards.end(), [](const CardView& c) { return !c.stale.empty(); });
    };
    CHECK(stale(CivilDate{2024, 1, 31}) == 0);
    CHECK(stale(CivilDate{2024, 2, 1}) == 1);
    CHECK(stale({}) == 0);
}
