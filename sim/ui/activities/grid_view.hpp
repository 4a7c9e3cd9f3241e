// A grid of an activity as a sheet: ledger, risk register, duty matrix, the plan's tables, commitments.
#pragma once

#include "ui/activities/source.hpp"
#include "ui/sheet/sheet.hpp"
#include "workshop/activities/grid_csv.hpp"

namespace sonae::ui {

struct GridView {
    std::string activity, grid; // ids
    Sheet sheet;
    std::string origin; // where its rows come from, when the table did not write them here
    bool rated = false; // each person may give values of his own

    // What its rows were made from, by which the next view knows those that are still as they are.
    struct Made {
        std::shared_ptr<const workshop::SessionPlan> plan;
        int seat = 0;
        Language language = Language::ja;
        std::vector<std::shared_ptr<const workshop::GridRow>> rows; // as the sheet's
    } made = {};
};

// `revision` must differ from the last one's when anything of the room, the language or the seat does. `before` may be
// the view that this one replaces: rows that did not change are taken from it.
GridView make_grid_view(const SessionSource& from, const workshop::Activity& activity, std::size_t grid,
                        std::uint64_t revision, GridView* before = nullptr);

// The command that a change of the sheet means.
InSession command_of(const SessionSource& from, const GridView& view, const SheetChange& change);

// What a table that was read changes, as if somebody had pasted it into the sheet.
SheetChange change_of(const workshop::Session& session, const workshop::GridPlace& place,
                      const workshop::GridImport& import, const workshop::TableTexts& texts, Language language);

} // namespace sonae::ui
