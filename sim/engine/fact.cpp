#include "engine/fact.hpp"

#include <array>

namespace sonae::engine {

std::string_view fact_name(FactKind kind)
{
    static constexpr std::array<std::string_view, static_cast<std::size_t>(FactKind::count_)> names{
        "drill_started",      "decided",
        "fell_silent",        "ordered",
        "technique_tried",    "technique_succeeded",
        "attacker_saw",       "attacker_cut_off",
        "attacker_left",      "alert_raised",
        "false_alarm_raised", "users_noticed",
        "alert_read",         "host_encrypted",
        "host_isolated",      "host_rejoined",
        "host_off",           "host_on",
        "host_cleaned",       "host_restored",
        "host_rebuilt",       "host_imaged",
        "internet_cut",       "internet_back",
        "outbound_blocked",   "lines_closed",
        "credentials_reset",  "edge_patched",
        "backup_lost",        "backup_detached",
        "backup_checked",     "process_down",
        "process_degraded",   "process_up",
        "process_by_hand",    "by_hand_ended",
        "tolerance_passed",   "penalty_began",
        "asset_staged",       "asset_leaked",
        "leak_found",         "scope_found",
        "scope_lost",         "published",
        "extorted",           "ransom_paid",
        "action_began",       "action_done",
        "action_in_vain",     "contact_called",
        "contact_closed",     "contact_answered",
        "contact_arrived",    "contact_notified",
        "deadline_began",     "deadline_met",
        "deadline_missed",    "announced",
        "staff_told",         "people_rested",
        "logs_aged",          "inject_delivered",
        "decision_opened",    "flag_set",
        "flag_cleared",       "booked",
        "drill_ended",        "sensor_ended",
        "sensor_renewed",     "report_came",
        "report_read",        "contact_busy",
        "staff_blamed",       "leak_hushed_up",
    };
    return names[static_cast<std::size_t>(kind)];
}

} // namespace sonae::engine
