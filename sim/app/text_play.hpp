// The drill as text on a terminal, for a person.
#pragma once

#include "app/command_line.hpp"
#include "app/played.hpp"

namespace sonae::app {

int play_on_terminal(const Shared& shared, Played& played);

} // namespace sonae::app
