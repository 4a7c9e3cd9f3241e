#include "ui/panels.hpp"

#include <imgui_internal.h>

#include <cmath>

namespace sonae::ui {
namespace {

constexpr ImGuiWindowFlags kBare = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoScrollWithMouse;
// Keyboard focus walks through all panels of a screen as if they were one.
constexpr ImGuiWindowFlags kPanel = kBare | ImGuiWindowFlags_NavFlattened | ImGuiWindowFlags_AlwaysUseWindowPadding;
// Room for the focus ring beside a control that fills a scroll area.
constexpr float kRingRoom = 6;

std::string window_name(std::string_view name) { return std::string("##").append(name); }

void begin_bare_window(std::string_view name, ImVec2 padding, ImGuiWindowFlags flags, ImU32 fill)
{
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, padding);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, ImVec2(1, 1));
    ImGui::PushStyleColor(ImGuiCol_WindowBg, fill);
    ImGui::Begin(window_name(name).c_str(), nullptr, kBare | flags);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
}

void draw_card_head(Ui& ui, const CardLook& look)
{
    if (look.title.empty()) return;
    text_pair(ui, look.title, look.aside, kHeading, kCaption);
    gap(ui, kGap8);
}

} // namespace

Rect begin_screen(Ui& ui, std::string_view name, Color ground)
{
    const ImVec2 size = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(size);
    begin_bare_window(name, {0, 0}, ImGuiWindowFlags_NoBringToFrontOnFocus, ui.theme(ground));
    // On a new screen the focus stands on nothing that anybody chose: Enter is the screen's, until Tab is pressed.
    if (ImGui::IsWindowAppearing()) ImGui::GetCurrentContext()->NavDisableHighlight = true;
    return {0, 0, size.x, size.y};
}

void end_screen(Ui&) { ImGui::End(); }

void begin_card(Ui& ui, std::string_view name, const Rect& at, const CardLook& look)
{
    draw_box(ui, at, look.fill, look.fill == Color::none ? Color::none : Color::line);
    const float padding = ui.theme.px(look.padding);
    ImGui::SetCursorScreenPos(at.min());
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(padding, padding));
    ImGui::SetNextWindowScroll({0, 0}); // only what lies in it scrolls, whatever the focus wants to bring into sight
    ImGui::BeginChild(window_name(name).c_str(), {at.w, at.h}, false, kPanel);
    ImGui::PopStyleVar();
    draw_card_head(ui, look);
    ui.open_cards.push_back(look.scrolls);
    if (look.scrolls) begin_scroll(ui, "rows");
}

void end_card(Ui& ui)
{
    if (!ui.open_cards.empty() && ui.open_cards.back()) end_scroll(ui);
    if (!ui.open_cards.empty()) ui.open_cards.pop_back();
    ImGui::EndChild();
}

void begin_scroll(Ui& ui, std::string_view name, float width, float height)
{
    const float room = std::ceil(ui.theme.px(kRingRoom));
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const ImVec2 left = ImGui::GetContentRegionAvail();
    const ImVec2 size((width > 0 ? width : left.x) + 2 * room, (height > 0 ? height : left.y) + 2 * room);
    ImGui::SetCursorScreenPos({at.x - room, at.y - room});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(room, room));
    const ImGuiWindowFlags flags = ImGuiWindowFlags_NavFlattened | ImGuiWindowFlags_AlwaysUseWindowPadding;
    ImGui::BeginChild(window_name(name).c_str(), size, false, flags);
    ImGui::PopStyleVar();
}

void end_scroll(Ui&) { ImGui::EndChild(); }

void begin_layer(Ui&, std::string_view name, const Rect& at)
{
    ImGui::SetNextWindowPos(at.min());
    ImGui::SetNextWindowSize({at.w, at.h});
    begin_bare_window(name, {0, 0}, ImGuiWindowFlags_NoFocusOnAppearing, 0);
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
}

void end_layer(Ui&) { ImGui::End(); }

void move_to(ImVec2 at) { ImGui::SetCursorScreenPos(at); }
ImVec2 cursor() { return ImGui::GetCursorScreenPos(); }
float width_left() { return ImGui::GetContentRegionAvail().x; }
float height_left() { return ImGui::GetContentRegionAvail().y; }
void beside(Ui& ui, float design) { ImGui::SameLine(0, ui.theme.px(design)); }

void tip(Ui& ui, std::string_view words)
{
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.theme.px(kGap12), ui.theme.px(kGap8)));
    ImGui::BeginTooltip();
    text(ui, words, kCaption.in(Color::ink), ui.theme.px(320));
    ImGui::EndTooltip();
    ImGui::PopStyleVar();
}

