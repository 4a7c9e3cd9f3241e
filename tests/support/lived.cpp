#include "support/lived.hpp"

#include "workshop/lookup.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

namespace sonae::test {

using namespace engine;

std::size_t Lived::count(FactKind kind, std::uint16_t a) const
{
    return static_cast<std::size_t>(std::count_if(facts.begin(), facts.end(), [&](const Fact& fact) {
        return fact.kind == kind && (a == 0xFFFF || fact.a == a);
    }));
}

const Fact& Lived::first(FactKind kind) const
{
    const auto at = std::find_if(facts.begin(), facts.end(), [&](const Fact& fact) { return fact.kind == kind; });
    REQUIRE(at != facts.end());
    return *at;
}

std::int64_t Lived::booked_by(const Fact& cause, Indicator which) const
{
    std::int64_t sum = 0;
    for (const Fact& fact : facts)
        if (fact.kind == FactKind::booked && fact.parent == cause.seq && fact.a == static_cast<std::uint16_t>(which))
            sum += fact.value;
    return sum;
}

Lived begun(const Scenario& sc, std::uint64_t seed)
{
    Lived lived;
    Recorder recorder{lived.facts};
    lived.state = begin(sc, {seed, 0}, {}, recorder);
    return lived;
}

void live_on(const Scenario& sc, Lived& lived, std::int32_t to)
{
    Recorder recorder{lived.facts};
    while (advance(sc, lived.state, to, recorder) == Pause::decision)
        let_pass(sc, lived.state, *open_decision(lived.state), recorder);
}

void order_now(const Scenario& sc, Lived& lived, const std::string& action)
{
    Recorder recorder{lived.facts};
    const auto id = workshop::find_action(sc, action);
    REQUIRE(id);
    const auto target = workshop::find_target(sc, sc.actions[id->index()], "");
    REQUIRE(target);
    REQUIRE(plan_action(sc, lived.state, *id, *target).block == ActionBlock::none);
    start_action(sc, lived.state, *id, *target, recorder);
}

void change(pack::FileSet& files, const std::string& file, const std::string& from, const std::string& to)
{
    std::string& bytes = files.files.at(file).bytes;
    const std::size_t at = bytes.find(from);
    REQUIRE(at != std::string::npos);
    bytes.replace(at, from.size(), to);
}

} // namespace sonae::test
