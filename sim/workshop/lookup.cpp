#include "workshop/lookup.hpp"

#include <algorithm>

namespace sonae::workshop {
namespace {

template <class Row>
std::optional<std::size_t> find(const std::vector<Row>& rows, std::string_view id)
{
    const auto at = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.id == id; });
    if (at == rows.end()) return std::nullopt;
    return static_cast<std::size_t>(at - rows.begin());
}

template <class Wanted, class Row>
std::optional<Wanted> find_as(const std::vector<Row>& rows, std::string_view id)
{
    const auto index = find(rows, id);
    if (!index) return std::nullopt;
    return Wanted{*index};
}

// Calls `use` with the table that the action's targets are rows of.
template <class Use>
auto with_rows(const engine::Scenario& sc, engine::TargetKind takes, const Use& use)
{
    switch (takes) {
    case engine::TargetKind::zone: return use(sc.company.zones);
    case engine::TargetKind::process: return use(sc.company.processes);
    case engine::TargetKind::contact: return use(sc.company.contacts);
    default: return use(sc.company.hosts);
    }
}

} // namespace

std::optional<DecisionId> find_decision(const engine::Scenario& sc, std::string_view id)
{
    return find_as<DecisionId>(sc.decisions, id);
}
std::optional<std::size_t> find_option(const engine::Decision& decision, std::string_view id)
{
    return find(decision.options, id);
}
std::optional<ActionId> find_action(const engine::Scenario& sc, std::string_view id)
{
    return find_as<ActionId>(sc.actions, id);
}
std::optional<engine::Indicator> find_indicator(std::string_view name)
{
    for (std::size_t i = 0; i < engine::kIndicators; ++i)
        if (engine::indicator_name(static_cast<engine::Indicator>(i)) == name) return static_cast<engine::Indicator>(i);
    return std::nullopt;
}

std::optional<std::size_t> find_policy(const engine::Scenario& sc, std::string_view id)
{
    return find(sc.policies, id);
}

std::vector<std::int64_t> output_values(const engine::Scenario& sc, const std::map<std::string, std::int64_t>& carried)
{
    std::vector<std::int64_t> values;
    for (const engine::Output& output : sc.outputs) {
        const auto value = carried.find(output.id);
        values.push_back(value == carried.end() ? output.as_company : value->second);
    }
    return values;
}

std::optional<std::uint16_t> find_target(const engine::Scenario& sc, const engine::Action& action, std::string_view id)
{
    if (action.takes == engine::TargetKind::none) return id.empty() ? std::optional(kNoTarget) : std::nullopt;
    if (id.empty()) return action.fixed == kNoTarget ? std::nullopt : std::optional(action.fixed);
    const auto index = with_rows(sc, action.takes, [&](const auto& rows) { return find(rows, id); });
    if (!index) return std::nullopt;
    return static_cast<std::uint16_t>(*index);
}

std::string target_id(const engine::Scenario& sc, const engine::Action& action, std::uint16_t target)
{
    if (action.takes == engine::TargetKind::none) return {};
    return with_rows(sc, action.takes,
                     [&](const auto& rows) { return target < rows.size() ? rows[target].id : std::string{}; });
}

Localized target_name(const engine::Scenario& sc, const engine::Action& action, std::uint16_t target)
{
    if (action.takes == engine::TargetKind::none) return {};
    return with_rows(sc, action.takes,
                     [&](const auto& rows) { return target < rows.size() ? rows[target].name : Localized{}; });
}

} // namespace sonae::workshop
