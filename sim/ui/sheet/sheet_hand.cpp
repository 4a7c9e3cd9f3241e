#include "ui/sheet/sheet_hand.hpp"

#include "base/delimited.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_map>

namespace sonae::ui {
namespace {

constexpr std::size_t kKept = 200; // changes that can be taken back

std::string_view words_at(const SheetRow& row, std::size_t column)
{
    return column == 0 ? std::string_view(row.name) : std::string_view(row.cells[column - 1].words);
}

// Figures by size, whatever stands between their digits; everything else as it is written.
std::optional<std::int64_t> figure_of(std::string_view words)
{
    std::string digits;
    for (const char c : words)
        if (c != ',' && c != ' ') digits += c;
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.empty() || error != std::errc{} || end == digits.data()) return std::nullopt;
    return value;
}

// What a row is sorted by, worked out once.
struct SortKey {
    std::string_view words;
    std::optional<std::int64_t> figure;
};

bool comes_before(const SortKey& l, const SortKey& r)
{
    if (l.figure && r.figure && *l.figure != *r.figure) return *l.figure < *r.figure;
    return l.words < r.words;
}

void sort_order(const Sheet& sheet, SheetScratch& s)
{
    std::vector<SortKey> keys(sheet.rows.size());
    for (const std::size_t r : s.order) {
        const std::string_view words = words_at(sheet.rows[r], *s.sorted_by);
        keys[r] = {words, figure_of(words)};
    }
    std::stable_sort(s.order.begin(), s.order.end(), [&](std::size_t l, std::size_t r) {
        const SortKey &left = keys[l], &right = keys[r];
        if (left.words.empty() != right.words.empty()) return right.words.empty(); // what is empty goes last either way
        return s.descending ? comes_before(right, left) : comes_before(left, right);
    });
}

std::size_t stepped(std::size_t at, int by, std::size_t count)
{
    const auto to = static_cast<std::int64_t>(at) + by;
    return static_cast<std::size_t>(std::clamp<std::int64_t>(to, 0, static_cast<std::int64_t>(count) - 1));
}

} // namespace

SheetHand::SheetHand(const Sheet& sheet, SheetScratch& scratch, std::vector<SheetChange>& out)
    : sheet_(sheet), s_(scratch), out_(out)
{
    order();
    const std::size_t last = rows() == 0 ? 0 : rows() - 1;
    for (SheetPlace* place : {&s_.at, &s_.anchor}) {
        place->row = std::min(place->row, last);
        place->column = std::min(place->column, columns() - 1);
    }
    if (rows() == 0) s_.typed.reset();
    s_.first.row = std::min(s_.first.row, last);
    s_.first.column = std::clamp<std::size_t>(s_.first.column, 1, std::max<std::size_t>(1, columns() - 1));
}

void SheetHand::order()
{
    const bool fresh = s_.ordered_revision == sheet_.revision && s_.ordered_filter == s_.filter &&
                       s_.ordered_by == s_.sorted_by && s_.ordered_descending == s_.descending;
    if (fresh) return;
    const std::string here = rows() == 0 || s_.at.row >= rows() || s_.order[s_.at.row] >= sheet_.rows.size()
                                 ? std::string{}
                                 : row(s_.at.row).id;
    s_.order.clear();
    for (std::size_t r = 0; r < sheet_.rows.size(); ++r)
        if (shows(sheet_.rows[r])) s_.order.push_back(r);
    if (s_.sorted_by && *s_.sorted_by < columns()) sort_order(sheet_, s_);
    s_.ordered_revision = sheet_.revision, s_.ordered_filter = s_.filter;
    s_.ordered_by = s_.sorted_by, s_.ordered_descending = s_.descending;
    // The cursor stays on its row, wherever that went.
    const auto same =
        std::find_if(s_.order.begin(), s_.order.end(), [&](std::size_t r) { return sheet_.rows[r].id == here; });
    const auto place = static_cast<std::size_t>(same - s_.order.begin());
    if (!here.empty() && place < rows() && place != s_.at.row) s_.at.row = s_.anchor.row = place;
}

bool SheetHand::shows(const SheetRow& row) const
{
    if (s_.filter.empty() || row.name.find(s_.filter) != std::string::npos) return true;
    return std::any_of(row.cells.begin(), row.cells.end(),
                       [&](const SheetCell& cell) { return cell.words.find(s_.filter) != std::string::npos; });
}

std::string_view SheetHand::words(SheetPlace place) const
{
    const bool there = place.row < rows() && place.column < columns();
    return there ? words_at(row(place.row), place.column) : std::string_view{};
}

bool SheetHand::can_edit(SheetPlace place) const
{
    if (!sheet_.why_not.empty() || place.row >= rows() || place.column >= columns()) return false;
    return place.column == 0 ? row(place.row).may_name : column(place.column)->kind != CellKind::fixed;
}

std::pair<SheetPlace, SheetPlace> SheetHand::range() const
{
    const auto [top, bottom] = std::minmax(s_.at.row, s_.anchor.row);
    const auto [left, right] = std::minmax(s_.at.column, s_.anchor.column);
    return {{top, left}, {bottom, right}};
}

