// Tables as CSV (RFC 4180: UTF-8 with a byte order mark, CR LF, quotes doubled), safe to open in a spreadsheet: a cell
// that would begin a formula there is written with an apostrophe before it, and read back without.
#pragma once

#include "read/diagnostic.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sonae::read {

using CsvRow = std::vector<std::string>;

std::string write_csv(const std::vector<CsvRow>& rows);

// Nothing, with `csv.syntax` or `csv.encoding` told, when it is none. Line ends may be CR LF or LF; the mark may be
// missing; blank lines are left out. `lines`, if given, takes the line on which each row begins.
std::optional<std::vector<CsvRow>> parse_csv(std::string_view bytes, const std::string& file, Diagnostics& told,
                                             std::vector<int>* lines = nullptr);

// "=1+1" becomes "'=1+1"; so do cells that begin with + - @, their full-width forms, a tab or line end, and, so that
// nothing is lost, an apostrophe.
std::string neutralised(std::string_view cell);
std::string restored(std::string_view cell);

} // namespace sonae::read
