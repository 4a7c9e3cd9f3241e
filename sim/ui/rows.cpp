// Pressable rows: options, actions, list rows, the home screen's entries.
#include "ui/buttons.hpp"

#include <imgui_internal.h>

#include <cmath>

namespace sonae::ui {
namespace {

struct OptionSizes {
    float letter, right, check, words;
    float words_height, right_height, height;
};

OptionSizes measure_option(Ui& ui, const OptionRow& row, float width)
{
    const Theme& t = ui.theme;
    OptionSizes s{};
    s.letter = std::round(t.px(28));
    s.check = std::round(t.px(kGap16));
    const float widest = std::max(measure(ui, row.right, kCaption).x, measure(ui, row.right_below, kCaption).x);
    s.right = std::min(std::ceil(widest) + 1, width * 0.38f);
    // padding, letter, gap, words, gap, right column, gap, tick, padding
    s.words = width - 2 * t.px(kGap12) - s.letter - s.right - s.check - 3 * t.px(kGap12);
    s.words_height = measure(ui, row.words, kBody.by_phrase(), s.words).y;
    for (const std::string_view part : {row.right, row.right_below})
        if (!part.empty()) s.right_height += measure(ui, part, kCaption.by_phrase(), s.right).y;
    const float inside = std::max({s.words_height, s.right_height, s.letter});
    s.height = std::ceil(std::max(t.px(kOptionTarget), inside + 2 * t.px(kGap8)));
    return s;
}

void draw_letter(Ui& ui, const Rect& at, std::string_view letter, bool selected, bool is_on)
{
    const Color border = selected ? Color::accent : is_on ? Color::rule : Color::line;
    draw_box(ui, at, selected ? Color::accent : Color::panel, border, 4);
    const Color ink = selected ? Color::on_accent : is_on ? Color::ink : Color::ink3;
    draw_text_in(ui, at, letter, kBold.in(ink).centered());
}

void draw_option(Ui& ui, const Rect& at, const OptionRow& row, const OptionSizes& s)
{
    const Theme& t = ui.theme;
    const bool is_on = row.why_not.empty();
    float x = at.x + t.px(kGap12);
    draw_letter(ui, {x, std::round(at.y + (at.h - s.letter) / 2), s.letter, s.letter}, row.letter, row.selected, is_on);
    x += s.letter + t.px(kGap12);
    const Color ink = is_on ? Color::ink : Color::ink3;
    draw_text(ui, {x, at.y + (at.h - s.words_height) / 2}, row.words, kBody.in(ink).by_phrase(), s.words);
    x += s.words + t.px(kGap12);
    float y = at.y + (at.h - s.right_height) / 2;
    const TextStyle aside = kCaption.in(is_on ? Color::ink2 : Color::ink3).right().by_phrase();
    if (!row.right.empty()) y += draw_text(ui, {x, y}, row.right, aside, s.right).h;
    if (!row.right_below.empty()) draw_text(ui, {x, y}, row.right_below, aside, s.right);
    x += s.right + t.px(kGap12);
    if (row.selected) draw_icon(ui, Icon::check, {x + s.check / 2, at.y + at.h / 2}, s.check, Color::accent);
}

} // namespace

bool option_row(Ui& ui, std::string_view name, const OptionRow& row)
{
    const ImVec2 cursor = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const OptionSizes sizes = measure_option(ui, row, width);
    const Rect at{cursor.x, cursor.y, width, sizes.height};
    const Pressed p = press_area(ui, name, at, row.why_not, row.key);
    const bool is_on = row.why_not.empty();
    const Color fill = row.selected ? Color::accent_soft : p.hovered || !is_on ? Color::raised : Color::panel;
    const Color border = row.selected ? Color::accent : p.hovered && is_on ? Color::rule : Color::line;
    draw_box(ui, at, fill, border, kRadius, row.selected ? 2.f : 1.f);
    draw_option(ui, at, row, sizes);
    ImGui::ItemSize(ImVec2(at.w, at.h));
    return p.pressed;
}

namespace {

// A reason this short stands where the button would be.
constexpr float kShortReason = 96; // design pixels

struct ActionRight {
    std::string_view word;
    bool has_button = false;
    float width = 0;
};

ActionRight right_of(Ui& ui, const ActionRow& row)
{
    ActionRight right{row.label.empty() ? row.right : std::string_view{}, !row.label.empty(), 0};
    const float reason = measure(ui, row.why_not, kCaption).x;
    if (right.has_button && !row.why_not.empty() && reason <= ui.theme.px(kShortReason))
        right = {row.why_not, false, 0};
    right.width = right.has_button ? button_size(ui, row.label, {.hint = row.hint}).x
                                   : std::ceil(std::min(measure(ui, right.word, kCaption).x + 1, ui.theme.px(160)));
    return right;
}

} // namespace

bool action_row(Ui& ui, std::string_view name, const ActionRow& row)
{
    const Theme& t = ui.theme;
    const ImVec2 cursor = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const ActionRight right = right_of(ui, row);
    const float words = width - right.width - t.px(kGap12);
    const ImVec2 title = measure(ui, row.title, kBody, words);
    const float caption = row.caption.empty() ? 0 : measure(ui, row.caption, kCaption, words).y;
    const float height = std::ceil(std::max(t.px(kOptionTarget), title.y + caption + t.px(kGap16)));
    const Color ink = row.why_not.empty() ? Color::ink : Color::ink3;
    const float top = cursor.y + (height - title.y - caption) / 2;
    draw_text(ui, {cursor.x, top}, row.title, kBody.in(ink), words);
    if (caption > 0)
        draw_text(ui, {cursor.x, top + title.y}, row.caption, kCaption.in(ink == Color::ink ? Color::ink2 : ink),
                  words);
    const Rect side{cursor.x + width - right.width, cursor.y, right.width, height};
    bool pressed = false;
    if (right.has_button) {
        const float button_height = button_size(ui, row.label).y;
        const Rect at{side.x, std::round(side.y + (height - button_height) / 2), side.w, button_height};
        pressed = button_at(ui, name, at, row.label, {.hint = row.hint, .key = row.key, .why_not = row.why_not});
    } else if (!right.word.empty()) {
        if (!row.label.empty()) press_area(ui, name, side, row.why_not, row.key);
        draw_text_in(ui, side, right.word, kCaption.in(Color::ink2).right());
    }
    ImGui::ItemSize(ImVec2(width, height));
    return pressed;
}

Pressed list_row(Ui& ui, std::string_view name, const Rect& at, bool selected, std::string_view why_not)
{
    const Pressed p = press_area(ui, name, at, why_not);
    if (selected)
        draw_box(ui, at, Color::accent_soft, Color::none, 0);
    else if (p.hovered && why_not.empty())
        draw_box(ui, at, Color::raised, Color::none, 0);
    if (selected) draw_box(ui, {at.x, at.y, ui.theme.px(kGap4), at.h}, Color::accent, Color::none, 0);
    return p;
}

bool entry(Ui& ui, std::string_view name, const Rect& at, std::string_view title, std::string_view words,
           const ButtonLook& look)
{
    const Theme& t = ui.theme;
    const Pressed p = press_area(ui, name, at, look.why_not, look.key);
    const bool is_on = look.why_not.empty();
    const bool touched = p.hovered && is_on;
    draw_box(ui, at, touched ? Color::raised : Color::panel, touched ? Color::accent : Color::line, kRadius,
             touched ? 2.f : 1.f);
    const Rect inside = at.shrunk(t.px(kGap24));
    float x = inside.x;
    if (look.icon != Icon::none) {
        const float size = t.px(40);
        draw_icon(ui, look.icon, {x + size / 2, at.y + at.h / 2}, size, is_on ? Color::accent : Color::ink3);
        x += size + t.px(kGap24);
    }
    const float hint = look.hint.empty() ? 0 : measure(ui, look.hint, kCaption).x + t.px(kGap16);
    const float room = inside.right() - hint - x;
    const float height = measure(ui, title, kHeading, room).y + t.px(kGap4) + measure(ui, words, kBody, room).y;
    float y = at.y + (at.h - height) / 2;
    y += draw_text(ui, {x, y}, title, kHeading.in(is_on ? Color::ink : Color::ink3), room).h + t.px(kGap4);
    draw_text(ui, {x, y}, words, kBody.in(is_on ? Color::ink2 : Color::ink3), room);
    if (hint > 0)
        draw_text_in(ui, {inside.right() - hint, at.y, hint, at.h}, look.hint, kCaption.in(Color::ink3).right());
    return p.pressed;
}

} // namespace sonae::ui
