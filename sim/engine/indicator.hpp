// The figures by which a company's fate is read. Each is a pure function of the state, in whole units.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace sonae::engine {

struct Scenario;
struct State;

enum class Indicator : std::uint8_t {
    downtime_loss,  // yen
    direct_cost,    // yen
    compensation,   // yen
    insurance_paid, // yen
    records_leaked, // people
    trust_customers,
    trust_partners,
    trust_staff,
    trust_neighbours, // 0–100
    fatigue,          // permille, of the most tired person
    evidence,         // permille of what could be found out that still can
    hosts_encrypted,  // ever
    deadlines_met,
    deadlines_missed,
    deadlines_running,
    detected_after, // seconds from the start to the first true alert or report; the horizon until then
    total_loss,     // yen: downtime + direct + compensation − insurance
    count_,
};
inline constexpr std::size_t kIndicators = static_cast<std::size_t>(Indicator::count_);

// Stable names for files, options and JSON ("total_loss" is written `total_loss_yen` there).
std::string_view indicator_name(Indicator indicator);
bool indicator_in_yen(Indicator indicator);
bool more_is_better(Indicator indicator);

// A figure an indicator.
using Totals = std::array<std::int64_t, kIndicators>;
// What is booked when a drill begins: the company's trust, and all the evidence.
Totals booked_at_start(const Scenario& scenario);

// The value now, with what has accrued since the last change of the company's processes.
std::int64_t indicator(const Scenario& scenario, const State& state, Indicator which);

} // namespace sonae::engine
