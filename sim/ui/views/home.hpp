// The first screen: what this is, the way in, the drills that were begun, and the settings.
#pragma once

#include "base/localized.hpp"
#include "base/sim_time.hpp"
#include "ui/panels.hpp"
#include "ui/preferences.hpp"
#include "ui/strings.hpp"
#include "ui/views/intents.hpp"
#include "workshop/command/drill.hpp"

#include <string>
#include <vector>

namespace sonae::ui {

// One programme file, as the shell read it.
struct KeptDrill {
    std::string path;
    workshop::TableNumber table = 1;
    Localized session, company;
    SimTime moment = 0; // situation time at which it stands
    bool has_ended = false;
    SimTime last_played = 0; // local wall time
    Localized why_not;       // not empty: it can't be opened, and this says why
    std::string company_id;
    bool in_session = false; // no drill: it has no situation time
};

struct HomeSource {
    const Strings& s;
    const std::vector<KeptDrill>& kept; // the last played first
    Preferences preferences;
    SimTime now = 0;         // local wall time
    std::string home_folder; // left out of the paths below it
};

struct KeptRow {
    std::string path;
    std::string title, caption, file, why_not;
};

struct HomeView {
    std::vector<KeptRow> kept;
    Preferences preferences;
};

HomeView make_home_view(const HomeSource& from);
void draw_home(Ui& ui, const Strings& s, const HomeView& view, Intents& out);

} // namespace sonae::ui
