// The first page's picture as inline SVG: the loss over time as a step line, the decisions as lettered rules, and
// below, on the same axis, the events in lanes. Attributes only, no style sheet: converters to PDF ignore one inside
// SVG.
#pragma once

#include "report/result.hpp"

namespace sonae::report {

std::string write_chart(const Result& result);

// 11/25 00:12;  25 Nov 00:12: for tables, where a weekday finds no room.
std::string short_moment(SimTime time, Language language);
std::string short_date(SimTime time, Language language);

} // namespace sonae::report
