// The call-tree drill of a plan: a few minutes of calling people as the plan stands, at the moment of the situation.
#pragma once

#include "base/localized.hpp"
#include "base/sim_time.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sonae::workshop {

struct Situation {
    std::string id;
    Localized text;
    SimTime at = 0;
    std::vector<std::string> wants; // rows of the grid, one of whom must answer
};

struct CallTree {
    std::string grid; // whose rows are called
    int minutes = 6;
    int answered = 1, unanswered = 2; // what a call costs
    std::vector<Situation> situations;
    bool exists() const { return !situations.empty(); }
};

enum class CallOutcome : std::uint8_t {
    answered,
    nobody,    // the role has no person: 担当者なし
    no_number, // a person, but no number in the plan
    closed,    // outside the hours in the plan
    no_hours,  // nobody knows when
};

struct CallMade {
    std::string situation, row, column;
    CallOutcome outcome = CallOutcome::nobody;
    int minutes = 0;
    bool operator==(const CallMade&) const = default;
};

struct CallsState {
    std::vector<CallMade> made;
    bool operator==(const CallsState&) const = default;
};

int minutes_used(const CallsState& state, std::string_view situation);
bool is_reached(const CallTree& calls, const CallsState& state, std::string_view situation);
Localized outcome_text(CallOutcome outcome);

} // namespace sonae::workshop
