// The keys that views name. The numbers are GLFW's, so that ImGui's key table reads the same in a window and in a
// headless frame; ui/window checks them.
#pragma once

namespace sonae::ui {

// clang-format off
enum class Key : int {
    none = 0, space = 32, comma = 44, period = 46, slash = 47,
    digit0 = 48, digit1, digit2, digit3, digit4, digit5, digit6, digit7, digit8, digit9,
    a = 65, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r, s, t, u, v, w, x, y, z,
    escape = 256, enter, tab, backspace, insert, del, right, left, down, up, page_up, page_down, home, end,
    f1 = 290, f2, f3, f4, f5, f6, f7, f8, f9, f10, f11, f12,
    keypad_enter = 335, left_shift = 340, left_control = 341, left_alt = 342,
};
// clang-format on

constexpr Key letter_key(int n) { return static_cast<Key>(static_cast<int>(Key::a) + n); }     // 0 is A
constexpr Key digit_key(int n) { return static_cast<Key>(static_cast<int>(Key::digit0) + n); } // 0–9
void map_imgui_keys(); // into the current context

} // namespace sonae::ui
