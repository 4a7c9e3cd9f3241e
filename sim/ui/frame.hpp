// What every widget is given: the theme, the fonts and where to write down what was drawn. One a window; it holds
// nothing of the room.
#pragma once

#include "ui/fonts.hpp"
#include "ui/keys.hpp"
#include "ui/rect.hpp"
#include "ui/text_layout.hpp"
#include "ui/theme.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sonae::ui {

struct DrawnText {
    std::string text; // one line
    Rect at;
    Rect clip;
    std::uint64_t layer = 0; // texts of one layer must not overlap; a popup is a layer of its own
    bool scrolls = false;    // may be cut above and below, never at its sides
    bool shortened = false;  // ended by an ellipsis, where the caller allowed it
    float pixels = 0;
};
using TextLog = std::vector<DrawnText>;
// One sentence for each text that is clipped or overlaps another; empty when the frame is sound.
std::vector<std::string> text_faults(const TextLog& log);

struct DrawnWidget {
    std::string name;
    Rect at;
    Rect clip;
    bool enabled = true;
    bool focused = false;
    bool pressed = false;
    std::string why_not;
    unsigned id = 0;    // ImGui's
    unsigned layer = 0; // as a text's
};
struct WidgetLog {
    std::vector<DrawnWidget> drawn;
    const DrawnWidget* find(std::string_view name) const;
};

class Ui {
  public:
    explicit Ui(Fonts& all_fonts) : fonts(all_fonts) {}

    Theme theme;
    Fonts& fonts;
    TextLayouts layouts;
    TextLog texts; // this frame's; filled when `logs_text`
    WidgetLog widgets;
    bool logs_text = false;

    // The reason why the hovered or focused control is off, of the frame before: shown by a screen in its status line.
    const std::string& status() const { return shown_status_; }
    void set_status(std::string_view reason) { next_status_ = reason; }

    // True once when the key went down, is not being typed into a field, is not taken by a modal question above, and
    // (Enter, Space) is not needed by the focused control.
    bool key_pressed(Key key) const;
    bool is_typing() const;

    // Asks the window for another frame within so many seconds.
    void redraw_in(float seconds);
    float redraw_due() const { return redraw_due_; } // negative: no need

    // Between ImGui::NewFrame and the first widget.
    void begin_frame(const ThemeChoice& choice, float window_height);

    // For panels: whether each open card scrolls.
    std::vector<bool> open_cards;
    // For widgets: the control that keyboard navigation stands on takes Enter and Space.
    void note_focus() { next_focus_ = true; }
    bool focus_takes_keys() const { return focus_; }
    // For a control that has all keys to itself, a sheet: in the next frame no other is pressed by its key, and neither
    // Tab nor an arrow moves the focus.
    void hold_keys() { next_held_ = true; }
    // Tab brought the focus to this control: the one drawn after the focused one. ImGui 1.86 itself tabs only from text
    // field to text field.
    bool is_tabbed_to(unsigned id) const { return id != 0 && id == tab_target_; }
    // In the next frame the focus goes to the control of this name: for one that was moved elsewhere.
    void focus_on(std::string_view name) { next_called_ = name; }
    bool is_called(std::string_view name) const { return !called_.empty() && called_ == name; }

  private:
    std::string shown_status_, next_status_;
    bool focus_ = false, next_focus_ = false;
    bool held_ = false, next_held_ = false;
    unsigned tab_target_ = 0;
    std::string called_, next_called_;
    mutable unsigned taken_arrows_ =
        0; // arrows that a control of this frame has as its key: they do not move the focus
    bool highlight_was_off_ = true;
    float redraw_due_ = -1;
    float styled_scale_ = 0;
    ThemeChoice styled_;
};

} // namespace sonae::ui
