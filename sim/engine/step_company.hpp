// The company under strain: processes that stand still and what that costs, recovery, deadlines, logs, the aftermath.
#pragma once

#include "engine/stepper.hpp"

namespace sonae::engine {

// Books what has accrued since the last change of any rate. Working hours alone count.
template <class Sink>
void Stepper<Sink>::settle()
{
    const std::int64_t worked = s.work.worked(s.now) - s.settled_work;
    if (worked == 0) return;
    s.settled_work = s.work.worked(s.now);
    const LossRates rates(sc, s);
    for (std::size_t p = 0; rates.any() && p < sc.company.processes.size(); ++p) {
        ProcessState& process = s.processes[p];
        if (process.rate == 0) continue;
        process.carry += rates.of(process) * worked;
        const std::int64_t yen = process.carry / 3600;
        process.carry %= 3600;
        book(Indicator::downtime_loss, yen, process.cause);
    }
    for_each_bit(sc.penal_contacts, [&](std::size_t c) {
        ContactState& contact = s.contacts[c];
        if (!contact.penalty_on) return;
        const Penalty& penalty = sc.company.contacts[c].penalty;
        contact.penalty_carry += penalty.per_hour * worked;
        const std::int64_t yen = std::min(contact.penalty_carry / 3600, penalty.cap - contact.penalty_total);
        contact.penalty_carry %= 3600;
        contact.penalty_total += yen;
        book(Indicator::compensation, yen, s.processes[penalty.process.index()].cause);
    });
}

// Finds the hosts that work can no longer, or again, be done on, and what that means for the processes.
template <class Sink>
void Stepper<Sink>::carry_on(Seq cause)
{
    Turned turned;
    for_each_word(sc.words, [&](std::size_t i) { turn_hosts(i, turned); });
    refresh(turned.worse, turned.better, cause);
}

// The same where this host alone changed.
template <class Sink>
void Stepper<Sink>::carry_on(HostId host, Seq cause)
{
    Turned turned;
    turn_hosts(host.index() / 64, turned);
    refresh(turned.worse, turned.better, cause);
}

template <class Sink>
void Stepper<Sink>::turn_hosts(std::size_t i, Turned& turned)
{
    const std::uint64_t stopped = s.encrypted.word[i] | s.off.word[i] | s.wiped.word[i] |
                                  (s.isolated.word[i] & ~sc.works_alone.word[i]) |
                                  (sc.cloud_hosts.word[i] & all_if(network(internet_cut)));
    for_each_bit(stopped ^ s.stopped.word[i], [&](std::size_t bit) {
        const HostRow& host = sc.hosts[i * 64 + bit];
        const bool stops = stopped >> bit & 1u;
        (stops ? turned.worse : turned.better) |= host.processes;
        for (std::size_t n = host.needing_begin; n < host.needing_end; ++n)
            stops ? ++s.idle_of_need[sc.needing[n]] : --s.idle_of_need[sc.needing[n]];
    });
    s.stopped.word[i] = stopped;
}

template <class Sink>
std::int32_t Stepper<Sink>::capacity_of(std::size_t p) const
{
    std::int32_t capacity = s.processes[p].stopped ? 0 : 1000;
    for (std::size_t n = sc.needs_of[p]; n < sc.needs_of[p + 1]; ++n) {
        const NeedRow& need = sc.needs[n];
        const std::int32_t work = need.total - s.idle_of_need[n];
        if (work * 1000 < need.least * need.total) return 0;
        if (work < need.total) capacity = std::min(capacity, work * 1000 / need.total); // a division is slow
    }
    return capacity;
}

// Works out anew how well the given processes (bit each) can go on, and begins or ends their standstill. What stands
// still already needs no look when things only got worse.
template <class Sink>
void Stepper<Sink>::refresh(std::uint32_t worse, std::uint32_t better, Seq cause)
{
    bool changed = false;
    for (std::uint32_t processes = worse | better; processes; processes &= processes - 1) {
        const auto p = static_cast<std::size_t>(std::countr_zero(processes));
        ProcessState& process = s.processes[p];
        if (process.capacity == 0 && !(better >> p & 1u)) continue;
        const std::int32_t capacity = capacity_of(p);
        if (capacity == process.capacity) continue;
        if (!changed) settle();
        changed = true;
        const std::int32_t before = process.capacity;
        process.capacity = capacity;
        s.dirty |= topic(Topic::processes);
        const auto id = static_cast<std::uint16_t>(p);
        if (capacity == 1000) {
            process.down_since = process.manual_since = kNotYet;
            process.counting = 0;
            process.rate = 0;
            ++process.generation;
            for_each_bit(sc.penalised[p], [&](std::size_t c) { s.contacts[c].penalty_on = 0; });
            occur(Occurrence::process_up, HostId{}, id, fact(FactKind::process_up, cause, id));
            continue;
        }
        rate(p);
        const bool down = capacity < kDownBelow, was_down = before < kDownBelow;
        if (down != was_down || before == 1000)
            process.cause =
                fact(down ? FactKind::process_down : FactKind::process_degraded, cause, id, kNobody, capacity);
        if (before == 1000) {
            process.down_since = s.now;
            ++process.generation;
            push(s.now + sc.company.processes[p].tolerated,
                 {.cause = process.cause, .a = id, .step = Step::tolerance_passes, .c = process.generation});
        }
        if (down && !was_down) {
            for_each_bit(sc.penalised[p], [&](std::size_t c) { expect_penalty(c, process); });
            occur(Occurrence::process_down, HostId{}, id, process.cause);
        }
    }
}

// What the process loses now by itself.
template <class Sink>
void Stepper<Sink>::rate(std::size_t p)
{
    ProcessState& process = s.processes[p];
    if (!process.counting) return;
    const Process& is = sc.company.processes[p];
    const std::int64_t by_hand = process.manual_since != kNotYet ? is.manual : 0;
    process.rate =
        static_cast<std::int32_t>(is.loss_per_hour * (1000 - process.capacity) / 1000 * (1000 - by_hand) / 1000);
}

template <class Sink>
void Stepper<Sink>::tolerance_passes(const Due& due)
{
    ProcessState& process = s.processes[due.a];
    if (process.generation != due.c || process.down_since == kNotYet) return;
    settle();
    process.counting = 1;
    rate(due.a);
    s.dirty |= topic(Topic::processes);
    const Seq cause = fact(FactKind::tolerance_passed, due.cause, due.a);
    if (!network(trust_wearing)) {
        s.network_bits |= trust_wearing;
        push(s.now + kWearEvery, {.cause = cause, .step = Step::trust_wears});
    }
    occur(Occurrence::process_tolerance, HostId{}, due.a, cause);
}

// The clause counts hours in which the customer would have been served.
template <class Sink>
void Stepper<Sink>::expect_penalty(std::size_t contact, const ProcessState& process)
{
    const std::int64_t at = sc.working_after(s.now, sc.company.contacts[contact].penalty.after);
    if (at != kNever)
        push(at, {.cause = process.cause,
                  .a = static_cast<std::uint16_t>(contact),
                  .step = Step::penalty_begins,
                  .c = process.generation});
}

template <class Sink>
void Stepper<Sink>::penalty_begins(const Due& due)
{
    const Penalty& penalty = sc.company.contacts[due.a].penalty;
    const ProcessState& process = s.processes[penalty.process.index()];
    if (process.generation != due.c || process.capacity >= kDownBelow || process.manual_since != kNotYet) return;
    settle();
    s.contacts[due.a].penalty_on = 1;
    s.dirty |= topic(Topic::money);
    occur(Occurrence::penalty_begins, HostId{}, due.a, fact(FactKind::penalty_began, due.cause, due.a));
}

template <class Sink>
void Stepper<Sink>::start_manual(std::size_t p, Seq cause)
{
    settle();
    ProcessState& process = s.processes[p];
    process.manual_since = s.now;
    rate(p);
    const auto id = static_cast<std::uint16_t>(p);
    for_each_bit(sc.penalised[p], [&](std::size_t c) { s.contacts[c].penalty_on = 0; });
    s.dirty |= topic(Topic::processes);
    const Seq began = fact(FactKind::process_by_hand, cause, id);
    push(s.now + sc.company.processes[p].manual_limit,
         {.cause = began, .a = id, .step = Step::manual_ends, .c = process.generation});
}

template <class Sink>
void Stepper<Sink>::manual_ends(const Due& due)
{
    ProcessState& process = s.processes[due.a];
    if (process.generation != due.c || process.manual_since == kNotYet) return;
    settle();
    process.manual_since = kNotYet;
    rate(due.a);
    s.dirty |= topic(Topic::processes);
    const Seq cause = fact(FactKind::by_hand_ended, due.cause, due.a);
    if (process.capacity >= kDownBelow) return;
    for_each_bit(sc.penalised[due.a], [&](std::size_t c) {
        push(s.now, {.cause = cause,
                     .a = static_cast<std::uint16_t>(c),
                     .step = Step::penalty_begins,
                     .c = process.generation});
    });
}

template <class Sink>
void Stepper<Sink>::trust_wears(const Due& due)
{
    const auto counts = [](const ProcessState& p) { return p.counting != 0 && p.manual_since == kNotYet; };
    const auto standing = std::find_if(s.processes.begin(), s.processes.end(), counts);
    if (standing == s.processes.end()) {
        s.network_bits &= ~static_cast<std::uint32_t>(trust_wearing);
        return;
    }
    book_trust(Indicator::trust_customers, -1, standing->cause);
    book_trust(Indicator::trust_partners, -1, standing->cause);
    if (s.now / kWearEvery % 2 == 0) book_trust(Indicator::trust_staff, -1, standing->cause);
    push(s.now + kWearEvery, {.cause = due.cause, .step = Step::trust_wears});
}

// Whether the public, or the persons whose data was taken, heard of it from the company itself.
template <class Sink>
bool Stepper<Sink>::spoke_of_leak() const
{
    return network(announced) ||
           std::any_of(sc.company.deadlines.begin(), sc.company.deadlines.end(), [&](const Deadline& deadline) {
               return deadline.starts == ClockStart::personal_leak_suspected && deadline.to.exists() &&
                      sc.company.contacts[deadline.to.index()].kind == ContactKind::customer &&
                      s.contacts[deadline.to.index()].notified != kNotYet;
           });
}

// Word that is late does not stop being late: those who were promised it, or who read elsewhere what was stolen, think
// worse of the company until it speaks.
template <class Sink>
void Stepper<Sink>::silence_wears(const Due& due)
{
    const auto* deadline = due.a == kNobody ? nullptr : &sc.company.deadlines[due.a];
    if (deadline ? s.contacts[deadline->to.index()].notified != kNotYet : network(announced)) return;
    const bool of_partners = deadline && deadline->late_trust_partners >= deadline->late_trust_customers;
    book_trust(of_partners ? Indicator::trust_partners : Indicator::trust_customers, -1, due.cause);
    if (due.c + 1 < kSilenceMost)
        push(s.now + kWearEvery, {.cause = due.cause, .a = due.a, .step = Step::silence_wears, .c = due.c + 1});
}

// Starts as many recoveries as there are hands for, servers first.
template <class Sink>
void Stepper<Sink>::pump_restores(Seq cause)
{
    Plane wanted;
    for_each_word(sc.words, [&](std::size_t i) {
        wanted.word[i] = (s.encrypted.word[i] | s.wiped.word[i]) & ~s.restoring.word[i];
    });
    while (s.restore_workers > 0 && wanted.any(sc.words)) {
        Plane servers;
        for_each_word(sc.words, [&](std::size_t i) { servers.word[i] = wanted.word[i] & sc.servers.word[i]; });
        const HostId next = (servers.any(sc.words) ? servers : wanted).first_from(HostId{0}, sc.words);
        wanted.clear(next);
        s.restoring.set(next);
        --s.restore_workers;
        const Backup& backup = sc.company.backup;
        const bool offline = backup.offline || network(backup_detached);
        std::int32_t success = offline ? backup.offline_success : network(backup_lost) ? 0 : backup.online_success;
        if (network(ransom_paid)) success = std::max(success, kKeyWorks);
        const bool good = luck(Stream::restore, next.value).chance(success);
        const HostRow& host = sc.hosts[next.index()];
        push(s.now + (good ? host.restore : host.rebuild),
             {.cause = cause, .a = next.value, .step = Step::host_back, .b = good});
        if (!good) occur(Occurrence::restore_failed, next, kNobody, cause);
    }
}

template <class Sink>
void Stepper<Sink>::host_back(const Due& due)
{
    const HostId host{due.a};
    const auto leaves = [&](Plane& plane, Topic what) { // what it was is anyone's guess: no branch
        s.dirty |= topic(what) & all_if(plane.has(host));
        plane.clear(host);
    };
    leaves(s.encrypted, Topic::encrypted);
    leaves(s.foothold, Topic::foothold);
    leaves(s.off, Topic::off);
    leaves(s.isolated, Topic::isolated);
    leaves(s.suspicious, Topic::suspicious);
    leaves(s.known_bad, Topic::suspicious);
    s.wiped.clear(host);
    s.restoring.clear(host);
    s.noticed.clear(host);
    s.restored.set(host);
    if (network(credentials_reset)) s.immune.set(host);
    survey(host);
    opened(host, of(TechniqueKind::access) | of(TechniqueKind::spread) | of(TechniqueKind::destroy_backup));
    touch(topic(Topic::restored), host);
    ++s.restore_workers;
    const Seq cause = fact(due.b ? FactKind::host_restored : FactKind::host_rebuilt, due.cause, due.a);
    carry_on(host, cause);
    occur(Occurrence::host_restored, host, kNobody, cause);
    pump_restores(due.cause);
    bool more = s.restoring.any(sc.words);
    for_each_word(sc.words, [&](std::size_t i) { more |= (s.encrypted.word[i] | s.wiped.word[i]) != 0; });
    check_attacker(cause);
    if (more) return;
    s.restore_workers = 0;
    occur(Occurrence::all_restored, host, kNobody, cause);
}

template <class Sink>
void Stepper<Sink>::know_incident(Seq cause)
{
    if (network(incident_known)) return;
    s.network_bits |= incident_known;
    for (std::size_t d = 0; d < sc.company.deadlines.size(); ++d)
        if (sc.company.deadlines[d].starts == ClockStart::incident_known) begin_deadline(d, cause);
}

// What has leaked so far is found out, or must be assumed: its clocks begin and its bill is written.
template <class Sink>
void Stepper<Sink>::suspect_leak(Seq cause)
{
    bool personal = false;
    for (std::size_t a = 0; a < sc.company.assets.size(); ++a)
        if ((s.leaked | s.staged) >> a & 1u) personal |= sc.company.assets[a].personal != Personal::none;
    for (std::size_t d = 0; d < sc.company.deadlines.size(); ++d) {
        const ClockStart starts = sc.company.deadlines[d].starts;
        if (starts == ClockStart::leak_suspected || (starts == ClockStart::personal_leak_suspected && personal))
            begin_deadline(d, cause);
    }
    surface_leak(1000, cause);
}

template <class Sink>
void Stepper<Sink>::begin_deadline(std::size_t d, Seq cause)
{
    DeadlineState& deadline = s.deadlines[d];
    if (deadline.began != kNotYet) return;
    deadline.began = s.now;
    deadline.cause = fact(FactKind::deadline_began, cause, static_cast<std::uint16_t>(d));
    s.dirty |= topic(Topic::deadlines);
    push(s.now + sc.company.deadlines[d].due,
         {.cause = deadline.cause, .a = static_cast<std::uint16_t>(d), .step = Step::deadline_passes});
}

template <class Sink>
void Stepper<Sink>::deadline_passes(const Due& due)
{
    DeadlineState& state = s.deadlines[due.a];
    if (state.met != kNotYet) return;
    const Deadline& deadline = sc.company.deadlines[due.a];
    state.missed = 1;
    s.dirty |= topic(Topic::deadlines);
    const Seq cause = fact(FactKind::deadline_missed, due.cause, due.a);
    book(Indicator::deadlines_missed, 1, cause);
    const std::int64_t dearer = 1000 + sc.company.disorder;
    book_trust(Indicator::trust_partners, -deadline.late_trust_partners * dearer / 1000, cause);
    book_trust(Indicator::trust_customers, -deadline.late_trust_customers * dearer / 1000, cause);
    if (deadline.to.exists()) push(s.now + kWearEvery, {.cause = cause, .a = due.a, .step = Step::silence_wears});
    occur(Occurrence::deadline_missed, HostId{}, due.a, cause);
}

template <class Sink>
void Stepper<Sink>::logs_age(const Due& due)
{
    if (network(logs_saved) || network(scope_known)) return;
    if (s.attacker_bits & attacker_inside) {
        const std::int32_t lost = std::min(kEvidenceDayMost, kEvidenceLogs / std::max(1, sc.company.log_days));
        book_evidence(-lost, fact(FactKind::logs_aged, due.cause));
    }
    push(s.now + kDay, {.cause = due.cause, .step = Step::logs_age});
}

// A theft of personal data of which the company told neither the public nor the persons comes out in the end, and is
// taken as if the attacker had published it.
template <class Sink>
void Stepper<Sink>::hush_comes_out()
{
    if (spoke_of_leak()) return;
    for (std::uint64_t bits = s.leaked; bits; bits &= bits - 1) {
        const auto a = static_cast<std::uint16_t>(std::countr_zero(bits));
        if (sc.company.assets[a].personal == Personal::none) continue;
        const Seq out = fact(FactKind::leak_hushed_up, s.leak_cause[a], a);
        book_trust(Indicator::trust_customers, -kPublished, out);
        book_trust(Indicator::trust_neighbours, -kPublished / 2, out);
        return;
    }
}

// What is left to pay when the drill ends: machines still down, the inquiry, people who must be written to because
// nobody can say any more whose data was taken, leaks that come out late, and the insurer's share.
template <class Sink>
void Stepper<Sink>::aftermath()
{
    settle();
    const Seq cause = s.first_seen_cause;
    if (!(s.attacker_bits & attacker_inside)) return;
    for_each_host(s.encrypted, sc.words, [&](HostId host) {
        book(Indicator::direct_cost, sc.company.hosts[host.index()].rebuild * kOutsideHour / 3600, cause);
    });
    const std::int64_t evidence = s.booked[static_cast<std::size_t>(Indicator::evidence)];
    book(Indicator::direct_cost, kExpertHour * (kInquiryHours + (1000 - evidence) / kInquiryPerEvidence), cause);
    surface_leak(kSurfacedLate, cause);
    hush_comes_out();
    if (!network(scope_known)) {
        std::uint64_t exposed = 0;
        for_each_host(s.ever_encrypted, sc.words, [&](HostId host) { exposed |= sc.hosts[host.index()].assets; });
        for (std::uint64_t bits = exposed & ~s.leaked; bits; bits &= bits - 1)
            book(Indicator::direct_cost,
                 sc.company.assets[static_cast<std::size_t>(std::countr_zero(bits))].records *
                     sc.company.notice_per_record,
                 fact(FactKind::scope_lost, cause, static_cast<std::uint16_t>(std::countr_zero(bits))));
    }
    const Insurance& insurance = sc.company.insurance;
    if (!insurance.insurer.exists() || s.first_seen == kNotYet) return;
    const std::int32_t told = s.contacts[insurance.insurer.index()].notified;
    if (told == kNotYet || told - s.first_seen > insurance.notify_within) return;
    const Yen cost = s.booked[static_cast<std::size_t>(Indicator::direct_cost)];
    const Yen share = cost / 1000 * insurance.pays + cost % 1000 * insurance.pays / 1000;
    book(Indicator::insurance_paid, std::min(share, insurance.cap), cause);
}

} // namespace sonae::engine
