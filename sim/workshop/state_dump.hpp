// A drill's state as JSON, with names instead of numbers: a lens for whoever asks how a moment came about.
#pragma once

#include "workshop/room.hpp"

#include <string>

namespace sonae::workshop {

std::string dump_state(const Drill& drill);

} // namespace sonae::workshop
