#include "workshop/activities/grid.hpp"

#include <algorithm>
#include <charconv>

namespace sonae::workshop {
std::optional<std::size_t> find_column(const Grid& grid, std::string_view id)
{
    if (const Column* column = called(grid.columns, id)) return static_cast<std::size_t>(column - grid.columns.data());
    if (id == "name") return kNameColumn;
    return std::nullopt;
}

std::optional<std::size_t> column_that_means(const Grid& grid, Means means)
{
    for (std::size_t c = 0; c < grid.columns.size(); ++c)
        if (grid.columns[c].means == means) return c;
    return std::nullopt;
}

const PreparedRow* find_prepared(const Grid& grid, std::string_view row)
{
    const PreparedRow* prepared = called(grid.rows, row);
    return prepared ? prepared : called(grid.offers, row);
}

std::size_t free_number(std::string_view row)
{
    if (row.size() < 2 || row.size() > 5 || row[0] != 'r' || row[1] == '0') return 0;
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(row.data() + 1, row.data() + row.size(), number);
    return error == std::errc{} && end == row.data() + row.size() ? number : 0;
}

const GridRow* find_row(const GridState& state, std::string_view row) { return state.rows.find(row); }

bool stays(const Grid& grid, const GridState& state, std::string_view row)
{
    const auto called = [&](const PreparedRow& known) { return known.id == row; };
    return state.origin != Origin::own && std::any_of(grid.rows.begin(), grid.rows.end(), called);
}

std::size_t present_rows(const GridState& state)
{
    return static_cast<std::size_t>(
        std::count_if(state.rows.begin(), state.rows.end(), [](const GridRow& row) { return row.present; }));
}

} // namespace sonae::workshop
