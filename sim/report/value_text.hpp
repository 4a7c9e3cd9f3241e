// A typed value of an output as people read it, on every page alike.
#pragma once

#include "base/localized.hpp"
#include "engine/expression.hpp"

#include <cstdint>
#include <string>

namespace sonae::report {

std::string value_text(engine::ValueType type, std::int64_t value, Language language); // "あり", "12%", "180万円"

} // namespace sonae::report
