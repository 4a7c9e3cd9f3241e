#include "report/table_input.hpp"

#include "base/check.hpp"

#include <algorithm>

namespace sonae::report {
namespace {

Said said_beside(const workshop::Step& step, const workshop::Choose& chose, const TextsOf& texts)
{
    Said said{.confidence = chose.confidence};
    if (!texts) return said;
    const auto fields = texts(step.id);
    if (const auto reason = fields.find("reason"); reason != fields.end()) said.reason = reason->second;
    return said;
}

} // namespace

SessionInput input_of(const workshop::Table& table, Language language, const TextsOf& texts)
{
    EXPECTS(table.drill != nullptr);
    const workshop::Drill& drill = *table.drill;
    SessionInput input{.scenario = *drill.scenario,
                       .state = drill.state,
                       .facts = drill.facts,
                       .table = table.number,
                       .language = language,
                       .with_words = texts != nullptr,
                       .carried = drill.started.outputs,
                       .retold = drill.retold.get()};
    // Only the way to the head counts: what was said on an abandoned branch was taken back.
    for (const auto& step : workshop::path_to(table, table.head))
        if (const auto* chose = std::get_if<workshop::Choose>(&step->command))
            input.said[chose->decision] = said_beside(*step, *chose, texts);
    input.rewinds = static_cast<int>(std::count_if(table.steps.begin(), table.steps.end(), [](const auto& step) {
        return std::holds_alternative<workshop::Rewind>(step->command);
    }));
    return input;
}

} // namespace sonae::report
