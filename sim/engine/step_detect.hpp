// Who sees the attacker: sensors, each with its delay and its false alarms, and people who meet what he left.
#pragma once

#include "engine/step_services.hpp"

namespace sonae::engine {

template <class Sink>
void Stepper<Sink>::detect(std::size_t t, HostId host, std::uint32_t glimpse, Seq cause)
{
    const std::uint32_t tries = s.successes[t] + std::uint32_t{s.failures[t]};
    const AttemptRow& row = sc.attempts[t];
    const std::size_t end = sc.edr_hosts.has(host) ? row.sights_end : row.edr_begin;
    bool seen = false;
    for (std::size_t n = row.sights_begin; n < end; ++n) {
        const Sight& sight = sc.sights[n];
        const std::size_t i = sight.sensor;
        const auto key = static_cast<std::uint32_t>((i + 1) << 20 | t << 10 | host.index());
        if (seen ? !luck(Stream::detection, key, tries).chance(sight.chance) : glimpse < sight.unseen) continue;
        seen = true;
        if (!sensor_works(s, i)) continue;
        if (s.queue.size() + kDrownAt > kMaxDue) continue; // one alert more among so many: nobody finds it
        const Sensor& sensor = sc.company.sensors[i];
        if (sensor.report_every > 0) {
            s.noted.set(host);
            continue;
        }
        std::int64_t at = s.now;
        if (!sensor.centre.exists() && sensor.kind != SensorKind::utm) { // somebody has to look
            const std::int64_t opens = s.work.opens(s.now);
            if (opens != kNever) at = opens;
        }
        const std::int64_t takes = drawn(sensor.delay, Stream::detection_time, key, tries);
        push(at + (sensor.kind == SensorKind::people ? until_reported(takes) : takes),
             {.cause = cause,
              .a = host.value,
              .step = Step::alert_arrives,
              .b = static_cast<std::uint8_t>(i),
              .subject = static_cast<std::uint16_t>(t),
              .c = sc.playbook.techniques[t].severity});
    }
}

template <class Sink>
void Stepper<Sink>::alert_arrives(const Due& due)
{
    const HostId host{due.a};
    const Seq cause = tell_alert(host, due.b, static_cast<std::uint8_t>(due.c), due.cause);
    const Technique& technique = sc.playbook.techniques[due.subject];
    if (technique.kind == TechniqueKind::exfiltrate) suspect_leak(cause);
    const Sensor& sensor = sc.company.sensors[due.b];
    if (sensor.centre.exists() && sensor.centre_isolates > 0 && sensor_works(s, due.b) &&
        due.c >= static_cast<std::uint32_t>(sensor.centre_isolates) && sc.edr_hosts.has(host)) {
        const Delay& answers = sc.company.contacts[sensor.centre.index()].answers;
        push(s.now + drawn(answers, Stream::centre, due.a, s.alerts),
             {.cause = cause, .a = due.a, .step = Step::centre_isolates, .b = due.b});
    }
    occur(Occurrence::alert, host, due.b, cause, static_cast<std::uint8_t>(due.c));
}

template <class Sink>
void Stepper<Sink>::plan_false_alarm(std::size_t sensor, std::uint32_t before, Seq cause)
{
    const std::int32_t per_week = sc.company.sensors[sensor].false_per_week;
    if (per_week <= 0 || sc.company.sensors[sensor].report_every > 0) return;
    const auto mean = static_cast<std::uint32_t>(7 * kDay / per_week);
    const std::int64_t wait =
        60 + luck(Stream::false_alarm, static_cast<std::uint32_t>(sensor), before).below(2 * mean);
    push(s.now + wait,
         {.cause = cause, .step = Step::false_alarm, .b = static_cast<std::uint8_t>(sensor), .c = before});
}

template <class Sink>
void Stepper<Sink>::false_alarm(const Due& due)
{
    if (!sensor_works(s, due.b)) return plan_false_alarm(due.b, due.c + 1, due.cause);
    const auto count = static_cast<std::uint32_t>(sc.company.hosts.size());
    const HostId host{luck(Stream::false_alarm_host, due.b, due.c).below(count)};
    ++s.false_alarms;
    s.suspicious.set(host);
    s.latest_alert = host.value;
    touch(topic(Topic::suspicious), host);
    const Seq cause = fact(FactKind::false_alarm_raised, due.cause, host.value, due.b);
    occur(Occurrence::false_alarm, host, due.b, cause, 1);
    plan_false_alarm(due.b, due.c + 1, due.cause);
}

template <class Sink>
Plane Stepper<Sink>::unnoticed_hosts() const
{
    Plane hosts;
    for_each_word(sc.words, [&](std::size_t i) { hosts.word[i] = s.encrypted.word[i] & ~s.noticed.word[i]; });
    return hosts;
}

// People meet encrypted machines when they work: the first some minutes into the day, then one after the other, faster
// the more there are. One event stands for whoever comes forward next; where many do, for all who do so in a round.
template <class Sink>
void Stepper<Sink>::expect_notice(Seq cause)
{
    const auto unnoticed = static_cast<std::uint32_t>(unnoticed_hosts().count(sc.words));
    const std::int64_t works = s.work.opens(s.now);
    s.noticing = unnoticed > 0 && works != kNever;
    if (!s.noticing) return;
    const std::uint32_t spell = kNoticeSpell / unnoticed;
    const std::int64_t wait = 60 + luck(Stream::user_notices, s.notices++).below(2 * std::max(spell, kNoticeRound));
    push(works + until_reported(wait), {.cause = cause, .step = Step::users_notice});
}

// Where somebody was named as the cause, people think twice before they say what they saw.
template <class Sink>
std::int64_t Stepper<Sink>::until_reported(std::int64_t wait) const
{
    return network(staff_blamed) ? wait * kFearedReport / 1000 : wait;
}

template <class Sink>
void Stepper<Sink>::users_notice(const Due& due)
{
    Plane unnoticed = unnoticed_hosts();
    const auto count = static_cast<std::uint32_t>(unnoticed.count(sc.words));
    if (count == 0) {
        s.noticing = 0;
        return;
    }
    HostId host{luck(Stream::user_notices, s.notices, 1).below(static_cast<std::uint32_t>(sc.company.hosts.size()))};
    for (std::uint32_t left = std::max(1u, count * kNoticeRound / kNoticeSpell); left > 0; --left) {
        host = unnoticed.first_from(host, sc.words);
        unnoticed.clear(host);
        s.noticed.set(host);
        s.known_bad.set(host);
        touch(topic(Topic::suspicious), host);
        const Seq cause = fact(FactKind::users_noticed, due.cause, host.value);
        if (s.first_seen == kNotYet) s.first_seen = s.now, s.first_seen_cause = cause;
        know_incident(cause);
        occur(Occurrence::users_notice, host, kNobody, cause);
    }
    expect_notice(due.cause);
}

} // namespace sonae::engine
