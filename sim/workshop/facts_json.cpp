#include "workshop/facts_json.hpp"

#include "read/json_writer.hpp"
#include "read/object_reader.hpp"
#include "workshop/fact_text.hpp"

namespace sonae::workshop {
namespace {

std::optional<engine::FactKind> kind_called(std::string_view name)
{
    for (std::size_t kind = 0; kind < static_cast<std::size_t>(engine::FactKind::count_); ++kind)
        if (engine::fact_name(static_cast<engine::FactKind>(kind)) == name) return static_cast<engine::FactKind>(kind);
    return std::nullopt;
}

} // namespace

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

std::optional<KeptFact> read_fact(std::string_view kind, std::string_view body, read::Diagnostics& told)
{
    const auto document = read::parse_json(body, "fact", told);
    if (!document) return std::nullopt;
    using Limits = std::numeric_limits<std::int64_t>;
    read::ObjectReader in(document->root(), told);
    KeptFact kept;
    kept.fact.a = in.optional_integer<std::uint16_t>("a", 0, 0xFFFF).value_or(0xFFFF);
    kept.fact.b = in.optional_integer<std::uint16_t>("b", 0, 0xFFFF).value_or(0xFFFF);
    kept.fact.value = in.optional_integer<std::int64_t>("value", Limits::min(), Limits::max()).value_or(0);
    kept.sentence = {in.optional_string("ja").value_or(""), in.optional_string("en").value_or("")};
    if (!in.sound()) return std::nullopt;
    const auto known = kind_called(kind);
    kept.known = known.has_value();
    kept.fact.kind = known.value_or(engine::FactKind::drill_started);
    return kept;
}

engine::Totals totals_after(const engine::Scenario& sc, std::span<const engine::Fact> facts)
{
    engine::Totals totals = engine::booked_at_start(sc);
    for (const engine::Fact& fact : facts)
        if (fact.kind == engine::FactKind::booked) totals[fact.a] += fact.value;
    return totals;
}

} // namespace sonae::workshop
