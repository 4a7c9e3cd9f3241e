// A typed value of an output as people read it, on every screen, page and line alike.
#pragma once

#include "base/localized.hpp"
#include "engine/expression.hpp"

#include <cstdint>
#include <string>

namespace sonae::workshop {

std::string value_text(engine::ValueType type, std::int64_t value, Language language); // "はい", "12%", "180万円"

} // namespace sonae::workshop
