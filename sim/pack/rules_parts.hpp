// The families of whole-pack rules. For rules.cpp.
#pragma once

#include "pack/possible.hpp"
#include "pack/rules.hpp"

namespace sonae::pack {

void check_reach(const WholePack& whole);      // story.unreachable, story.always_false, option.never
void check_zero_delay(const WholePack& whole); // story.zero_delay_cycle

} // namespace sonae::pack
