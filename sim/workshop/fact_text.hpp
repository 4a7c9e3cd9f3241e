// Facts as sentences, for timelines, transcripts and chains of causes.
#pragma once

#include "engine/state.hpp"

#include <string>

namespace sonae::workshop {

// Which lane of a timeline a fact stands in; `figures` are bookings, `inside` is bookkeeping of the mechanism.
enum class Lane { attacker, company, table, outside, figures, inside };
Lane lane_of(engine::FactKind kind);

std::string fact_text(const engine::Scenario& scenario, const engine::Fact& fact, Language language);
Localized indicator_label(engine::Indicator which);
// "1,240万円", "72", "81 %": an amount of the indicator, or a change of it with its sign.
std::string amount_text(engine::Indicator which, std::int64_t value, Language language);
std::string change_text(engine::Indicator which, std::int64_t value, Language language);

} // namespace sonae::workshop
