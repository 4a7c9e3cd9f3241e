// What comes of each kind of action, side effects included: this is mechanism, the same in every pack.
#pragma once

#include "engine/step_services.hpp"

namespace sonae::engine {

template <class Sink>
bool Stepper<Sink>::carry_out(const Action& action, const RunningAction& run, Seq cause)
{
    switch (action.kind) {
    case ActionKind::isolate_host:
    case ActionKind::rejoin_host:
    case ActionKind::power_off:
    case ActionKind::power_on:
    case ActionKind::image_host:
    case ActionKind::clean_host: return change_hosts(action, HostId{run.target}, cause);
    case ActionKind::photograph:
    case ActionKind::save_logs:
    case ActionKind::review_logs:
    case ActionKind::hunt: return investigate(action, run, cause);
    case ActionKind::renew_sensor: return renew_sensor(action.sensor, cause);
    case ActionKind::read_report: return read_report(cause);
    case ActionKind::call_contact:
    case ActionKind::notify_contact:
    case ActionKind::announce:
    case ActionKind::tell_staff:
    case ActionKind::blame_staff: return speak(action, run.target, cause);
    default: return change_network(action, run.target, cause);
    }
}

template <class Sink>
void Stepper<Sink>::isolate(const Plane& hosts, FactKind kind, HostId named, Seq cause)
{
    s.isolated.add(hosts, sc.words);
    survey();
    touch(topic(Topic::isolated), hosts);
    const Seq isolated = fact(kind, cause, named.value);
    attacker_learns(hosts, isolated);
    carry_on(isolated);
    occur(Occurrence::host_isolated, named, kNobody, isolated);
    check_attacker(isolated);
}

template <class Sink>
bool Stepper<Sink>::change_hosts(const Action& action, HostId host, Seq cause)
{
    Plane one;
    one.set(host);
    switch (action.kind) {
    case ActionKind::isolate_host: isolate(one, FactKind::host_isolated, host, cause); return true;
    case ActionKind::rejoin_host:
        s.isolated.clear(host);
        survey(host);
        opened();
        touch(topic(Topic::isolated), host);
        carry_on(fact(FactKind::host_rejoined, cause, host.value));
        return true;
    case ActionKind::power_off: {
        s.off.set(host);
        survey(host);
        touch(topic(Topic::off), host);
        const Seq off = fact(FactKind::host_off, cause, host.value);
        const bool held = s.foothold.has(host) || s.encrypted.has(host);
        if (held && !s.imaged.has(host)) book_evidence(-kEvidencePowerOff, off); // what was in memory is gone
        attacker_learns(one, off);
        carry_on(off);
        check_attacker(off);
        return true;
    }
    case ActionKind::power_on:
        s.off.clear(host);
        survey(host);
        opened();
        touch(topic(Topic::off), host);
        carry_on(fact(FactKind::host_on, cause, host.value));
        return true;
    case ActionKind::image_host:
        s.imaged.set(host);
        fact(FactKind::host_imaged, cause, host.value);
        return true;
    case ActionKind::clean_host: {
        const Seq cleaned = fact(FactKind::host_cleaned, cause, host.value);
        const bool held = s.foothold.has(host) || s.encrypted.has(host);
        if (held && !s.imaged.has(host)) book_evidence(-kEvidenceWiped, cleaned);
        s.wiped.set(host);
        s.foothold.clear(host);
        survey(host);
        opened(host, of(TechniqueKind::access));
        touch(topic(Topic::foothold), host);
        carry_on(cleaned);
        check_attacker(cleaned);
        return true;
    }
    default: return false;
    }
}

template <class Sink>
bool Stepper<Sink>::change_network(const Action& action, std::uint16_t target, Seq cause)
{
    const auto raise = [&](NetworkBit bit, FactKind kind, Topics changed = topic(Topic::network)) {
        s.network_bits |= bit;
        s.dirty |= changed;
        return fact(kind, cause);
    };
    switch (action.kind) {
    case ActionKind::isolate_zone:
        isolate(sc.zone_hosts[target], FactKind::host_isolated, HostId{}, cause);
        return true;
    case ActionKind::rejoin_zone: {
        s.isolated.remove(sc.zone_hosts[target], sc.words);
        survey();
        opened();
        touch(topic(Topic::isolated), sc.zone_hosts[target]);
        carry_on(fact(FactKind::host_rejoined, cause));
        return true;
    }
    case ActionKind::cut_internet: {
        const Seq cut = raise(internet_cut, FactKind::internet_cut);
        attacker_learns(s.foothold, cut);
        carry_on(cut);
        check_attacker(cut);
        return true;
    }
    case ActionKind::restore_internet: {
        s.network_bits &= ~static_cast<std::uint32_t>(internet_cut | outbound_blocked);
        opened();
        s.dirty |= topic(Topic::network);
        carry_on(fact(FactKind::internet_back, cause));
        return true;
    }
    case ActionKind::block_outbound:
        attacker_learns(s.foothold, raise(outbound_blocked, FactKind::outbound_blocked));
        return true;
    case ActionKind::close_lines:
        check_attacker(raise(lines_closed, FactKind::lines_closed, topic(Topic::lines)));
        return true;
    case ActionKind::patch_edge:
        raise(edge_patched, FactKind::edge_patched, 0);
        survey();
        return true;
    case ActionKind::reset_credentials:
        s.attacker_bits &= ~static_cast<std::uint32_t>(attacker_admin);
        opened();
        raise(credentials_reset, FactKind::credentials_reset, topic(Topic::admin));
        return true;
    case ActionKind::detach_backup:
        fact(FactKind::backup_detached, cause);
        if (network(backup_lost)) return false;
        s.network_bits |= backup_detached;
        s.dirty |= topic(Topic::backup);
        return true;
    case ActionKind::check_backup:
        fact(FactKind::backup_checked, cause, kNobody, kNobody, network(backup_lost));
        s.dirty |= topic(Topic::backup);
        return true;
    case ActionKind::restore_hosts: {
        std::uint16_t workers = 2;
        for (std::size_t c = 0; c < sc.company.contacts.size(); ++c)
            if (s.contacts[c].engaged != kNotYet && (sc.company.contacts[c].skills & skill_technical)) ++workers;
        s.restore_workers = std::max(s.restore_workers, std::min<std::uint16_t>(workers, 5));
        pump_restores(cause);
        return true;
    }
    case ActionKind::start_manual: start_manual(target, cause); return true;
    case ActionKind::stop_process:
    case ActionKind::resume_process:
        s.processes[target].stopped = action.kind == ActionKind::stop_process;
        refresh(1u << target, 1u << target, cause);
        return true;
    case ActionKind::rest:
        for (std::int32_t& worked : s.worked) worked /= 3;
        tire(tiredest(s));
        fact(FactKind::people_rested, cause);
        return true;
    case ActionKind::pay_ransom: {
        const Seq paid = fact(FactKind::ransom_paid, cause);
        book_trust(Indicator::trust_neighbours, -8, paid);
        book_trust(Indicator::trust_partners, -5, paid);
        if (!luck(Stream::payment, 0).chance(kKeySent)) return false;
        s.network_bits |= ransom_paid;
        return true;
    }
    default: return true; // hold_meeting: that it was held is what conditions ask
    }
}

// Looking closer: evidence decides whether it can still be said what was taken.
template <class Sink>
bool Stepper<Sink>::investigate(const Action& action, const RunningAction& run, Seq cause)
{
    switch (action.kind) {
    case ActionKind::photograph: book_evidence(kEvidencePhoto, cause); return true;
    case ActionKind::save_logs: s.network_bits |= logs_saved; return true;
    case ActionKind::hunt:
        if (!edr_works(sc, s)) return false;
        for_each_word(sc.words,
                      [&](std::size_t i) { s.known_bad.word[i] |= s.foothold.word[i] & sc.edr_hosts.word[i]; });
        s.network_bits |= hunted;
        touch(topic(Topic::suspicious), s.known_bad);
        if (s.known_bad.any(sc.words)) know_incident(cause);
        return true;
    case ActionKind::review_logs: {
        const std::int64_t evidence = s.booked[static_cast<std::size_t>(Indicator::evidence)];
        const bool found = luck(Stream::action_chance, run.action, s.action_count[run.action]).chance(evidence);
        s.dirty |= topic(Topic::scope);
        if (!found) {
            fact(FactKind::scope_lost, cause);
            return false;
        }
        s.network_bits |= scope_known;
        s.known_bad.add(s.foothold, sc.words);
        touch(topic(Topic::suspicious), s.known_bad);
        const Seq scope = fact(FactKind::scope_found, cause);
        if (s.attacker_bits & attacker_inside) know_incident(scope);
        if (s.leaked | s.staged) suspect_leak(scope);
        occur(Occurrence::scope_found, HostId{s.way_in}, kNobody, scope);
        return true;
    }
    default: return false;
    }
}

template <class Sink>
bool Stepper<Sink>::speak(const Action& action, std::uint16_t target, Seq cause)
{
    switch (action.kind) {
    case ActionKind::call_contact: call_contact(target, cause); return true;
    case ActionKind::notify_contact: {
        ContactState& contact = s.contacts[target];
        if (contact.notified == kNotYet) contact.notified = s.now;
        s.dirty |= sc.topics.of(Topic::contacts, target) | topic(Topic::deadlines);
        const Seq told = fact(FactKind::contact_notified, cause, target, kNobody, action.report);
        if (action.report == kFinalReport && sc.company.contacts[target].kind == ContactKind::customer)
            win_back(Indicator::trust_partners, sc.company.trust.partners, told);
        for (std::size_t d = 0; d < sc.company.deadlines.size(); ++d) {
            const Deadline& deadline = sc.company.deadlines[d];
            DeadlineState& state = s.deadlines[d];
            if (deadline.to.value != target || deadline.report != action.report || state.began == kNotYet ||
                state.met != kNotYet || state.missed)
                continue;
            state.met = s.now;
            book(Indicator::deadlines_met, 1, fact(FactKind::deadline_met, told, static_cast<std::uint16_t>(d)));
        }
        return true;
    }
    case ActionKind::announce: {
        const Seq said = fact(FactKind::announced, cause);
        const bool news = !network(announced) && !(s.attacker_bits & attacker_published);
        const bool early = !network(incident_known);
        if (news) book_trust(Indicator::trust_customers, early ? -5 : -2, said);
        if (news && early) book_trust(Indicator::trust_staff, -2, said);
        if (news) book_trust(Indicator::trust_neighbours, early ? -3 : 1, said);
        s.network_bits |= announced;
        return true;
    }
    case ActionKind::tell_staff:
        if (!network(staff_told)) book_trust(Indicator::trust_staff, 3, cause);
        s.network_bits |= staff_told;
        return true;
    case ActionKind::blame_staff: {
        const Seq blamed = fact(FactKind::staff_blamed, cause);
        if (!network(staff_blamed)) book_trust(Indicator::trust_staff, -kBlamed, blamed);
        s.network_bits |= staff_blamed;
        return true;
    }
    default: return false;
    }
}

// Of what was lost since the start; nobody is thanked for more.
template <class Sink>
void Stepper<Sink>::win_back(Indicator which, std::int32_t at_start, Seq cause)
{
    const std::int64_t lost = at_start - s.booked[static_cast<std::size_t>(which)];
    book_trust(which, std::clamp<std::int64_t>(lost, 0, kWonBack), cause);
}

// A call to a closed desk is made all the same: it teaches, and they call back when they open.
template <class Sink>
void Stepper<Sink>::call_contact(std::size_t c, Seq cause)
{
    ContactState& state = s.contacts[c];
    const Contact& contact = sc.company.contacts[c];
    const auto id = static_cast<std::uint16_t>(c);
    ++state.calls;
    s.dirty |= sc.topics.of(Topic::called, c);
    std::int64_t from = s.now;
    Seq called = fact(FactKind::contact_called, cause, id);
    const bool serving = serves(sc, s, c);
    if (!serving || !sc.open(contact.hours, s.now)) {
        called = fact(FactKind::contact_closed, called, id);
        occur(Occurrence::contact_closed, HostId{}, id, called);
        from = serving ? sc.next_open(contact.hours, s.now) : kNever;
    }
    const bool waiting = state.called != kNotYet && state.answers == kNotYet;
    state.called = s.now;
    if (from == kNever || waiting) return;
    if (luck(Stream::contact_busy, id, state.calls).chance(contact.busy)) {
        called = fact(FactKind::contact_busy, called, id);
        occur(Occurrence::contact_busy, HostId{}, id, called);
        from = sc.next_open(contact.hours, from + drawn(contact.busy_for, Stream::contact_busy_for, id, state.calls));
        if (from == kNever) return;
    }
    push(from + drawn(contact.answers, Stream::contact_time, id, state.calls),
         {.cause = called, .a = id, .step = Step::contact_answers});
}

template <class Sink>
void Stepper<Sink>::contact_answers(const Due& due)
{
    ContactState& state = s.contacts[due.a];
    const Contact& contact = sc.company.contacts[due.a];
    state.answers = s.now;
    const Seq cause = fact(FactKind::contact_answered, due.cause, due.a);
    if (contact.travel == 0)
        engage(due.a, cause);
    else if (const std::int64_t leaves = sc.next_open(contact.hours, s.now); leaves != kNever)
        push(leaves + contact.travel, {.cause = cause, .a = due.a, .step = Step::contact_arrives});
    occur(Occurrence::contact_answers, HostId{}, due.a, cause);
}

template <class Sink>
void Stepper<Sink>::contact_arrives(const Due& due)
{
    const Seq cause = fact(FactKind::contact_arrived, due.cause, due.a);
    engage(due.a, cause);
    occur(Occurrence::contact_arrives, HostId{}, due.a, cause);
}

template <class Sink>
void Stepper<Sink>::engage(std::size_t c, Seq cause)
{
    ContactState& state = s.contacts[c];
    if (state.engaged != kNotYet) return;
    state.engaged = s.now;
    s.dirty |= sc.topics.of(Topic::contacts, c) | topic(Topic::people);
    book(Indicator::direct_cost, sc.company.contacts[c].per_hour * sc.company.contacts[c].minimum_hours, cause);
    if (s.restore_workers > 0 && (sc.company.contacts[c].skills & skill_technical)) {
        ++s.restore_workers;
        pump_restores(cause);
    }
}

} // namespace sonae::engine
