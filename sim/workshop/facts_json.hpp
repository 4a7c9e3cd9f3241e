// Facts as the record keeps them: numbers for the fold's own use, and the sentence, so that a record of older rules can
// still be told without the rules that made it.
#pragma once

#include "base/localized.hpp"
#include "engine/state.hpp"
#include "read/diagnostic.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace sonae::workshop {

std::string write_fact(const engine::Scenario& scenario, const engine::Fact& fact);

// A fact as it was kept. `seq`, `parent` and `at` stand beside its body and are the caller's to set.
struct KeptFact {
    engine::Fact fact;
    bool known = true; // its kind is one of ours
    Localized sentence;
};
// `kind` as fact_name gave it, `body` as write_fact did. Nothing, with the fault told, when the body is not understood.
std::optional<KeptFact> read_fact(std::string_view kind, std::string_view body, read::Diagnostics& diagnostics);

// The booked indicators once these facts have happened.
engine::Totals totals_after(const engine::Scenario& scenario, std::span<const engine::Fact> facts);

} // namespace sonae::workshop
