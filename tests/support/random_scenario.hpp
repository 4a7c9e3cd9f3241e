// Random companies, attackers and storylines, for properties that must hold in every scenario an author could write.
#pragma once

#include "engine/scenario.hpp"

#include <memory>

namespace sonae::test {

// Scenario number `seed`: sizes from a handful of hosts to the limit, every kind of technique, action, effect and
// occurrence.
std::shared_ptr<const engine::Scenario> random_scenario(std::uint64_t seed);

} // namespace sonae::test
