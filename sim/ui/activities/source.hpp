// What the views of a session read: one table's session in a snapshot, and who sits before the screen.
#pragma once

#include "ui/strings.hpp"
#include "ui/views/intents.hpp"
#include "workshop/activities/findings.hpp"
#include "workshop/activities/texts.hpp"

#include <optional>

namespace sonae::ui {

struct SessionSource {
    const Strings& s;
    const workshop::Table& table; // it has a session
    const workshop::TableTexts& texts;
    int seat = 0;                        // 0: the table together; 1 …: one person of it, for what is private
    std::string why_not = {};            // not empty: nothing can be changed, and this says why
    std::optional<CivilDate> today = {}; // of the room; nothing: no fact is told to be out of date

    const workshop::Session& session() const { return *table.session; }
    const workshop::SessionPlan& plan() const { return *session().plan; }
    Language language() const { return s.language(); }
    const std::string& say(const Localized& words) const { return words.in(language()); }
};

// Who works in a grid: everyone for himself only where each gives values of his own.
inline SessionSource for_grid(SessionSource from, bool rated)
{
    if (!rated) from.seat = 0;
    return from;
}

} // namespace sonae::ui
