// Most conditions are comparisons joined by `and` and `or` at two levels: all of some groups must hold, and of each
// group any term; or the other way round. Scenario::seal() takes such a condition apart into terms, each of which asks
// one figure: they are answered without a stack, and most without a load. All other expressions are worked out as they
// were written, with the same answers.
#pragma once

#include "engine/expression_parts.hpp"
#include "engine/state.hpp"

#include <cstring>
#include <span>

namespace sonae::engine {

static_assert(sizeof(State) <= 0xFFFF); // Term::at

// Takes the condition apart, if it is of that kind; its load's instructions stay for who reads them off for people.
void take_apart(Scenario& scenario, Expression& condition);

inline std::span<const Term> terms_of(const Scenario& sc, const Expression& condition)
{
    return std::span(sc.terms).subspan(condition.first_term, condition.term_count);
}

inline bool holds(const Scenario& sc, const State& s, const Term& term)
{
    std::uint64_t figure;
    if (term.direct) {
        std::memcpy(&figure, reinterpret_cast<const unsigned char*>(&s) + term.at, sizeof figure);
        figure = figure << term.up >> term.down;
    } else {
        figure = raw(load(sc, s, sc.code[term.code]));
    }
    return (figure - term.low <= term.span) != term.outside;
}

inline bool holds(const Scenario& sc, const State& s, const Expression& condition)
{
    if (condition.always()) return true;
    if (condition.term_count == 0) return evaluate(sc, s, condition) != 0;
    const bool any = condition.any_group;
    const auto terms = terms_of(sc, condition);
    for (std::size_t i = 0; i < terms.size();) {
        if (holds(sc, s, terms[i]) != any)
            i += terms[i].rest + 1u; // that decides its group, and so leaves the others to decide
        else if (terms[i++].rest == 0)
            return any;
    }
    return !any;
}

} // namespace sonae::engine
