#include "ui/sheet/sheet_view.hpp"

#include "ui/sheet/sheet_keys.hpp"

#include <imgui_internal.h>

#include <cmath>

namespace sonae::ui {
namespace {

constexpr float kNames = 220, kRow = 34, kTrack = 12, kOffers = 340; // design pixels
constexpr int kWheelRows = 3;

// Everything that one drawing shares.
struct SheetDrawing {
    Ui& ui;
    const Strings& s;
    std::string_view name;
    const Sheet& sheet;
    SheetScratch& scratch;
    SheetHand hand;
    std::vector<float> widths; // window pixels, of all columns; the first is that of the names
    Rect head, body;
    float row_height = 0;

    std::string widget(std::string_view part) const { return std::string(name).append(".").append(part); }
    std::size_t shown_columns() const // in sight beside the names
    {
        return std::min(scratch.sight.column, hand.columns() - scratch.first.column);
    }
    std::size_t shown_rows() const { return std::min(scratch.sight.row, hand.rows() - scratch.first.row); }
    float left_of(std::size_t column) const
    {
        float x = body.x;
        if (column == 0) return x;
        x += widths[0];
        for (std::size_t c = scratch.first.column; c < column; ++c) x += widths[c];
        return x;
    }
    Rect cell(SheetPlace place) const
    {
        return {left_of(place.column), body.y + row_height * static_cast<float>(place.row - scratch.first.row),
                widths[place.column], row_height};
    }
    bool in_sight(SheetPlace place) const
    {
        const bool across = place.column == 0 || (place.column >= scratch.first.column &&
                                                  place.column < scratch.first.column + shown_columns());
        return across && place.row >= scratch.first.row && place.row < scratch.first.row + shown_rows();
    }
};

// Columns as wide as their author says, wider where there is room for all of them.
void lay_out_columns(SheetDrawing& d, float room)
{
    const Theme& t = d.ui.theme;
    d.widths = {std::round(std::min(t.px(kNames), room * 0.3f))};
    float sum = 0;
    for (const SheetColumn& column : d.sheet.columns) sum += std::min(t.px(column.width), room - d.widths[0]);
    const float left = room - d.widths[0];
    const float factor = sum > 0 && sum < left ? left / sum : 1;
    for (const SheetColumn& column : d.sheet.columns)
        d.widths.push_back(std::floor(std::min(t.px(column.width) * factor, left)));
    std::size_t fit = 0;
    float x = 0;
    for (std::size_t c = d.scratch.first.column; c < d.widths.size() && x + d.widths[c] <= left + 1; ++c, ++fit)
        x += d.widths[c];
    // With the last column in sight, those before it come in as far as there is room.
    while (d.scratch.first.column > 1 && d.scratch.first.column + fit == d.widths.size() &&
           x + d.widths[d.scratch.first.column - 1] <= left + 1)
        x += d.widths[--d.scratch.first.column], ++fit;
    d.scratch.sight.column = std::max<std::size_t>(1, fit);
}

void lay_out_rows(SheetDrawing& d)
{
    d.row_height = std::round(std::max(d.ui.theme.px(kRow), d.ui.theme.line_height(Type::body) + 2));
    d.scratch.sight.row = std::max<std::size_t>(1, static_cast<std::size_t>(d.body.h / d.row_height));
    const std::size_t most = d.hand.rows() > d.scratch.sight.row ? d.hand.rows() - d.scratch.sight.row : 0;
    d.scratch.first.row = std::min(d.scratch.first.row, most);
}

// --- tools

void draw_tools(SheetDrawing& d, Rect bar)
{
    Ui& ui = d.ui;
    const auto tool = [&](std::string_view part, std::string_view label, std::string_view why, Icon icon = Icon::none) {
        const ButtonLook look{.why_not = why, .icon = icon};
        const Rect at = bar.cut_left(button_size(ui, label, look).x, ui.theme.px(kGap8));
        return button_at(ui, d.widget(part), at, label, look);
    };
    const std::string_view locked = d.sheet.why_not;
    const auto why = [&](bool can, std::string_view reason) {
        return !locked.empty() ? locked : can ? std::string_view{} : reason;
    };
    if (tool("undo", d.s("sheet.undo"), why(d.hand.can_undo(), d.s("sheet.undo.none")))) d.hand.undo();
    if (tool("redo", d.s("sheet.redo"), why(d.hand.can_redo(), d.s("sheet.redo.none")))) d.hand.redo();
    const bool may_add = !d.sheet.offers.empty() || !d.sheet.blanks.empty();
    if (may_add || d.scratch.adding)
        if (tool("add", d.s("sheet.add"), why(may_add, d.s("sheet.add.none")))) {
            if (d.sheet.offers.empty())
                d.hand.add_blank();
            else
                d.scratch.adding = !d.scratch.adding;
        }
    if (may_add || d.hand.can_remove())
        if (tool("remove", d.s("sheet.remove"), why(d.hand.can_remove(), d.s("sheet.remove.fixed")))) d.hand.remove();
    move_to(bar.cut_right(std::min(bar.w, ui.theme.px(260))).min());
    std::string words = d.scratch.filter;
    if (text_field(ui, d.widget("filter"), words,
                   {.hint = d.s("sheet.filter"), .width = std::min(bar.w, ui.theme.px(260))})
            .changed)
        d.hand.filter(words);
}

// What stands in the cell at hand, whole; or why what is typed can't stand there.
void draw_at_hand(SheetDrawing& d, Rect at)
{
    const std::string place = d.hand.rows() == 0
                                  ? d.s("sheet.empty")
                                  : d.s.format("sheet.place", {{"row", std::to_string(d.scratch.at.row + 1)},
                                                               {"rows", std::to_string(d.hand.rows())}});
    draw_text_in(d.ui, at.cut_right(measure(d.ui, place, kCaption).x + 1, d.ui.theme.px(kGap16)), place, kCaption);
    if (d.hand.rows() == 0) return;
    const SheetColumn* column = d.hand.column(d.scratch.at.column);
    const std::string title = column == nullptr ? d.sheet.corner : column->title;
    draw_text_in(d.ui, at.cut_left(measure(d.ui, title, kBold).x + 1, d.ui.theme.px(kGap12)), title, kBold);
    const std::string fault = d.hand.typed_fault();
    if (!fault.empty()) return (void)draw_text_in(d.ui, at, fault, kBody.in(Color::serious).lines(1));
    if (d.scratch.left_out > 0)
        return (void)draw_text_in(d.ui, at,
                                  d.s.format("sheet.left_out", {{"count", std::to_string(d.scratch.left_out)}}),
                                  kBody.in(Color::warn).lines(1));
    const std::string words(d.hand.words(d.scratch.at));
    if (!words.empty() && !d.scratch.typed) return (void)draw_text_in(d.ui, at, words, kBody.lines(1));
    if (column != nullptr) draw_text_in(d.ui, at, column->help, kBody.in(Color::ink2).lines(1));
}

// --- cells

void draw_head(SheetDrawing& d)
{
    const auto head = [&](std::size_t column, std::string_view title) {
        const Rect at{d.left_of(column), d.head.y, d.widths[column], d.head.h};
        const Pressed p = press_area(d.ui, d.widget("head." + std::to_string(column)), at);
        if (p.hovered) draw_box(d.ui, at, Color::raised, Color::none, 0);
        if (p.pressed) d.hand.sort(column);
        Rect words = at.shrunk(d.ui.theme.px(kGap8));
        if (d.scratch.sorted_by == column) {
            const std::string_view arrow = d.scratch.descending ? "▼" : "▲";
            draw_text_in(d.ui, words.cut_right(measure(d.ui, arrow, kCaption).x + 1), arrow,
                         kCaption.in(Color::accent));
        }
        const TextStyle style = kCaption.strong().in(Color::ink).lines(2);
        const float height = measure(d.ui, title, style, words.w).y;
        draw_text(d.ui, {words.x, at.y + (at.h - height) / 2}, title, style, words.w);
    };
    draw_box(d.ui, d.head, Color::raised, Color::none, 0);
    head(0, d.sheet.corner);
    for (std::size_t i = 0; i < d.shown_columns(); ++i)
        head(d.scratch.first.column + i, d.sheet.columns[d.scratch.first.column + i - 1].title);
    draw_line(d.ui, {d.head.x, d.head.bottom()}, {d.head.right(), d.head.bottom()}, Color::rule);
}

void draw_cell(SheetDrawing& d, SheetPlace place)
{
    const Rect at = d.cell(place);
    const SheetRow& row = d.hand.row(place.row);
    const SheetColumn* column = d.hand.column(place.column);
    const SheetCell* cell = column == nullptr ? nullptr : &row.cells[place.column - 1];
    const bool chosen = d.scratch.has_keys && d.hand.in_range(place) && !(d.scratch.at == d.scratch.anchor);
    const bool fixed = !d.hand.can_edit(place);
    const Color ground = chosen                              ? Color::accent_soft
                         : cell && cell->tone != Tone::plain ? soft_of(cell->tone)
                         : fixed || place.column == 0        ? Color::raised
                                                             : Color::panel;
    draw_box(d.ui, at, ground, Color::none, 0);
    Rect words{at.x + d.ui.theme.px(kGap8), at.y, at.w - d.ui.theme.px(kGap16), at.h};
    if (cell && !cell->aside.empty()) {
        const TextStyle aside = kCaption.in(ink_of(cell->tone)).figures();
        draw_text_in(d.ui, words.cut_right(measure(d.ui, cell->aside, aside).x + 1, d.ui.theme.px(kGap4)), cell->aside,
                     aside);
    }
    const bool figure = column != nullptr && column->kind == CellKind::figure;
    TextStyle style = (place.column == 0 ? kBold : kBody).lines(1);
    if (figure) style = style.figures().right();
    const std::string_view shown = cell ? std::string_view(cell->words) : std::string_view(row.name);
    draw_text_in(d.ui, words, shown, style);
}

void draw_grid_lines(SheetDrawing& d)
{
    const float bottom = d.body.y + d.row_height * static_cast<float>(d.shown_rows());
    for (std::size_t r = 1; r <= d.shown_rows(); ++r) {
        const float y = d.body.y + d.row_height * static_cast<float>(r);
        draw_line(d.ui, {d.body.x, y}, {d.body.right(), y}, Color::line);
    }
    float x = d.body.x + d.widths[0];
    draw_line(d.ui, {x, d.head.y}, {x, bottom}, Color::rule);
    for (std::size_t i = 0; i < d.shown_columns(); ++i) {
        x += d.widths[d.scratch.first.column + i];
        draw_line(d.ui, {x, d.head.y}, {x, bottom}, Color::line);
    }
}

void draw_cells(SheetDrawing& d)
{
    const SheetPlace hidden = d.scratch.at;
    for (std::size_t r = 0; r < d.shown_rows(); ++r) {
        const std::size_t row = d.scratch.first.row + r;
        const auto draw = [&](std::size_t column) {
            if (!d.scratch.typed || !(hidden == SheetPlace{row, column})) draw_cell(d, {row, column});
        };
        draw(0);
        for (std::size_t i = 0; i < d.shown_columns(); ++i) draw(d.scratch.first.column + i);
    }
    draw_grid_lines(d);
    if (d.hand.rows() == 0) {
        const std::string_view why = d.scratch.filter.empty() ? d.s("sheet.empty.todo") : d.s("sheet.filtered.todo");
        const float pad = d.ui.theme.px(kGap16);
        draw_text(d.ui, {d.body.x + pad, d.body.y + pad}, why, kBody.in(Color::ink2).by_phrase(), d.body.w - 2 * pad);
    }
    if (d.scratch.has_keys && !d.scratch.typed && d.hand.rows() > 0 && d.in_sight(d.scratch.at))
        draw_box(d.ui, d.cell(d.scratch.at), Color::none, Color::accent, 0, 2);
}

// Where the rows in sight stand among all.
void draw_track(SheetDrawing& d, const Rect& track)
{
    if (d.hand.rows() <= d.scratch.sight.row) return;
    const auto all = static_cast<float>(d.hand.rows());
    const float height = std::max(d.ui.theme.px(kGap24), track.h * static_cast<float>(d.scratch.sight.row) / all);
    const auto most = static_cast<float>(d.hand.rows() - d.scratch.sight.row);
    const Pressed p = press_area(d.ui, d.widget("track"), track);
    if (p.held) {
        const float at = (ImGui::GetIO().MousePos.y - track.y - height / 2) / std::max(1.f, track.h - height);
        d.scratch.first.row = static_cast<std::size_t>(std::clamp(at, 0.f, 1.f) * most + 0.5f);
    }
    const float y = track.y + (track.h - height) * static_cast<float>(d.scratch.first.row) / most;
    draw_box(d.ui, {track.x + d.ui.theme.px(3), y, track.w - d.ui.theme.px(6), height}, Color::rule, Color::none, 3);
}

// --- hands

SheetPlace under_mouse(const SheetDrawing& d)
{
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const auto down = static_cast<std::int64_t>((mouse.y - d.body.y) / d.row_height);
    SheetPlace place{d.scratch.first.row + static_cast<std::size_t>(std::clamp<std::int64_t>(
                                               down, 0, static_cast<std::int64_t>(d.shown_rows()) - 1)),
                     0};
    for (std::size_t i = 0; i < d.shown_columns(); ++i)
        if (mouse.x >= d.left_of(d.scratch.first.column + i)) place.column = d.scratch.first.column + i;
    return place;
}

void take_mouse(SheetDrawing& d, const Pressed& p)
{
    SheetScratch& scratch = d.scratch;
    const ImGuiIO& io = ImGui::GetIO();
    const bool clicked = ImGui::IsMouseClicked(ImGuiMouseButton_Left);
    if (clicked && !p.hovered && !scratch.typed) scratch.has_keys = false;
    if (p.hovered && io.MouseWheel != 0 && d.hand.rows() > scratch.sight.row) {
        const auto most = static_cast<std::int64_t>(d.hand.rows() - scratch.sight.row);
        const auto to =
            static_cast<std::int64_t>(scratch.first.row) - static_cast<std::int64_t>(io.MouseWheel * kWheelRows);
        scratch.first.row = static_cast<std::size_t>(std::clamp<std::int64_t>(to, 0, most));
    }
    if (d.hand.rows() == 0) return;
    if (p.hovered && clicked) {
        if (scratch.typed && !d.hand.commit(0, 0)) return;
        scratch.has_keys = scratch.drags = true;
        d.hand.go_to(under_mouse(d), io.KeyShift);
        if (ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) d.hand.edit();
    } else if (scratch.drags && io.MouseDown[0] && !scratch.typed) {
        d.hand.go_to(under_mouse(d), true);
    }
    if (!io.MouseDown[0]) scratch.drags = false;
}

void draw_picks(SheetDrawing& d, const Rect& field)
{
    const auto picks = d.hand.fitting_picks();
    if (picks.empty()) return;
    const float height = d.row_height * static_cast<float>(picks.size());
    const float screen = ImGui::GetIO().DisplaySize.y;
    const bool below = field.bottom() + height <= screen;
    const Rect list{field.x, below ? field.bottom() : std::max(0.f, field.y - height), field.w, height};
    begin_layer(d.ui, d.widget("picks"), list);
    draw_box(d.ui, list, Color::panel, Color::rule, 0);
    for (std::size_t i = 0; i < picks.size(); ++i) {
        const Rect at = list.row(static_cast<int>(i), static_cast<int>(picks.size()));
        const std::string part = "pick." + std::to_string(i);
        if (list_row(d.ui, d.widget(part), at, static_cast<int>(i) == d.scratch.picked).pressed) {
            d.scratch.picked = static_cast<int>(i);
            d.hand.commit(1, 0);
            break;
        }
        draw_text_in(d.ui, {at.x + d.ui.theme.px(kGap12), at.y, at.w - d.ui.theme.px(kGap24), at.h}, picks[i],
                     kBody.lines(1));
    }
    end_layer(d.ui);
}

// The cell at hand as a field; wider than the cell where that is narrow.
void draw_typing(SheetDrawing& d, bool was_typing)
{
    SheetScratch& scratch = d.scratch;
    if (!scratch.typed || !d.in_sight(scratch.at)) return;
    if (was_typing) carry_out_typing_keys(d.hand, scratch); // the key that opened the cell does not close it
    if (!scratch.typed) return;
    const Rect cell = d.cell(scratch.at);
    const float width = std::min(std::max(cell.w, d.ui.theme.px(240)), d.body.w);
    const Rect field{std::min(cell.x, d.body.right() - width), cell.y, width, cell.h};
    begin_layer(d.ui, d.widget("cell"), {field.x, field.y, field.w, std::max(field.h, d.ui.theme.px(kTarget))});
    const SheetColumn* column = d.hand.column(scratch.at.column);
    // Until the field has its cursor, and in the frame in which it gets it, letters would be lost or stand in front.
    if (scratch.typing_begins) *scratch.typed += take_struck_words();
    const FieldEvent event = text_field(d.ui, d.widget("field"), *scratch.typed,
                                        {.width = field.w,
                                         .max_bytes = column == nullptr ? 200 : column->max_bytes,
                                         .take_focus = scratch.typing_begins,
                                         .caret_at_end = scratch.typing_begins});
    end_layer(d.ui);
    if (event.active)
        scratch.typing_begins = false;
    else if (!scratch.typing_begins)
        d.hand.commit(0, 0); // the cursor went elsewhere
    if (event.changed) scratch.picked = -1;
    if (scratch.typed) draw_picks(d, field);
}

// Rows that may be added by name, and a new one.
void draw_offers(SheetDrawing& d, const Rect& at)
{
    begin_card(d.ui, d.widget("offers"), at, {.title = d.s("sheet.add.title"), .scrolls = true});
    if (!d.sheet.blanks.empty() &&
        button(d.ui, d.widget("add.blank"), d.s("sheet.add.blank"), {.role = Role::secondary}))
        d.hand.add_blank();
    gap(d.ui, kGap8);
    for (const SheetOffer& offer : d.sheet.offers) {
        if (action_row(d.ui, d.widget("add." + offer.id), {.title = offer.name, .label = d.s("sheet.add.this")}))
            d.hand.add(offer.id);
        separator(d.ui);
    }
    if (d.sheet.offers.empty()) text(d.ui, d.s("sheet.add.all"), kCaption);
    end_card(d.ui);
}

void take_keys(SheetDrawing& d, const Pressed& p)
{
    SheetScratch& scratch = d.scratch;
    if (p.focused) scratch.has_keys = true;
    if (scratch.has_keys && !scratch.typed && !d.ui.is_typing()) carry_out_keys(d.hand, scratch);
    if (scratch.has_keys || scratch.typed) d.ui.hold_keys();
}

} // namespace

void draw_sheet(Ui& ui, const Strings& s, std::string_view name, const Sheet& sheet, SheetScratch& scratch, Rect at,
                std::vector<SheetChange>& out)
{
    const Theme& t = ui.theme;
    SheetDrawing d{ui, s, name, sheet, scratch, SheetHand(sheet, scratch, out), {}, {}, {}};
    draw_tools(d, at.cut_top(t.px(kTarget), t.px(kGap8)));
    if (scratch.adding) draw_offers(d, at.cut_right(std::min(t.px(kOffers), at.w * 0.4f), t.px(kGap12)));
    draw_at_hand(d, at.cut_top(t.line_height(Type::body), t.px(kGap8)));
    const Rect track = at.cut_right(t.px(kTrack));
    lay_out_columns(d, at.w);
    const float used = [&] {
        float x = d.widths[0];
        for (std::size_t i = 0; i < d.shown_columns(); ++i) x += d.widths[scratch.first.column + i];
        return x;
    }();
    d.head = {at.x, at.y, used, std::round(2 * t.line_height(Type::caption) + t.px(kGap8))};
    d.body = {at.x, d.head.bottom(), used, at.bottom() - d.head.bottom()};
    lay_out_rows(d);
    const bool was_typing = scratch.typed.has_value();
    const Pressed p = press_area(ui, d.widget("cells"), d.body);
    take_mouse(d, p);
    take_keys(d, p);
    draw_head(d);
    draw_cells(d);
    draw_track(d, {track.x, d.body.y, track.w, d.body.h});
    draw_typing(d, was_typing);
}

} // namespace sonae::ui
