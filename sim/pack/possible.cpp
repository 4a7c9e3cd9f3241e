#include "pack/possible.hpp"

#include <algorithm>

namespace sonae::pack {
namespace {

using namespace engine;

constexpr std::int64_t kFar = std::int64_t{1} << 60;   // stands for no bound
constexpr std::int64_t kSmall = std::int64_t{1} << 29; // products of such stay far below

constexpr Range kEither{0, 1};
constexpr Range kAnything{-kFar, kFar};

std::int64_t bounded(std::int64_t value) { return std::clamp(value, -kFar, kFar); }
Range truth(bool can_be_false, bool can_be_true) { return {can_be_false ? 0 : 1, can_be_true ? 1 : 0}; }
Range maybe(bool can) { return {0, can ? 1 : 0}; }
Range elapsed(bool can) { return {kNever, can ? kFar : kNever}; }

Range product(const Range& l, const Range& r)
{
    if (std::max({-l.low, l.high, -r.low, r.high}) > kSmall) return kAnything;
    const auto [low, high] = std::minmax({l.low * r.low, l.low * r.high, l.high * r.low, l.high * r.high});
    return {low, high};
}

Range quotient(const Range& l, const Range& r)
{
    if (l.low < 0 || r.low < 1) return kAnything;
    return {l.low / r.high, l.high / r.low};
}

Range compared(Op op, const Range& l, const Range& r)
{
    const bool overlap = l.low <= r.high && r.low <= l.high;
    const bool same = l.low == l.high && r.low == r.high && l.low == r.low;
    switch (op) {
    case Op::equal: return truth(!same, overlap);
    case Op::not_equal: return truth(overlap, !same);
    case Op::less: return truth(l.high >= r.low, l.low < r.high);
    case Op::less_equal: return truth(l.high > r.low, l.low <= r.high);
    case Op::greater: return truth(l.low <= r.high, l.high > r.low);
    default: return truth(l.low < r.high, l.high >= r.low);
    }
}

Range combined(Op op, const Range& l, const Range& r)
{
    switch (op) {
    case Op::add: return {bounded(l.low + r.low), bounded(l.high + r.high)};
    case Op::subtract: return {bounded(l.low - r.high), bounded(l.high - r.low)};
    case Op::multiply: return product(l, r);
    case Op::divide: return quotient(l, r);
    case Op::minimum: return {std::min(l.low, r.low), std::min(l.high, r.high)};
    case Op::maximum: return {std::max(l.low, r.low), std::max(l.high, r.high)};
    case Op::logic_and: return truth(l.can_be_false() || r.can_be_false(), l.can_be_true() && r.can_be_true());
    case Op::logic_or: return truth(l.can_be_false() && r.can_be_false(), l.can_be_true() || r.can_be_true());
    default: return compared(op, l, r);
    }
}

Range indicator_range(Indicator which)
{
    switch (which) {
    case Indicator::trust_customers:
    case Indicator::trust_partners:
    case Indicator::trust_staff:
    case Indicator::trust_neighbours: return {0, 100};
    case Indicator::fatigue:
    case Indicator::evidence: return {0, 1000};
    case Indicator::hosts_encrypted: return {0, kMaxHosts};
    case Indicator::total_loss: return kAnything;
    default: return {0, kFar};
    }
}

Range loaded(const Instruction& in, const Possible& can, const Assumed& assumed)
{
    switch (in.op) {
    case Op::constant: return {in.value, in.value};
    case Op::flag: return in.a == assumed.flag ? Range{assumed.set, assumed.set} : maybe(can.flags[in.a]);
    case Op::since_flag: return elapsed(can.flags[in.a] || in.a == assumed.flag);
    case Op::since_inject: return elapsed(can.injects[in.a]);
    case Op::since_decision: return elapsed(can.decisions[in.a]);
    case Op::since_action: return elapsed(can.actions[in.a]);
    case Op::since_start: return {0, kFar};
    case Op::process_down_for: return elapsed(true);
    case Op::inject_delivered: return maybe(can.injects[in.a]);
    case Op::decision_chose: return maybe(can.options[in.a][in.b]);
    case Op::decision_silent:
    case Op::decision_made: return maybe(can.decisions[in.a]);
    case Op::action_done:
    case Op::action_running: return maybe(can.actions[in.a]);
    case Op::hosts_count: return {0, kMaxHosts};
    case Op::people_free: return {0, kMaxPeople};
    case Op::output: return {0, kFar};
    case Op::company_value: return {0, kFar};
    case Op::attacker_value:
        return in.b == static_cast<std::uint8_t>(AttackerProperty::hosts) ? Range{0, kMaxHosts} : kEither;
    case Op::calendar_value: return in.b == static_cast<std::uint8_t>(CalendarProperty::hour) ? Range{0, 23} : kEither;
    case Op::indicator: return indicator_range(static_cast<Indicator>(in.b));
    case Op::alerts_seen:
    case Op::reports_unread: return {0, kFar};
    default: return kEither;
    }
}

bool subject_possible(const Trigger& trigger, const Possible& can)
{
    return trigger.on != Occurrence::action_done || trigger.subject == Trigger::kAny || can.actions[trigger.subject];
}

// One round: what follows from what is possible so far.
class Spreading {
  public:
    Spreading(const Scenario& scenario, Possible& can) : sc_(scenario), can_(can) {}

