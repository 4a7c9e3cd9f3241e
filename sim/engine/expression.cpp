#include "engine/expression.hpp"

#include "engine/mechanism.hpp"
#include "engine/services.hpp"
#include "engine/state.hpp"

#include <algorithm>
#include <limits>

namespace sonae::engine {
namespace {

const Plane* plane_of(const State& s, HostProperty property)
{
    switch (property) {
    case HostProperty::foothold: return &s.foothold;
    case HostProperty::encrypted: return &s.encrypted;
    case HostProperty::isolated: return &s.isolated;
    case HostProperty::off: return &s.off;
    case HostProperty::restored: return &s.restored;
    case HostProperty::suspicious: return &s.suspicious;
    case HostProperty::known_bad: return &s.known_bad;
    default: return nullptr;
    }
}

std::int64_t count_hosts(const Scenario& sc, const State& s, const Plane& mask, HostProperty property)
{
    int total = 0;
    const Plane* plane = plane_of(s, property);
    for (std::size_t i = 0; i < sc.words; ++i) {
        std::uint64_t bits = mask.word[i];
        if (plane)
            bits &= plane->word[i];
        else if (property == HostProperty::clean)
            bits &= ~(s.foothold.word[i] | s.encrypted.word[i]);
        else if (property == HostProperty::line_open)
            bits &= s.network_bits & lines_closed ? 0 : sc.line_hosts.word[i];
        total += ones(bits);
    }
    return total;
}

std::int64_t since(std::int32_t now, std::int32_t then) { return then == kNotYet ? kNever : now - then; }

std::int64_t contact_value(const Scenario& sc, const State& s, std::uint16_t a, std::uint8_t b)
{
    const ContactState& contact = s.contacts[a];
    switch (static_cast<ContactProperty>(b)) {
    case ContactProperty::open: return serves(sc, s, a) && sc.open(sc.company.contacts[a].hours, s.now);
    case ContactProperty::called: return contact.called != kNotYet;
    case ContactProperty::engaged: return contact.engaged != kNotYet;
    case ContactProperty::notified: return contact.notified != kNotYet;
    }
    return 0;
}

std::int64_t company_value(const Scenario& sc, const State& s, std::uint8_t b)
{
    const auto bit = [&](NetworkBit which) -> std::int64_t { return (s.network_bits & which) != 0; };
    switch (static_cast<CompanyProperty>(b)) {
    case CompanyProperty::admin_shared: return sc.company.admin_shared;
    case CompanyProperty::backup_offline: return sc.company.backup.offline;
    case CompanyProperty::backup_tested: return sc.company.backup.tested;
    case CompanyProperty::backup_lost: return bit(backup_lost);
    case CompanyProperty::edr_hosts: return sc.edr_hosts.count(sc.words);
    case CompanyProperty::log_days: return sc.company.log_days;
    case CompanyProperty::internet_cut: return bit(internet_cut);
    case CompanyProperty::line_open:
        return !bit(lines_closed) && std::any_of(sc.company.lines.begin(), sc.company.lines.end(),
                                                 [](const RemoteLine& line) { return line.always_open; });
    case CompanyProperty::scope_known: return bit(scope_known);
    case CompanyProperty::hosts: return static_cast<std::int64_t>(sc.company.hosts.size());
    case CompanyProperty::credentials_reset: return bit(credentials_reset);
    case CompanyProperty::manual_share:
        return std::count_if(s.processes.begin(), s.processes.end(),
                             [](const ProcessState& p) { return p.manual_since != kNotYet; });
    }
    return 0;
}

std::int64_t attacker_value(const Scenario& sc, const State& s, std::uint8_t b)
{
    const auto bit = [&](AttackerBit which) -> std::int64_t { return (s.attacker_bits & which) != 0; };
    switch (static_cast<AttackerProperty>(b)) {
    case AttackerProperty::inside: return bit(attacker_inside);
    case AttackerProperty::admin: return bit(attacker_admin);
    case AttackerProperty::seen: return bit(attacker_knows);
    case AttackerProperty::connected:
        return bit(attacker_inside) && !(s.network_bits & (internet_cut | outbound_blocked));
    case AttackerProperty::hosts: return s.foothold.count(sc.words);
    case AttackerProperty::extorted: return bit(attacker_extorted);
    case AttackerProperty::out: return bit(attacker_gone);
    }
    return 0;
}

std::int64_t calendar_value(const Scenario& sc, const State& s, std::uint8_t b)
{
    const Seconds second = sc.second_at(s.now);
    switch (static_cast<CalendarProperty>(b)) {
    case CalendarProperty::working_hour: return sc.open(sc.company.calendar.work, s.now);
    case CalendarProperty::night: return second < kMorning || second >= kEvening;
    case CalendarProperty::holiday: {
        Hours day = sc.company.calendar.work;
        day.open = 0, day.close = 86400;
        return !sc.open(day, s.now);
    }
    case CalendarProperty::hour: return second / 3600;
    }
    return 0;
}

// Seconds until the calendar value may change; the working day's edges and the night's are exact.
std::int64_t calendar_turn(const Scenario& sc, const State& s, std::uint8_t b)
{
    const Seconds second = sc.second_at(s.now);
    switch (static_cast<CalendarProperty>(b)) {
    case CalendarProperty::working_hour: {
        const Hours& work = sc.company.calendar.work;
        if (sc.open(work, s.now)) return work.close - second;
        const std::int64_t opens = sc.next_open(work, s.now);
        return opens == kNever ? 0 : opens - s.now;
    }
    case CalendarProperty::night:
        return second < kMorning   ? kMorning - second
               : second < kEvening ? kEvening - second
                                   : 86400 - second + kMorning;
    case CalendarProperty::holiday: return 86400 - second;
    case CalendarProperty::hour: break; // by what it is compared with
    }
    return 0;
}

bool person_ready(const Scenario& sc, const State& s, std::size_t person, bool free)
{
    const Person& someone = sc.company.people[person];
    if (free && s.busy_until[person] > s.now) return false;
    return someone.on_call || sc.open(someone.hours, s.now);
}

std::int64_t load(const Scenario& sc, const State& s, const Instruction& in)
{
    switch (in.op) {
    case Op::flag: return s.flag_at[in.a] != kNotYet;
    case Op::since_flag: return since(s.now, s.flag_at[in.a]);
    case Op::since_inject: return since(s.now, s.injects[in.a].delivered);
    case Op::since_decision: return since(s.now, s.decisions[in.a].closed);
    case Op::since_action: return since(s.now, s.action_at[in.a]);
    case Op::since_start: return s.now;
    case Op::hosts_count: return count_hosts(sc, s, sc.masks[in.a], static_cast<HostProperty>(in.b));
    case Op::host_is: return host_is(sc, s, HostId{in.a}, static_cast<HostProperty>(in.b));
    case Op::asset_is: {
        const std::uint64_t bits = static_cast<AssetProperty>(in.b) == AssetProperty::staged   ? s.staged
                                   : static_cast<AssetProperty>(in.b) == AssetProperty::leaked ? s.leaked
                                                                                               : s.leak_known;
        return bits >> in.a & 1u;
    }
    case Op::process_is:
        switch (static_cast<ProcessProperty>(in.b)) {
        case ProcessProperty::down: return s.processes[in.a].capacity < kDownBelow;
        case ProcessProperty::degraded: return s.processes[in.a].capacity < 1000;
        case ProcessProperty::manual: return s.processes[in.a].manual_since != kNotYet;
        }
        return 0;
    case Op::process_down_for:
        return s.processes[in.a].down_since == kNotYet ? kNever : s.now - s.processes[in.a].down_since;
    case Op::person_is: return person_ready(sc, s, in.a, in.b == 0);
    case Op::people_free: {
        std::int64_t ready = 0;
        for (std::size_t p = 0; p < sc.company.people.size(); ++p)
            ready += (sc.company.people[p].skills & in.a) && person_ready(sc, s, p, true);
        return ready;
    }
    case Op::contact_is: return contact_value(sc, s, in.a, in.b);
    case Op::sensor_works: return sensor_works(s, in.a);
    case Op::reports_unread: return s.reports_unread;
    case Op::inject_delivered: return s.injects[in.a].delivered != kNotYet;
    case Op::decision_chose:
        return s.decisions[in.a].status == DecisionStatus::decided && s.decisions[in.a].option == in.b;
    case Op::decision_silent: return s.decisions[in.a].status == DecisionStatus::silent;
    case Op::decision_made: return s.decisions[in.a].status == DecisionStatus::decided;
    case Op::action_done: return s.action_count[in.a] > 0;
    case Op::action_running:
        return std::any_of(s.running.begin(), s.running.end(),
                           [&](const RunningAction& r) { return r.status != RunStatus::empty && r.action == in.a; });
    case Op::deadline_is: {
        const DeadlineState& d = s.deadlines[in.a];
        return in.b == 0   ? d.began != kNotYet && d.met == kNotYet && !d.missed
               : in.b == 1 ? d.met != kNotYet
                           : d.missed != 0;
    }
    case Op::output: return s.outputs[in.a];
    case Op::control: return s.controls >> in.a & 1u;
    case Op::company_value: return company_value(sc, s, in.b);
    case Op::attacker_value: return attacker_value(sc, s, in.b);
    case Op::calendar_value: return calendar_value(sc, s, in.b);
    case Op::indicator: return indicator(sc, s, static_cast<Indicator>(in.b));
    case Op::alerts_seen: return s.alerts;
    default: return 0; // nothing else loads
    }
}

// Wraps round instead of overflowing: a pack's silly figures stay defined.
std::int64_t wrap(std::uint64_t bits) { return static_cast<std::int64_t>(bits); }
std::uint64_t raw(std::int64_t value) { return static_cast<std::uint64_t>(value); }

std::int64_t combine(Op op, std::int64_t l, std::int64_t r)
{
    switch (op) {
    case Op::add: return wrap(raw(l) + raw(r));
    case Op::subtract: return wrap(raw(l) - raw(r));
    case Op::multiply: return wrap(raw(l) * raw(r));
    case Op::divide: return r == 0 ? 0 : r == -1 ? wrap(0 - raw(l)) : l / r;
    case Op::minimum: return std::min(l, r);
    case Op::maximum: return std::max(l, r);
    case Op::equal: return l == r;
    case Op::not_equal: return l != r;
    case Op::less: return l < r;
    case Op::less_equal: return l <= r;
    case Op::greater: return l > r;
    case Op::greater_equal: return l >= r;
    case Op::logic_and: return l && r;
    case Op::logic_or: return l || r;
    default: return 0;
    }
}

// Counts of what has ever happened.
constexpr bool only_grows(Indicator which)
{
    return which == Indicator::hosts_encrypted || which == Indicator::records_leaked ||
           which == Indicator::deadlines_missed;
}

constexpr bool is_unary(Op op) { return op == Op::negate || op == Op::logic_not; }
constexpr bool is_skip(Op op) { return op == Op::skip_if_false || op == Op::skip_if_true; }
constexpr bool is_load(Op op) { return op > Op::skip_if_true; }
constexpr bool is_comparison(Op op) { return op >= Op::equal && op <= Op::greater_equal; }

// How many instructions the skip passes over, given what stands on the stack.
std::uint32_t skipped(const Instruction& skip, std::int64_t value)
{
    return (value != 0) == (skip.op == Op::skip_if_true) ? static_cast<std::uint32_t>(skip.value) : 0;
}

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

constexpr std::int64_t kEver = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kApart = kEver / 2; // no clock ever makes up for more

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
    if (hours.always()) return kEver;
    if (sc.open(hours, s.now)) return hours.close - sc.second_at(s.now);
    const std::int64_t opens = sc.next_open(hours, s.now);
    return opens == kNever ? kEver : opens - s.now;
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
    operand.rising = in.op == Op::alerts_seen || (in.op == Op::indicator && only_grows(static_cast<Indicator>(in.b)));
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
    operand.value = op == Op::negate ? wrap(0 - raw(operand.value)) : !operand.value;
    operand.slope = -operand.slope;
    operand.rising = operand.hour = false;
}

} // namespace

