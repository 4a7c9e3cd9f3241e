// Services that a small company has by contract: a trial or licence that ends, a report that comes by mail and has to
// be read, someone outside who is not always free.
#pragma once

#include "engine/services.hpp"
#include "engine/stepper.hpp"

namespace sonae::engine {

// The first report of the sensor at or after `from`, in seconds since the start.
inline std::int64_t next_report(const Scenario& sc, const Sensor& sensor, std::int64_t from)
{
    const std::int64_t first = sensor.report_first - sc.start;
    if (from <= first) return first;
    return first + (from - first + sensor.report_every - 1) / sensor.report_every * sensor.report_every;
}

template <class Sink>
void Stepper<Sink>::plan_services(Seq cause)
{
    for (std::size_t i = 0; i < sc.company.sensors.size(); ++i) {
        const Sensor& sensor = sc.company.sensors[i];
        const auto b = static_cast<std::uint8_t>(i);
        if (sensor.until > 0)
            push(std::max<std::int64_t>(sensor.until - sc.start, 0),
                 {.cause = cause, .step = Step::sensor_ends, .b = b});
        if (sensor.report_every > 0)
            push(next_report(sc, sensor, 0), {.cause = cause, .step = Step::report_comes, .b = b});
    }
}

template <class Sink>
void Stepper<Sink>::sensor_ends(const Due& due)
{
    const std::uint32_t bit = 1u << due.b;
    if (s.renewed & bit) return; // the contract goes on
    s.lapsed |= bit;
    s.dirty |= topic(Topic::network);
    occur(Occurrence::sensor_ends, HostId{}, due.b, fact(FactKind::sensor_ended, due.cause, due.b));
}

template <class Sink>
bool Stepper<Sink>::renew_sensor(std::uint16_t sensor, Seq cause)
{
    s.renewed |= 1u << sensor;
    s.lapsed &= ~(1u << sensor);
    s.dirty |= topic(Topic::network);
    fact(FactKind::sensor_renewed, cause, sensor);
    return true;
}

template <class Sink>
void Stepper<Sink>::report_comes(const Due& due)
{
    push(next_report(sc, sc.company.sensors[due.b], s.now + 1),
         {.cause = due.cause, .step = Step::report_comes, .b = due.b});
    if (!sensor_works(s, due.b)) return;
    s.unread.add(s.noted, sc.words);
    s.noted = {};
    ++s.reports_unread;
    s.dirty |= topic(Topic::alerts);
    occur(Occurrence::report_comes, HostId{}, due.b, fact(FactKind::report_came, due.cause, due.b));
}

// What the sensor saw becomes known to the company only now.
template <class Sink>
bool Stepper<Sink>::read_report(Seq cause)
{
    if (s.reports_unread == 0) return false;
    const auto of = std::find_if(sc.company.sensors.begin(), sc.company.sensors.end(),
                                 [](const Sensor& sensor) { return sensor.report_every > 0; });
    const auto sensor = static_cast<std::uint16_t>(of - sc.company.sensors.begin());
    const Plane hosts = s.unread;
    s.unread = {};
    s.reports_unread = 0;
    s.dirty |= topic(Topic::alerts);
    const Seq read = fact(FactKind::report_read, cause, sensor, kNobody, hosts.count(sc.words));
    for_each_host(hosts, sc.words,
                  [&](HostId host) { occur(Occurrence::alert, host, sensor, tell_alert(host, sensor, 1, read), 1); });
    return true;
}

// An alert reaches the company.
template <class Sink>
Seq Stepper<Sink>::tell_alert(HostId host, std::uint16_t sensor, std::uint8_t severity, Seq cause)
{
    ++s.alerts;
    s.suspicious.set(host);
    s.latest_alert = host.value;
    touch(topic(Topic::alerts) | topic(Topic::suspicious), host);
    const Seq raised = fact(FactKind::alert_raised, cause, host.value, sensor, severity);
    if (s.first_seen == kNotYet) s.first_seen = s.now, s.first_seen_cause = raised;
    if (severity >= 2) know_incident(raised);
    return raised;
}

} // namespace sonae::engine
