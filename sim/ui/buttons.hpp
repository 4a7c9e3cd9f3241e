// What can be pressed. Each has a stable name, which is its identity for ImGui and in the WidgetLog: `play.decide`,
// `play.option.b`. A press comes from the mouse, from Enter or Space on the focused control, or from its key.
#pragma once

#include "ui/icons.hpp"
#include "ui/text.hpp"

#include <optional>
#include <span>

namespace sonae::ui {

enum class Role : std::uint8_t { secondary, primary, danger, ghost };

struct ButtonLook {
    Role role = Role::secondary;
    std::string_view hint = {};    // the key as people read it, after the label: "Space"
    Key key = Key::none;           // and the key that presses it
    std::string_view why_not = {}; // not empty: it is off, and this says why
    float width = 0;               // window pixels; 0: as wide as its label
    Icon icon = Icon::none;
    bool selected = false;
};
// Flows at the cursor, 36 design pixels high.
bool button(Ui& ui, std::string_view name, std::string_view label, const ButtonLook& look = {});
bool button_at(Ui& ui, std::string_view name, const Rect& at, std::string_view label, const ButtonLook& look = {});
ImVec2 button_size(Ui& ui, std::string_view label, const ButtonLook& look = {});
// Asks once: the first press shows `ask` on the button, the second is the press. Leaving it calms it down.
bool danger_button(Ui& ui, std::string_view name, std::string_view label, std::string_view ask,
                   const ButtonLook& look = {});

// For components that draw themselves: the area's behaviour, logs, focus ring and reason, without a picture.
struct Pressed {
    bool pressed = false;
    bool hovered = false;
    bool held = false;
    bool focused = false;
};
// Completes the entry with where it is drawn.
void log_widget(Ui& ui, DrawnWidget widget);
Pressed press_area(Ui& ui, std::string_view name, const Rect& at, std::string_view why_not = {}, Key key = Key::none);

struct OptionRow {
    std::string_view letter; // in the square: A–E
    std::string_view words;
    std::string_view right = {};       // what is known of time and cost
    std::string_view right_below = {}; // and of its price
    bool selected = false;
    Key key = Key::none;
    std::string_view why_not = {};
};
bool option_row(Ui& ui, std::string_view name, const OptionRow& row);

struct Segment {
    std::string_view name; // the control's name is the choice's name, a dot and this
    std::string_view label;
    Key key = Key::none;
    std::string_view why_not = {};
};
// One of a few, side by side (低・中・高; tabs), and in further rows where there is no room for all. `selected` -1:
// none yet. Returns the segment that was pressed.
std::optional<int> choice(Ui& ui, std::string_view name, std::span<const Segment> segments, int selected);
float choice_width(Ui& ui, std::span<const Segment> segments);

bool check_box(Ui& ui, std::string_view name, std::string_view label, bool on, std::string_view why_not = {});

// A row of a list: title, a caption below, and at the right a word or a button `<name>`.
struct ActionRow {
    std::string_view title;
    std::string_view caption = {};
    std::string_view label = {}; // of the button; empty: no button
    std::string_view hint = {};
    Key key = Key::none;
    std::string_view why_not = {}; // shown instead of the button when short (`時間外`), else on hover
    std::string_view right = {};   // a word at the right, when there is no button
};
bool action_row(Ui& ui, std::string_view name, const ActionRow& row);

// A whole row that can be pressed: raised on hover, accent bar and soft fill when selected. Draw its content over it.
Pressed list_row(Ui& ui, std::string_view name, const Rect& at, bool selected = false, std::string_view why_not = {});

// A large entry of the home screen.
bool entry(Ui& ui, std::string_view name, const Rect& at, std::string_view title, std::string_view words,
           const ButtonLook& look = {});

} // namespace sonae::ui
