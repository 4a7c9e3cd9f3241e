// A set of choices in order, as questionnaires, columns and bands use them.
#pragma once

#include "base/localized.hpp"
#include "engine/company.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
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

// The one of that id; null when there is none.
template <class Row>
const Row* called(const std::vector<Row>& rows, std::string_view id)
{
    const auto at = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.id == id; });
    return at == rows.end() ? nullptr : &*at;
}

} // namespace sonae::workshop
