// Each part of a session is brought to its end by keyboard alone, its commands carried out after every frame.
#include "ui/activities/session_desk.hpp"
#include "workshop/activities/findings.hpp"
#include "workshop/activities/outputs.hpp"

#include <catch2/catch.hpp>

using namespace sonae;
using namespace sonae::ui;
using namespace sonae::workshop;
using test::Part;
using test::SessionDesk;
using test::Typist;

namespace {

using Cards = std::vector<std::string>;

std::vector<std::string> open_findings(const SessionDesk& desk)
{
    std::vector<std::string> checks;
    for (const Finding& finding : findings_of(*desk.table().session, desk.activity())) checks.push_back(finding.check);
    return checks;
}

void press_focused(Typist& typist, const std::string& control)
{
    INFO(control);
    REQUIRE(typist.tab_to(control));
    typist.key(Key::enter);
}

Cards lying(const SessionDesk& desk, int seat, const std::string& place)
{
    const auto& all = desk.state().board.lying;
    const auto at = all.find({seat, place});
    return at == all.end() ? Cards{} : at->second;
}

std::string note_text(const SessionDesk& desk, int seat, int note)
{
    const auto& written = desk.state().notes.written;
    const auto at = written.find({0, seat, note});
    return at == written.end() ? "" : desk.source(seat).texts.note(desk.activity(), at->first, at->second);
}

bool says(Typist& typist, std::string_view words)
{
    for (const DrawnText& text : typist.stage.ui().texts)
        if (text.text.find(words) != std::string::npos) return true;
    return false;
}

} // namespace

TEST_CASE("Everyone answers at his own seat, then the table looks at how the answers are spread",
          "[ui][activities][keyboard]")
{
    SessionDesk desk(test::small_session(), Part::questionnaire, "check");
    Typist typist(desk);
    for (int seat = 1; seat <= 3; ++seat) {
        press_focused(typist, "questionnaire.seat." + std::to_string(seat));
        REQUIRE(desk.seat == seat);
        CHECK(says(typist, "あと" + std::to_string(4 - seat) + "人"));
        typist.key(letter_key(seat - 1));
        typist.key(Key::right);
        typist.key(Key::d);
        typist.key(Key::left);
    }
    CHECK(desk.state().answers.given.size() == 6);
    CHECK(desk.state().answers.given.at({Asked::pre, 3, 0}) == 2);

    press_focused(typist, "questionnaire.asked.then");
    typist.key(Key::b);
    CHECK(desk.state().answers.given.at({Asked::then, 3, 0}) == 1);
    typist.key(Key::b);
    CHECK_FALSE(desk.state().answers.given.contains({Asked::then, 3, 0}));

    press_focused(typist, "questionnaire.asked.pre");
    press_focused(typist, "questionnaire.seat.0");
    CHECK_FALSE(says(typist, "合わせて3人"));
    press_focused(typist, "questionnaire.reveal");
    CHECK(desk.state().revealed);
    typist.settle();
    CHECK(says(typist, "合わせて3人"));
    CHECK(open_findings(desk).empty());
}

TEST_CASE("A card is chosen, laid, ranked and taken elsewhere by keys, and the focus goes with it",
          "[ui][activities][keyboard]")
{
    SessionDesk desk(test::small_session(), Part::board, "measures");
    Typist typist(desk);

    press_focused(typist, "board.card.shop");
    CHECK(desk.board.held == "shop");
    typist.key(Key::digit1);
    typist.settle();
    CHECK(lying(desk, 0, "do") == Cards{"shop"});
    CHECK(typist.focused("board.card.shop"));
    CHECK(says(typist, "注文の入口が守られていない"));
    typist.key(Key::escape);
    typist.settle();
    CHECK(desk.board.held.empty());
    CHECK(typist.focused("board.card.shop"));

    REQUIRE(typist.tab_to("board.card.mfa")); // a digit is enough where the focus is
    typist.key(Key::digit1);
    CHECK(lying(desk, 0, "do") == Cards{"shop", "mfa"});
    CHECK_FALSE(says(typist, "注文の入口が守られていない"));
    CHECK(says(typist, "超えています")); // 16万円 of 15万円

    press_focused(typist, "board.card.mfa");
    typist.key(Key::up);
    CHECK(lying(desk, 0, "do") == Cards{"mfa", "shop"});
    typist.key(Key::down);
    CHECK(lying(desk, 0, "do") == Cards{"shop", "mfa"});
    typist.key(Key::up);
    typist.key(Key::enter); // lets go of it
    CHECK(desk.board.held.empty());

    press_focused(typist, "board.card.shop");
    typist.key(Key::right);
    typist.settle();
    CHECK(lying(desk, 0, "later") == Cards{"shop"});
    typist.key(Key::digit0);
    CHECK(lying(desk, 0, "later").empty());
    CHECK(open_findings(desk).empty());
}

TEST_CASE("A seat sorts for itself and the table shows what the seats did", "[ui][activities][keyboard]")
{
    SessionDesk desk(test::small_session(), Part::board, "measures");
    Typist typist(desk);
    press_focused(typist, "board.seat.4");
    press_focused(typist, "board.card.mfa");
    typist.key(Key::digit2);
    CHECK(lying(desk, 4, "later") == Cards{"mfa"});
    CHECK(lying(desk, 0, "later").empty());
    typist.key(Key::escape);
    press_focused(typist, "board.seat.0");
    CHECK_FALSE(says(typist, "あとで 1席"));
    press_focused(typist, "board.reveal");
    typist.settle();
    CHECK(says(typist, "あとで 1席"));
}

