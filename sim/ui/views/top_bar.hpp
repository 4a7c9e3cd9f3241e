// Where and when we are, and how time passes.
#pragma once

#include "ui/panels.hpp"
#include "ui/views/intents.hpp"
#include "ui/views/source.hpp"

#include <string>

namespace sonae::ui {

// How the room's time runs: given by the shell, no part of the drill.
struct TimeView {
    bool running = false;
    int speed = 60;
};

struct TopView {
    std::string session, place, clock, elapsed;
    std::string why_no_time; // why time cannot pass now; empty: it can
    bool has_ended = false;
};

TopView make_top_view(const PlaySource& from);
void draw_top_bar(Ui& ui, const Strings& s, const TopView& view, const TimeView& time, bool arrows_are_free,
                  const Rect& at, Intents& out);

} // namespace sonae::ui
