#include "base/overloaded.hpp"
#include "workshop/lookup.hpp"
#include "workshop/room.hpp"

#include <algorithm>

namespace sonae::workshop {
namespace {

using engine::ActionBlock;

const Table* find_table(const Room& room, TableNumber number)
{
    const auto at = room.tables.find(number);
    return at == room.tables.end() ? nullptr : &at->second;
}

// The drill that the command is about, or why there is none to act in.
std::optional<Refusal> check_running(const Room& room, TableNumber number)
{
    const Table* table = find_table(room, number);
    if (!table || !table->drill)
        return no(Reason::no_drill, "この班の演習はまだ始まっていません。", "This table has not begun a drill yet.");
    if (engine::has_ended(table->drill->state))
        return no(Reason::drill_over, "この演習は終わっています。", "This drill is over.");
    return std::nullopt;
}

const Drill& drill_of(const Room& room, TableNumber number) { return *find_table(room, number)->drill; }

std::optional<Refusal> check_start(const Room& room, const StartDrill& c, const ScenarioSource& scenarios)
{
    const Table* table = find_table(room, c.table);
    if (table && table->drill && !engine::has_ended(table->drill->state))
        return no(Reason::drill_running, "この班の演習はもう始まっています。",
                  "This table's drill is already running.");
    const auto scenario = scenarios(c);
    if (!scenario)
        return no(Reason::unknown_pack, "このシナリオと会社の組み合わせは開けません。",
                  "This scenario cannot be opened with this company.");
    for (const auto& [name, value] : c.outputs) {
        const auto known = [&, &wanted = name](const engine::Output& output) { return output.id == wanted; };
        if (std::none_of(scenario->outputs.begin(), scenario->outputs.end(), known))
            return no(Reason::unknown_output, "このシナリオが知らない成果です: " + name,
                      "The scenario knows no such output: " + name);
    }
    return std::nullopt;
}

std::optional<Refusal> check_advance(const Drill& drill, const Advance& c)
{
    if (c.to < drill.state.now)
        return no(Reason::time_goes_back, "状況時間は戻せません。", "Situation time does not go back.");
    if (engine::open_decision(drill.state) && c.to > drill.state.now)
        return no(Reason::decision_open, "先に、いまの意思決定に答えてください。", "Answer the open decision first.");
    return std::nullopt;
}

std::optional<Refusal> check_decision(const Drill& drill, std::string_view id)
{
    const auto decision = find_decision(*drill.scenario, id);
    if (!decision) return no(Reason::unknown_decision, "この意思決定はありません。", "There is no such decision.");
    if (drill.state.decisions[decision->index()].status != engine::DecisionStatus::open)
        return no(Reason::decision_not_open, "この意思決定は、いま開いていません。", "This decision is not open now.");
    return std::nullopt;
}

std::optional<Refusal> check_choose(const Drill& drill, const Choose& c)
{
    if (auto refusal = check_decision(drill, c.decision)) return refusal;
    const DecisionId decision = *find_decision(*drill.scenario, c.decision);
    const auto option = find_option(drill.scenario->decisions[decision.index()], c.option);
    if (!option) return no(Reason::unknown_option, "この選択肢はありません。", "There is no such option.");
    if (!engine::can_choose(*drill.scenario, drill.state, decision, *option))
        return no(Reason::option_not_open, "この選択肢は、いまの状況では選べません。",
                  "This option cannot be chosen as things stand.");
    return std::nullopt;
}

std::optional<Refusal> check_plan(const engine::Action& action, ActionBlock block)
{
    switch (block) {
    case ActionBlock::none: return std::nullopt;
    case ActionBlock::ended: return no(Reason::drill_over, "この演習は終わっています。", "This drill is over.");
    case ActionBlock::condition:
        if (!action.when_not.ja.empty()) return Refusal{Reason::action_not_now, action.when_not};
        return no(Reason::action_not_now, "いまの状況ではできません。", "This cannot be done as things stand.");
    case ActionBlock::limit:
        return no(Reason::action_limit, "この行動はもう済んでいます。", "This has been done already.");
    case ActionBlock::running:
        return no(Reason::action_running, "同じ行動を進めているところです。", "This is already under way.");
    case ActionBlock::target:
        return no(Reason::unknown_target, "この対象には行えません。", "It cannot be done to that.");
    case ActionBlock::already: return no(Reason::already_so, "もうその状態になっています。", "That is already so.");
    case ActionBlock::nobody:
        return no(Reason::nobody_free, "できる人が見つかりません。", "Nobody can be found to do it.");
    case ActionBlock::too_many:
        return no(Reason::too_much_at_once, "進めている行動が多すぎます。終わるのを待ってください。",
                  "Too much is under way. Wait until something is done.");
    }
    return std::nullopt;
}

std::optional<Refusal> check_action(const Drill& drill, const TakeAction& c)
{
    const auto id = find_action(*drill.scenario, c.action);
    if (!id) return no(Reason::unknown_action, "この行動はありません。", "There is no such action.");
    const engine::Action& action = drill.scenario->actions[id->index()];
    const auto target = find_target(*drill.scenario, action, c.target);
    if (!target) return no(Reason::unknown_target, "対象を選んでください。", "Choose what to do it to.");
    return check_plan(action, engine::plan_action(*drill.scenario, drill.state, *id, *target).block);
}

std::optional<Refusal> check_call_off(const Drill& drill, const CallOff& c)
{
    if (find_slot(drill, c)) return std::nullopt;
    return no(Reason::not_running, "その行動は進んでいません。", "That is not under way.");
}

std::optional<Refusal> check_start_session(const Room& room, const StartSession& c, const ScenarioSource& scenarios)
{
    const Table* table = find_table(room, c.table);
    if (table && table->session && table->session->started.pack_id == c.pack_id)
        return no(Reason::session_running, "この班のこの回は、もう始まっています。",
                  "This table has begun this session already.");
    const auto plan = scenarios(c);
    if (!plan)
        return no(Reason::unknown_pack, "この回と会社の組み合わせは開けません。",
                  "This session cannot be opened with this company.");
    return check_carried(*plan, c);
}

template <class InDrill>
std::optional<Refusal> within_drill(const Room& room, const InDrill& c, auto&& look)
{
    if (auto refusal = check_running(room, c.table)) return refusal;
    return look(drill_of(room, c.table), c);
}

template <class InSession>
std::optional<Refusal> within_session(const Room& room, const InSession& c)
{
    const Table* table = find_table(room, c.table);
    if (!table || !table->session)
        return no(Reason::no_session, "この班の回はまだ始まっていません。", "This table has not begun a session yet.");
    return check_step(*table->session, c);
}

std::optional<Refusal> check_rewind(const Room& room, const Rewind& c)
{
    const Table* table = find_table(room, c.table);
    const auto is_it = [&](const auto& step) {
        return step->id == c.to && !std::holds_alternative<Rewind>(step->command);
    };
    if (table && std::any_of(table->steps.begin(), table->steps.end(), is_it)) return std::nullopt;
    return no(Reason::unknown_entry, "戻る先の記録が見つかりません。", "The entry to go back to cannot be found.");
}

} // namespace

std::optional<std::size_t> find_slot(const Drill& drill, const CallOff& c)
{
    const auto id = find_action(*drill.scenario, c.action);
    if (!id) return std::nullopt;
    const auto target = find_target(*drill.scenario, drill.scenario->actions[id->index()], c.target);
    for (std::size_t slot = 0; target && slot < drill.state.running.size(); ++slot) {
        const engine::RunningAction& run = drill.state.running[slot];
        if (run.status != engine::RunStatus::empty && run.action == id->value && run.target == *target) return slot;
    }
    return std::nullopt;
}

std::optional<Refusal> check(const Room& room, const Command& command, const ScenarioSource& scenarios)
{
    const auto decision = [](const Drill& drill, const LetPass& c) { return check_decision(drill, c.decision); };
    return std::visit(Overloaded{
                          [&](const StartDrill& c) { return check_start(room, c, scenarios); },
                          [&](const StartSession& c) { return check_start_session(room, c, scenarios); },
                          [&](const Rewind& c) { return check_rewind(room, c); },
                          [&](const Advance& c) { return within_drill(room, c, check_advance); },
                          [&](const Choose& c) { return within_drill(room, c, check_choose); },
                          [&](const LetPass& c) { return within_drill(room, c, decision); },
                          [&](const TakeAction& c) { return within_drill(room, c, check_action); },
                          [&](const CallOff& c) { return within_drill(room, c, check_call_off); },
                          [&](const auto& c) { return within_session(room, c); }, // each has its own check_step
                      },
                      command);
}

} // namespace sonae::workshop
