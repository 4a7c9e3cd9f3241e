// What no chain of triggers, answers and effects can ever bring about.
#include "pack/rules_parts.hpp"

#include <fmt/format.h>

namespace sonae::pack {
namespace {

using namespace engine;
using namespace read;

struct Sentence {
    std::string ja, en;
};

Sentence missing_sentence(const WholePack& whole, const Instruction& in)
{
    const NameBook& names = whole.draft.names;
    const auto name = [&](NameKind kind) { return names.name(kind, in.a); };
    switch (in.op) {
    case Op::flag:
    case Op::since_flag:
        return {fmt::format("フラグ「{}」を立てるものがありません", name(NameKind::flag)),
                fmt::format("nothing ever sets the flag '{}'", name(NameKind::flag))};
    case Op::inject_delivered:
    case Op::since_inject:
        return {fmt::format("状況付与「{}」は届くことがありません", name(NameKind::inject)),
                fmt::format("the inject '{}' is never delivered", name(NameKind::inject))};
    case Op::action_done:
    case Op::action_running:
    case Op::since_action:
        return {fmt::format("対応行動「{}」はできることがありません", name(NameKind::action)),
                fmt::format("the action '{}' is never possible", name(NameKind::action))};
    case Op::decision_chose:
        return {fmt::format("意思決定「{}」の選択肢「{}」は選べることがありません", name(NameKind::decision),
                            names.option(in.a, in.b)),
                fmt::format("the option '{1}' of the decision '{0}' can never be chosen", name(NameKind::decision),
                            names.option(in.a, in.b))};
    default:
        return {fmt::format("意思決定「{}」は問われることがありません", name(NameKind::decision)),
                fmt::format("the decision '{}' is never asked", name(NameKind::decision))};
    }
}

void check_condition(const WholePack& whole, const WrittenCondition& written, const Possible& all, const Possible& can)
{
    const Scenario& sc = whole.draft.scenario;
    if (can_hold(sc, written.when, can)) return;
    Diagnostics& told = whole.draft.told;
    const Instruction* missing = missing_in(sc, written.when, can);
    const bool constant = !can_hold(sc, written.when, all) || !missing;
    const Sentence why = constant ? Sentence{"この条件は決して成り立ちません", "this condition can never hold"}
                                  : missing_sentence(whole, *missing);
    if (written.of_option)
        error(told, written.at, "option.never", why.ja + "。この選択肢は選べません",
              why.en + ": this option can't be chosen");
    else
        error(told, written.at, constant ? "story.always_false" : "story.unreachable", why.ja,
              constant ? why.en : why.en + ", so this condition can never hold");
}

// A beat that waits for an effect which nothing performs. One whose own condition fails was told of at the condition.
void check_beat(const WholePack& whole, const Trigger& trigger, bool possible, const Value& at, const Possible& can)
{
    if (possible || !can_hold(whole.draft.scenario, trigger.when, can)) return;
    error(whole.draft.told, at, "story.unreachable", "これを起こすものがありません", "nothing ever brings this about")
        .hint("on か when を書くか、どこかの effects に deliver や ask を書いてください",
              "write \"on\" or \"when\", or name it in some \"effects\" by deliver or ask");
}

} // namespace

void check_reach(const WholePack& whole)
{
    const Scenario& sc = whole.draft.scenario;
    const StorySource& story = whole.story;
    const Possible all(sc, true), can = reachable(sc);
    for (const WrittenCondition& written : whole.draft.conditions) check_condition(whole, written, all, can);
    for (std::size_t i = 0; i < sc.injects.size(); ++i)
        check_beat(whole, sc.injects[i].trigger, can.injects[i], story.injects[i].value(), can);
    for (std::size_t d = 0; d < sc.decisions.size(); ++d)
        check_beat(whole, sc.decisions[d].trigger, can.decisions[d], story.decisions[d].value(), can);
    for (std::size_t r = 0; r < sc.rules.size(); ++r)
        check_beat(whole, sc.rules[r].trigger, can.rules[r], story.rules[r].value(), can);
}

} // namespace sonae::pack
