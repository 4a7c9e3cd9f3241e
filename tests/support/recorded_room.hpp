// A room in memory that keeps its record: what a test needs to play, go back and replay without a file.
#pragma once

#include "workshop/autoplay.hpp"
#include "workshop/replay.hpp"

#include <optional>
#include <string_view>

namespace sonae::test {

class RecordedRoom {
  public:
    explicit RecordedRoom(std::shared_ptr<const engine::Scenario> scenario);

    void start(std::uint64_t seed);
    std::optional<workshop::Refusal> post(const workshop::Command& command);
    // Plays by the policy to the end, or until `stop` says so after a command.
    void play(
        std::string_view policy,
        const std::function<bool(const RecordedRoom&)>& stop = [](const RecordedRoom&) { return false; });

    const workshop::Room& room() const { return room_; }
    const workshop::Table& table() const { return room_.tables.at(1); }
    const workshop::Drill& drill() const { return *table().drill; }
    std::span<const workshop::Recorded> record() const { return record_; }
    const workshop::ScenarioSource& scenarios() const { return source_; }

  private:
    std::shared_ptr<const engine::Scenario> scenario_;
    workshop::ScenarioSource source_;
    workshop::Room room_;
    std::vector<workshop::Recorded> record_;
};

} // namespace sonae::test
