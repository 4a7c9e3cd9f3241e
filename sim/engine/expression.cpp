#include "engine/expression_parts.hpp"
#include "engine/mechanism.hpp"
#include "engine/services.hpp"
#include "engine/state.hpp"

#include <algorithm>

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
    for_each_word(sc.words, [&](std::size_t i) {
        std::uint64_t bits = mask.word[i];
        if (plane)
            bits &= plane->word[i];
        else if (property == HostProperty::clean)
            bits &= ~(s.foothold.word[i] | s.encrypted.word[i]);
        else if (property == HostProperty::line_open)
            bits &= s.network_bits & lines_closed ? 0 : sc.line_hosts.word[i];
        total += ones(bits);
    });
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
    case CalendarProperty::working_hour: return s.work.open;
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

bool person_ready(const Scenario& sc, const State& s, std::size_t person, bool free)
{
    const Person& someone = sc.company.people[person];
    if (free && s.busy_until[person] > s.now) return false;
    return someone.on_call || sc.open(someone.hours, s.now);
}

} // namespace

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
            *top = turned(in->op, *top);
        } else {
            --top, *top = combine(in->op, top[0], top[1]);
        }
    }
    return stack[0];
}

} // namespace sonae::engine
