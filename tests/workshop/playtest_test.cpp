// What `sonae playtest` finds out about a pack.
#include "workshop/playtest.hpp"

#include "support/shipped.hpp"
#include "support/small_pack.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>
#include <thread>

using namespace sonae;
using namespace sonae::workshop;

namespace {

constexpr std::size_t kSeeds = 60;
const unsigned kThreads = std::max(1u, std::thread::hardware_concurrency());

std::size_t index_of(const std::vector<engine::Decision>& decisions, std::string_view id)
{
    const auto at = std::find_if(decisions.begin(), decisions.end(), [&](const auto& row) { return row.id == id; });
    REQUIRE(at != decisions.end());
    return static_cast<std::size_t>(at - decisions.begin());
}

Verdict verdict_on(const engine::Scenario& sc, std::string_view decision, std::size_t option)
{
    const std::vector<Survey> surveys{
        survey(sc, {policy_called(sc, "typical"), Preparation::company}, kSeeds, kThreads)};
    const auto trials = try_options(sc, surveys, {.states = 12, .futures = 5}, kThreads);
    const DecisionTrial& trial = trials[index_of(sc.decisions, decision)];
    REQUIRE(trial.states > 0);
    return trial.options[option].verdict;
}

std::uint32_t sum(const std::vector<std::uint32_t>& counts)
{
    return std::accumulate(counts.begin(), counts.end(), 0u);
}

} // namespace

TEST_CASE("A spread names the nearest ranks of what it was given", "[playtest]")
{
    std::vector<std::int64_t> hundred(101);
    std::iota(hundred.rbegin(), hundred.rend(), 0);

    const Spread spread = spread_of(hundred);

    CHECK(spread.least == 0);
    CHECK(spread.p10 == 10);
    CHECK(spread.median == 50);
    CHECK(spread.p90 == 90);
    CHECK(spread.most == 100);
    CHECK(spread.mean == 50);
    CHECK(spread_of({}).most == 0);
    CHECK(spread_of({7}).p90 == 7);
}

TEST_CASE("A survey counts what the plays themselves reach", "[playtest]")
{
    const auto sc = small_scenario();
    const std::size_t typical = policy_called(*sc, "typical");

    const Survey all = survey(*sc, {typical, Preparation::company}, kSeeds, kThreads);

    Coverage counted = nothing_reached(*sc);
    engine::NoSink quiet;
    for (std::uint64_t seed = 1; seed <= kSeeds; ++seed) {
        engine::State state = engine::begin(*sc, {seed, 0}, {}, quiet);
        engine::PolicyPlayer player(*sc, typical);
        engine::play_out(*sc, state, player, quiet);
        for (std::size_t i = 0; i < sc->injects.size(); ++i)
            counted.injects[i] += state.injects[i].delivered != engine::kNotYet;
        for (std::size_t d = 0; d < sc->decisions.size(); ++d) {
            counted.decisions[d] += state.decisions[d].opened != engine::kNotYet;
            CHECK((all.opened[seed - 1] >> d & 1) == (state.decisions[d].opened != engine::kNotYet));
        }
        for (std::size_t a = 0; a < sc->actions.size(); ++a) counted.actions[a] += state.action_count[a] > 0;
    }
    CHECK(all.coverage.injects == counted.injects);
    CHECK(all.coverage.decisions == counted.decisions);
    CHECK(all.coverage.actions == counted.actions);
    CHECK(sum(counted.injects) > 0);
    CHECK(sum(all.coverage.endings) == kSeeds);
    for (std::size_t d = 0; d < sc->decisions.size(); ++d)
        CHECK(sum(all.coverage.options[d]) + all.coverage.silences[d] <= all.coverage.decisions[d]);
}

TEST_CASE("Silence is counted for what it is, and chooses nothing", "[playtest]")
{
    const auto sc = small_scenario();
    const Survey silent = survey(*sc, {policy_called(*sc, "silent"), Preparation::company}, kSeeds, kThreads);
    const std::size_t d = index_of(sc->decisions, "d_alert");
    CHECK(silent.coverage.silences[d] > 0);
    for (const auto& options : silent.coverage.options) CHECK(sum(options) == 0);
}

