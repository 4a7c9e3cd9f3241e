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

// Has the terms of a condition that was taken apart asked in another order: first what changes seldom. The answers stay
// the same; but a condition that does not hold waits for the first of the terms that say so, and is left in peace for
// longer.
void put_calm_first(Scenario& scenario, const Expression& condition);

inline std::span<const Term> terms_of(const Scenario& sc, const Expression& condition)
{
    return std::span(sc.terms).subspan(condition.first_term, condition.term_count);
}

// What is compared with the range, for the kinds that read it off the state.
inline std::uint64_t figure_of(const State& s, const Term& term)
{
    std::uint64_t figure;
    std::memcpy(&figure, reinterpret_cast<const unsigned char*>(&s) + term.at, sizeof figure);
    return figure << term.up >> term.down;
}
inline std::uint64_t time_since(const State& s, const Term& term)
{
    const auto moment = static_cast<std::int32_t>(figure_of(s, term));
    return raw(term.kind == TermKind::since_start ? s.now : moment == kNotYet ? kNever : s.now - moment);
}

inline bool in_range(const Term& term, std::uint64_t figure) { return figure - term.low <= term.span; }

inline bool holds(const Scenario& sc, const State& s, const Term& term)
{
    switch (term.kind) {
    case TermKind::figure: return in_range(term, figure_of(s, term)) != term.outside;
    case TermKind::fixed: return !term.outside;
    case TermKind::since:
    case TermKind::since_start: return in_range(term, time_since(s, term)) != term.outside;
    case TermKind::working_hour: return (s.work.open != 0) != term.negated;
    case TermKind::loaded:
    case TermKind::clocked: break;
    }
    return in_range(term, raw(load(sc, s, sc.code[term.code]))) != term.outside;
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
