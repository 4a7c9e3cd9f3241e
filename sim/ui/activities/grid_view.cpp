#include "ui/activities/grid_view.hpp"

#include "workshop/activities/cell_words.hpp"
#include "workshop/activities/grid_values.hpp"

#include <algorithm>
#include <unordered_map>

namespace sonae::ui {
namespace {

using namespace workshop;

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

SheetColumn sheet_column(const SessionSource& from, const Grid& grid, std::size_t at, const CellWords& words)
{
    const Column& column = grid.columns[at];
    SheetColumn made{.id = column.id,
                     .title = from.say(column.name),
                     .help = from.say(column.help),
                     .kind = kind_for(column, from.seat),
                     .width = width_of(column),
                     .picks = {}};
    if (column.type != ColumnType::computed) made.picks = words.to_choose(at, from.language());
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

SheetCell sheet_cell(const SessionSource& from, const Grid& grid, const CellWords& words, const GridRow& row,
                     std::size_t column)
{
    SheetCell cell;
    const Column& known = grid.columns[column];
    const int seat = known.rated || known.type == ColumnType::computed ? from.seat : 0;
    cell.words = words.words(row, column, from.texts, from.language(), seat);
    if (!known.rated || from.seat > 0) return cell;
    const Ratings ratings = ratings_of(from.plan(), grid, row, column);
    if (ratings.differ) cell.aside = spread_of(ratings), cell.tone = Tone::warn;
    return cell;
}

SheetRow sheet_row(const SessionSource& from, const Activity& activity, const Grid& grid, const CellWords& words,
                   const GridState& state, const GridRow& row)
{
    SheetRow made{.id = row.id,
                  .name = from.texts.row_name(from.session(), activity, grid, row, from.language()),
                  .may_name = free_number(row.id) > 0 && from.seat == 0,
                  .may_leave = !stays(grid, state, row.id) && from.seat == 0,
                  .cells = {}};
    for (std::size_t c = 0; c < grid.columns.size(); ++c) made.cells.push_back(sheet_cell(from, grid, words, row, c));
    return made;
}

// The rows of the view before that may stay as they are, by what they were made from.
using KeptRows = std::unordered_map<const GridRow*, SheetRow*>;

KeptRows rows_to_keep(const SessionSource& from, const Activity& activity, const Grid& grid, GridView* before)
{
    KeptRows kept;
    const bool same = before && before->activity == activity.id && before->grid == grid.id &&
                      before->made.plan == from.session().plan && before->made.seat == from.seat &&
                      before->made.language == from.language();
    for (std::size_t r = 0; same && r < before->made.rows.size(); ++r)
        kept.emplace(before->made.rows[r].get(), &before->sheet.rows[r]);
    return kept;
}

void add_rows(const SessionSource& from, const Activity& activity, const Grid& grid, const GridState& state,
              const CellWords& words, const KeptRows& kept, GridView& view)
{
    for (std::size_t r = 0; r < state.rows.size(); ++r) {
        const GridRow& row = state.rows[r];
        if (!row.present) continue;
        const auto same = kept.find(&row);
        view.sheet.rows.push_back(same != kept.end() ? std::move(*same->second)
                                                     : sheet_row(from, activity, grid, words, state, row));
        view.made.rows.push_back(state.rows.shared(r));
    }
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
    for (std::size_t n = 1; n <= grid.free_rows; ++n)
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

GridView make_grid_view(const SessionSource& from, const Activity& activity, std::size_t place, std::uint64_t revision,
                        GridView* before)
{
    const Grid& grid = activity.grids[place];
    const GridState& state = state_of(from.session(), activity).grids[place];
    const KeptRows kept = rows_to_keep(from, activity, grid, before);
    const auto words = std::make_shared<const CellWords>(from.plan(), activity, grid);
    GridView view{activity.id, grid.id,
                  {},          origin_words(from, state),
                  grid.rated,  {from.session().plan, from.seat, from.language(), {}}};
    Sheet& sheet = view.sheet;
    sheet.corner = from.say(grid.name);
    sheet.revision = revision;
    sheet.why_not = from.why_not;
    for (std::size_t c = 0; c < grid.columns.size(); ++c) sheet.columns.push_back(sheet_column(from, grid, c, *words));
    add_rows(from, activity, grid, state, *words, kept, view);
    if (from.seat == 0) add_rows_to_come(from, grid, state, sheet);
    // The plan is kept alive by what asks it.
    sheet.fault = [plan = from.session().plan, words, &grid, &s = from.s](const SheetColumn& column,
                                                                          std::string_view typed) {
        const std::size_t at = *find_column(grid, column.id);
        return words->read(at, std::string(typed)) ? std::string{} : fault_words(s, grid.columns[at].type);
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
    const CellWords words(from.plan(), activity, grid);
    for (const SheetEdit& edit : change.edits) {
        const bool name = edit.column == kRowName;
        const std::string column = name ? "name" : edit.column;
        const std::size_t at = *find_column(grid, column);
        const bool text = name || grid.columns[at].type == ColumnType::text;
        const auto value =
            name ? CellValue{edit.words.empty() ? CellValue{} : CellValue{Written{}}} : words.read(at, edit.words);
        if (!value) continue; // the sheet lets no such words through
        command.cells.push_back({edit.row, column, *value});
        if (text && !edit.words.empty()) texts[cell_field(view.activity, view.grid, edit.row, column)] = edit.words;
    }
    return {std::move(command), std::move(texts)};
}

SheetChange change_of(const Session& session, const GridPlace& place, const GridImport& import, const TableTexts& texts,
                      Language language)
{
    const Activity& activity = *place.activity;
    const Grid& grid = activity.grids[place.grid];
    const CellWords words(*session.plan, activity, grid);
    SheetChange change{.adds = import.command.adds, .removes = import.command.removes, .edits = {}};
    for (const CellEntry& cell : import.command.cells) {
        const std::size_t column = *find_column(grid, cell.column);
        const bool name = column == kNameColumn;
        SheetEdit edit{cell.row, name ? std::string(kRowName) : cell.column, {}};
        if (const auto text = import.texts.find(cell_field(activity.id, grid.id, cell.row, cell.column));
            text != import.texts.end())
            edit.words = text->second;
        else if (!name && !std::holds_alternative<std::monostate>(cell.value))
            edit.words = words.words({cell.row, true, {{{column, 0}, {cell.value, 0}}}}, column, texts, language);
        change.edits.push_back(std::move(edit));
    }
    return change;
}

} // namespace sonae::ui
