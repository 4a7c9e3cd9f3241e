// Facts as the record keeps them: numbers for the fold's own use, and the sentence, so that a record of older rules can
// still be told without the rules that made it.
#pragma once

#include "engine/state.hpp"

#include <span>
#include <string>

namespace sonae::workshop {

std::string write_fact(const engine::Scenario& scenario, const engine::Fact& fact);

// The booked indicators once these facts have happened.
engine::Totals totals_after(const engine::Scenario& scenario, std::span<const engine::Fact> facts);

} // namespace sonae::workshop