TEST_CASE("A playtest is the same with one thread and with several", "[playtest]")
{
    const auto sc = small_scenario();
    const PlaytestSize size{.seeds = 40, .read_through = 20, .trial = {.states = 6, .futures = 5}};

    const Playtest one = playtest(*sc, size, 1), many = playtest(*sc, size, 3);

    REQUIRE(one.surveys.size() == 3 * sc->policies.size());
    for (std::size_t s = 0; s < one.surveys.size(); ++s) {
        CHECK(one.surveys[s].opened == many.surveys[s].opened);
        for (std::size_t i = 0; i < engine::kIndicators; ++i)
            CHECK(one.surveys[s].figures[i].mean == many.surveys[s].figures[i].mean);
    }
    for (std::size_t d = 0; d < one.trials.size(); ++d)
        for (std::size_t o = 0; o < one.trials[d].options.size(); ++o) {
            CHECK(one.trials[d].options[o].best == many.trials[d].options[o].best);
            CHECK(one.trials[d].options[o].over_best == many.trials[d].options[o].over_best);
        }
    REQUIRE(one.outputs.size() == sc->outputs.size());
    for (std::size_t o = 0; o < one.outputs.size(); ++o) {
        CHECK(one.outputs[o].with == many.outputs[o].with);
        CHECK(one.outputs[o].better == many.outputs[o].better);
    }
    REQUIRE(one.time.stretches.size() == many.time.stretches.size());
    CHECK(one.passes() == many.passes());
}

TEST_CASE("An inject that nothing ever raises is named", "[playtest]")
{
    const auto sc = small_scenario_with("small/story.json", "\"on\": \"extorted\"}",
                                        "\"on\": \"extorted\", \"when\": \"fatigue > 2 and alerts > 60000\"}");

    const Playtest found =
        playtest(*sc, {.seeds = 40, .read_through = 5, .trial = {.states = 2, .futures = 3}}, kThreads);

    const auto& never = found.never.injects;
    REQUIRE_FALSE(never.empty());
    CHECK(std::any_of(never.begin(), never.end(), [&](std::size_t i) { return sc->injects[i].id == "i_note"; }));
    CHECK_FALSE(found.passes());
}

TEST_CASE("Lost trust costs what the pack says, and gained trust saves nothing", "[playtest]")
{
    const auto sc = small_scenario();
    engine::NoSink quiet;
    engine::State state = engine::begin(*sc, {1, 0}, {}, quiet);
    const std::int64_t before = cost_of(*sc, state);
    auto& customers = state.booked[static_cast<std::size_t>(engine::Indicator::trust_customers)];

    customers -= 3;
    CHECK(cost_of(*sc, state) == before + 3 * sc->yen_per_trust_point);
    customers += 8;
    CHECK(cost_of(*sc, state) == before);
}

namespace {

// The small pack with a question of two answers: the first does nothing, the second orders logs to be saved, which
// costs 5,000 yen and saves nobody a yen.
engine::Scenario with_a_dear_option()
{
    engine::Scenario sc = *small_scenario();
    const auto paid = std::find_if(sc.actions.begin(), sc.actions.end(), [](const auto& a) { return a.id == "logs"; });
    paid->kind = engine::ActionKind::hold_meeting;
    paid->skill = 0;
    const auto number = static_cast<std::uint32_t>(sc.effects.size());
    sc.effects.push_back({.kind = engine::EffectKind::order,
                          .subject = static_cast<std::uint16_t>(paid - sc.actions.begin()),
                          .after = {},
                          .target = {}});
    engine::Decision& asked = sc.decisions[index_of(sc.decisions, "d_tell")];
    REQUIRE(asked.options.size() == 2);
    asked.options[0].effects = {};
    asked.options[0].teaches = engine::Teaches::choice;
    asked.options[1].effects = {number, number + 1};
    return sc;
}

} // namespace

