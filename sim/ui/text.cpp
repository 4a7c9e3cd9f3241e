#include "ui/text.hpp"

#include <imgui_internal.h>

#include <cmath>

namespace sonae::ui {
namespace {

Face face_of(const TextStyle& style)
{
    if (style.tabular) return style.bold ? Face::tabular_bold : Face::tabular;
    return style.bold ? Face::bold : Face::regular;
}

LayoutRequest request_of(const Ui& ui, const TextStyle& style, float wrap)
{
    // On the wall every text is short and read at a glance.
    const bool on_wall = ui.theme.choice.surface == Surface::wall;
    const bool phrases =
        style.type == Type::heading || style.type == Type::title || style.bold || style.phrases || on_wall;
    // Whole pixels, so that a width that differs by a rounding error is the same layout.
    const float width = wrap < 0 ? kNoWrap : std::max(1.f, std::floor(wrap));
    return {face_of(style), ui.theme.size(style.type), width, style.max_lines, phrases};
}

bool is_in_scroll_area(const ImGuiWindow* window)
{
    for (; window != nullptr && (window->Flags & ImGuiWindowFlags_ChildWindow) != 0; window = window->ParentWindow)
        if ((window->Flags & ImGuiWindowFlags_NoScrollbar) == 0) return true;
    return false;
}

void log_line(Ui& ui, const LaidLine& line, const Rect& at, bool shortened)
{
    if (!ui.logs_text || line.text.empty()) return;
    const ImGuiWindow* window = ImGui::GetCurrentWindowRead();
    const ImVec2 low = window->DrawList->GetClipRectMin();
    const ImVec2 high = window->DrawList->GetClipRectMax();
    ui.texts.push_back({line.text, at, Rect{low.x, low.y, high.x - low.x, high.y - low.y}, window->RootWindow->ID,
                        is_in_scroll_area(window), shortened, at.h});
}

void draw_line_of_text(Ui& ui, ImVec2 at, const LaidLine& line, const LayoutRequest& request, Color color)
{
    ImFont* font = ui.fonts.font(request.face, request.pixels);
    if (font == nullptr || color == Color::none) return;
    const float size = ui.fonts.draw_size(request.pixels);
    const ImVec2 top(std::round(at.x), std::round(at.y - (size - request.pixels) / 2));
    const char* begin = line.text.data();
    ImGui::GetWindowDrawList()->AddText(font, size, top, ui.theme(color), begin, begin + line.text.size());
}

float shift_of(Align align, float room, float width)
{
    if (align == Align::left || room <= 0) return 0;
    return align == Align::right ? room - width : (room - width) / 2;
}

} // namespace

Rect draw_text(Ui& ui, ImVec2 at, std::string_view words, const TextStyle& style, float wrap)
{
    const LayoutRequest request = request_of(ui, style, wrap);
    const TextLayout& layout = ui.layouts.get(ui.fonts, words, request);
    const float step = ui.theme.line_height(style.type);
    const float lead = (step - request.pixels) / 2;
    float y = at.y;
    for (const LaidLine& line : layout.lines) {
        const float x = at.x + shift_of(style.align, wrap, line.width);
        draw_line_of_text(ui, {x, y + lead}, line, request, style.color);
        log_line(ui, line, {x, y + lead, line.width, request.pixels}, layout.shortened);
        y += step;
    }
    return {at.x + shift_of(style.align, wrap, layout.width), at.y, layout.width, y - at.y};
}

ImVec2 measure(Ui& ui, std::string_view words, const TextStyle& style, float wrap)
{
    const TextLayout& layout = ui.layouts.get(ui.fonts, words, request_of(ui, style, wrap));
    return {layout.width, ui.theme.line_height(style.type) * static_cast<float>(layout.lines.size())};
}

Rect draw_text_in(Ui& ui, const Rect& box, std::string_view words, const TextStyle& style)
{
    const float height = ui.theme.line_height(style.type);
    return draw_text(ui, {box.x, box.y + (box.h - height) / 2}, words, style, box.w);
}

Rect text(Ui& ui, std::string_view words, const TextStyle& style, float wrap)
{
    const float room = wrap == 0 ? ImGui::GetContentRegionAvail().x : wrap;
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const Rect drawn = draw_text(ui, at, words, style, room);
    // A text that stands right or in the middle takes the whole width that it was placed in.
    const bool takes_all = style.align != Align::left && room > 0;
    ImGui::Dummy({takes_all ? room : drawn.w, drawn.h});
    return drawn;
}

void text_pair(Ui& ui, std::string_view left, std::string_view right, const TextStyle& left_style,
               const TextStyle& right_style)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float room = ImGui::GetContentRegionAvail().x;
    const float right_width = std::min(measure(ui, right, right_style).x, room * 0.6f);
    const float left_width = room - right_width - ui.theme.px(kGap8);
    const float left_height = measure(ui, left, left_style, left_width).y;
    const float right_height = measure(ui, right, right_style, right_width).y;
    const float height = std::max(left_height, right_height);
    draw_text(ui, {at.x, at.y + (height - left_height) / 2}, left, left_style, left_width);
    draw_text(ui, {at.x + room - right_width, at.y + (height - right_height) / 2}, right, right_style.right(),
              right_width);
    ImGui::Dummy({room, height});
}

void text_item(Ui& ui, std::string_view words, const TextStyle& style)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float room = ImGui::GetContentRegionAvail().x, indent = ui.theme.px(kGap16);
    ImGui::GetWindowDrawList()->AddCircleFilled({at.x + indent / 3, at.y + ui.theme.line_height(style.type) / 2},
                                                ui.theme.px(2), ui.theme(Color::ink3));
    const Rect drawn = draw_text(ui, {at.x + indent, at.y}, words, style, room - indent);
    ImGui::Dummy({room, drawn.h});
}

void gap(Ui& ui, float design) { ImGui::Dummy({0, ui.theme.px(design)}); }

void separator(Ui& ui)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float line = ui.theme.hairline();
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + width, at.y + line}, ui.theme(Color::line));
    ImGui::Dummy({width, line});
}

void empty_state(Ui& ui, std::string_view sentence, std::string_view what_to_do)
{
    gap(ui, kGap16);
    text(ui, sentence, kBody.in(Color::ink2));
    if (!what_to_do.empty()) text(ui, what_to_do, kCaption.in(Color::ink3));
    gap(ui, kGap16);
}

} // namespace sonae::ui