    void once()
    {
        for (std::size_t a = 0; a < sc_.actions.size(); ++a) can_.actions[a] = can_hold(sc_, sc_.actions[a].when, can_);
        for (std::size_t i = 0; i < sc_.injects.size(); ++i)
            if (begins(sc_.injects[i].trigger)) can_.injects[i] = true;
        for (std::size_t d = 0; d < sc_.decisions.size(); ++d) {
            if (begins(sc_.decisions[d].trigger)) can_.decisions[d] = true;
            if (can_.decisions[d]) answer(d);
        }
        for (std::size_t r = 0; r < sc_.rules.size(); ++r) {
            if (!begins(sc_.rules[r].trigger)) continue;
            can_.rules[r] = true;
            perform(sc_.rules[r].effects);
        }
    }

  private:
    bool begins(const Trigger& trigger) const
    {
        return !trigger.never && subject_possible(trigger, can_) && can_hold(sc_, trigger.when, can_);
    }
    void answer(std::size_t d)
    {
        const Decision& decision = sc_.decisions[d];
        perform(decision.silence);
        for (std::size_t o = 0; o < decision.options.size(); ++o) {
            if (!can_hold(sc_, decision.options[o].when, can_)) continue;
            can_.options[d][o] = true;
            perform(decision.options[o].effects);
        }
    }
    void perform(const EffectList& effects)
    {
        for (std::uint32_t e = effects.begin; e < effects.end; ++e) {
            const Effect& effect = sc_.effects[e];
            switch (effect.kind) {
            case EffectKind::set_flag: can_.flags[effect.subject] = true; break;
            case EffectKind::deliver:
                if (can_hold(sc_, sc_.injects[effect.subject].trigger.when, can_)) can_.injects[effect.subject] = true;
                break;
            case EffectKind::ask:
                if (can_hold(sc_, sc_.decisions[effect.subject].trigger.when, can_))
                    can_.decisions[effect.subject] = true;
                break;
            case EffectKind::clear_flag:
            case EffectKind::order: break;
            }
        }
    }

    const Scenario& sc_;
    Possible& can_;
};

} // namespace

Possible::Possible(const Scenario& scenario, bool everything)
    : flags(scenario.flags.size(), everything), injects(scenario.injects.size(), everything),
      decisions(scenario.decisions.size(), everything), actions(scenario.actions.size(), everything),
      rules(scenario.rules.size(), everything), options(scenario.decisions.size())
{
    for (auto& row : options) row.fill(everything);
}

Range range_of(const Scenario& sc, const Expression& expression, const Possible& possible, Assumed assumed)
{
    if (expression.always()) return {1, 1};
    std::array<Range, kMaxOperands> stack{};
    std::size_t top = 0;
    for (std::uint32_t i = expression.begin; i < expression.end; ++i) {
        const Instruction& in = sc.code[i];
        if (in.op == Op::skip_if_false || in.op == Op::skip_if_true) continue; // both sides are asked
        if (in.op == Op::negate)
            stack[top - 1] = {-stack[top - 1].high, -stack[top - 1].low};
        else if (in.op == Op::logic_not)
            stack[top - 1] = truth(stack[top - 1].can_be_true(), stack[top - 1].can_be_false());
        else if (in.op >= Op::add && in.op <= Op::logic_or)
            --top, stack[top - 1] = combined(in.op, stack[top - 1], stack[top]);
        else
            stack[top++] = loaded(in, possible, assumed);
        if (in.compare != Op::constant) stack[top - 1] = compared(in.compare, stack[top - 1], {in.value, in.value});
    }
    return stack[0];
}

bool can_hold(const Scenario& sc, const Expression& when, const Possible& possible)
{
    return range_of(sc, when, possible).can_be_true();
}

Possible reachable(const Scenario& scenario)
{
    Possible can(scenario, false);
    for (Possible before = can;; before = can) {
        Spreading(scenario, can).once();
        if (can == before) return can;
    }
}

const Instruction* missing_in(const Scenario& sc, const Expression& when, const Possible& possible)
{
    for (std::uint32_t i = when.begin; i < when.end; ++i) {
        const Op op = sc.code[i].op;
        const bool of_story =
            (op >= Op::flag && op <= Op::since_action) || (op >= Op::inject_delivered && op <= Op::action_running);
        const Range range = loaded(sc.code[i], possible, {});
        if (of_story && range.high <= 0) return &sc.code[i];
    }
    return nullptr;
}

} // namespace sonae::pack
