// A set of choices in order, as questionnaires, columns and bands use them.
#pragma once

#include "base/localized.hpp"
#include "engine/company.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sonae::workshop {

struct ScaleValue {
    std::string id;
    std::int64_t value = 0; // what it counts in scores and computed columns; in a band, the least value that is in it
    Localized name, text;   // on the button; what it means
    bool unknown = false;   // "I don't know": counted apart
    std::optional<engine::Hours> hours; // of a scale of shifts: when somebody answers
};

struct Scale {
    std::string id;
    Localized name;
    std::vector<ScaleValue> values;
};

} // namespace sonae::workshop