bool SheetHand::in_range(SheetPlace place) const
{
    const auto [first, last] = range();
    return place.row >= first.row && place.row <= last.row && place.column >= first.column &&
           place.column <= last.column;
}

void SheetHand::go_to(SheetPlace place, bool extends)
{
    if (rows() == 0) return;
    s_.at = {std::min(place.row, rows() - 1), std::min(place.column, columns() - 1)};
    if (!extends) s_.anchor = s_.at;
    s_.left_out = 0;
    keep_in_sight();
}

void SheetHand::move(int down, int right, bool extends)
{
    if (rows() == 0) return;
    go_to({stepped(s_.at.row, down, rows()), stepped(s_.at.column, right, columns())}, extends);
}

void SheetHand::to_edge(int down, int right, bool extends)
{
    move(down * static_cast<int>(rows()), right * static_cast<int>(columns()), extends);
}

void SheetHand::select_all()
{
    if (rows() == 0) return;
    s_.anchor = {0, 0};
    s_.at = {rows() - 1, columns() - 1};
}

void SheetHand::keep_in_sight()
{
    const auto slide = [](std::size_t& first, std::size_t at, std::size_t sight) {
        if (at < first) first = at;
        if (sight > 0 && at >= first + sight) first = at + 1 - sight;
    };
    slide(s_.first.row, s_.at.row, s_.sight.row);
    if (s_.at.column > 0) slide(s_.first.column, s_.at.column, s_.sight.column);
}

void SheetHand::edit()
{
    if (!can_edit(s_.at)) return;
    strike(words(s_.at));
}

void SheetHand::strike(std::string_view struck)
{
    if (!can_edit(s_.at)) return;
    s_.anchor = s_.at;
    s_.typed = std::string(struck);
    s_.typing_begins = true;
    s_.picked = -1;
}

void SheetHand::cancel() { s_.typed.reset(); }

std::string SheetHand::typed_fault() const
{
    const SheetColumn* here = column(s_.at.column);
    if (!s_.typed || here == nullptr || s_.typed->empty() || !sheet_.fault) return {};
    if (s_.picked >= 0) return {};
    return sheet_.fault(*here, *s_.typed);
}

std::vector<std::string_view> SheetHand::fitting_picks() const
{
    std::vector<std::string_view> fitting;
    const SheetColumn* here = column(s_.at.column);
    if (!s_.typed || here == nullptr) return fitting;
    const bool as_it_was = *s_.typed == words(s_.at); // all of them, while nothing was typed over it
    for (const std::string& pick : here->picks)
        if (as_it_was || pick.find(*s_.typed) != std::string::npos) fitting.push_back(pick);
    return fitting;
}

void SheetHand::pick(int step)
{
    const auto count = static_cast<int>(fitting_picks().size());
    if (count == 0) return;
    s_.picked = s_.picked < 0 ? (step > 0 ? 0 : count - 1) : (s_.picked + step + count) % count;
}

bool SheetHand::commit(int down, int right)
{
    if (!s_.typed) return true;
    const auto fitting = fitting_picks();
    if (s_.picked >= 0 && static_cast<std::size_t>(s_.picked) < fitting.size())
        s_.typed = std::string(fitting[static_cast<std::size_t>(s_.picked)]);
    else if (!typed_fault().empty() && fitting.size() == 1)
        s_.typed = std::string(fitting.front()); // only one can have been meant
    s_.picked = -1;
    if (!typed_fault().empty()) return false;
    SheetChange change;
    put(change, s_.at, *s_.typed);
    s_.typed.reset();
    post(std::move(change));
    move(down, right);
    return true;
}

// An edit, where it changes anything.
void SheetHand::put(SheetChange& change, SheetPlace place, std::string_view to) const
{
    if (!can_edit(place) || words(place) == to) return;
    change.edits.push_back(
        {row(place.row).id, place.column == 0 ? std::string(kRowName) : column(place.column)->id, std::string(to)});
}

void SheetHand::clear()
{
    SheetChange change;
    const auto [first, last] = range();
    for (std::size_t r = first.row; r <= last.row && r < rows(); ++r)
        for (std::size_t c = first.column; c <= last.column; ++c)
            if (c > 0) put(change, {r, c}, {});
    post(std::move(change));
}

bool SheetHand::is_tick() const
{
    const SheetColumn* here = column(s_.at.column);
    return here != nullptr && here->kind == CellKind::tick && here->picks.size() == 2;
}

void SheetHand::toggle()
{
    if (!is_tick()) return;
    const SheetColumn* here = column(s_.at.column);
    SheetChange change;
    put(change, s_.at, words(s_.at) == here->picks[0] ? here->picks[1] : here->picks[0]);
    post(std::move(change));
}

std::string SheetHand::copy() const
{
    CellRows cells;
    const auto [first, last] = range();
    for (std::size_t r = first.row; r <= last.row && r < rows(); ++r) {
        auto& line = cells.emplace_back();
        for (std::size_t c = first.column; c <= last.column; ++c) line.emplace_back(words({r, c}));
    }
    return join_cells(cells, '\t', "\r\n");
}

