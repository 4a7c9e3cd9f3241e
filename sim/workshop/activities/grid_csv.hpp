// A grid as a spreadsheet: out, and back in as one command.
#pragma once

#include "workshop/activities/texts.hpp"

namespace sonae::workshop {

// Where a grid stands: "ledger", "plan.team". Nothing when the session has no such grid.
struct GridPlace {
    const Activity* activity = nullptr;
    std::size_t grid = 0;
};
std::optional<GridPlace> find_grid_place(const Session& session, std::string_view name);

// The rows that are there, with the table's own values as people read them; computed columns too. The first two columns
// are the row's id and its name.
std::string grid_csv(const Session& session, const GridPlace& place, const TableTexts& texts, Language language);

struct GridImport {
    SetCells command; // what differs from the grid as it stands
    std::map<std::string, std::string> texts;
};
// Reads what grid_csv wrote, or what a person made of it: columns by name or id in any order, rows by id; rows without
// an id are the table's own new ones. Rows that are missing stay. Computed columns are passed over. Every fault is told
// with its line (`csv.column`, `csv.row`, `csv.value`).
std::optional<GridImport> read_grid_csv(const Session& session, const GridPlace& place, const TableTexts& texts,
                                        TableNumber table, std::string_view bytes, const std::string& file,
                                        read::Diagnostics& told);

} // namespace sonae::workshop
