// What stands in a grid: numbers behind choices, computed columns, where raters differ.
#pragma once

#include "workshop/activities/session_plan.hpp"

namespace sonae::workshop {

// The seat's own cell; a rater's seat has one in rated columns alone.
const CellValue* value_in(const GridRow& row, std::size_t column, int seat = 0);
bool is_empty(const GridRow& row, std::size_t column); // of the table's value; computed columns: see number_in
std::vector<std::string> names_in(const GridRow& row, std::size_t column); // persons, a choice, a row, a date
const ScaleValue* choice_in(const SessionPlan& plan, const Column& column, const GridRow& row, std::size_t at,
                            int seat = 0);

// A choice's value, a count, yen, yes as 1, or what is computed (of a band: the number that it names the size of). For
// a rater's seat rated columns give the rater's own. Nothing while the cell or one of its parts is empty.
std::optional<std::int64_t> number_in(const SessionPlan& plan, const Grid& grid, const GridRow& row, std::size_t column,
                                      int seat = 0);
// The size that a band names; nothing while its number is empty or below the least.
const ScaleValue* band_in(const SessionPlan& plan, const Grid& grid, const GridRow& row, std::size_t column,
                          int seat = 0);
// The id of the choice or band, "yes" or "no"; empty for none.
std::string value_id(const SessionPlan& plan, const Grid& grid, const GridRow& row, std::size_t column);

// What the raters of a cell gave, seat by seat, and how far apart they are. The table's own value is not among them.
struct Ratings {
    std::vector<std::pair<int, std::int64_t>> given;
    std::int64_t spread = 0;
    bool differ = false;
};
Ratings ratings_of(const SessionPlan& plan, const Grid& grid, const GridRow& row, std::size_t column);

// The name of a row that its author or the company named; empty for one that the table named itself.
Localized row_name(const SessionPlan& plan, const Grid& grid, std::string_view row);
Localized person_name(const SessionPlan& plan, std::string_view person);

} // namespace sonae::workshop
