// The grid: rows that a pack prepares or a table adds, typed columns, one value a cell, or one for each rater. Ledger,
// risk register, duty matrix, the plan's tables and commitments are grids that differ in their data alone.
#pragma once

#include "workshop/activities/grid_rows.hpp"
#include "workshop/activities/scale.hpp"

#include <array>
#include <optional>

namespace sonae::workshop {

// Rows of a grid, those taken out included: as many as a pack may prepare, and a thousand that the table names. Cells
// of one command.
inline constexpr std::size_t kMostFreeRows = 1000, kMostRows = 64 + kMostFreeRows, kMostCells = kMostRows * 25;

// --- definition

enum class ColumnType : std::uint8_t { choice, yes_no, count, yen, date, person, row, text, computed };
enum class ComputedOp : std::uint8_t { none, max, min, sum, product, lookup, band };

// What a column is to its kind of activity, whatever its author calls it.
enum class Means : std::uint8_t {
    nothing,
    accountable,
    deputy,
    approver,
    does,
    confidentiality,
    integrity,
    availability,
    importance,
    owner,
    place,
    risk,
    treatment,
    due,
    cost,
    person,
    number,
    hours,
    if_then,
};

struct Column {
    std::string id;
    Localized name, help;
    ColumnType type = ColumnType::text;
    Means means = Means::nothing;
    bool rated = false;      // every rater gives a value of his own beside the table's
    std::size_t scale = 0;   // choice and band: its number in SessionPlan::scales
    std::size_t most = 1;    // persons of a cell, characters of a text
    bool contacts = false;   // person: people outside the company too
    std::string of_activity; // row: whose rows it names
    std::string of_grid;
    ComputedOp op = ComputedOp::none;
    std::vector<std::size_t> of;                  // computed: columns before this one
    std::vector<std::vector<std::int64_t>> table; // lookup: [place in the first scale][place in the second]
    bool in_yen = false;                          // computed: what it computes is money
};

struct PreparedCell {
    CellValue value;
    Localized text; // of a text
};

struct PreparedRow { // by its author, or by the company
    std::string id;
    Localized name, help;
    std::map<std::size_t, PreparedCell> cells; // by column
};

enum class CheckKind : std::uint8_t { filled, one, differ, at_least, at_most, apart, load };

// One thing to look at in every row. The finding bears its id.
struct GridCheck {
    std::string id;
    CheckKind kind = CheckKind::filled;
    std::size_t column = 0, other = 0;
    std::int64_t bound = 0;           // at_least, at_most, load
    std::array<std::string, 2> rows;  // apart
    std::optional<std::size_t> where; // only rows whose value in this column …
    std::vector<std::string> is;      // … is one of these
    bool is_not = false;              // … or none of them
    Localized sentence;               // holes {row} {column} {person} {count}; empty: the kind's own
};

// Where a grid takes rows from at the start of a session: what the table left in an earlier one.
struct RowsFrom {
    std::string pack, activity, grid;
    std::vector<std::pair<std::size_t, std::string>> columns; // ours, and the id of theirs
    bool exists() const { return !pack.empty(); }
};

enum class GridMeans : std::uint8_t { nothing, team, contacts, severity, procedures, authority };

struct Grid {
    std::string id;
    Localized name;
    GridMeans means = GridMeans::nothing;
    std::vector<Column> columns;
    std::vector<PreparedRow> rows;   // there from the start, unless the table brings its own
    std::vector<PreparedRow> offers; // may be added by name; their cells are the model answer, not shown before
    RowsFrom from;
    std::size_t free_rows = 0; // that the table may add and name itself, as r1, r2 …
    std::vector<GridCheck> checks;
    bool rated = false; // some column is
};

// The column of a name; "name" is that of rows that the table names itself. Nothing when there is none.
inline constexpr std::size_t kNameColumn = 0xFFFF;
std::optional<std::size_t> find_column(const Grid& grid, std::string_view id);
std::optional<std::size_t> column_that_means(const Grid& grid, Means means);
const PreparedRow* find_prepared(const Grid& grid, std::string_view row); // among rows, then among offers
// The number of a row that a table named itself: "r1" is 1; 0 for all others.
std::size_t free_number(std::string_view row);

// --- state

enum class Origin : std::uint8_t { prepared, own, company }; // own: brought from the table's earlier session

struct GridState {
    Origin origin = Origin::prepared;
    GridRows rows;
    bool operator==(const GridState&) const = default;
};

const GridRow* find_row(const GridState& state, std::string_view row); // present or not
// There from the start, and not to be taken out: a duty that is struck off would not be missed.
bool stays(const Grid& grid, const GridState& state, std::string_view row);
std::size_t present_rows(const GridState& state);

} // namespace sonae::workshop
