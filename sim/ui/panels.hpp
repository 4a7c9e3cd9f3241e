// Surfaces that hold other widgets: the screen, cards, scroll areas, the toast and the modal question.
#pragma once

#include "ui/buttons.hpp"

namespace sonae::ui {

// The whole window, on ground colour. Everything of a frame is drawn between these. Returns the window's rectangle.
Rect begin_screen(Ui& ui, std::string_view name, Color ground = Color::ground);
void end_screen(Ui& ui);

struct CardLook {
    std::string_view title = {};
    std::string_view aside = {}; // caption at the right of the title
    bool scrolls = false;        // what is below the title scrolls when it is too high
    Color fill = Color::panel;
    float padding = kGap16; // design pixels
};
// A panel at a place; between begin and end, widgets flow inside its padding.
void begin_card(Ui& ui, std::string_view name, const Rect& at, const CardLook& look = {});
void end_card(Ui& ui);

// An area of the given size (0: what is left) that scrolls up and down. By wheel, and by focus moving through it.
void begin_scroll(Ui& ui, std::string_view name, float width = 0, float height = 0);
void end_scroll(Ui& ui);

// A panel over everything that is drawn before and after it, without taking the focus: a list under a field, a toast.
void begin_layer(Ui& ui, std::string_view name, const Rect& at);
void end_layer(Ui& ui);

// Puts the cursor at a point of the current panel, and says how much width is left at it.
void move_to(ImVec2 at);
ImVec2 cursor();
float width_left();
float height_left();
// The next widget stands on the same line, so many design pixels further.
void beside(Ui& ui, float design = kGap8);

// Words over everything, near the mouse, for as long as the thing drawn last is hovered.
void tip(Ui& ui, std::string_view words);

struct Toast { // scratch of a window
    std::string words;
    std::string undo; // label of the undo button; empty: none
    double shown_at = -1;
    void show(std::string_view what, std::string_view undo_label = {});
};
inline constexpr double kToastSeconds = 6;
// Bottom left. True when `toast.undo` was pressed.
bool draw_toast(Ui& ui, Toast& toast, float bottom_margin = 0);

struct Verb {
    std::string_view name; // the control is `<question>.<name>`
    std::string_view label;
    Role role = Role::secondary;
    Key key = Key::none;
    std::string_view hint = {};
};
// Modal, in the middle, dims the rest; drawn for as long as it is called. Escape presses the last verb.
std::optional<int> question(Ui& ui, std::string_view name, std::string_view title, std::string_view words,
                            std::span<const Verb> verbs);

} // namespace sonae::ui
