// A table that is worked in as in a spreadsheet: what it shows, and what a person does in it. What is typed, pasted or
// taken back comes out as changes; the sheet itself holds no value of its own.
#pragma once

#include "ui/theme.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sonae::ui {

enum class CellKind : std::uint8_t {
    fixed, // is looked at only
    words,
    pick, // of the column's picks
    figure,
    day,
    tick, // of two picks, the space bar goes from one to the other
};

struct SheetColumn {
    std::string id, title, help;
    CellKind kind = CellKind::words;
    float width = 120;              // design pixels
    std::vector<std::string> picks; // what may stand there, as it is shown and typed
    std::size_t max_bytes = 800;
};

struct SheetCell {
    std::string words;       // as shown, copied and typed
    std::string aside;       // small, at the right: how far the raters are apart
    Tone tone = Tone::plain; // its soft ground
};

struct SheetRow {
    std::string id, name;
    bool may_name = false;        // the name is typed like any cell
    bool may_leave = false;       // the row can be taken out
    std::vector<SheetCell> cells; // one a column
};

struct SheetOffer { // a row that may be added
    std::string id, name;
};

struct Sheet {
    std::string corner; // the title of the rows' names
    std::vector<SheetColumn> columns;
    std::vector<SheetRow> rows;
    std::vector<SheetOffer> offers;  // by name
    std::vector<std::string> blanks; // and those that get a name by typing, in the order of use
    std::string why_not;             // not empty: nothing can be changed, and this says why
    std::uint64_t revision = 0;      // rises with every change of what is above
    // Why these words can't stand there; empty when they can.
    std::function<std::string(const SheetColumn&, std::string_view)> fault;
};

inline constexpr std::string_view kRowName{}; // the column of names in a SheetEdit

struct SheetEdit {
    std::string row, column; // ids; an empty column is the name
    std::string words;       // empty: the cell is cleared
    bool operator==(const SheetEdit&) const = default;
};

struct SheetChange {
    std::vector<std::string> adds, removes; // rows
    std::vector<SheetEdit> edits;
    bool empty() const { return adds.empty() && removes.empty() && edits.empty(); }
    bool operator==(const SheetChange&) const = default;
};

// A place in what is shown: the row's place in order, and the column; column 0 is the name.
struct SheetPlace {
    std::size_t row = 0, column = 0;
    bool operator==(const SheetPlace&) const = default;
};

struct SheetScratch {
    SheetPlace at, anchor;            // the cursor, and the other corner of the range
    SheetPlace first{0, 1};           // what is drawn first, the names apart
    SheetPlace sight{1, 1};           // how many rows and columns are in sight
    bool has_keys = false;            // keys go here
    bool drags = false;               // the mouse draws a range
    bool adding = false;              // the rows that may be added are shown
    std::optional<std::string> typed; // the cell is being edited
    bool typing_begins = false;       // since the last frame
    int picked = -1;                  // of the picks that fit what is typed
    std::size_t left_out = 0;         // cells of the last paste that could not stand where they were put

    std::string filter;                   // rows that hold it anywhere
    std::optional<std::size_t> sorted_by; // column
    bool descending = false;

    struct Done {
        SheetChange forth, back;
    };
    std::vector<Done> done, undone;

    // The rows' places in order, as sorted and filtered; kept until something of it changes.
    std::vector<std::size_t> order;
    std::uint64_t ordered_revision = ~std::uint64_t{0};
    std::string ordered_filter;
    std::optional<std::size_t> ordered_by;
    bool ordered_descending = false;
};

} // namespace sonae::ui
