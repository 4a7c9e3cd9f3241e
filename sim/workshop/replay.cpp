#include "workshop/replay.hpp"

#include "base/digest.hpp"

#include <fmt/format.h>

namespace sonae::workshop {

Replayed replay(std::span<const Recorded> entries, const ScenarioSource& scenarios)
{
    Replayed result;
    for (const Recorded& entry : entries) {
        if (const auto refusal = check(result.room, entry.command, scenarios)) {
            result.differs = entry.id;
            result.why = fmt::format("refused: {}", refusal->sentence.en);
            return result;
        }
        const Caused caused = apply(result.room, entry.command, scenarios);
        record(result.room, entry.command, entry.id, entry.parent, caused);
        if (caused.fingerprint != entry.fingerprint) {
            result.differs = entry.id;
            result.why = fmt::format("fingerprint {} recorded as {}", hex(caused.fingerprint), hex(entry.fingerprint));
            return result;
        }
        ++result.entries;
    }
    return result;
}

} // namespace sonae::workshop
