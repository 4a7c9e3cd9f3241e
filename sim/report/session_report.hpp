// The result page of a drill: one HTML file that prints on A4, opens in any browser and in Word, and needs nothing
// beside it.
#pragma once

#include "report/result.hpp"

namespace sonae::report {

std::string write_session_html(const SessionInput& input);
std::string write_session_html(const Result& result);

} // namespace sonae::report
