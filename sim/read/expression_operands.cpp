// The operands of expressions and the faults that reading one may tell.
#include "base/sim_time.hpp"
#include "base/text.hpp"
#include "read/expectation.hpp"
#include "read/expression_compiler.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sonae::read {

using engine::Op;
using engine::Topic;
using engine::ValueType;

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

} // namespace

ExpressionCompiler::ExpressionCompiler(const Value& at, Names& names, std::vector<engine::Instruction>& code,
                                       Diagnostics& diagnostics)
    : value_(at), names_(names), code_(code), diagnostics_(diagnostics), in_(at.string()), begin_(code.size())
{
}

ExpressionCompiler::Operand ExpressionCompiler::operand()
{
    if (stopped_) return {};
    const std::size_t at = in_.at();
    if (in_.next() >= '0' && in_.next() <= '9') return number();
    if (in_.take_symbol("(")) return parenthesis();
    if (in_.take_word("true")) return literal(ValueType::boolean, 1);
    if (in_.take_word("false")) return literal(ValueType::boolean, 0);
    if (in_.take_word("min")) return least_or_most(Op::minimum);
    if (in_.take_word("max")) return least_or_most(Op::maximum);
    const std::string_view next = in_.offending();
    if (next.empty() || !is_letter(next.front()) || next == "and" || next == "or" || next == "not") {
        unexpected();
        return {};
    }
    return word_operand(in_.take_name(), at);
}

ExpressionCompiler::Operand ExpressionCompiler::word_operand(std::string_view name, std::size_t at)
{
    if (name == "hosts") return host_count();
    if (name == "host") return host_state();
    if (name == "people_free") return people_free();
    if (name == "chose") return chose();
    if (name == "since") return since();
    if (name == "prep") return output();
    for (const ThingWord& word : thing_words())
        if (word.function == name) return thing(name, at);

    std::string whole(name);
    if (in_.take_symbol(".")) whole += "." + std::string(in_.take_name());
    for (const PlainWord& word : plain_words())
        if (word.name == whole) return plain(word);
    unknown(at, whole, "言葉", "operand", operand_names());
    stopped_ = true;
    return {};
}

ExpressionCompiler::Operand ExpressionCompiler::plain(const PlainWord& word)
{
    load(word.op, 0, word.b, word.reads, word.clocked);
    if (word.asks_any) {
        constant(0);
        emit({.op = Op::greater});
    }
    return {word.type};
}

ExpressionCompiler::Operand ExpressionCompiler::number()
{
    const std::size_t at = in_.at();
    const std::string_view written = in_.take_number();
    if (written.find_first_not_of("0123456789") == std::string_view::npos && written.size() <= 15)
        return literal(ValueType::count, std::stoll(std::string(written)));
    if (const auto time = parse_duration(written)) return literal(ValueType::duration, *time);
    stop(at, "expression.syntax", fmt::format("「{}」は数としても時間としても読めません", shown(written)),
         fmt::format("'{}' is neither a number nor a duration", shown(written)));
    return {};
}

ExpressionCompiler::Operand ExpressionCompiler::parenthesis()
{
    const Operand inner = disjunction();
    need(")");
    return inner;
}

ExpressionCompiler::Operand ExpressionCompiler::least_or_most(Op op)
{
    const std::size_t at = in_.at();
    if (!need("(")) return {};
    const Operand left = disjunction();
    if (!need(",")) return {};
    const Operand right = disjunction();
    if (!need(")")) return {};
    want_number(left, at), want_number(right, at);
    want_still(left, at), want_still(right, at);
    const auto type = same_type(left, right, at);
    emit({.op = op});
    return {type.value_or(left.type), left.literal && right.literal};
}

ExpressionCompiler::Operand ExpressionCompiler::thing(std::string_view function, std::size_t at)
{
    const auto kind = std::find_if(thing_words().begin(), thing_words().end(), [&](const ThingWord& word) {
                          return word.function == function;
                      })->kind;
    if (!need("(")) return {};
    const auto which = id(kind);
    if (!need(")")) return {};
    const ThingWord* word = property_of(function, at);
    if (!word) return {};
    const std::uint16_t a = which.value_or(0);
    load(word->op, a, word->b, word->reads, word->clocked);
    return {word->type, false, 0, word->grows ? 1 : 0};
}

const ThingWord* ExpressionCompiler::property_of(std::string_view function, std::size_t at)
{
    std::vector<std::string> known;
    for (const ThingWord& word : thing_words())
        if (word.function == function) known.emplace_back(word.property);
    if (known.front().empty())
        return &*std::find_if(thing_words().begin(), thing_words().end(),
                              [&](const ThingWord& word) { return word.function == function; });
    if (!need(".")) return nullptr;
    const std::string_view property = in_.take_name();
    for (const ThingWord& word : thing_words())
        if (word.function == function && word.property == property) return &word;
    unknown(at, property, "状態", "property", known);
    return nullptr;
}

