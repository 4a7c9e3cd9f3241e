// Room time: how fast situation time passes on the wall. It decides when an Advance is due and what the clock shows in
// between; the state knows nothing of it. Times are milliseconds of a steady clock that the caller reads.
#pragma once

#include "engine/drill.hpp"

#include <cstdint>
#include <optional>

namespace sonae::live {

inline constexpr int kSpeeds[] = {10, 60, 300, 1200}; // situation seconds a room second

class Pacing {
  public:
    bool running() const { return running_; }
    int speed() const { return speed_; }
    void run(std::int64_t now_ms);
    void pause(std::int64_t now_ms);
    void set_speed(int speed, std::int64_t now_ms);

    // The situation second to show: between the drill's last moment and the next thing due.
    std::int32_t shown(const engine::Scenario& scenario, const engine::State& state, std::int64_t now_ms) const;
    // The moment to advance to, once the shown clock has reached what is due; nothing while a decision waits.
    std::optional<std::int32_t> due(const engine::Scenario& scenario, const engine::State& state, std::int64_t now_ms);
    // After an accepted command: the clock goes on from the drill's moment.
    void settle(const engine::State& state, std::int64_t now_ms);
    // Room milliseconds until `due` will answer, for the window's sleep; nothing when only a person can move things.
    std::optional<std::int64_t> wait_ms(const engine::Scenario& scenario, const engine::State& state,
                                        std::int64_t now_ms) const;

  private:
    std::int64_t passed(std::int64_t now_ms) const;

    bool running_ = false;
    int speed_ = kSpeeds[1];
    std::int64_t since_ms_ = 0;
    std::int64_t from_ = 0; // situation seconds
};

} // namespace sonae::live
