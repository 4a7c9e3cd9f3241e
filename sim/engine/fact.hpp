// What happened, in the past tense, each with its number, time and cause. Facts are told to a sink: a recorder keeps
// them, a rollout's sink is empty and costs nothing.
#pragma once

#include "engine/indicator.hpp"
#include "engine/limits.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace sonae::engine {

using Seq = std::uint32_t; // 0: the beginning

enum class FactKind : std::uint8_t {
    drill_started,
    decided,
    fell_silent,
    ordered, // roots of what a table owns
    technique_tried,
    technique_succeeded,
    attacker_saw,
    attacker_cut_off,
    attacker_left,
    alert_raised,
    false_alarm_raised,
    users_noticed,
    alert_read,
    host_encrypted,
    host_isolated,
    host_rejoined,
    host_off,
    host_on,
    host_cleaned,
    host_restored,
    host_rebuilt,
    host_imaged,
    internet_cut,
    internet_back,
    outbound_blocked,
    lines_closed,
    credentials_reset,
    edge_patched,
    backup_lost,
    backup_detached,
    backup_checked,
    process_down,
    process_degraded,
    process_up,
    process_by_hand,
    by_hand_ended,
    tolerance_passed,
    penalty_began,
    asset_staged,
    asset_leaked,
    leak_found,
    scope_found,
    scope_lost,
    published,
    extorted,
    ransom_paid,
    action_began,
    action_done,
    action_in_vain,
    contact_called,
    contact_closed,
    contact_answered,
    contact_arrived,
    contact_notified,
    deadline_began,
    deadline_met,
    deadline_missed,
    announced,
    staff_told,
    people_rested,
    logs_aged,
    inject_delivered,
    decision_opened,
    flag_set,
    flag_cleared,
    booked,      // an indicator changed: a = Indicator, value = by how much
    drill_ended, // a = ending
    sensor_ended,
    sensor_renewed,
    report_came,
    report_read, // a = sensor, value = how many hosts stood in it
    contact_busy,
    staff_blamed,
    leak_hushed_up, // a = asset
    count_,
};
std::string_view fact_name(FactKind kind);

struct Fact {
    Seq seq = 0;
    Seq parent = 0;
    std::int32_t at = 0; // seconds since the drill's start
    FactKind kind = FactKind::drill_started;
    std::uint16_t a = 0xFFFF; // the thing: by kind a host, technique, process, decision …
    std::uint16_t b = 0xFFFF; // the second thing: a host or option
    std::int64_t value = 0;
    bool operator==(const Fact&) const = default;
};

struct NoSink {
    static constexpr bool records = false;
    void operator()(const Fact&) {}
};

struct Recorder {
    static constexpr bool records = true;
    std::vector<Fact>& facts;
    void operator()(const Fact& fact) { facts.push_back(fact); }
};

} // namespace sonae::engine
