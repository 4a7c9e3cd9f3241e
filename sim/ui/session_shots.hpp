// The screens of sessions worth seeing, for all_shots().
#pragma once

#include "ui/shots.hpp"

namespace sonae::ui {

std::vector<Shot> session_shots();

} // namespace sonae::ui
