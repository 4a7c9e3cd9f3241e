#include "workshop/activities/session.hpp"

#include "base/check.hpp"
#include "base/digest.hpp"

#include <algorithm>

namespace sonae::workshop {
namespace {

GridState begin_grid(const Grid& grid)
{
    GridState state;
    if (grid.from.exists()) state.origin = Origin::company;
    for (const PreparedRow& prepared : grid.rows) {
        GridRow row{prepared.id, true, {}};
        for (const auto& [column, cell] : prepared.cells) row.cells[{column, 0}] = {cell.value, 0};
        state.rows.add(std::move(row));
    }
    return state;
}

GridState carried_grid(const Grid& grid, const CarriedGrid& carried, std::uint32_t step)
{
    GridState state;
    state.origin = Origin::own;
    for (const std::string& id : carried.rows) state.rows.add({id, true, {}});
    GridRow* row = nullptr;
    for (const CellEntry& entry : carried.cells) {
        if (!row || row->id != entry.row) row = &state.rows.change(entry.row);
        const bool text = std::holds_alternative<Written>(entry.value);
        row->cells[{*find_column(grid, entry.column), 0}] = {entry.value, text ? step : 0};
    }
    return state;
}

// `rows` in order of their ids.
std::optional<Refusal> check_carried_cell(const SessionPlan& plan, const Grid& grid,
                                          const std::vector<std::string>& rows, const CellEntry& cell)
{
    const auto column = find_column(grid, cell.column);
    const bool there = std::binary_search(rows.begin(), rows.end(), cell.row);
    if (!there || !column)
        return no(Reason::unknown_row, "持ち込む表に、この行か列はありません。",
                  "The grid brought in has no such row or column.");
    const bool name = *column == kNameColumn;
    const bool sound =
        name ? free_number(cell.row) > 0 && std::holds_alternative<Written>(cell.value)
             : grid.columns[*column].type != ColumnType::row && fits(plan, grid.columns[*column], cell.value);
    if (sound) return std::nullopt;
    return no(Reason::wrong_value, "持ち込む値が、この列に合いません。", "A value brought in does not fit its column.");
}

std::optional<Refusal> check_carried_grid(const SessionPlan& plan, const CarriedGrid& carried)
{
    const auto activity = find_activity(plan, carried.activity);
    const auto place = activity ? find_grid(plan.activities[*activity], carried.grid) : std::nullopt;
    if (!place || !plan.activities[*activity].grids[*place].from.exists())
        return no(Reason::unknown_grid, "前の回から行を持ち込む表ではありません。",
                  "This grid takes no rows from an earlier session.");
    const Grid& grid = plan.activities[*activity].grids[*place];
    auto sorted = carried.rows;
    std::sort(sorted.begin(), sorted.end());
    const bool twice = std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end();
    const bool known = std::all_of(sorted.begin(), sorted.end(), [&](const std::string& row) {
        return find_prepared(grid, row) || free_number(row) > 0 || company_has(plan.company, row);
    });
    if (twice || !known || sorted.empty())
        return no(Reason::unknown_row, "持ち込む行が正しくありません。", "The rows brought in are not sound.");
    for (const CellEntry& cell : carried.cells)
        if (auto refusal = check_carried_cell(plan, grid, sorted, cell)) return refusal;
    return std::nullopt;
}

template <class Row>
bool has(const std::vector<Row>& rows, std::string_view id)
{
    return std::any_of(rows.begin(), rows.end(), [&](const Row& row) { return row.id == id; });
}

} // namespace

bool company_has(const engine::Company& company, std::string_view id)
{
    return has(company.assets, id) || has(company.controls, id) || has(company.people, id) ||
           has(company.contacts, id) || has(company.processes, id);
}

std::optional<Refusal> check_carried(const SessionPlan& plan, const StartSession& start)
{
    for (const auto& [name, value] : start.outputs)
        if (!has(plan.carried, name))
            return no(Reason::unknown_output, "この回が知らない成果です: " + name,
                      "The session knows no such output: " + name);
    for (std::size_t i = 0; i < start.carried.size(); ++i) {
        const CarriedGrid& carried = start.carried[i];
        for (std::size_t j = 0; j < i; ++j)
            if (start.carried[j].activity == carried.activity && start.carried[j].grid == carried.grid)
                return no(Reason::unknown_grid, "同じ表を二度は持ち込めません。", "The same grid is brought in twice.");
        if (auto refusal = check_carried_grid(plan, carried)) return refusal;
    }
    return std::nullopt;
}

Session begin_session(const StartSession& start, std::shared_ptr<const SessionPlan> plan, std::uint32_t step)
{
    Session session;
    session.started = start;
    session.plan = std::move(plan);
    for (const Activity& activity : session.plan->activities) {
        ActivityState state;
        for (const Grid& grid : activity.grids) {
            const auto brought =
                std::find_if(start.carried.begin(), start.carried.end(), [&](const CarriedGrid& carried) {
                    return carried.activity == activity.id && carried.grid == grid.id;
                });
            state.grids.push_back(brought == start.carried.end() ? begin_grid(grid)
                                                                 : carried_grid(grid, *brought, step));
        }
        session.states.push_back(std::make_shared<const ActivityState>(std::move(state)));
    }
    return session;
}

const Activity* activity_called(const Session& session, std::string_view id)
{
    const auto place = find_activity(*session.plan, id);
    return place ? &session.plan->activities[*place] : nullptr;
}

const ActivityState& state_of(const Session& session, const Activity& activity)
{
    return *session.states[static_cast<std::size_t>(&activity - session.plan->activities.data())];
}

ActivityState& change(Session& session, std::string_view activity)
{
    const auto place = find_activity(*session.plan, activity);
    EXPECTS(place.has_value());
    auto changed = std::make_shared<ActivityState>(*session.states[*place]);
    ActivityState& state = *changed;
    session.states[*place] = std::move(changed);
    return state;
}

Refusal no_such_activity()
{
    return no(Reason::unknown_activity, "この回に、その活動はありません。", "This session has no such activity.");
}

Refusal was_shown()
{
    return no(
        Reason::already_shown,
        "もうみんなに見せたので、一人ずつの答えは変えられません。変えるときは、先に「もう一度伏せる」を押します。",
        "It was shown to everyone, so what each did by himself stays. To change it, seal it again first.");
}

std::optional<Refusal> check_step(const Session& session, const EnterBlock& c)
{
    if (c.block.empty() || find_block(*session.plan, c.block)) return std::nullopt;
    return no(Reason::unknown_block, "この回の進行に、その区切りはありません。", "The agenda has no such block.");
}

void apply_step(Session& session, const EnterBlock& c, std::uint32_t) { session.block = c.block; }

std::optional<Refusal> check_step(const Session& session, const Reveal& c)
{
    const Activity* activity = activity_called(session, c.activity);
    if (!activity) return no_such_activity();
    if (state_of(session, *activity).revealed == c.shown)
        return no(Reason::already_so, "もうその状態になっています。", "That is already so.");
    return std::nullopt;
}

void apply_step(Session& session, const Reveal& c, std::uint32_t) { change(session, c.activity).revealed = c.shown; }

void seal(Session& session)
{
    const std::string text = dump_session(session);
    session.digest = digest_words(text.data(), text.size());
}

} // namespace sonae::workshop
