// How figures spread, as the reports of many plays write it: one form for the terminal, one for machines.
#pragma once

#include "app/columns.hpp"
#include "read/json_writer.hpp"
#include "workshop/survey.hpp"

namespace sonae::app {

Table spread_table(Language language); // with its heading, without rows
std::vector<std::string> spread_cells(engine::Indicator which, const workshop::Spread& spread, Language language);

void write_spread(read::JsonWriter& json, std::string_view name, const workshop::Spread& spread);
// One member an indicator; those in yen end in "_yen".
void write_spreads(read::JsonWriter& json, const workshop::Spreads& spreads);
std::string json_name(engine::Indicator which);

// Terminal and report say "+7.8 %", "-3.0 %", of permille.
std::string gain_text(std::int64_t permille);

} // namespace sonae::app
