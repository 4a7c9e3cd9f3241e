// What earlier sessions changed in a drill, from what to what: from the scenario's own conditions.
#include "report/preparation.hpp"

#include "report/html.hpp"
#include "report/page_checks.hpp"
#include "report/partial.hpp"
#include "report/report_play.hpp"
#include "support/shipped.hpp"

#include <algorithm>

using namespace sonae;
using report::PreparationChange;
using report::Truth;

namespace {

std::vector<std::int64_t> as_company(const engine::Scenario& sc)
{
    std::vector<std::int64_t> values;
    for (const engine::Output& output : sc.outputs) values.push_back(output.as_company);
    return values;
}

std::vector<PreparationChange> changes_of(const engine::Scenario& sc, const std::string& id, std::int64_t value)
{
    const auto at = std::find_if(sc.outputs.begin(), sc.outputs.end(), [&](const auto& o) { return o.id == id; });
    REQUIRE(at != sc.outputs.end());
    auto values = as_company(sc);
    const auto place = static_cast<std::size_t>(at - sc.outputs.begin());
    values[place] = value;
    return report::changes_by(sc, values, place, Language::ja);
}

} // namespace

TEST_CASE("Authority to isolate takes the wait away that the small story adds without it", "[report]")
{
    const auto scenario = small_scenario();

    const auto changes = changes_of(*scenario, "isolation_authority", 1);

    REQUIRE(changes.size() == 1);
    CHECK(changes[0].what.find("を始めるまでの待ち") != std::string::npos);
    CHECK(changes[0].before == "最大2時間");
    CHECK(changes[0].after == "なし");
    CHECK(changes_of(*scenario, "isolation_authority", 0).empty());
}

TEST_CASE("Every output of session 8 changes something, and what it changes differs from before", "[report]")
{
    for (const char* company : {"tamano", "minatozaka"}) {
        const auto scenario = test::shipped("session-08", company);
        for (std::size_t o = 0; o < scenario->outputs.size(); ++o) {
            const engine::Output& output = scenario->outputs[o];
            INFO(company << " " << output.id);
            const std::int64_t other = output.as_company == output.good ? output.poor : output.good;
            const auto changes = changes_of(*scenario, output.id, other);
            CHECK_FALSE(changes.empty());
            for (const PreparationChange& change : changes) {
                CHECK_FALSE(change.what.empty());
                CHECK(change.before != change.after);
            }
        }
    }
}

TEST_CASE("A condition is never, always, or left to what happens, as far as preparation decides it", "[report]")
{
    const auto scenario = small_scenario();
    const auto action = std::find_if(scenario->actions.begin(), scenario->actions.end(),
                                     [](const engine::Action& a) { return !a.waits.empty(); });
    REQUIRE(action != scenario->actions.end());
    const engine::Expression& when = action->waits[0].when; // not prep.isolation_authority and calendar.night
    auto values = as_company(*scenario);
    REQUIRE(report::reads_output(*scenario, when, 0));

    CHECK(report::truth_of(*scenario, when, {values, {}}) == Truth::depends);
    values[0] = 1;
    CHECK(report::truth_of(*scenario, when, {values, {}}) == Truth::never);
    CHECK(report::truth_of(*scenario, {}, {values, {}}) == Truth::always);
}

TEST_CASE("What is told of a known world agrees with the engine", "[report]")
{
    for (const char* company : {"tamano", "minatozaka"}) {
        const auto scenario = test::shipped("session-08", company);
        const engine::State state = test::ReportPlay(scenario).state();
        const std::span<const std::int64_t> values(state.outputs.data(), scenario->outputs.size());
        std::size_t decided = 0;
        const auto agree = [&](const engine::Expression& when) {
            const Truth truth = report::truth_of(*scenario, when, {values, {}});
            if (truth == Truth::depends) return;
            ++decided;
            CHECK((engine::evaluate(*scenario, state, when) != 0) == (truth == Truth::always));
        };
        for (const engine::Action& action : scenario->actions) {
            for (const engine::Adder& adder : action.waits) agree(adder.when);
            for (const engine::Factor& factor : action.time_factors) agree(factor.when);
        }
        for (const engine::Technique& technique : scenario->playbook.techniques)
            for (const engine::Factor& factor : technique.chance_factors) agree(factor.when);
        CHECK(decided > 10);
    }
}

TEST_CASE("The result page names what the table brought, from what to what; without any it says so in a line",
          "[report]")
{
    const auto scenario = test::shipped();
    test::ReportPlay nothing(scenario);
    CHECK(test::holds(nothing.page(), "前の回の成果は持ち込まれていない"));
    CHECK_FALSE(test::holds(nothing.page(), "<table class=\"rows changes\">"));

    auto input = nothing.input();
    engine::State state = nothing.state();
    const auto at = std::find_if(scenario->outputs.begin(), scenario->outputs.end(),
                                 [](const engine::Output& output) { return output.id == "isolation_authority"; });
    const auto place = static_cast<std::size_t>(at - scenario->outputs.begin());
    state.outputs[place] = 1;
    const report::SessionInput brought{
        .scenario = *scenario, .state = state, .facts = input.facts, .carried = {{"isolation_authority", 1}}};
    const std::string page = report::write_session_html(brought);

    CHECK(test::times(page, "<table class=\"rows changes\">") == 1);
    const auto changes = report::changes_by(
        *scenario, std::span<const std::int64_t>(state.outputs.data(), scenario->outputs.size()), place, Language::ja);
    REQUIRE_FALSE(changes.empty());
    for (const PreparationChange& change : changes)
        CHECK(test::holds(page, report::escaped(change.what) + "</td><td>" + report::escaped(change.before) + " → <b>" +
                                    report::escaped(change.after) + "</b>"));
    CHECK(test::holds(page, "次の備えは、会社の現状のままで始めた"));
    CHECK(test::page_faults(page) == "");
}
