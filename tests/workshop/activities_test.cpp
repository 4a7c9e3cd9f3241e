// What a table makes in a session, activity by activity.
#include "support/session_room.hpp"
#include "workshop/activities/grid_values.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <algorithm>

using namespace sonae;
using namespace sonae::workshop;
using test::SessionRoom;

namespace {

using Found = std::vector<std::string>;

bool has(const Found& found, const std::string& one)
{
    return std::find(found.begin(), found.end(), one) != found.end();
}

std::string cell(const std::string& activity, const std::string& row, const std::string& column,
                 const std::string& value, const std::string& more = "")
{
    return fmt::format(
        R"({{"set_cells": {{"activity": "{0}", "grid": "{0}", {4} "cells": [{{"row": "{1}", "column": "{2}", "value": {3}}}]}}}})",
        activity, row, column, value, more);
}

std::string team(const std::string& row, const std::string& column, const std::string& value)
{
    return fmt::format(
        R"({{"set_cells": {{"activity": "plan", "grid": "team", "cells": [{{"row": "{}", "column": "{}", "value": {}}}]}}}})",
        row, column, value);
}

} // namespace

TEST_CASE("A duty without an accountable person, or with two, is named", "[workshop][session][bar4]")
{
    SessionRoom room;
    room.open();
    CHECK(has(room.found("duties"), "one_accountable systems"));
    CHECK(room.sentence("duties", "one_accountable", "systems") == "「情報システムの管理」に責任者がいません");

    room.must(cell("duties", "systems", "owner", R"(["admin", "clerk"])"));
    CHECK(room.sentence("duties", "one_accountable", "systems") ==
          "「情報システムの管理」の責任者が2人います（情報システム担当、総務の担当）。一人に決めます");

    room.must(cell("duties", "systems", "owner", R"("admin")"));
    CHECK_FALSE(has(room.found("duties"), "one_accountable systems"));
    CHECK(has(room.found("duties"), "one_accountable audit"));
}

TEST_CASE("A duty without a deputy, and one who approves himself, are named", "[workshop][session][bar4]")
{
    SessionRoom room;
    room.open();
    CHECK(has(room.found("duties"), "no_deputy command"));
    room.must(cell("duties", "command", "deputy", R"("clerk")"));
    CHECK_FALSE(has(room.found("duties"), "no_deputy command"));

    room.must(cell("duties", "command", "approver", R"("boss")"));
    CHECK(room.sentence("duties", "self_approval", "command") == "「指揮」では、社長が承認者と責任者を兼ねています");
    room.must(cell("duties", "command", "deputy", R"("boss")"));
    CHECK(has(room.found("duties"), "own_deputy command"));
}

TEST_CASE("An author's own checks see who audits himself and who has too much to do", "[workshop][session][bar4]")
{
    SessionRoom room;
    room.open();
    for (const char* row : {"command", "systems", "audit"}) room.must(cell("duties", row, "owner", R"("admin")"));
    CHECK(room.sentence("duties", "audit_apart", "systems") == "情報システム担当が自分の仕事を監査します");
    CHECK(room.sentence("duties", "too_many_duties", "") == "情報システム担当が3か所で責任者になっています（2まで）");
    CHECK(has(room.found("duties"), "no_approver audit"));
}

TEST_CASE("Importance is the largest of C, I and A in every row, whatever they are", "[workshop][session][bar5]")
{
    SessionRoom room;
    room.open();
    room.must(R"({"set_cells": {"activity": "ledger", "grid": "ledger", "adds": ["customers"]}})");
    for (int c = 1; c <= 3; ++c)
        for (int i = 1; i <= 3; ++i)
            for (int a = 1; a <= 3; ++a) {
                room.must(cell("ledger", "customers", "c", fmt::format("\"{}\"", c)));
                room.must(cell("ledger", "customers", "i", fmt::format("\"{}\"", i)));
                room.must(cell("ledger", "customers", "a", fmt::format("\"{}\"", a)));
                CHECK(room.number("ledger", "customers", "importance") == std::max({c, i, a}));
            }
    room.must(cell("ledger", "customers", "i", "null"));
    CHECK_FALSE(room.number("ledger", "customers", "importance")); // it cannot be told yet
    CHECK(has(room.found("ledger"), "not_rated customers"));
}

