// What a table may do at any time.
#include "pack/playbook_reader.hpp"
#include "pack/story_parts.hpp"

#include <fmt/format.h>

namespace sonae::pack {
namespace {

using namespace engine;
using namespace read;

struct KindOfAction {
    std::string_view name;
    ActionKind value;
    TargetKind takes = TargetKind::none;
};
constexpr KindOfAction kActionKinds[] = {
    {"isolate_host", ActionKind::isolate_host, TargetKind::host},
    {"rejoin_host", ActionKind::rejoin_host, TargetKind::host},
    {"isolate_zone", ActionKind::isolate_zone, TargetKind::zone},
    {"rejoin_zone", ActionKind::rejoin_zone, TargetKind::zone},
    {"cut_internet", ActionKind::cut_internet},
    {"restore_internet", ActionKind::restore_internet},
    {"block_outbound", ActionKind::block_outbound},
    {"close_lines", ActionKind::close_lines},
    {"power_off", ActionKind::power_off, TargetKind::host},
    {"power_on", ActionKind::power_on, TargetKind::host},
    {"photograph", ActionKind::photograph, TargetKind::host},
    {"image_host", ActionKind::image_host, TargetKind::host},
    {"save_logs", ActionKind::save_logs},
    {"review_logs", ActionKind::review_logs},
    {"hunt", ActionKind::hunt},
    {"reset_credentials", ActionKind::reset_credentials},
    {"patch_edge", ActionKind::patch_edge},
    {"detach_backup", ActionKind::detach_backup},
    {"check_backup", ActionKind::check_backup},
    {"clean_host", ActionKind::clean_host, TargetKind::host},
    {"restore_hosts", ActionKind::restore_hosts},
    {"start_manual", ActionKind::start_manual, TargetKind::process},
    {"stop_process", ActionKind::stop_process, TargetKind::process},
    {"resume_process", ActionKind::resume_process, TargetKind::process},
    {"call_contact", ActionKind::call_contact, TargetKind::contact},
    {"notify_contact", ActionKind::notify_contact, TargetKind::contact},
    {"announce", ActionKind::announce},
    {"tell_staff", ActionKind::tell_staff},
    {"rest", ActionKind::rest},
    {"pay_ransom", ActionKind::pay_ransom},
    {"hold_meeting", ActionKind::hold_meeting},
    {"renew_sensor", ActionKind::renew_sensor},
    {"read_report", ActionKind::read_report},
    {"blame_staff", ActionKind::blame_staff},
};

struct FixedTarget {
    std::string_view key;
    TargetKind kind;
    NameKind names;
};
constexpr FixedTarget kFixed[] = {{"host", TargetKind::host, NameKind::host},
                                  {"zone", TargetKind::zone, NameKind::zone},
                                  {"process", TargetKind::process, NameKind::process},
                                  {"contact", TargetKind::contact, NameKind::contact}};

std::uint16_t read_fixed(Draft& draft, ObjectReader& in, TargetKind takes)
{
    auto object = in.optional_object("target");
    if (!object) return kNothing;
    std::uint16_t fixed = kNothing;
    for (const FixedTarget& word : kFixed) {
        fixed = optional_name(draft, *object, word.key, word.names);
        if (!object->has(word.key)) continue;
        if (word.kind != takes)
            object->error("target.kind", "この種類の行動は、この種類の相手には行えません",
                          "this kind of action can't be done to a target of this kind");
        break; // a second target is an unknown member
    }
    object->finish();
    return fixed;
}

std::vector<Adder> read_waits(Draft& draft, ObjectReader& in)
{
    std::vector<Adder> waits;
    for (ObjectReader& row : in.optional_objects("waits", {0, 16})) {
        Adder wait;
        wait.when = optional_condition(draft, row, "when");
        wait.add = row.required_duration("add", {0, 30 * kDay});
        row.finish();
        waits.push_back(wait);
    }
    return waits;
}

// A contract that is renewed has an end.
std::uint16_t read_renewed(Draft& draft, ObjectReader& in, ActionKind kind)
{
    if (kind != ActionKind::renew_sensor) {
        if (in.has("sensor"))
            in.error("sensor", "target.kind", "sensor は、契約を続ける行動（renew_sensor）だけに書けます",
                     "\"sensor\" goes only with renew_sensor");
        in.optional_slug("sensor");
        return kNothing;
    }
    const std::uint16_t sensor = required_name(draft, in, "sensor", NameKind::sensor);
    if (sensor < draft.scenario.company.sensors.size() && draft.scenario.company.sensors[sensor].until == 0)
        in.error("sensor", "sensor.no_end", "この検知手段の契約には、終わり（until）がありません",
                 "the contract of this sensor has no end (\"until\")")
            .hint("会社のファイルの検知手段に until を書いてください", "write \"until\" at the company's sensor");
    return sensor;
}

} // namespace

TargetKind target_of(ActionKind kind)
{
    for (const KindOfAction& known : kActionKinds)
        if (known.value == kind) return known.takes;
    return TargetKind::none;
}

ActionKind read_action_kind(ObjectReader& in) { return in.required_choice("kind", kActionKinds); }

Action read_action(Draft& draft, ObjectReader& in)
{
    Action action;
    action.name = in.required_text("name", 80);
    action.note = in.optional_text("note").value_or(Localized{});
    action.feedback = in.optional_text("feedback").value_or(Localized{});
    action.kind = read_action_kind(in);
    action.takes = target_of(action.kind);
    if (in.has("hosts") && action.takes != TargetKind::host)
        in.error("hosts", "target.kind", "hosts は、機器に行う行動だけに書けます",
                 "\"hosts\" goes only with actions done to a host");
    action.hosts = optional_hosts(draft, in, "hosts").value_or(all_hosts(draft.scenario.company));
    action.fixed = read_fixed(draft, in, action.takes);
    action.skill = read_skills(in, "skill");
    action.people = in.optional_integer<std::int32_t>("people", 1, static_cast<std::int32_t>(kMaxPeople)).value_or(1);
    action.by_contact = in.optional_bool("by_contact").value_or(false);
    action.when = optional_condition(draft, in, "when");
    action.when_not = in.optional_text("when_not").value_or(Localized{});
    action.duration = required_delay(in, "duration");
    action.waits = read_waits(draft, in);
    action.time_factors = read_factors(draft, in, "time_factors");
    action.cost = optional_yen(in, "cost");
    action.report = in.optional_choice("report", kReports).value_or(engine::kFirstReport);
    action.limit = in.optional_integer<std::uint16_t>("limit", 1, 0xFFFE).value_or(0xFFFF);
    action.sensor = read_renewed(draft, in, action.kind);
    in.finish();
    return action;
}

} // namespace sonae::pack
