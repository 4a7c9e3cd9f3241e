#include "support/recorded_room.hpp"

#include "workshop/lookup.hpp"

#include <catch2/catch.hpp>

namespace sonae::test {

RecordedRoom::RecordedRoom(std::shared_ptr<const engine::Scenario> scenario) : scenario_(std::move(scenario))
{
    source_ = [scenario = scenario_](const workshop::StartDrill&) { return scenario; };
}

void RecordedRoom::start(std::uint64_t seed)
{
    REQUIRE_FALSE(post(workshop::StartDrill{1, "", scenario_->id, scenario_->company.id, seed, {}}));
}

std::optional<workshop::Refusal> RecordedRoom::post(const workshop::Command& command)
{
    const EntryId id{1, record_.size() + 1}, parent = workshop::head_of(room_, 1);
    if (auto refusal = workshop::carry_out(room_, command, id, source_)) return refusal;
    record_.push_back({id, parent, command, workshop::fingerprint(table())});
    return std::nullopt;
}

void RecordedRoom::play(std::string_view policy, const std::function<bool(const RecordedRoom&)>& stop)
{
    workshop::Autoplay player(drill(), *workshop::find_policy(*scenario_, policy), 1);
    while (!engine::has_ended(drill().state))
        for (const workshop::Command& command : player.next(drill())) {
            REQUIRE_FALSE(post(command));
            if (stop(*this)) return;
        }
}

} // namespace sonae::test
