// A grid as a table. What has no room beside each other stands in two or more lines of one row, so that a row stays
// together on one sheet.
#include "base/text.hpp"
#include "report/activities/parts.hpp"
#include "report/activities/words.hpp"
#include "workshop/activities/grid_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

namespace sonae::report {
namespace {

using namespace workshop;

constexpr int kUnits = 60; // into which the width beside the name is divided; Word knows no more than 63 columns
constexpr int kName = 46, kNameWithHelp = 58; // mm
constexpr int kTight = 125;                   // percent of the room: columns may be somewhat narrower than they wish

// In mm at 8 pt, with the cell's padding: the longest part of a heading that is not broken.
int heading_width(const std::string& heading)
{
    int widest = 0;
    std::size_t begin = 0;
    for (const std::size_t end : phrase_breaks(heading)) {
        widest = std::max(widest, columns(std::string_view(heading).substr(begin, end - begin)));
        begin = end;
    }
    return widest * 3 / 2 + 3;
}

// What is written into the column by hand, or read there, in mm.
int content_width(const ActivitySource& from, const Column& column)
{
    switch (column.type) {
    case ColumnType::text: return column.most > 60 ? 50 : 32;
    case ColumnType::person: return column.most > 1 ? 34 : 28;
    case ColumnType::date: return 29;
    case ColumnType::yen: return 24;
    case ColumnType::count:
    case ColumnType::yes_no: return 20;
    case ColumnType::row: return 26;
    case ColumnType::choice: return circles(from, from.plan().scales[column.scale]).empty() ? 32 : 22;
    case ColumnType::computed: break;
    }
    return column.op == ComputedOp::band ? 26 : 17;
}

// How wide a column should be in mm.
int wish(const ActivitySource& from, const Column& column)
{
    return std::max(content_width(from, column), heading_width(from.say(column.name)));
}

using Line = std::vector<std::size_t>; // columns that stand beside each other

// Columns that are rated one after the other are weighed together: they stay on one line.
std::size_t end_of_run(const Grid& grid, std::size_t first)
{
    std::size_t end = first + 1;
    while (grid.columns[first].rated && end < grid.columns.size() && grid.columns[end].rated) ++end;
    return end;
}

std::vector<Line> lines_of(const ActivitySource& from, const Grid& grid, int room)
{
    std::vector<int> widths;
    for (const Column& column : grid.columns) widths.push_back(wish(from, column));
    const int all = std::accumulate(widths.begin(), widths.end(), 0);
    room = room * kTight / 100;
    const int lines = std::max(1, (all + room - 1) / room), share = (all + lines - 1) / lines;
    std::vector<Line> made(1);
    int used = 0;
    for (std::size_t c = 0; c < widths.size();) {
        const std::size_t end = end_of_run(grid, c);
        const int width = std::accumulate(widths.begin() + static_cast<std::ptrdiff_t>(c),
                                          widths.begin() + static_cast<std::ptrdiff_t>(end), 0);
        const bool full = used > 0 && (used + width > room || used + width / 2 > share);
        if (full && static_cast<int>(made.size()) < lines) made.emplace_back(), used = 0;
        for (used += width; c < end; ++c) made.back().push_back(c);
    }
    return made;
}

// How many of the units each column of a line gets: all are given away, each by how far the columns so far have come.
std::vector<int> units_of(const ActivitySource& from, const Grid& grid, const Line& line)
{
    int all = 0, passed = 0, given = 0;
    for (const std::size_t c : line) all += wish(from, grid.columns[c]);
    std::vector<int> units;
    for (const std::size_t c : line) {
        passed += wish(from, grid.columns[c]);
        units.push_back(passed * kUnits / all - given);
        given += units.back();
    }
    return units;
}

class GridPage {
  public:
    GridPage(Html& html, const ActivitySource& from, const Activity& activity, std::size_t grid, int width)
        : html_(html), from_(from), activity_(activity), grid_(activity.grids[grid]),
          state_(from.state(activity).grids[grid])
    {
        has_help_ = from.blank && std::any_of(grid_.rows.begin(), grid_.rows.end(),
                                              [](const PreparedRow& row) { return !row.help.ja.empty(); });
        name_ = has_help_ ? kNameWithHelp : kName;
        lines_ = lines_of(from, grid_, width - name_);
        for (const Line& line : lines_) units_.push_back(units_of(from, grid_, line));
    }

    void write()
    {
        write_origin();
        const std::size_t empty = empty_rows();
        if (present_rows(state_) + empty == 0) {
            html_.element("p", "key", activity_words::no_rows.in(from_.language));
            return;
        }
        html_.raw(from_.blank ? "<table class=\"grid write\">\n" : "<table class=\"grid\">\n");
        html_.raw(fmt::format("<colgroup><col style=\"width:{}mm\"><col span=\"{}\"></colgroup>\n", name_, kUnits));
        write_head();
        for (const GridRow& row : state_.rows)
            if (row.present) write_row(row);
        for (std::size_t i = 0; i < empty; ++i) write_empty_row();
        html_.raw("</table>\n");
    }

  private:
    void write_origin()
    {
        if (!grid_.from.exists()) return;
        if (from_.blank)
            html_.element("p", "key", activity_words::may_start_own.in(from_.language));
        else
            html_.element("p", "mark",
                          (state_.origin == Origin::own ? activity_words::own_rows : activity_words::company_rows)
                              .in(from_.language));
    }

    // Lines on which the table writes rows of its own.
    std::size_t empty_rows() const
    {
        if (!from_.blank) return 0;
        if (!grid_.offers.empty() && state_.rows.empty()) return 12;
        return std::min<std::size_t>(grid_.free_rows, state_.rows.empty() ? 5 : 3);
    }

