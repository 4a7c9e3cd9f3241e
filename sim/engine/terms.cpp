#include "engine/terms.hpp"

#include "engine/mechanism.hpp"

#include <algorithm>
#include <limits>
#include <optional>

namespace sonae::engine {
namespace {

// Figures that lie in the state as they are.
class Places {
  public:
    void find(const Instruction& in, Term& term) const
    {
        const bool compared = in.compare != Op::constant;
        switch (in.op) {
        case Op::since_start: term.kind = TermKind::since_start; return;
        case Op::since_flag: return moment(s_.flag_at[in.a], term);
        case Op::since_inject: return moment(s_.injects[in.a].delivered, term);
        case Op::since_decision: return moment(s_.decisions[in.a].closed, term);
        case Op::since_action: return moment(s_.action_at[in.a], term);
        case Op::process_down_for: return moment(s_.processes[in.a].down_since, term);
        case Op::output: return number(s_.outputs[in.a], term);
        case Op::alerts_seen: return number(s_.alerts, term);
        case Op::reports_unread: return number(s_.reports_unread, term);
        case Op::indicator:
            if (static_cast<Indicator>(in.b) == Indicator::fatigue) number(s_.fatigue, term);
            if (lies_booked(static_cast<Indicator>(in.b))) number(s_.booked[in.b], term);
            return;
        default:
            if (!compared) find_answer(in, term);
        }
    }

  private:
    // Loads that answer yes or no, and are compared with nothing.
    void find_answer(const Instruction& in, Term& term) const
    {
        switch (in.op) {
        case Op::flag: return happened(s_.flag_at[in.a], term);
        case Op::inject_delivered: return happened(s_.injects[in.a].delivered, term);
        case Op::action_done: return number(s_.action_count[in.a], term);
        case Op::calendar_value:
            if (in.b == static_cast<std::uint8_t>(CalendarProperty::working_hour)) term.kind = TermKind::working_hour;
            return;
        case Op::control: return bit(s_.controls, in.a, term);
        case Op::sensor_works:
            bit(s_.lapsed, in.a, term);
            term.outside = !term.outside;
            return;
        case Op::asset_is: return find_asset(in, term);
        case Op::process_is: return find_process(in, term);
        case Op::contact_is: return find_contact(in, term);
        case Op::decision_chose: return chose(s_.decisions[in.a], in.b, term);
        case Op::decision_silent: return is(s_.decisions[in.a].status, DecisionStatus::silent, term);
        case Op::decision_made: return is(s_.decisions[in.a].status, DecisionStatus::decided, term);
        case Op::deadline_is:
            if (in.b == 1) happened(s_.deadlines[in.a].met, term);
            if (in.b == 2) number(s_.deadlines[in.a].missed, term);
            return;
        case Op::company_value: return find_network(static_cast<CompanyProperty>(in.b), term);
        case Op::attacker_value: return find_attacker(static_cast<AttackerProperty>(in.b), term);
        default: return;
        }
    }
    void find_asset(const Instruction& in, Term& term) const
    {
        switch (static_cast<AssetProperty>(in.b)) {
        case AssetProperty::staged: return bit(s_.staged, in.a, term);
        case AssetProperty::leaked: return bit(s_.leaked, in.a, term);
        case AssetProperty::known: return bit(s_.leak_known, in.a, term);
        }
    }
    void find_process(const Instruction& in, Term& term) const
    {
        const ProcessState& process = s_.processes[in.a];
        switch (static_cast<ProcessProperty>(in.b)) {
        case ProcessProperty::down: return below(process.capacity, kDownBelow, term);
        case ProcessProperty::degraded: return below(process.capacity, 1000, term);
        case ProcessProperty::manual: return happened(process.manual_since, term);
        }
    }
    void find_contact(const Instruction& in, Term& term) const
    {
        const ContactState& contact = s_.contacts[in.a];
        switch (static_cast<ContactProperty>(in.b)) {
        case ContactProperty::open: return;
        case ContactProperty::called: return happened(contact.called, term);
        case ContactProperty::engaged: return happened(contact.engaged, term);
        case ContactProperty::notified: return happened(contact.notified, term);
        }
    }
    void find_network(CompanyProperty which, Term& term) const
    {
        switch (which) {
        case CompanyProperty::backup_lost: return one_of(s_.network_bits, backup_lost, term);
        case CompanyProperty::internet_cut: return one_of(s_.network_bits, internet_cut, term);
        case CompanyProperty::scope_known: return one_of(s_.network_bits, scope_known, term);
        case CompanyProperty::credentials_reset: return one_of(s_.network_bits, credentials_reset, term);
        default: return;
        }
    }
    void find_attacker(AttackerProperty which, Term& term) const
    {
        switch (which) {
        case AttackerProperty::inside: return one_of(s_.attacker_bits, attacker_inside, term);
        case AttackerProperty::admin: return one_of(s_.attacker_bits, attacker_admin, term);
        case AttackerProperty::seen: return one_of(s_.attacker_bits, attacker_knows, term);
        case AttackerProperty::extorted: return one_of(s_.attacker_bits, attacker_extorted, term);
        case AttackerProperty::out: return one_of(s_.attacker_bits, attacker_gone, term);
        default: return;
        }
    }
    static bool lies_booked(Indicator which)
    {
        switch (which) {
        case Indicator::downtime_loss:
        case Indicator::compensation:
        case Indicator::fatigue:
        case Indicator::detected_after:
        case Indicator::deadlines_running:
        case Indicator::total_loss: return false;
        default: return true;
        }
    }

