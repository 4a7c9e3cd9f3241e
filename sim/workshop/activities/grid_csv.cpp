#include "workshop/activities/grid_csv.hpp"

#include "read/csv.hpp"
#include "workshop/activities/cell_words.hpp"
#include "workshop/activities/grid_values.hpp"
#include "workshop/activities/labels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace sonae::workshop {
namespace {

class Import {
  public:
    Import(const Session& session, const GridPlace& place, const TableTexts& texts, const std::string& file,
           read::Diagnostics& told)
        : activity_(*place.activity), grid_(place.activity->grids[place.grid]),
          state_(state_of(session, *place.activity).grids[place.grid]), words_(texts),
          cells_(*session.plan, *place.activity, grid_), file_(file), told_(told)
    {
    }

    GridImport read(const std::vector<read::CsvRow>& rows, const std::vector<int>& lines)
    {
        read_header(rows.front(), lines.front());
        import_.command.activity = activity_.id, import_.command.grid = grid_.id;
        for (std::size_t r = 1; r < rows.size(); ++r) named_.insert(id_of(rows[r]));
        for (std::size_t r = 1; r < rows.size(); ++r) read_row(rows[r], lines[r]);
        return std::move(import_);
    }

  private:
    void fault(int line, std::size_t column, std::string code, std::string ja, std::string en)
    {
        told_.add({file_, line, static_cast<int>(column) + 1}, std::move(code), "", {std::move(ja), std::move(en)});
    }

    // Which of our columns each of theirs is; nothing for what is passed over.
    void read_header(const read::CsvRow& header, int line)
    {
        for (std::size_t c = 0; c < header.size(); ++c) {
            columns_.push_back(header[c].empty() ? std::nullopt : column_called(header[c]));
            if (!columns_.back() && !header[c].empty())
                fault(line, c, "csv.column", fmt::format("「{}」という列はありません", read::shown(header[c])),
                      fmt::format("there is no column '{}'", read::shown(header[c])));
        }
    }
    static constexpr std::size_t kIdColumn = 0xFFFE;
    std::optional<std::size_t> column_called(const std::string& title) const
    {
        if (title == "id" || title == "行") return kIdColumn;
        if (title == "name" || title == "名前" || title == "Name") return kNameColumn;
        for (std::size_t c = 0; c < grid_.columns.size(); ++c)
            if (grid_.columns[c].id == title) return c;
        for (std::size_t c = 0; c < grid_.columns.size(); ++c)
            if (grid_.columns[c].name.ja == title || grid_.columns[c].name.en == title) return c;
        return std::nullopt;
    }

    std::string id_of(const read::CsvRow& cells) const
    {
        for (std::size_t c = 0; c < cells.size() && c < columns_.size(); ++c)
            if (columns_[c] == kIdColumn) return cells[c];
        return {};
    }
    std::string fresh_id()
    {
        for (;; ++fresh_) {
            std::string id = fmt::format("r{}", fresh_);
            if (!find_row(state_, id) && !named_.contains(id)) {
                ++fresh_;
                return id;
            }
        }
    }
    bool can_be(const std::string& id) const
    {
        return find_row(state_, id) || find_prepared(grid_, id) ||
               (free_number(id) > 0 && free_number(id) <= grid_.free_rows);
    }

    void read_row(const read::CsvRow& cells, int line)
    {
        std::string id = id_of(cells);
        if (id.empty()) id = fresh_id();
        if (!can_be(id))
            return fault(line, 0, "csv.row", fmt::format("「{}」という行は、この表に置けません", read::shown(id)),
                         fmt::format("this grid cannot hold a row '{}'", read::shown(id)));
        const GridRow* row = find_row(state_, id);
        if (!read_.insert(id).second)
            return fault(line, 0, "csv.row", fmt::format("「{}」という行が二つあります", id),
                         fmt::format("the row '{}' stands there twice", id));
        if (!row || !row->present) import_.command.adds.push_back(id);
        const GridRow empty{id, true, {}};
        for (std::size_t c = 0; c < cells.size() && c < columns_.size(); ++c)
            if (columns_[c] && *columns_[c] != kIdColumn)
                read_cell(row ? *row : empty, *columns_[c], cells[c], line, c);
    }

