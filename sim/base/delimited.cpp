#include "base/delimited.hpp"

namespace sonae {
namespace {

void append_cell(std::string& out, std::string_view cell, char separator)
{
    const std::string special{separator, '"', '\r', '\n'};
    if (cell.find_first_of(special) == std::string_view::npos) {
        out += cell;
        return;
    }
    out += '"';
    for (const char c : cell) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

// Takes the cell that begins at `at`, and leaves `at` on what ends it.
std::string take_cell(std::string_view text, std::size_t& at, char separator)
{
    std::string cell;
    if (at < text.size() && text[at] == '"') {
        for (++at; at < text.size(); ++at) {
            if (text[at] != '"')
                cell += text[at];
            else if (at + 1 < text.size() && text[at + 1] == '"')
                cell += text[++at];
            else {
                ++at;
                break;
            }
        }
    }
    while (at < text.size() && text[at] != separator && text[at] != '\n' && text[at] != '\r') cell += text[at++];
    return cell;
}

} // namespace

std::string join_cells(const CellRows& rows, char separator, std::string_view line_end)
{
    std::string out;
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) out += separator;
            append_cell(out, row[i], separator);
        }
        out += line_end;
    }
    return out;
}

CellRows split_cells(std::string_view text, char separator)
{
    CellRows rows;
    for (std::size_t at = 0; at < text.size();) {
        auto& row = rows.emplace_back();
        row.push_back(take_cell(text, at, separator));
        while (at < text.size() && text[at] == separator) row.push_back(take_cell(text, ++at, separator));
        if (at < text.size() && text[at] == '\r') ++at;
        if (at < text.size() && text[at] == '\n') ++at;
    }
    return rows;
}

} // namespace sonae
