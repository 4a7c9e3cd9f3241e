// The screen of a running drill: one table, one company. Wide windows show three columns; smaller ones fold the map to
// a strip of zones and put the actions into a drawer.
#pragma once

#include "ui/views/actions.hpp"
#include "ui/views/company_map.hpp"
#include "ui/views/decision.hpp"
#include "ui/views/inbox.hpp"
#include "ui/views/indicators.hpp"
#include "ui/views/record.hpp"
#include "ui/views/top_bar.hpp"

namespace sonae::ui {

struct PlayView {
    TopView top;
    InboxView inbox;
    MapView map;
    DecisionView decision;
    ActionsView actions;
    IndicatorsView indicators;
    RecordView record;
    std::string briefing; // while nothing has happened yet
    bool has_ended = false;
};

enum class Side : std::uint8_t { inbox, figures, actions }; // what the narrow layout shows at the left

struct PlayScratch {
    InboxScratch inbox;
    DecisionScratch decision;
    ActionsScratch actions;
    RecordScratch record;
    Side side = Side::inbox;
    bool drawer = false;      // the actions, in the middle layout
    float figures_height = 0; // of the last frame
};

// What changes from frame to frame without the drill: kept out of the view, which is made once a second at most.
struct PlayMoment {
    TimeView time;
    std::optional<RoomClock> room;
};

PlayView make_play_view(const PlaySource& from, const std::string& picking = {});
void draw_play(Ui& ui, const Strings& s, const PlayView& view, const PlayMoment& now, PlayScratch& scratch,
               Intents& out);

} // namespace sonae::ui
