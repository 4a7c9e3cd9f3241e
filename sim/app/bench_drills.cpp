#include "app/bench_parts.hpp"
#include "app/played.hpp"
#include "engine/rollout.hpp"
#include "workshop/lookup.hpp"
#include "workshop/survey.hpp"

#include <thread>

namespace sonae::app {
namespace {

std::uint64_t check_of(std::span<const engine::Outcome> outcomes)
{
    std::uint64_t check = 0;
    for (const engine::Outcome& outcome : outcomes) {
        for (const std::int64_t value : outcome.indicators) check = mix(check ^ static_cast<std::uint64_t>(value));
        check = mix(check ^ outcome.steps ^ std::uint64_t{outcome.ending} << 32);
    }
    return check;
}

std::int64_t events_of(std::span<const engine::Outcome> outcomes)
{
    std::int64_t events = 0;
    for (const engine::Outcome& outcome : outcomes) events += outcome.steps;
    return events;
}

// The drill of seed 8, as `./dev run` plays it, where half of its events have happened.
engine::State mid_drill(const engine::Scenario& sc, std::size_t policy)
{
    engine::NoSink quiet;
    const std::uint32_t steps = engine::play_drill(sc, policy, Luck{8, 0}).steps;
    engine::State state = engine::begin(sc, Luck{8, 0}, {}, quiet);
    engine::PolicyPlayer player(sc, policy);
    while (!engine::has_ended(state) && state.steps < steps / 2) {
        while (const auto intent = player.act(state)) engine::apply(sc, state, *intent, quiet);
        engine::advance(sc, state, std::min(engine::next_due_at(sc, state), player.next_at()), quiet);
    }
    return state;
}

// A plain loop over a sorted queue with the same count of pending events and the same length: an event takes the next
// entry, makes two draws, sets a bit in a plane, and pushes one entry. What the step function costs above it is its
// mechanism.
Sample reference_loop(std::uint32_t events_per_drill)
{
    constexpr std::size_t kPending = 32;
    constexpr int kDrills = 2000;
    std::uint64_t check = 0;
    const double took = seconds_of([&] {
        for (int drill = 0; drill < kDrills; ++drill) {
            struct Entry {
                std::int32_t at;
                std::uint32_t what;
            };
            std::array<Entry, kPending + 1> queue{};
            std::array<std::uint64_t, 8> plane{};
            std::size_t count = 0;
            const Luck luck{static_cast<std::uint64_t>(drill), 0};
            const auto push = [&](std::int32_t at, std::uint32_t what) {
                std::size_t i = count++;
                for (; i > 0 && queue[i - 1].at <= at; --i) queue[i] = queue[i - 1];
                queue[i] = {at, what};
            };
            for (std::uint32_t i = 0; i < kPending; ++i)
                push(static_cast<std::int32_t>(draw(luck, Stream::technique_course, i).below(3600)), i);
            for (std::uint32_t event = 0; event < events_per_drill; ++event) {
                const Entry next = queue[--count];
                const std::uint32_t host = draw(luck, Stream::technique_success, next.what, event).below(512);
                plane[host / 64] |= std::uint64_t{1} << (host % 64);
                push(next.at + 1 +
                         static_cast<std::int32_t>(draw(luck, Stream::technique_course, next.what, event).below(3600)),
                     next.what);
            }
            for (const std::uint64_t word : plane) check = mix(check ^ word);
        }
    });
    return {kDrills * static_cast<double>(events_per_drill) / took, check};
}

} // namespace

void bench_drills(Bench& bench, const Shared& shared, const BenchOptions& options)
{
    const Chosen chosen = choose_pack(options.pack, "", shared.data, shared.language);
    const engine::Scenario& sc = *chosen.scenario;
    const std::size_t policy = workshop::find_policy(sc, "typical").value_or(0);
    std::vector<engine::Outcome> outcomes(2000);
    engine::play_drills(sc, policy, 1, {}, outcomes, 1);
    const auto drills = static_cast<std::int64_t>(outcomes.size());
    const std::int64_t events = events_of(outcomes), per_drill = events / drills;

    const unsigned all = options.threads ? options.threads : std::max(1u, std::thread::hardware_concurrency());
    const unsigned first = options.threads ? options.threads : 1;
    for (unsigned threads = first; threads <= all; threads = threads == all ? all + 1 : all) {
        const std::vector<std::pair<std::string, std::int64_t>> extra{{"events_per_drill", per_drill},
                                                                      {"threads", threads}};
        bench.measure(
            "drills_per_s", "1/s",
            [&] {
                const double took = seconds_of([&] { engine::play_drills(sc, policy, 1, {}, outcomes, threads); });
                return Sample{static_cast<double>(outcomes.size()) / took, check_of(outcomes)};
            },
            extra);
        bench.measure(
            "events_per_s", "1/s",
            [&] {
                const double took = seconds_of([&] { engine::play_drills(sc, policy, 1, {}, outcomes, threads); });
                return Sample{static_cast<double>(events) / took, check_of(outcomes)};
            },
            extra);
        bench.measure(
            "surveyed_drills_per_s", "1/s",
            [&] {
                workshop::Survey survey;
                const double took = seconds_of([&] {
                    survey = workshop::survey(sc, {policy, {}}, outcomes.size(), threads);
                });
                return Sample{static_cast<double>(outcomes.size()) / took,
                              static_cast<std::uint64_t>(survey.figures.back().mean)};
            },
            extra);
        const engine::State middle = mid_drill(sc, policy);
        engine::roll_out(sc, middle, policy, outcomes, threads);
        bench.measure("rollouts_per_s", "1/s",
                      [&] {
                          const double took =
                              seconds_of([&] { engine::roll_out(sc, middle, policy, outcomes, threads); });
                          return Sample{static_cast<double>(outcomes.size()) / took, check_of(outcomes)};
                      },
                      {{"events_left", events_of(outcomes) / drills - middle.steps}, {"threads", threads}});
    }
    bench.measure("state_bytes", "bytes", [] { return Sample{sizeof(engine::State), sizeof(engine::State)}; });
    bench.measure("reference_events_per_s", "1/s",
                  [&] { return reference_loop(static_cast<std::uint32_t>(per_drill)); },
                  {{"events_per_drill", per_drill}, {"threads", 1}});
}

} // namespace sonae::app
