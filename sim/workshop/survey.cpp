#include "workshop/survey.hpp"

#include <algorithm>
#include <numeric>

namespace sonae::workshop {
namespace {

using namespace engine;

constexpr std::uint8_t kNotAsked = 0xFF, kPassed = 0xFE, kLeftOpen = 0xFD;

// One play, small enough to keep some ten thousand.
struct Play {
    std::array<std::int64_t, kIndicators> figures{};
    std::array<std::uint8_t, kMaxDecisions> answers{}; // the option, or one of the above
    std::bitset<kMaxInjects> injects;
    std::bitset<kMaxActions> actions;
    std::uint16_t ending = 0xFFFF;
};

std::uint8_t answer_of(const DecisionState& decision)
{
    if (decision.opened == kNotYet) return kNotAsked;
    if (decision.status == DecisionStatus::decided) return decision.option;
    return decision.status == DecisionStatus::silent ? kPassed : kLeftOpen;
}

Play read_play(const Scenario& sc, const State& end)
{
    Play play;
    for (std::size_t i = 0; i < kIndicators; ++i) play.figures[i] = indicator(sc, end, static_cast<Indicator>(i));
    for (std::size_t i = 0; i < sc.injects.size(); ++i) play.injects[i] = end.injects[i].delivered != kNotYet;
    for (std::size_t d = 0; d < sc.decisions.size(); ++d) play.answers[d] = answer_of(end.decisions[d]);
    for (std::size_t a = 0; a < sc.actions.size(); ++a) play.actions[a] = end.action_count[a] > 0;
    play.ending = end.ending;
    return play;
}

void count(Coverage& all, const Play& play)
{
    for (std::size_t i = 0; i < all.injects.size(); ++i) all.injects[i] += play.injects[i];
    for (std::size_t a = 0; a < all.actions.size(); ++a) all.actions[a] += play.actions[a];
    for (std::size_t d = 0; d < all.decisions.size(); ++d) {
        const std::uint8_t answer = play.answers[d];
        all.decisions[d] += answer != kNotAsked;
        all.silences[d] += answer == kPassed;
        if (answer < all.options[d].size()) ++all.options[d][answer];
    }
    if (play.ending < all.endings.size()) ++all.endings[play.ending];
}

std::uint64_t opened_in(const Play& play, std::size_t decisions)
{
    std::uint64_t opened = 0;
    for (std::size_t d = 0; d < decisions; ++d) opened |= std::uint64_t{play.answers[d] != kNotAsked} << d;
    return opened;
}

template <class Row, class Figures>
Spreads spreads(const std::vector<Row>& rows, const Figures& figures)
{
    Spreads all;
    std::vector<std::int64_t> values(rows.size());
    for (std::size_t i = 0; i < kIndicators; ++i) {
        std::transform(rows.begin(), rows.end(), values.begin(), [&](const Row& row) { return figures(row)[i]; });
        all[i] = spread_of(values);
    }
    return all;
}

} // namespace

std::vector<std::int64_t> outputs_of(const Scenario& sc, Preparation preparation)
{
    std::vector<std::int64_t> values;
    if (preparation == Preparation::company) return values;
    for (const Output& output : sc.outputs)
        values.push_back(preparation == Preparation::good ? output.good : output.poor);
    return values;
}

Spread spread_of(std::vector<std::int64_t> values)
{
    if (values.empty()) return {};
    std::sort(values.begin(), values.end());
    const std::size_t last = values.size() - 1;
    const std::int64_t sum = std::accumulate(values.begin(), values.end(), std::int64_t{0});
    return {values.front(),        values[last / 10], values[values.size() / 2],
            values[last * 9 / 10], values.back(),     sum / static_cast<std::int64_t>(values.size())};
}

Coverage nothing_reached(const Scenario& sc)
{
    Coverage none;
    none.injects.resize(sc.injects.size());
    none.decisions.resize(sc.decisions.size());
    none.silences.resize(sc.decisions.size());
    for (const Decision& decision : sc.decisions) none.options.emplace_back(decision.options.size());
    none.actions.resize(sc.actions.size());
    none.endings.resize(sc.endings.size());
    return none;
}

void add(Coverage& all, const Coverage& more)
{
    const auto sum = [](std::vector<std::uint32_t>& into, const std::vector<std::uint32_t>& from) {
        std::transform(into.begin(), into.end(), from.begin(), into.begin(), std::plus{});
    };
    sum(all.injects, more.injects);
    sum(all.decisions, more.decisions);
    sum(all.silences, more.silences);
    for (std::size_t d = 0; d < all.options.size(); ++d) sum(all.options[d], more.options[d]);
    sum(all.actions, more.actions);
    sum(all.endings, more.endings);
}

Survey survey(const Scenario& sc, const World& world, std::size_t seeds, unsigned threads)
{
    const State prepared = prepare(sc, outputs_of(sc, world.preparation));
    const PolicyPlayer fresh(sc, world.policy, prepared);
    std::vector<Play> plays(seeds);
    share_out(seeds, threads, [&](std::size_t from, std::size_t to) {
        NoSink quiet;
        for (std::size_t i = from; i < to; ++i) {
            State state = begin_prepared(sc, prepared, {i + 1, 0}, quiet);
            PolicyPlayer player = fresh;
            play_out(sc, state, player, quiet);
            plays[i] = read_play(sc, state);
        }
    });

    Survey all{.world = world, .plays = seeds, .coverage = nothing_reached(sc), .figures = {}, .opened = {}};
    all.opened.reserve(seeds);
    for (const Play& play : plays) {
        count(all.coverage, play);
        all.opened.push_back(opened_in(play, sc.decisions.size()));
    }
    all.figures = spreads(
        plays, [](const Play& play) -> const auto& { return play.figures; });
    return all;
}

Spreads spreads_of(const Scenario& sc, std::size_t policy, std::span<const std::int64_t> outputs,
                   std::uint64_t first_seed, std::size_t seeds, unsigned threads)
{
    std::vector<Outcome> outcomes(seeds);
    play_drills(sc, policy, first_seed, outputs, outcomes, threads);
    return spreads(
        outcomes, [](const Outcome& outcome) -> const auto& { return outcome.indicators; });
}

} // namespace sonae::workshop