bool compare_with_constant(std::vector<Instruction>& code, std::size_t begin, Op op)
{
    if (!is_comparison(op) || code.size() < begin + 2 || code.back().op != Op::constant) return false;
    Instruction& loads = code[code.size() - 2];
    if (!is_load(loads.op) || loads.compare != Op::constant) return false;
    loads.compare = op;
    loads.value = code.back().value;
    code.pop_back();
    return true;
}

bool host_is(const Scenario& sc, const State& s, HostId host, HostProperty property)
{
    if (property == HostProperty::line_open) return !(s.network_bits & lines_closed) && sc.line_hosts.has(host);
    if (property == HostProperty::any) return true;
    if (property == HostProperty::clean) return !s.foothold.has(host) && !s.encrypted.has(host);
    return plane_of(s, property)->has(host);
}

std::int64_t evaluate(const Scenario& sc, const State& s, const Expression& expression)
{
    if (expression.always()) return 1;
    std::array<std::int64_t, kMaxOperands> stack;
    std::int64_t* top = stack.data() - 1;
    const Instruction* const end = sc.code.data() + expression.end;
    for (const Instruction* in = sc.code.data() + expression.begin; in < end; ++in) {
        if (is_load(in->op)) {
            *++top = load(sc, s, *in);
            if (in->compare != Op::constant) *top = combine(in->compare, *top, in->value);
        } else if (in->op == Op::constant) {
            *++top = in->value;
        } else if (is_skip(in->op)) {
            in += skipped(*in, *top);
        } else if (is_unary(in->op)) {
            *top = in->op == Op::negate ? wrap(0 - raw(*top)) : !*top;
        } else {
            --top, *top = combine(in->op, top[0], top[1]);
        }
    }
    return stack[0];
}

// What is not needed for the value is not waited for: the other side of an `and` while one is false, of an `or` while
// one is true, and a figure that only grows once it has passed what it is compared with.
Foreseen foresee(const Scenario& sc, const State& s, const Expression& expression)
{
    if (expression.always()) return {};
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
    return {stack[0].value, stack[0].turn == kEver ? 0 : stack[0].turn, stack[0].reads};
}

} // namespace sonae::engine
