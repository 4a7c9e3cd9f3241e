#include "workshop/activities/kinds.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <iterator>

namespace sonae::workshop {
namespace {

using enum Means;
using Type = ColumnType;

constexpr WantedColumn kDuties[] = {{accountable, true, Type::person},
                                    {deputy, true, Type::person},
                                    {approver, false, Type::person},
                                    {does, false, Type::person}};
constexpr WantedColumn kLedger[] = {{confidentiality, true, Type::choice}, {integrity, true, Type::choice},
                                    {availability, true, Type::choice},    {importance, true, Type::computed},
                                    {owner, true, Type::person},           {place, true, Type::choice, Type::text}};
constexpr WantedColumn kRisks[] = {{risk, true, Type::computed}, {treatment, true, Type::choice},
                                   {owner, true, Type::person},  {due, true, Type::date},
                                   {cost, true, Type::yen},      {approver, false, Type::person}};
constexpr WantedColumn kCommitments[] = {
    {owner, true, Type::person}, {due, true, Type::date}, {if_then, true, Type::text}};
constexpr WantedColumn kTeam[] = {{person, true, Type::person},
                                  {deputy, true, Type::person},
                                  {number, false, Type::text},
                                  {hours, false, Type::choice}};
constexpr WantedColumn kContacts[] = {{number, true, Type::text}, {hours, true, Type::choice}};
constexpr WantedColumn kAuthority[] = {{person, true, Type::person}, {deputy, true, Type::person}};
constexpr WantedColumn kOwned[] = {{owner, false, Type::person}, {due, false, Type::date}};

constexpr KindRules kRules[] = {
    {ActivityKind::questionnaire, "questionnaire", false, false, true, false, false, {}},
    {ActivityKind::board, "board", false, true, false, false, false, {}},
    {ActivityKind::duties, "duties", true, false, false, false, false, kDuties},
    {ActivityKind::ledger, "ledger", true, false, false, false, false, kLedger},
    {ActivityKind::risks, "risks", true, false, false, false, false, kRisks},
    {ActivityKind::plan, "plan", true, false, false, true, true, kOwned},
    {ActivityKind::drill, "drill", false, false, false, false, false, {}},
    {ActivityKind::discussion, "discussion", false, false, false, true, false, {}},
    {ActivityKind::retrospective, "retrospective", true, false, false, true, false, kOwned},
    {ActivityKind::commitment, "commitment", true, false, false, false, false, kCommitments},
};

GridCheck filled(std::string id, std::size_t column)
{
    GridCheck check;
    check.id = std::move(id), check.kind = CheckKind::filled, check.column = column;
    return check;
}

GridCheck differ(std::string id, std::size_t column, std::size_t other)
{
    GridCheck check;
    check.id = std::move(id), check.kind = CheckKind::differ, check.column = column, check.other = other;
    return check;
}

// The checks of a kind as they come, each only if the grid has the columns.
class OwnChecks {
  public:
    explicit OwnChecks(Grid& grid) : grid_(grid) {}

    void want(std::string id, Means means)
    {
        if (const auto column = column_that_means(grid_, means)) checks_.push_back(filled(std::move(id), *column));
    }
    // Wanted only where another column holds something.
    void want_with(std::string id, Means means, Means with)
    {
        const auto column = column_that_means(grid_, means), other = column_that_means(grid_, with);
        if (!column || !other) return;
        checks_.push_back(filled(std::move(id), *column));
        checks_.back().where = *other, checks_.back().is_not = true;
    }
    void one(std::string id, Means means)
    {
        want(std::move(id), means);
        if (!checks_.empty()) checks_.back().kind = CheckKind::one;
    }
    void apart(std::string id, Means one, Means other)
    {
        const auto a = column_that_means(grid_, one), b = column_that_means(grid_, other);
        if (a && b) checks_.push_back(differ(std::move(id), *a, *b));
    }
    void give() { grid_.checks.insert(grid_.checks.begin(), checks_.begin(), checks_.end()); }

  private:
    Grid& grid_;
    std::vector<GridCheck> checks_;
};

} // namespace

const KindRules& rules_of(ActivityKind kind)
{
    const auto* found =
        std::find_if(std::begin(kRules), std::end(kRules), [&](const auto& r) { return r.kind == kind; });
    EXPECTS(found != std::end(kRules));
    return *found;
}

std::span<const WantedColumn> wanted_columns(ActivityKind kind, GridMeans means)
{
    if (kind != ActivityKind::plan) return rules_of(kind).columns;
    switch (means) {
    case GridMeans::team: return kTeam;
    case GridMeans::contacts: return kContacts;
    case GridMeans::authority: return kAuthority;
    default: return kOwned;
    }
}

void add_own_checks(ActivityKind kind, Grid& grid)
{
    OwnChecks checks(grid);
    if (kind == ActivityKind::duties) {
        checks.one("one_accountable", accountable);
        checks.want("no_deputy", deputy);
        checks.apart("own_deputy", deputy, accountable);
        checks.apart("self_approval", approver, accountable);
        checks.apart("self_approval", approver, does);
    } else if (kind == ActivityKind::ledger) {
        checks.want("not_rated", importance);
        checks.want("no_owner", owner);
        checks.want("no_place", place);
    } else if (kind == ActivityKind::risks) {
        checks.want("no_risk", risk);
        checks.want("no_treatment", treatment);
        checks.want("no_owner", owner);
        checks.want("no_due", due);
    } else if (kind == ActivityKind::commitment) {
        checks.want("no_owner", owner);
        checks.want("no_due", due);
        checks.want("no_if_then", if_then);
    } else if (kind == ActivityKind::plan) {
        checks.want("no_person", person);
        checks.want("no_deputy", deputy);
        checks.apart("own_deputy", deputy, person);
        if (grid.means == GridMeans::contacts) checks.want("no_number", number);
        checks.want_with("no_hours", hours, number);
    }
    checks.give();
}

} // namespace sonae::workshop