TEST_CASE("Where several raters disagree shows cell by cell", "[workshop][session][bar5]")
{
    SessionRoom room;
    room.open();
    room.must(R"({"set_cells": {"activity": "ledger", "grid": "ledger", "adds": ["customers"]}})");
    for (const auto& [seat, c, i] : {std::tuple{1, 3, 2}, {2, 1, 2}, {3, 3, 2}}) {
        room.must(cell("ledger", "customers", "c", fmt::format("\"{}\"", c), fmt::format(R"("seat": {},)", seat)));
        room.must(cell("ledger", "customers", "i", fmt::format("\"{}\"", i), fmt::format(R"("seat": {},)", seat)));
    }
    const Grid& grid = room.activity("ledger").grids[0];
    const GridRow& row = *find_row(room.state("ledger").grids[0], "customers");
    const Ratings c = ratings_of(*room.session().plan, grid, row, *find_column(grid, "c"));
    CHECK(c.differ);
    CHECK(c.spread == 2);
    CHECK(c.given.size() == 3);
    CHECK_FALSE(ratings_of(*room.session().plan, grid, row, *find_column(grid, "i")).differ);
    CHECK(room.output("differ") == 1);
    CHECK_FALSE(room.number("ledger", "customers", "c")); // the table has not settled on one
    CHECK(room.say(cell("ledger", "customers", "owner", R"("boss")", R"("seat": 1,)"))->reason == Reason::unknown_seat);
}

TEST_CASE("Personal data below the highest importance is told", "[workshop][session][bar5]")
{
    SessionRoom room;
    room.open();
    room.must(R"({"set_cells": {"activity": "ledger", "grid": "ledger", "adds": ["customers"], "cells": [
        {"row": "customers", "column": "personal", "value": "personal"}, {"row": "customers", "column": "c", "value": "2"},
        {"row": "customers", "column": "i", "value": "2"}, {"row": "customers", "column": "a", "value": "1"}]}})");
    CHECK(has(room.found("ledger"), "personal_is_3 customers"));
    room.must(cell("ledger", "customers", "c", R"("3")"));
    CHECK_FALSE(has(room.found("ledger"), "personal_is_3 customers"));
}

TEST_CASE("A risk register opens with the table's own rows of session 5, unasked", "[workshop][session][bar6]")
{
    SessionRoom room;
    room.open("session-05");
    room.must(R"({"set_cells": {"activity": "ledger", "grid": "ledger", "adds": ["ledger", "r1"], "cells": [
        {"row": "r1", "column": "name", "value": {"text": "下書きの図面"}},
        {"row": "ledger", "column": "c", "value": "1"}, {"row": "ledger", "column": "i", "value": "2"}, {"row": "ledger", "column": "a", "value": "1"}]}})");

    room.open("workshop");

    const GridState& risks = room.state("risks").grids[0];
    CHECK(risks.origin == Origin::own);
    REQUIRE(risks.rows.size() == 2);
    CHECK(risks.rows[0].id == "ledger");
    CHECK(room.number("risks", "ledger", "importance") == 2); // computed there, a choice here
    const Grid& grid = room.activity("risks").grids[0];
    CHECK(room.texts().row_name(room.session(), room.activity("risks"), grid, risks.rows[1], Language::ja) ==
          "下書きの図面");
    CHECK(room.table().past.size() == 1);
}

TEST_CASE("A table that missed session 5 gets the company's ledger, and it is marked so", "[workshop][session][bar6]")
{
    SessionRoom room;
    room.open("workshop");
    const GridState& risks = room.state("risks").grids[0];
    CHECK(risks.origin == Origin::company);
    REQUIRE(risks.rows.size() == 1);
    CHECK(room.number("risks", "customers", "risk") == 6);
    CHECK(value_id(*room.session().plan, room.activity("risks").grids[0], risks.rows[0],
                   *find_column(room.activity("risks").grids[0], "size")) == "high");
}

TEST_CASE("Every risk has treatment, owner and date, or stands as open", "[workshop][session][bar6]")
{
    SessionRoom room;
    room.open();
    CHECK(room.found("risks") == Found{"no_treatment customers", "no_owner customers", "no_due customers"});
    CHECK(room.output("open_risks") == 3);
    room.must(R"({"set_cells": {"activity": "risks", "grid": "risks", "cells": [
        {"row": "customers", "column": "treatment", "value": "reduce"}, {"row": "customers", "column": "owner", "value": "boss"},
        {"row": "customers", "column": "due", "value": "2024-03-31"}, {"row": "customers", "column": "cost", "value": 250000},
        {"row": "customers", "column": "duty", "value": "systems"}]}})");
    CHECK(room.found("risks").empty());
    CHECK(room.output("risk_cost") == 250000);
    CHECK(room.say(cell("risks", "customers", "duty", R"("nobodys")"))->reason == Reason::unknown_row);
    CHECK(room.say(cell("risks", "customers", "risk", "9"))->reason == Reason::computed_column);
    CHECK(room.say(cell("risks", "customers", "due", R"("2024-02-31")"))->reason == Reason::wrong_value);
}

