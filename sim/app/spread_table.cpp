#include "app/spread_table.hpp"

#include "workshop/fact_text.hpp"

#include <fmt/format.h>

#include <cstdlib>

namespace sonae::app {

Table spread_table(Language language)
{
    const auto pick = [language](const char* ja, const char* en) { return language == Language::ja ? ja : en; };
    Table table(28, 12);
    table.head("",
               {pick("最小", "min"), "p10", pick("中央", "median"), "p90", pick("最大", "max"), pick("平均", "mean")});
    return table;
}

std::vector<std::string> spread_cells(engine::Indicator which, const workshop::Spread& spread, Language language)
{
    std::vector<std::string> cells;
    for (const std::int64_t value : {spread.least, spread.p10, spread.median, spread.p90, spread.most, spread.mean})
        cells.push_back(workshop::amount_text(which, value, language));
    return cells;
}

void write_spread(read::JsonWriter& json, std::string_view name, const workshop::Spread& spread)
{
    json.key(name).begin_object().member("min", spread.least).member("p10", spread.p10);
    json.member("median", spread.median).member("p90", spread.p90).member("max", spread.most);
    json.member("mean", spread.mean).end_object();
}

std::string json_name(engine::Indicator which)
{
    return std::string(engine::indicator_name(which)) + (engine::indicator_in_yen(which) ? "_yen" : "");
}

void write_spreads(read::JsonWriter& json, const workshop::Spreads& spreads)
{
    for (std::size_t i = 0; i < engine::kIndicators; ++i)
        write_spread(json, json_name(static_cast<engine::Indicator>(i)), spreads[i]);
}

std::string gain_text(std::int64_t permille)
{
    return fmt::format("{}{}.{} %", permille < 0 ? "-" : "+", std::abs(permille) / 10, std::abs(permille) % 10);
}

} // namespace sonae::app
