// What has been decided and what came of it. One line at the bottom of the screen; opened, it is the whole record, from
// which the table can go back.
#pragma once

#include "ui/panels.hpp"
#include "ui/views/intents.hpp"
#include "ui/views/source.hpp"

#include <string>
#include <vector>

namespace sonae::ui {

struct RecordRow {
    std::string time, words, reason;
    EntryId back_to; // where going back leads; none for what only happened
    int number = 0;  // of the entry: `play.rewind.<number>`
    bool is_own = false;
};

struct RecordView {
    std::vector<RecordRow> rows; // the newest first
};

struct RecordScratch {
    bool open = false;
    EntryId asking; // going back was pressed and is being asked about
    std::string asking_words;
};

RecordView make_record_view(const PlaySource& from, const Known& known);
// The line, or a sentence in its place (why something cannot be done).
void draw_record_line(Ui& ui, const Strings& s, const RecordView& view, RecordScratch& scratch, const Rect& at);
void draw_record(Ui& ui, const Strings& s, const RecordView& view, RecordScratch& scratch, const Rect& at);
void ask_before_going_back(Ui& ui, const Strings& s, RecordScratch& scratch, Intents& out);

} // namespace sonae::ui
