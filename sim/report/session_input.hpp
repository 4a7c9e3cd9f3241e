// From a table's line of the record to what its result page is made of.
#pragma once

#include "report/result.hpp"
#include "workshop/room.hpp"

#include <functional>

namespace sonae::report {

// What was typed beside an entry: field → text.
using TextsOf = std::function<std::map<std::string, std::string>(const EntryId&)>;

// The table must have a drill, and outlive the input.
SessionInput input_of(const workshop::Table& table, const TextsOf& texts, Language language, bool anonymous = false);

} // namespace sonae::report
