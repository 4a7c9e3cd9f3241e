// What could happen in a drill at all, worked out from the tables: intervals for figures, and for each beat of the
// storyline whether anything can bring it about. It errs on the side of "it could".
#pragma once

#include "engine/scenario.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace sonae::pack {

struct Range {
    std::int64_t low = 0, high = 0;
    bool can_be_true() const { return low != 0 || high != 0; }
    bool can_be_false() const { return low <= 0 && high >= 0; }
};

// Which things of the storyline can come about.
struct Possible {
    Possible(const engine::Scenario& scenario, bool everything);
    std::vector<bool> flags, injects, decisions, actions, rules;
    std::vector<std::array<bool, engine::kMaxOptions>> options;
    bool operator==(const Possible&) const = default;
};

// A flag that is taken as set (or clear) whatever the tables say.
struct Assumed {
    std::size_t flag = engine::kMaxFlags;
    bool set = false;
};

Range range_of(const engine::Scenario& scenario, const engine::Expression& expression, const Possible& possible,
               Assumed assumed = {});
bool can_hold(const engine::Scenario& scenario, const engine::Expression& when, const Possible& possible);

// Everything that some chain of triggers, answers and effects leads to.
Possible reachable(const engine::Scenario& scenario);

// An instruction that asks for something that can't come about; null when there is none.
const engine::Instruction* missing_in(const engine::Scenario& scenario, const engine::Expression& when,
                                      const Possible& possible);

} // namespace sonae::pack
