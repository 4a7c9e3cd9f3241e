// The result page of a session: what the table made, what it leaves, what it promised.
#include "report/activities/workshop_report.hpp"

#include "report/page_checks.hpp"
#include "support/session_room.hpp"
#include "support/shipped.hpp"
#include "workshop/activities/grid_values.hpp"

#include <catch2/catch.hpp>

using namespace sonae;
using namespace sonae::workshop;
using test::holds;
using test::SessionRoom;

namespace {

std::string page_of(const SessionRoom& room, std::span<const engine::Output> later = {},
                    Language language = Language::ja)
{
    return report::write_workshop_html({room.table(), room.session(), room.texts_of(), language, later});
}

// The part of the page below a heading, as far as the next.
std::string section_below(std::string page, const std::string& heading)
{
    for (std::size_t at = page.find("<wbr>"); at != std::string::npos; at = page.find("<wbr>", at)) page.erase(at, 5);
    const std::size_t at = page.find("<h2>" + heading);
    REQUIRE(at != std::string::npos);
    return page.substr(at, page.find("<h2", at + 1) - at);
}

} // namespace

TEST_CASE("A session's page tells each finding by name and each value that the session leaves", "[report][activities]")
{
    SessionRoom room;
    room.open();
    room.must(R"({"enter_block": {"block": "roles"}})");
    room.must(
        R"({"set_cells": {"activity": "duties", "grid": "duties", "adds": [], "cells": [{"row": "command", "column": "deputy", "value": ["admin"]}]}})");

    const std::string page = page_of(room);

    for (const Finding& finding : findings_of(room.session())) CHECK(holds(page, report::escaped(finding.sentence.ja)));
    for (const Left& left : outputs_of(room.table())) CHECK(holds(page, report::escaped(left.output->name.ja)));
    CHECK(test::times(page, "● 開いた") == 1);
    CHECK(test::page_faults(page) == "");
}

TEST_CASE("What a value changes in session 8 is told in that pack's words, with the company's own value",
          "[report][activities]")
{
    const auto drill = test::shipped("session-08", "tamano");
    SessionRoom room;
    room.open("session-04", "tamano");

    const std::string page = page_of(room, drill->outputs);

    std::size_t told = 0;
    for (const OutputDef& output : room.session().plan->outputs)
        for (const engine::Output& later : drill->outputs)
            if (later.id == output.id) {
                CHECK(holds(page, report::escaped(later.effect.ja)));
                ++told;
            }
    CHECK(told >= 2);
    CHECK(holds(page, "会社の現状では"));
    CHECK_FALSE(holds(page_of(room), "会社の現状では"));
}

TEST_CASE("Commitments stand as cards with owner and date", "[report][activities]")
{
    SessionRoom room;
    room.open();
    CHECK(holds(page_of(room), "約束は書かれていない"));

    room.must(
        R"({"set_cells": {"activity": "promise", "grid": "promise", "adds": ["r1"], "cells": [{"row": "r1", "column": "name", "value": {"text": "当番表"}}, {"row": "r1", "column": "owner", "value": ["boss"]}, {"row": "r1", "column": "due", "value": "2023-12-08"}, {"row": "r1", "column": "if_then", "value": {"text": "もし夜に鳴ったら、当番が出る"}}]}})");

    const std::string promises = section_below(page_of(room), "約束");
    CHECK(test::times(promises, "<table class=\"card\">") == 1);
    CHECK(holds(promises, "もし夜に鳴ったら、当番が出る"));
    CHECK(holds(promises, "2023年12月8日"));
    CHECK(holds(promises, report::escaped(person_name(*room.session().plan, "boss").ja)));
}

TEST_CASE("What a table did not bring is marked as the company stands, in values and in rows", "[report][activities]")
{
    SessionRoom missed;
    missed.open();
    CHECK(holds(page_of(missed), "<td class=\"bad\">会社の現状のまま"));
    CHECK(holds(page_of(missed), "会社の現状のまま始めた"));

    SessionRoom held;
    held.open("session-05");
    held.must(R"({"set_cells": {"activity": "ledger", "grid": "ledger", "adds": ["customers"], "cells": []}})");
    held.open("workshop");
    CHECK(holds(page_of(held), "前の回に班がつくった行で始めた"));
    CHECK_FALSE(holds(page_of(held), "会社の現状のまま始めた"));
}

TEST_CASE("Facts stand with their source and dates", "[report][activities]")
{
    SessionRoom room;
    room.open();

    const std::string facts = section_below(page_of(room), "この回で使った事実");

    CHECK(holds(facts, "IPA「中小企業の情報セキュリティ対策ガイドライン」、2023年4月26日発行、2026年3月31日まで有効"));
}

TEST_CASE("Each session that a table held has its page, as it was left", "[report][activities]")
{
    SessionRoom room;
    room.open("session-05");
    room.must(R"({"enter_block": {"block": "check"}})");
    room.open("workshop");
    room.must(R"({"enter_block": {"block": "open"}})");
    room.must(R"({"enter_block": {"block": "roles"}})");

    const auto sessions = report::sessions_of(room.table());

    REQUIRE(sessions.size() == 2);
    CHECK(sessions[0]->plan->pack_id == "session-05");
    const auto opened = [&](const Session& session) {
        return test::times(report::write_workshop_html({room.table(), session, room.texts_of()}), "● 開いた");
    };
    CHECK(opened(*sessions[0]) == 1);
    CHECK(opened(*sessions[1]) == 2);
}