ExpressionCompiler::Operand ExpressionCompiler::host_state()
{
    if (!need("(")) return {};
    const auto host = id(NameKind::host);
    if (!need(")") || !need(".")) return {};
    const StateWord* state = one_of(state_words(), "状態", "state");
    if (state) load(Op::host_is, host.value_or(0), static_cast<std::uint8_t>(state->property), state->reads);
    return {};
}

// hosts(zone: office, tag: pc, state: encrypted); every part may be left out.
ExpressionCompiler::Operand ExpressionCompiler::host_count()
{
    const std::size_t at = in_.at();
    HostQuery query;
    const StateWord* state = nullptr;
    if (!need("(")) return {};
    if (!in_.take_symbol(")")) {
        do {
            if (!host_part(query, state)) return {};
        } while (in_.take_symbol(","));
        if (!need(")")) return {};
    }
    std::uint16_t mask = 0;
    if (sound_) {
        const auto made = names_.mask(query);
        if (!made)
            fault(at, "hosts.empty", "この条件に合う機器は、この会社に一台もありません",
                  "no host of this company fits");
        mask = made.value_or(0);
    }
    const auto property = state ? state->property : engine::HostProperty::any;
    load(Op::hosts_count, mask, static_cast<std::uint8_t>(property), state ? state->reads : 0);
    return {ValueType::count};
}

bool ExpressionCompiler::host_part(HostQuery& query, const StateWord*& state)
{
    const std::size_t at = in_.at();
    const std::string_view part = in_.take_name();
    static const std::vector<std::string> kParts{"zone", "tag", "group", "state"};
    if (std::find(kParts.begin(), kParts.end(), part) == kParts.end()) {
        unknown(at, part, "絞り込み", "part of hosts(…)", kParts);
        stopped_ = true;
        return false;
    }
    if (!need(":")) return false;
    if (part == "zone")
        query.zone = id(NameKind::zone);
    else if (part == "tag")
        query.tag = id(NameKind::tag);
    else if (part == "group")
        query.group = id(NameKind::group);
    else
        state = one_of(state_words(), "状態", "state");
    return !stopped_;
}

ExpressionCompiler::Operand ExpressionCompiler::people_free()
{
    if (!need("(")) return {};
    const SkillWord* skill = one_of(skill_words(), "技能", "skill");
    if (!need(")")) return {};
    if (skill) load(Op::people_free, skill->bit, 0, topic(Topic::people) | topic(Topic::clock), true);
    return {ValueType::count};
}

ExpressionCompiler::Operand ExpressionCompiler::chose()
{
    if (!need("(")) return {};
    const auto decision = id(NameKind::decision);
    if (!need(",")) return {};
    const std::size_t at = in_.at();
    const std::string_view name = in_.take_id();
    if (!need(")") || !decision) return {};
    const auto option = names_.find_option(*decision, name);
    if (!option) unknown(at, name, "選択肢", "option", names_.known_options(*decision));
    load(Op::decision_chose, *decision, option.value_or(0), topic(Topic::decisions));
    return {};
}

ExpressionCompiler::Operand ExpressionCompiler::since()
{
    const Operand result{ValueType::duration, false, 0, 1};
    if (!need("(")) return {};
    const std::size_t at = in_.at();
    const std::string_view what = in_.take_name();
    if (what == "start") {
        need(")");
        load(Op::since_start, 0, 0, topic(Topic::clock), true);
        return result;
    }
    const auto words = since_words();
    const auto word = std::find_if(words.begin(), words.end(), [&](const SinceWord& w) { return w.what == what; });
    if (word == words.end()) {
        unknown(at, what, "起点", "beginning", {"flag", "inject", "decision", "action", "start"});
        stopped_ = true;
        return {};
    }
    if (!need(".")) return {};
    const std::uint16_t a = id(word->kind).value_or(0);
    if (!need(")")) return {};
    load(word->op, a, 0, topic(word->family) | topic(Topic::clock), true);
    return result;
}

ExpressionCompiler::Operand ExpressionCompiler::output()
{
    if (!need(".")) return {};
    const std::size_t at = in_.at();
    const std::string_view name = in_.take_id();
    const auto which = names_.find(NameKind::output, name);
    if (!which) {
        auto told =
            fault(at, "output.undeclared", fmt::format("成果「{}」は outputs で宣言されていません", shown(name)),
                  fmt::format("no output called '{}' is declared in \"outputs\"", shown(name)));
        const auto known = names_.known(NameKind::output);
        suggest(told, nearest_name(name, known), known);
        stopped_ = true; // its type is unknown
        return {};
    }
    load(Op::output, *which, 0, 0);
    return {names_.output_type(*which)};
}

} // namespace sonae::read
