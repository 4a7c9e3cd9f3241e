// The attacker works through the playbook over what can be reached.
#pragma once

#include "engine/stepper.hpp"

namespace sonae::engine {

template <class Sink>
std::uint64_t Stepper<Sink>::held_in(std::size_t i) const
{
    return s.foothold.word[i] & ~(s.isolated.word[i] | s.off.word[i] | s.wiped.word[i]);
}

// Sees to it that State::held, near and the grounds of techniques are those of the planes that they follow from. Called
// at once after each change of one of these; for one host where it alone changed.
template <class Sink>
void Stepper<Sink>::survey()
{
    for_each_word(sc.words, [&](std::size_t i) { s.held.word[i] = held_in(i); });
    survey_near();
}

template <class Sink>
void Stepper<Sink>::survey(HostId host)
{
    const std::size_t i = host.index() / 64;
    const ZoneId zone = sc.hosts[host.index()].zone;
    const std::uint64_t held = held_in(i), before = s.held.word[i];
    s.held.word[i] = held & before; // without the host, if it turned
    const bool alone = held != before && !s.held.meets(sc.zone_hosts[zone.index()], sc.words);
    s.held.word[i] = held;
    alone ? survey_near() : survey_ground(i);
}

template <class Sink>
void Stepper<Sink>::survey_near()
{
    s.near = {};
    for (std::size_t z = 0; z < sc.company.zones.size(); ++z) // which zones are held is anyone's guess: no branch
        s.near.add_if(s.held.meets(sc.zone_hosts[z], sc.words), sc.reach_from[z], sc.words);
    for_each_word(sc.words, [&](std::size_t i) { survey_ground(i); });
}

template <class Sink>
void Stepper<Sink>::survey_ground(std::size_t i)
{
    const std::uint64_t cut = s.isolated.word[i] | s.off.word[i] | s.immune.word[i], foothold = s.foothold.word[i];
    const std::uint64_t held = s.held.word[i], working = held & ~s.encrypted.word[i];
    const std::uint64_t reach = s.near.word[i] & ~(cut | s.encrypted.word[i] | s.wiped.word[i]);
    const std::uint64_t patched = network(edge_patched) ? sc.edge_hosts.word[i] : 0;
    const auto ground = [&](TechniqueKind kind) -> std::uint64_t& {
        return s.grounds[static_cast<std::size_t>(kind)].word[i];
    };
    ground(TechniqueKind::access) = ~(cut | foothold | patched);
    ground(TechniqueKind::credentials) = ground(TechniqueKind::encrypt) = working;
    ground(TechniqueKind::spread) = reach & ~foothold;
    ground(TechniqueKind::stage) = working & ~s.bare.word[i];
    ground(TechniqueKind::exfiltrate) = held;
    ground(TechniqueKind::destroy_backup) = reach | held; // copies in reach
    ground(TechniqueKind::extort) = foothold;
    ground(TechniqueKind::publish) = sc.all_hosts.word[i];
}

// Sees to it that State::idle_techniques are those of a kind that has nothing to do now, wherever.
template <class Sink>
void Stepper<Sink>::rule_out_techniques()
{
    s.idle_techniques = 0;
    const auto rule_out = [&](TechniqueKind kind, bool so) { s.idle_techniques |= of(kind) & all_if(so); };
    rule_out(TechniqueKind::access, network(internet_cut));
    rule_out(TechniqueKind::credentials, (s.attacker_bits & attacker_admin) != 0);
    rule_out(TechniqueKind::exfiltrate, !connected() || !(s.staged & ~s.leaked));
    rule_out(TechniqueKind::destroy_backup, (s.network_bits & (backup_lost | backup_detached)) != 0);
    rule_out(TechniqueKind::extort, (s.attacker_bits & attacker_extorted) != 0);
    rule_out(TechniqueKind::publish, !s.leaked || (s.attacker_bits & attacker_published));
}

// The hosts on which the technique may be tried now and no hand is trying the like already.
template <class Sink>
Plane Stepper<Sink>::targets_of(std::size_t t) const
{
    const AttemptRow& row = sc.attempts[t];
    const auto kind = static_cast<std::size_t>(row.kind);
    const Plane &where = s.grounds[kind], &tried = s.tried[kind];
    Plane targets;
    for_each_word(sc.words,
                  [&](std::size_t i) { targets.word[i] = row.targets.word[i] & where.word[i] & ~tried.word[i]; });
    return targets;
}

// Sets idle hands to work: on the first promising technique, in the playbook's order, that has a host to be tried on,
// and so on.
template <class Sink>
void Stepper<Sink>::set_to_work(std::uint64_t promising)
{
    if (!connected()) promising &= sc.automatic_techniques | of(TechniqueKind::access);
    for (; promising; promising &= promising - 1) {
        const auto t = static_cast<std::size_t>(std::countr_zero(promising));
        for (Plane targets = targets_of(t); targets.any(sc.words);) {
            targets.clear(begin_attempt(t, targets));
            if (!s.idle_hands) return;
        }
        s.barren_techniques |= std::uint64_t{1} << t;
    }
}

// Nothing waits for luck when an attempt ends: all of it is drawn when it begins, and what decides its course goes with
// it through the queue.
template <class Sink>
HostId Stepper<Sink>::begin_attempt(std::size_t t, const Plane& targets)
{
    const AttemptRow& row = sc.attempts[t];
    const Draw course = luck(Stream::technique_course, static_cast<std::uint32_t>(t), s.begun[t]++);
    const HostId start{course.below(static_cast<std::uint32_t>(sc.company.hosts.size()))};
    const HostId host = targets.first_from(start, sc.words);
    std::int64_t lasts = delay_of(row.duration, Draw{std::uint64_t{course.spare()} << 32});
    if (row.timed) lasts = after_factors(sc, s, lasts, sc.playbook.techniques[t].time_factors);
    if (s.attacker_bits & attacker_knows) lasts = lasts * sc.playbook.pace_when_seen / 1000;
    const auto key = static_cast<std::uint32_t>(t << 10 | host.index());
    const Draw success = luck(Stream::technique_success, key, s.failures[t]);
    const std::uint32_t tries = s.successes[t] + std::uint32_t{s.failures[t]};
    const auto glimpse = static_cast<std::uint32_t>(luck(Stream::detection, key, tries).bits());
    const auto h = static_cast<std::uint16_t>(std::countr_zero(s.idle_hands));
    s.idle_hands &= s.idle_hands - 1;
    s.hands[h] = {static_cast<std::uint16_t>(t), host.value, glimpse};
    s.tried[static_cast<std::size_t>(row.kind)].set(host);
    push(s.now + std::max<std::int64_t>(lasts, 1), {.a = h,
                                                    .step = Step::attempt_ends,
                                                    .b = static_cast<std::uint8_t>(t),
                                                    .host = host.value,
                                                    .subject = glimpse >= row.unseen[sc.edr_hosts.has(host)],
                                                    .c = success.below(1000)});
    return host;
}

template <class Sink>
void Stepper<Sink>::attempt_ends(const Due& due)
{
    const std::size_t t = due.b;
    const HostId host{due.host};
    const std::uint32_t glimpse = s.hands[due.a].glimpse;
    s.hands[due.a] = {};
    s.idle_hands |= 1u << due.a;
    const AttemptRow& row = sc.attempts[t];
    const auto kind = static_cast<std::size_t>(row.kind);
    s.tried[kind].clear(host);
    const std::uint64_t bit = std::uint64_t{1} << t;
    const Seq cause = fact(FactKind::technique_tried, s.attack_cause, static_cast<std::uint16_t>(t), host.value);
    if ((s.idle_techniques & bit) || !s.grounds[kind].has(host)) {
        opened(host, of(row.kind));
        // Cut off, switched off or done in the meantime.
        if (s.foothold.has(host) && (s.isolated.has(host) || s.off.has(host))) attacker_sees(cause);
        return;
    }
    if (due.subject) detect(t, host, glimpse, cause);
    std::int64_t chance = s.chances[t];
    if (row.moving)
        chance = after_factors(sc, s, chance,
                               std::span(sc.playbook.techniques[t].chance_factors).subspan(row.settled_factors));
    if (due.c < chance) {
        if (++s.successes[t] >= row.limit) s.spent_techniques |= bit;
        return succeed(t, host, cause);
    }
    if (++s.failures[t] >= row.tries) s.spent_techniques |= bit;
    opened(host, of(row.kind)); // it may be tried there again
}

template <class Sink>
void Stepper<Sink>::succeed(std::size_t t, HostId host, Seq cause)
{
    const TechniqueKind kind = sc.attempts[t].kind;
    const Seq done = fact(FactKind::technique_succeeded, cause, static_cast<std::uint16_t>(t), host.value);
    s.attack_cause = done;
    switch (kind) {
    case TechniqueKind::access:
        if (!(s.attacker_bits & attacker_inside)) s.dirty |= topic(Topic::attacker);
        s.attacker_bits |= attacker_inside;
        if (s.way_in == 0xFFFF) s.way_in = host.value;
        [[fallthrough]];
    case TechniqueKind::spread: {
        const Plane& neighbours = sc.zone_hosts[sc.hosts[host.index()].zone.index()];
        const std::uint64_t from_outside = of(TechniqueKind::access) | of(TechniqueKind::spread);
        // From another zone others may be reached.
        s.held.meets(neighbours, sc.words) ? opened(host, ~from_outside) : opened();
        s.foothold.set(host);
        survey(host);
        if (s.attacker_bits & attacker_gone) s.dirty |= topic(Topic::out);
        s.attacker_bits &= ~static_cast<std::uint32_t>(attacker_gone);
        touch(topic(Topic::foothold), host);
        break;
    }
    case TechniqueKind::credentials:
        s.attacker_bits |= attacker_admin;
        s.dirty |= topic(Topic::admin);
        s.network_bits &= ~static_cast<std::uint32_t>(credentials_reset);
        break;
    case TechniqueKind::stage:
        for (std::uint64_t bits = sc.hosts[host.index()].assets & ~s.staged; bits; bits &= bits - 1) {
            const auto a = static_cast<std::uint16_t>(std::countr_zero(bits));
            s.staged |= std::uint64_t{1} << a;
            occur(Occurrence::asset_staged, host, a, fact(FactKind::asset_staged, done, a, host.value));
        }
        s.dirty |= topic(Topic::assets);
        for_each_host(sc.asset_hosts, sc.words, [&](HostId other) {
            if (!(sc.hosts[other.index()].assets & ~s.staged)) s.bare.set(other);
        });
        survey();
        break;
    case TechniqueKind::exfiltrate: {
        const auto a = static_cast<std::uint16_t>(std::countr_zero(s.staged & ~s.leaked));
        s.leaked |= std::uint64_t{1} << a;
        s.dirty |= topic(Topic::assets);
        opened(host, of(TechniqueKind::exfiltrate)); // free for the next one
        const Seq leaked = fact(FactKind::asset_leaked, done, a, host.value);
        s.leak_cause[a] = leaked;
        book(Indicator::records_leaked, sc.company.assets[a].records, leaked);
        occur(Occurrence::asset_leaked, host, a, leaked);
        break;
    }
    case TechniqueKind::destroy_backup: lose_backup(host, done); break;
    case TechniqueKind::encrypt: encrypt(host, done); break;
    case TechniqueKind::extort: {
        s.attacker_bits |= attacker_extorted;
        s.dirty |= topic(Topic::attacker);
        const Seq cause_known = fact(FactKind::extorted, done);
        know_incident(cause_known);
        book_trust(Indicator::trust_staff, -2, cause_known);
        occur(Occurrence::extorted, host, kNobody, cause_known);
        break;
    }
    case TechniqueKind::publish: {
        s.attacker_bits |= attacker_published;
        s.dirty |= topic(Topic::attacker);
        const Seq out = fact(FactKind::published, done);
        // Who heard it from the company first forgives more.
        const std::int64_t harm = network(announced) ? kPublishedForewarned : kPublished;
        book_trust(Indicator::trust_customers, -harm, out);
        book_trust(Indicator::trust_partners, -harm, out);
        book_trust(Indicator::trust_neighbours, -harm / 2, out);
        suspect_leak(out);
        push(s.now + kWearEvery, {.cause = out, .a = kNobody, .step = Step::silence_wears});
        occur(Occurrence::published, host, kNobody, out);
        break;
    }
    }
    occur(Occurrence::technique_succeeded, host, static_cast<std::uint16_t>(t), done);
}

template <class Sink>
void Stepper<Sink>::lose_backup(HostId host, Seq cause)
{
    if (network(backup_lost)) return;
    s.network_bits |= backup_lost;
    s.dirty |= topic(Topic::backup);
    occur(Occurrence::backup_lost, host, kNobody, fact(FactKind::backup_lost, cause, kNobody, host.value));
}

template <class Sink>
void Stepper<Sink>::encrypt(HostId host, Seq cause)
{
    s.encrypted.set(host);
    const bool again = s.ever_encrypted.has(host);
    s.ever_encrypted.set(host);
    s.restored.clear(host);
    survey_ground(host.index() / 64); // it is held as before
    touch(topic(Topic::encrypted), host);
    const Seq encrypted = fact(FactKind::host_encrypted, cause, host.value);
    if (!again) book(Indicator::hosts_encrypted, 1, encrypted);
    if (sc.company.backup.hosts.has(host) && !network(backup_detached)) lose_backup(host, encrypted);
    carry_on(host, encrypted);
    occur(Occurrence::host_encrypted, host, kNobody, encrypted);
    if (!s.noticing) expect_notice(encrypted);
}

// The intruder loses a host it held, and knows from then on that it was seen.
template <class Sink>
void Stepper<Sink>::attacker_learns(const Plane& touched, Seq cause)
{
    if (touched.meets(s.foothold, sc.words)) attacker_sees(cause);
}

template <class Sink>
void Stepper<Sink>::attacker_sees(Seq cause)
{
    if (s.attacker_bits & attacker_knows) return;
    s.attacker_bits |= attacker_knows;
    s.dirty |= topic(Topic::seen);
    fact(FactKind::attacker_saw, cause);
}

// Nothing held that still answers, and no open line to come back through: it is over.
template <class Sink>
void Stepper<Sink>::check_attacker(Seq cause)
{
    constexpr std::uint32_t kOver = attacker_inside | attacker_gone;
    if ((s.attacker_bits & kOver) != attacker_inside || s.held.any(sc.words)) return;
    const bool line = !network(lines_closed) && std::any_of(sc.company.lines.begin(), sc.company.lines.end(),
                                                            [](const RemoteLine& l) { return l.always_open; });
    if (line && !network(internet_cut)) return;
    s.attacker_bits |= attacker_gone;
    s.dirty |= topic(Topic::out);
    occur(Occurrence::attacker_out, HostId{}, kNobody, fact(FactKind::attacker_left, cause));
}

// Leaked assets that nobody knew of come to light; what is owed for them is booked, `dearer` permille of it. The theft
// owns what would have been owed in any case; what is dearer belongs to how it came out.
template <class Sink>
void Stepper<Sink>::surface_leak(Permille dearer, Seq cause)
{
    for (std::uint64_t bits = s.leaked & ~s.leak_known; bits; bits &= bits - 1) {
        const auto a = static_cast<std::uint16_t>(std::countr_zero(bits));
        const Asset& asset = sc.company.assets[a];
        s.leak_known |= std::uint64_t{1} << a;
        s.dirty |= topic(Topic::assets);
        const Seq found = fact(FactKind::leak_found, cause, a);
        const Yen notices = asset.records * sc.company.notice_per_record;
        book(Indicator::compensation, asset.leak_compensation, s.leak_cause[a]);
        book(Indicator::compensation, asset.leak_compensation * (dearer - 1000) / 1000, found);
        book(Indicator::direct_cost, notices, s.leak_cause[a]);
        book(Indicator::direct_cost, notices * (dearer - 1000) / 1000, found);
        book_trust(Indicator::trust_customers, -2, found);
        occur(Occurrence::leak_found, HostId{}, a, found);
    }
}

} // namespace sonae::engine
