// When a beat of the storyline begins.
#include "pack/story_parts.hpp"

#include "read/expectation.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sonae::pack {
namespace {

using namespace engine;
using namespace read;

// What an occurrence tells of itself, and so may be filtered by.
struct Telling {
    std::string_view name;
    Occurrence value;
    bool host = false;
    std::string_view subject = "";
    NameKind kind = NameKind::count_;
    bool severity = false;
};

constexpr Telling kTellings[] = {
    {"start", Occurrence::start},
    {"technique_succeeded", Occurrence::technique_succeeded, true, "technique", NameKind::technique},
    {"alert", Occurrence::alert, true, "sensor", NameKind::sensor, true},
    {"false_alarm", Occurrence::false_alarm, true, "sensor", NameKind::sensor, true},
    {"host_encrypted", Occurrence::host_encrypted, true},
    {"host_isolated", Occurrence::host_isolated, true},
    {"centre_isolated", Occurrence::centre_isolated, true, "sensor", NameKind::sensor},
    {"users_notice", Occurrence::users_notice, true},
    {"process_down", Occurrence::process_down, false, "process", NameKind::process},
    {"process_tolerance", Occurrence::process_tolerance, false, "process", NameKind::process},
    {"process_up", Occurrence::process_up, false, "process", NameKind::process},
    {"penalty_begins", Occurrence::penalty_begins, false, "contact", NameKind::contact},
    {"asset_staged", Occurrence::asset_staged, true, "asset", NameKind::asset},
    {"asset_leaked", Occurrence::asset_leaked, true, "asset", NameKind::asset},
    {"leak_found", Occurrence::leak_found, false, "asset", NameKind::asset},
    {"extorted", Occurrence::extorted, true},
    {"published", Occurrence::published, true},
    {"backup_lost", Occurrence::backup_lost, true},
    {"contact_answers", Occurrence::contact_answers, false, "contact", NameKind::contact},
    {"contact_closed", Occurrence::contact_closed, false, "contact", NameKind::contact},
    {"contact_arrives", Occurrence::contact_arrives, false, "contact", NameKind::contact},
    {"action_done", Occurrence::action_done, true, "action", NameKind::action},
    {"host_restored", Occurrence::host_restored, true},
    {"restore_failed", Occurrence::restore_failed, true},
    {"all_restored", Occurrence::all_restored, true},
    {"deadline_missed", Occurrence::deadline_missed, false, "deadline", NameKind::deadline},
    {"attacker_out", Occurrence::attacker_out},
    {"scope_found", Occurrence::scope_found},
    {"sensor_ends", Occurrence::sensor_ends, false, "sensor", NameKind::sensor},
    {"report_comes", Occurrence::report_comes, false, "sensor", NameKind::sensor},
    {"contact_busy", Occurrence::contact_busy, false, "contact", NameKind::contact},
};
static_assert(std::size(kTellings) == static_cast<std::size_t>(Occurrence::count_) - 1);

constexpr std::string_view kSubjects[] = {"technique", "sensor", "process", "contact", "asset", "action", "deadline"};

struct ByWord {
    std::string_view name;
    bool value;
};
constexpr ByWord kBy[] = {{"effect", true}};

std::vector<std::string> filters_of(const Telling* telling)
{
    std::vector<std::string> names;
    if (telling && telling->host) names.emplace_back("hosts");
    if (telling && !telling->subject.empty()) names.emplace_back(telling->subject);
    if (telling && telling->severity) names.emplace_back("at_least");
    return names;
}

void refuse_filter(ObjectReader& in, std::string_view key, const Telling* telling)
{
    if (!in.has(key)) return;
    in.optional_value(key);
    const std::vector<std::string> fitting = filters_of(telling);
    if (!telling)
        in.error(key, "trigger.filter", fmt::format("「{}」は on と一緒に使います", key),
                 fmt::format("'{}' goes with \"on\"", key));
    else {
        auto told = in.error(key, "trigger.filter", fmt::format("「{}」は on: {} には使えません", key, telling->name),
                             fmt::format("'{}' doesn't go with on: {}", key, telling->name));
        if (!fitting.empty()) suggest(told, "", fitting);
    }
}

void read_filters(Draft& draft, ObjectReader& in, const Telling* telling, Beat beat, Trigger& trigger)
{
    for (const std::string_view subject : kSubjects) {
        if (beat == Beat::decision && subject == "deadline") continue; // a decision's own deadline bears that name
        if (!telling || telling->subject != subject)
            refuse_filter(in, subject, telling);
        else if (const auto number = optional_name(draft, in, subject, telling->kind); number != kNothing)
            trigger.subject = number;
    }
    if (telling && telling->severity)
        trigger.severity = in.optional_choice("at_least", kSeverities).value_or(std::uint8_t{0});
    else
        refuse_filter(in, "at_least", telling);
    if (!telling || !telling->host) return refuse_filter(in, "hosts", telling);
    if (const auto hosts = optional_hosts(draft, in, "hosts")) trigger.hosts = *hosts, trigger.any_host = false;
}

// Which filters would fit is unknown when the occurrence is.
void pass_over_filters(ObjectReader& in)
{
    for (const std::string_view subject : kSubjects) in.optional_value(subject);
    in.optional_value("at_least");
    in.optional_value("hosts");
}

const Telling* read_occurrence(ObjectReader& in)
{
    const auto on = in.optional_choice("on", kTellings);
    if (!on) return nullptr;
    return std::find_if(std::begin(kTellings), std::end(kTellings), [&](const Telling& t) { return t.value == *on; });
}

} // namespace

Trigger read_trigger(Draft& draft, ObjectReader& in, Beat beat)
{
    Trigger trigger;
    const bool has_on = in.has("on");
    const Telling* telling = read_occurrence(in);
    if (telling) trigger.on = telling->value;
    if (telling || !has_on)
        read_filters(draft, in, telling, beat, trigger);
    else
        pass_over_filters(in);
    trigger.when = optional_condition(draft, in, "when");
    trigger.after = optional_delay(in, "after");
    trigger.times = in.optional_integer<std::uint8_t>("times", 1, 255).value_or(std::uint8_t{1});
    trigger.never = in.optional_choice("by", kBy).value_or(false);
    if (trigger.never && has_on)
        in.error("on", "trigger.filter", "by: effect には on を付けられません", "\"on\" doesn't go with by: effect");
    else if (!in.has("by") && !has_on && !in.has("when"))
        in.error("field.missing", "いつ始まるかがありません。on、when、\"by\": \"effect\" のどれかを書いてください",
                 "it is not said when this begins: write \"on\", \"when\" or \"by\": \"effect\"");
    return trigger;
}

} // namespace sonae::pack
