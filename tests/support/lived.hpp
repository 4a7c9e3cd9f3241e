// A drill as it goes when nobody does anything but what a test orders, with every fact of it.
#pragma once

#include "engine/drill.hpp"
#include "pack/load.hpp"

#include <string>
#include <vector>

namespace sonae::test {

struct Lived {
    engine::State state;
    std::vector<engine::Fact> facts;
    // `a`: about this thing; any, when it is left out.
    std::size_t count(engine::FactKind kind, std::uint16_t a = 0xFFFF) const;
    // The test fails where there is none.
    const engine::Fact& first(engine::FactKind kind) const;
    // What the fact changed in the indicator, by the bookings that it is the cause of.
    std::int64_t booked_by(const engine::Fact& cause, engine::Indicator which) const;
};

Lived begun(const engine::Scenario& scenario, std::uint64_t seed);
// Every question that comes up is let pass.
void live_on(const engine::Scenario& scenario, Lived& lived, std::int32_t to);
void order_now(const engine::Scenario& scenario, Lived& lived, const std::string& action);

// The first place of `from` in one of the files.
void change(pack::FileSet& files, const std::string& file, const std::string& from, const std::string& to);

} // namespace sonae::test
