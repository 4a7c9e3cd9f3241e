// The result page of a session: what the table made in it, what is still missing by name, what it leaves behind, and
// what was promised. One HTML file that prints on A4, opens in any browser and in Word, and needs nothing beside it.
#pragma once

#include "report/activities/source.hpp"

#include <span>

namespace sonae::report {

struct WorkshopInput {
    const workshop::Table& table;
    const workshop::Session& session; // one of the table's
    workshop::TextsOf texts;          // may be empty, and whatever it no longer has is marked as gone
    Language language = Language::ja;
    // What a drill of the same company declares that it reads: for what the session's values change there. May be
    // empty.
    std::span<const engine::Output> later = {};
};

std::string write_workshop_html(const WorkshopInput& input);

// The table's sessions, the earliest first, the one at hand last.
std::vector<std::shared_ptr<const workshop::Session>> sessions_of(const workshop::Table& table);

} // namespace sonae::report
