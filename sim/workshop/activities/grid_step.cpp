// Editing a grid: what may be written where, and writing it.
#include "workshop/activities/session.hpp"

#include <algorithm>
#include <set>

namespace sonae::workshop {
namespace {

bool is_one_of(const std::vector<ScaleValue>& values, const std::string& id)
{
    return std::any_of(values.begin(), values.end(), [&](const ScaleValue& value) { return value.id == id; });
}

bool are_people(const SessionPlan& plan, const Column& column, const std::vector<std::string>& names)
{
    const auto called = [](const auto& rows, const std::string& id) {
        return std::any_of(rows.begin(), rows.end(), [&](const auto& row) { return row.id == id; });
    };
    auto sorted = names;
    std::sort(sorted.begin(), sorted.end());
    if (names.size() > column.most || std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end()) return false;
    return std::all_of(names.begin(), names.end(), [&](const std::string& name) {
        return called(plan.company.people, name) || (column.contacts && called(plan.company.contacts, name));
    });
}

bool is_present(const GridState& state, std::string_view row)
{
    const GridRow* found = find_row(state, row);
    return found && found->present;
}

bool names_a_row(const Session& session, const Column& column, const CellValue& value)
{
    const auto* names = std::get_if<std::vector<std::string>>(&value);
    if (!names) return true; // empty
    const Activity* activity = activity_called(session, column.of_activity);
    const auto grid = activity ? find_grid(*activity, column.of_grid) : std::nullopt;
    return grid && is_present(state_of(session, *activity).grids[*grid], (*names)[0]);
}

// The rows as they will be while the cells are written.
class RowsAfter {
  public:
    RowsAfter(const Grid& grid, const GridState& state) : grid_(grid), state_(state) {}

    std::optional<Refusal> check(const SetCells& c)
    {
        for (const std::string& row : c.removes) {
            if (!is_present(state_, row) || removed_.contains(row))
                return no(Reason::unknown_row, "その行は表にありません。", "The grid has no such row.");
            if (stays(grid_, state_, row))
                return no(Reason::row_stays, "はじめからある行は外せません。",
                          "Rows that are there from the start stay.");
            removed_.insert(row);
        }
        for (const std::string& row : c.adds)
            if (auto refusal = check_add(row)) return refusal;
        return std::nullopt;
    }
    bool present(const std::string& row) const
    {
        return added_.contains(row) || (is_present(state_, row) && !removed_.contains(row));
    }

  private:
    std::optional<Refusal> check_add(const std::string& row)
    {
        if (present(row)) return no(Reason::row_there, "その行は、もう表にあります。", "That row is there already.");
        const bool known = find_row(state_, row) || find_prepared(grid_, row);
        if (!known && free_number(row) == 0)
            return no(Reason::unknown_row, "この表に足せる行ではありません。", "This row cannot be added here.");
        if ((!known && free_number(row) > grid_.free_rows) || state_.rows.size() + added_.size() >= kMostRows)
            return no(Reason::too_many_rows, "これ以上は行を足せません。", "No more rows can be added.");
        added_.insert(row);
        return std::nullopt;
    }

    const Grid& grid_;
    const GridState& state_;
    std::set<std::string> added_, removed_;
};

std::optional<Refusal> check_cell(const Session& session, const Grid& grid, int seat, const CellEntry& cell)
{
    const auto column = find_column(grid, cell.column);
    if (!column) return no(Reason::unknown_column, "この表に、その列はありません。", "The grid has no such column.");
    const Refusal wrong = no(Reason::wrong_value, "この列に入る値ではありません。", "The column cannot hold this.");
    if (*column == kNameColumn) {
        const bool text =
            std::holds_alternative<Written>(cell.value) || std::holds_alternative<std::monostate>(cell.value);
        if (free_number(cell.row) == 0 || !text || seat != 0) return wrong;
        return std::nullopt;
    }
    const Column& known = grid.columns[*column];
    if (known.type == ColumnType::computed)
        return no(Reason::computed_column, "この列は自動で計算されます。", "This column is computed.");
    if (seat > 0 && !known.rated)
        return no(Reason::unknown_seat, "この列は、班で一つの値を決めます。",
                  "The table gives one value in this column.");
    if (!fits(*session.plan, known, cell.value)) return wrong;
    if (known.type == ColumnType::row && !names_a_row(session, known, cell.value))
        return no(Reason::unknown_row, "指している行がありません。", "The row it points at is not there.");
    return std::nullopt;
}

} // namespace

bool fits(const SessionPlan& plan, const Column& column, const CellValue& value)
{
    if (std::holds_alternative<std::monostate>(value)) return column.type != ColumnType::computed;
    const auto* names = std::get_if<std::vector<std::string>>(&value);
    const auto* number = std::get_if<std::int64_t>(&value);
    const bool one = names && names->size() == 1;
    switch (column.type) {
    case ColumnType::choice: return one && is_one_of(plan.scales[column.scale].values, (*names)[0]);
    case ColumnType::yes_no: return std::holds_alternative<bool>(value);
    case ColumnType::count:
    case ColumnType::yen: return number && *number >= 0;
    case ColumnType::date: return one && parse_date((*names)[0]).has_value();
    case ColumnType::person: return names && !names->empty() && are_people(plan, column, *names);
    case ColumnType::row: return one;
    case ColumnType::text: return std::holds_alternative<Written>(value);
    case ColumnType::computed: return false;
    }
    return false;
}

std::optional<Refusal> check_step(const Session& session, const SetCells& c)
{
    const Activity* activity = activity_called(session, c.activity);
    if (!activity) return no_such_activity();
    const auto place = find_grid(*activity, c.grid);
    if (!place) return no(Reason::unknown_grid, "この活動に、その表はありません。", "The activity has no such grid.");
    const Grid& grid = activity->grids[*place];
    if (c.seat < 0 || c.seat > kMostSeats)
        return no(Reason::unknown_seat, "その席はありません。", "There is no such seat.");
    if (c.cells.size() > kMostCells)
        return no(Reason::too_many_rows, "一度に書ける数を超えています。", "That is more than can be written at once.");
    RowsAfter rows(grid, state_of(session, *activity).grids[*place]);
    if (auto refusal = rows.check(c)) return refusal;
    for (const CellEntry& cell : c.cells) {
        if (!rows.present(cell.row))
            return no(Reason::unknown_row, "その行は表にありません。", "The grid has no such row.");
        if (auto refusal = check_cell(session, grid, c.seat, cell)) return refusal;
    }
    return std::nullopt;
}

void apply_step(Session& session, const SetCells& c, std::uint32_t step)
{
    const Activity* activity = activity_called(session, c.activity);
    const std::size_t place = *find_grid(*activity, c.grid);
    const Grid& grid = activity->grids[place];
    GridState& state = change(session, c.activity).grids[place];
    for (const std::string& id : c.removes) state.rows.change(id).present = false;
    for (const std::string& id : c.adds)
        if (state.rows.find(id))
            state.rows.change(id).present = true;
        else
            state.rows.add({id, true, {}});
    GridRow* row = nullptr;
    for (const CellEntry& entry : c.cells) {
        if (!row || row->id != entry.row) row = &state.rows.change(entry.row);
        const CellKey key{*find_column(grid, entry.column), c.seat};
        if (std::holds_alternative<std::monostate>(entry.value))
            row->cells.erase(key);
        else
            row->cells[key] = {entry.value, std::holds_alternative<Written>(entry.value) ? step : 0};
    }
}

} // namespace sonae::workshop
