// What a session's pack says is what a table gets: agenda, activities, the company's own rows, values left behind.
#include "support/broken_packs.hpp"
#include "support/shipped.hpp"
#include "support/small_pack.hpp"

#include <catch2/catch.hpp>

using namespace sonae;
using namespace sonae::workshop;

namespace {

std::shared_ptr<const SessionPlan> workshop_plan()
{
    read::Diagnostics told;
    auto plan = pack::compile_session(small_files(), "workshop", "small", told);
    INFO(read::format(told, Language::en));
    REQUIRE(plan);
    return plan;
}

const Activity& activity(const SessionPlan& plan, std::string_view id)
{
    return plan.activities[find_activity(plan, id).value()];
}

} // namespace

TEST_CASE("An agenda sums to the session's minutes and ends in a commitment", "[pack][session]")
{
    const auto plan = workshop_plan();
    int sum = 0;
    for (const Block& block : plan->blocks) sum += block.minutes;
    CHECK(sum == plan->minutes);
    CHECK(plan->activities[*plan->blocks.back().activity].kind == ActivityKind::commitment);
    CHECK_FALSE(plan->blocks.front().activity); // a briefing
}

TEST_CASE("A pack without a drill is a pack", "[pack][session]")
{
    read::Diagnostics told;
    const auto pack = pack::read_pack(small_files(), "workshop", told);
    REQUIRE(pack);
    CHECK(pack->sessions == std::vector<std::string>{"small"});
    CHECK(pack->drills.empty());
    CHECK(pack->files.find("workshop/plan.json"));
    CHECK_FALSE(pack::compile(small_files(), "workshop", "small", told));
    CHECK(told.empty());
}

TEST_CASE("The company's own assets stand ready as rows, with what its ledger says of them", "[pack][session]")
{
    const auto plan = workshop_plan();
    const Grid& risks = activity(*plan, "risks").grids[0];
    REQUIRE(risks.rows.size() == 1); // the books were never written into the company's ledger
    CHECK(risks.rows[0].id == "customers");
    CHECK(risks.rows[0].cells.at(*find_column(risks, "importance")).value == CellValue{std::vector<std::string>{"3"}});

    const Grid& ledger = activity(*plan, "ledger").grids[0];
    CHECK(ledger.rows.empty());
    REQUIRE(ledger.offers.size() == 2);
    CHECK(ledger.offers[0].cells.at(*find_column(ledger, "owner")).value ==
          CellValue{std::vector<std::string>{"boss"}});
    CHECK(ledger.offers[0].cells.at(*find_column(ledger, "process")).text.ja == "営業");
}

TEST_CASE("What its kind looks at comes before the author's own checks", "[pack][session]")
{
    const auto plan = workshop_plan();
    std::vector<std::string> ids;
    for (const GridCheck& check : activity(*plan, "duties").grids[0].checks) ids.push_back(check.id);
    CHECK(ids == std::vector<std::string>{"one_accountable", "no_deputy", "own_deputy", "self_approval", "audit_apart",
                                          "too_many_duties", "no_approver"});
}

TEST_CASE("Values that a session leaves behind are found, and of their type", "[pack][session]")
{
    const auto plan = workshop_plan();
    const auto named = [&](std::string_view id) {
        for (const OutputDef& output : plan->outputs)
            if (output.id == id) return output;
        throw std::runtime_error("no such output");
    };
    CHECK(named("risk_cost").from.type == engine::ValueType::yen);
    CHECK(named("commander").from.grid == *find_grid(activity(*plan, "plan"), "team"));
    CHECK(named("command_deputy").from.names == std::vector<std::string>{"command", "deputy"});
}

TEST_CASE("Facts past their date are named before the session", "[pack][session]")
{
    const auto plan = workshop_plan();
    CHECK(stale_facts(*plan, {2023, 9, 12}).empty());
    CHECK(stale_facts(*plan, {2024, 2, 1}).size() == 1);
    CHECK(stale_facts(*plan, {2026, 4, 1}).size() == 2);
}

TEST_CASE("A block may say which part of its activity opens first", "[pack][session]")
{
    const auto with_part = [](const std::string& part) {
        return edited_files(
            "workshop/agenda.json\n- \"activity\": \"duties\",\n+ \"activity\": \"duties\", \"part\": \"" + part +
            "\",");
    };
    read::Diagnostics told;
    const auto plan = pack::compile_session(with_part("duties"), "workshop", "small", told);
    REQUIRE(plan);
    CHECK(plan->blocks[*find_block(*plan, "roles")].part == "grid.duties");
    CHECK(plan->blocks.front().part.empty());

    const std::string faults = faults_of(with_part("dutys"));
    CHECK(faults.find("「dutys」という部分はありません") != std::string::npos);
    CHECK(faults.find("「duties」のことですか") != std::string::npos);
    CHECK(faults_of(with_part("calls")).find("id.unknown") != std::string::npos); // it has none
}

TEST_CASE("The calls of session 7 open with the calls", "[pack][session]")
{
    read::Diagnostics told;
    const auto plan = pack::compile_session(test::shipped_files(), "session-07", "tamano", told);
    REQUIRE(plan);
    CHECK(plan->blocks[*find_block(*plan, "calls")].part == "calls");
}
