// The call-tree drill: a situation with its moment, whom the plan names, what came of each call, and the minutes left.
#pragma once

#include "ui/activities/parts.hpp"

namespace sonae::ui {

struct CallTargetView {
    std::string column, label; // "担当　社長"
};

struct CallRowView {
    std::string row, name;
    std::string plan; // number and hours, as the plan has them
    std::vector<CallTargetView> targets;
};

struct CallMadeView {
    std::string who, outcome; // "指揮・担当　社長"; "つながりました（1分）"
    bool answered = false;
};

struct SituationView {
    std::string id, moment, text;
    int used = 0;              // minutes
    std::string minutes, left; // "6分のうち2分"; "残り4分"
    bool reached = false, over = false;
    std::string result;  // reached, or too late; empty: still open
    std::string why_not; // not empty: no call can be made
    std::vector<CallMadeView> made;
};

struct CallsView {
    workshop::TableNumber table = 1;
    std::string activity;
    int minutes = 6; // of each situation
    std::vector<SituationView> situations;
    std::vector<CallRowView> rows;
    std::string last;         // the situation of the last call, which alone can be taken back; empty: none
    std::string back_why_not; // not empty: not even that
};

struct CallsScratch {
    std::string activity;
    std::size_t situation = 0;
};

CallsView make_calls_view(const SessionSource& from, const workshop::Activity& activity);
void draw_calls(Ui& ui, const Strings& s, const CallsView& view, CallsScratch& scratch, Rect at, Intents& out);

} // namespace sonae::ui
