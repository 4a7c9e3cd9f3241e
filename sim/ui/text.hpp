// The only way text reaches the screen. `text` flows at ImGui's cursor and takes its place there; `draw_text` puts a
// text at a point and takes no place. Widths are window pixels.
#pragma once

#include "ui/frame.hpp"

namespace sonae::ui {

enum class Align : std::uint8_t { left, center, right };

struct TextStyle {
    Type type = Type::body;
    bool bold = false;
    bool tabular = false; // figures of one width, for what changes or stands in columns
    Color color = Color::ink;
    Align align = Align::left;
    int max_lines = 0;    // 0: all; otherwise the rest is an ellipsis
    bool phrases = false; // break between phrases, lines of a length; headings, bold and the wall always do

    constexpr TextStyle in(Color c) const
    {
        TextStyle s = *this;
        s.color = c;
        return s;
    }
    constexpr TextStyle lines(int n) const
    {
        TextStyle s = *this;
        s.max_lines = n;
        return s;
    }
    constexpr TextStyle right() const
    {
        TextStyle s = *this;
        s.align = Align::right;
        return s;
    }
    constexpr TextStyle centered() const
    {
        TextStyle s = *this;
        s.align = Align::center;
        return s;
    }
    constexpr TextStyle strong() const
    {
        TextStyle s = *this;
        s.bold = true;
        return s;
    }
    constexpr TextStyle by_phrase() const
    {
        TextStyle s = *this;
        s.phrases = true;
        return s;
    }
    constexpr TextStyle figures() const
    {
        TextStyle s = *this;
        s.tabular = true;
        return s;
    }
};
inline constexpr TextStyle kCaption{.type = Type::caption, .color = Color::ink2};
inline constexpr TextStyle kBody{};
inline constexpr TextStyle kBold{.bold = true};
inline constexpr TextStyle kHeading{.type = Type::heading, .bold = true};
inline constexpr TextStyle kTitle{.type = Type::title, .bold = true};
inline constexpr TextStyle kFigure{.type = Type::figure, .bold = true, .tabular = true};

// Flows: `wrap` 0 takes the width that is left in the region, kNoWrap is one line. Returns where it stands.
Rect text(Ui& ui, std::string_view words, const TextStyle& style = kBody, float wrap = 0);
// At a point; with Align::right or center, `wrap` must be a width, and the text stands within it.
Rect draw_text(Ui& ui, ImVec2 at, std::string_view words, const TextStyle& style = kBody, float wrap = kNoWrap);
// One line, centred in height within a box.
Rect draw_text_in(Ui& ui, const Rect& box, std::string_view words, const TextStyle& style = kBody);
// How much room it takes: the widest line, and all lines' height.
ImVec2 measure(Ui& ui, std::string_view words, const TextStyle& style = kBody, float wrap = kNoWrap);

// Caption to the left and a value at the right edge of the region, on one line.
void text_pair(Ui& ui, std::string_view left, std::string_view right, const TextStyle& left_style = kCaption,
               const TextStyle& right_style = kBody);

// One of a list: a dot, and beside it the text, all its lines under each other.
void text_item(Ui& ui, std::string_view words, const TextStyle& style = kBody);

// Design pixels of vertical air, and a thin rule over the region's width.
void gap(Ui& ui, float design);
void separator(Ui& ui);
// What an empty list will hold, and what to do.
void empty_state(Ui& ui, std::string_view sentence, std::string_view what_to_do = {});

} // namespace sonae::ui
