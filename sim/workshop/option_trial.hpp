// Whether every option of a pack is worth choosing somewhere: the options of a decision tried out side by side, from
// states in which a table was asked it, over the same futures. For authors; no played drill knows of it.
#pragma once

#include "workshop/survey.hpp"

namespace sonae::workshop {

// What a course of events cost, in yen: the total loss, and each point of trust lost (of customers, partners, staff and
// neighbours, against the start; a gain counts nothing) at the pack's `yen_per_trust_point`.
std::int64_t cost_of(const engine::Scenario& scenario, const engine::State& state);

// What the feedback calls harmful may be the best answer now and then, or cost no more than another; not more often, or
// the debrief would say the contrary of what the option teaches.
inline constexpr std::uint32_t kHarmBestInOneOf = 4;

enum class Verdict : std::uint8_t {
    fine,
    never_best,  // and not marked as harm
    always_best, // and not marked as a rule
    harm_pays,   // marked as harm, and best in more than one of kHarmBestInOneOf states
};

struct OptionTrial {
    std::uint32_t open = 0;     // states in which it could be chosen
    std::uint32_t best = 0;     // of these, in which no other option's median cost was lower
    std::int64_t over_best = 0; // yen: median of how much dearer than the state's best it was
    Verdict verdict = Verdict::fine;
};

struct DecisionTrial {
    std::uint32_t states = 0; // in which there was a choice: two options or more
    std::vector<OptionTrial> options;
};

struct TrialSize {
    std::size_t states = 60;  // at most, for each decision
    std::size_t futures = 31; // from each state, for each option
};

// The policy that answers after the option was chosen: `typical`, or the pack's last when it has none of that name.
std::size_t policy_afterwards(const engine::Scenario& scenario);

// States are taken from the surveyed plays, a seed of every world before the next seed. A row a decision. The result
// does not depend on the number of threads.
std::vector<DecisionTrial> try_options(const engine::Scenario& scenario, std::span<const Survey> surveys,
                                       const TrialSize& size, unsigned threads);

} // namespace sonae::workshop
