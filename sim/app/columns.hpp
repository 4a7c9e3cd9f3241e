// Tables on a terminal: a label on the left, cells flush right, full-width characters counted as two columns.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sonae::app {

inline constexpr int kTerminal = 100; // columns that no line passes

// As much of the text as fits into `width` columns, "…" at its end when something is left out.
std::string clipped(std::string_view text, int width);

class Table {
  public:
    Table(int label_width, int cell_width) : label_(label_width), cell_(cell_width) {}

    void head(std::string label, std::vector<std::string> cells);
    void row(std::string label, std::vector<std::string> cells = {});
    // Lines ending in newlines. Cells that don't fit beside each other stand in a further block, with the labels again.
    std::string text() const;

  private:
    struct Row {
        std::string label;
        std::vector<std::string> cells;
    };
    std::string line(const Row& row, std::size_t from, std::size_t to) const;

    int label_, cell_;
    Row head_;
    std::vector<Row> rows_;
};

} // namespace sonae::app
