// The words of expressions and what each compiles to. For the sources of this layer.
#pragma once

#include "engine/expression.hpp"
#include "read/names.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sonae::read {

// An operand without arguments, such as `attacker.hosts` or `total_loss`.
struct PlainWord {
    std::string_view name;
    engine::Op op;
    std::uint8_t b;
    engine::ValueType type;
    engine::Topics reads;
    bool clocked = false;
    bool asks_any = false; // true when the figure is above nought
};

// An operand about one named thing, such as `asset(ma01).leaked` or, with no property, `done(hunt)`.
struct ThingWord {
    std::string_view function;
    NameKind kind;
    std::string_view property;
    engine::Op op;
    std::uint8_t b;
    engine::ValueType type;
    engine::Topics reads;
    bool clocked = false;
    bool grows = false; // by a second a second
};

// `since(flag.x)`
struct SinceWord {
    std::string_view what;
    NameKind kind;
    engine::Op op;
    engine::Topic family;
};

struct StateWord {
    std::string_view name;
    engine::HostProperty property;
    engine::Topics reads;
};

struct SkillWord {
    std::string_view name;
    std::uint8_t bit;
};

std::span<const PlainWord> plain_words();
std::span<const ThingWord> thing_words();
std::span<const SinceWord> since_words();
std::span<const StateWord> state_words();
std::span<const SkillWord> skill_words();
std::vector<std::string> operand_names(); // everything that may begin an operand

template <class Word>
std::vector<std::string> names_of(std::span<const Word> words)
{
    std::vector<std::string> names;
    for (const Word& word : words) names.emplace_back(word.name);
    return names;
}

} // namespace sonae::read
