// Prompts that are answered in words: everyone writes for himself, what was written is shown without names, the table
// writes its answer. What a seat wrote is in its own view until it is shown.
#pragma once

#include "ui/activities/parts.hpp"

namespace sonae::ui {

struct NoteView {
    int note = 1;
    bool written = false;
    std::string text;
};

struct SeatNotesView { // once they are shown
    std::string seat;  // 席1
    std::vector<std::string> notes;
};

struct PromptView {
    std::string id, text, help;
    bool personal = true;
    int most = 1;
    std::size_t characters = 400;
    std::string whose;           // whose answer the fields hold
    std::string why_not;         // not empty: nothing can be written
    std::vector<NoteView> notes; // of the seat, or the table's; the last is free while there may be more
    std::vector<SeatNotesView> seats;
    std::string nobody; // what stands in place of the seats' notes
};

struct PromptsView {
    workshop::TableNumber table = 1;
    std::string activity;
    int seat = 0;
    bool personal = false; // some prompt is
    std::vector<PromptView> prompts;
    SealView seal;
};

// What is being typed, until the room has it.
struct NoteDraft {
    NoteText text;
    std::string loaded;                // as the view had it when the draft was last the same
    std::optional<std::string> posted; // sent on its way
    double changed_at = -1;            // seconds of ImGui's clock; negative: all is sent
    bool active = false;               // the cursor was in it in the last frame
};

struct PromptsScratch {
    std::map<std::string, NoteDraft> drafts; // by workshop::note_field
    std::string go_on;                       // the prompt whose free field wants the cursor
    std::optional<int> sits_at;              // see head_seats
};

// While somebody types on and on, what there is is sent so often.
inline constexpr double kNoteSeconds = 2;

PromptsView make_prompts_view(const SessionSource& from, const workshop::Activity& activity);
void draw_prompts(Ui& ui, const Strings& s, const PromptsView& view, PromptsScratch& scratch, Rect at, Intents& out);

} // namespace sonae::ui
