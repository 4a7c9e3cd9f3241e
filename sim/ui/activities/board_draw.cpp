#include "ui/activities/board_hand.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace sonae::ui {
namespace {

constexpr float kColumn = 236;     // design pixels: no narrower
constexpr float kLeastBoard = 260; // no lower, where there is any choice
constexpr float kMostGaps = 0.3f;  // of the height

// --- cards

struct CardSizes {
    float rank = 0, words = 0, name = 0, text = 0, facts = 0, stale = 0, seats = 0, buttons = 0, height = 0;
};

TextStyle text_style(bool open) { return open ? kCaption : kCaption.lines(2); }

CardSizes measure_card(BoardDrawing& d, const CardView& card, float width, bool ordered, bool held)
{
    const Theme& t = d.ui.theme;
    CardSizes c;
    c.rank = ordered ? std::ceil(measure(d.ui, "00", kBold.figures()).x) + t.px(kGap4) : 0;
    c.words = width - 2 * t.px(kGap12) - c.rank;
    c.name = measure(d.ui, card.name, kBold, c.words).y;
    if (!card.text.empty()) c.text = measure(d.ui, card.text, text_style(held), c.words).y;
    if (!card.facts.empty()) c.facts = measure(d.ui, card.facts, kCaption.strong(), c.words).y;
    if (!card.stale.empty()) c.stale = measure(d.ui, card.stale, kCaption, c.words - t.px(kGap24)).y;
    if (!card.seats.empty()) c.seats = measure(d.ui, card.seats, kCaption, c.words).y;
    if (held && ordered) c.buttons = button_size(d.ui, "").y + t.px(kGap8);
    c.height = std::ceil(c.name + c.text + c.facts + c.stale + c.seats + c.buttons + 2 * t.px(kGap8));
    return c;
}

// Up and down in a place with an order, for the mouse.
void draw_order_buttons(BoardDrawing& d, const CardView& card, const PlaceView& place, std::size_t n, ImVec2 at)
{
    const ImVec2 size = button_size(d.ui, "");
    const std::string_view first = n == 0 ? std::string_view(d.s("board.first")) : d.view.why_not;
    const std::string_view last = n + 1 == place.cards.size() ? std::string_view(d.s("board.last")) : d.view.why_not;
    const std::size_t to = find_lying(d.view, card.id).place;
    if (button_at(d.ui, "board.up", {at.x, at.y, size.x, size.y}, "", {.why_not = first, .icon = Icon::up}))
        move_card(d, card.id, to, n - 1);
    const float x = at.x + size.x + d.ui.theme.px(kGap8);
    if (button_at(d.ui, "board.down", {x, at.y, size.x, size.y}, "", {.why_not = last, .icon = Icon::down}))
        move_card(d, card.id, to, n + 1);
}

void draw_words(BoardDrawing& d, const CardView& card, const CardSizes& c, ImVec2 at, bool held)
{
    const Theme& t = d.ui.theme;
    draw_text(d.ui, at, card.name, kBold, c.words);
    at.y += c.name;
    if (c.text > 0) draw_text(d.ui, at, card.text, text_style(held), c.words);
    at.y += c.text;
    if (c.facts > 0) draw_text(d.ui, at, card.facts, kCaption.strong(), c.words);
    at.y += c.facts;
    if (c.stale > 0) {
        const float icon = t.px(kGap16);
        draw_icon(d.ui, Icon::warning, {at.x + icon / 2, at.y + t.line_height(Type::caption) / 2}, icon, Color::warn);
        draw_text(d.ui, {at.x + t.px(kGap24), at.y}, card.stale, kCaption.in(Color::warn), c.words - t.px(kGap24));
    }
    at.y += c.stale;
    if (c.seats > 0) draw_text(d.ui, at, card.seats, kCaption.in(Color::accent), c.words);
}

void draw_card(BoardDrawing& d, const PlaceView& place, std::size_t n)
{
    const Theme& t = d.ui.theme;
    const CardView& card = d.view.cards[place.cards[n]];
    const bool held = card.id == d.scratch.held;
    const CardSizes c = measure_card(d, card, width_left(), place.ordered, held);
    const Rect at = take_place(c.height);
    const Pressed p = press_area(d.ui, card_control(card.id), at);
    ImGui::SetItemAllowOverlap(); // the buttons that lie on it
    draw_box(d.ui, at,
             held        ? Color::accent_soft
             : p.hovered ? Color::panel
                         : Color::raised,
             held        ? Color::accent
             : p.hovered ? Color::rule
                         : Color::line,
             kRadius, held ? 2.f : 1.f);
    const float x = at.x + t.px(kGap12), y = at.y + t.px(kGap8);
    if (place.ordered) draw_text(d.ui, {x, y}, std::to_string(n + 1), kBold.figures().in(Color::accent));
    draw_words(d, card, c, {x + c.rank, y}, held);
    if (c.buttons > 0)
        draw_order_buttons(d, card, place, n, {x + c.rank, at.bottom() - t.px(kGap8) - button_size(d.ui, "").y});
    if (!p.pressed) return;
    if (held)
        put_down_card(d);
    else
        hold_card(d, card.id);
}

// --- places

TextStyle help_style() { return kCaption.lines(2); }

void draw_place_head(BoardDrawing& d, std::size_t p, const Rect& at, bool chooses)
{
    const PlaceView& place = d.view.places[p];
    const Theme& t = d.ui.theme;
    const std::string title = place_mark(p) + "　" + place.name;
    const float line = t.line_height(Type::body);
    const std::string& count = place.over.empty() ? place.count : place.over;
    const TextStyle style = place.over.empty() ? kCaption : kCaption.strong().in(Color::serious);
    const float right = std::ceil(measure(d.ui, count, style).x) + 1;
    const float icon = place.over.empty() ? 0 : t.px(kGap24);
    draw_text_in(d.ui, {at.x, at.y, at.w - right - icon - t.px(kGap8), line}, title, kBold.lines(1));
    draw_text_in(d.ui, {at.right() - right, at.y, right, line}, count, style);
    if (icon > 0)
        draw_icon(d.ui, Icon::warning, {at.right() - right - icon / 2, at.y + line / 2}, t.px(kGap16), Color::serious);
    const Rect under{at.x, at.y + line + t.px(kGap4), at.w, at.h - line - t.px(kGap4)};
    if (!chooses) return void(draw_text(d.ui, under.min(), place.help, help_style(), at.w));
    const std::string mark = place_mark(p);
    const ButtonLook look{.hint = mark, .why_not = d.view.why_not, .width = at.w};
    const std::string name = "board.place." + (place.id.empty() ? std::string("hand") : place.id);
    if (button_at(d.ui, name, {under.x, under.y, at.w, button_size(d.ui, "").y}, d.s("board.here"), look))
        move_card(d, d.scratch.held, p);
}

void draw_place(BoardDrawing& d, std::size_t p, const Rect& at)
{
    const PlaceView& place = d.view.places[p];
    const Theme& t = d.ui.theme;
    begin_card(d.ui, "place" + std::to_string(p), at, {.padding = kGap12});
    const ImVec2 start = cursor();
    Rect inside{start.x, start.y, width_left(), height_left()};
    const float under = std::max(button_size(d.ui, "").y, 2 * t.line_height(Type::caption));
    const bool chooses = !d.scratch.held.empty() && find_lying(d.view, d.scratch.held).place != p;
    draw_place_head(d, p, inside.cut_top(t.line_height(Type::body) + t.px(kGap4) + under, t.px(kGap8)), chooses);
    move_to(inside.min());
    begin_scroll(d.ui, "cards", inside.w, std::max(inside.h, t.px(kTarget)));
    for (std::size_t n = 0; n < place.cards.size(); ++n) {
        if (n > 0) gap(d.ui, kGap8);
        draw_card(d, place, n);
    }
    if (place.cards.empty())
        text(d.ui, p == 0 ? d.s("board.hand.empty") : d.s("board.place.empty"), kCaption.in(Color::ink3));
    end_scroll(d.ui);
    end_card(d.ui);
}

// As many places as fit beside the hand; the others come with their buttons, or with the card that is moved there.
void draw_places(BoardDrawing& d, HeadLine& head, Rect at)
{
    const Theme& t = d.ui.theme;
    const std::size_t all = d.view.places.size() - 1;
    const auto fit =
        static_cast<std::size_t>(std::max(1.f, std::floor((at.w + t.px(kGap12)) / (t.px(kColumn) + t.px(kGap12))) - 1));
    const std::size_t shown = std::min(all, fit);
    if (!d.scratch.held.empty())
        if (const std::size_t p = find_lying(d.view, d.scratch.held).place; p > 0)
            d.scratch.first = std::clamp(d.scratch.first, p >= shown ? p - shown + 1 : 1, p);
    d.scratch.first = std::clamp(d.scratch.first, std::size_t{1}, all - shown + 1);
    if (shown < all) {
        const std::string_view first = d.scratch.first == 1 ? std::string_view(d.s("board.places.first")) : "";
        const std::string_view last = d.scratch.first + shown > all ? std::string_view(d.s("board.places.last")) : "";
        if (head_button(d.ui, head, "board.places.back", d.s("board.places.back"), {.why_not = first}))
            --d.scratch.first;
        if (head_button(d.ui, head, "board.places.next", d.s("board.places.next"), {.why_not = last}))
            ++d.scratch.first;
    }
    const Rect rest = below(d.ui, head);
    at.h -= rest.y - at.y, at.y = rest.y;
    const auto columns = static_cast<int>(shown) + 1;
    draw_place(d, 0, at.column(0, columns, t.px(kGap12)));
    for (int c = 1; c < columns; ++c)
        draw_place(d, d.scratch.first + static_cast<std::size_t>(c) - 1, at.column(c, columns, t.px(kGap12)));
}

// --- around them

float budget_height(BoardDrawing& d, float width)
{
    if (d.view.budget.words.empty()) return 0;
    return measure(d.ui, d.view.budget.words, kBold, width - d.ui.theme.px(80)).y + d.ui.theme.px(kGap8) +
           (d.view.budget.whole > 0 ? d.ui.theme.px(kGap12) : 0) + d.ui.theme.px(kGap8);
}

void draw_budget(BoardDrawing& d, const Rect& at)
{
    const Theme& t = d.ui.theme;
    const BudgetView& budget = d.view.budget;
    draw_box(d.ui, at, budget.over ? Color::serious_soft : Color::panel, budget.over ? Color::serious : Color::line);
    Rect inside{at.x + t.px(kGap16), at.y + t.px(kGap8), at.w - t.px(kGap32), at.h - t.px(kGap16)};
    if (budget.over) {
        const float icon = t.px(kGap16);
        draw_icon(d.ui, Icon::warning, {inside.x + icon / 2, inside.y + t.line_height(Type::body) / 2}, icon,
                  Color::serious);
        inside.cut_left(icon, t.px(kGap8));
    }
    const float words =
        draw_text(d.ui, inside.min(), budget.words, kBold.in(budget.over ? Color::serious : Color::ink), inside.w).h;
    if (budget.whole <= 0) return;
    const Rect bar{inside.x, inside.y + words + t.px(kGap4), inside.w, t.px(kGap8)};
    if (!budget.over) return draw_share(d.ui, bar, budget.spent, budget.whole, Tone::accent);
    // The whole is what is spent; the budget is the part that was there for it.
    draw_share(d.ui, bar, 1, 1, Tone::serious);
    const float share = static_cast<float>(budget.whole) / static_cast<float>(budget.spent);
    draw_box(d.ui, {bar.x, bar.y, bar.w * share, bar.h}, Color::accent, Color::none, kGap4);
    draw_line(d.ui, {bar.x + bar.w * share, bar.y - t.px(2)}, {bar.x + bar.w * share, bar.bottom() + t.px(2)},
              Color::ink, 2);
}

void draw_gaps(BoardDrawing& d, const Rect& at)
{
    const Theme& t = d.ui.theme;
    const std::string count = d.s.format("board.gaps.count", {{"count", std::to_string(d.view.gaps.size())}});
    begin_card(d.ui, "gaps", at, {.padding = kGap12});
    begin_scroll(d.ui, "rows");
    const float from = cursor().y;
    if (d.view.gaps.empty())
        text(d.ui, d.s("board.gaps.none"), kCaption);
    else
        text(d.ui, count, kBold.in(Color::serious));
    for (const GapView& open : d.view.gaps) {
        gap(d.ui, kGap4);
        const ImVec2 start = cursor();
        const float icon = t.px(kGap16), left = t.px(kGap24), room = width_left() - left;
        const float name = measure(d.ui, open.name, kBold, room).y;
        const float words = open.text.empty() ? 0 : measure(d.ui, open.text, kCaption, room).y;
        draw_icon(d.ui, Icon::warning, {start.x + icon / 2, start.y + t.line_height(Type::body) / 2}, icon,
                  Color::serious);
        draw_text(d.ui, {start.x + left, start.y}, open.name, kBold, room);
        if (words > 0) draw_text(d.ui, {start.x + left, start.y + name}, open.text, kCaption, room);
        take_place(name + words);
    }
    d.scratch.gaps_height = cursor().y - from;
    end_scroll(d.ui);
    end_card(d.ui);
}

std::string what_to_do(const BoardDrawing& d)
{
    if (d.scratch.held.empty()) return d.s("board.todo");
    const PlaceOfCard at = find_lying(d.view, d.scratch.held);
    const std::string& name = d.view.cards[d.view.places[at.place].cards[at.position]].name;
    return d.view.places[at.place].ordered ? d.s.format("board.todo.ordered", {{"card", name}})
                                           : d.s.format("board.todo.held", {{"card", name}});
}

// Budget above, gaps and what to do below; what is left is for the places.
void draw_all(BoardDrawing& d, const Rect& at)
{
    const Theme& t = d.ui.theme;
    HeadLine head(at);
    if (d.view.personal) head_seats(d.ui, d.s, head, "board", d.view.seat, d.scratch.sits_at);
    head_seal(d.ui, d.s, head, "board", d.view.seal, {d.view.table, d.view.activity, !d.view.seal.shown}, d.out);
    Rect rest = below(d.ui, head);
    if (const float budget = budget_height(d, rest.w); budget > 0)
        draw_budget(d, rest.cut_top(std::ceil(budget), t.px(kGap12)));
    const std::string todo = what_to_do(d);
    const float line = measure(d.ui, todo, kCaption, rest.w).y;
    const Rect below_all = rest.cut_bottom(line, t.px(kGap8));
    draw_text(d.ui, below_all.min(), todo, kCaption, below_all.w);
    if (d.view.has_pairs) {
        const float wanted = d.scratch.gaps_height + 2 * t.px(kGap12);
        const float most = std::max(t.px(kTarget) + t.px(kGap24), at.h * kMostGaps);
        draw_gaps(d, rest.cut_bottom(std::ceil(std::min(wanted, most)), t.px(kGap12)));
    }
    HeadLine places(rest);
    draw_places(d, places, rest);
}

} // namespace

void draw_board(Ui& ui, const Strings& s, const BoardView& view, BoardScratch& scratch, Rect at, Intents& out)
{
    if (view.cards.empty() || view.places.size() < 2) {
        begin_card(ui, "board", at);
        empty_state(ui, s("board.empty"), s("board.empty.todo"));
        return end_card(ui);
    }
    if (scratch.activity != view.activity) scratch = {.activity = view.activity, .gaps_height = scratch.gaps_height};
    BoardDrawing d{ui, s, view, scratch, out};
    follow_held_card(d);
    // Where the window is low, all of it scrolls rather than shrink the places to nothing.
    const float least = ui.theme.px(kLeastBoard) + ui.theme.px(kLeastBoard);
    if (at.h >= least) {
        draw_all(d, at);
    } else {
        move_to(at.min());
        begin_scroll(ui, "board", at.w, at.h);
        draw_all(d, take_place(least));
        end_scroll(ui);
    }
    take_card_keys(d); // once it is known which card has the focus
}

} // namespace sonae::ui
