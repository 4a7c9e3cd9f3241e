#include "report/reading.hpp"

#include "workshop/retell.hpp"

#include <algorithm>

namespace sonae::report {
namespace {

using engine::Fact;
using engine::FactKind;

bool is_answer(const Fact& fact) { return fact.kind == FactKind::decided || fact.kind == FactKind::fell_silent; }

// Facts come in order, so a parent's root is known before its children ask.
std::vector<engine::Seq> roots_of(std::span<const Fact> facts)
{
    std::vector<engine::Seq> roots;
    roots.reserve(facts.size());
    for (const Fact& fact : facts) {
        engine::Seq root = is_answer(fact) ? fact.seq : 0;
        if (!root && fact.parent && fact.parent < fact.seq) {
            const auto parent =
                std::lower_bound(facts.begin(), facts.begin() + static_cast<std::ptrdiff_t>(roots.size()), fact.parent,
                                 [](const Fact& f, engine::Seq seq) { return f.seq < seq; });
            const auto index = static_cast<std::size_t>(parent - facts.begin());
            if (index < roots.size() && parent->seq == fact.parent) root = roots[index];
        }
        roots.push_back(root);
    }
    return roots;
}

} // namespace

Reading::Reading(const SessionInput& from) : input(from), causes(from.facts), roots(roots_of(from.facts))
{
    for (const Fact& fact : input.facts) {
        if (fact.kind != FactKind::decision_opened) continue;
        asking.insert(fact.parent);
        if (letter(DecisionId{fact.a}).empty()) asked.push_back(DecisionId{fact.a});
    }
}

std::string Reading::letter(DecisionId decision) const
{
    const auto at = std::find(asked.begin(), asked.end(), decision);
    if (at == asked.end()) return {};
    const auto index = static_cast<std::size_t>(at - asked.begin());
    const std::string last(1, static_cast<char>('A' + index % 26));
    return index < 26 ? last : std::string(1, static_cast<char>('A' + index / 26 - 1)) + last;
}

std::string Reading::sentence(const Fact& fact) const
{
    return workshop::sentence_of(input.scenario, input.retold, fact, input.language);
}

std::string Reading::letter_of(const Fact& fact) const
{
    return is_answer(fact) ? letter(DecisionId{fact.a}) : std::string{};
}

} // namespace sonae::report