    // The term asks `width` bits of the field from bit `first` on. Smaller than eight bytes, none is below zero where
    // its number is asked.
    template <class Field>
    void lies(const Field& field, std::size_t first, std::size_t width, Term& term) const
    {
        term.at = static_cast<std::uint16_t>(reinterpret_cast<const unsigned char*>(&field) -
                                             reinterpret_cast<const unsigned char*>(&s_));
        term.up = static_cast<std::uint8_t>(64 - width - first);
        term.down = static_cast<std::uint8_t>(64 - width);
        term.kind = TermKind::figure;
    }
    void moment(const std::int32_t& when, Term& term) const
    {
        number(when, term);
        term.kind = TermKind::since;
    }
    void chose(const DecisionState& decision, std::uint8_t option, Term& term) const
    {
        static_assert(offsetof(DecisionState, option) == offsetof(DecisionState, status) + 1);
        lies(decision.status, 0, 16, term); // the option with it
        term.low = static_cast<std::uint64_t>(DecisionStatus::decided) | std::uint64_t{option} << 8;
        term.span = 0, term.outside = false;
    }
    template <class Field>
    void number(const Field& field, Term& term) const
    {
        lies(field, 0, 8 * sizeof field, term);
    }
    template <class Field>
    void among(const Field& field, std::uint64_t low, std::uint64_t span, Term& term) const
    {
        number(field, term);
        term.low = low, term.span = span, term.outside = false;
    }
    template <class Field, class Value>
    void is(const Field& field, Value value, Term& term) const
    {
        among(field, static_cast<std::uint64_t>(value), 0, term);
    }
    void below(const std::int32_t& field, std::int32_t limit, Term& term) const
    {
        among(field, 0, static_cast<std::uint64_t>(limit - 1), term);
    }
    void happened(const std::int32_t& moment, Term& term) const
    {
        is(moment, static_cast<std::uint32_t>(kNotYet), term);
        term.outside = true;
    }
    template <class Field>
    void bit(const Field& field, std::size_t which, Term& term) const
    {
        lies(field, which, 1, term);
    }
    template <class Field>
    void one_of(const Field& field, std::uint32_t which, Term& term) const
    {
        bit(field, static_cast<std::size_t>(std::countr_zero(which)), term);
    }

    State s_{};
};

// Between which figures the comparison holds; without one, for all but 0.
void range_of(Op compare, std::int64_t value, Term& term)
{
    constexpr std::uint64_t kLeast = raw(std::numeric_limits<std::int64_t>::min());
    constexpr std::uint64_t kMost = raw(std::numeric_limits<std::int64_t>::max());
    const std::uint64_t limit = raw(value);
    const auto is = [&](std::uint64_t low, std::uint64_t high, bool outside) {
        term.low = low, term.span = high - low, term.outside = outside;
    };
    switch (compare) {
    case Op::equal: return is(limit, limit, false);
    case Op::greater_equal: return is(limit, kMost, false);
    case Op::less: return is(limit, kMost, true);
    case Op::less_equal: return is(kLeast, limit, false);
    case Op::greater: return is(kLeast, limit, true);
    default: return is(limit, limit, true);
    }
}

// What the company brings along and no drill changes.
std::optional<std::int64_t> figure_of(const Company& company, const Instruction& in)
{
    if (in.op != Op::company_value) return std::nullopt;
    switch (static_cast<CompanyProperty>(in.b)) {
    case CompanyProperty::admin_shared: return company.admin_shared;
    case CompanyProperty::backup_offline: return company.backup.offline;
    case CompanyProperty::backup_tested: return company.backup.tested;
    case CompanyProperty::log_days: return company.log_days;
    case CompanyProperty::hosts: return static_cast<std::int64_t>(company.hosts.size());
    default: return std::nullopt;
    }
}

std::optional<Term> term_of(const Scenario& sc, std::uint32_t code, const Places& places)
{
    const Instruction& in = sc.code[code];
    Term term{.reads = in.reads, .code = code};
    if (in.reads & topic(Topic::clock)) term.kind = TermKind::clocked;
    range_of(in.compare, in.compare == Op::constant ? 0 : in.value, term);
    places.find(in, term);
    if (const auto figure = figure_of(sc.company, in)) {
        term.kind = TermKind::fixed;
        term.outside = in_range(term, raw(*figure)) == term.outside;
    }
    if (!only_rises(in)) return term;
    if (in.compare == Op::equal || in.compare == Op::not_equal) return std::nullopt; // settled by how, not by whether
    term.settled[1] = in.compare == Op::greater || in.compare == Op::greater_equal;
    term.settled[0] = in.compare == Op::less || in.compare == Op::less_equal;
    return term;
}

using Group = std::vector<Term>;

struct Row { // any of its groups must hold, and all terms of a group; or the other way round
    std::vector<Group> groups;
    bool any = false;

