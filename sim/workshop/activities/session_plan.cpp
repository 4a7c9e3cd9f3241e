#include "workshop/activities/session_plan.hpp"

#include <algorithm>

namespace sonae::workshop {
namespace {

template <class Row>
std::optional<std::size_t> place_of(const std::vector<Row>& rows, std::string_view id)
{
    const Row* row = called(rows, id);
    if (!row) return std::nullopt;
    return static_cast<std::size_t>(row - rows.data());
}

} // namespace

std::optional<std::size_t> find_grid(const Activity& activity, std::string_view id)
{
    if (id.empty()) return activity.grids.size() == 1 ? std::optional<std::size_t>(0) : std::nullopt;
    return place_of(activity.grids, id);
}

std::optional<std::size_t> find_activity(const SessionPlan& plan, std::string_view id)
{
    return place_of(plan.activities, id);
}

std::vector<std::string> activity_parts(const Activity& activity)
{
    std::vector<std::string> parts;
    if (activity.questionnaire.exists()) parts.push_back("questions");
    if (!activity.board.cards.empty()) parts.push_back("board");
    for (const Grid& grid : activity.grids) parts.push_back("grid." + grid.id);
    if (!activity.prompts.empty()) parts.push_back("prompts");
    if (activity.calls.exists()) parts.push_back("calls");
    return parts;
}

std::optional<std::size_t> find_block(const SessionPlan& plan, std::string_view id)
{
    return place_of(plan.blocks, id);
}

std::vector<Localized> stale_facts(const SessionPlan& plan, CivilDate today)
{
    std::vector<Localized> stale;
    for (const Block& block : plan.blocks)
        for (const AgingFact& fact : block.facts)
            if (fact.valid_until < today) stale.push_back(fact.text);
    for (const Activity& activity : plan.activities)
        for (const Card& card : activity.board.cards)
            if (const auto until = parse_date(card.valid_until); until && *until < today) stale.push_back(card.name);
    return stale;
}

} // namespace sonae::workshop
