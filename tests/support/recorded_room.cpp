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
    if (auto refusal = workshop::check(room_, command, source_)) return refusal;
    const auto found = room_.tables.find(1);
    const EntryId parent = found == room_.tables.end() ? EntryId{} : found->second.head;
    const EntryId id{1, record_.size() + 1};
    const workshop::Caused caused = workshop::apply(room_, command, source_);
    workshop::record(room_, command, id, parent, caused);
    record_.push_back({id, parent, command, caused.fingerprint});
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
