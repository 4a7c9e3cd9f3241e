// What a cell says to people, and what people mean by what they write into one: the same on a screen, in CSV and on
// paper.
#pragma once

#include "workshop/activities/texts.hpp"

namespace sonae::workshop {

// What stands in a column's cells: a choice, person or yes and no by its name as long as only one is called so, else by
// its id; a date or row by its id; figures in digits; a text as it was written. `seat` 0: the table's own value.
std::string cell_words(const Session& session, const Activity& activity, const Grid& grid, const GridRow& row,
                       std::size_t column, const TableTexts& texts, Language language, int seat = 0);

// What may be written into the column, by name; empty where anything of a kind may.
std::vector<std::string> words_to_choose(const Session& session, const Column& column, Language language);

// What is meant by the words: an id or a name in either language, "、" between persons, figures with or without commas
// and in either width, dates as 2024-03-31 or 2024/3/31. No words empty the cell. Nothing when they do not fit the
// column. Of a text only that there is one.
std::optional<CellValue> read_cell_words(const Session& session, const Column& column, const std::string& words);

} // namespace sonae::workshop
