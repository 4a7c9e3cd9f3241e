// Facts as the record keeps them: numbers for the fold's own use, and the sentence, so that a record of older rules can
// still be told without the rules that made it.
#pragma once

#include "engine/state.hpp"

#include <array>
#include <span>
#include <string>

namespace sonae::workshop {

std::string write_fact(const engine::Scenario& scenario, const engine::Fact& fact);

// Running totals of booked indicators, to tell a series of values from bookings.
using Totals = std::array<std::int64_t, engine::kIndicators>;
Totals totals_at_start(const engine::Scenario& scenario);
Totals totals_after(const engine::Scenario& scenario, std::span<const engine::Fact> facts);

} // namespace sonae::workshop
