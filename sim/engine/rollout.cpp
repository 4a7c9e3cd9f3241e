#include "engine/rollout.hpp"

#include <thread>
#include <vector>

namespace sonae::engine {

void share_out(std::size_t count, unsigned threads, const std::function<void(std::size_t, std::size_t)>& work)
{
    threads = std::max(1u, threads);
    std::vector<std::jthread> workers;
    for (unsigned t = 1; t < threads; ++t)
        workers.emplace_back([&, t] { work(count * t / threads, count * (t + 1) / threads); });
    work(0, count / threads);
}

template <class Sink>
void play_out(const Scenario& scenario, State& state, PolicyPlayer& player, Sink& tell)
{
    while (!has_ended(state)) {
        if (player.stirs(state)) {
            while (const auto intent = player.act(state)) apply(scenario, state, *intent, tell);
            if (has_ended(state)) break;
        }
        advance(scenario, state, player.next_at(), player.watch(), tell);
    }
}
template void play_out(const Scenario&, State&, PolicyPlayer&, NoSink&);
template void play_out(const Scenario&, State&, PolicyPlayer&, Recorder&);

Outcome outcome_of(const Scenario& scenario, const State& state, bool with_fingerprint)
{
    Outcome outcome;
    for (std::size_t i = 0; i < kIndicators; ++i)
        outcome.indicators[i] = indicator(scenario, state, static_cast<Indicator>(i));
    outcome.steps = state.steps;
    outcome.ending = state.ending;
    outcome.how = state.ended;
    if (with_fingerprint) outcome.fingerprint = fingerprint(state);
    return outcome;
}

namespace {

Outcome play(const Scenario& scenario, PolicyPlayer player, const State& prepared, Luck luck, bool with_fingerprint)
{
    NoSink quiet;
    State state = begin_prepared(scenario, prepared, luck, quiet);
    play_out(scenario, state, player, quiet);
    return outcome_of(scenario, state, with_fingerprint);
}

} // namespace

Outcome play_drill(const Scenario& scenario, std::size_t policy, Luck luck, std::span<const std::int64_t> outputs)
{
    return play(scenario, PolicyPlayer(scenario, policy), prepare(scenario, outputs), luck, true);
}

void play_drills(const Scenario& scenario, std::size_t policy, std::uint64_t first_seed,
                 std::span<const std::int64_t> outputs, std::span<Outcome> outcomes, unsigned threads)
{
    const State prepared = prepare(scenario, outputs);
    const PolicyPlayer player(scenario, policy, prepared);
    share_out(outcomes.size(), threads, [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i)
            outcomes[i] = play(scenario, player, prepared, {first_seed + i, 0}, false);
    });
}

void roll_out(const Scenario& scenario, const State& from, std::size_t policy, std::span<Outcome> outcomes,
              unsigned threads)
{
    const PolicyPlayer fresh(scenario, policy, from);
    share_out(outcomes.size(), threads, [&](std::size_t begin_at, std::size_t to) {
        NoSink quiet;
        for (std::size_t i = begin_at; i < to; ++i) {
            State state = from;
            set_luck(state, {from.luck.seed, i + 1});
            PolicyPlayer player = fresh;
            play_out(scenario, state, player, quiet);
            outcomes[i] = outcome_of(scenario, state);
        }
    });
}

} // namespace sonae::engine
