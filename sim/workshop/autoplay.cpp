#include "workshop/autoplay.hpp"

#include "workshop/lookup.hpp"

#include <algorithm>

namespace sonae::workshop {

Command command_of(const engine::Scenario& sc, const engine::Intent& intent, TableNumber table)
{
    using Kind = engine::Intent::Kind;
    if (intent.kind == Kind::act) {
        const engine::Action& action = sc.actions[intent.action.index()];
        return TakeAction{table, action.id, target_id(sc, action, intent.target)};
    }
    const engine::Decision& decision = sc.decisions[intent.decision.index()];
    if (intent.kind == Kind::choose) return Choose{table, decision.id, decision.options[intent.option].id, 0};
    return LetPass{table, decision.id};
}

std::vector<Command> Autoplay::next(const Drill& drill)
{
    if (engine::has_ended(drill.state)) return {};
    const engine::Scenario& sc = *drill.scenario;
    engine::State ahead = drill.state;
    engine::NoSink quiet;
    for (;;) {
        if (const auto intent = player_.act(ahead)) {
            std::vector<Command> commands;
            if (ahead.now > drill.state.now || ahead.steps != drill.state.steps)
                commands.emplace_back(Advance{table_, ahead.now});
            commands.push_back(command_of(sc, *intent, table_));
            return commands;
        }
        if (engine::has_ended(ahead)) return {Advance{table_, ahead.now}};
        engine::advance(sc, ahead, std::min(engine::next_due_at(sc, ahead), player_.next_at()), quiet);
    }
}

} // namespace sonae::workshop
