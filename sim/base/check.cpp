#include "base/check.hpp"

#include <fmt/format.h>

namespace sonae {

void fail_check(const char* kind, const char* expression, const char* file, int line)
{
    throw CheckFailure(fmt::format("{} {} ({}:{})", kind, expression, file, line));
}

} // namespace sonae
