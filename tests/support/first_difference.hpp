// Where two texts differ first, for the message of a check that compares them.
#pragma once

#include <string>

namespace sonae::test {

// "line 2\n  expected: …\n  found:    …"; empty when both are the same.
std::string first_difference(const std::string& expected, const std::string& found);

} // namespace sonae::test
