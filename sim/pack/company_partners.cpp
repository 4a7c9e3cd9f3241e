#include "pack/company_parts.hpp"

namespace sonae::pack {
namespace {

using namespace engine;
using namespace read;

constexpr Choice<ContactKind> kContactKinds[] = {
    {"maintenance", ContactKind::maintenance}, {"centre", ContactKind::centre}, {"expert", ContactKind::expert},
    {"vendor", ContactKind::vendor},           {"police", ContactKind::police}, {"insurer", ContactKind::insurer},
    {"customer", ContactKind::customer},       {"press", ContactKind::press},   {"authority", ContactKind::authority},
    {"supplier", ContactKind::supplier}};
constexpr Choice<SensorKind> kSensorKinds[] = {
    {"utm", SensorKind::utm}, {"edr", SensorKind::edr}, {"log", SensorKind::log}, {"people", SensorKind::people}};
constexpr Choice<Permille> kIsolatesFrom[] = {{"never", 0}, {"low", 1}, {"high", 2}, {"critical", 3}};
constexpr Choice<ClockStart> kClockStarts[] = {{"incident_known", ClockStart::incident_known},
                                               {"leak_suspected", ClockStart::leak_suspected},
                                               {"personal_leak_suspected", ClockStart::personal_leak_suspected}};

Penalty read_penalty(Draft& draft, ObjectReader in)
{
    Penalty penalty;
    penalty.process = ProcessId{required_name(draft, in, "process", NameKind::process)};
    penalty.after = in.required_duration("after", {0, 365 * kDay});
    penalty.per_hour = in.required_integer<Yen>("per_hour", 0, kMostYenAnHour);
    penalty.cap = in.required_integer<Yen>("cap", 0, kMostYen);
    in.finish();
    return penalty;
}

} // namespace

Person read_person(Draft&, ObjectReader& in)
{
    Person person;
    person.name = in.required_text("name", kMaxName);
    person.skills = read_skills(in, "skills");
    person.hours = required_hours(in, "hours");
    person.on_call = in.optional_bool("on_call").value_or(false);
    in.finish();
    return person;
}

Contact read_contact(Draft& draft, ObjectReader& in)
{
    Contact contact;
    contact.name = in.required_text("name", kMaxName);
    contact.kind = in.required_choice("kind", kContactKinds);
    contact.hours = required_hours(in, "hours");
    contact.answers = required_delay(in, "answers");
    contact.travel = in.optional_duration("travel", {0, 30 * kDay}).value_or(0);
    contact.per_hour = optional_yen(in, "per_hour", 0, kMostYenAnHour);
    contact.minimum_hours = in.optional_integer("minimum_hours", 0, 10'000).value_or(0);
    contact.skills = read_skills(in, "skills");
    contact.given = in.optional_text("given").value_or(Localized{});
    contact.gap = in.optional_text("gap").value_or(Localized{});
    contact.busy = in.optional_integer<Permille>("busy", 0, 1000).value_or(0);
    contact.busy_for = optional_delay(in, "busy_for");
    if (in.has("busy") && !in.has("busy_for"))
        in.error("busy", "field.missing", "busy には、いつ手が空くか（busy_for）も要ります",
                 "\"busy\" needs \"busy_for\": when they are free again");
    if (auto penalty = in.optional_object("penalty")) contact.penalty = read_penalty(draft, *std::move(penalty));
    in.finish();
    return contact;
}

Control read_control(Draft&, ObjectReader& in)
{
    Control control;
    control.name = in.required_text("name", kMaxName);
    control.remedy = in.optional_text("remedy").value_or(Localized{});
    control.on = in.optional_bool("on").value_or(false);
    control.cost = optional_yen(in, "cost");
    control.days = in.optional_integer("days", 0, 3650).value_or(0);
    in.finish();
    return control;
}

RemoteLine read_line(Draft& draft, ObjectReader& in)
{
    RemoteLine line;
    line.id = in.required_slug("id").text;
    line.name = in.required_text("name", kMaxName);
    line.contact = ContactId{required_name(draft, in, "contact", NameKind::contact)};
    line.host = HostId{required_name(draft, in, "host", NameKind::host)};
    line.always_open = in.optional_bool("always_open").value_or(false);
    in.finish();
    return line;
}

Sensor read_sensor(Draft& draft, ObjectReader& in)
{
    Sensor sensor;
    sensor.name = in.required_text("name", kMaxName);
    sensor.kind = in.required_choice("kind", kSensorKinds);
    sensor.coverage = in.required_integer<Permille>("coverage", 0, 1000);
    sensor.delay = required_delay(in, "delay");
    sensor.false_per_week = in.optional_integer("false_per_week", 0, 1000).value_or(0);
    sensor.centre = ContactId{optional_name(draft, in, "centre", NameKind::contact)};
    sensor.centre_isolates = in.optional_choice("centre_isolates", kIsolatesFrom).value_or(0);
    sensor.until = in.optional_moment("until").value_or(0);
    if (auto report = in.optional_object("report")) {
        sensor.report_first = report->required_moment("first");
        sensor.report_every = report->required_duration("every", {kHour, 365 * kDay});
        report->finish();
        for (const Sensor& other : draft.scenario.company.sensors)
            if (other.report_every > 0)
                in.error("report", "limit.too_many", "report を持つ検知手段は、会社に1つまでです",
                         "at most one sensor of a company writes reports");
    }
    in.finish();
    return sensor;
}

Deadline read_deadline(Draft& draft, ObjectReader& in)
{
    Deadline deadline;
    deadline.name = in.required_text("name", kMaxName);
    deadline.basis = in.required_text("basis");
    deadline.starts = in.required_choice("starts", kClockStarts);
    deadline.to = ContactId{required_name(draft, in, "to", NameKind::contact)};
    deadline.report = in.optional_choice("report", kReports).value_or(engine::kFirstReport);
    deadline.due = in.required_duration("due", {kMinute, 365 * kDay});
    deadline.soft = in.optional_duration("soft", {kMinute, 365 * kDay}).value_or(deadline.due);
    if (in.sound() && deadline.soft > deadline.due)
        in.error("soft", "value.range", "soft は due より後にはできません", "\"soft\" can't be later than \"due\"");
    deadline.late_trust_partners = in.optional_integer("late_trust_partners", 0, 100).value_or(0);
    deadline.late_trust_customers = in.optional_integer("late_trust_customers", 0, 100).value_or(0);
    in.finish();
    return deadline;
}

Backup read_backup(Draft& draft, ObjectReader in)
{
    Backup backup;
    backup.hosts = required_hosts(draft, in, "hosts", EmptyList::allowed);
    backup.offline = in.optional_bool("offline").value_or(false);
    backup.tested = in.optional_bool("tested").value_or(false);
    backup.online_success = in.optional_integer<Permille>("online_success", 0, 1000).value_or(backup.online_success);
    backup.offline_success = in.optional_integer<Permille>("offline_success", 0, 1000).value_or(backup.offline_success);
    in.finish();
    return backup;
}

Insurance read_insurance(Draft& draft, ObjectReader in)
{
    Insurance insurance;
    insurance.insurer = ContactId{required_name(draft, in, "insurer", NameKind::contact)};
    insurance.pays = in.required_integer<Permille>("pays", 0, 1000);
    insurance.cap = in.required_integer<Yen>("cap", 0, kMostYen);
    insurance.notify_within = in.required_duration("notify_within", {0, 365 * kDay});
    in.finish();
    return insurance;
}

} // namespace sonae::pack
