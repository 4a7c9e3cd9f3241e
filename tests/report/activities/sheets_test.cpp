// The printed sheets of sessions: what stands on them, what never does, and that they print.
#include "report/activities/sheets.hpp"

#include "report/activities/workshop_report.hpp"
#include "report/page_checks.hpp"
#include "support/session_room.hpp"
#include "workshop/activities/grid_values.hpp"

#include <catch2/catch.hpp>

using namespace sonae;
using namespace sonae::workshop;
using test::holds;
using test::SessionRoom;

namespace {

constexpr const char* kSessions[] = {"session-04", "session-05", "session-06", "session-07"};
constexpr const char* kSheetCompanies[] = {"tamano", "minatozaka"};

std::string filled_sheets(const SessionRoom& room, Language language = Language::ja)
{
    return report::write_filled_sheets(room.table(), room.session(), room.texts_of(), language);
}

std::string result_page(const SessionRoom& room, Language language = Language::ja)
{
    return report::write_workshop_html({room.table(), room.session(), room.texts_of(), language});
}

// The sheet of an activity, cut out of the page.
std::string sheet_of(const std::string& page, const SessionPlan& plan, const Activity& activity)
{
    const auto order = report::activities_in_order(plan);
    const auto place = std::find(order.begin(), order.end(), &activity) - order.begin();
    const std::size_t begin = page.find(fmt::format("<section class=\"sheet s{}", place + 1));
    REQUIRE(begin != std::string::npos);
    return page.substr(begin, page.find("</section>", begin) - begin);
}

// How many cells name the row.
std::size_t times_named(const std::string& sheet, const std::string& name)
{
    std::size_t count = 0;
    const std::string escaped = report::escaped(name);
    for (std::size_t at = sheet.find("<td class=\"name\""); at != std::string::npos;
         at = sheet.find("<td class=\"name\"", at + 1)) {
        const std::size_t words = sheet.find('>', at) + 1;
        count += sheet.compare(words, escaped.size() + 1, escaped + "<") == 0;
    }
    return count;
}

void check_duties(const std::string& page, const SessionPlan& plan, Language language)
{
    std::size_t duties = 0;
    for (const Activity& activity : plan.activities) {
        if (activity.kind != ActivityKind::duties) continue;
        const std::string sheet = sheet_of(page, plan, activity);
        for (const PreparedRow& row : activity.grids[0].rows) {
            INFO(activity.id << " " << row.id);
            CHECK(times_named(sheet, row.name.in(language)) == 1);
            ++duties;
        }
    }
    CHECK(duties >= 20);
}

// What one seat did for itself, three seats of it: the second value shows in nothing that others may read.
void act_in_private(SessionRoom& room, bool otherwise)
{
    const std::string answer = otherwise ? "no" : "yes", level = otherwise ? "3" : "1",
                      place = otherwise ? "do" : "later", words = otherwise ? "別の内緒" : "内緒のひとこと";
    room.must(R"({"give_answer": {"activity": "check", "asked": "pre", "seat": 1, "question": "q1", "value": ")" +
              answer + R"("}})");
    room.must(R"({"give_answer": {"activity": "check", "asked": "pre", "seat": 2, "question": "q1", "value": "yes"}})");
    room.must(R"({"move_card": {"activity": "measures", "seat": 1, "card": "shop", "position": 0, "place": ")" + place +
              R"("}})");
    room.must(R"({"set_cells": {"activity": "ledger", "grid": "ledger", "seat": 1, "adds": [], "removes": [],)"
              R"( "cells": [{"row": "customers", "column": "c", "value": ")" +
              level + R"("}]}})");
    room.must(R"({"write_note": {"activity": "talk", "prompt": "first", "seat": 1, "note": 1, "text": ")" + words +
              R"("}})");
}

SessionRoom private_room(bool otherwise)
{
    SessionRoom room;
    room.open();
    room.must(R"({"set_cells": {"activity": "ledger", "grid": "ledger", "adds": ["customers"], "cells": []}})");
    act_in_private(room, otherwise);
    return room;
}

} // namespace

TEST_CASE("Every duty of session 4 is on the printed sheet exactly once, blank and filled", "[report][activities]")
{
    for (const char* company : kSheetCompanies)
        for (const Language language : {Language::ja, Language::en}) {
            INFO(company);
            const auto plan = test::session_plan("session-04", company);
            check_duties(report::write_blank_sheets(plan, language), *plan, language);
            SessionRoom room;
            room.open("session-04", company);
            check_duties(filled_sheets(room, language), *plan, language);
        }
}

TEST_CASE("A drill among the activities has a sheet for notes", "[report][activities]")
{
    SessionPlan plan = *test::session_plan("workshop");
    plan.activities.push_back({.id = "drill", .kind = ActivityKind::drill, .name = {"対応演習", "Drill"}});
    const auto with_drill = std::make_shared<const SessionPlan>(plan);

    const std::string page = report::write_blank_sheets(with_drill, Language::ja);

    const std::string sheet = sheet_of(page, *with_drill, with_drill->activities.back());
    CHECK(holds(sheet, "決めたこと・したこと"));
    CHECK(test::times(sheet, "<tr><td>&nbsp;</td>") == 13);
    CHECK(test::page_faults(page) == "");
}

TEST_CASE("A duty with two accountable persons or without a deputy is named below the filled sheet",
          "[report][activities]")
{
    SessionRoom room;
    room.open();
    room.must(
        R"({"set_cells": {"activity": "duties", "grid": "duties", "adds": [], "cells": [{"row": "systems", "column": "owner", "value": ["boss", "admin"]}]}})");

    const std::string page = filled_sheets(room);

    const std::string sheet = sheet_of(page, *room.session().plan, room.activity("duties"));
    CHECK(holds(sheet, report::escaped(room.sentence("duties", "one_accountable", "systems"))));
    CHECK(holds(sheet, report::escaped(room.sentence("duties", "no_deputy", "systems"))));
}

