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

Place place_item(std::string_view name, const ImRect& box)
{
    const ImGuiID id = ImGui::GetCurrentWindow()->GetID(name.data(), name.data() + name.size());
    // Inputable: Tab stops here.
    return {id, ImGui::ItemAdd(box, id, nullptr, ImGuiItemFlags_Inputable)};
}

bool enter_went_down()
{
    return ImGui::IsKeyPressed(static_cast<int>(Key::enter), false) ||
           ImGui::IsKeyPressed(static_cast<int>(Key::keypad_enter), false);
}

bool is_focused(ImGuiID id)
{
    ImGuiContext& g = *ImGui::GetCurrentContext();
    // Tab hides the highlight of what it reaches, as it thinks of text fields, which show a cursor instead.
    if (g.NavActivateInputId == id) g.NavDisableHighlight = false;
    return g.NavId == id && !g.NavDisableHighlight;
}

void draw_focus_ring(Ui& ui, const Rect& at)
{
    draw_box(ui, at.shrunk(-ui.theme.px(2)), Color::none, Color::accent, kRadius + 2, 2);
}

void log_widget(Ui& ui, std::string_view name, const Rect& at, const Pressed& p, std::string_view why_not)
{
    const ImVec2 low = ImGui::GetWindowDrawList()->GetClipRectMin();
    const ImVec2 high = ImGui::GetWindowDrawList()->GetClipRectMax();
    ui.widgets.drawn.push_back({std::string(name), at, Rect{low.x, low.y, high.x - low.x, high.y - low.y},
                                why_not.empty(), p.focused, p.pressed, std::string(why_not)});
}

} // namespace

Pressed press_area(Ui& ui, std::string_view name, const Rect& at, std::string_view why_not, Key key)
{
    Pressed p;
    const ImRect box(at.min(), at.max());
    const Place place = place_item(name, box);
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
    log_widget(ui, name, at, p, why_not);
    return p;
}

} // namespace sonae::ui
