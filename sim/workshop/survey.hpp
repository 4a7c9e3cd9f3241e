// A pack's drill played many times by one policy: what was reached how often, and how the figures spread. Read off the
// last state of each play; nothing records while it plays.
#pragma once

#include "engine/rollout.hpp"

#include <span>
#include <vector>

namespace sonae::workshop {

// What earlier sessions left: nothing (the company as it stands), or the outputs' own good and poor examples.
enum class Preparation : std::uint8_t { company, good, poor };
std::vector<std::int64_t> outputs_of(const engine::Scenario& scenario, Preparation preparation);

// Where a seed is played: every seed gives one play in each world.
struct World {
    std::size_t policy = 0; // of Scenario::policies
    Preparation preparation = Preparation::company;
};

// In how many plays it happened, by the scenario's numbering.
struct Coverage {
    std::vector<std::uint32_t> injects;              // delivered
    std::vector<std::uint32_t> decisions;            // opened
    std::vector<std::uint32_t> silences;             // let pass until the deadline
    std::vector<std::vector<std::uint32_t>> options; // chosen; a row a decision
    std::vector<std::uint32_t> actions;              // carried out to their end
    std::vector<std::uint32_t> endings;
};

// Percentiles by nearest rank; the mean is rounded down.
struct Spread {
    std::int64_t least = 0, p10 = 0, median = 0, p90 = 0, most = 0, mean = 0;
};
Spread spread_of(std::vector<std::int64_t> values); // of none: all zero

using Spreads = std::array<Spread, engine::kIndicators>;
// How the figures spread over `seeds` drills from `first_seed` on, with these outputs carried in (none: the company as
// it stands).
Spreads spreads_of(const engine::Scenario& scenario, std::size_t policy, std::span<const std::int64_t> outputs,
                   std::uint64_t first_seed, std::size_t seeds, unsigned threads);

struct Survey {
    World world;
    std::size_t plays = 0;
    Coverage coverage;
    Spreads figures;
    std::vector<std::uint64_t> opened; // by seed: bit a decision that was put to the table
};

// Plays the seeds 1 … `seeds`. The result does not depend on the number of threads.
Survey survey(const engine::Scenario& scenario, const World& world, std::size_t seeds, unsigned threads);

// Adds what `more` counted, as if both had been one survey.
void add(Coverage& all, const Coverage& more);
Coverage nothing_reached(const engine::Scenario& scenario);

} // namespace sonae::workshop
