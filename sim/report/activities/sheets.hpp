// The printed sheets of a session: one HTML file that holds a sheet for every activity, each beginning a page of A4.
// Blank ones to print before the workshop and write on; filled ones with what the table made. They never hold what is
// for the facilitator alone, model answers, or what single seats wrote and answered.
#pragma once

#include "report/activities/source.hpp"

#include <memory>

namespace sonae::report {

std::string write_blank_sheets(std::shared_ptr<const workshop::SessionPlan> plan, Language language);

// `session` is one of the table's. `texts` may be empty, and whatever it no longer has is marked as gone.
std::string write_filled_sheets(const workshop::Table& table, const workshop::Session& session,
                                const workshop::TextsOf& texts, Language language);

} // namespace sonae::report
