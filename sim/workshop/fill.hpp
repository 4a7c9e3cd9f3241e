// Texts of the storyline as people read them: holes filled from what raised the message.
#pragma once

#include "engine/state.hpp"

#include <span>
#include <string>

namespace sonae::workshop {

// One delivery among several, the one that `fact` tells of. The state remembers only the last, as `last`; what another
// was about follows from the fact that raised it, found in order among `facts`.
engine::InjectState delivery_of(const engine::Scenario& scenario, const engine::InjectState& last,
                                const engine::Fact& fact, std::span<const engine::Fact> facts);
std::string inject_title(const engine::Scenario& scenario, const engine::InjectState& delivery, InjectId inject,
                         Language language);
std::string inject_body(const engine::Scenario& scenario, const engine::InjectState& delivery, InjectId inject,
                        Language language);

} // namespace sonae::workshop