TEST_CASE("An option that only costs money is never best, and has to be marked as harm", "[playtest]")
{
    engine::Scenario sc = with_a_dear_option();
    CHECK(verdict_on(sc, "d_tell", 1) == Verdict::never_best);

    sc.decisions[index_of(sc.decisions, "d_tell")].options[1].teaches = engine::Teaches::harm;
    CHECK(verdict_on(sc, "d_tell", 1) == Verdict::fine);
}

TEST_CASE("An option that is best in every state has to be a rule with its source", "[playtest]")
{
    engine::Scenario sc = with_a_dear_option();
    CHECK(verdict_on(sc, "d_tell", 0) == Verdict::always_best);

    sc.decisions[index_of(sc.decisions, "d_tell")].options[0].teaches = engine::Teaches::rule;
    CHECK(verdict_on(sc, "d_tell", 0) == Verdict::fine);
}

TEST_CASE("An option marked as harm that is best in more than a quarter of its states fails the pack", "[playtest]")
{
    engine::Scenario sc = with_a_dear_option();
    sc.decisions[index_of(sc.decisions, "d_tell")].options[0].teaches = engine::Teaches::harm;
    CHECK(verdict_on(sc, "d_tell", 0) == Verdict::harm_pays);

    Playtest found;
    found.trials.push_back({.states = 12, .options = {{.open = 12, .best = 3, .verdict = Verdict::fine}}});
    CHECK(found.passes());
    found.trials[0].options[0].verdict = Verdict::harm_pays;
    CHECK_FALSE(found.passes());
}

TEST_CASE("What an output is worth is the difference between two medians of the same seeds", "[playtest]")
{
    // A table that isolates, and waits so long without it that it shows in any median.
    engine::Scenario sc =
        *small_scenario_with("small/story.json", R"(not prep.isolation_authority and calendar.night", "add": "2h")",
                             R"(not prep.isolation_authority", "add": "20h")");
    REQUIRE(sc.outputs.size() == 1);
    sc.outputs[0].moves = engine::Indicator::direct_cost;
    const std::size_t careful = policy_called(sc, "careful");

    const auto trials = try_outputs(sc, careful, kSeeds, kThreads);

    const auto median_with = [&](std::int64_t value) {
        std::vector<std::int64_t> values;
        for (std::uint64_t seed = 1; seed <= kSeeds; ++seed)
            values.push_back(engine::play_drill(sc, careful, {seed, 0}, std::vector{value})
                                 .indicators[static_cast<std::size_t>(engine::Indicator::direct_cost)]);
        return spread_of(values).median;
    };
    REQUIRE(trials.size() == 1);
    CHECK(trials[0].stated);
    CHECK(trials[0].indicator == engine::Indicator::direct_cost);
    CHECK(trials[0].without == median_with(0));
    CHECK(trials[0].with == median_with(1));
    CHECK(trials[0].without != trials[0].with);
    CHECK(trials[0].better == (trials[0].without - trials[0].with) * 1000 / trials[0].without);
}

TEST_CASE("Of an output whose author states nothing, the figure that gets most better is told", "[playtest]")
{
    const auto sc = small_scenario();
    const std::size_t typical = policy_called(*sc, "typical");
    const auto trials = try_outputs(*sc, typical, kSeeds, kThreads);
    REQUIRE(trials.size() == 1);
    CHECK_FALSE(trials[0].stated);
    for (std::size_t i = 0; i < engine::kIndicators; ++i) {
        engine::Scenario stating = *sc;
        stating.outputs[0].moves = static_cast<engine::Indicator>(i);
        CHECK(try_outputs(stating, typical, kSeeds, kThreads)[0].better <= trials[0].better);
    }
}

TEST_CASE("A pack fails its playtest when an output moves less than it says, and not when it says nothing",
          "[playtest]")
{
    Playtest found;
    found.outputs.push_back({.stated = true, .better = kOutputPays});
    CHECK(found.passes());
    found.outputs.push_back({.stated = false, .better = kOutputPays - 1});
    CHECK(found.passes());
    found.outputs.push_back({.stated = true, .better = kOutputPays - 1});
    CHECK_FALSE(found.passes());
}