TEST_CASE("Every activity of every shipped session begins a sheet of its own, and the pages are sound HTML",
          "[report][activities]")
{
    for (const char* session : kSessions)
        for (const char* company : kSheetCompanies) {
            INFO(session << " " << company);
            const auto plan = test::session_plan(session, company);
            SessionRoom room;
            room.open(session, company);
            for (const Language language : {Language::ja, Language::en}) {
                const std::string blank = report::write_blank_sheets(plan, language);
                const std::string filled = filled_sheets(room, language);
                CHECK(test::times(blank, "<section class=\"sheet ") == plan->activities.size());
                CHECK(test::times(filled, "<section class=\"sheet ") == plan->activities.size());
                for (const std::string& page : {blank, filled, result_page(room, language)}) {
                    CHECK(test::page_faults(page) == "");
                    CHECK_FALSE(holds(page, "http"));
                    CHECK_FALSE(holds(page, "src="));
                }
            }
        }
}

TEST_CASE("A blank sheet holds nothing that is for the facilitator, no model answer, and no row that is to be found",
          "[report][activities]")
{
    for (const char* session : kSessions)
        for (const char* company : kSheetCompanies) {
            const auto plan = test::session_plan(session, company);
            const std::string page = report::write_blank_sheets(plan, Language::ja);
            for (const Block& block : plan->blocks) {
                INFO(session << " " << company << " " << block.id);
                std::vector<Localized> hidden{
                    block.say, block.ask, block.watch_for, block.when_late, block.model, block.model_reason, {}};
                hidden.insert(hidden.end(), block.expected.begin(), block.expected.end());
                for (const Localized& words : hidden)
                    if (!words.ja.empty()) CHECK_FALSE(holds(page, report::escaped(words.ja)));
            }
            for (const Activity& activity : plan->activities)
                for (const Grid& grid : activity.grids)
                    for (const PreparedRow& offer : grid.offers)
                        if (!find_row(
                                state_of(begin_session({.pack_id = session, .company = company}, plan, 1), activity)
                                    .grids[static_cast<std::size_t>(&grid - activity.grids.data())],
                                offer.id)) {
                            INFO(offer.id);
                            const Localized name = row_name(*plan, grid, offer.id);
                            CHECK(times_named(sheet_of(page, *plan, activity), name.ja) == 0);
                        }
        }
}

TEST_CASE("What single seats answered, sorted, rated or wrote changes nothing on sheets and page",
          "[report][activities]")
{
    const SessionRoom one = private_room(false), other = private_room(true);
    REQUIRE(one.fingerprint() != other.fingerprint());

    for (const Language language : {Language::ja, Language::en}) {
        CHECK(filled_sheets(one, language) == filled_sheets(other, language));
        CHECK(result_page(one, language) == result_page(other, language));
    }
    CHECK_FALSE(holds(filled_sheets(one), "内緒"));
    CHECK(holds(filled_sheets(one), "答えが3人分に満たない"));
}

TEST_CASE("A distribution stands on the sheet once enough have answered and the answers were opened",
          "[report][activities]")
{
    SessionRoom room = private_room(false);
    room.must(R"({"give_answer": {"activity": "check", "asked": "pre", "seat": 3, "question": "q1", "value": "yes"}})");
    const auto sheet = [&] { return sheet_of(filled_sheets(room), *room.session().plan, room.activity("check")); };
    CHECK(test::times(sheet(), "<td class=\"count\">") == 0);
    CHECK(holds(sheet(), "まだ開いていない"));

    room.must(R"({"reveal": {"activity": "check"}})");

    CHECK(holds(sheet(), "<td class=\"count\">3<"));
    CHECK_FALSE(holds(sheet(), "まだ開いていない"));
}

TEST_CASE("Sheets and page stand when the texts were erased, and say that they are gone", "[report][activities]")
{
    SessionRoom room;
    room.open();
    room.must(
        R"({"set_cells": {"activity": "promise", "grid": "promise", "adds": ["r1"], "cells": [{"row": "r1", "column": "name", "value": {"text": "山田の約束"}}, {"row": "r1", "column": "if_then", "value": {"text": "もし<夜>なら電話する"}}]}})");
    room.must(
        R"({"write_note": {"activity": "talk", "prompt": "first", "seat": 0, "note": 1, "text": "山田が話した"}})");
    CHECK(holds(filled_sheets(room), "もし&lt;夜&gt;なら電話する"));
    CHECK(holds(result_page(room), "もし&lt;夜&gt;なら電話する"));
    CHECK(holds(result_page(room), "山田が話した"));

    room.erase_texts();

    for (const std::string& page : {filled_sheets(room), result_page(room)}) {
        CHECK_FALSE(holds(page, "山田"));
        CHECK_FALSE(holds(page, "なら電話する"));
        CHECK(holds(page, "文は残っていない"));
        CHECK(test::page_faults(page) == "");
    }
}

TEST_CASE("No text of a table can break a sheet", "[report][activities]")
{
    SessionRoom room;
    room.open();
    room.must(
        R"({"set_cells": {"activity": "ledger", "grid": "ledger", "adds": ["r1"], "cells": [{"row": "r1", "column": "name", "value": {"text": "</td></table><script>alert(1)</script>"}}]}})");

    for (const std::string& page : {filled_sheets(room), result_page(room)}) {
        CHECK_FALSE(holds(page, "<script"));
        CHECK(test::page_faults(page) == "");
    }
}
