#include "base/check.hpp"
#include "base/digest.hpp"
#include "base/overloaded.hpp"
#include "workshop/command_family.hpp"
#include "workshop/lookup.hpp"
#include "workshop/room.hpp"

#include <algorithm>

namespace sonae::workshop {
namespace {

using engine::Recorder;

std::shared_ptr<Drill> start(const StartDrill& c, const ScenarioSource& scenarios)
{
    auto drill = std::make_shared<Drill>();
    drill->started = c;
    drill->scenario = scenarios(c);
    EXPECTS(drill->scenario != nullptr);
    Recorder recorder{drill->facts};
    drill->state =
        engine::begin(*drill->scenario, Luck{c.seed, 0}, output_values(*drill->scenario, c.outputs), recorder);
    return drill;
}

// One command inside a running drill.
void step(Drill& drill, const Advance& c, Recorder& recorder)
{
    engine::advance(*drill.scenario, drill.state, c.to, recorder);
}
void step(Drill& drill, const Choose& c, Recorder& recorder)
{
    const engine::Scenario& sc = *drill.scenario;
    const DecisionId decision = *find_decision(sc, c.decision);
    engine::choose(sc, drill.state, decision, *find_option(sc.decisions[decision.index()], c.option), recorder);
}
void step(Drill& drill, const LetPass& c, Recorder& recorder)
{
    engine::let_pass(*drill.scenario, drill.state, *find_decision(*drill.scenario, c.decision), recorder);
}
void step(Drill& drill, const TakeAction& c, Recorder& recorder)
{
    const engine::Scenario& sc = *drill.scenario;
    const ActionId action = *find_action(sc, c.action);
    engine::start_action(sc, drill.state, action, *find_target(sc, sc.actions[action.index()], c.target), recorder);
}
void step(Drill& drill, const CallOff& c, Recorder& recorder)
{
    engine::call_off(*drill.scenario, drill.state, *find_slot(drill, c), recorder);
}

// What the commands of a line have made, while more are folded into it.
class Fold {
  public:
    Fold() = default;
    // Copies what the command will change; the rest stays shared with the table.
    Fold(const Table& table, const Command& command) : past_(table.past)
    {
        const bool in_drill = !is_of_session(command);
        drill_ = table.drill && in_drill ? std::make_shared<Drill>(*table.drill) : nullptr;
        session_ = table.session && !in_drill ? std::make_shared<Session>(*table.session) : nullptr;
        kept_drill_ = table.drill, kept_session_ = table.session;
    }

    // `number` of the command on the line, from 1.
    void add(const Command& command, std::uint32_t number, const ScenarioSource& scenarios)
    {
        std::visit(Overloaded{
                       [&](const StartDrill& c) { drill_ = start(c, scenarios); },
                       [&](const StartSession& c) {
                           seal_changed();
                           if (session_) past_.push_back(std::move(session_));
                           session_ = std::make_shared<Session>(begin_session(c, scenarios(c), number));
                           seal(*session_);
                       },
                       [](const Rewind&) {},
                       [&](const Advance& c) { within(c); },
                       [&](const Choose& c) { within(c); },
                       [&](const LetPass& c) { within(c); },
                       [&](const TakeAction& c) { within(c); },
                       [&](const CallOff& c) { within(c); },
                       [&](const auto& c) {
                           apply_step(*session_, c, number);
                           changed_ = true;
                       },
                   },
                   command);
    }

    void give(Table& table)
    {
        seal_changed();
        table.drill = drill_ ? std::move(drill_) : std::move(kept_drill_);
        table.session = session_ ? std::move(session_) : std::move(kept_session_);
        table.past = std::move(past_);
    }

  private:
    void seal_changed()
    {
        if (changed_) seal(*session_);
        changed_ = false;
    }
    template <class InDrill>
    void within(const InDrill& command)
    {
        Recorder recorder{drill_->facts};
        step(*drill_, command, recorder);
    }

    std::shared_ptr<Drill> drill_;
    std::shared_ptr<Session> session_;
    std::vector<std::shared_ptr<const Session>> past_;
    std::shared_ptr<const Drill> kept_drill_;
    std::shared_ptr<const Session> kept_session_;
    bool changed_ = false;
};

void refold(Table& table, const EntryId& head, const ScenarioSource& scenarios)
{
    Fold fold;
    std::uint32_t number = 0;
    for (const auto& past : path_to(table, head)) fold.add(past->command, ++number, scenarios);
    fold.give(table);
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
    std::size_t known = table.drill ? table.drill->facts.size() : 0;
    if (const auto* back = std::get_if<Rewind>(&command)) {
        refold(table, back->to, scenarios);
        caused.new_head = back->to;
        known = table.drill ? table.drill->facts.size() : 0; // they were told when they happened
    } else {
        if (std::holds_alternative<StartDrill>(command)) known = 0;
        Fold fold(table, command);
        fold.add(command, table.depth + 1, scenarios);
        fold.give(table);
    }
    if (table.drill) {
        const auto& facts = table.drill->facts;
        caused.facts.assign(facts.begin() + static_cast<std::ptrdiff_t>(known), facts.end());
        caused.at = table.drill->state.now;
    }
    caused.fingerprint = fingerprint(table);
    return caused;
}

void record(Room& room, const Command& command, const EntryId& id, const EntryId& parent, const Caused& caused)
{
    Table& table = room.tables.at(table_of(command));
    table.steps.push_back(std::make_shared<const Step>(Step{id, parent, command, caused.at}));
    table.head = caused.new_head.value_or(id);
    table.depth = caused.new_head ? static_cast<std::uint32_t>(path_to(table, table.head).size()) : table.depth + 1;
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

// A table without a session has its drill's own fingerprint.
std::uint64_t fingerprint(const Table& table)
{
    const std::uint64_t drill = table.drill ? engine::fingerprint(table.drill->state) : 0;
    if (!table.session) return drill;
    std::vector<std::uint64_t> all{drill};
    for (const auto& past : table.past) all.push_back(past->digest);
    all.push_back(table.session->digest);
    return digest_words(all.data(), all.size() * sizeof(std::uint64_t));
}

} // namespace sonae::workshop