void Toast::show(std::string_view what, std::string_view undo_label)
{
    words = what;
    undo = undo_label;
    shown_at = ImGui::GetTime();
}

namespace {

// True when the undo button was pressed.
bool draw_toast_content(Ui& ui, const Toast& toast, const Rect& inside, float undo_width)
{
    const float button_height = button_size(ui, toast.undo).y;
    const float words_width = inside.w - undo_width;
    const float height = measure(ui, toast.words, kBody, words_width).y;
    draw_text(ui, {inside.x, inside.y + (inside.h - height) / 2}, toast.words, kBody, words_width);
    if (toast.undo.empty()) return false;
    const float left = inside.x + words_width + ui.theme.px(kGap12);
    const Rect at{left, inside.y + (inside.h - button_height) / 2, inside.right() - left, button_height};
    return button_at(ui, "toast.undo", at, toast.undo, {.role = Role::ghost});
}

} // namespace

bool draw_toast(Ui& ui, Toast& toast, float bottom_margin)
{
    const double age = ImGui::GetTime() - toast.shown_at;
    if (toast.words.empty() || toast.shown_at < 0 || age >= kToastSeconds) {
        toast.words.clear();
        return false;
    }
    ui.redraw_in(static_cast<float>(kToastSeconds - age) + 0.05f);
    const Theme& t = ui.theme;
    const float undo = toast.undo.empty() ? 0 : button_size(ui, toast.undo).x + t.px(kGap12);
    const ImVec2 words = measure(ui, toast.words, kBody, t.px(480));
    const float inner = std::max(words.y, toast.undo.empty() ? 0 : button_size(ui, toast.undo).y);
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    const Rect at{t.px(kGap16), 0, std::ceil(words.x) + 1 + undo + t.px(kGap32), inner + t.px(kGap16)};
    const Rect box{at.x, std::round(display.y - bottom_margin - t.px(kGap16) - at.h), at.w, at.h};
    begin_layer(ui, "toast", box);
    draw_box(ui, box, Color::raised, Color::rule);
    const Rect inside{box.x + t.px(kGap16), box.y, box.w - t.px(kGap32), box.h};
    const bool undone = draw_toast_content(ui, toast, inside, undo);
    end_layer(ui);
    if (undone) toast.words.clear();
    return undone;
}

namespace {

std::optional<int> draw_verbs(Ui& ui, std::string_view name, std::span<const Verb> verbs)
{
    std::optional<int> pressed;
    float width = 0;
    for (const Verb& v : verbs) width += button_size(ui, v.label, {.hint = v.hint}).x + ui.theme.px(kGap8);
    const float left = ImGui::GetContentRegionAvail().x - width + ui.theme.px(kGap8);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(0.f, left));
    for (std::size_t i = 0; i < verbs.size(); ++i) {
        const Verb& v = verbs[i];
        const std::string full = std::string(name).append(".").append(v.name);
        if (i > 0) beside(ui);
        if (button(ui, full, v.label, {.role = v.role, .hint = v.hint, .key = v.key})) pressed = static_cast<int>(i);
    }
    if (ui.key_pressed(Key::escape)) pressed = static_cast<int>(verbs.size()) - 1;
    return pressed;
}

} // namespace

std::optional<int> question(Ui& ui, std::string_view name, std::string_view title, std::string_view words,
                            std::span<const Verb> verbs)
{
    const std::string id = window_name(name);
    if (!ImGui::IsPopupOpen(id.c_str())) ImGui::OpenPopup(id.c_str());
    const ImVec2 display = ImGui::GetIO().DisplaySize;
    ImGui::SetNextWindowPos({display.x / 2, display.y / 2}, ImGuiCond_Always, {0.5f, 0.5f});
    ImGui::SetNextWindowSize({std::min(display.x - ui.theme.px(kGap32), ui.theme.px(520)), 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.theme.px(kGap24), ui.theme.px(kGap24)));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.theme.px(kRadius));
    const bool open = ImGui::BeginPopupModal(id.c_str(), nullptr, kBare);
    ImGui::PopStyleVar(2);
    if (!open) return std::nullopt;
    text(ui, title, kHeading);
    gap(ui, kGap8);
    text(ui, words, kBody.in(Color::ink2).by_phrase());
    gap(ui, kGap24);
    const std::optional<int> pressed = draw_verbs(ui, name, verbs);
    if (pressed) ImGui::CloseCurrentPopup();
    ImGui::EndPopup();
    return pressed;
}

} // namespace sonae::ui
