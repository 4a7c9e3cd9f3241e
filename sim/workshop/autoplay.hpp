// A policy at a table: turns its intents into the commands that a person would give.
#pragma once

#include "engine/policy.hpp"
#include "workshop/room.hpp"

namespace sonae::workshop {

class Autoplay {
  public:
    Autoplay(const Drill& drill, std::size_t policy, TableNumber table)
        : player_(*drill.scenario, policy), table_(table)
    {
    }

    // The next commands: time up to the moment when the policy acts (or the end), then what it does. Empty when the
    // drill is over. Looks ahead on a copy; the drill itself is untouched.
    std::vector<Command> next(const Drill& drill);

  private:
    engine::PolicyPlayer player_;
    TableNumber table_;
};

Command command_of(const engine::Scenario& scenario, const engine::Intent& intent, TableNumber table);

} // namespace sonae::workshop
