// A grid of an activity as a sheet: ledger, risk register, duty matrix, the plan's tables, commitments.
#pragma once

#include "ui/activities/source.hpp"
#include "ui/sheet/sheet.hpp"

namespace sonae::ui {

struct GridView {
    std::string activity, grid; // ids
    Sheet sheet;
    std::string origin; // where its rows come from, when the table did not write them here
    bool rated = false; // each person may give values of his own
};

// `revision` must differ from the last one's when anything of the room, the language or the seat does.
GridView make_grid_view(const SessionSource& from, const workshop::Activity& activity, std::size_t grid,
                        std::uint64_t revision);

// The command that a change of the sheet means.
InSession command_of(const SessionSource& from, const GridView& view, const SheetChange& change);

} // namespace sonae::ui