    void read_cell(const GridRow& row, std::size_t column, const std::string& text, int line, std::size_t at)
    {
        const bool name = column == kNameColumn;
        if (name && free_number(row.id) == 0) return; // its author named it
        if (name || grid_.columns[column].type == ColumnType::text) return read_text(row, column, text);
        if (grid_.columns[column].type == ColumnType::computed) return;
        const auto value = cells_.read(column, text);
        if (!value)
            return fault(line, at, "csv.value",
                         fmt::format("「{}」は列「{}」に入りません", read::shown(text), grid_.columns[column].name.ja),
                         fmt::format("'{}' does not fit the column '{}'", read::shown(text),
                                     grid_.columns[column].name.in(Language::en)));
        const CellValue* before = value_in(row, column);
        if (before ? *before == *value : std::holds_alternative<std::monostate>(*value)) return;
        import_.command.cells.push_back({row.id, grid_.columns[column].id, *value});
    }
    void read_text(const GridRow& row, std::size_t column, const std::string& text)
    {
        const std::string id = column == kNameColumn ? "name" : grid_.columns[column].id;
        const bool there = !is_empty(row, column);
        if (text.empty() && !there) return;
        // Either language's words are no change: a prepared text goes out in one of them.
        for (const Language language : {Language::ja, Language::en})
            if (there && words_.cell(activity_, grid_, row, column, language) == text) return;
        if (text.empty()) {
            import_.command.cells.push_back({row.id, id, std::monostate{}});
            return;
        }
        import_.command.cells.push_back({row.id, id, Written{}});
        import_.texts[cell_field(activity_.id, grid_.id, row.id, id)] = text;
    }
    const Activity& activity_;
    const Grid& grid_;
    const GridState& state_;
    const TableTexts& words_;
    const CellWords cells_;
    const std::string& file_;
    read::Diagnostics& told_;
    std::vector<std::optional<std::size_t>> columns_;
    std::set<std::string> named_, read_; // rows: by their ids in the file; and those that were read
    std::size_t fresh_ = 1;              // from which number on a new row may be free
    GridImport import_;
};

} // namespace

std::optional<GridPlace> find_grid_place(const Session& session, std::string_view name)
{
    const std::size_t dot = std::min(name.find('.'), name.size());
    const Activity* activity = activity_called(session, name.substr(0, dot));
    if (!activity) return std::nullopt;
    const auto grid = find_grid(*activity, dot < name.size() ? name.substr(dot + 1) : "");
    if (!grid) return std::nullopt;
    return GridPlace{activity, *grid};
}

std::string grid_csv(const Session& session, const GridPlace& place, const TableTexts& texts, Language language)
{
    const Grid& grid = place.activity->grids[place.grid];
    std::vector<read::CsvRow> rows;
    read::CsvRow header{language == Language::ja ? "行" : "id", language == Language::ja ? "名前" : "Name"};
    Labels::Named named{{"id", {"行", "id"}}, {"name", {"名前", "Name"}}};
    for (const Column& column : grid.columns) named.emplace_back(column.id, column.name);
    const Labels titles(std::move(named));
    for (const Column& column : grid.columns) header.push_back(titles.label(column.id, language));
    rows.push_back(std::move(header));
    const CellWords words(*session.plan, *place.activity, grid);
    for (const GridRow& row : state_of(session, *place.activity).grids[place.grid].rows) {
        if (!row.present) continue;
        read::CsvRow cells{row.id, texts.row_name(session, *place.activity, grid, row, language)};
        for (std::size_t c = 0; c < grid.columns.size(); ++c) cells.push_back(words.words(row, c, texts, language));
        rows.push_back(std::move(cells));
    }
    return read::write_csv(rows);
}

std::optional<GridImport> read_grid_csv(const Session& session, const GridPlace& place, const TableTexts& texts,
                                        TableNumber table, std::string_view bytes, const std::string& file,
                                        read::Diagnostics& told)
{
    const std::size_t before = told.count();
    std::vector<int> lines;
    const auto rows = read::parse_csv(bytes, file, told, &lines);
    if (!rows || rows->empty()) {
        if (rows)
            told.add({file, 0, 0}, "csv.syntax", "", {"表に見出しの行がありません", "the table has no row of titles"});
        return std::nullopt;
    }
    GridImport import = Import(session, place, texts, file, told).read(*rows, lines);
    if (told.count() > before) return std::nullopt;
    import.command.table = table;
    return import;
}

} // namespace sonae::workshop
