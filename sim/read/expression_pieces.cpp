// What every rule of the expression grammar uses: ids, emitting with its bounds, faults with their place in the text.
#include "base/text.hpp"
#include "engine/limits.hpp"
#include "read/expectation.hpp"
#include "read/expression_compiler.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sonae::read {
namespace {

// What people who know other languages write, and how it is written here.
constexpr std::pair<std::string_view, std::string_view> kHabits[] = {
    {"==", "="}, {"&&", "and"}, {"||", "or"}, {"!", "not"}, {"<>", "!="}, {"≦", "<="}, {"≧", ">="},
    {"≠", "!="}, {"＝", "="},   {"＜", "<"},  {"＞", ">"},  {"（", "("},  {"）", ")"}, {"，", ","},
    {"、", ","}, {"：", ":"},   {"＋", "+"},  {"－", "-"},  {"×", "*"},   {"÷", "/"},
};

} // namespace

std::optional<std::uint16_t> ExpressionCompiler::id(NameKind kind)
{
    const std::size_t at = in_.at();
    const std::string_view name = in_.take_id();
    if (name.empty()) {
        unexpected();
        return std::nullopt;
    }
    const auto found = names_.find(kind, name);
    const KindWord word = kind_word(kind);
    if (!found) unknown(at, name, word.ja, word.en, names_.known(kind));
    return found;
}

template <class Word>
const Word* ExpressionCompiler::one_of(std::span<const Word> words, std::string_view ja, std::string_view en)
{
    const std::size_t at = in_.at();
    const std::string_view name = in_.take_name();
    for (const Word& word : words)
        if (word.name == name) return &word;
    unknown(at, name, ja, en, names_of(words));
    return nullptr;
}
template const StateWord* ExpressionCompiler::one_of(std::span<const StateWord>, std::string_view, std::string_view);
template const SkillWord* ExpressionCompiler::one_of(std::span<const SkillWord>, std::string_view, std::string_view);

bool ExpressionCompiler::need(std::string_view symbol)
{
    if (stopped_) return false;
    if (in_.take_symbol(symbol)) return true;
    stop(in_.at(), "expression.syntax", fmt::format("ここには「{}」が要ります", symbol),
         fmt::format("expected '{}' here", symbol));
    return false;
}

void ExpressionCompiler::load(engine::Op op, std::uint16_t a, std::uint8_t b, engine::Topics reads, bool clocked)
{
    reads_ |= reads;
    clocked_ = clocked_ || clocked;
    if (++operands_ > engine::kMaxOperands && !stopped_)
        stop(in_.at(), "expression.too_deep", fmt::format("一度に覚えておける値は{}個までです", engine::kMaxOperands),
             fmt::format("at most {} values may wait for their operators", engine::kMaxOperands));
    emit({.op = op, .b = b, .a = a, .reads = reads});
}

void ExpressionCompiler::constant(std::int64_t value)
{
    load(engine::Op::constant, 0, 0, 0);
    if (!stopped_) code_.back().value = value;
}

ExpressionCompiler::Operand ExpressionCompiler::literal(engine::ValueType type, std::int64_t value)
{
    constant(value);
    return {type, type == engine::ValueType::count};
}

void ExpressionCompiler::emit(const engine::Instruction& instruction)
{
    using engine::Op;
    if (stopped_) return;
    if (instruction.op >= Op::add && instruction.op <= Op::logic_or && instruction.op != Op::negate) --operands_;
    if (engine::compare_with_constant(code_, begin_, instruction.op)) return;
    if (code_.size() - begin_ == engine::kMaxInstructions) {
        stop(in_.at(), "expression.too_long",
             fmt::format("式が長すぎます（値と演算あわせて{}個まで）", engine::kMaxInstructions),
             fmt::format("the expression has more than {} values and operators", engine::kMaxInstructions));
        return;
    }
    code_.push_back(instruction);
}

std::size_t ExpressionCompiler::emit_skip(engine::Op op)
{
    emit({.op = op});
    return code_.size() - 1;
}

void ExpressionCompiler::end_skip(std::size_t skip)
{
    if (!stopped_) code_[skip].value = static_cast<std::int64_t>(code_.size() - skip - 1);
}

bool ExpressionCompiler::deeper()
{
    if (stopped_) return false;
    if (++depth_ <= kMaxExpressionDepth) return true;
    stop(in_.at(), "expression.too_deep", fmt::format("括弧や not の入れ子は{}段までです", kMaxExpressionDepth),
         fmt::format("parentheses and 'not' may be nested {} levels deep", kMaxExpressionDepth));
    return false;
}

Diagnostics::Told ExpressionCompiler::fault(std::size_t at, std::string code, std::string ja, std::string en)
{
    sound_ = false;
    Place place = value_.place();
    if (value_.verbatim()) {
        const std::string_view before = value_.string().substr(0, at);
        place.column += 1 + static_cast<int>(std::count_if(before.begin(), before.end(), [](char c) {
                            return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u;
                        }));
    }
    return diagnostics_.add(std::move(place), std::move(code), value_.pointer(), {std::move(ja), std::move(en)});
}

void ExpressionCompiler::stop(std::size_t at, std::string code, std::string ja, std::string en)
{
    if (stopped_) return;
    fault(at, std::move(code), std::move(ja), std::move(en));
    stopped_ = true;
}

void ExpressionCompiler::unexpected()
{
    if (stopped_) return;
    stopped_ = true;
    if (in_.ended()) {
        fault(in_.at(), "expression.syntax", "式が途中で終わっています", "the expression ends too early");
        return;
    }
    const std::string found = shown(in_.offending());
    auto told = fault(in_.at(), "expression.syntax", fmt::format("ここに「{}」は書けません", found),
                      fmt::format("'{}' can't stand here", found));
    for (const auto& [habit, ours] : kHabits) {
        if (!in_.rest().starts_with(habit)) continue;
        told.hint(fmt::format("「{}」は「{}」と書きます", habit, ours), fmt::format("write '{}' as '{}'", habit, ours));
        return;
    }
}

void ExpressionCompiler::unknown(std::size_t at, std::string_view name, std::string_view ja, std::string_view en,
                                 const std::vector<std::string>& known)
{
    if (stopped_) return;
    const std::string found = shown(name);
    auto told = fault(at, "expression.unknown", fmt::format("「{}」という{}はありません", found, ja),
                      fmt::format("there is no {} called '{}'", en, found));
    if (!diagnostics_.full()) suggest(told, nearest_name(name, known), known);
}

} // namespace sonae::read
