#include "pack/rules.hpp"

#include "pack/rows.hpp"

namespace sonae::pack {
namespace {

using namespace engine;
using namespace read;

// Conditions that seal() will watch.
void check_conditions(const WholePack& whole)
{
    const Scenario& sc = whole.draft.scenario;
    std::size_t count = 0, clocked = 0;
    const auto watch = [&](const Expression& when) { ++count, clocked += when.clocked; };
    const auto listen = [&](const Trigger& trigger) {
        if (!trigger.never && trigger.on == Occurrence::none) watch(trigger.when);
    };
    for (const Technique& technique : sc.playbook.techniques) watch(technique.when);
    for (const Inject& inject : sc.injects) listen(inject.trigger);
    for (const Decision& decision : sc.decisions) listen(decision.trigger);
    for (const Rule& rule : sc.rules) listen(rule.trigger);
    if (!sc.finish.always()) watch(sc.finish);
    if (count > kMaxConditions) tell_too_many(whole.pack, kMaxConditions, count, whole.draft.told);
    if (clocked > 64) tell_too_many(whole.pack, 64, clocked, whole.draft.told);
}

} // namespace

void check_rules(const WholePack& whole) { check_conditions(whole); }

} // namespace sonae::pack
