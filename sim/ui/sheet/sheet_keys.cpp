#include "ui/sheet/sheet_keys.hpp"

#include "ui/keys.hpp"

#include <imgui_internal.h>

#include <array>

namespace sonae::ui {
namespace {

bool struck(Key key) { return ImGui::IsKeyPressed(static_cast<int>(key), true); }
bool enter_struck() { return struck(Key::enter) || struck(Key::keypad_enter); }

bool walk(SheetHand& hand, const SheetScratch& scratch)
{
    struct Way {
        Key key;
        int down, right;
    };
    constexpr std::array kWays = {Way{Key::up, -1, 0}, Way{Key::down, 1, 0}, Way{Key::left, 0, -1},
                                  Way{Key::right, 0, 1}};
    const ImGuiIO& io = ImGui::GetIO();
    const auto page = static_cast<int>(scratch.sight.row);
    for (const Way& way : kWays)
        if (struck(way.key)) {
            io.KeyCtrl ? hand.to_edge(way.down, way.right, io.KeyShift) : hand.move(way.down, way.right, io.KeyShift);
            return true;
        }
    if (struck(Key::page_down)) return hand.move(page, 0, io.KeyShift), true;
    if (struck(Key::page_up)) return hand.move(-page, 0, io.KeyShift), true;
    if (struck(Key::home)) return hand.to_edge(io.KeyCtrl ? -1 : 0, -1, io.KeyShift), true;
    if (struck(Key::end)) return hand.to_edge(io.KeyCtrl ? 1 : 0, 1, io.KeyShift), true;
    if (struck(Key::tab)) return hand.move(0, io.KeyShift ? -1 : 1), true;
    return false;
}

void with_control(SheetHand& hand, SheetScratch& scratch)
{
    if (struck(Key::c) || struck(Key::x)) ImGui::SetClipboardText(hand.copy().c_str());
    if (struck(Key::x)) hand.clear();
    if (struck(Key::v))
        if (const char* words = ImGui::GetClipboardText()) scratch.left_out = hand.paste(words);
    if (struck(Key::z)) ImGui::GetIO().KeyShift ? hand.redo() : hand.undo();
    if (struck(Key::y)) hand.redo();
    if (struck(Key::a)) hand.select_all();
}

} // namespace

std::string take_struck_words()
{
    std::string words;
    ImGuiIO& io = ImGui::GetIO();
    if (io.KeyCtrl && !io.KeyAlt) return words;
    for (const ImWchar letter : io.InputQueueCharacters) {
        std::array<char, 5> utf8{};
        if (letter >= 0x20 && letter != 0x7F) words += ImTextCharToUtf8(utf8.data(), letter);
    }
    io.InputQueueCharacters.resize(0);
    return words;
}

void carry_out_keys(SheetHand& hand, SheetScratch& scratch)
{
    const bool control = ImGui::GetIO().KeyCtrl && !ImGui::GetIO().KeyAlt;
    if (walk(hand, scratch)) return;
    if (control) return with_control(hand, scratch);
    if (struck(Key::escape)) {
        scratch.has_keys = false;
        return;
    }
    if (struck(Key::del) || struck(Key::backspace)) return hand.clear();
    if (enter_struck() || struck(Key::f2)) return hand.edit();
    const std::string words = take_struck_words();
    if (words == " " && hand.is_tick()) return hand.toggle();
    if (!words.empty()) hand.strike(words);
}

void carry_out_typing_keys(SheetHand& hand, SheetScratch& scratch)
{
    if (struck(Key::escape)) return hand.cancel();
    if (struck(Key::down)) return hand.pick(1);
    if (struck(Key::up)) return hand.pick(-1);
    const bool back = ImGui::GetIO().KeyShift;
    if (struck(Key::tab)) hand.commit(0, back ? -1 : 1);
    if (enter_struck()) hand.commit(back ? -1 : 1, 0);
    if (!scratch.typed) scratch.has_keys = true;
}

} // namespace sonae::ui
