#include "read/expression_words.hpp"

#include "engine/company.hpp"
#include "engine/indicator.hpp"

#include <algorithm>

namespace sonae::read {
namespace {

using namespace engine;

template <class Enum>
constexpr std::uint8_t number(Enum value)
{
    return static_cast<std::uint8_t>(value);
}

constexpr Topics kPeople = topic(Topic::people) | topic(Topic::clock);
constexpr Topics kMoney = topic(Topic::money);
// Losses accrue with what stands still, not only when they are booked.
constexpr Topics kLoss = topic(Topic::money) | topic(Topic::processes);

constexpr PlainWord company(std::string_view name, CompanyProperty which, ValueType type, Topics reads = 0)
{
    return {name, Op::company_value, number(which), type, reads};
}
constexpr PlainWord attacker(std::string_view name, AttackerProperty which, ValueType type = ValueType::boolean,
                             Topics reads = topic(Topic::attacker))
{
    return {name, Op::attacker_value, number(which), type, reads};
}
constexpr PlainWord calendar(std::string_view name, CalendarProperty which, ValueType type = ValueType::boolean)
{
    return {name, Op::calendar_value, number(which), type, topic(Topic::clock), true};
}
constexpr PlainWord figure(std::string_view name, Indicator which, ValueType type, Topics reads)
{
    return {name, Op::indicator, number(which), type, reads};
}

constexpr ValueType kBool = ValueType::boolean, kCount = ValueType::count, kYen = ValueType::yen,
                    kShare = ValueType::permille;

constexpr PlainWord kPlain[] = {
    company("company.admin_shared", CompanyProperty::admin_shared, kBool),
    company("company.hosts", CompanyProperty::hosts, kCount),
    company("company.edr_hosts", CompanyProperty::edr_hosts, kCount),
    company("company.log_days", CompanyProperty::log_days, kCount),
    company("backup.offline", CompanyProperty::backup_offline, kBool),
    company("backup.tested", CompanyProperty::backup_tested, kBool),
    company("backup.lost", CompanyProperty::backup_lost, kBool, topic(Topic::backup)),
    {"edr.deployed", Op::company_value, number(CompanyProperty::edr_hosts), kBool, 0, false, true},
    company("internet_cut", CompanyProperty::internet_cut, kBool, topic(Topic::network)),
    company("line_open", CompanyProperty::line_open, kBool, topic(Topic::lines)),
    company("scope_known", CompanyProperty::scope_known, kBool, topic(Topic::scope)),
    company("credentials_reset", CompanyProperty::credentials_reset, kBool, topic(Topic::admin)),
    attacker("attacker.inside", AttackerProperty::inside),
    attacker("attacker.admin", AttackerProperty::admin, kBool, topic(Topic::admin)),
    attacker("attacker.seen", AttackerProperty::seen, kBool, topic(Topic::seen)),
    attacker("attacker.connected", AttackerProperty::connected, kBool, topic(Topic::attacker) | topic(Topic::network)),
    attacker("attacker.hosts", AttackerProperty::hosts, kCount, topic(Topic::foothold)),
    attacker("attacker.extorted", AttackerProperty::extorted),
    attacker("attacker.out", AttackerProperty::out, kBool, topic(Topic::out)),
    calendar("calendar.working_hour", CalendarProperty::working_hour),
    calendar("calendar.night", CalendarProperty::night),
    calendar("calendar.holiday", CalendarProperty::holiday),
    calendar("calendar.hour", CalendarProperty::hour, kCount),
    {"alerts", Op::alerts_seen, 0, kCount, topic(Topic::alerts)},
    {"reports_unread", Op::reports_unread, 0, kCount, topic(Topic::alerts)},
    figure("downtime_loss", Indicator::downtime_loss, kYen, kLoss),
    figure("direct_cost", Indicator::direct_cost, kYen, kMoney),
    figure("compensation", Indicator::compensation, kYen, kLoss),
    figure("total_loss", Indicator::total_loss, kYen, kLoss),
    figure("records_leaked", Indicator::records_leaked, kCount, kMoney | topic(Topic::assets)),
    figure("trust_customers", Indicator::trust_customers, kCount, topic(Topic::trust)),
    figure("trust_partners", Indicator::trust_partners, kCount, topic(Topic::trust)),
    figure("trust_staff", Indicator::trust_staff, kCount, topic(Topic::trust)),
    figure("trust_neighbours", Indicator::trust_neighbours, kCount, topic(Topic::trust)),
    figure("fatigue", Indicator::fatigue, kShare, topic(Topic::fatigue)),
    figure("evidence", Indicator::evidence, kShare, topic(Topic::evidence)),
    figure("hosts_encrypted", Indicator::hosts_encrypted, kCount, topic(Topic::encrypted)),
    figure("deadlines_missed", Indicator::deadlines_missed, kCount, topic(Topic::deadlines)),
};

constexpr Topics kCleaned = topic(Topic::foothold) | topic(Topic::encrypted);
constexpr StateWord kStates[] = {
    {"foothold", HostProperty::foothold, topic(Topic::foothold)},
    {"encrypted", HostProperty::encrypted, topic(Topic::encrypted)},
    {"isolated", HostProperty::isolated, topic(Topic::isolated)},
    {"off", HostProperty::off, topic(Topic::off)},
    {"restored", HostProperty::restored, topic(Topic::restored)},
    {"suspicious", HostProperty::suspicious, topic(Topic::suspicious)},
    {"known_bad", HostProperty::known_bad, topic(Topic::suspicious)},
    {"clean", HostProperty::clean, kCleaned},
    {"line_open", HostProperty::line_open, topic(Topic::lines)},
};

constexpr ThingWord asset(std::string_view property, AssetProperty which)
{
    return {"asset", NameKind::asset, property, Op::asset_is, number(which), kBool, topic(Topic::assets)};
}
constexpr ThingWord process(std::string_view property, ProcessProperty which)
{
    return {"process", NameKind::process, property, Op::process_is, number(which), kBool, topic(Topic::processes)};
}
constexpr ThingWord contact(std::string_view property, ContactProperty which, Topic family = Topic::contacts)
{
    return {"contact", NameKind::contact, property, Op::contact_is, number(which), kBool, topic(family)};
}
constexpr ThingWord person(std::string_view property, std::uint8_t which)
{
    return {"person", NameKind::person, property, Op::person_is, which, kBool, kPeople, true};
}
constexpr ThingWord deadline(std::string_view property, std::uint8_t which)
{
    return {"deadline", NameKind::deadline, property, Op::deadline_is, which, kBool, topic(Topic::deadlines)};
}
constexpr ThingWord beat(std::string_view function, NameKind kind, Op op, Topic family)
{
    return {function, kind, "", op, 0, kBool, topic(family)};
}

constexpr ThingWord kThings[] = {
    asset("staged", AssetProperty::staged),
    asset("leaked", AssetProperty::leaked),
    asset("known", AssetProperty::known),
    process("down", ProcessProperty::down),
    process("degraded", ProcessProperty::degraded),
    process("manual", ProcessProperty::manual),
    {"process", NameKind::process, "down_for", Op::process_down_for, 0, ValueType::duration,
     topic(Topic::processes) | topic(Topic::clock), true, true},
    person("free", 0),
    person("on_duty", 1),
    {"contact", NameKind::contact, "open", Op::contact_is, number(ContactProperty::open), kBool,
     topic(Topic::network) | topic(Topic::clock), true},
    contact("called", ContactProperty::called, Topic::called),
    contact("engaged", ContactProperty::engaged),
    contact("notified", ContactProperty::notified),
    deadline("running", 0),
    deadline("met", 1),
    deadline("missed", 2),
    {"sensor", NameKind::sensor, "works", Op::sensor_works, 0, kBool, topic(Topic::network)},
    {"control", NameKind::control, "", Op::control, 0, kBool, 0},
    beat("flag", NameKind::flag, Op::flag, Topic::flags),
    beat("inject", NameKind::inject, Op::inject_delivered, Topic::injects),
    beat("done", NameKind::action, Op::action_done, Topic::actions),
    beat("running", NameKind::action, Op::action_running, Topic::running),
    beat("silent", NameKind::decision, Op::decision_silent, Topic::decisions),
    beat("decided", NameKind::decision, Op::decision_made, Topic::decisions),
};

constexpr SinceWord kSince[] = {
    {"flag", NameKind::flag, Op::since_flag, Topic::flags},
    {"inject", NameKind::inject, Op::since_inject, Topic::injects},
    {"decision", NameKind::decision, Op::since_decision, Topic::decisions},
    {"action", NameKind::action, Op::since_action, Topic::actions},
};

constexpr SkillWord kSkills[] = {{"command", skill_command},
                                 {"technical", skill_technical},
                                 {"liaison", skill_liaison},
                                 {"operations", skill_operations},
                                 {"records", skill_records}};

constexpr KindWord kKinds[] = {
    {"機器", "host"},         {"機器のまとまり", "group of hosts"},
    {"タグ", "tag"},          {"区画", "zone"},
    {"情報資産", "asset"},    {"業務", "process"},
    {"人", "person"},         {"連絡先", "contact"},
    {"対策", "control"},      {"検知手段", "sensor"},
    {"手口", "technique"},    {"状況付与", "inject"},
    {"意思決定", "decision"}, {"対応行動", "action"},
    {"フラグ", "flag"},       {"成果", "output"},
    {"期限", "deadline"},
};
static_assert(std::size(kKinds) == static_cast<std::size_t>(NameKind::count_));

} // namespace

std::span<const PlainWord> plain_words() { return kPlain; }
std::span<const ThingWord> thing_words() { return kThings; }
std::span<const SinceWord> since_words() { return kSince; }
std::span<const StateWord> state_words() { return kStates; }
std::span<const SkillWord> skill_words() { return kSkills; }
KindWord kind_word(NameKind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

std::vector<std::string> operand_names()
{
    std::vector<std::string> names = names_of(plain_words());
    for (const ThingWord& thing : kThings)
        if (std::find(names.begin(), names.end(), thing.function) == names.end()) names.emplace_back(thing.function);
    for (const char* name : {"hosts", "host", "people_free", "chose", "since", "min", "max", "true", "false", "not"})
        names.emplace_back(name);
    return names;
}

} // namespace sonae::read
