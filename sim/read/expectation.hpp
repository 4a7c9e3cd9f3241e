// How a fault says what it had expected. For the sources of this layer.
#pragma once

#include "read/located_json.hpp"

#include <string>
#include <vector>

namespace sonae::read {

Localized kind_name(Kind kind); // "a whole number"
// What an author who wrote `found` where `wanted` belongs most likely meant to write; empty when we can't tell.
Localized type_hint(Kind wanted, Kind found);
// "Did you mean …?" when a name is near, else the list of names to choose from.
void suggest(Diagnostics::Told& told, const std::string& nearest, const std::vector<std::string>& known);

} // namespace sonae::read
