#include "ui/stage.hpp"

#include "base/check.hpp"
#include "workshop/lookup.hpp"

#include <algorithm>

namespace sonae::ui {

Stage::Stage(std::shared_ptr<const engine::Scenario> scenario, std::uint64_t seed, workshop::TableNumber table)
    : source_([scenario](const workshop::StartDrill&) { return scenario; }), table_(table)
{
    EXPECTS(scenario != nullptr);
    post(workshop::StartDrill{table, {}, scenario->id, scenario->company.id, seed, {}});
}

bool Stage::post(const workshop::Command& command)
{
    return !workshop::carry_out(room_, command, EntryId{1, ++entries_}, source_);
}

bool Stage::play(std::string_view policy, const std::function<bool(const workshop::Drill&)>& reached)
{
    const auto found = workshop::find_policy(*drill().scenario, policy);
    EXPECTS(found.has_value());
    workshop::Autoplay player(drill(), *found, table_);
    if (reached(drill())) return true;
    for (auto commands = player.next(drill()); !commands.empty(); commands = player.next(drill())) {
        for (const workshop::Command& command : commands) {
            if (!post(command)) return false;
            if (reached(drill())) return true;
        }
    }
    return false;
}

bool Stage::play_to_decision(std::string_view policy, int n)
{
    return play(policy, [n](const workshop::Drill& drill) {
        const auto opened = std::count_if(drill.state.decisions.begin(), drill.state.decisions.end(),
                                          [](const engine::DecisionState& d) { return d.opened != engine::kNotYet; });
        return opened >= n && engine::open_decision(drill.state).has_value();
    });
}

void Stage::play_to_end(std::string_view policy)
{
    play(policy, [](const workshop::Drill& drill) { return engine::has_ended(drill.state); });
}

} // namespace sonae::ui
