#include "read/expression_parser.hpp"

#include "read/expression_compiler.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sonae::read {

using engine::Op;
using engine::ValueType;

Localized type_name(ValueType type)
{
    switch (type) {
    case ValueType::boolean: return {"真偽（はい・いいえ）", "true or false"};
    case ValueType::count: return {"個数", "a count"};
    case ValueType::yen: return {"金額", "an amount of yen"};
    case ValueType::permille: return {"千分率", "permille"};
    case ValueType::duration: return {"時間の長さ", "a duration"};
    case ValueType::moment: return {"日時", "a moment"};
    }
    return {};
}

engine::Expression parse_expression(const Value& at, Wanted wanted, Names& names,
                                    std::vector<engine::Instruction>& code, Diagnostics& diagnostics)
{
    return ExpressionCompiler(at, names, code, diagnostics).compile(wanted);
}

engine::Expression ExpressionCompiler::compile(Wanted wanted)
{
    const std::string_view text = value_.string();
    const auto characters = std::count_if(text.begin(), text.end(),
                                          [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; });
    Operand result;
    if (characters > static_cast<std::ptrdiff_t>(kMaxExpressionText))
        stop(0, "expression.too_long",
             fmt::format("式は{}文字までです（いまは{}文字）", kMaxExpressionText, characters),
             fmt::format("an expression has at most {} characters, found {}", kMaxExpressionText, characters));
    else
        result = disjunction();
    if (!stopped_ && !in_.ended()) unexpected();
    if (!stopped_ && wanted == Wanted::condition) want_boolean(result, 0);
    if (!stopped_ && wanted == Wanted::figure) want_number(result, 0);
    if (!sound_) {
        code_.resize(begin_);
        return {};
    }
    return {static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(code_.size()), reads_, clocked_,
            result.type};
}

ExpressionCompiler::Operand ExpressionCompiler::disjunction()
{
    if (!deeper()) return {};
    const std::size_t first = in_.at();
    Operand left = conjunction();
    while (!stopped_ && in_.take_word("or")) {
        const std::size_t second = in_.at();
        const std::size_t skip = emit_skip(Op::skip_if_true);
        const Operand right = conjunction();
        want_boolean(left, first), want_boolean(right, second);
        emit({.op = Op::logic_or});
        end_skip(skip);
    }
    --depth_;
    return left;
}

ExpressionCompiler::Operand ExpressionCompiler::conjunction()
{
    const std::size_t first = in_.at();
    Operand left = negation();
    while (!stopped_ && in_.take_word("and")) {
        const std::size_t second = in_.at();
        const std::size_t skip = emit_skip(Op::skip_if_false);
        const Operand right = negation();
        want_boolean(left, first), want_boolean(right, second);
        emit({.op = Op::logic_and});
        end_skip(skip);
    }
    return left;
}

ExpressionCompiler::Operand ExpressionCompiler::negation()
{
    if (stopped_ || !in_.take_word("not")) return comparison();
    if (!deeper()) return {};
    const std::size_t at = in_.at();
    const Operand inner = negation();
    want_boolean(inner, at);
    emit({.op = Op::logic_not});
    --depth_;
    return {};
}

ExpressionCompiler::Operand ExpressionCompiler::comparison()
{
    static constexpr std::pair<std::string_view, Op> kSigns[] = {{"<=", Op::less_equal}, {">=", Op::greater_equal},
                                                                 {"!=", Op::not_equal},  {"<", Op::less},
                                                                 {">", Op::greater},     {"=", Op::equal}};
    const Operand left = sum();
    if (stopped_) return left;
    const std::size_t at = in_.at();
    if (in_.rest().starts_with("==") || in_.rest().starts_with("<>")) {
        unexpected();
        return {};
    }
    const auto* sign =
        std::find_if(std::begin(kSigns), std::end(kSigns), [&](const auto& s) { return in_.take_symbol(s.first); });
    if (sign == std::end(kSigns)) return left;
    const Operand right = sum();
    const auto type = same_type(left, right, at);
    if (type == ValueType::boolean && sign->second != Op::equal && sign->second != Op::not_equal) want_number(left, at);
    want_foreseeable(
        {ValueType::count, false, left.slope_least - right.slope_most, left.slope_most - right.slope_least}, at);
    emit({.op = sign->second});
    return {};
}

ExpressionCompiler::Operand ExpressionCompiler::sum()
{
    Operand left = product();
    while (!stopped_) {
        const std::size_t at = in_.at();
        const Op op = in_.take_symbol("+") ? Op::add : in_.take_symbol("-") ? Op::subtract : Op::constant;
        if (op == Op::constant) break;
        const Operand right = product();
        left = combine_sum(op, left, right, at);
        emit({.op = op});
    }
    return left;
}

