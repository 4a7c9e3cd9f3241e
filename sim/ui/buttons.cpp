#include "ui/buttons.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace sonae::ui {
namespace {

struct Skin {
    Color fill = Color::panel;
    Color border = Color::rule;
    Color label = Color::ink;
    Color hint = Color::ink3;
    float border_width = 1;
};

Skin skin_of(const ButtonLook& look, const Pressed& p, bool armed)
{
    if (!look.why_not.empty()) return {Color::raised, Color::line, Color::ink3, Color::ink3, 1};
    const bool touched = p.hovered || p.held;
    if (armed) return {Color::serious_fill, Color::serious_fill, Color::on_serious, Color::on_serious, 1};
    if (look.selected) return {Color::accent_soft, Color::accent, Color::ink, Color::ink2, 2};
    if (look.role == Role::primary) {
        const Color edge = touched ? Color::ink : Color::accent;
        return {Color::accent, edge, Color::on_accent, Color::on_accent, touched ? 2.f : 1.f};
    }
    if (look.role == Role::ghost) {
        const Color none = Color::none;
        return {touched ? Color::raised : none, touched ? Color::line : none, Color::accent, Color::ink3, 1};
    }
    const Color label = look.role == Role::danger ? Color::serious : Color::ink;
    return {touched ? Color::raised : Color::panel, touched ? Color::ink2 : Color::rule, label, Color::ink3, 1};
}

float icon_size(const Ui& ui) { return ui.theme.size(Type::body) * 0.8f; }

float content_width(Ui& ui, std::string_view label, const ButtonLook& look)
{
    float width = measure(ui, label).x;
    if (look.icon != Icon::none) width += icon_size(ui) + (label.empty() ? 0 : ui.theme.px(kGap8));
    if (!look.hint.empty()) width += ui.theme.px(kGap8) + measure(ui, look.hint, kCaption).x;
    return width;
}

void draw_content(Ui& ui, const Rect& at, std::string_view label, const ButtonLook& look, const Skin& skin)
{
    const float wanted = content_width(ui, label, look);
    const float room = at.w - 2 * ui.theme.px(kGap8);
    float x = at.x + std::max((at.w - wanted) / 2, ui.theme.px(kGap8));
    if (look.icon != Icon::none) {
        const float size = icon_size(ui);
        draw_icon(ui, look.icon, {x + size / 2, at.y + at.h / 2}, size, skin.label);
        x += size + ui.theme.px(kGap8);
    }
    const bool hint_fits = wanted <= room + 1;
    const float line = ui.theme.line_height(Type::body);
    const TextStyle style = kBody.in(skin.label).lines(1);
    const Rect drawn = draw_text(ui, {x, at.y + (at.h - line) / 2}, label, style, at.right() - ui.theme.px(kGap8) - x);
    if (look.hint.empty() || !hint_fits) return;
    const float small = ui.theme.line_height(Type::caption);
    draw_text(ui, {drawn.right() + ui.theme.px(kGap8), at.y + (at.h - small) / 2}, look.hint, kCaption.in(skin.hint));
}

bool draw_button(Ui& ui, std::string_view name, const Rect& at, std::string_view label, const ButtonLook& look,
                 bool armed)
{
    const Pressed p = press_area(ui, name, at, look.why_not, look.key);
    const Skin skin = skin_of(look, p, armed);
    draw_box(ui, at, skin.fill, skin.border, kRadius, skin.border_width);
    draw_content(ui, at, label, look, skin);
    return p.pressed;
}

Rect next_button_rect(Ui& ui, std::string_view label, const ButtonLook& look)
{
    const ImVec2 size = button_size(ui, label, look);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    return {at.x, at.y, size.x, size.y};
}

} // namespace

ImVec2 button_size(Ui& ui, std::string_view label, const ButtonLook& look)
{
    const float padding = ui.theme.px(label.empty() ? kGap8 : kGap16);
    const float height = std::max(ui.theme.px(kTarget), ui.theme.line_height(Type::body) + ui.theme.px(kGap4));
    const float wanted = std::ceil(content_width(ui, label, look) + 2 * padding);
    return {look.width > 0 ? look.width : std::max(wanted, height), std::ceil(height)};
}

bool button_at(Ui& ui, std::string_view name, const Rect& at, std::string_view label, const ButtonLook& look)
{
    return draw_button(ui, name, at, label, look, false);
}

