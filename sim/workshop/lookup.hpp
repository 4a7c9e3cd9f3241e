// From the names in commands to the numbers in a scenario.
#pragma once

#include "engine/scenario.hpp"

#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace sonae::workshop {

inline constexpr std::uint16_t kNoTarget = 0xFFFF;

std::optional<DecisionId> find_decision(const engine::Scenario& scenario, std::string_view id);
std::optional<std::size_t> find_option(const engine::Decision& decision, std::string_view id);
std::optional<ActionId> find_action(const engine::Scenario& scenario, std::string_view id);
std::optional<engine::Indicator> find_indicator(std::string_view name); // as engine::indicator_name writes it
std::optional<std::size_t> find_policy(const engine::Scenario& scenario, std::string_view id);

// The values of the scenario's outputs by its numbering; what is not carried stands as the company does.
std::vector<std::int64_t> output_values(const engine::Scenario& scenario,
                                        const std::map<std::string, std::int64_t>& carried);

// The index of what the action points at: the author's fixed target when the name is empty. Empty when unknown.
std::optional<std::uint16_t> find_target(const engine::Scenario& scenario, const engine::Action& action,
                                         std::string_view id);
// The name for it; empty for none.
std::string target_id(const engine::Scenario& scenario, const engine::Action& action, std::uint16_t target);
Localized target_name(const engine::Scenario& scenario, const engine::Action& action, std::uint16_t target);

} // namespace sonae::workshop
