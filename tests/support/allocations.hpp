// Counts what the whole test program allocates through operator new.
#pragma once

#include <cstdint>

namespace sonae::test {

std::uint64_t allocations();

} // namespace sonae::test
