// The parts of a session's page that are not an activity's.
#pragma once

#include "report/activities/workshop_report.hpp"

#include <set>

namespace sonae::report {

struct WorkshopPage {
    const WorkshopInput& input;
    const ActivitySource& from;
    std::set<std::string> entered; // blocks
};

// The blocks that the table turned to while it held the session.
std::set<std::string> entered_blocks(const workshop::Table& table, const workshop::Session& session);

void write_workshop_top(Html& html, const WorkshopPage& page);
void write_promises(Html& html, const WorkshopPage& page);
void write_leaves(Html& html, const WorkshopPage& page);
void write_brought(Html& html, const WorkshopPage& page);
void write_agenda(Html& html, const WorkshopPage& page);
void write_facts(Html& html, const WorkshopPage& page);

} // namespace sonae::report
