// How a control is pressed: by mouse, by Enter or Space where keyboard navigation stands, by its key.
#include "ui/buttons.hpp"
#include "ui/panels.hpp"

#include <imgui_internal.h>

namespace sonae::ui {
namespace {

struct Place {
    ImGuiID id;
    bool in_sight;
};

void take_focus(ImGuiID id, const ImRect& box)
{
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    ImGui::ClearActiveID();
    ImGui::FocusWindow(window);
    ImGui::SetNavID(id, ImGuiNavLayer_Main, 0, ImGui::WindowRectAbsToRel(window, box));
    ImGui::GetCurrentContext()->NavDisableHighlight = false;
    ImGui::ScrollToRectEx(window, box, ImGuiScrollFlags_KeepVisibleEdgeY);
}

Place place_item(const Ui& ui, std::string_view name, const ImRect& box)
{
    const ImGuiID id = ImGui::GetCurrentWindow()->GetID(name.data(), name.data() + name.size());
    // Before it is added: ImGui leaves out what is out of sight, unless the focus is on it.
    if (ui.is_tabbed_to(id) || ui.is_called(name)) take_focus(id, box);
    return {id, ImGui::ItemAdd(box, id)};
}

bool enter_went_down()
{
    return ImGui::IsKeyPressed(static_cast<int>(Key::enter), false) ||
           ImGui::IsKeyPressed(static_cast<int>(Key::keypad_enter), false);
}

bool is_focused(ImGuiID id)
{
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    return g.NavId == id && !g.NavDisableHighlight;
}

void draw_focus_ring(Ui& ui, const Rect& at)
{
    draw_box(ui, at.shrunk(-ui.theme.px(2)), Color::none, Color::accent, kRadius + 2, 2);
}

} // namespace

void log_widget(Ui& ui, DrawnWidget widget)
{
    const ImVec2 low = ImGui::GetWindowDrawList()->GetClipRectMin();
    const ImVec2 high = ImGui::GetWindowDrawList()->GetClipRectMax();
    widget.clip = {low.x, low.y, high.x - low.x, high.y - low.y};
    widget.layer = ImGui::GetCurrentWindow()->RootWindow->ID;
    ui.widgets.drawn.push_back(std::move(widget));
}

Pressed press_area(Ui& ui, std::string_view name, const Rect& at, std::string_view why_not, Key key)
{
    Pressed p;
    const ImRect box(at.min(), at.max());
    const Place place = place_item(ui, name, box);
    const bool is_on = why_not.empty();
    if (place.in_sight) {
        p.pressed = ImGui::ButtonBehavior(box, place.id, &p.hovered, &p.held, ImGuiButtonFlags_AllowItemOverlap);
        p.focused = is_focused(place.id);
    }
    if (p.focused) ui.note_focus();
    p.pressed = p.pressed || (p.focused && !ui.is_typing() && enter_went_down()) || ui.key_pressed(key);
    if (!is_on) {
        if (p.hovered || p.focused || p.pressed) ui.set_status(why_not);
        if (p.hovered) tip(ui, why_not);
        p.pressed = p.held = false;
    } else if (p.hovered) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
    if (p.focused) draw_focus_ring(ui, at);
    log_widget(ui, {std::string(name), at, {}, is_on, p.focused, p.pressed, std::string(why_not), place.id});
    return p;
}

} // namespace sonae::ui