TEST_CASE("The mouse presses a card, then a place", "[ui][activities]")
{
    SessionDesk desk(test::small_session(), Part::board, "measures");
    Typist typist(desk);
    REQUIRE(typist.stage.click(desk.view, "board.card.shop"));
    REQUIRE(typist.stage.click(desk.view, "board.place.do"));
    REQUIRE(typist.stage.click(desk.view, "board.card.mfa"));
    REQUIRE(typist.stage.click(desk.view, "board.place.do"));
    CHECK(lying(desk, 0, "do") == Cards{"shop", "mfa"});
    REQUIRE(typist.stage.click(desk.view, "board.up"));
    CHECK(lying(desk, 0, "do") == Cards{"mfa", "shop"});
}

TEST_CASE("Notes are written in silence, shown, and answered by the table", "[ui][activities][keyboard]")
{
    SessionDesk desk(test::small_session(), Part::prompts, "talk");
    Typist typist(desk);
    press_focused(typist, "prompts.seat.1");
    REQUIRE(typist.tab_to("prompts.first.1.1"));
    typist.type("入口から");
    CHECK(desk.accepted() == 1); // it is still being written
    typist.keys({Key::left_control, Key::enter});
    CHECK(note_text(desk, 1, 1) == "入口から");
    typist.settle();
    CHECK(typist.focused("prompts.first.1.2")); // the next one
    typist.type("次に控え");
    typist.key(Key::tab);
    typist.settle();
    CHECK(note_text(desk, 1, 2) == "次に控え");

    press_focused(typist, "prompts.seat.0");
    CHECK(says(typist, "1席が書きました"));
    CHECK_FALSE(says(typist, "次に控え"));
    press_focused(typist, "prompts.reveal");
    typist.settle();
    CHECK(says(typist, "次に控え"));
    REQUIRE(typist.tab_to("prompts.first.0.1"));
    typist.type("入口を閉じる");
    typist.keys({Key::left_control, Key::enter});
    CHECK(note_text(desk, 0, 1) == "入口を閉じる");
    CHECK(open_findings(desk).empty());
}

TEST_CASE("A note is kept while somebody types on, and is not while it is too long", "[ui][activities]")
{
    SessionDesk desk(test::small_session(), Part::prompts, "talk");
    Typist typist(desk);
    REQUIRE(typist.tab_to("prompts.first.0.1"));
    typist.type("書きかけ");
    typist.stage.frames(desk.view, 130); // a little over two seconds
    CHECK(note_text(desk, 0, 1) == "書きかけ");
    std::string much;
    for (int i = 0; i < 210; ++i) much += "長";
    typist.type(much);
    typist.keys({Key::left_control, Key::enter});
    CHECK(note_text(desk, 0, 1) == "書きかけ");
    CHECK(says(typist, "14字多い"));
    REQUIRE(typist.tab_to("prompts.first.0.1"));
    typist.keys({Key::left_control, Key::end});
    for (int i = 0; i < 20; ++i) typist.key(Key::backspace);
    typist.keys({Key::left_control, Key::enter});
    CHECK(note_text(desk, 0, 1).size() == 3 * 194);
}

TEST_CASE("A note that was emptied is taken away", "[ui][activities]")
{
    SessionDesk desk(test::small_session(), Part::prompts, "talk");
    desk.post(WriteNote{1, "talk", "first", 0, 1}, {{note_field("talk", "first", 0, 1), "あ"}});
    Typist typist(desk);
    REQUIRE(typist.tab_to("prompts.first.0.1"));
    typist.key(Key::end);
    typist.key(Key::backspace);
    typist.keys({Key::left_control, Key::enter});
    CHECK(desk.state().notes.written.empty());
}

TEST_CASE("People are called as the plan stands, and the last call is taken back", "[ui][activities][keyboard]")
{
    SessionDesk desk(test::small_session(), Part::calls, "plan");
    desk.post(SetCells{1,
                       "plan",
                       "team",
                       0,
                       {},
                       {},
                       {{"technical", "person", std::vector<std::string>{"admin"}},
                        {"technical", "number", Written{}},
                        {"technical", "hours", std::vector<std::string>{"day"}}}},
              {{cell_field("plan", "team", "technical", "number"), "03-0000-0000"}});
    Typist typist(desk);
    typist.key(Key::digit1);
    CHECK(says(typist, "担当者なし"));
    press_focused(typist, "calls.call.technical.person");
    REQUIRE(desk.state().calls.made.size() == 2);
    CHECK(desk.state().calls.made[1].outcome == CallOutcome::closed);
    typist.key(Key::backspace);
    CHECK(desk.state().calls.made.size() == 1);

    press_focused(typist, "calls.situation.noon");
    typist.key(Key::digit3);
    typist.settle();
    CHECK(is_reached(desk.activity().calls, desk.state().calls, "noon"));
    CHECK(says(typist, "つながりました"));

    press_focused(typist, "calls.situation.night");
    for (int i = 0; i < 4; ++i) typist.key(Key::digit1); // two minutes each, six in all
    CHECK(minutes_used(desk.state().calls, "night") == 6);
    const DrawnWidget* call = typist.stage.ui().widgets.find("calls.call.command.person");
    REQUIRE(call);
    CHECK_FALSE(call->enabled);
    CHECK(call->why_not == "この場面の持ち時間を使い切りました");
}
