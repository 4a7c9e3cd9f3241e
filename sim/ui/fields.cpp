#include "ui/fields.hpp"

#include "ui/buttons.hpp"
#include "ui/panels.hpp"

#include <imgui_internal.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <utility>

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

bool enter_went_down()
{
    return ImGui::IsKeyPressed(static_cast<int>(Key::enter), false) ||
           ImGui::IsKeyPressed(static_cast<int>(Key::keypad_enter), false);
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

// Field, hint, border, reason and log are the same whatever is typed into.
template <class Edit>
FieldEvent draw_field(Ui& ui, std::string_view name, const FieldLook& look, const std::string& shown, Edit&& edit_it)
{
    FieldEvent event;
    const Rect at = field_rect(ui, look);
    const std::string label = std::string("##").append(name);
    const ImGuiID id = ImGui::GetID(label.c_str());
    if (look.take_focus || ui.is_tabbed_to(id)) ImGui::SetKeyboardFocusHere();
    push_look(ui, look, at);
    ImGui::PushAllowKeyboardFocus(false); // from ImGui's own tabbing: ours goes to every control
    event.changed = edit_it(label, at);
    ImGui::PopAllowKeyboardFocus();
    pop_look();
    const bool hovered = ImGui::IsItemHovered();
    event.active = ImGui::IsItemActive();
    const bool asked = look.lines == 1 || ImGui::GetIO().KeyCtrl;
    event.submitted = asked && ImGui::IsItemDeactivated() && enter_went_down();
    event.left = ImGui::IsItemDeactivatedAfterEdit();
    if (shown.empty() && !look.hint.empty()) draw_hint(ui, at, look);
    if (event.active) draw_box(ui, at, Color::none, Color::accent, kRadius, 2);
    if (!look.why_not.empty() && (hovered || event.active)) ui.set_status(look.why_not);
    if (!look.why_not.empty() && hovered) tip(ui, look.why_not);
    log_widget(ui, {std::string(name),
                    at,
                    {},
                    look.why_not.empty(),
                    event.active,
                    event.submitted,
                    std::string(look.why_not),
                    id});
    return event;
}

struct Typing {
    NoteText& note;
    const WidthOf& width_of;
    bool anew = false;   // width or glyphs are others
    bool begins = false; // by keyboard, and with the caret behind what stands there
};

int follow_typing(ImGuiInputTextCallbackData* data)
{
    Typing& typing = *static_cast<Typing*>(data->UserData);
    if (std::exchange(typing.begins, false))
        data->CursorPos = data->SelectionStart = data->SelectionEnd = data->BufTextLen;
    const std::string now(data->Buf, static_cast<std::size_t>(data->BufTextLen));
    if (now == typing.note.shown && !typing.anew) return 0;
    const bool backwards = ImGui::IsKeyPressed(static_cast<int>(Key::backspace), true);
    const std::size_t caret =
        take_typing(typing.note, now, static_cast<std::size_t>(data->CursorPos), backwards, typing.width_of);
    if (now != typing.note.shown) {
        data->DeleteChars(0, data->BufTextLen);
        data->InsertChars(0, typing.note.shown.c_str());
    }
    data->CursorPos = data->SelectionStart = data->SelectionEnd = static_cast<int>(caret);
    return 0;
}

FieldLook grown(const NoteText& note, const FieldLook& look)
{
    FieldLook more = look;
    const auto lines = 1 + static_cast<int>(std::count(note.shown.begin(), note.shown.end(), '\n'));
    more.lines = std::max({2, look.lines, lines});
    return more;
}

} // namespace

FieldEvent text_field(Ui& ui, std::string_view name, std::string& value, const FieldLook& look)
{
    ui.fonts.want(Face::regular, ui.theme.size(Type::body), value);
    const FieldEvent event = draw_field(
        ui, name, look, value, [&](const std::string& label, const Rect& at) { return edit(label, value, look, at); });
    keep_within(value, look.max_bytes);
    return event;
}

float note_box_height(Ui& ui, const NoteText& note, const FieldLook& look)
{
    return field_rect(ui, grown(note, look)).h;
}

FieldEvent note_box(Ui& ui, std::string_view name, NoteText& note, const FieldLook& look)
{
    const float body = ui.theme.size(Type::body);
    ui.fonts.want(Face::regular, body, note.words);
    ImFont* font = ui.fonts.font(Face::regular, body);
    const WidthOf width_of = [font](std::string_view piece) {
        return font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, piece.data(), piece.data() + piece.size()).x;
    };
    // The scroll bar's room is kept free, so that a text that grows does not break anew.
    const float scroll_bar = ImGui::GetStyle().ScrollbarSize;
    const float width = look.width > 0 ? look.width : ImGui::GetContentRegionAvail().x;
    const float room = width - 2 * ui.theme.px(kGap12) - scroll_bar;
    const bool anew = note.room != room || note.generation != ui.fonts.generation();
    note.room = room, note.generation = ui.fonts.generation();
    // ImGui has its own copy of what it is editing: that is wrapped anew where it can be told.
    const bool editing = ImGui::GetActiveID() == ImGui::GetID(std::string("##").append(name).c_str());
    if (!editing && (anew || note.wrapped != note.words)) wrap_note(note, width_of);
    const FieldLook more = grown(note, look);
    const std::string before = note.words;
    FieldEvent event = draw_field(ui, name, more, note.shown, [&](const std::string& label, const Rect& at) {
        Typing typing{note, width_of, anew, !editing && !ImGui::GetIO().MouseDown[0]};
        std::string buffer = note.shown;
        const ImGuiInputTextFlags locked = look.why_not.empty() ? 0 : ImGuiInputTextFlags_ReadOnly;
        // Taking back would put pieces at places that the line breaks have moved.
        const ImGuiInputTextFlags flags = locked | ImGuiInputTextFlags_CallbackAlways | ImGuiInputTextFlags_NoUndoRedo;
        return ImGui::InputTextMultiline(label.c_str(), &buffer, {at.w, at.h}, flags, follow_typing, &typing);
    });
    event.changed = note.words != before;
    return event;
}

} // namespace sonae::ui
