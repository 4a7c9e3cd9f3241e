// A text that breaks into lines while it is typed, as ImGui's own field can't: what is shown has line breaks that are
// not part of the words.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace sonae::ui {

struct NoteText {
    std::string words;             // what was written
    std::string shown;             // with soft line breaks
    std::vector<std::size_t> soft; // byte offsets of these in `shown`, ascending
    std::string wrapped;           // the words that `shown` was made of, for this width and these glyphs
    float room = 0;
    std::uint32_t generation = 0;
};

using WidthOf = std::function<float(std::string_view)>; // of a piece without line breaks

// Breaks the words into lines of the note's width.
void wrap_note(NoteText& note, const WidthOf& width_of);

// The field holds `now` after somebody typed, with the caret behind so many bytes. Words and what is shown follow; the
// caret's new place is returned. A soft break that was taken out takes the letter before it along (`backwards`: by
// Backspace), or the one behind it.
std::size_t take_typing(NoteText& note, std::string_view now, std::size_t caret, bool backwards,
                        const WidthOf& width_of);

} // namespace sonae::ui