ExpressionCompiler::Operand ExpressionCompiler::product()
{
    Operand left = signed_operand();
    while (!stopped_) {
        const std::size_t at = in_.at();
        const Op op = in_.take_symbol("*") ? Op::multiply : in_.take_symbol("/") ? Op::divide : Op::constant;
        if (op == Op::constant) break;
        const Operand right = signed_operand();
        left = combine_product(op, left, right, at);
        emit({.op = op});
    }
    return left;
}

ExpressionCompiler::Operand ExpressionCompiler::signed_operand()
{
    const std::size_t at = in_.at();
    if (stopped_ || !in_.take_symbol("-")) return operand();
    if (!deeper()) return {};
    Operand inner = signed_operand();
    want_number(inner, at);
    emit({.op = Op::negate});
    --depth_;
    return {inner.type, inner.literal, -inner.slope_most, -inner.slope_least};
}

ExpressionCompiler::Operand ExpressionCompiler::combine_sum(Op op, const Operand& left, const Operand& right,
                                                            std::size_t at)
{
    want_number(left, at), want_number(right, at);
    const auto type = same_type(left, right, at);
    Operand result{type.value_or(left.type), left.literal && right.literal};
    const bool plus = op == Op::add;
    result.slope_least = left.slope_least + (plus ? right.slope_least : -right.slope_most);
    result.slope_most = left.slope_most + (plus ? right.slope_most : -right.slope_least);
    want_foreseeable(result, at);
    return result;
}

// A factor or divisor is a mere number; things of one kind divided by each other give a number.
ExpressionCompiler::Operand ExpressionCompiler::combine_product(Op op, const Operand& left, const Operand& right,
                                                                std::size_t at)
{
    want_number(left, at), want_number(right, at);
    want_still(left, at), want_still(right, at);
    const auto scales = [](const Operand& o) { return o.type == ValueType::count || o.type == ValueType::permille; };
    const bool literal = left.literal && right.literal;
    if (scales(right)) return {left.type == ValueType::count && op == Op::multiply ? right.type : left.type, literal};
    if (op == Op::multiply && scales(left)) return {right.type, literal};
    if (op == Op::divide && left.type == right.type) return {ValueType::count};
    if (!stopped_)
        stop(
            at, "expression.type",
            fmt::format("{}と{}は、かけたり割ったりできません", type_name(left.type).ja, type_name(right.type).ja),
            fmt::format("{} and {} can't be multiplied or divided", type_name(left.type).en, type_name(right.type).en));
    return left;
}

std::optional<ValueType> ExpressionCompiler::common_type(const Operand& left, const Operand& right) const
{
    const auto fits = [](const Operand& number, ValueType type) {
        return number.literal && number.type == ValueType::count &&
               (type == ValueType::yen || type == ValueType::permille);
    };
    if (left.type == right.type || fits(right, left.type)) return left.type;
    if (fits(left, right.type)) return right.type;
    return std::nullopt;
}

std::optional<ValueType> ExpressionCompiler::same_type(const Operand& left, const Operand& right, std::size_t at)
{
    const auto type = common_type(left, right);
    if (type || stopped_) return type;
    const bool unit_missing =
        (left.literal && right.type == ValueType::duration) || (right.literal && left.type == ValueType::duration);
    auto told = fault(
        at, "expression.type",
        fmt::format("左は{}、右は{}です。同じ種類どうしにしてください", type_name(left.type).ja,
                    type_name(right.type).ja),
        fmt::format("expected two of one kind, found {} and {}", type_name(left.type).en, type_name(right.type).en));
    stopped_ = true;
    if (unit_missing) told.hint("時間には 30m や 2h のように単位を付けます", "durations have a unit: 30m, 2h");
    return type;
}

void ExpressionCompiler::want_boolean(const Operand& operand, std::size_t at)
{
    if (stopped_ || operand.type == ValueType::boolean) return;
    stop(at, "expression.type", fmt::format("条件（はい・いいえ）が要ります（いまは{}）", type_name(operand.type).ja),
         fmt::format("expected a condition (true or false), found {}", type_name(operand.type).en));
}

void ExpressionCompiler::want_number(const Operand& operand, std::size_t at)
{
    if (stopped_ || operand.type != ValueType::boolean) return;
    stop(at, "expression.type", "数が要ります（いまは、はい・いいえの条件）",
         "expected a number, found a condition (true or false)");
}

void ExpressionCompiler::want_still(const Operand& operand, std::size_t at)
{
    if (stopped_ || !operand.grows()) return;
    stop(at, "expression.clock", "経過時間（since、down_for）は、比べる・足す・引くことだけに使えます",
         "elapsed time (since, down_for) may only be compared, added and subtracted");
}

void ExpressionCompiler::want_foreseeable(const Operand& operand, std::size_t at)
{
    if (stopped_ || (operand.slope_least >= -1 && operand.slope_most <= 1)) return;
    stop(at, "expression.clock", "一つの式の中で足し合わせられる経過時間（since、down_for）は一つだけです",
         "elapsed times (since, down_for) can't be added up");
}

} // namespace sonae::read
