#include "ui/views/known.hpp"

#include <algorithm>

namespace sonae::ui {
namespace {

using engine::Fact;
using engine::FactKind;
using engine::Indicator;

constexpr std::int32_t kDownBelow = 500; // permille: half of its capacity and less is a standstill for people

enum class Visibility { open, at_work, hidden };

// `at_work`: known once somebody was at work after it, or when the company did it itself.
Visibility visibility_of(FactKind kind)
{
    switch (kind) {
    case FactKind::technique_tried:
    case FactKind::technique_succeeded:
    case FactKind::attacker_saw:
    case FactKind::attacker_cut_off:
    case FactKind::attacker_left:
    case FactKind::host_encrypted:
    case FactKind::backup_lost:
    case FactKind::asset_staged:
    case FactKind::asset_leaked:
    case FactKind::flag_set:
    case FactKind::flag_cleared:
    case FactKind::drill_started: return Visibility::hidden;
    case FactKind::process_down:
    case FactKind::process_degraded:
    case FactKind::process_up:
    case FactKind::tolerance_passed: return Visibility::at_work;
    default: return Visibility::open;
    }
}

bool is_about_process(FactKind kind)
{
    return kind == FactKind::process_down || kind == FactKind::process_degraded || kind == FactKind::process_up;
}

const Fact* find_fact(const workshop::Drill& drill, engine::Seq seq)
{
    const auto at = std::lower_bound(drill.facts.begin(), drill.facts.end(), seq,
                                     [](const Fact& fact, engine::Seq wanted) { return fact.seq < wanted; });
    return at != drill.facts.end() && at->seq == seq ? &*at : nullptr;
}

bool is_suspicion(FactKind kind)
{
    return kind == FactKind::alert_raised || kind == FactKind::false_alarm_raised || kind == FactKind::users_noticed;
}

Fact as_seen(Fact fact)
{
    if (fact.kind == FactKind::false_alarm_raised) fact.kind = FactKind::alert_raised, fact.value = 1;
    return fact;
}

} // namespace

Known::Known(const workshop::Drill& drill) : drill_(drill), suspected_(drill.state.known_bad)
{
    for (const Fact& fact : drill.facts)
        if (is_suspicion(fact.kind) && fact.a < drill.scenario->company.hosts.size()) suspected_.set(HostId{fact.a});
    for (const Fact& fact : drill.facts)
        if (knows(fact)) facts_.push_back(as_seen(fact));
}

bool Known::was_noticed_at_work(std::int32_t since) const
{
    return drill_.scenario->working_until(drill_.state.now) > drill_.scenario->working_until(since);
}

bool Known::is_own_doing(const Fact& fact) const
{
    for (const Fact* up = find_fact(drill_, fact.parent); up != nullptr; up = find_fact(drill_, up->parent))
        if (visibility_of(up->kind) == Visibility::hidden) return up->kind == FactKind::drill_started;
    return true;
}

bool Known::knows(const Fact& fact) const
{
    if (fact.kind == FactKind::asset_leaked) return drill_.state.leak_known >> fact.a & 1u;
    if (fact.kind == FactKind::booked) return !gives_away_host(fact);
    switch (visibility_of(fact.kind)) {
    case Visibility::open: return true;
    case Visibility::hidden: return false;
    case Visibility::at_work: return was_noticed_at_work(fact.at) || is_own_doing(fact);
    }
    return false;
}

// Evidence that is lost only on hosts the intruder held would tell which those are.
bool Known::gives_away_host(const Fact& booking) const
{
    const auto which = static_cast<Indicator>(booking.a);
    if (which == Indicator::records_leaked || which == Indicator::hosts_encrypted) return true;
    if (which != Indicator::evidence) return false;
    const Fact* cause = find_fact(drill_, booking.parent);
    const bool touches_host =
        cause != nullptr && (cause->kind == FactKind::host_off || cause->kind == FactKind::host_cleaned);
    return touches_host && cause->a < drill_.scenario->company.hosts.size() && !suspected_.has(HostId{cause->a});
}

KnownHost Known::host(HostId id) const
{
    const engine::State& s = drill_.state;
    const bool isolated = s.isolated.has(id), off = s.off.has(id);
    if (s.noticed.has(id)) return {HostMark::encrypted, isolated, off};
    if (off) return {HostMark::off, isolated, false};
    if (isolated) return {HostMark::isolated, false, false};
    if (s.known_bad.has(id)) return {HostMark::compromised, false, false};
    if (s.suspicious.has(id)) return {HostMark::suspicious, false, false};
    if (s.restored.has(id)) return {HostMark::restored, false, false};
    return {};
}

int Known::touched() const
{
    const engine::State& s = drill_.state;
    engine::Plane all;
    for (std::size_t i = 0; i < all.word.size(); ++i)
        all.word[i] = s.suspicious.word[i] | s.known_bad.word[i] | s.noticed.word[i];
    return all.count();
}

engine::State Known::expected() const
{
    engine::State s = drill_.state;
    s.foothold = {};
    for (std::size_t i = 0; i < s.encrypted.word.size(); ++i) {
        s.encrypted.word[i] &= s.noticed.word[i];
        s.ever_encrypted.word[i] &= s.noticed.word[i];
    }
    s.staged = 0;
    s.leaked &= s.leak_known;
    return s;
}

int Known::hosts() const { return static_cast<int>(drill_.scenario->company.hosts.size()); }

// How far a process can go on with the hosts that are known to be out of use.
std::int32_t Known::visible_capacity(std::size_t process) const
{
    const engine::Scenario& sc = *drill_.scenario;
    const engine::State& s = drill_.state;
    const bool cut = (s.network_bits & engine::internet_cut) != 0;
    engine::Plane idle;
    for (std::size_t i = 0; i < sc.words; ++i)
        idle.word[i] = s.noticed.word[i] | s.off.word[i] | s.wiped.word[i] |
                       (s.isolated.word[i] & ~sc.works_alone.word[i]) | (cut ? sc.cloud_hosts.word[i] : 0);
    std::int32_t capacity = s.processes[process].stopped ? 0 : 1000;
    for (const engine::Need& need : sc.company.processes[process].needs) {
        int missing = 0;
        for (std::size_t i = 0; i < sc.words; ++i) missing += std::popcount(need.hosts.word[i] & idle.word[i]);
        const std::int32_t share = need.total ? (need.total - missing) * 1000 / need.total : 1000;
        capacity = std::min(capacity, share < need.least ? 0 : share);
    }
    return capacity;
}

Running Known::process(ProcessId id) const
{
    std::int32_t seen = 1000;
    bool up_to_date = true;
    for (const Fact& fact : drill_.facts) {
        if (!is_about_process(fact.kind) || fact.a != id.value) continue;
        up_to_date = knows(fact);
        if (up_to_date) seen = fact.kind == FactKind::process_up ? 1000 : static_cast<std::int32_t>(fact.value);
    }
    const std::int32_t capacity =
        up_to_date ? drill_.state.processes[id.index()].capacity : std::min(seen, visible_capacity(id.index()));
    return capacity >= 1000 ? Running::full : capacity < kDownBelow ? Running::stopped : Running::half;
}

bool Known::by_hand(ProcessId id) const { return drill_.state.processes[id.index()].manual_since != engine::kNotYet; }

bool Known::leak_found() const { return drill_.state.leak_known != 0; }

std::int64_t Known::records_leaked() const
{
    std::int64_t people = 0;
    for (std::size_t a = 0; a < drill_.scenario->company.assets.size(); ++a)
        if (drill_.state.leak_known >> a & 1u) people += drill_.scenario->company.assets[a].records;
    return people;
}

std::optional<std::int64_t> Known::amount(Indicator which) const
{
    switch (which) {
    case Indicator::records_leaked: return leak_found() ? std::optional(records_leaked()) : std::nullopt;
    case Indicator::hosts_encrypted: return drill_.state.noticed.count();
    case Indicator::evidence: {
        const std::vector<Booking> known = bookings(which);
        return known.empty() ? 1000 : known.back().value;
    }
    default: return engine::indicator(*drill_.scenario, drill_.state, which);
    }
}

std::vector<Known::Booking> Known::bookings(Indicator which) const
{
    std::int64_t value = 0;
    const engine::Audience& trust = drill_.scenario->company.trust;
    if (which == Indicator::evidence) value = 1000;
    if (which == Indicator::trust_customers) value = trust.customers;
    if (which == Indicator::trust_partners) value = trust.partners;
    if (which == Indicator::trust_staff) value = trust.staff;
    if (which == Indicator::trust_neighbours) value = trust.neighbours;
    std::vector<Booking> all;
    for (const Fact& fact : facts_) {
        if (fact.kind != FactKind::booked || static_cast<Indicator>(fact.a) != which) continue;
        value += fact.value;
        all.push_back({fact.at, fact.value, value, fact.parent});
    }
    return all;
}

std::optional<Fact> Known::reason_for(engine::Seq cause) const
{
    for (const Fact* fact = find_fact(drill_, cause); fact != nullptr; fact = find_fact(drill_, fact->parent))
        if (fact->kind != FactKind::booked && knows(*fact)) return as_seen(*fact);
    return std::nullopt;
}

namespace {

bool is_news(const Fact& fact)
{
    switch (fact.kind) {
    case FactKind::alert_raised:
    case FactKind::false_alarm_raised:
    case FactKind::users_noticed:
    case FactKind::host_isolated:
    case FactKind::host_restored:
    case FactKind::action_done:
    case FactKind::action_in_vain:
    case FactKind::contact_answered:
    case FactKind::contact_arrived:
    case FactKind::deadline_missed:
    case FactKind::leak_found:
    case FactKind::scope_found:
    case FactKind::published:
    case FactKind::extorted:
    case FactKind::inject_delivered:
    case FactKind::decision_opened:
    case FactKind::fell_silent:
    case FactKind::drill_ended: return true;
    default: return false;
    }
}

} // namespace

std::int32_t next_news_at(const workshop::Drill& drill)
{
    engine::State ahead = drill.state;
    std::vector<Fact> told;
    engine::Recorder recorder{told};
    while (!engine::has_ended(ahead) && !engine::open_decision(ahead)) {
        engine::advance(*drill.scenario, ahead, engine::next_due_at(*drill.scenario, ahead), recorder);
        if (std::any_of(told.begin(), told.end(), is_news)) break;
        told.clear();
    }
    return ahead.now;
}

} // namespace sonae::ui
