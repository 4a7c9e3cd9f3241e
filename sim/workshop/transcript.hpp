// A drill retold as text, one fact a line, each decision before what it caused. Golden tests compare it.
#pragma once

#include "workshop/room.hpp"

#include <string>

namespace sonae::workshop {

std::string transcript(const Drill& drill, Language language);

} // namespace sonae::workshop
