#include "engine/topics.hpp"

#include "engine/scenario.hpp"

#include <optional>
#include <span>

namespace sonae::engine {
namespace {

std::optional<Topic> family_of(const Instruction& load)
{
    switch (load.op) {
    case Op::flag:
    case Op::since_flag: return Topic::flags;
    case Op::inject_delivered:
    case Op::since_inject: return Topic::injects;
    case Op::decision_chose:
    case Op::decision_silent:
    case Op::decision_made:
    case Op::since_decision: return Topic::decisions;
    case Op::action_done:
    case Op::since_action: return Topic::actions;
    case Op::action_running: return Topic::running;
    case Op::contact_is:
        switch (static_cast<ContactProperty>(load.b)) {
        case ContactProperty::open: return std::nullopt; // by the clock
        case ContactProperty::called: return Topic::called;
        default: return Topic::contacts;
        }
    default: return std::nullopt;
    }
}

// Everything that is waited for: what is only asked now and then wakes nobody.
std::vector<Expression*> awaited(Scenario& sc)
{
    std::vector<Expression*> all;
    const auto add = [&](Trigger& trigger) {
        if (trigger.on == Occurrence::none && !trigger.never) all.push_back(&trigger.when);
    };
    for (Technique& technique : sc.playbook.techniques) all.push_back(&technique.when);
    for (Inject& inject : sc.injects) add(inject.trigger);
    for (Decision& decision : sc.decisions) add(decision.trigger);
    for (Rule& rule : sc.rules) add(rule.trigger);
    for (Policy& policy : sc.policies)
        for (PolicyMove& move : policy.moves) all.push_back(&move.when);
    all.push_back(&sc.finish);
    return all;
}

std::span<const Instruction> code_of(const Scenario& sc, const Expression& expression)
{
    return std::span(sc.code).subspan(expression.begin, expression.end - expression.begin);
}

struct Thing {
    Topic family = Topic::flags;
    std::uint16_t index = 0;
    int waiting = 0;
};

// Those that most wait for first; of equals, the first that is waited for.
std::vector<Thing> things(const Scenario& sc, std::span<Expression* const> expressions)
{
    std::vector<Thing> all;
    for (const Expression* expression : expressions)
        for (const Instruction& in : code_of(sc, *expression)) {
            const auto family = family_of(in);
            if (!family) continue;
            auto thing = std::find_if(all.begin(), all.end(), [&](const Thing& known) {
                return known.family == *family && known.index == in.a;
            });
            if (thing == all.end()) thing = all.insert(all.end(), {*family, in.a});
            ++thing->waiting;
        }
    std::stable_sort(all.begin(), all.end(), [](const Thing& l, const Thing& r) { return l.waiting > r.waiting; });
    return all;
}

} // namespace

void deal_topics(Scenario& sc)
{
    const std::vector<Expression*> expressions = awaited(sc);
    std::size_t next = static_cast<std::size_t>(Topic::dealt);
    for (const Thing& thing : things(sc, expressions))
        if (next < 64) sc.topics.give(thing.family, thing.index, next++);

    for (Instruction& in : sc.code)
        if (const auto family = family_of(in)) in.reads = (in.reads & ~topic(*family)) | sc.topics.of(*family, in.a);
    for (Term& term : sc.terms) term.reads = sc.code[term.code].reads;
    for (Expression* expression : expressions) {
        expression->reads &= topic(Topic::flags) - 1; // of no family
        for (const Instruction& in : code_of(sc, *expression)) expression->reads |= in.reads;
    }
}

} // namespace sonae::engine
