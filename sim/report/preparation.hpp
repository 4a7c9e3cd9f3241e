// What earlier sessions changed in a drill, from what to what: read off the scenario's own conditions, which are
// weighed under the value that the table brought and under the one as the company stands. Nothing of it is written by
// hand.
#pragma once

#include "engine/scenario.hpp"
#include "report/result.hpp"

namespace sonae::report {

// What this one output changes. `values`: with which the drill begins, one for each of the scenario's outputs. Empty
// when its value is as the company stands, or when nothing reads it.
std::vector<PreparationChange> changes_by(const engine::Scenario& scenario, std::span<const std::int64_t> values,
                                          std::size_t output, Language language);

} // namespace sonae::report