TEST_CASE("A plan lists roles without a person and numbers without hours", "[workshop][session][bar7]")
{
    SessionRoom room;
    room.open();
    CHECK(has(room.found("plan"), "no_person command"));
    CHECK(has(room.found("plan"), "no_deputy command"));
    room.must(team("command", "person", R"("boss")"));
    room.must(team("command", "number", R"({"text": "03-0000-0000"})"));
    const Found found = room.found("plan");
    CHECK_FALSE(has(found, "no_person command"));
    CHECK(has(found, "no_hours command")); // a number, but nobody knows when it is answered
    CHECK_FALSE(has(found, "no_hours technical"));
    CHECK(has(found, "no_person isolate")); // who may order isolation
    CHECK(has(found, "unanswered definition"));
    CHECK(has(found, "no_number centre"));
}

TEST_CASE("Calling goes by the plan: nobody, no number, outside the hours, and at last someone",
          "[workshop][session][bar7]")
{
    SessionRoom room;
    room.open();
    const auto call = [&](const std::string& column) {
        room.must(fmt::format(
            R"({{"make_call": {{"activity": "plan", "situation": "night", "row": "command", "column": "{}"}}}})",
            column));
        return room.state("plan").calls.made.back().outcome;
    };
    CHECK(call("person") == CallOutcome::nobody);
    CHECK(outcome_text(CallOutcome::nobody).ja == "担当者なし");
    room.must(team("command", "person", R"("boss")"));
    CHECK(call("person") == CallOutcome::no_number);
    room.must(R"({"take_back_call": {"activity": "plan"}})");
    room.must(team("command", "number", R"({"text": "03-0000-0000"})"));
    room.must(team("command", "hours", R"("day")"));
    CHECK(call("person") == CallOutcome::closed); // Friday, 22:10
    CHECK(room.output("night_reached") == 0);
    room.must(R"({"take_back_call": {"activity": "plan"}})");
    room.must(team("command", "hours", R"("always")"));
    CHECK(call("person") == CallOutcome::answered);
    CHECK(room.output("night_reached") == 1);
}

TEST_CASE("The call drill is over when its six minutes are", "[workshop][session][bar7]")
{
    SessionRoom room;
    room.open();
    const std::string call =
        R"({"make_call": {"activity": "plan", "situation": "night", "row": "command", "column": "person"}})";
    for (int minutes = 0; minutes < 6; minutes += 2) room.must(call);
    CHECK(room.say(call)->reason == Reason::no_minutes_left);
    CHECK(room.sentence("plan", "not_reached", "night").starts_with("誰にもつながっていません"));
    room.must(R"({"make_call": {"activity": "plan", "situation": "noon", "row": "technical", "column": "person"}})");
}

TEST_CASE("A chosen card without its guard leaves a gap by its name, and the way there leaves no trace",
          "[workshop][session]")
{
    const std::string shop = R"({"move_card": {"activity": "measures", "card": "shop", "place": "later"}})";
    const std::string mfa = R"({"move_card": {"activity": "measures", "card": "mfa", "place": "later"}})";
    SessionRoom one, other;
    one.open(), other.open();
    one.must(shop), one.must(mfa);
    other.must(mfa), other.must(shop);
    CHECK(one.fingerprint() == other.fingerprint());

    one.must(R"({"move_card": {"activity": "measures", "card": "shop", "place": "do"}})");
    CHECK(one.sentence("measures", "open_pair", "shop_guard") ==
          "「Webで注文を受ける」を選びましたが、守りがありません：注文の入口が守られていない");
    one.must(R"({"move_card": {"activity": "measures", "card": "mfa", "place": "do", "position": 0}})");
    CHECK_FALSE(has(one.found("measures"), "open_pair shop_guard"));
    CHECK(where_lies(one.state("measures").board, 0, "shop").position == 1); // the other was laid above it
    CHECK(one.output("spent") == 160000);
    CHECK(has(one.found("measures"), "over_budget"));
}

TEST_CASE("What everyone laid for himself is his own until it is shown", "[workshop][session]")
{
    SessionRoom room;
    room.open();
    room.must(R"({"move_card": {"activity": "measures", "seat": 3, "card": "mfa", "place": "do"}})");
    CHECK(room.output("mfa_chosen") == 0); // the table has chosen nothing
    CHECK_FALSE(room.state("measures").revealed);
    room.must(R"({"reveal": {"activity": "measures"}})");
    CHECK(room.state("measures").revealed);
    CHECK(room.say(R"({"reveal": {"activity": "measures"}})")->reason == Reason::already_so);
    room.must(R"({"reveal": {"activity": "measures", "shown": false}})");
}

