// The decision at hand: the question, its options as rows, why, how sure, and the one primary button.
#pragma once

#include "ui/panels.hpp"
#include "ui/views/intents.hpp"
#include "ui/views/source.hpp"

#include <string>
#include <vector>

namespace sonae::ui {

struct OptionView {
    std::string slug, words, note, why_not;
};

struct DecisionView {
    std::string slug; // empty: nothing is to be decided now
    std::string heading, question;
    std::string deadline; // "答えなければ 01:40 に見送り（あと2時間）"
    std::vector<OptionView> options;
    std::int32_t room_seconds = 0; // that the table has for it; 0: as long as it likes
};

struct DecisionScratch {
    std::string decision; // whose answer this is
    int selected = -1;
    int confidence = 0; // 0 not said
    std::string reason;
    float options_height = 0; // of the last frame
};

DecisionView make_decision_view(const PlaySource& from);
// The room's clock beside the situation's; nothing without one.
struct RoomClock {
    std::int32_t left = 0, whole = 0; // seconds
};
void draw_decision(Ui& ui, const Strings& s, const DecisionView& view, std::optional<RoomClock> clock,
                   DecisionScratch& scratch, const Rect& at, Intents& out);
// The height at which nothing has to scroll.
float decision_height(Ui& ui, const Strings& s, const DecisionView& view, const DecisionScratch& scratch, float width);

} // namespace sonae::ui
