#include "engine/drill.hpp"

#include "base/check.hpp"
#include "base/digest.hpp"
#include "engine/step_action.hpp"
#include "engine/step_attack.hpp"
#include "engine/step_company.hpp"
#include "engine/step_detect.hpp"
#include "engine/step_response.hpp"
#include "engine/step_services.hpp"
#include "engine/step_story.hpp"
#include "engine/stepper.hpp"

namespace sonae::engine {

template <class Sink>
void Stepper<Sink>::run(Step what, const Due& due)
{
    switch (what) {
    case Step::attempt_ends: return attempt_ends(due);
    case Step::alert_arrives: return alert_arrives(due);
    case Step::false_alarm: return false_alarm(due);
    case Step::centre_isolates: {
        Plane one;
        one.set(HostId{due.a});
        if (s.isolated.has(HostId{due.a})) return;
        isolate(one, FactKind::host_isolated, HostId{due.a}, due.cause);
        return occur(Occurrence::centre_isolated, HostId{due.a}, due.b, s.seq);
    }
    case Step::users_notice: return users_notice(due);
    case Step::tolerance_passes: return tolerance_passes(due);
    case Step::penalty_begins: return penalty_begins(due);
    case Step::manual_ends: return manual_ends(due);
    case Step::trust_wears: return trust_wears(due);
    case Step::action_begins: return action_begins(due);
    case Step::action_ends: return action_ends(due);
    case Step::host_back: return host_back(due);
    case Step::contact_answers: return contact_answers(due);
    case Step::contact_arrives: return contact_arrives(due);
    case Step::deadline_passes: return deadline_passes(due);
    case Step::condition_wakes: {
        const Condition& condition = sc.conditions[due.a];
        std::int32_t& wake = s.wake_at[static_cast<std::size_t>(condition.clock_slot)];
        if (wake != s.now) return; // an earlier one came between, and found the next by itself
        wake = kNotYet;
        s.woken[due.a / 64] |= std::uint64_t{1} << due.a % 64;
        s.dirty |= topic(Topic::clock);
        return;
    }
    case Step::inject_due: return deliver(due);
    case Step::decision_due: return open_decision(due);
    case Step::effect_due: return perform_one(due.a, due.host, due.cause);
    case Step::silence_falls: return silence_falls(due);
    case Step::logs_age: return logs_age(due);
    case Step::horizon: return finish(2);
    case Step::sensor_ends: return sensor_ends(due);
    case Step::report_comes: return report_comes(due);
    case Step::silence_wears: return silence_wears(due);
    }
}

// What decides whether a kind of technique has anything to do.
constexpr Topics kTechniqueTopics =
    topic(Topic::attacker) | topic(Topic::admin) | topic(Topic::network) | topic(Topic::backup) | topic(Topic::assets);

// After every event: conditions for which something changed, until nothing does; then idle hands of the attacker.
template <class Sink>
void Stepper<Sink>::settle_story()
{
    for (int round = 0; s.dirty && !s.ended; ++round) {
        if (round == kMaxChain || chain > kMaxChain) {
            s.ended = 3;
            return;
        }
        if (s.dirty & kTechniqueTopics) rule_out_techniques();
        s.changed |= s.dirty;
        s.changed_hosts.add(s.dirty_hosts, sc.words);
        if (concerns(s.dirty & s.awaited, s.awaited_hosts, s.dirty_hosts)) {
            look_at_conditions();
        } else {
            s.dirty = 0;
            s.dirty_hosts = {};
        }
    }
    busy_hands();
}

template <class Sink>
void Stepper<Sink>::finish(std::uint16_t how)
{
    if (s.ended) return;
    aftermath();
    s.ended = how;
    for (std::size_t e = 0; e < sc.endings.size() && s.ending == kNobody; ++e)
        if (holds(sc.endings[e].when)) s.ending = static_cast<std::uint16_t>(e);
    fact(FactKind::drill_ended, 0, s.ending);
}

State prepare(const Scenario& sc, std::span<const std::int64_t> outputs)
{
    State s{};
    s.work = sc.work_time(0);
    s.wake_at.fill(kNotYet);
    s.flag_at.fill(kNotYet);
    s.action_at.fill(kNotYet);
    for (std::size_t o = 0; o < sc.outputs.size(); ++o)
        s.outputs[o] = o < outputs.size() ? outputs[o] : sc.outputs[o].as_company;
    for (std::size_t c = 0; c < sc.company.controls.size(); ++c)
        if (sc.company.controls[c].on) s.controls |= std::uint64_t{1} << c;
    for (std::size_t t = 0; t < sc.playbook.techniques.size(); ++t) {
        const Technique& technique = sc.playbook.techniques[t];
        const auto settled = std::span(technique.chance_factors).first(sc.attempts[t].settled_factors);
        s.chances[t] = static_cast<std::int32_t>(after_factors(sc, s, technique.chance, settled));
    }
    for (std::size_t o = 0; o < sc.listeners.size(); ++o) s.unheard |= std::uint64_t{sc.listeners[o].empty()} << o;
    s.idle_hands = (1u << sc.playbook.hands) - 1;
    s.booked = booked_at_start(sc);

    NoSink quiet;
    Stepper<NoSink> step{sc, s, quiet};
    step.survey();
    step.rule_out_techniques();
    s.awaited = topic(Topic::clock);
    for (std::size_t c = 0; c < sc.conditions.size(); ++c) // what holds is looked at again when the drill begins
        if (step.look_at(c)) s.woken[c / 64] |= std::uint64_t{1} << c % 64;
    s.dirty = topic(Topic::clock);
    return s;
}

template <class Sink>
State begin_prepared(const Scenario& sc, const State& prepared, Luck luck, Sink& tell)
{
    State s = prepared;
    set_luck(s, luck);
    Stepper<Sink> step{sc, s, tell};
    const Seq root = step.fact(FactKind::drill_started, 0);
    step.push(sc.horizon, {.cause = root, .step = Step::horizon});
    step.push(kDay, {.cause = root, .step = Step::logs_age});
    for (std::size_t i = 0; i < sc.company.sensors.size(); ++i) step.plan_false_alarm(i, 0, root);
    step.plan_services(root);
    step.occur(Occurrence::start, HostId{}, kNobody, root);
    step.settle_story();
    return s;
}

template <class Sink>
State begin(const Scenario& sc, Luck luck, std::span<const std::int64_t> outputs, Sink& tell)
{
    return begin_prepared(sc, prepare(sc, outputs), luck, tell);
}

// Lets pass what falls due up to `to`; after each instant asks whether that is enough for who watches, if anybody does.
template <class Sink>
Pause pass(const Scenario& sc, State& s, std::int32_t to, Watch* watch, Sink& tell)
{
    Stepper<Sink> step{sc, s, tell};
    bool moved = false;
    for (; !s.ended && !s.queue.empty(); moved = true) {
        const std::int32_t at = s.queue.next_at();
        if (at > to || (s.open_decisions && at > s.now)) break;
        if (moved && at > s.now && watch && watch->stirs(s)) return Pause::reached;
        const Step what = s.queue.next_step();
        const Due& due = s.queue.take();
        step.pass_to(at);
        if (++s.steps > kMaxSteps) s.ended = 3;
        step.chain = 0;
        step.run(what, due);
        s.queue.done(due);
        step.settle_story();
    }
    if (s.ended) return Pause::ended;
    if (s.open_decisions) return Pause::decision;
    if (moved && watch && watch->stirs(s)) return Pause::reached;
    step.pass_to(std::max(to, s.now));
    return Pause::reached;
}

template <class Sink>
Pause advance(const Scenario& sc, State& s, std::int32_t to, Sink& tell)
{
    return pass(sc, s, to, nullptr, tell);
}

template <class Sink>
Pause advance(const Scenario& sc, State& s, std::int32_t to, Watch& watch, Sink& tell)
{
    return pass(sc, s, to, &watch, tell);
}

std::int32_t next_due_at(const Scenario&, const State& s)
{
    return s.ended || s.queue.empty() || s.open_decisions ? s.now : s.queue.next_at();
}

bool has_ended(const State& s) { return s.ended != 0; }

std::optional<DecisionId> open_decision(const State& s)
{
    if (s.open_decisions == 0) return std::nullopt;
    std::optional<DecisionId> first;
    for (std::uint64_t bits = s.open_decisions; bits; bits &= bits - 1) {
        const auto d = static_cast<std::size_t>(std::countr_zero(bits));
        if (!first || s.decisions[d].opened < s.decisions[first->index()].opened) first = DecisionId{d};
    }
    return first;
}

bool can_choose(const Scenario& sc, const State& s, DecisionId decision, std::size_t option)
{
    if (decision.index() >= sc.decisions.size() || option >= sc.decisions[decision.index()].options.size())
        return false;
    if (s.ended || s.decisions[decision.index()].status != DecisionStatus::open) return false;
    const Expression& when = sc.decisions[decision.index()].options[option].when;
    return holds(sc, s, when);
}

template <class Sink>
void choose(const Scenario& sc, State& s, DecisionId decision, std::size_t option, Sink& tell)
{
    EXPECTS(can_choose(sc, s, decision, option));
    Stepper<Sink> step{sc, s, tell};
    DecisionState& d = s.decisions[decision.index()];
    d.status = DecisionStatus::decided;
    d.option = static_cast<std::uint8_t>(option);
    d.closed = s.now;
    s.open_decisions &= ~(std::uint64_t{1} << decision.index());
    s.dirty |= sc.topics.of(Topic::decisions, decision.index());
    const Seq cause = step.fact(FactKind::decided, 0, decision.value, static_cast<std::uint16_t>(option));
    step.perform(sc.decisions[decision.index()].options[option].effects, d.host, cause);
    step.settle_story();
}

template <class Sink>
void let_pass(const Scenario& sc, State& s, DecisionId decision, Sink& tell)
{
    DecisionState& d = s.decisions[decision.index()];
    EXPECTS(!s.ended && d.status == DecisionStatus::open);
    Stepper<Sink> step{sc, s, tell};
    d.status = DecisionStatus::passed;
    s.open_decisions &= ~(std::uint64_t{1} << decision.index());
    step.push(d.opened + sc.decisions[decision.index()].deadline, {.a = decision.value, .step = Step::silence_falls});
}

template <class Sink>
void start_action(const Scenario& sc, State& s, ActionId action, std::uint16_t target, Sink& tell)
{
    start_action(sc, s, action, target, plan_action(sc, s, action, target), tell);
}

template <class Sink>
void start_action(const Scenario& sc, State& s, ActionId action, std::uint16_t target, const ActionPlan& plan,
                  Sink& tell)
{
    EXPECTS(plan.block == ActionBlock::none);
    Stepper<Sink> step{sc, s, tell};
    const Seq cause = step.fact(FactKind::ordered, 0, action.value, target);
    if (sc.actions[action.index()].takes == TargetKind::none) target = kNobody;
    step.take_up(action.value, target, plan, cause);
    step.settle_story();
}

template <class Sink>
bool call_off(const Scenario& sc, State& s, std::size_t slot, Sink& tell)
{
    if (slot >= kMaxRunning || s.running[slot].status == RunStatus::empty) return false;
    Stepper<Sink> step{sc, s, tell};
    const RunningAction run = s.running[slot];
    for_each_bit(run.people, [&](std::size_t p) { s.busy_until[p] = s.now; });
    s.running[slot] = {};
    s.slots &= ~(1u << slot);
    s.queue.remove_first([&](const Due& due) {
        return (due.step == Step::action_begins || due.step == Step::action_ends) && due.a == slot;
    });
    s.dirty |= topic(Topic::people) | sc.topics.of(Topic::running, run.action);
    step.fact(FactKind::action_in_vain, run.cause, run.action, run.target);
    step.settle_story();
    return true;
}

ActionPlan plan_action(const Scenario& sc, const State& s, ActionId action, std::uint16_t target)
{
    return plan_action_of(sc, s, action, target);
}

std::uint16_t aim_at(const Scenario& sc, const State& s, const Target& target, std::uint16_t host, ActionId action)
{
    if (sc.actions[action.index()].fixed != kNobody) return sc.actions[action.index()].fixed;
    switch (target.by) {
    case SelectBy::none: return host;
    case SelectBy::fixed: return target.fixed;
    case SelectBy::latest_alert: return s.latest_alert;
    case SelectBy::first_match: break;
    }
    const bool takes_host = sc.actions[action.index()].takes == TargetKind::host;
    for (std::size_t h = 0; takes_host && h < sc.company.hosts.size(); ++h) {
        if (!target.among.has(HostId{h})) continue;
        const auto id = static_cast<std::uint16_t>(h);
        if (host_is(sc, s, HostId{h}, target.property) && !already_so(sc, s, sc.actions[action.index()], id)) return id;
    }
    return kNobody;
}

std::uint64_t fingerprint(const State& state) { return digest_of(state); }

#define SONAE_DRILL(Sink)                                                                                              \
    template State begin_prepared(const Scenario&, const State&, Luck, Sink&);                                         \
    template State begin(const Scenario&, Luck, std::span<const std::int64_t>, Sink&);                                 \
    template Pause advance(const Scenario&, State&, std::int32_t, Sink&);                                              \
    template Pause advance(const Scenario&, State&, std::int32_t, Watch&, Sink&);                                      \
    template void choose(const Scenario&, State&, DecisionId, std::size_t, Sink&);                                     \
    template void let_pass(const Scenario&, State&, DecisionId, Sink&);                                                \
    template void start_action(const Scenario&, State&, ActionId, std::uint16_t, Sink&);                               \
    template void start_action(const Scenario&, State&, ActionId, std::uint16_t, const ActionPlan&, Sink&);            \
    template bool call_off(const Scenario&, State&, std::size_t, Sink&);
SONAE_DRILL(NoSink)
SONAE_DRILL(Recorder)

} // namespace sonae::engine
