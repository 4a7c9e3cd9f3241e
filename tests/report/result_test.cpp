#include "engine/rollout.hpp"
#include "report/report_play.hpp"
#include "support/random_scenario.hpp"
#include "support/shipped.hpp"

#include <numeric>

using namespace sonae;
using engine::Indicator;
using test::ReportPlay;

namespace {

std::int64_t sum_of(const report::Figure& figure)
{
    return std::accumulate(figure.shares.begin(), figure.shares.end(), std::int64_t{0},
                           [](std::int64_t sum, const report::Share& share) { return sum + share.amount; });
}

void check_figures(const report::Result& result, const engine::Scenario& scenario, const engine::State& state)
{
    for (const report::Figure& figure : result.figures) {
        INFO(figure.label);
        CHECK(figure.end == engine::indicator(scenario, state, figure.which));
        CHECK(sum_of(figure) == figure.change());
        if (const report::Series* series = result.series_of(figure.which)) {
            CHECK(series->points.front().at == 0);
            CHECK(series->points.back().value == figure.end);
            CHECK(std::is_sorted(series->points.begin(), series->points.end(),
                                 [](const auto& a, const auto& b) { return a.at < b.at; }));
        } else
            CHECK(figure.change() == 0);
    }
    const auto end_of = [&](Indicator which) { return result.figure(which)->end; };
    CHECK(end_of(Indicator::total_loss) == end_of(Indicator::downtime_loss) + end_of(Indicator::direct_cost) +
                                               end_of(Indicator::compensation) - end_of(Indicator::insurance_paid));
}

} // namespace

TEST_CASE("The figures are those of the state, and their owners sum exactly", "[report]")
{
    const std::string policy = GENERATE(from_range(std::begin(test::kPolicies), std::end(test::kPolicies)));
    for (std::uint64_t seed = 1; seed <= 10; ++seed) {
        INFO(policy << " seed " << seed);
        const ReportPlay played = ReportPlay(test::shipped(), seed).play(policy);
        check_figures(played.result(), played.scenario(), played.state());
    }
}

TEST_CASE("The figures are those of the state at any moment on the way", "[report]")
{
    for (int commands = 0; commands < 40; commands += 3) {
        ReportPlay played(test::shipped(), 3);
        played.play("typical", commands);
        INFO(commands);
        check_figures(played.result(), played.scenario(), played.state());
    }
}

TEST_CASE("The result of any scenario an author could write has exact figures", "[report]")
{
    for (std::uint64_t n = 0; n < 40; ++n) {
        INFO("scenario " << n);
        const auto scenario = test::random_scenario(n);
        std::vector<engine::Fact> facts;
        engine::Recorder recorder{facts};
        engine::State state = engine::begin(*scenario, {n, 0}, {}, recorder);
        engine::PolicyPlayer player(*scenario, n % scenario->policies.size());
        engine::play_out(*scenario, state, player, recorder);

        const report::Result result = report::make_result({.scenario = *scenario, .state = state, .facts = facts});

        check_figures(result, *scenario, state);
        CHECK_FALSE(report::write_session_html(result).empty());
    }
}

TEST_CASE("Working out a result changes nothing", "[report]")
{
    const ReportPlay played = ReportPlay(test::shipped()).play("typical", 12);
    const std::uint64_t before = workshop::fingerprint(played.table());

    played.page(Language::ja), played.page(Language::en);

    CHECK(workshop::fingerprint(played.table()) == before);
}

TEST_CASE("What the actions cost is no more than the drill's direct cost", "[report]")
{
    const std::string policy = GENERATE(from_range(std::begin(test::kPolicies), std::end(test::kPolicies)));
    const report::Result result = ReportPlay(test::shipped()).play(policy).result();
    std::int64_t cost = 0;
    for (const report::ActionRow& action : result.actions) {
        cost += action.cost;
        CHECK(action.cost >= 0);
        if (action.began != engine::kNotYet) CHECK(action.ordered <= action.began);
    }
    CHECK(cost <= result.figure(Indicator::direct_cost)->end);
}

TEST_CASE("The timeline is in order, within the drill, and holds every answer and silence once", "[report]")
{
    const std::string policy = GENERATE(from_range(std::begin(test::kPolicies), std::end(test::kPolicies)));
    const ReportPlay played = ReportPlay(test::shipped()).play(policy);
    const report::Result result = played.result();

    REQUIRE(std::is_sorted(result.timeline.begin(), result.timeline.end(),
                           [](const auto& a, const auto& b) { return a.at < b.at; }));
    for (const report::TimelineRow& row : result.timeline) {
        CHECK_FALSE(row.text.empty());
        CHECK(row.until >= row.at);
        CHECK(row.until <= played.state().now);
    }
    for (const report::DecisionRow& decision : result.decisions) {
        const auto told = std::count_if(result.timeline.begin(), result.timeline.end(),
                                        [&](const auto& row) { return row.letter == decision.letter; });
        CHECK(told == 1);
    }
}
