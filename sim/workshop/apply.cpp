#include "base/check.hpp"
#include "base/overloaded.hpp"
#include "workshop/lookup.hpp"
#include "workshop/room.hpp"

#include <algorithm>

namespace sonae::workshop {
namespace {

using engine::Recorder;

std::vector<std::int64_t> values_of(const engine::Scenario& scenario,
                                    const std::map<std::string, std::int64_t>& outputs)
{
    std::vector<std::int64_t> values;
    for (const engine::Output& output : scenario.outputs) {
        const auto carried = outputs.find(output.id);
        values.push_back(carried == outputs.end() ? output.as_company : carried->second);
    }
    return values;
}

std::shared_ptr<Drill> start(const StartDrill& c, const ScenarioSource& scenarios)
{
    auto drill = std::make_shared<Drill>();
    drill->started = c;
    drill->scenario = scenarios(c);
    EXPECTS(drill->scenario != nullptr);
    Recorder recorder{drill->facts};
    drill->state = engine::begin(*drill->scenario, Luck{c.seed, 0}, values_of(*drill->scenario, c.outputs), recorder);
    return drill;
}

// One command inside a running drill.
void step(Drill& drill, const Command& command)
{
    const engine::Scenario& sc = *drill.scenario;
    Recorder recorder{drill.facts};
    std::visit(
        Overloaded{
            [&](const Advance& c) { engine::advance(sc, drill.state, c.to, recorder); },
            [&](const Choose& c) {
                const DecisionId decision = *find_decision(sc, c.decision);
                engine::choose(sc, drill.state, decision, *find_option(sc.decisions[decision.index()], c.option),
                               recorder);
            },
            [&](const LetPass& c) { engine::let_pass(sc, drill.state, *find_decision(sc, c.decision), recorder); },
            [&](const TakeAction& c) {
                const ActionId action = *find_action(sc, c.action);
                engine::start_action(sc, drill.state, action, *find_target(sc, sc.actions[action.index()], c.target),
                                     recorder);
            },
            [&](const CallOff& c) { engine::call_off(sc, drill.state, *find_slot(drill, c), recorder); },
            [](const StartDrill&) {},
            [](const Rewind&) {},
        },
        command);
}

std::shared_ptr<Drill> refold(const Table& table, const EntryId& head, const ScenarioSource& scenarios)
{
    std::shared_ptr<Drill> drill;
    for (const auto& past : path_to(table, head)) {
        if (const auto* begins = std::get_if<StartDrill>(&past->command))
            drill = start(*begins, scenarios);
        else
            step(*drill, past->command);
    }
    return drill;
}

} // namespace

std::vector<std::shared_ptr<const Step>> path_to(const Table& table, const EntryId& head)
{
    std::vector<std::shared_ptr<const Step>> path;
    EntryId wanted = head;
    for (auto at = table.steps.rbegin(); at != table.steps.rend() && wanted.exists(); ++at) {
        if ((*at)->id != wanted) continue;
        path.push_back(*at);
        wanted = (*at)->parent;
    }
    std::reverse(path.begin(), path.end());
    return path;
}

Caused apply(Room& room, const Command& command, const ScenarioSource& scenarios)
{
    Table& table = room.tables[table_of(command)];
    table.number = table_of(command);
    Caused caused;
    std::shared_ptr<Drill> next;
    std::size_t known = 0;
    if (const auto* begins = std::get_if<StartDrill>(&command)) {
        next = start(*begins, scenarios);
    } else if (const auto* back = std::get_if<Rewind>(&command)) {
        next = refold(table, back->to, scenarios);
        caused.new_head = back->to;
        known = next->facts.size(); // they were told when they happened
    } else {
        next = std::make_shared<Drill>(*table.drill);
        known = next->facts.size();
        step(*next, command);
    }
    caused.facts.assign(next->facts.begin() + static_cast<std::ptrdiff_t>(known), next->facts.end());
    caused.at = next->state.now;
    caused.fingerprint = engine::fingerprint(next->state);
    table.drill = std::move(next);
    return caused;
}

void record(Room& room, const Command& command, const EntryId& id, const EntryId& parent, const Caused& caused)
{
    Table& table = room.tables.at(table_of(command));
    table.steps.push_back(std::make_shared<const Step>(Step{id, parent, command, caused.at}));
    table.head = caused.new_head.value_or(id);
}

std::optional<Refusal> carry_out(Room& room, const Command& command, const EntryId& id, const ScenarioSource& scenarios)
{
    if (auto refusal = check(room, command, scenarios)) return refusal;
    const EntryId parent = head_of(room, table_of(command));
    const Caused caused = apply(room, command, scenarios);
    record(room, command, id, parent, caused);
    return std::nullopt;
}

EntryId head_of(const Room& room, TableNumber table)
{
    const auto found = room.tables.find(table);
    return found == room.tables.end() ? EntryId{} : found->second.head;
}

std::uint64_t fingerprint(const Table& table) { return table.drill ? engine::fingerprint(table.drill->state) : 0; }

} // namespace sonae::workshop