    void turn_round()
    {
        any = !any;
        for (Group& group : groups)
            for (Term& term : group) {
                term.outside = !term.outside;
                term.negated = !term.negated;
                std::swap(term.settled[0], term.settled[1]);
            }
    }
    // Its groups in a row of the given kind; none where that would take a third level.
    std::vector<Group> groups_of(bool any_group) const
    {
        if (any == any_group) return groups;
        std::vector<Group> turned;
        if (groups.size() == 1)
            for (const Term& term : groups[0]) turned.push_back({term});
        else if (std::all_of(groups.begin(), groups.end(), [](const Group& group) { return group.size() == 1; }))
            for (const Group& group : groups) {
                turned.resize(1);
                turned[0].push_back(group[0]);
            }
        return turned;
    }
    bool join(bool by_or, const Row& right)
    {
        std::vector<Group> ours = groups_of(by_or), theirs = right.groups_of(by_or);
        if (ours.empty() || theirs.empty()) return false;
        ours.insert(ours.end(), theirs.begin(), theirs.end());
        groups = std::move(ours);
        any = by_or;
        return true;
    }
};

std::optional<Row> row_of(const Scenario& sc, const Expression& condition)
{
    static const Places places;
    std::vector<Row> stack;
    for (std::uint32_t i = condition.begin; i < condition.end; ++i) {
        const Op op = sc.code[i].op;
        if (is_skip(op)) continue;
        if (is_load(op)) {
            const auto term = term_of(sc, i, places);
            if (!term) return std::nullopt;
            stack.push_back({{{*term}}});
        } else if (op == Op::logic_not) {
            stack.back().turn_round();
        } else if (op == Op::logic_and || op == Op::logic_or) {
            const Row right = std::move(stack.back());
            stack.pop_back();
            if (!stack.back().join(op == Op::logic_or, right)) return std::nullopt;
        } else {
            return std::nullopt;
        }
    }
    return stack.back();
}

// The groups in their place among the scenario's terms.
void write(Scenario& sc, const Expression& condition, const std::vector<Group>& groups)
{
    auto to = sc.terms.begin() + condition.first_term;
    for (const Group& group : groups)
        for (std::size_t i = 0; i < group.size(); ++i, ++to) {
            *to = group[i];
            to->rest = static_cast<std::uint8_t>(group.size() - 1 - i);
        }
}

// How often what the term asks changes: hardly ever, at times, by the clock, with every machine and every action.
int restlessness(const Term& term)
{
    constexpr Topics kOften = kHostTopics | topic(Topic::money) | topic(Topic::people) | topic(Topic::fatigue);
    constexpr Topics kAtTimes =
        topic(Topic::alerts) | topic(Topic::processes) | topic(Topic::trust) | topic(Topic::contacts);
    if (term.reads & topic(Topic::clock)) return 2;
    return (term.reads & kOften) ? 3 : (term.reads & kAtTimes) ? 1 : 0;
}

int restlessness(const Group& group)
{
    int most = 0;
    for (const Term& term : group) most = std::max(most, restlessness(term));
    return most;
}

} // namespace

void take_apart(Scenario& sc, Expression& condition)
{
    static_assert(kMaxInstructions <= 0xFF);                // so many terms at most
    if (std::endian::native != std::endian::little) return; // where a figure's bits lie would be another matter
    if (condition.always() || condition.type != ValueType::boolean) return;
    const auto row = row_of(sc, condition);
    if (!row) return;
    const std::size_t first = sc.terms.size();
    for (const Group& group : row->groups) sc.terms.insert(sc.terms.end(), group.begin(), group.end());
    condition.first_term = static_cast<std::uint32_t>(first);
    condition.term_count = static_cast<std::uint8_t>(sc.terms.size() - first);
    condition.any_group = row->any;
    write(sc, condition, row->groups);
}

void put_calm_first(Scenario& sc, const Expression& condition)
{
    std::vector<Group> groups(1);
    for (const Term& term : terms_of(sc, condition)) {
        groups.back().push_back(term);
        if (term.rest == 0) groups.emplace_back();
    }
    groups.pop_back();
    const auto calmer = [](const auto& l, const auto& r) { return restlessness(l) < restlessness(r); };
    for (Group& group : groups) std::stable_sort(group.begin(), group.end(), calmer);
    std::stable_sort(groups.begin(), groups.end(), calmer);
    write(sc, condition, groups);
}

} // namespace sonae::engine
