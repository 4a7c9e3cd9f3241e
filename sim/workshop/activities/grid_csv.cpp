#include "workshop/activities/grid_csv.hpp"

#include "base/text.hpp"
#include "read/csv.hpp"
#include "workshop/activities/grid_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace sonae::workshop {
namespace {

constexpr std::string_view kBetween = "、"; // persons of one cell

// A thing by what people call it, as long as only one is called so; else by its id. Reads both, in either language.
class Labels {
  public:
    void add(const std::string& id, const Localized& name) { all_.push_back({id, name}); }
    std::string label(const std::string& id, Language language) const
    {
        for (const auto& [known, name] : all_)
            if (known == id) return usable(name.in(language)) ? name.in(language) : id;
        return id;
    }
    std::optional<std::string> id(const std::string& text) const
    {
        for (const auto& [id, name] : all_)
            if (id == text) return id;
        for (const auto& [id, name] : all_)
            if (fold(name.ja) == fold(text) || (!name.en.empty() && fold(name.en) == fold(text))) return id;
        return std::nullopt;
    }

  private:
    bool usable(const std::string& text) const
    {
        const auto same = std::count_if(all_.begin(), all_.end(), [&](const auto& other) {
            return fold(other.second.ja) == fold(text) || fold(other.second.en) == fold(text) || other.first == text;
        });
        return same == 1 && text.find(kBetween) == std::string::npos;
    }
    std::vector<std::pair<std::string, Localized>> all_;
};

Labels labels_of(const Session& session, const Column& column)
{
    Labels labels;
    const SessionPlan& plan = *session.plan;
    if (column.type == ColumnType::choice || column.op == ComputedOp::band)
        for (const ScaleValue& value : plan.scales[column.scale].values) labels.add(value.id, value.name);
    if (column.type == ColumnType::yes_no) labels.add("yes", {"はい", "Yes"}), labels.add("no", {"いいえ", "No"});
    if (column.type == ColumnType::person) {
        for (const auto& person : plan.company.people) labels.add(person.id, person.name);
        if (column.contacts)
            for (const auto& contact : plan.company.contacts) labels.add(contact.id, contact.name);
    }
    return labels;
}

std::string shown_value(const Session& session, const Activity& activity, const Grid& grid, const GridRow& row,
                        std::size_t column, const TableTexts& texts, Language language)
{
    const Column& known = grid.columns[column];
    const SessionPlan& plan = *session.plan;
    switch (known.type) {
    case ColumnType::text: return texts.cell(activity, grid, row, column, language);
    case ColumnType::date:
    case ColumnType::row: {
        const auto names = names_in(row, column);
        return names.empty() ? "" : names[0];
    }
    case ColumnType::person: {
        std::string people;
        for (const std::string& person : names_in(row, column))
            people += (people.empty() ? "" : std::string(kBetween)) + labels_of(session, known).label(person, language);
        return people;
    }
    default: break;
    }
    if (known.type == ColumnType::choice || known.type == ColumnType::yes_no || known.op == ComputedOp::band) {
        const std::string id = value_id(plan, grid, row, column);
        return id.empty() ? id : labels_of(session, known).label(id, language);
    }
    const auto number = number_in(plan, grid, row, column);
    return number ? std::to_string(*number) : "";
}

class Import {
  public:
    Import(const Session& session, const GridPlace& place, const TableTexts& texts, const std::string& file,
           read::Diagnostics& told)
        : session_(session), activity_(*place.activity), grid_(place.activity->grids[place.grid]),
          state_(state_of(session, *place.activity).grids[place.grid]), words_(texts), file_(file), told_(told)
    {
    }

    GridImport read(const std::vector<read::CsvRow>& rows, const std::vector<int>& lines)
    {
        read_header(rows.front(), lines.front());
        import_.command.activity = activity_.id, import_.command.grid = grid_.id;
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
        for (std::size_t n = 1;; ++n) {
            const std::string id = fmt::format("r{}", n);
            const auto& adds = import_.command.adds;
            if (!find_row(state_, id) && std::find(adds.begin(), adds.end(), id) == adds.end()) return id;
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
        if (!row || !row->present) {
            auto& adds = import_.command.adds;
            if (std::find(adds.begin(), adds.end(), id) != adds.end())
                return fault(line, 0, "csv.row", fmt::format("「{}」という行が二つあります", id),
                             fmt::format("the row '{}' stands there twice", id));
            adds.push_back(id);
        }
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
        const auto value = value_of(grid_.columns[column], text);
        if (!value || !fits(*session_.plan, grid_.columns[column], *value))
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
    std::optional<CellValue> value_of(const Column& column, const std::string& text) const
    {
        if (text.empty()) return CellValue{};
        switch (column.type) {
        case ColumnType::count:
        case ColumnType::yen: {
            std::int64_t number = 0;
            const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
            if (error != std::errc{} || end != text.data() + text.size() || number > 1'000'000'000'000)
                return std::nullopt;
            return CellValue{number};
        }
        case ColumnType::date:
        case ColumnType::row: return CellValue{std::vector<std::string>{text}};
        case ColumnType::person: return people_of(column, text);
        default: break;
        }
        const auto id = labels_of(session_, column).id(text);
        if (!id) return std::nullopt;
        if (column.type == ColumnType::yes_no) return CellValue{*id == "yes"};
        return CellValue{std::vector<std::string>{*id}};
    }
    std::optional<CellValue> people_of(const Column& column, std::string_view text) const
    {
        const Labels labels = labels_of(session_, column);
        std::vector<std::string> people;
        for (std::size_t begin = 0; begin <= text.size();) {
            const std::size_t end = std::min(text.find(kBetween, begin), text.size());
            const auto id = labels.id(std::string(text.substr(begin, end - begin)));
            if (!id) return std::nullopt;
            people.push_back(*id);
            begin = end + kBetween.size();
        }
        return CellValue{people};
    }

    const Session& session_;
    const Activity& activity_;
    const Grid& grid_;
    const GridState& state_;
    const TableTexts& words_;
    const std::string& file_;
    read::Diagnostics& told_;
    std::vector<std::optional<std::size_t>> columns_;
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
    Labels titles;
    titles.add("id", {"行", "id"}), titles.add("name", {"名前", "Name"});
    for (const Column& column : grid.columns) titles.add(column.id, column.name);
    for (const Column& column : grid.columns) header.push_back(titles.label(column.id, language));
    rows.push_back(std::move(header));
    for (const GridRow& row : state_of(session, *place.activity).grids[place.grid].rows) {
        if (!row.present) continue;
        read::CsvRow cells{row.id, texts.row_name(session, *place.activity, grid, row, language)};
        for (std::size_t c = 0; c < grid.columns.size(); ++c)
            cells.push_back(shown_value(session, *place.activity, grid, row, c, texts, language));
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
