// After a drill: how it ended, what moved the figures, when what happened, what each decision set in motion, and what
// to improve. Everything comes from the report's result, so that screen and page say the same.
#pragma once

#include "report/result.hpp"
#include "ui/panels.hpp"
#include "ui/tiles.hpp"
#include "ui/views/intents.hpp"
#include "ui/views/source.hpp"

#include <string>
#include <vector>

namespace sonae::ui {

// What the report needs of a table's drill, with what was typed beside its decisions.
report::SessionInput make_session_input(const PlaySource& from);

struct EndSource {
    const report::Result& result;
    const Strings& s;
    std::string saved_to; // where the result page was written; empty: not yet
    std::string trouble;  // why it could not be written
};

struct EndCause {
    std::string owner, text, amount; // "決定 B", "保守回線を閉じた", "▲180万円"
};
struct EndFigure {
    std::string label, from_to, change;
    Tone tone = Tone::plain;
    std::vector<EndCause> causes; // the largest
    std::size_t more_causes = 0;
};
struct EndMoment {
    std::string day; // set on a day's first row
    std::string time, lane, letter, text;
    bool serious = false;
};
struct EndOption {
    std::string text, note;
    bool chosen = false;
};
struct EndDecision {
    std::string letter, title, time, answer, said, feedback;
    bool passed = false; // nobody answered
    std::vector<EndOption> others;
    std::vector<std::string> moved, consequences;
    std::size_t more_consequences = 0;
};
struct EndCard {
    std::string title, if_then, owner, due;
};

struct EndView {
    std::string session, place;
    std::string ending, sentence, text;
    std::string as_recorded; // not empty: other rules recorded it, so that it can't be played on
    std::string preparation;
    std::vector<EndFigure> figures;
    std::vector<EndMoment> timeline;
    std::vector<EndDecision> decisions;
    std::vector<EndCard> cards;
    std::string saved_to, trouble;
};

enum class EndPart : std::uint8_t { outcome, decisions, timeline, cards };
struct EndScratch {
    EndPart part = EndPart::decisions; // outcome stands beside it where there is room
};

EndView make_end_view(const EndSource& from);
void draw_end(Ui& ui, const Strings& s, const EndView& view, EndScratch& scratch, Intents& out);

} // namespace sonae::ui
