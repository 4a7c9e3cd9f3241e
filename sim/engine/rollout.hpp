// Drills played to their end by a policy: for percentiles, what-if and calibration. A rollout is the played drill's own
// step function with nothing attached.
#pragma once

#include "engine/policy.hpp"

#include <functional>
#include <span>

namespace sonae::engine {

// Gives every thread an unbroken share of [0, count): `work(from, to)`. Returns when all are done.
void share_out(std::size_t count, unsigned threads, const std::function<void(std::size_t, std::size_t)>& work);

struct Outcome {
    std::array<std::int64_t, kIndicators> indicators{};
    std::uint64_t fingerprint = 0; // of one drill played alone; many are not told apart by it
    std::uint32_t steps = 0;
    std::uint16_t ending = 0xFFFF;
    std::uint16_t how = 0; // State::ended
    bool operator==(const Outcome&) const = default;
};

// Plays on until the drill has ended.
template <class Sink>
void play_out(const Scenario& scenario, State& state, PolicyPlayer& player, Sink& tell);

Outcome outcome_of(const Scenario& scenario, const State& state, bool with_fingerprint = false);

// One whole drill.
Outcome play_drill(const Scenario& scenario, std::size_t policy, Luck luck, std::span<const std::int64_t> outputs = {});

// Fills `outcomes[i]` with the drill of seed `first_seed + i`, on `threads` threads; the result does not depend on
// their number.
void play_drills(const Scenario& scenario, std::size_t policy, std::uint64_t first_seed,
                 std::span<const std::int64_t> outputs, std::span<Outcome> outcomes, unsigned threads);

// From a state in mid-drill: `outcomes[i]` is future i + 1.
void roll_out(const Scenario& scenario, const State& from, std::size_t policy, std::span<Outcome> outcomes,
              unsigned threads);

} // namespace sonae::engine
