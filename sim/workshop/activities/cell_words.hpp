// What a cell says to people, and what people mean by what they write into one: the same on a screen, in CSV and on
// paper.
#pragma once

#include "workshop/activities/labels.hpp"
#include "workshop/activities/texts.hpp"

namespace sonae::workshop {

// The words of one grid; what may be chosen in its columns is worked out once. Plan, activity and grid must outlive it.
class CellWords {
  public:
    CellWords(const SessionPlan& plan, const Activity& activity, const Grid& grid);

    // What stands in a column's cells: a choice, person or yes and no by its name as long as only one is called so,
    // else by its id; a date or row by its id; figures in digits; a text as it was written. `seat` 0: the table's own
    // value.
    std::string words(const GridRow& row, std::size_t column, const TableTexts& texts, Language language,
                      int seat = 0) const;

    // What may be written into the column, by name; empty where anything of a kind may.
    std::vector<std::string> to_choose(std::size_t column, Language language) const;

    // What is meant by the words: an id or a name in either language, "、" between persons, figures with or without
    // commas and in either width, dates as 2024-03-31 or 2024/3/31. No words empty the cell. Nothing when they do not
    // fit the column. Of a text only that there is one.
    std::optional<CellValue> read(std::size_t column, const std::string& words) const;

  private:
    std::optional<CellValue> meant(std::size_t column, const std::string& words) const;

    const SessionPlan& plan_;
    const Activity& activity_;
    const Grid& grid_;
    std::vector<Labels> labels_; // one a column
};

// Of one cell, without its grid: as CellWords::words.
std::string cell_words(const Session& session, const Activity& activity, const Grid& grid, const GridRow& row,
                       std::size_t column, const TableTexts& texts, Language language, int seat = 0);

} // namespace sonae::workshop