bool button(Ui& ui, std::string_view name, std::string_view label, const ButtonLook& look)
{
    const Rect at = next_button_rect(ui, label, look);
    const bool pressed = button_at(ui, name, at, label, look);
    ImGui::ItemSize(ImVec2(at.w, at.h));
    return pressed;
}

bool danger_button(Ui& ui, std::string_view name, std::string_view label, std::string_view ask, const ButtonLook& look)
{
    ButtonLook danger = look;
    danger.role = Role::danger;
    // One width for both labels, so that nothing beside it moves.
    const float width = std::max(button_size(ui, label, danger).x, button_size(ui, ask, danger).x);
    if (danger.width <= 0) danger.width = width;
    const Rect at = next_button_rect(ui, label, danger);
    const ImGuiID id = ImGui::GetCurrentWindow()->GetID(name.data(), name.data() + name.size());
    bool* armed = ImGui::GetStateStorage()->GetBoolRef(id, false);
    const bool was_armed = *armed;
    const bool pressed = draw_button(ui, name, at, was_armed ? ask : label, danger, was_armed);
    ImGui::ItemSize(ImVec2(at.w, at.h));
    const DrawnWidget& drawn = ui.widgets.drawn.back();
    const bool touched = drawn.focused || ImGui::IsMouseHoveringRect(at.min(), at.max());
    // A shortcut key arms it from afar; only the mouse or the focus going elsewhere calms it.
    if (pressed)
        *armed = !was_armed;
    else if (was_armed && !touched && (ImGui::IsMouseClicked(0) || ui.focus_takes_keys()))
        *armed = false;
    return pressed && was_armed;
}

float choice_width(Ui& ui, std::span<const Segment> segments)
{
    float width = 0;
    for (const Segment& s : segments) width += button_size(ui, s.label).x;
    return width + ui.theme.px(kGap8) * static_cast<float>(segments.size() - 1);
}

std::optional<int> choice(Ui& ui, std::string_view name, std::span<const Segment> segments, int selected)
{
    std::optional<int> pressed;
    Rect at = next_button_rect(ui, "", {});
    const float left = at.x, top = at.y, gap = ui.theme.px(kGap8);
    const float end = left + ImGui::GetContentRegionAvail().x;
    float right = left;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const Segment& s = segments[i];
        at.w = button_size(ui, s.label).x;
        if (at.x > left && at.right() > end) at.x = left, at.y += at.h + gap;
        const bool is_selected = static_cast<int>(i) == selected;
        const std::string full = std::string(name).append(".").append(s.name);
        if (button_at(ui, full, at, s.label, {.key = s.key, .why_not = s.why_not, .selected = is_selected}))
            pressed = static_cast<int>(i);
        right = std::max(right, at.right());
        at.x += at.w + gap;
    }
    ImGui::ItemSize(ImVec2(right - left, at.bottom() - top));
    return pressed;
}

bool check_box(Ui& ui, std::string_view name, std::string_view label, bool on, std::string_view why_not)
{
    const float height = std::ceil(ui.theme.px(kTarget));
    const float side = std::round(ui.theme.px(20));
    const float indent = side + ui.theme.px(kGap8);
    const ImVec2 cursor = ImGui::GetCursorScreenPos();
    const ImVec2 words = measure(ui, label, kBody, ImGui::GetContentRegionAvail().x - indent);
    const Rect at{cursor.x, cursor.y, indent + words.x, std::max(height, words.y)};
    const Pressed p = press_area(ui, name, at, why_not);
    const Rect box{at.x, std::round(at.y + (height - side) / 2), side, side};
    const Color edge = !why_not.empty() ? Color::line : on || p.hovered ? Color::accent : Color::rule;
    draw_box(ui, box, on && why_not.empty() ? Color::accent : Color::panel, edge, 4, on ? 2 : 1);
    const Color tick = why_not.empty() ? Color::on_accent : Color::ink3;
    if (on) draw_icon(ui, Icon::check, box.center(), side * 0.7f, tick);
    const float top = at.y + std::max(0.f, (height - words.y) / 2);
    const Color ink = why_not.empty() ? Color::ink : Color::ink3;
    draw_text(ui, {at.x + indent, top}, label, kBody.in(ink), at.w - indent + 1);
    ImGui::ItemSize(ImVec2(at.w, at.h));
    return p.pressed;
}

} // namespace sonae::ui
