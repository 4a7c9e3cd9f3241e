// Texts of the storyline as people read them: holes filled from what raised the message.
#pragma once

#include "engine/state.hpp"

#include <string>

namespace sonae::workshop {

// The inject as it was delivered last.
std::string fill(const engine::Scenario& scenario, const engine::State& state, InjectId inject,
                 const engine::Template& text, Language language);
std::string inject_title(const engine::Scenario& scenario, const engine::State& state, InjectId inject,
                         Language language);
// The title of one delivery among several.
std::string inject_title(const engine::Scenario& scenario, const engine::InjectState& delivery, InjectId inject,
                         Language language);
std::string inject_body(const engine::Scenario& scenario, const engine::State& state, InjectId inject,
                        Language language);

} // namespace sonae::workshop
