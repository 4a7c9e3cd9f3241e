// What a cell holds: the same in a pack, in a command and in the state.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace sonae::workshop {

struct Written { // a text: that one is there, never the text itself
    bool operator==(const Written&) const = default;
};

// Empty; yes or no; a count or yen; ids (of a scale's value, of persons, of a row) or a date "2024-03-31"; a text.
using CellValue = std::variant<std::monostate, bool, std::int64_t, std::vector<std::string>, Written>;

} // namespace sonae::workshop
