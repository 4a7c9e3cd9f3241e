// Prompts that are answered in words: everyone writes in silence, the table talks, and one answer stands. The words
// themselves lie in the tables of texts.
#pragma once

#include "base/localized.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace sonae::workshop {

struct Prompt {
    std::string id;
    Localized text, help;
    bool personal = true;         // everyone writes first, sealed until the facilitator reveals
    int most = 1;                 // notes of one writer
    std::size_t characters = 400; // of a note
};

struct NoteKey {
    std::size_t prompt = 0;
    int seat = 0; // 0: the table's
    int note = 1; // 1 …
    auto operator<=>(const NoteKey&) const = default;
};

struct NotesState {
    std::map<NoteKey, std::uint32_t> written; // the step that wrote it, as in Cell
    bool operator==(const NotesState&) const = default;
};

} // namespace sonae::workshop
