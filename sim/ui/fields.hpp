// Typing. The text belongs to the caller's scratch struct; a field only edits it.
#pragma once

#include "ui/note_text.hpp"
#include "ui/text.hpp"

namespace sonae::ui {

struct FieldLook {
    std::string_view hint = {}; // shown while empty
    float width = 0;            // 0: what is left
    int lines = 1;              // more: a box of that many lines; Enter breaks the line
    std::size_t max_bytes = 4000;
    bool take_focus = false;   // put the cursor here now
    bool caret_at_end = false; // and there behind what stands already
    std::string_view why_not = {};
};
struct FieldEvent {
    bool active = false; // it has the cursor
    bool changed = false;
    bool submitted = false; // Enter in a field of one line
    bool left = false;      // the cursor went elsewhere after a change
};
FieldEvent text_field(Ui& ui, std::string_view name, std::string& value, const FieldLook& look = {});
// A box of at least `look.lines` lines that breaks its text into lines and grows with it. `submitted`: Ctrl+Enter.
FieldEvent note_box(Ui& ui, std::string_view name, NoteText& note, const FieldLook& look = {});
float note_box_height(Ui& ui, const NoteText& note, const FieldLook& look = {});

} // namespace sonae::ui
