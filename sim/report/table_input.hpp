// What the result of a table's drill is worked out from, gathered from the table as it stands at its head.
#pragma once

#include "report/result.hpp"
#include "workshop/activities/texts.hpp"
#include "workshop/room.hpp"

namespace sonae::report {

// What was typed beside an entry of the record (field → text).
using workshop::TextsOf;

// The table must have a drill, and must outlive the input. Pass `texts` only with the consent of those who typed.
SessionInput input_of(const workshop::Table& table, Language language, const TextsOf& texts = {});

} // namespace sonae::report