    void write_head()
    {
        html_.raw("<thead>\n");
        for (std::size_t l = 0; l < lines_.size(); ++l) {
            html_.raw("<tr>");
            if (l == 0)
                html_.raw(fmt::format("<th class=\"name\" rowspan=\"{}\">", lines_.size()))
                    .raw(head_words(activity_words::item.in(from_.language), from_.language))
                    .raw("</th>");
            for (std::size_t i = 0; i < lines_[l].size(); ++i)
                html_.raw(fmt::format("<th colspan=\"{}\">", units_[l][i]))
                    .raw(head_words(from_.say(grid_.columns[lines_[l][i]].name), from_.language))
                    .raw("</th>");
            html_.raw("</tr>\n");
        }
        html_.raw("</thead>\n");
    }

    // `cell` writes what is inside of the cell of a column.
    template <class Name, class Cell>
    void write_lines(const Name& name, const Cell& cell)
    {
        html_.raw("<tbody class=\"row\">\n");
        for (std::size_t l = 0; l < lines_.size(); ++l) {
            html_.raw("<tr>");
            if (l == 0) {
                html_.raw(fmt::format("<td class=\"name\" rowspan=\"{}\">", lines_.size()));
                name();
                html_.raw("</td>");
            }
            for (std::size_t i = 0; i < lines_[l].size(); ++i) {
                const std::size_t c = lines_[l][i];
                html_.raw(fmt::format("<td{} colspan=\"{}\">", kind_of(grid_.columns[c]), units_[l][i]));
                cell(c);
                html_.raw("</td>");
            }
            html_.raw("</tr>\n");
        }
        html_.raw("</tbody>\n");
    }

    static const char* kind_of(const Column& column)
    {
        if (column.type == ColumnType::computed) return " class=\"computed\"";
        return column.type == ColumnType::yen || column.type == ColumnType::count ? " class=\"figure\"" : "";
    }

    void write_row(const GridRow& row)
    {
        write_lines(
            [&] {
                html_.text(from_.row_name(activity_, grid_, row));
                const PreparedRow* prepared = find_prepared(grid_, row.id);
                if (has_help_ && prepared && !prepared->help.ja.empty())
                    html_.raw("<span class=\"sub\">").text(from_.say(prepared->help)).raw("</span>");
            },
            [&](std::size_t c) { from_.blank ? write_prepared(row, c) : write_value(row, c); });
    }

    void write_value(const GridRow& row, std::size_t c)
    {
        const std::string words = from_.cell(activity_, grid_, row, c);
        const bool gone = words.empty() && !is_empty(row, c) && grid_.columns[c].type == ColumnType::text;
        if (gone)
            html_.raw("<span class=\"gone\">").text(activity_words::erased.in(from_.language)).raw("</span>");
        else
            html_.text(words);
    }

    // How the company has it, small; below it there is room for what the table decides.
    void write_prepared(const GridRow& row, std::size_t c)
    {
        const std::string words = from_.cell(activity_, grid_, row, c);
        if (!words.empty() && grid_.columns[c].type != ColumnType::computed) {
            html_.raw("<span class=\"now\">").text(activity_words::now.in(from_.language));
            html_.text(words).raw("</span>");
        }
        write_hint(grid_.columns[c]);
    }

    void write_hint(const Column& column)
    {
        const Language language = from_.language;
        std::string hint;
        if (column.type == ColumnType::choice)
            hint = circles(from_, from_.plan().scales[column.scale]);
        else if (column.type == ColumnType::yes_no)
            hint = std::string(activity_words::yes.in(language)) + " ・ " + activity_words::no.in(language);
        else if (column.type == ColumnType::yen)
            hint = Word{"円", "¥"}.in(language);
        else if (column.type == ColumnType::date)
            hint = Word{"　/　/　", " /  / "}.in(language);
        if (!hint.empty()) html_.raw("<span class=\"hint\">").text(hint).raw("</span>");
    }

    void write_empty_row()
    {
        write_lines([&] { html_.raw("<span class=\"sub\">&nbsp;</span>"); },
                    [&](std::size_t c) { write_hint(grid_.columns[c]); });
    }

    Html& html_;
    const ActivitySource& from_;
    const Activity& activity_;
    const Grid& grid_;
    const GridState& state_;
    bool has_help_ = false;
    int name_ = kName;
    std::vector<Line> lines_;
    std::vector<std::vector<int>> units_;
};

} // namespace

void write_grid(Html& html, const ActivitySource& from, const Activity& activity, std::size_t grid, int width)
{
    GridPage(html, from, activity, grid, width).write();
}

bool wants_landscape(const ActivitySource& from, const Activity& activity)
{
    return std::any_of(activity.grids.begin(), activity.grids.end(), [&](const Grid& grid) {
        int all = kName;
        for (const Column& column : grid.columns) all += wish(from, column);
        return all > kUpright * kTight / 100;
    });
}

std::string number_sign(std::size_t place)
{
    constexpr const char* signs[] = {"①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩",
                                     "⑪", "⑫", "⑬", "⑭", "⑮", "⑯", "⑰", "⑱", "⑲", "⑳"};
    return place < std::size(signs) ? signs[place] : fmt::format("({})", place + 1);
}

std::string circles(const ActivitySource& from, const Scale& scale)
{
    std::string all;
    for (const ScaleValue& value : scale.values) all += (all.empty() ? "" : " ・ ") + from.say(value.name);
    return columns(all) <= 15 ? all : std::string{};
}

} // namespace sonae::report
