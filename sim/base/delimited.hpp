// Rows of cells in one text, as spreadsheets write and read them (RFC 4180): a cell that holds the separator, a quote
// or a line's end stands in quotes, with its quotes doubled. The separator is a comma in files and a tab on the
// clipboard.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sonae {

using CellRows = std::vector<std::vector<std::string>>;

// Lines end with `line_end`, the last one too.
std::string join_cells(const CellRows& rows, char separator, std::string_view line_end);
// Reads \n, \r\n and \r. A quote inside an unquoted cell is an ordinary character; one that is never closed ends with
// the text. A line's end at the end of the text begins no row.
CellRows split_cells(std::string_view text, char separator);

} // namespace sonae
