// Conditions of which only a part is known: what a table brings into a drill and how its company is made, not what will
// happen there. For telling what preparation changes.
#pragma once

#include "engine/scenario.hpp"

#include <optional>
#include <span>

namespace sonae::report {

struct Known {
    std::span<const std::int64_t> outputs; // a value for each of the scenario's
    std::optional<bool> working_hour;      // nothing: at any hour
};

enum class Truth { never, depends, always };

Truth truth_of(const engine::Scenario& scenario, const engine::Expression& condition, const Known& known);
bool reads_output(const engine::Scenario& scenario, const engine::Expression& condition, std::size_t output);

} // namespace sonae::report
