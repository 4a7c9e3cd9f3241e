#include "engine/mechanism.hpp"
#include "engine/terms.hpp"

#include <algorithm>
#include <limits>

namespace sonae::engine {
namespace {

constexpr std::int64_t kEver = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kApart = kEver / 2; // no clock ever makes up for more

// By how much the load's value grows a second.
int grows(const State& s, const Instruction& in)
{
    switch (in.op) {
    case Op::since_start: return 1;
    case Op::since_flag: return s.flag_at[in.a] != kNotYet;
    case Op::since_inject: return s.injects[in.a].delivered != kNotYet;
    case Op::since_decision: return s.decisions[in.a].closed != kNotYet;
    case Op::since_action: return s.action_at[in.a] != kNotYet;
    case Op::process_down_for: return s.processes[in.a].down_since != kNotYet;
    default: return 0;
    }
}

// l − r, as far as it matters: either may be any figure that a pack works out.
std::int64_t difference_of(std::int64_t l, std::int64_t r)
{
    return std::clamp(l, -kApart, kApart) - std::clamp(r, -kApart, kApart);
}

// When `l op r` turns over next, if l − r grows by `slope` a second.
std::int64_t comparison_turn(Op op, std::int64_t difference, int slope)
{
    if (slope < 0) difference = -difference;
    const bool strict =
        slope > 0 ? (op == Op::greater || op == Op::less_equal) : (op == Op::less || op == Op::greater_equal);
    const std::int64_t turn = strict ? 1 - difference : -difference;
    if (turn > 0) return turn;
    return (op == Op::equal || op == Op::not_equal) && difference == 0 ? 1 : kEver;
}

std::int64_t next_hour(Seconds second_of_the_day) { return 3600 - second_of_the_day % 3600; }

// When `hour op limit` turns over next, in the course of a day.
std::int64_t hour_turn(Op op, Seconds second_of_the_day, std::int64_t limit)
{
    const std::int64_t hour = second_of_the_day / 3600, now = combine(op, hour, limit);
    for (std::int64_t later = 1; later < 24; ++later)
        if (combine(op, (hour + later) % 24, limit) != now) return next_hour(second_of_the_day) + (later - 1) * 3600;
    return kEver;
}

// When someone's hours begin or end next: conditions on people and contacts by the clock.
std::int64_t hours_turn(const Scenario& sc, const State& s, const Hours& hours)
{
    const std::int64_t lasts = sc.spell(hours, s.now).lasts;
    return lasts == kNever ? kEver : lasts;
}
std::int64_t work_turn(const State& s)
{
    return s.work.turns == WorkTime::kForGood ? kEver : std::int64_t{s.work.turns} - s.now;
}

// Seconds until the calendar value may change; the working day's edges and the night's are exact.
std::int64_t calendar_turn(const Scenario& sc, const State& s, std::uint8_t b)
{
    const Seconds second = sc.second_at(s.now);
    switch (static_cast<CalendarProperty>(b)) {
    case CalendarProperty::working_hour: return work_turn(s);
    case CalendarProperty::night:
        return second < kMorning   ? kMorning - second
               : second < kEvening ? kEvening - second
                                   : 86400 - second + kMorning;
    case CalendarProperty::holiday: return 86400 - second;
    case CalendarProperty::hour: break; // by what it is compared with
    }
    return kEver;
}

std::int64_t load_turn(const Scenario& sc, const State& s, const Instruction& in)
{
    if (in.op == Op::calendar_value) return calendar_turn(sc, s, in.b);
    if (in.op == Op::contact_is && in.b == 0) return hours_turn(sc, s, sc.company.contacts[in.a].hours);
    std::int64_t turn = kEver;
    if (in.op != Op::person_is && in.op != Op::people_free) return turn;
    for (std::size_t p = 0; p < sc.company.people.size(); ++p) {
        const bool asked =
            (in.op == Op::person_is && in.a == p) || (in.op == Op::people_free && (sc.company.people[p].skills & in.a));
        if (!asked) continue;
        turn = std::min(turn, hours_turn(sc, s, sc.company.people[p].hours));
        if (s.busy_until[p] > s.now) turn = std::min<std::int64_t>(turn, s.busy_until[p] - s.now);
    }
    return turn;
}

// A value on its way through an expression, with all that is known of its future. Left bare: a stack of them is made
// for every look.
struct Operand {
    std::int64_t value;
    std::int64_t turn; // seconds until time alone may make it another
    Topics reads;      // what else may
    int slope;         // by how much it grows a second
    bool rising;       // it never becomes less
    bool hour;         // it is the hour of the day, so far compared with nothing
};
constexpr Operand fixed(std::int64_t value) { return {value, kEver, 0, 0, false, false}; }

// The left operand becomes what its comparison with the right one gives.
void compare(const Scenario& sc, const State& s, Op op, Operand& l, const Operand& r)
{
    std::int64_t turn = std::min(l.turn, r.turn);
    Topics reads = l.reads | r.reads;
    if (l.hour || r.hour) {
        const Seconds second = sc.second_at(s.now);
        const bool plain = l.hour && !r.hour && r.slope == 0;
        turn = std::min(turn, plain ? hour_turn(op, second, r.value) : next_hour(second));
    }
    if (l.slope != r.slope)
        turn = std::min(turn, comparison_turn(op, difference_of(l.value, r.value), l.slope - r.slope));
    const bool level = l.value == r.value && (op == Op::greater_equal || op == Op::less);
    if (l.rising && r.reads == 0 && (l.value > r.value || level)) reads = 0; // it has passed
    l.value = combine(op, l.value, r.value);
    l.turn = turn;
    l.reads = reads;
    l.slope = 0;
    l.rising = l.hour = false;
}

void calculate(const Scenario& sc, const State& s, Op op, Operand& l, const Operand& r)
{
    if (l.hour || r.hour) l.turn = std::min(l.turn, next_hour(sc.second_at(s.now)));
    l.turn = std::min(l.turn, r.turn);
    l.reads |= r.reads;
    l.value = combine(op, l.value, r.value);
    l.slope = op == Op::add        ? l.slope + r.slope
              : op == Op::subtract ? l.slope - r.slope
                                   : 0; // nothing else may be done to what grows
    l.rising = l.hour = false;
}

// The left one has not decided, or this would have been skipped.
void join(Op op, Operand& l, const Operand& r)
{
    const bool right_decides = (r.value != 0) == (op == Op::logic_or);
    l.turn = right_decides ? r.turn : std::min(l.turn, r.turn);
    l.reads = right_decides ? r.reads : l.reads | r.reads;
    l.value = r.value != 0;
}

// Made in place: the copy of something just written would wait for the writes.
void push(Operand& operand, const Scenario& sc, const State& s, const Instruction& in)
{
    operand.value = load(sc, s, in);
    operand.turn = kEver;
    operand.reads = in.reads;
    operand.slope = 0;
    operand.rising = only_rises(in);
    operand.hour = false;
    if (in.reads & topic(Topic::clock)) {
        operand.slope = grows(s, in);
        operand.hour = in.op == Op::calendar_value && in.b == static_cast<std::uint8_t>(CalendarProperty::hour);
        if (!operand.hour) operand.turn = load_turn(sc, s, in);
    }
    if (in.compare != Op::constant) compare(sc, s, in.compare, operand, fixed(in.value));
}

void turn_round(const Scenario& sc, const State& s, Op op, Operand& operand)
{
    if (operand.hour) operand.turn = std::min(operand.turn, next_hour(sc.second_at(s.now)));
    operand.value = turned(op, operand.value);
    operand.slope = -operand.slope;
    operand.rising = operand.hour = false;
}

// A figure that grows by one a second, if it grows: when it enters or leaves the term's range next.
Foreseen foresee_time(const Term& term, std::uint64_t figure, bool grows)
{
    const bool inside = in_range(term, figure);
    const std::uint64_t last = term.low + term.span;
    const bool ahead = inside ? last != raw(kEver) : wrap(figure) < wrap(term.low);
    const std::uint64_t turn = inside ? last - figure + 1 : term.low - figure;
    return {inside != term.outside, grows && ahead ? wrap(turn) : kEver, term.reads};
}

Foreseen foresee_term(const Scenario& sc, const State& s, const Term& term)
{
    switch (term.kind) {
    case TermKind::figure:
    case TermKind::fixed:
    case TermKind::loaded: {
        const bool value = holds(sc, s, term);
        return {value, kEver, term.settled[value] ? 0 : term.reads};
    }
    case TermKind::since:
    case TermKind::since_start: {
        const std::uint64_t time = time_since(s, term);
        return foresee_time(term, time, time != raw(kNever));
    }
    case TermKind::working_hour: return {(s.work.open != 0) != term.negated, work_turn(s), term.reads};
    case TermKind::clocked: break;
    }
    Operand operand;
    push(operand, sc, s, sc.code[term.code]);
    return {(operand.value != 0) != term.negated, operand.turn, operand.reads};
}

Foreseen foresee_terms(const Scenario& sc, const State& s, const Expression& condition)
{
    const bool any = condition.any_group;
    const auto terms = terms_of(sc, condition);
    const auto add = [](Foreseen& to, const Foreseen& one) {
        to.turn = std::min(to.turn, one.turn);
        to.reads |= one.reads;
    };
    Foreseen all{!any, kEver, 0}, group{any, kEver, 0};
    for (std::size_t i = 0; i < terms.size();) {
        const Foreseen one = foresee_term(sc, s, terms[i]);
        if ((one.value != 0) != any) { // it decides its group, whatever came before in it
            add(all, one);
            group = {any, kEver, 0};
            i += terms[i].rest + 1u;
            continue;
        }
        add(group, one);
        if (terms[i++].rest == 0) return group;
    }
    return all;
}

Foreseen foresee_code(const Scenario& sc, const State& s, const Expression& expression)
{
    std::array<Operand, kMaxOperands> stack;
    Operand* top = stack.data() - 1;
    const Instruction* const end = sc.code.data() + expression.end;
    for (const Instruction* in = sc.code.data() + expression.begin; in < end; ++in) {
        if (is_load(in->op))
            push(*++top, sc, s, *in);
        else if (in->op == Op::constant)
            *++top = fixed(in->value);
        else if (is_skip(in->op))
            in += skipped(*in, top->value);
        else if (is_unary(in->op))
            turn_round(sc, s, in->op, *top);
        else if (is_comparison(in->op))
            --top, compare(sc, s, in->op, top[0], top[1]);
        else if (in->op == Op::logic_and || in->op == Op::logic_or)
            --top, join(in->op, top[0], top[1]);
        else
            --top, calculate(sc, s, in->op, top[0], top[1]);
    }
    return {stack[0].value, stack[0].turn, stack[0].reads};
}

} // namespace

// What is not needed for the value is not waited for: the other side of an `and` while one is false, of an `or` while
// one is true, and a figure that only grows once it has passed what it is compared with.
Foreseen foresee(const Scenario& sc, const State& s, const Expression& expression)
{
    if (expression.always()) return {};
    Foreseen seen = expression.term_count ? foresee_terms(sc, s, expression) : foresee_code(sc, s, expression);
    if (seen.turn == kEver) seen.turn = 0;
    return seen;
}

} // namespace sonae::engine
