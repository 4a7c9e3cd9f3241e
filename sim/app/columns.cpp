#include "app/columns.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace sonae::app {
namespace {

std::string padded(const std::string& text, int width)
{
    return text + std::string(static_cast<std::size_t>(std::max(0, width - columns(text))), ' ');
}

std::string flush_right(const std::string& text, int width)
{
    return std::string(static_cast<std::size_t>(std::max(0, width - columns(text))), ' ') + text;
}

} // namespace

std::string clipped(std::string_view text, int width)
{
    if (columns(text) <= width) return std::string(text);
    const int left = width - columns("…");
    std::size_t end = 0;
    for (std::size_t next = 1; next <= text.size(); ++next) {
        const bool boundary = next == text.size() || (static_cast<unsigned char>(text[next]) & 0xC0) != 0x80;
        if (!boundary) continue;
        if (columns(text.substr(0, next)) > left) break;
        end = next;
    }
    return std::string(text.substr(0, end)) + "…";
}

void Table::head(std::string label, std::vector<std::string> cells) { head_ = {std::move(label), std::move(cells)}; }

void Table::row(std::string label, std::vector<std::string> cells)
{
    rows_.push_back({std::move(label), std::move(cells)});
}

std::string Table::line(const Row& row, std::size_t from, std::size_t to) const
{
    if (row.cells.empty()) return clipped(row.label, kTerminal) + '\n';
    std::string text = padded(clipped(row.label, label_), label_);
    for (std::size_t c = from; c < std::min(to, row.cells.size()); ++c)
        text += ' ' + flush_right(clipped(row.cells[c], cell_ - 1), cell_ - 1);
    text.erase(text.find_last_not_of(' ') + 1);
    return text + '\n';
}

std::string Table::text() const
{
    const auto together = static_cast<std::size_t>(std::max(1, (kTerminal - label_) / cell_));
    std::string all;
    for (std::size_t from = 0; from == 0 || from < head_.cells.size(); from += together) {
        all += line(head_, from, from + together);
        for (const Row& row : rows_) all += line(row, from, from + together);
    }
    return all;
}

} // namespace sonae::app