TEST_CASE("Private answers show as a distribution only, and only when enough have answered", "[workshop][session]")
{
    SessionRoom room;
    room.open();
    const Questionnaire& questions = room.activity("check").questionnaire;
    const auto shown = [&] {
        return distribution(questions, room.session().plan->scales, room.state("check").answers, 0, Asked::pre);
    };
    const auto answer = [&](int seat, const char* question, const char* value) {
        room.must(
            fmt::format(R"({{"give_answer": {{"activity": "check", "seat": {}, "question": "{}", "value": "{}"}}}})",
                        seat, question, value));
    };
    answer(1, "q1", "yes"), answer(2, "q1", "unknown");
    CHECK_FALSE(shown());
    CHECK_FALSE(room.output("weak")); // a mean of two would tell
    answer(3, "q1", "partly");
    CHECK(shown() == std::vector<int>{1, 1, 0, 1});
    CHECK(room.output("weak") == (4 - 1 + 2) / 3);
    const Score second = score_of(questions, room.session().plan->scales, room.state("check").answers, 2, Asked::pre);
    CHECK(second.sum == -1);
    CHECK(second.unknown == 1);
    CHECK(room.say(R"({"give_answer": {"activity": "check", "question": "q1", "value": "yes"}})")->reason ==
          Reason::unknown_seat);
    room.must(R"({"give_answer": {"activity": "check", "seat": 3, "question": "q1"}})"); // taken back
    CHECK_FALSE(shown());
}

TEST_CASE("Everyone writes in silence, and one answer of the table stands", "[workshop][session]")
{
    SessionRoom room;
    room.open();
    room.must(R"({"write_note": {"activity": "talk", "prompt": "first", "seat": 2, "text": "まず電話"}})");
    CHECK(has(room.found("talk"), "unanswered first"));
    CHECK(room.output("agreed") == 0);
    room.must(R"({"write_note": {"activity": "talk", "prompt": "first", "seat": 0, "text": "電話と隔離"}})");
    CHECK(room.found("talk").empty());
    CHECK(room.output("agreed") == 1);
    const auto& written = room.state("talk").notes.written;
    CHECK(room.texts().note(room.activity("talk"), {0, 2, 1}, written.at({0, 2, 1})) == "まず電話");
    CHECK(room.say(R"({"write_note": {"activity": "talk", "prompt": "first", "note": 3}})")->reason ==
          Reason::unknown_note);
}

TEST_CASE("What each did by himself stays as it was shown, until it is sealed again", "[workshop][session]")
{
    SessionRoom room;
    room.open();
    const std::string answer = R"({"give_answer": {"activity": "check", "seat": 2, "question": "q1", "value": "yes"}})";
    const std::string card = R"({"move_card": {"activity": "measures", "seat": 2, "card": "shop", "place": "do"}})";
    const std::string note =
        R"({"write_note": {"activity": "talk", "prompt": "first", "seat": 2, "text": "まず電話"}})";
    for (const std::string& line : {answer, card, note}) room.must(line);
    for (const std::string activity : {"check", "measures", "talk"})
        room.must(R"({"reveal": {"activity": ")" + activity + R"("}})");
    const std::uint64_t shown = room.fingerprint();

    for (const std::string& line :
         {std::string(R"({"give_answer": {"activity": "check", "seat": 2, "question": "q1", "value": "no"}})"),
          std::string(R"({"give_answer": {"activity": "check", "seat": 2, "question": "q1"}})"),
          std::string(R"({"move_card": {"activity": "measures", "seat": 2, "card": "shop", "place": "later"}})"), note,
          std::string(R"({"write_note": {"activity": "talk", "prompt": "first", "seat": 2, "written": false}})")}) {
        INFO(line);
        const auto refusal = room.say(line);
        REQUIRE(refusal);
        CHECK(refusal->reason == Reason::already_shown);
    }
    CHECK(room.fingerprint() == shown);

    // The table's own goes on; what is sealed again may be changed.
    room.must(R"({"move_card": {"activity": "measures", "card": "shop", "place": "do"}})");
    room.must(R"({"reveal": {"activity": "check", "shown": false}})");
    room.must(R"({"give_answer": {"activity": "check", "seat": 2, "question": "q1", "value": "no"}})");
}

TEST_CASE("Looking back, what anybody wrote for himself is an answer; in a discussion the table owes one",
          "[workshop][session]")
{
    SessionRoom room;
    room.open();
    CHECK(room.found("back") == std::vector<std::string>{"unanswered keep", "unanswered try"});
    room.must(R"({"write_note": {"activity": "back", "prompt": "keep", "seat": 2, "text": "毎週の確認"}})");
    CHECK(room.found("back") == std::vector<std::string>{"unanswered try"});
    room.must(R"({"write_note": {"activity": "talk", "prompt": "first", "seat": 2, "text": "まず電話"}})");
    CHECK(room.found("talk") == std::vector<std::string>{"unanswered first"});
}
