// Reading a table back that somebody saved and edited in a spreadsheet: the files to choose from, and what was wrong
// with the one that was chosen.
#pragma once

#include "ui/sheet/sheet.hpp"
#include "ui/strings.hpp"
#include "ui/views/intents.hpp"
#include "ui/widgets.hpp"

namespace sonae::ui {

struct SheetFile {
    std::string path, name;
    SimTime written = 0; // the wall's clock as the person reads it
};

struct CsvScratch {
    std::string grid;             // "ledger.ledger", whose table may be read; empty: the files are not shown
    std::string folder;           // where they lie
    bool listed = false;          // they have come from the disk
    std::vector<SheetFile> files; // the last written first
    std::string faulty;           // the name of the file that could not be taken
    std::vector<std::string> faults;
    std::optional<SheetChange> change; // what was read, on its way into the grid
};

// In the place of the grid while `csv.grid` is set. Empties it when nothing is to be read.
void draw_csv_files(Ui& ui, const Strings& s, CsvScratch& csv, const Rect& at, Intents& out);

} // namespace sonae::ui
