// A session as a whole: its record is enough, its undoing is another command, and its words lie apart.
#include "support/session_room.hpp"
#include "support/small_pack.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

using namespace sonae;
using namespace sonae::workshop;
using test::SessionRoom;

namespace {

// Something of every kind.
void work(SessionRoom& room)
{
    for (
        const char* line : {
            R"({"enter_block": {"block": "roles"}})",
            R"({"set_cells": {"activity": "duties", "grid": "duties", "cells": [{"row": "command", "column": "deputy", "value": "clerk"}, {"row": "command", "column": "memo", "value": {"text": "夜は総務"}}]}})",
            R"({"set_cells": {"activity": "ledger", "grid": "ledger", "adds": ["customers", "r1"], "cells": [{"row": "r1", "column": "name", "value": {"text": "図面"}}, {"row": "customers", "column": "c", "value": "3"}]}})",
            R"({"set_cells": {"activity": "ledger", "grid": "ledger", "seat": 2, "cells": [{"row": "customers", "column": "c", "value": "1"}]}})",
            R"({"set_cells": {"activity": "ledger", "grid": "ledger", "removes": ["r1"]}})",
            R"({"move_card": {"activity": "measures", "card": "mfa", "place": "do"}})",
            R"({"give_answer": {"activity": "check", "seat": 1, "question": "q2", "value": "no"}})",
            R"({"write_note": {"activity": "back", "prompt": "keep", "text": "毎週の確認"}})",
            R"({"make_call": {"activity": "plan", "situation": "noon", "row": "technical", "column": "deputy"}})",
            R"({"reveal": {"activity": "talk"}})",
        })
        room.must(line);
}

SetCells set(std::string activity, std::vector<CellEntry> cells)
{
    SetCells c;
    c.activity = activity, c.grid = activity, c.cells = std::move(cells);
    return c;
}

} // namespace

TEST_CASE("A session's record folded again gives the same session", "[workshop][session][replay]")
{
    SessionRoom room;
    room.open("session-05");
    work(room);
    room.open("workshop");
    work(room);

    const Replayed again = replay(room.record(), test::session_source());

    CHECK(again.why == "");
    CHECK(again.entries == room.record().size());
    const Table& table = again.room.tables.at(1);
    CHECK(fingerprint(table) == room.fingerprint());
    for (std::size_t a = 0; a < table.session->states.size(); ++a)
        CHECK(*table.session->states[a] == *room.session().states[a]);
}

TEST_CASE("Going back to any entry of a session gives it as it stood there, and on from there",
          "[workshop][session][replay]")
{
    SessionRoom room;
    room.open("session-05");
    room.must(R"({"enter_block": {"block": "roles"}})");
    room.open("workshop");
    work(room);
    const std::vector<Recorded> played(room.record().begin(), room.record().end());
    for (const Recorded& entry : played) {
        REQUIRE_FALSE(room.post(Rewind{1, entry.id}));
        CHECK(room.fingerprint() == entry.fingerprint);
    }
    REQUIRE_FALSE(room.post(Rewind{1, played[4].id}));
    room.must(
        R"({"set_cells": {"activity": "duties", "grid": "duties", "cells": [{"row": "audit", "column": "memo", "value": {"text": "外の人"}}]}})");
    const Grid& grid = room.activity("duties").grids[0];
    const GridRow& audit = *find_row(room.state("duties").grids[0], "audit");
    CHECK(room.texts().cell(room.activity("duties"), grid, audit, *find_column(grid, "memo"), Language::ja) ==
          "外の人");
    CHECK_FALSE(replay(room.record(), test::session_source()).differs);
}

TEST_CASE("Each command is undone by a command", "[workshop][session]")
{
    SessionRoom room;
    room.open();
    work(room);
    const auto undone = [&](const Command& does, const Command& undoes) {
        INFO(write_script_line(does));
        const std::uint64_t before = room.fingerprint();
        REQUIRE_FALSE(room.post(does));
        CHECK(room.fingerprint() != before);
        REQUIRE_FALSE(room.post(undoes));
        CHECK(room.fingerprint() == before);
    };
    using Names = std::vector<std::string>;
    undone(EnterBlock{1, "plan"}, EnterBlock{1, "roles"});
    undone(set("duties", {{"command", "deputy", Names{"admin"}}, {"systems", "owner", Names{"admin"}}}),
           set("duties", {{"command", "deputy", Names{"clerk"}}, {"systems", "owner", {}}}));
    SetCells out = set("ledger", {}), in = out;
    out.removes = in.adds = {"customers"};
    undone(out, in);
    undone(MoveCard{1, "measures", 0, "mfa", "later", 0}, MoveCard{1, "measures", 0, "mfa", "do", 0});
    undone(GiveAnswer{1, "check", Asked::pre, 1, "q2", "yes"}, GiveAnswer{1, "check", Asked::pre, 1, "q2", "no"});
    undone(GiveAnswer{1, "check", Asked::then, 1, "q2", "yes"}, GiveAnswer{1, "check", Asked::then, 1, "q2", ""});
    undone(WriteNote{1, "talk", "first", 0, 1, true}, WriteNote{1, "talk", "first", 0, 1, false});
    undone(Reveal{1, "check", true}, Reveal{1, "check", false});
    undone(MakeCall{1, "plan", "noon", "command", "person"}, TakeBackCall{1, "plan"});
}

