// Reads the expressions of scenarios/README.md ("Expressions"): checks their types, resolves their names and compiles
// them to the engine's flat instructions. Text, nesting and number of operands are bounded; a fault points into the
// text.
#pragma once

#include "engine/expression.hpp"
#include "read/located_json.hpp"
#include "read/names.hpp"

#include <vector>

namespace sonae::read {

inline constexpr std::size_t kMaxExpressionText = 1000; // characters
inline constexpr int kMaxExpressionDepth = 40;

enum class Wanted { condition, figure }; // true or false, or a number of any type

// `at` is the string in the file. After a fault the expression is empty and `code` as it was.
engine::Expression parse_expression(const Value& at, Wanted wanted, Names& names,
                                    std::vector<engine::Instruction>& code, Diagnostics& diagnostics);

Localized type_name(engine::ValueType type);

} // namespace sonae::read
