// The file as a whole, its network and hosts, and what depends on them. People and contacts: company_partners.cpp.
#include "pack/company_reader.hpp"

#include "pack/company_parts.hpp"
#include "pack/rows.hpp"

#include <algorithm>

namespace sonae::pack {
namespace {

using namespace engine;
using namespace read;

constexpr Choice<HostKind> kHostKinds[] = {{"pc", HostKind::pc},           {"server", HostKind::server},
                                           {"storage", HostKind::storage}, {"appliance", HostKind::appliance},
                                           {"machine", HostKind::machine}, {"cloud", HostKind::cloud}};
constexpr Choice<Personal> kPersonal[] = {{"none", Personal::none},
                                          {"personal", Personal::personal},
                                          {"special_care", Personal::special_care},
                                          {"my_number", Personal::my_number}};

std::size_t count_of(ObjectReader& host)
{
    return host.optional_integer<std::size_t>("count", 1, kMaxHosts).value_or(1);
}

void number_hosts(CompanySource& source, NameBook& names)
{
    std::size_t total = 0;
    for (auto row = source.hosts.begin(); row != source.hosts.end(); ++row) {
        const std::size_t count = count_of(*row);
        total += count;
        if (total > kMaxHosts) {
            tell_too_many(row->value(), kMaxHosts, total, row->diagnostics());
            source.hosts.erase(row, source.hosts.end());
            return;
        }
        names.add_hosts(row->required_slug("id"), count, row->diagnostics());
    }
}

void read_calendar(Company& company, ObjectReader in)
{
    for (const std::string& day : in.optional_strings("holidays", {0, 1000})) {
        const auto date = parse_date(day);
        if (date)
            company.calendar.holidays.push_back(days_from_civil(*date));
        else
            in.error("holidays", "value.date", "日付として読めません。\"2023-11-24\" のように書いてください",
                     "no date: write it like \"2023-11-24\"");
    }
    std::sort(company.calendar.holidays.begin(), company.calendar.holidays.end());
    company.calendar.work = required_hours(in, "work");
    in.finish();
}

void read_money(Company& company, ObjectReader in)
{
    company.margin_per_hour = in.required_integer<Yen>("margin_per_hour", 0, kMostYenAnHour);
    company.staff_per_hour = optional_yen(in, "staff_per_hour", company.staff_per_hour, kMostYenAnHour);
    company.overtime_per_hour = optional_yen(in, "overtime_per_hour", company.overtime_per_hour, kMostYenAnHour);
    company.notice_per_record = optional_yen(in, "notice_per_record", company.notice_per_record, kMostYenAPerson);
    in.finish();
}

void read_trust(Company& company, ObjectReader in)
{
    company.trust = {in.required_integer("customers", 0, 100), in.required_integer("partners", 0, 100),
                     in.required_integer("staff", 0, 100), in.required_integer("neighbours", 0, 100)};
    in.finish();
}

Zone read_zone(Draft& draft, ObjectReader& in)
{
    Zone zone;
    zone.name = in.required_text("name", kMaxName);
    for (const Slug& other : in.optional_slugs("reaches"))
        if (const auto number = draft.names.resolve(NameKind::zone, other, draft.told)) zone.reaches |= 1u << *number;
    zone.reaches_internet = in.optional_bool("internet").value_or(false);
    in.finish();
    return zone;
}

Localized numbered(const Localized& name, const std::string& id, const std::string& group)
{
    const std::string number = " " + id.substr(group.size() + 1);
    return {name.ja + number, name.en.empty() ? "" : name.en + number};
}

void read_hosts(Draft& draft, ObjectReader& in, const HostGroup& group)
{
    Host host;
    host.name = in.required_text("name", kMaxName);
    host.zone = ZoneId{required_name(draft, in, "zone", NameKind::zone)};
    host.kind = in.required_choice("kind", kHostKinds);
    for (const Slug& tag : in.optional_slugs("tags"))
        if (const auto number = draft.names.resolve(NameKind::tag, tag, draft.told))
            host.tags |= std::uint64_t{1} << *number;
    const auto with_edr = in.optional_integer<std::size_t>("edr", 0, group.count).value_or(0);
    host.patch_months = in.optional_integer<std::uint8_t>("patch_months", 0, 255).value_or(0);
    host.restore = static_cast<std::int32_t>(in.required_duration("restore", {kMinute, 60 * kDay}));
    host.rebuild = static_cast<std::int32_t>(in.required_duration("rebuild", {kMinute, 60 * kDay}));
    host.works_alone = in.optional_bool("works_alone").value_or(false);
    in.finish();
    const Localized name = host.name;
    for (std::size_t i = 0; i < group.count; ++i) {
        host.id = draft.names.name(NameKind::host, group.first + i);
        if (group.count > 1) host.name = numbered(name, host.id, group.id);
        host.edr = i < with_edr;
        draft.scenario.company.hosts.push_back(host);
    }
}

Process read_process(Draft& draft, ObjectReader& in)
{
    Process process;
    process.name = in.required_text("name", kMaxName);
    for (ObjectReader& row : in.required_objects("needs", {1, engine::kMaxNeedsEach})) {
        Need need;
        need.hosts = required_hosts(draft, row, "hosts");
        need.total = need.hosts.count();
        need.least = row.optional_integer<Permille>("least", 0, 1000).value_or(1000);
        row.finish();
        process.needs.push_back(need);
    }
    process.tolerated = in.required_duration("tolerated", {0, 365 * kDay});
    process.loss_per_hour = in.required_integer<Yen>("loss_per_hour", 0, kMostYenAnHour);
    process.manual = in.optional_integer<Permille>("manual", 0, 1000).value_or(0);
    process.manual_limit = in.optional_duration("manual_limit", {0, 365 * kDay}).value_or(0);
    process.fallback = in.optional_text("fallback").value_or(Localized{});
    in.finish();
    return process;
}

LedgerRow read_ledger(ObjectReader in)
{
    const auto level = [&](std::string_view key) { return in.required_integer<std::uint8_t>(key, 0, 9); };
    LedgerRow row;
    row.process = in.required_text("process");
    row.users = in.required_text("users");
    row.owner = in.required_text("owner");
    row.place = in.required_text("place");
    row.confidentiality = level("c"), row.integrity = level("i"), row.availability = level("a");
    row.importance = level("importance"), row.threat = level("threat"), row.vulnerability = level("vulnerability");
    row.likelihood = level("likelihood"), row.risk = level("risk");
    in.finish();
    return row;
}

Asset read_asset(Draft& draft, ObjectReader& in)
{
    Asset asset;
    asset.name = in.required_text("name", kMaxName);
    asset.hosts = required_hosts(draft, in, "hosts", EmptyList::allowed);
    asset.personal = in.required_choice("personal", kPersonal);
    asset.records = in.optional_integer("records", 0, 1'000'000'000).value_or(0);
    asset.gigabytes = in.optional_integer("gigabytes", 1, 100'000).value_or(1);
    asset.leak_compensation = optional_yen(in, "leak_compensation");
    if (auto ledger = in.optional_object("ledger")) asset.ledger = read_ledger(*std::move(ledger));
    in.finish();
    return asset;
}

void read_head(Draft& draft, ObjectReader& in)
{
    Company& company = draft.scenario.company;
    company.id = in.required_slug("id").text;
    company.version = in.required_integer<std::int64_t>("version", 1, 1'000'000);
    in.required_date("valid_until");
    company.name = in.required_text("name", kMaxName);
    company.kind = in.required_text("kind", kMaxName);
    company.profile = in.required_text("profile");
    read_calendar(company, in.required_object("calendar"));
    read_money(company, in.required_object("money"));
    read_trust(company, in.required_object("trust"));
    company.disorder = in.optional_integer("late_news_factor", 1000, 5000).value_or(1000) - 1000;
    company.admin_shared = in.optional_bool("admin_shared").value_or(true);
    company.log_days = in.optional_integer("log_days", 1, 3650).value_or(14);
}

} // namespace

CompanySource open_company(ObjectReader root, NameBook& names)
{
    CompanySource source(std::move(root));
    ObjectReader& in = source.root;
    source.tags = in.optional_slugs("tags");
    if (source.tags.size() > kMaxTags) {
        tell_too_many(source.tags[kMaxTags].at, kMaxTags, source.tags.size(), in.diagnostics());
        source.tags.erase(source.tags.begin() + kMaxTags, source.tags.end());
    }
    source.zones = open_rows(in, "zones", kMaxZones, true);
    source.hosts = open_rows(in, "hosts", kMaxHosts, true);
    source.processes = open_rows(in, "processes", kMaxProcesses, true);
    source.assets = open_rows(in, "assets", kMaxAssets);
    source.people = open_rows(in, "people", kMaxPeople, true);
    source.contacts = open_rows(in, "contacts", kMaxContacts);
    source.controls = open_rows(in, "controls", kMaxControls);
    source.lines = open_rows(in, "lines", 64);
    source.sensors = open_rows(in, "sensors", kMaxSensors);
    source.deadlines = open_rows(in, "deadlines", kMaxDeadlines);
    for (const Slug& tag : source.tags) names.add(NameKind::tag, tag, in.diagnostics());
    number_rows(source.zones, NameKind::zone, names);
    number_hosts(source, names);
    number_rows(source.processes, NameKind::process, names);
    number_rows(source.assets, NameKind::asset, names);
    number_rows(source.people, NameKind::person, names);
    number_rows(source.contacts, NameKind::contact, names);
    number_rows(source.controls, NameKind::control, names);
    number_rows(source.sensors, NameKind::sensor, names);
    number_rows(source.deadlines, NameKind::deadline, names);
    return source;
}

void read_company(Draft& draft, CompanySource& source)
{
    Company& company = draft.scenario.company;
    const auto fill = [&](auto& table, Rows& rows, NameKind kind, auto read_row) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            table.push_back(read_row(draft, rows[i]));
            table.back().id = draft.names.name(kind, i);
        }
    };
    read_head(draft, source.root);
    for (const Slug& tag : source.tags) company.tags.push_back(tag.text);
    fill(company.zones, source.zones, NameKind::zone, read_zone);
    for (std::size_t i = 0; i < source.hosts.size(); ++i) read_hosts(draft, source.hosts[i], draft.names.group(i));
    fill(company.processes, source.processes, NameKind::process, read_process);
    fill(company.assets, source.assets, NameKind::asset, read_asset);
    fill(company.people, source.people, NameKind::person, read_person);
    fill(company.contacts, source.contacts, NameKind::contact, read_contact);
    fill(company.controls, source.controls, NameKind::control, read_control);
    fill(company.sensors, source.sensors, NameKind::sensor, read_sensor);
    fill(company.deadlines, source.deadlines, NameKind::deadline, read_deadline);
    for (ObjectReader& line : source.lines) company.lines.push_back(read_line(draft, line));
    company.backup = read_backup(draft, source.root.required_object("backup"));
    if (auto insurance = source.root.optional_object("insurance"))
        company.insurance = read_insurance(draft, *std::move(insurance));
    source.root.finish();
}

} // namespace sonae::pack
