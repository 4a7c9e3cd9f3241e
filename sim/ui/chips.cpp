// Small things beside words: countdown, process chip, host label, tag, share bar.
#include "ui/tiles.hpp"

#include <cmath>

namespace sonae::ui {
namespace {

constexpr int kRunningOut = 200; // permille: the last fifth

void draw_ring(Ui& ui, ImVec2 center, float size, int left_permille, Color color)
{
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float stroke = std::max(2.f, size / 8);
    const float radius = (size - stroke) / 2;
    list.AddCircle(center, radius, ui.theme(Color::line), 64, stroke);
    const int left = std::clamp(left_permille, 0, 1000);
    if (left == 0) return;
    const float from = -kPi / 2;
    list.PathArcTo(center, radius, from, from + 2 * kPi * static_cast<float>(left) / 1000.f, 64);
    list.PathStroke(ui.theme(color), 0, stroke);
}

TextStyle countdown_style(Type type, bool running_out)
{
    TextStyle style{.type = type, .bold = true, .tabular = true};
    return style.in(running_out ? Color::warn : Color::ink);
}

} // namespace

Rect draw_countdown(Ui& ui, ImVec2 at, const Countdown& view, float design_size, Type type)
{
    const float size = std::round(ui.theme.px(design_size));
    const bool running_out = view.left_permille < kRunningOut;
    const TextStyle style = countdown_style(type, running_out);
    const float height = std::max(size, ui.theme.line_height(type));
    draw_ring(ui, {at.x + size / 2, at.y + height / 2}, size, view.left_permille,
              running_out ? Color::warn_fill : Color::accent);
    float right = at.x + size + ui.theme.px(design_size * 0.3f);
    const float top = at.y + (height - ui.theme.line_height(type)) / 2;
    right = draw_text(ui, {right, top}, view.words, style).right();
    if (!view.caption.empty()) {
        const float small = at.y + (height - ui.theme.line_height(Type::caption)) / 2;
        right = draw_text(ui, {right + ui.theme.px(kGap8), small}, view.caption, kCaption).right();
    }
    return {at.x, at.y, right - at.x, height};
}

void countdown(Ui& ui, const Countdown& view, float design_size)
{
    const Rect drawn = draw_countdown(ui, ImGui::GetCursorScreenPos(), view, design_size);
    ImGui::Dummy({drawn.w, drawn.h});
}

float chip_height(const Ui& ui) { return std::ceil(std::max(ui.theme.px(28), ui.theme.line_height(Type::caption))); }

namespace {

struct ChipSizes {
    float bar, bar_height, name, word, width;
};

ChipSizes measure_chip(Ui& ui, const ProcessChip& chip)
{
    ChipSizes s{};
    s.bar = std::round(ui.theme.px(20));
    s.bar_height = std::round(ui.theme.px(8));
    s.name = std::ceil(measure(ui, chip.name, kCaption).x);
    s.word = std::ceil(measure(ui, chip.word, kCaption.strong()).x);
    s.width = 2 * ui.theme.px(kGap12) + s.bar + s.name + s.word + 2 * ui.theme.px(kGap8);
    return s;
}

} // namespace

float process_chip_width(Ui& ui, const ProcessChip& chip) { return measure_chip(ui, chip).width; }

Rect draw_process_chip(Ui& ui, ImVec2 at, const ProcessChip& chip, float width)
{
    const ChipSizes s = measure_chip(ui, chip);
    const float height = chip_height(ui);
    const Rect box{at.x, at.y, width > 0 ? width : s.width, height};
    const Tone tone = tone_of(chip.running);
    const bool runs = chip.running == Running::full;
    draw_box(ui, box, runs ? Color::panel : soft_of(tone), runs ? Color::line : fill_of(tone),
             height / 2 / ui.theme.scale);
    float x = box.x + ui.theme.px(kGap12);
    draw_running_bar(ui, chip.running, {x, std::round(box.y + (height - s.bar_height) / 2), s.bar, s.bar_height});
    x += s.bar + ui.theme.px(kGap8);
    const float top = box.y + (height - ui.theme.line_height(Type::caption)) / 2;
    const float room = box.right() - ui.theme.px(kGap12) - s.word - ui.theme.px(kGap8) - x;
    const Rect name =
        draw_text(ui, {x, top}, chip.name, kCaption.in(Color::ink).lines(1), std::max(room, s.name * 0.3f) + 1);
    draw_text(ui, {name.right() + ui.theme.px(kGap8), top}, chip.word, kCaption.strong().in(ink_of(tone)));
    return box;
}

Rect draw_host_label(Ui& ui, ImVec2 at, HostMark mark, std::string_view name, std::string_view word)
{
    const float size = std::round(ui.theme.px(18));
    const float line = ui.theme.line_height(Type::caption);
    const float height = std::max(size, line);
    const bool healthy = mark == HostMark::healthy;
    draw_host(ui, mark, {at.x + size / 2, at.y + height / 2}, size);
    const float top = at.y + (height - line) / 2;
    const TextStyle style = kCaption.in(healthy ? Color::ink : ink_of(tone_of(mark)));
    Rect drawn = draw_text(ui, {at.x + size + ui.theme.px(kGap8), top}, name, style);
    if (!word.empty()) drawn = draw_text(ui, {drawn.right() + ui.theme.px(kGap8), top}, word, style.strong());
    return {at.x, at.y, drawn.right() - at.x, height};
}

Rect draw_tag(Ui& ui, ImVec2 at, std::string_view word, Tone tone)
{
    const ImVec2 words = measure(ui, word, kCaption);
    const Rect box{at.x, at.y, std::ceil(words.x) + 2 * ui.theme.px(kGap8), words.y + ui.theme.px(kGap4)};
    draw_box(ui, box, soft_of(tone), Color::none, 4);
    draw_text(ui, {box.x + ui.theme.px(kGap8), box.y + ui.theme.px(2)}, word, kCaption.in(ink_of(tone)));
    return box;
}

void draw_share(Ui& ui, const Rect& at, std::int64_t part, std::int64_t whole, Tone tone)
{
    const float radius = at.h / 2 / ui.theme.scale;
    draw_box(ui, at, Color::line, Color::none, radius);
    if (part <= 0 || whole <= 0) return;
    const auto share = static_cast<float>(std::min(part, whole)) / static_cast<float>(whole);
    // Not smaller than a dot: a little is not nothing.
    draw_box(ui, {at.x, at.y, std::max(at.h, at.w * share), at.h}, fill_of(tone), Color::none, radius);
}

} // namespace sonae::ui
