#include "ui/fields.hpp"

#include "ui/buttons.hpp"
#include "ui/panels.hpp"

#include <imgui_internal.h>
#include <imgui_stdlib.h>

#include <cmath>

namespace sonae::ui {
namespace {

void keep_within(std::string& value, std::size_t max_bytes)
{
    if (value.size() <= max_bytes) return;
    std::size_t end = max_bytes;
    while (end > 0 && (static_cast<unsigned char>(value[end]) & 0xC0) == 0x80) --end;
    value.resize(end);
}

Rect field_rect(Ui& ui, const FieldLook& look)
{
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = look.width > 0 ? look.width : ImGui::GetContentRegionAvail().x;
    const float body = ui.theme.size(Type::body);
    const float target = ui.theme.px(kTarget);
    // ImGui puts the lines of a box without air between them.
    const float more = static_cast<float>(std::max(0, look.lines - 1)) * ui.fonts.draw_size(body);
    return {at.x, at.y, width, std::ceil(std::max(target, body + ui.theme.px(kGap12)) + more)};
}

int put_caret_at_end(ImGuiInputTextCallbackData* data)
{
    data->CursorPos = data->SelectionStart = data->SelectionEnd = data->BufTextLen;
    return 0;
}

bool edit(const std::string& label, std::string& value, const FieldLook& look, const Rect& at)
{
    const ImGuiInputTextFlags locked = look.why_not.empty() ? 0 : ImGuiInputTextFlags_ReadOnly;
    if (look.lines > 1) return ImGui::InputTextMultiline(label.c_str(), &value, {at.w, at.h}, locked);
    ImGui::SetNextItemWidth(at.w);
    if (look.caret_at_end)
        return ImGui::InputText(label.c_str(), &value, locked | ImGuiInputTextFlags_CallbackAlways, put_caret_at_end);
    return ImGui::InputText(label.c_str(), &value, locked);
}

void push_look(Ui& ui, const FieldLook& look, const Rect& at)
{
    const float font_height = ui.fonts.draw_size(ui.theme.size(Type::body));
    const float lines = static_cast<float>(look.lines);
    const float padding = std::max(0.f, (at.h - font_height * lines) / 2);
    ImGui::PushFont(ui.fonts.font(Face::regular, ui.theme.size(Type::body)));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(ui.theme.px(kGap12), padding));
    const ImU32 fill = ui.theme(look.why_not.empty() ? Color::panel : Color::raised);
    ImGui::PushStyleColor(ImGuiCol_FrameBg, fill);
    ImGui::PushStyleColor(ImGuiCol_Border, ui.theme(look.why_not.empty() ? Color::rule : Color::line));
    ImGui::PushStyleColor(ImGuiCol_Text, ui.theme(look.why_not.empty() ? Color::ink : Color::ink3));
}

void pop_look()
{
    ImGui::PopStyleColor(3);
    ImGui::PopStyleVar();
    ImGui::PopFont();
}

void draw_hint(Ui& ui, const Rect& at, const FieldLook& look)
{
    const float inset = ui.theme.px(kGap12);
    const float first_line = std::max(ui.theme.px(kTarget), ui.theme.size(Type::body) + ui.theme.px(kGap12));
    const Rect line{at.x + inset, at.y, at.w - 2 * inset, std::min(at.h, first_line)};
    draw_text_in(ui, line, look.hint, kBody.in(Color::ink3).lines(1));
}

} // namespace

FieldEvent text_field(Ui& ui, std::string_view name, std::string& value, const FieldLook& look)
{
    FieldEvent event;
    const Rect at = field_rect(ui, look);
    ui.fonts.want(Face::regular, ui.theme.size(Type::body), value);
    const std::string label = std::string("##").append(name);
    const ImGuiID id = ImGui::GetID(label.c_str());
    if (look.take_focus || ui.is_tabbed_to(id)) ImGui::SetKeyboardFocusHere();
    push_look(ui, look, at);
    ImGui::PushAllowKeyboardFocus(false); // from ImGui's own tabbing: ours goes to every control
    event.changed = edit(label, value, look, at);
    ImGui::PopAllowKeyboardFocus();
    pop_look();
    const bool hovered = ImGui::IsItemHovered();
    const bool active = ImGui::IsItemActive();
    const bool entered = ImGui::IsKeyPressed(static_cast<int>(Key::enter), false) ||
                         ImGui::IsKeyPressed(static_cast<int>(Key::keypad_enter), false);
    event.active = active;
    event.submitted = look.lines == 1 && ImGui::IsItemDeactivated() && entered;
    event.left = ImGui::IsItemDeactivatedAfterEdit();
    keep_within(value, look.max_bytes);
    if (value.empty() && !look.hint.empty()) draw_hint(ui, at, look);
    if (active) draw_box(ui, at, Color::none, Color::accent, kRadius, 2);
    if (!look.why_not.empty() && (hovered || active)) ui.set_status(look.why_not);
    if (!look.why_not.empty() && hovered) tip(ui, look.why_not);
    log_widget(
        ui, {std::string(name), at, {}, look.why_not.empty(), active, event.submitted, std::string(look.why_not), id});
    return event;
}

} // namespace sonae::ui
