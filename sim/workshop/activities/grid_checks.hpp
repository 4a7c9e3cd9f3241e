// The checks of a grid. For findings.cpp.
#pragma once

#include "workshop/activities/findings.hpp"

namespace sonae::workshop {

void check_grid(std::vector<Finding>& found, const Session& session, const Activity& activity, std::size_t grid,
                const FindingWords& wanted);

} // namespace sonae::workshop
