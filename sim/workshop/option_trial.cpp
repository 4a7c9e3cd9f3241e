#include "workshop/option_trial.hpp"

#include "workshop/lookup.hpp"

#include <algorithm>
#include <map>

namespace sonae::workshop {
namespace {

using namespace engine;

struct PlayKey { // one play of a survey
    std::size_t survey = 0, seed = 0;
    auto operator<=>(const PlayKey&) const = default;
};

struct Moment { // a moment at which a decision is open
    std::size_t decision = 0;
    State state;
};

using Costs = std::array<std::optional<std::int64_t>, kMaxOptions>; // median by option; empty: it was not open

// Which plays to look into, and for which decisions there. No two worlds begin with the same seeds: worlds that differ
// little would give the same state twice.
std::map<PlayKey, std::uint64_t> choose_plays(const Scenario& sc, std::span<const Survey> surveys, std::size_t states)
{
    std::map<PlayKey, std::uint64_t> plays;
    std::vector<std::size_t> chosen(sc.decisions.size());
    const std::size_t seeds = surveys.empty() ? 0 : surveys.front().opened.size();
    for (std::size_t round = 0; round < seeds; ++round)
        for (std::size_t s = 0; s < surveys.size(); ++s)
            for (std::size_t d = 0; d < chosen.size(); ++d) {
                const std::size_t seed = (round + s * seeds / surveys.size()) % seeds;
                if (chosen[d] == states || !(surveys[s].opened[seed] >> d & 1)) continue;
                plays[{s, seed}] |= std::uint64_t{1} << d;
                ++chosen[d];
            }
    return plays;
}

// The play again, with a copy of its state at each wanted decision.
std::vector<Moment> moments_of(const Scenario& sc, const World& world, std::uint64_t seed, std::uint64_t wanted)
{
    NoSink quiet;
    std::vector<Moment> moments;
    State state = begin(sc, {seed, 0}, outputs_of(sc, world.preparation), quiet);
    PolicyPlayer player(sc, world.policy);
    while (!has_ended(state)) {
        while (const auto intent = player.act(state)) {
            const bool answers = intent->kind != Intent::Kind::act;
            if (answers && wanted >> intent->decision.index() & 1) moments.push_back({intent->decision.index(), state});
            apply(sc, state, *intent, quiet);
        }
        if (!has_ended(state)) advance(sc, state, std::min(next_due_at(sc, state), player.next_at()), quiet);
    }
    return moments;
}

std::vector<Moment> all_moments(const Scenario& sc, std::span<const Survey> surveys, std::size_t states,
                                unsigned threads)
{
    const auto plays = choose_plays(sc, surveys, states);
    const std::vector<std::pair<PlayKey, std::uint64_t>> list(plays.begin(), plays.end());
    std::vector<std::vector<Moment>> found(list.size());
    share_out(list.size(), threads, [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i)
            found[i] = moments_of(sc, surveys[list[i].first.survey].world, list[i].first.seed + 1, list[i].second);
    });
    std::vector<Moment> all;
    for (std::vector<Moment>& some : found) all.insert(all.end(), some.begin(), some.end());
    return all;
}

std::int64_t median_cost(const Scenario& sc, const Moment& asked, std::size_t option, std::size_t futures)
{
    NoSink quiet;
    std::vector<std::int64_t> costs;
    for (std::size_t future = 1; future <= futures; ++future) {
        State state = asked.state;
        set_luck(state, {state.luck.seed, future});
        choose(sc, state, DecisionId{asked.decision}, option, quiet);
        PolicyPlayer player(sc, policy_afterwards(sc));
        play_out(sc, state, player, quiet);
        costs.push_back(cost_of(sc, state));
    }
    return spread_of(std::move(costs)).median;
}

Costs try_all(const Scenario& sc, const Moment& asked, std::size_t futures)
{
    Costs costs;
    for (std::size_t o = 0; o < sc.decisions[asked.decision].options.size(); ++o)
        if (can_choose(sc, asked.state, DecisionId{asked.decision}, o)) costs[o] = median_cost(sc, asked, o, futures);
    return costs;
}

Verdict verdict_on(const Option& option, const OptionTrial& trial)
{
    if (option.teaches == Teaches::harm && trial.best * kHarmBestInOneOf > trial.open) return Verdict::harm_pays;
    if (trial.open > 0 && trial.best == 0 && option.teaches != Teaches::harm) return Verdict::never_best;
    if (trial.open > 0 && trial.best == trial.open && option.teaches != Teaches::rule) return Verdict::always_best;
    return Verdict::fine;
}

DecisionTrial judge(const Decision& decision, std::span<const Costs> states)
{
    DecisionTrial all;
    std::array<std::vector<std::int64_t>, kMaxOptions> over;
    all.options.resize(decision.options.size());
    for (const Costs& costs : states) {
        if (std::count_if(costs.begin(), costs.end(), [](const auto& cost) { return cost.has_value(); }) < 2) continue;
        ++all.states;
        std::optional<std::int64_t> least;
        for (const auto& cost : costs)
            if (cost) least = least ? std::min(*least, *cost) : *cost;
        for (std::size_t o = 0; o < all.options.size(); ++o) {
            if (!costs[o]) continue;
            ++all.options[o].open;
            all.options[o].best += *costs[o] == *least;
            over[o].push_back(*costs[o] - *least);
        }
    }
    for (std::size_t o = 0; o < all.options.size(); ++o) {
        all.options[o].over_best = spread_of(std::move(over[o])).median;
        all.options[o].verdict = verdict_on(decision.options[o], all.options[o]);
    }
    return all;
}

} // namespace

std::int64_t cost_of(const Scenario& sc, const State& s)
{
    const auto now = [&](Indicator which) { return indicator(sc, s, which); };
    const auto& start = sc.company.trust;
    std::int64_t lost = 0;
    for (const auto& [was, is] : {std::pair{start.customers, now(Indicator::trust_customers)},
                                  {start.partners, now(Indicator::trust_partners)},
                                  {start.staff, now(Indicator::trust_staff)},
                                  {start.neighbours, now(Indicator::trust_neighbours)}})
        lost += std::max<std::int64_t>(0, was - is);
    return now(Indicator::total_loss) + lost * sc.yen_per_trust_point;
}

std::size_t policy_afterwards(const Scenario& sc)
{
    return find_policy(sc, "typical").value_or(sc.policies.size() - 1);
}

std::vector<DecisionTrial> try_options(const Scenario& sc, std::span<const Survey> surveys, const TrialSize& size,
                                       unsigned threads)
{
    const std::vector<Moment> moments = all_moments(sc, surveys, size.states, threads);
    std::vector<Costs> costs(moments.size());
    share_out(moments.size(), threads, [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i) costs[i] = try_all(sc, moments[i], size.futures);
    });

    std::vector<DecisionTrial> trials;
    for (std::size_t d = 0; d < sc.decisions.size(); ++d) {
        std::vector<Costs> states;
        for (std::size_t i = 0; i < moments.size(); ++i)
            if (moments[i].decision == d) states.push_back(costs[i]);
        trials.push_back(judge(sc.decisions[d], states));
    }
    return trials;
}

} // namespace sonae::workshop
