// A drill in memory, played by a policy up to a moment: for pictures and for tests of screens. The same seed, policy
// and moment give the same room.
#pragma once

#include "workshop/autoplay.hpp"

#include <functional>
#include <memory>
#include <string>

namespace sonae::ui {

class Stage {
  public:
    Stage(std::shared_ptr<const engine::Scenario> scenario, std::uint64_t seed, workshop::TableNumber table = 1);

    const workshop::Room& room() const { return room_; }
    workshop::TableNumber table() const { return table_; }
    const workshop::Drill& drill() const { return *room_.tables.at(table_).drill; }

    // False when the room refuses.
    bool post(const workshop::Command& command);
    // Lets the policy play until the moment is reached, asked after each command; false when the drill ends before.
    bool play(std::string_view policy, const std::function<bool(const workshop::Drill&)>& reached);
    // Until the n-th decision (from 1) waits for its answer.
    bool play_to_decision(std::string_view policy, int n);
    void play_to_end(std::string_view policy);

  private:
    workshop::ScenarioSource source_;
    workshop::Room room_;
    workshop::TableNumber table_;
    std::uint64_t entries_ = 0;
};

} // namespace sonae::ui
