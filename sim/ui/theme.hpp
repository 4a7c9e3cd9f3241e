// The visual language as tokens: colours, type scale, spaces. No view writes a colour or a pixel of its own.
// A theme is a value made from the look, the surface, the window's height and the reader's text size.
#pragma once

#include <imgui.h>

#include <cstdint>

namespace sonae::ui {

enum class Look : std::uint8_t { light, dark, contrast };
enum class Surface : std::uint8_t { console, wall }; // the wall's type is a fraction of its height

// clang-format off
enum class Color : std::uint8_t {
    ground, panel, raised, line, rule, ink, ink2, ink3,
    accent, accent_soft, on_accent,
    ok, ok_fill, ok_soft, warn, warn_fill, warn_soft,
    serious, serious_fill, serious_soft, on_serious, unknown, unknown_fill, unknown_soft,
    table1, table2, table3, table4, table5, table6,
    none // draws nothing
};
// clang-format on
inline constexpr int kColorCount = static_cast<int>(Color::none) + 1;

// What a state means to the reader; each has a text colour, a fill and a soft ground.
enum class Tone : std::uint8_t { plain, accent, ok, warn, serious, unknown };
Color ink_of(Tone tone);
Color fill_of(Tone tone);
Color soft_of(Tone tone);

enum class Type : std::uint8_t { caption, body, heading, title, figure }; // figure: title size, tabular width
inline constexpr int kTypeCount = 5;

// Design pixels are those of a console 1080 px high at 100 %.
inline constexpr float kGap4 = 4, kGap8 = 8, kGap12 = 12, kGap16 = 16, kGap24 = 24, kGap32 = 32;
inline constexpr float kRadius = 6, kTarget = 36, kOptionTarget = 44;

struct ThemeChoice {
    Look look = Look::light;
    Surface surface = Surface::console;
    int text_percent = 100; // 100–200
    bool operator==(const ThemeChoice&) const = default;
};

struct Theme {
    ThemeChoice choice;
    float scale = 1; // window pixels a design pixel; never so small that body text falls under 14 px
    ImU32 colors[kColorCount] = {};
    float sizes[kTypeCount] = {}; // window pixels, whole

    ImU32 operator()(Color color) const { return colors[static_cast<int>(color)]; }
    float px(float design) const { return design * scale; }
    float size(Type type) const { return sizes[static_cast<int>(type)]; }
    float line_height(Type type) const; // window pixels from one base line to the next
    float hairline() const;             // a 1 px rule, thicker on large screens, whole
};

Theme make_theme(const ThemeChoice& choice, float window_height);
// ImGui's own style, for the few things that it draws by itself (text fields, scroll bars, tables). Vertical item
// spacing is zero: heights add up, and what lies between is said with `gap`.
void set_imgui_style(const Theme& theme);

} // namespace sonae::ui
