#include "workshop/facts_json.hpp"

#include "read/json_writer.hpp"
#include "workshop/fact_text.hpp"

namespace sonae::workshop {

std::string write_fact(const engine::Scenario& sc, const engine::Fact& fact)
{
    read::JsonWriter json;
    json.begin_object();
    if (fact.a != 0xFFFF) json.member("a", fact.a);
    if (fact.b != 0xFFFF) json.member("b", fact.b);
    if (fact.value != 0) json.member("value", fact.value);
    json.member("ja", fact_text(sc, fact, Language::ja));
    json.member("en", fact_text(sc, fact, Language::en));
    json.end_object();
    return json.text();
}

engine::Totals totals_after(const engine::Scenario& sc, std::span<const engine::Fact> facts)
{
    engine::Totals totals = engine::booked_at_start(sc);
    for (const engine::Fact& fact : facts)
        if (fact.kind == engine::FactKind::booked) totals[fact.a] += fact.value;
    return totals;
}

} // namespace sonae::workshop
