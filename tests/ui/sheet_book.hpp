// A small ledger in memory that takes a sheet's changes: for tests of the sheet and for looking at it.
#pragma once

#include "ui/sheet/sheet.hpp"

namespace sonae::tests {

class SheetBook {
  public:
    explicit SheetBook(std::size_t rows);
    const ui::Sheet& sheet() const { return sheet_; }
    ui::Sheet& edit_sheet() { return ++sheet_.revision, sheet_; }
    void take(const std::vector<ui::SheetChange>& changes);
    std::vector<std::vector<std::string>> cells() const; // names and words, row by row

  private:
    void take(const ui::SheetChange& change);
    ui::Sheet sheet_;
    std::vector<ui::SheetRow> left_; // rows taken out keep their cells
};

} // namespace sonae::tests