std::size_t SheetHand::paste(std::string_view text)
{
    const CellRows cells = split_cells(text, '\t');
    const auto [first, last] = range();
    const bool fills = cells.size() == 1 && cells[0].size() == 1; // one value fills the whole range
    const std::size_t down = fills ? last.row - first.row + 1 : cells.size();
    std::size_t refused = 0, blank = 0;
    SheetChange change;
    for (std::size_t r = 0; r < down; ++r) {
        const std::size_t at = first.row + r;
        std::string added;
        if (at >= rows()) { // below the last row new ones begin
            if (blank == sheet_.blanks.size() || !sheet_.why_not.empty()) {
                refused += cells[r].size();
                continue;
            }
            added = sheet_.blanks[blank++];
            change.adds.push_back(added);
        }
        const std::size_t across = fills ? last.column - first.column + 1 : cells[r].size();
        for (std::size_t c = 0; c < across; ++c) {
            const SheetPlace place{at, first.column + c};
            const std::string& to = fills ? cells[0][0] : cells[r][c];
            const SheetColumn* here = place.column < columns() ? column(place.column) : nullptr;
            const bool writable = place.column < columns() &&
                                  (added.empty() ? can_edit(place) : here == nullptr || here->kind != CellKind::fixed);
            const bool same = added.empty() && words(place) == to;
            if (same) continue;
            if (!writable || (here && !to.empty() && sheet_.fault && !sheet_.fault(*here, to).empty()))
                ++refused;
            else
                change.edits.push_back(
                    {added.empty() ? row(at).id : added, here ? here->id : std::string(kRowName), to});
        }
    }
    post(std::move(change));
    return refused;
}

SheetChange SheetHand::back_from(const SheetChange& change) const
{
    std::unordered_map<std::string_view, const SheetRow*> rows;
    for (const SheetRow& row : sheet_.rows) rows.emplace(row.id, &row);
    SheetChange back{.adds = change.removes, .removes = change.adds, .edits = {}};
    for (const SheetEdit& edit : change.edits)
        if (const auto row = rows.find(edit.row); row != rows.end()) // a new row leaves with all that it holds
            back.edits.push_back({edit.row, edit.column, words_of(*row->second, edit.column)});
    return back;
}

std::string SheetHand::words_of(const SheetRow& row, std::string_view column) const
{
    if (column == kRowName) return row.name;
    const auto at = std::find_if(sheet_.columns.begin(), sheet_.columns.end(),
                                 [&](const SheetColumn& c) { return c.id == column; });
    return at == sheet_.columns.end() ? std::string{}
                                      : row.cells[static_cast<std::size_t>(at - sheet_.columns.begin())].words;
}

void SheetHand::take(SheetChange change)
{
    if (sheet_.why_not.empty()) post(std::move(change));
}

void SheetHand::post(SheetChange change)
{
    if (change.empty()) return;
    s_.done.push_back({change, back_from(change)});
    if (s_.done.size() > kKept) s_.done.erase(s_.done.begin());
    s_.undone.clear();
    out_.push_back(std::move(change));
}

void SheetHand::undo()
{
    if (!can_undo()) return;
    s_.undone.push_back(std::move(s_.done.back()));
    s_.done.pop_back();
    out_.push_back(s_.undone.back().back);
}

void SheetHand::redo()
{
    if (!can_redo()) return;
    s_.done.push_back(std::move(s_.undone.back()));
    s_.undone.pop_back();
    out_.push_back(s_.done.back().forth);
}

void SheetHand::add(std::string_view row)
{
    if (sheet_.why_not.empty()) post({.adds = {std::string(row)}, .removes = {}, .edits = {}});
}

bool SheetHand::add_blank()
{
    if (sheet_.blanks.empty() || !sheet_.why_not.empty()) return false;
    add(sheet_.blanks.front());
    return true;
}

bool SheetHand::can_remove() const
{
    const auto [first, last] = range();
    if (rows() == 0 || !sheet_.why_not.empty()) return false;
    for (std::size_t r = first.row; r <= last.row; ++r)
        if (!row(r).may_leave) return false;
    return true;
}

void SheetHand::remove()
{
    if (!can_remove()) return;
    SheetChange change;
    const auto [first, last] = range();
    for (std::size_t r = first.row; r <= last.row; ++r) change.removes.push_back(row(r).id);
    post(std::move(change));
}

void SheetHand::sort(std::size_t column)
{
    if (s_.sorted_by != column) {
        s_.sorted_by = column, s_.descending = false;
    } else if (!s_.descending) {
        s_.descending = true;
    } else {
        s_.sorted_by.reset();
    }
    order();
    keep_in_sight();
}

void SheetHand::filter(std::string words)
{
    s_.filter = std::move(words);
    order();
    s_.first.row = 0;
    go_to({rows() == 0 ? 0 : std::min(s_.at.row, rows() - 1), s_.at.column});
}

} // namespace sonae::ui
