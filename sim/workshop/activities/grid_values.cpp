#include "workshop/activities/grid_values.hpp"

#include <algorithm>

namespace sonae::workshop {
namespace {

constexpr std::int64_t kMost = 1'000'000'000'000'000; // computed numbers stay within it

std::optional<std::int64_t> looked_up(const SessionPlan& plan, const Grid& grid, const GridRow& row,
                                      const Column& column, int seat)
{
    std::array<std::size_t, 2> at{};
    for (std::size_t i = 0; i < 2; ++i) {
        const Column& from = grid.columns[column.of[i]];
        const ScaleValue* value = choice_in(plan, from, row, column.of[i], from.rated ? seat : 0);
        if (!value) return std::nullopt;
        at[i] = static_cast<std::size_t>(value - plan.scales[from.scale].values.data());
    }
    return column.table[at[0]][at[1]];
}

std::int64_t combined(ComputedOp op, std::int64_t left, std::int64_t right)
{
    switch (op) {
    case ComputedOp::max: return std::max(left, right);
    case ComputedOp::min: return std::min(left, right);
    case ComputedOp::sum: return std::clamp(left + right, -kMost, kMost);
    case ComputedOp::product: {
        std::int64_t whole = 0;
        if (!__builtin_mul_overflow(left, right, &whole)) return std::clamp(whole, -kMost, kMost);
        return (left < 0) == (right < 0) ? kMost : -kMost;
    }
    default: return left;
    }
}

std::optional<std::int64_t> computed(const SessionPlan& plan, const Grid& grid, const GridRow& row,
                                     const Column& column, int seat)
{
    if (column.op == ComputedOp::lookup) return looked_up(plan, grid, row, column, seat);
    std::optional<std::int64_t> result;
    for (const std::size_t from : column.of) {
        const auto part = number_in(plan, grid, row, from, seat);
        if (!part) return std::nullopt;
        result = result ? combined(column.op, *result, *part) : *part;
    }
    return result;
}

} // namespace

const CellValue* value_in(const GridRow& row, std::size_t column, int seat)
{
    const auto cell = row.cells.find({column, seat});
    return cell == row.cells.end() ? nullptr : &cell->second.value;
}

bool is_empty(const GridRow& row, std::size_t column) { return value_in(row, column) == nullptr; }

std::vector<std::string> names_in(const GridRow& row, std::size_t column)
{
    const CellValue* value = value_in(row, column);
    const auto* names = value ? std::get_if<std::vector<std::string>>(value) : nullptr;
    return names ? *names : std::vector<std::string>{};
}

const ScaleValue* choice_in(const SessionPlan& plan, const Column& column, const GridRow& row, std::size_t at, int seat)
{
    const CellValue* value = value_in(row, at, seat);
    const auto* names = value ? std::get_if<std::vector<std::string>>(value) : nullptr;
    if (!names || column.type != ColumnType::choice) return nullptr;
    return called(plan.scales[column.scale].values, (*names)[0]);
}

std::optional<std::int64_t> number_in(const SessionPlan& plan, const Grid& grid, const GridRow& row, std::size_t column,
                                      int seat)
{
    const Column& known = grid.columns[column];
    if (known.type == ColumnType::computed) return computed(plan, grid, row, known, seat);
    const int whose = known.rated ? seat : 0;
    if (const ScaleValue* choice = choice_in(plan, known, row, column, whose)) return choice->value;
    const CellValue* value = value_in(row, column, whose);
    if (!value) return std::nullopt;
    if (const auto* number = std::get_if<std::int64_t>(value)) return *number;
    if (const auto* yes = std::get_if<bool>(value)) return *yes ? 1 : 0;
    return std::nullopt;
}

const ScaleValue* band_in(const SessionPlan& plan, const Grid& grid, const GridRow& row, std::size_t column, int seat)
{
    const Column& band = grid.columns[column];
    const auto number = band.op == ComputedOp::band ? number_in(plan, grid, row, column, seat) : std::nullopt;
    const ScaleValue* found = nullptr;
    if (!number) return found;
    for (const ScaleValue& value : plan.scales[band.scale].values)
        if (value.value <= *number && (!found || value.value >= found->value)) found = &value;
    return found;
}

std::string value_id(const SessionPlan& plan, const Grid& grid, const GridRow& row, std::size_t column)
{
    const Column& known = grid.columns[column];
    if (known.op == ComputedOp::band) {
        const ScaleValue* band = band_in(plan, grid, row, column);
        return band ? band->id : "";
    }
    if (known.type == ColumnType::yes_no) {
        const auto yes = number_in(plan, grid, row, column);
        return !yes ? "" : *yes ? "yes" : "no";
    }
    const auto names = names_in(row, column);
    return names.empty() ? "" : names[0];
}

Ratings ratings_of(const SessionPlan& plan, const Grid& grid, const GridRow& row, std::size_t column)
{
    Ratings ratings;
    std::vector<CellValue> seen;
    for (const auto& [key, cell] : row.cells) {
        if (key.column != column || key.seat == 0) continue;
        if (const auto number = number_in(plan, grid, row, column, key.seat))
            ratings.given.emplace_back(key.seat, *number);
        if (!seen.empty() && seen.front() != cell.value) ratings.differ = true;
        seen.push_back(cell.value);
    }
    const auto [least, most] = std::minmax_element(ratings.given.begin(), ratings.given.end(),
                                                   [](const auto& a, const auto& b) { return a.second < b.second; });
    if (!ratings.given.empty()) ratings.spread = most->second - least->second;
    return ratings;
}

Localized row_name(const SessionPlan& plan, const Grid& grid, std::string_view row)
{
    if (const PreparedRow* prepared = find_prepared(grid, row)) return prepared->name;
    const engine::Company& company = plan.company;
    if (const auto* asset = called(company.assets, row)) return asset->name;
    if (const auto* control = called(company.controls, row)) return control->remedy;
    if (const auto* process = called(company.processes, row)) return process->name;
    return person_name(plan, row);
}

Localized person_name(const SessionPlan& plan, std::string_view person)
{
    if (const auto* found = called(plan.company.people, person)) return found->name;
    if (const auto* contact = called(plan.company.contacts, person)) return contact->name;
    return {};
}

} // namespace sonae::workshop
