#include "support/first_difference.hpp"

#include <sstream>

namespace sonae::test {

std::string first_difference(const std::string& expected, const std::string& found)
{
    std::istringstream e(expected), f(found);
    std::string left, right;
    for (int line = 1;; ++line) {
        const bool more_left = static_cast<bool>(std::getline(e, left)),
                   more_right = static_cast<bool>(std::getline(f, right));
        if (!more_left && !more_right) return {};
        if (left == right && more_left == more_right) continue;
        return "line " + std::to_string(line) + "\n  expected: " + (more_left ? left : "(end)") +
               "\n  found:    " + (more_right ? right : "(end)");
    }
}

} // namespace sonae::test
