// What the table may set in motion at any time, what is under way, and, for an action that needs one, whom or what it
// is aimed at.
#pragma once

#include "ui/panels.hpp"
#include "ui/views/intents.hpp"
#include "ui/views/source.hpp"

#include <string>
#include <vector>

namespace sonae::ui {

struct ActionItem {
    std::string slug, title, caption, note, why_not;
    bool needs_target = false;
};
struct RunningItem {
    std::string slug, target, title, caption;
};
struct TargetItem {
    std::string slug, name, caption;
    HostMark mark = HostMark::healthy;
    bool is_host = false;
};

struct ActionsView {
    std::string free_people;
    std::vector<RunningItem> running;
    std::vector<ActionItem> ready, blocked;
    // While a target is chosen.
    std::string picking, picking_title;
    std::string picking_caption; // what it takes, when it takes the same for every target
    engine::TargetKind takes = engine::TargetKind::none;
    std::vector<TargetItem> targets;
    std::vector<std::string> target_slugs;
};

struct ActionsScratch {
    std::string picking; // the action whose target is being chosen
};

ActionsView make_actions_view(const PlaySource& from, const Known& known, const std::string& picking);
void draw_actions(Ui& ui, const Strings& s, const ActionsView& view, ActionsScratch& scratch, const Rect& at,
                  Intents& out);
void draw_action_rows(Ui& ui, const Strings& s, const ActionsView& view, ActionsScratch& scratch, Intents& out);

} // namespace sonae::ui
