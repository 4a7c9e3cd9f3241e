// What evaluating an expression, foreseeing it and reading it off for people have in common: operators and loads.
#pragma once

#include "engine/expression.hpp"
#include "engine/indicator.hpp"

#include <algorithm>

namespace sonae::engine {

// Wrap round instead of overflowing: a pack's silly figures stay defined.
constexpr std::int64_t wrap(std::uint64_t bits) { return static_cast<std::int64_t>(bits); }
constexpr std::uint64_t raw(std::int64_t value) { return static_cast<std::uint64_t>(value); }

constexpr std::int64_t combine(Op op, std::int64_t l, std::int64_t r)
{
    switch (op) {
    case Op::add: return wrap(raw(l) + raw(r));
    case Op::subtract: return wrap(raw(l) - raw(r));
    case Op::multiply: return wrap(raw(l) * raw(r));
    case Op::divide: return r == 0 ? 0 : r == -1 ? wrap(0 - raw(l)) : l / r;
    case Op::minimum: return std::min(l, r);
    case Op::maximum: return std::max(l, r);
    case Op::equal: return l == r;
    case Op::not_equal: return l != r;
    case Op::less: return l < r;
    case Op::less_equal: return l <= r;
    case Op::greater: return l > r;
    case Op::greater_equal: return l >= r;
    case Op::logic_and: return l && r;
    case Op::logic_or: return l || r;
    default: return 0;
    }
}

constexpr std::int64_t turned(Op unary, std::int64_t value)
{
    return unary == Op::negate ? wrap(0 - raw(value)) : !value;
}

constexpr bool is_unary(Op op) { return op == Op::negate || op == Op::logic_not; }
constexpr bool is_skip(Op op) { return op == Op::skip_if_false || op == Op::skip_if_true; }
constexpr bool is_load(Op op) { return op > Op::skip_if_true; }
constexpr bool is_comparison(Op op) { return op >= Op::equal && op <= Op::greater_equal; }

// Counts of what has ever happened: they never become less.
constexpr bool only_rises(const Instruction& in)
{
    if (in.op == Op::alerts_seen) return true;
    const auto which = static_cast<Indicator>(in.b);
    return in.op == Op::indicator && (which == Indicator::hosts_encrypted || which == Indicator::records_leaked ||
                                      which == Indicator::deadlines_missed);
}

// How many instructions the skip passes over, given what stands on the stack.
constexpr std::uint32_t skipped(const Instruction& skip, std::int64_t value)
{
    return (value != 0) == (skip.op == Op::skip_if_true) ? static_cast<std::uint32_t>(skip.value) : 0;
}

// What a load reads off the state; 0 for what loads nothing.
std::int64_t load(const Scenario& scenario, const State& state, const Instruction& instruction);

} // namespace sonae::engine