TEST_CASE("A table's reading is what was put before it, without blanks", "[playtest]")
{
    const auto sc = small_scenario();
    const TimeReport report = table_time(*sc, 20, kDay * 1000, kThreads);

    REQUIRE(report.policies.size() == sc->policies.size());
    const TableTime& silent = report.policies[policy_called(*sc, "silent")];
    // d_alert: 夜の警報 どうしますか。 切り離す 約5分 監視センターに電話 朝まで待つ
    CHECK(silent.questions.most >= 4 + 7 + 4 + 3 + 9 + 5);
    CHECK(silent.feedback.most >= 10); // だれも決めなかった。
    CHECK(silent.characters.median >= 7 + silent.questions.least + silent.injects.least);
    CHECK(silent.decisions.most <= 3);
    CHECK(report.stretches.empty());
}

TEST_CASE("A stretch without news is named after what came before it", "[playtest]")
{
    const auto sc = small_scenario();
    const TimeReport report = table_time(*sc, 20, 10 * kHour, kThreads);

    REQUIRE_FALSE(report.stretches.empty());
    for (const Stretch& stretch : report.stretches) {
        CHECK(stretch.median > 10 * kHour);
        CHECK(stretch.longest >= stretch.median);
        CHECK(stretch.plays <= 20 * sc->policies.size());
        CHECK(stretch.after.kind != Beat::Kind::end);
        CHECK(stretch.until.kind != Beat::Kind::start);
    }
    CHECK(std::is_sorted(report.stretches.begin(), report.stretches.end(),
                         [](const Stretch& a, const Stretch& b) { return a.plays > b.plays; }));
}

namespace {

struct Shipped {
    std::string pack, company;
};

// Every pack of scenarios/ that has a drill, with each of its companies.
std::vector<Shipped> shipped_drills()
{
    std::vector<Shipped> all;
    const pack::FileSet files = test::shipped_files();
    for (const std::string& path : pack::pack_paths(files)) {
        read::Diagnostics faults;
        const auto read = pack::read_pack(files, path, faults);
        REQUIRE(read);
        for (const auto& [company, name] : read->drills)
            if (!test::compile(files, path, company)->decisions.empty()) all.push_back({path, company});
    }
    return all;
}

std::string names_of(const engine::Scenario& sc, const Playtest& found)
{
    std::string names;
    for (const std::size_t i : found.never.injects) names += " " + sc.injects[i].id;
    for (const std::size_t d : found.never.decisions) names += " " + sc.decisions[d].id;
    for (const std::size_t a : found.never.actions) names += " " + sc.actions[a].id;
    for (const std::size_t e : found.never.endings) names += " " + sc.endings[e].id;
    for (const auto& [d, o] : found.never.options)
        names += " " + sc.decisions[d].id + "." + sc.decisions[d].options[o].id;
    for (std::size_t d = 0; d < found.trials.size(); ++d)
        for (std::size_t o = 0; o < found.trials[d].options.size(); ++o)
            if (found.trials[d].options[o].verdict != Verdict::fine)
                names += " " + sc.decisions[d].id + "." + sc.decisions[d].options[o].id + "(worth)";
    return names;
}

} // namespace

TEST_CASE("In every shipped drill all is reached, and every option is worth choosing somewhere", "[drill][slow]")
{
    const auto drills = shipped_drills();
    REQUIRE_FALSE(drills.empty());
    for (const Shipped& shipped : drills) {
        INFO(shipped.pack << ", " << shipped.company);
        const auto sc = test::shipped(shipped.pack, shipped.company);
        const Playtest found = playtest(*sc, {.seeds = 1000, .read_through = 10, .outputs = false}, kThreads);
        CHECK(names_of(*sc, found) == "");
        CHECK(found.passes());
        CHECK(found.time.policies.size() == sc->policies.size());
    }
}
