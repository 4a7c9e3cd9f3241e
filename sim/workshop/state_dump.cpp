#include "workshop/state_dump.hpp"

#include "base/digest.hpp"
#include "engine/loss_rates.hpp"
#include "read/json_writer.hpp"
#include "workshop/lookup.hpp"

namespace sonae::workshop {
namespace {

using read::JsonWriter;

void write_hosts(JsonWriter& json, const engine::Scenario& sc, std::string_view name, const engine::Plane& plane)
{
    json.key(name).begin_array();
    engine::for_each_host(plane, sc.words, [&](HostId host) { json.value(sc.company.hosts[host.index()].id); });
    json.end_array();
}

void write_processes(JsonWriter& json, const Drill& drill)
{
    const engine::LossRates rates(*drill.scenario, drill.state);
    json.key("processes").begin_object();
    for (std::size_t p = 0; p < drill.scenario->company.processes.size(); ++p) {
        const engine::ProcessState& process = drill.state.processes[p];
        json.key(drill.scenario->company.processes[p].id).begin_object();
        json.member("capacity_permille", process.capacity);
        json.member("down_since", process.down_since);
        json.member("yen_per_hour", rates.of(process));
        json.member("by_hand", process.manual_since != engine::kNotYet);
        json.end_object();
    }
    json.end_object();
}

void write_story(JsonWriter& json, const Drill& drill)
{
    const engine::Scenario& sc = *drill.scenario;
    json.key("flags").begin_array();
    for (std::size_t f = 0; f < sc.flags.size(); ++f)
        if (drill.state.flag_at[f] != engine::kNotYet) json.value(sc.flags[f]);
    json.end_array();
    json.key("decisions").begin_object();
    constexpr std::string_view kStatus[] = {"unborn", "open", "passed", "decided", "silent"};
    for (std::size_t d = 0; d < sc.decisions.size(); ++d) {
        const engine::DecisionState& decision = drill.state.decisions[d];
        const bool decided = decision.status == engine::DecisionStatus::decided;
        json.member(sc.decisions[d].id, decided ? sc.decisions[d].options[decision.option].id
                                                : std::string(kStatus[static_cast<std::size_t>(decision.status)]));
    }
    json.end_object();
    json.key("running").begin_array();
    for (const engine::RunningAction& run : drill.state.running) {
        if (run.status == engine::RunStatus::empty) continue;
        const engine::Action& action = sc.actions[run.action];
        json.begin_object();
        json.member("action", action.id);
        json.member("target", target_id(sc, action, run.target));
        json.member("begins", run.begins);
        json.member("ends", run.ends);
        json.end_object();
    }
    json.end_array();
}

} // namespace

std::string dump_state(const Drill& drill)
{
    const engine::Scenario& sc = *drill.scenario;
    const engine::State& s = drill.state;
    JsonWriter json(JsonWriter::Layout::indented);
    json.begin_object();
    json.member("now", moment_iso(sc.start + s.now));
    json.member("seq", s.seq);
    json.member("events", s.steps);
    json.member("fingerprint", hex(engine::fingerprint(s)));
    write_hosts(json, sc, "foothold", s.foothold);
    write_hosts(json, sc, "encrypted", s.encrypted);
    write_hosts(json, sc, "isolated", s.isolated);
    write_hosts(json, sc, "off", s.off);
    write_hosts(json, sc, "restored", s.restored);
    write_hosts(json, sc, "known_bad", s.known_bad);
    write_processes(json, drill);
    write_story(json, drill);
    json.key("indicators").begin_object();
    for (std::size_t i = 0; i < engine::kIndicators; ++i) {
        const auto which = static_cast<engine::Indicator>(i);
        json.member(engine::indicator_name(which), engine::indicator(sc, s, which));
    }
    json.end_object().end_object();
    return json.text();
}

} // namespace sonae::workshop
