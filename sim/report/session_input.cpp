#include "report/session_input.hpp"

#include "base/check.hpp"

namespace sonae::report {

SessionInput input_of(const workshop::Table& table, const TextsOf& texts, Language language, bool anonymous)
{
    EXPECTS(table.drill != nullptr);
    const workshop::Drill& drill = *table.drill;
    SessionInput input{*drill.scenario, drill.state, drill.facts, table.number, {}, language, anonymous, drill.started.outputs};
    for (const auto& step : workshop::path_to(table, table.head)) {
        const auto* chose = std::get_if<workshop::Choose>(&step->command);
        if (!chose) continue;
        Said& said = input.said[chose->decision];
        said.confidence = chose->confidence;
        const auto typed = texts(step->id);
        if (const auto reason = typed.find("reason"); reason != typed.end()) said.reason = reason->second;
    }
    return input;
}

} // namespace sonae::report
