#include "workshop/activities/opening.hpp"

#include "workshop/activities/grid_values.hpp"
#include "workshop/activities/outputs.hpp"

#include <algorithm>

namespace sonae::workshop {
namespace {

const Session* session_of(const Table& table, std::string_view pack, std::string_view company)
{
    const auto is_it = [&](const Session& s) { return s.plan->pack_id == pack && s.plan->company.id == company; };
    if (table.session && is_it(*table.session)) return table.session.get();
    for (auto past = table.past.rbegin(); past != table.past.rend(); ++past)
        if (is_it(**past)) return past->get();
    return nullptr;
}

// One grid that an earlier session left, on its way into one of ours.
class Carrying {
  public:
    Carrying(const SessionPlan& plan, const Activity& activity, const Grid& grid, const Session& from,
             const TableTexts& words, Opening& opening)
        : plan_(plan), activity_(activity), grid_(grid), from_(from), words_(words), opening_(opening)
    {
    }

    void carry()
    {
        const Activity* theirs = activity_called(from_, grid_.from.activity);
        const auto place = theirs ? find_grid(*theirs, grid_.from.grid) : std::nullopt;
        if (!place) return;
        CarriedGrid carried{activity_.id, grid_.id, {}, {}};
        for (const GridRow& row : state_of(from_, *theirs).grids[*place].rows)
            if (row.present) carry_row(carried, *theirs, theirs->grids[*place], row);
        if (!carried.rows.empty()) opening_.command.carried.push_back(std::move(carried));
    }

  private:
    void carry_row(CarriedGrid& carried, const Activity& activity, const Grid& grid, const GridRow& row)
    {
        // Rows that their author alone knew are no rows of ours.
        if (!find_prepared(grid_, row.id) && free_number(row.id) == 0 && !company_has(plan_.company, row.id)) return;
        carried.rows.push_back(row.id);
        if (free_number(row.id) > 0)
            write(carried, row.id, "name", words_.cell(activity, grid, row, kNameColumn, Language::ja));
        for (const auto& [ours, theirs] : grid_.from.columns)
            if (const auto column = find_column(grid, theirs); column && *column != kNameColumn)
                carry_cell(carried, activity, grid, row, grid_.columns[ours], *column);
    }
    void carry_cell(CarriedGrid& carried, const Activity& activity, const Grid& grid, const GridRow& row,
                    const Column& ours, std::size_t theirs)
    {
        if (ours.type == ColumnType::text)
            return write(carried, row.id, ours.id, words_.cell(activity, grid, row, theirs, Language::ja));
        CellValue value = converted(grid, row, theirs, ours);
        if (!std::holds_alternative<std::monostate>(value) && fits(plan_, ours, value))
            carried.cells.push_back({row.id, ours.id, std::move(value)});
    }
    // A number becomes the choice of that value; a choice goes over by its id, or by its value.
    CellValue converted(const Grid& grid, const GridRow& row, std::size_t theirs, const Column& ours) const
    {
        const CellValue* same = value_in(row, theirs);
        if (same && fits(plan_, ours, *same)) return *same;
        const auto number = number_in(*from_.plan, grid, row, theirs);
        if (!number) return {};
        if (ours.type != ColumnType::choice) return *number;
        for (const ScaleValue& value : plan_.scales[ours.scale].values)
            if (value.value == *number) return std::vector<std::string>{value.id};
        return {};
    }
    void write(CarriedGrid& carried, const std::string& row, const std::string& column, std::string text)
    {
        if (text.empty()) return;
        carried.cells.push_back({row, column, Written{}});
        opening_.texts[cell_field(activity_.id, grid_.id, row, column)] = std::move(text);
    }

    const SessionPlan& plan_;
    const Activity& activity_;
    const Grid& grid_;
    const Session& from_;
    const TableTexts& words_;
    Opening& opening_;
};

} // namespace

Opening open_session(const SessionPlan& plan, std::string pack, TableNumber table, const Table* from,
                     const TextsOf& texts)
{
    Opening opening;
    opening.command = {table, std::move(pack), plan.pack_id, plan.company.id, {}, {}};
    if (!from) return opening;
    opening.command.outputs = outputs_for(plan.carried, *from);
    const TableTexts words(*from, texts);
    for (const Activity& activity : plan.activities)
        for (const Grid& grid : activity.grids)
            if (grid.from.exists())
                if (const Session* earlier = session_of(*from, grid.from.pack, plan.company.id))
                    Carrying(plan, activity, grid, *earlier, words, opening).carry();
    return opening;
}

} // namespace sonae::workshop
