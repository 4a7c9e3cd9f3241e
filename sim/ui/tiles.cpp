#include "ui/tiles.hpp"

#include "ui/buttons.hpp"

#include <imgui_internal.h>

#include <cmath>

namespace sonae::ui {
namespace {

struct InjectSizes {
    float padding, width, head, title, words, height;
};

TextStyle words_style(bool open) { return open ? kBody.in(Color::ink2) : kBody.in(Color::ink2).lines(2); }
TextStyle title_style(bool open) { return open ? kBold : kBold.lines(2); }

InjectSizes measure_inject(Ui& ui, const InjectCard& card, float width)
{
    InjectSizes s{};
    s.padding = ui.theme.px(kGap12);
    s.width = width - 2 * s.padding;
    s.head = ui.theme.line_height(Type::caption);
    s.title = measure(ui, card.title, title_style(card.open), s.width).y;
    s.words = card.words.empty() ? 0 : measure(ui, card.words, words_style(card.open), s.width).y;
    s.height = std::ceil(s.head + s.title + s.words + 2 * ui.theme.px(kGap8));
    return s;
}

// Channel, sender and time from the left; how severe it is at the right, in bars alone where its word leaves no room.
void draw_inject_head(Ui& ui, const InjectCard& card, ImVec2 at, float width)
{
    const Theme& t = ui.theme;
    const float line = t.line_height(Type::caption);
    const float icon = t.size(Type::caption);
    const float bar = std::round(icon * 0.75f);
    const float left = at.x + icon + t.px(kGap8);
    const float time = std::ceil(measure(ui, card.time, kCaption.figures()).x);
    const float least = 4 * icon + t.px(kGap8) + time; // a short sender and the time
    float right = at.x + width;
    if (card.severity > 0) {
        right -= severity_width(bar);
        draw_severity(ui, {right, std::round(at.y + (line - bar) / 2)}, bar, card.severity, Color::ink2);
        const float word = std::ceil(measure(ui, card.severity_word, kCaption).x);
        if (right - word - t.px(kGap4 + kGap8) - left >= least) {
            right -= word + t.px(kGap4);
            draw_text(ui, {right, at.y}, card.severity_word, kCaption);
        }
        right -= t.px(kGap8);
    }
    draw_icon(ui, card.channel, {at.x + icon / 2, at.y + line / 2}, icon, Color::ink2);
    const float room = right - left - time - t.px(kGap8);
    const Rect sender = draw_text(ui, {left, at.y}, card.sender, kCaption.lines(1), room);
    draw_text(ui, {sender.right() + t.px(kGap8), at.y}, card.time, kCaption.figures());
}

} // namespace

bool inject_card(Ui& ui, std::string_view name, const InjectCard& card)
{
    const ImVec2 cursor = ImGui::GetCursorScreenPos();
    const InjectSizes s = measure_inject(ui, card, ImGui::GetContentRegionAvail().x);
    const Rect at{cursor.x, cursor.y, s.width + 2 * s.padding, s.height};
    const Pressed p = press_area(ui, name, at);
    draw_box(ui, at, p.hovered ? Color::raised : Color::panel, p.hovered ? Color::rule : Color::line);
    if (card.unread) {
        const float inset = ui.theme.hairline();
        draw_box(ui, {at.x, at.y + inset, ui.theme.px(kGap4), at.h - 2 * inset}, Color::accent, Color::none, 2);
    }
    float y = at.y + ui.theme.px(kGap8);
    const float x = at.x + s.padding;
    draw_inject_head(ui, card, {x, y}, s.width);
    y += s.head;
    y += draw_text(ui, {x, y}, card.title, title_style(card.open), s.width).h;
    if (!card.words.empty()) draw_text(ui, {x, y}, card.words, words_style(card.open), s.width);
    ImGui::ItemSize(ImVec2(at.w, at.h));
    return p.pressed;
}

void draw_sparkline(Ui& ui, const Rect& at, std::span<const Point> series, std::int64_t from, std::int64_t to,
                    Color color)
{
    if (series.empty() || to <= from) return;
    std::int64_t low = series.front().value;
    std::int64_t high = low;
    for (const Point& p : series) low = std::min(low, p.value), high = std::max(high, p.value);
    const float span = static_cast<float>(std::max<std::int64_t>(1, high - low));
    const float stroke = std::max(1.5f, ui.theme.px(2));
    const auto x_of = [&](std::int64_t time) {
        const auto inside = static_cast<float>(std::clamp(time, from, to) - from);
        return std::round(at.x + inside / static_cast<float>(to - from) * at.w);
    };
    // A series that never changed is a line in the middle: neither bottom nor top.
    const auto y_of = [&](std::int64_t value) {
        const float share = high == low ? 0.5f : static_cast<float>(value - low) / span;
        return std::round(at.bottom() - stroke - share * (at.h - 2 * stroke));
    };
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (std::size_t i = 0; i < series.size(); ++i) {
        const bool is_last = i + 1 == series.size();
        if (!is_last && series[i + 1].at <= from) continue;
        const float y = y_of(series[i].value);
        const float x = x_of(series[i].at);
        const float right = is_last ? x_of(to) : x_of(series[i + 1].at);
        list.AddRectFilled({x, y - stroke / 2}, {right, y + stroke / 2}, ui.theme(color));
        if (is_last) continue;
        const float next = y_of(series[i + 1].value);
        const float top = std::min(y, next) - stroke / 2;
        const float bottom = std::max(y, next) + stroke / 2;
        list.AddRectFilled({right - stroke / 2, top}, {right + stroke / 2, bottom}, ui.theme(color));
    }
}

namespace {

std::string change_words(const IndicatorTile& tile)
{
    std::string words;
    if (tile.direction == Change::up) words = "▲ ";
    if (tile.direction == Change::down) words = "▼ ";
    words.append(tile.change);
    if (!tile.change.empty() && !tile.cause.empty()) words.append("　");
    return words.append(tile.cause);
}

} // namespace

void indicator_tile(Ui& ui, const IndicatorTile& tile)
{
    const Theme& t = ui.theme;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float chart = tile.series.empty() ? 0 : std::min(t.px(120), width * 0.34f);
    const float words = width - chart - (chart > 0 ? t.px(kGap12) : 0);
    const Color figure = tile.figure_tone == Tone::plain ? Color::ink : ink_of(tile.figure_tone);
    float y = at.y + t.px(kGap8);
    y += draw_text(ui, {at.x, y}, tile.caption, kCaption, words).h;
    const Rect drawn = draw_text(ui, {at.x, y}, tile.figure, kFigure.in(figure), words);
    if (chart > 0) {
        const Rect line{at.x + width - chart, at.y + t.px(kGap12), chart, drawn.bottom() - at.y - t.px(kGap16)};
        draw_sparkline(ui, line, tile.series, tile.from, tile.to, fill_of(tile.tone));
    }
    y = drawn.bottom();
    const std::string change = change_words(tile);
    if (!change.empty()) y += draw_text(ui, {at.x, y}, change, kCaption.in(ink_of(tile.tone)), width).h;
    ImGui::Dummy({width, std::ceil(y + t.px(kGap8) - at.y)});
}

} // namespace sonae::ui
