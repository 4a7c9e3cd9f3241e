#include "ui/activities/grid_view.hpp"

#include "workshop/activities/cell_words.hpp"
#include "workshop/activities/grid_values.hpp"

#include <algorithm>

namespace sonae::ui {
namespace {

using namespace workshop;

constexpr std::size_t kBlanks = 40; // new rows that one paste may begin

CellKind kind_of(const Column& column)
{
    switch (column.type) {
    case ColumnType::choice: return CellKind::pick;
    case ColumnType::person: return column.most == 1 ? CellKind::pick : CellKind::words;
    case ColumnType::yes_no: return CellKind::tick;
    case ColumnType::count:
    case ColumnType::yen: return CellKind::figure;
    case ColumnType::date: return CellKind::day;
    case ColumnType::row:
    case ColumnType::text: return CellKind::words;
    case ColumnType::computed: break;
    }
    return CellKind::fixed;
}

float width_of(const Column& column)
{
    switch (column.type) {
    case ColumnType::text: return 240;
    case ColumnType::person: return column.most == 1 ? 150 : 220;
    case ColumnType::choice: return 110;
    case ColumnType::date:
    case ColumnType::yen: return 130;
    default: return 100;
    }
}

// A person alone gives values in rated columns; the table in all.
CellKind kind_for(const Column& column, int seat)
{
    return seat > 0 && !column.rated ? CellKind::fixed : kind_of(column);
}

SheetColumn sheet_column(const SessionSource& from, const Column& column)
{
    SheetColumn made{.id = column.id,
                     .title = from.say(column.name),
                     .help = from.say(column.help),
                     .kind = kind_for(column, from.seat),
                     .width = width_of(column),
                     .picks = {}};
    if (column.type != ColumnType::computed) made.picks = words_to_choose(from.session(), column, from.language());
    if (column.type == ColumnType::text) made.max_bytes = column.most * 4;
    return made;
}

// "1–3" where raters differ: lowest and highest.
std::string spread_of(const Ratings& ratings)
{
    std::int64_t low = ratings.given.front().second, high = low;
    for (const auto& [seat, value] : ratings.given) low = std::min(low, value), high = std::max(high, value);
    return std::to_string(low) + "–" + std::to_string(high);
}

SheetCell sheet_cell(const SessionSource& from, const Activity& activity, const Grid& grid, const GridRow& row,
                     std::size_t column)
{
    SheetCell cell;
    const Column& known = grid.columns[column];
    const int seat = known.rated || known.type == ColumnType::computed ? from.seat : 0;
    cell.words = cell_words(from.session(), activity, grid, row, column, from.texts, from.language(), seat);
    if (!known.rated || from.seat > 0) return cell;
    const Ratings ratings = ratings_of(from.plan(), grid, row, column);
    if (ratings.differ) cell.aside = spread_of(ratings), cell.tone = Tone::warn;
    return cell;
}

SheetRow sheet_row(const SessionSource& from, const Activity& activity, const Grid& grid, const GridState& state,
                   const GridRow& row)
{
    SheetRow made{.id = row.id,
                  .name = from.texts.row_name(from.session(), activity, grid, row, from.language()),
                  .may_name = free_number(row.id) > 0 && from.seat == 0,
                  .may_leave = !stays(grid, state, row.id) && from.seat == 0,
                  .cells = {}};
    for (std::size_t c = 0; c < grid.columns.size(); ++c)
        made.cells.push_back(sheet_cell(from, activity, grid, row, c));
    return made;
}

bool is_there(const GridState& state, std::string_view row)
{
    const GridRow* found = find_row(state, row);
    return found != nullptr && found->present;
}

void add_rows_to_come(const SessionSource& from, const Grid& grid, const GridState& state, Sheet& sheet)
{
    for (const PreparedRow& offer : grid.offers)
        if (!is_there(state, offer.id)) sheet.offers.push_back({offer.id, from.say(offer.name)});
    for (std::size_t n = 1; n <= grid.free_rows && sheet.blanks.size() < kBlanks; ++n)
        if (const std::string id = "r" + std::to_string(n); !is_there(state, id)) sheet.blanks.push_back(id);
}

std::string fault_words(const Strings& s, ColumnType type)
{
    switch (type) {
    case ColumnType::person: return s("grid.fault.person");
    case ColumnType::count:
    case ColumnType::yen: return s("grid.fault.figure");
    case ColumnType::date: return s("grid.fault.date");
    case ColumnType::row: return s("grid.fault.row");
    default: return s("grid.fault.choice");
    }
}

std::string origin_words(const SessionSource& from, const GridState& state)
{
    switch (state.origin) {
    case Origin::own: return from.s("grid.origin.own");
    case Origin::company: return from.s("grid.origin.company");
    case Origin::prepared: break;
    }
    return {};
}

} // namespace

GridView make_grid_view(const SessionSource& from, const Activity& activity, std::size_t place, std::uint64_t revision)
{
    const Grid& grid = activity.grids[place];
    const GridState& state = state_of(from.session(), activity).grids[place];
    GridView view{activity.id, grid.id, {}, origin_words(from, state), grid.rated};
    Sheet& sheet = view.sheet;
    sheet.corner = from.say(grid.name);
    sheet.revision = revision;
    sheet.why_not = from.why_not;
    for (const Column& column : grid.columns) sheet.columns.push_back(sheet_column(from, column));
    for (const GridRow& row : state.rows)
        if (row.present) sheet.rows.push_back(sheet_row(from, activity, grid, state, row));
    if (from.seat == 0) add_rows_to_come(from, grid, state, sheet);
    // The session is kept alive by what asks it.
    sheet.fault = [session = from.table.session, &grid, &s = from.s](const SheetColumn& column,
                                                                     std::string_view words) {
        const Column& known = grid.columns[*find_column(grid, column.id)];
        return read_cell_words(*session, known, std::string(words)) ? std::string{} : fault_words(s, known.type);
    };
    return view;
}

InSession command_of(const SessionSource& from, const GridView& view, const SheetChange& change)
{
    const Activity& activity = *activity_called(from.session(), view.activity);
    const Grid& grid = activity.grids[*find_grid(activity, view.grid)];
    SetCells command{.table = from.table.number,
                     .activity = view.activity,
                     .grid = view.grid,
                     .seat = from.seat,
                     .adds = change.adds,
                     .removes = change.removes,
                     .cells = {}};
    std::map<std::string, std::string> texts;
    for (const SheetEdit& edit : change.edits) {
        const bool name = edit.column == kRowName;
        const std::string column = name ? "name" : edit.column;
        const bool text = name || grid.columns[*find_column(grid, column)].type == ColumnType::text;
        const auto value = name ? CellValue{edit.words.empty() ? CellValue{} : CellValue{Written{}}}
                                : read_cell_words(from.session(), grid.columns[*find_column(grid, column)], edit.words);
        if (!value) continue; // the sheet lets no such words through
        command.cells.push_back({edit.row, column, *value});
        if (text && !edit.words.empty()) texts[cell_field(view.activity, view.grid, edit.row, column)] = edit.words;
    }
    return {std::move(command), std::move(texts)};
}

} // namespace sonae::ui
