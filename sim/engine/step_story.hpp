// The storyline over the mechanism: what listens, what turned true, what is delivered, asked and ordered.
#pragma once

#include "engine/stepper.hpp"

namespace sonae::engine {

inline const Trigger& trigger_of(const Scenario& sc, Watcher watcher, std::size_t index)
{
    switch (watcher) {
    case Watcher::inject: return sc.injects[index].trigger;
    case Watcher::decision: return sc.decisions[index].trigger;
    default: return sc.rules[index].trigger;
    }
}

// Whether the beat has begun as often as it may; a decision is asked once, however often it is raised.
inline bool used_up(const State& s, const Listener& listener)
{
    switch (listener.watcher) {
    case Watcher::inject: return s.injects[listener.index].times >= listener.times;
    case Watcher::rule: return s.rule_times[listener.index] >= listener.times;
    default: return s.decisions[listener.index].status != DecisionStatus::unborn;
    }
}

template <class Sink>
void Stepper<Sink>::hear(Occurrence what, HostId host, std::uint16_t subject, Seq cause, std::uint8_t severity)
{
    bool unheard = true;
    for (const Listener& listener : sc.listeners[static_cast<std::size_t>(what)]) {
        if (used_up(s, listener)) continue;
        unheard = false;
        if (listener.subject != Trigger::kAny && listener.subject != subject) continue;
        if (severity < listener.severity) continue;
        const Trigger& trigger = trigger_of(sc, listener.watcher, listener.index);
        if (!trigger.any_host && !(host.exists() && trigger.hosts.has(host))) continue;
        if (holds(trigger.when)) begin_beat(listener.watcher, listener.index, host.value, subject, cause);
    }
    s.unheard |= std::uint64_t{unheard} << static_cast<std::size_t>(what);
}

// Puts the beat on the queue, or lets it happen now when its delay is nil.
template <class Sink>
void Stepper<Sink>::begin_beat(Watcher watcher, std::size_t index, std::uint16_t host, std::uint16_t subject, Seq cause)
{
    if (++chain > kMaxChain) return;
    const Trigger& trigger = trigger_of(sc, watcher, index);
    const auto key = static_cast<std::uint32_t>(static_cast<std::size_t>(watcher) << 12 | index);
    const std::int32_t after = drawn(trigger.after, Stream::story_delay, key);
    Due due{.cause = cause, .a = static_cast<std::uint16_t>(index), .host = host, .subject = subject};
    switch (watcher) {
    case Watcher::inject:
        ++s.injects[index].times;
        due.step = Step::inject_due;
        if (after > 0) return push(s.now + after, due);
        return deliver(due);
    case Watcher::decision:
        if (s.decisions[index].status != DecisionStatus::unborn) return;
        due.step = Step::decision_due;
        if (after > 0) return push(s.now + after, due);
        return open_decision(due);
    default: {
        ++s.rule_times[index];
        const EffectList& effects = sc.rules[index].effects;
        if (after == 0) return perform(effects, host, cause);
        due.step = Step::effect_due;
        for (std::uint32_t e = effects.begin; e < effects.end; ++e) {
            due.a = static_cast<std::uint16_t>(e);
            push(s.now + after + drawn(sc.effects[e].after, Stream::story_delay, 0x10000u + e), due);
        }
    }
    }
}

template <class Sink>
void Stepper<Sink>::deliver(const Due& due)
{
    InjectState& inject = s.injects[due.a];
    inject.delivered = s.now;
    inject.host = due.host;
    inject.subject = due.subject;
    if (sc.injects[due.a].has_value)
        inject.value = static_cast<std::int32_t>(
            std::clamp<std::int64_t>(evaluate(sc, s, sc.injects[due.a].value), INT32_MIN, INT32_MAX));
    s.dirty |= sc.topics.of(Topic::injects, due.a);
    fact(FactKind::inject_delivered, due.cause, due.a, due.host);
}

template <class Sink>
void Stepper<Sink>::open_decision(const Due& due)
{
    DecisionState& decision = s.decisions[due.a];
    if (decision.status != DecisionStatus::unborn) return;
    decision.status = DecisionStatus::open;
    decision.opened = s.now;
    decision.host = due.host;
    s.open_decisions |= std::uint64_t{1} << due.a;
    s.dirty |= sc.topics.of(Topic::decisions, due.a);
    fact(FactKind::decision_opened, due.cause, due.a, due.host);
}

template <class Sink>
void Stepper<Sink>::silence_falls(const Due& due)
{
    DecisionState& decision = s.decisions[due.a];
    if (decision.status != DecisionStatus::passed) return;
    decision.status = DecisionStatus::silent;
    decision.closed = s.now;
    s.dirty |= sc.topics.of(Topic::decisions, due.a);
    perform(sc.decisions[due.a].silence, decision.host, fact(FactKind::fell_silent, 0, due.a));
}

template <class Sink>
void Stepper<Sink>::perform(const EffectList& effects, std::uint16_t host, Seq cause)
{
    for (std::uint32_t e = effects.begin; e < effects.end; ++e) {
        const std::int32_t after = drawn(sc.effects[e].after, Stream::story_delay, 0x10000u + e);
        if (after > 0)
            push(s.now + after,
                 {.cause = cause, .a = static_cast<std::uint16_t>(e), .step = Step::effect_due, .host = host});
        else
            perform_one(e, host, cause);
    }
}

template <class Sink>
void Stepper<Sink>::perform_one(std::size_t index, std::uint16_t host, Seq cause)
{
    if (++chain > kMaxChain) return;
    const Effect& effect = sc.effects[index];
    switch (effect.kind) {
    case EffectKind::set_flag:
        if (s.flag_at[effect.subject] != kNotYet) return;
        s.flag_at[effect.subject] = s.now;
        s.dirty |= sc.topics.of(Topic::flags, effect.subject);
        fact(FactKind::flag_set, cause, effect.subject);
        return;
    case EffectKind::clear_flag:
        if (s.flag_at[effect.subject] == kNotYet) return;
        s.flag_at[effect.subject] = kNotYet;
        s.dirty |= sc.topics.of(Topic::flags, effect.subject);
        fact(FactKind::flag_cleared, cause, effect.subject);
        return;
    case EffectKind::deliver:
        if (s.injects[effect.subject].times >= sc.injects[effect.subject].trigger.times) return;
        if (holds(sc.injects[effect.subject].trigger.when))
            begin_beat(Watcher::inject, effect.subject, host, kNobody, cause);
        return;
    case EffectKind::ask:
        if (holds(sc.decisions[effect.subject].trigger.when))
            begin_beat(Watcher::decision, effect.subject, host, kNobody, cause);
        return;
    case EffectKind::order:
        order(effect.subject, aim_at(sc, s, effect.target, host, ActionId{effect.subject}), cause);
        return;
    }
}

// Whether the condition holds now; sees to it that it is looked at again when what decided it changes, or time alone
// may turn it over.
template <class Sink>
bool Stepper<Sink>::look_at(std::size_t c)
{
    const Condition& condition = sc.conditions[c];
    const Foreseen seen = foresee(sc, s, condition.when);
    await(c, seen.reads);
    const bool once = seen.value && condition.watcher != Watcher::technique;
    if (seen.turn == 0 || once) return seen.value != 0;
    std::int32_t& wake = s.wake_at[static_cast<std::size_t>(condition.clock_slot)];
    const std::int64_t at = s.now + std::min<std::int64_t>(seen.turn, sc.horizon);
    if (at < sc.horizon && (wake == kNotYet || at < wake)) {
        wake = static_cast<std::int32_t>(at);
        push(wake, {.a = static_cast<std::uint16_t>(c), .step = Step::condition_wakes});
    }
    return seen.value != 0;
}

// Whether something that changed, the topics that are waited for on these hosts, may be what is waited for. Nobody can
// foresee that, hence no branch.
template <class Sink>
bool Stepper<Sink>::concerns(Topics changed, const Plane& asked, const Plane& touched) const
{
    return ((changed & ~kHostTopics) != 0) | ((changed != 0) & asked.meets(touched, sc.words));
}

// Of the given word's conditions those whose time has come or for which something changed.
template <class Sink>
std::uint64_t Stepper<Sink>::stirred_conditions(std::size_t w) const
{
    const Topics changed = s.dirty & ~topic(Topic::clock); // time wakes conditions one by one, each at its turn
    std::uint64_t asked = 0, stirred = s.woken[w];
    for_each_bit(changed & s.awaited, [&](std::size_t topic) { asked |= sc.watching[topic][w]; });
    for_each_bit(asked & ~s.spent[w], [&](std::size_t bit) {
        const std::size_t c = w * 64 + bit;
        const bool concerned = concerns(s.waits_for[c] & changed, sc.conditions[c].hosts, s.dirty_hosts);
        stirred |= std::uint64_t{concerned} << bit;
    });
    return stirred & ~s.spent[w];
}

// Looks at the conditions that are stirred, and lets begin what turned true.
template <class Sink>
void Stepper<Sink>::look_at_conditions()
{
    const std::size_t words = (sc.conditions.size() + 63) / 64;
    ConditionSet stirred;
    for (std::size_t w = 0; w < words; ++w) stirred[w] = stirred_conditions(w);
    const Topics changed = s.dirty;
    s.woken = {};
    s.dirty = 0;
    s.dirty_hosts = {};
    bool in_vain = true; // nobody waited for it any more
    for (std::size_t w = 0; w < words; ++w) {
        for (std::uint64_t bits = stirred[w]; bits; bits &= bits - 1) {
            const std::size_t c = w * 64 + static_cast<std::size_t>(std::countr_zero(bits));
            const std::uint64_t bit = bits & -bits;
            in_vain = false;
            const bool now = look_at(c);
            if (now == ((s.truth[w] & bit) != 0)) continue;
            s.truth[w] ^= bit;
            const Condition& condition = sc.conditions[c];
            if (condition.watcher == Watcher::technique) {
                s.ready_techniques ^= std::uint64_t{1} << condition.index;
            } else if (condition.watcher == Watcher::finish) {
                if (s.open_decisions == 0) return finish(1);
                s.truth[w] &= ~bit; // to be asked again once they are answered
                await(c, s.waits_for[c] | sc.topics.of_all(Topic::decisions));
            } else {
                s.spent[w] |= bit;
                s.waits_for[c] = 0;
                begin_beat(condition.watcher, condition.index, s.latest_host, kNobody, s.seq);
            }
        }
    }
    if (!in_vain) return;
    s.awaited &= ~changed | topic(Topic::clock); // raised for those whose time has come
    if (changed & kHostTopics) find_awaited_hosts();
}

template <class Sink>
void Stepper<Sink>::find_awaited_hosts()
{
    s.awaited &= ~kHostTopics;
    s.awaited_hosts = {};
    for (std::size_t w = 0; w < kConditionWords; ++w)
        for_each_bit(sc.watching_hosts[w] & ~s.spent[w], [&](std::size_t bit) {
            const std::size_t c = w * 64 + bit;
            await(c, s.waits_for[c]);
        });
}

template <class Sink>
void Stepper<Sink>::await(std::size_t c, Topics topics)
{
    s.waits_for[c] = topics;
    s.awaited |= topics;
    if (topics & kHostTopics) s.awaited_hosts.add(sc.conditions[c].hosts, sc.words);
}

} // namespace sonae::engine