TEST_CASE("A duty that is there from the start cannot be struck off", "[workshop][session]")
{
    SessionRoom room;
    room.open();
    SetCells out = set("duties", {});
    out.removes = {"command"};
    const auto refusal = room.post(out);
    REQUIRE(refusal);
    CHECK(refusal->reason == Reason::row_stays);
}

TEST_CASE("A paste that does not fit anywhere changes nothing anywhere", "[workshop][session]")
{
    SessionRoom room;
    room.open();
    const std::uint64_t before = room.fingerprint();
    SetCells paste = set("ledger", {{"r1", "name", Written{}}, {"r1", "c", std::vector<std::string>{"4"}}});
    paste.adds = {"r1", "r2"};
    CHECK(room.post(paste)->reason == Reason::wrong_value);
    CHECK(room.fingerprint() == before);
    paste.adds = {"r1001"}; // the pack allows a thousand
    CHECK(room.post(paste)->reason == Reason::too_many_rows);
    paste.adds = {"strangers"};
    CHECK(room.post(paste)->reason == Reason::unknown_row);
    CHECK(room.fingerprint() == before);
}

TEST_CASE("Words that are erased leave the session as it was, without them", "[workshop][session]")
{
    SessionRoom room;
    room.open();
    work(room);
    const std::uint64_t before = room.fingerprint();
    const auto memo = [&] {
        const Grid& grid = room.activity("duties").grids[0];
        const GridRow& row = *find_row(room.state("duties").grids[0], "command");
        return room.texts().cell(room.activity("duties"), grid, row, *find_column(grid, "memo"), Language::ja);
    };
    CHECK(memo() == "夜は総務");
    room.erase_texts();
    CHECK(memo().empty());
    CHECK(room.fingerprint() == before);
    CHECK_FALSE(replay(room.record(), test::session_source()).differs);
    for (const Recorded& entry : room.record()) CHECK(write_command(entry.command).find("総務") == std::string::npos);
}

TEST_CASE("A record that holds a text where there should be none is refused", "[workshop][session]")
{
    read::Diagnostics told;
    CHECK_FALSE(read_command(
        "set_cells", kCommandVersion,
        R"({"activity": "a", "grid": "g", "cells": [{"row": "r1", "column": "name", "value": {"text": "佐藤花子"}}]})",
        told));
    CHECK(told.has("field.type"));
}

TEST_CASE("A snapshot shares every activity that did not change", "[workshop][session]")
{
    SessionRoom room;
    room.open();
    const Session before = room.session();
    room.must(R"({"reveal": {"activity": "talk"}})");
    int changed = 0;
    for (std::size_t a = 0; a < before.states.size(); ++a) changed += before.states[a] != room.session().states[a];
    CHECK(changed == 1);
}

TEST_CASE("What a session leaves is what the next one begins with, and what is missing is the company's",
          "[workshop][session]")
{
    SessionRoom room;
    room.open();
    work(room);
    engine::Output known{.id = "command_deputy", .type = engine::ValueType::boolean, .session = 4, .as_company = 0};
    engine::Output missed{.id = "never_held", .type = engine::ValueType::count, .session = 3, .as_company = 7};
    engine::Output other_type{.id = "mfa_chosen", .type = engine::ValueType::yen, .session = 6, .as_company = 9};
    const std::vector<engine::Output> wanted{known, missed, other_type};

    const auto outputs = outputs_for(wanted, room.table());
    CHECK(outputs == std::map<std::string, std::int64_t>{{"command_deputy", 1}});

    const auto begun = brought(wanted, outputs);
    CHECK((begun[0].own && begun[0].value == 1));
    CHECK((!begun[1].own && begun[1].value == 7));
    CHECK((!begun[2].own && begun[2].value == 9));
}

TEST_CASE("A session begins once, only what it knows comes with it, and it needs to have begun", "[workshop][session]")
{
    SessionRoom room;
    CHECK(room.post(EnterBlock{1, "roles"})->reason == Reason::no_session);
    StartSession start{1, "", "workshop", "small", {{"trained", 1}}, {}};
    StartSession wrong = start;
    wrong.outputs = {{"untrained", 1}};
    CHECK(room.post(wrong)->reason == Reason::unknown_output);
    wrong = start, wrong.company = "large";
    CHECK(room.post(wrong)->reason == Reason::unknown_pack);
    wrong = start, wrong.carried = {{"duties", "duties", {"r1"}, {}}};
    CHECK(room.post(wrong)->reason == Reason::unknown_grid);
    wrong.carried = {{"risks", "risks", {"r1"}, {{"r1", "risk", std::int64_t{9}}}}};
    CHECK(room.post(wrong)->reason == Reason::wrong_value);
    CHECK_FALSE(room.post(start));
    CHECK(room.post(start)->reason == Reason::session_running);
    CHECK(room.post(EnterBlock{1, "lunch"})->reason == Reason::unknown_block);
}

TEST_CASE("A table has its session and its drill side by side", "[workshop][session]")
{
    SessionRoom room;
    room.open();
    const std::uint64_t alone = room.fingerprint();
    REQUIRE_FALSE(room.post(StartDrill{1, "", kSmallPack, kSmallCompany, 3, {}}));
    CHECK(room.fingerprint() != alone);
    const std::uint64_t begun = room.fingerprint();
    room.must(R"({"enter_block": {"block": "plan"}})");
    CHECK(room.fingerprint() != begun);
    CHECK(room.table().drill->state.now == 0);
    CHECK_FALSE(replay(room.record(), test::session_source()).differs);
}
