#include "workshop/transcript.hpp"

#include "base/digest.hpp"
#include "workshop/fact_text.hpp"

#include <fmt/format.h>

namespace sonae::workshop {

std::string transcript(const Drill& drill, Language language)
{
    const engine::Scenario& sc = *drill.scenario;
    std::string text = fmt::format("# {} {} seed {} rules {}\n", drill.started.pack_id, drill.started.company,
                                   drill.started.seed, engine::kRulesVersion);
    for (const engine::Fact& fact : drill.facts)
        text += fmt::format("{} {:5} <{:5} {:<20} {}\n", moment_iso(sc.start + fact.at), fact.seq, fact.parent,
                            engine::fact_name(fact.kind), fact_text(sc, fact, language));
    for (std::size_t i = 0; i < engine::kIndicators; ++i) {
        const auto which = static_cast<engine::Indicator>(i);
        text += fmt::format("= {} {}\n", engine::indicator_name(which), engine::indicator(sc, drill.state, which));
    }
    text += fmt::format("= fingerprint {}\n", hex(engine::fingerprint(drill.state)));
    return text;
}

} // namespace sonae::workshop
