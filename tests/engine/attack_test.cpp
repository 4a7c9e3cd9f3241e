// The attacker's attempts and who notices them: what is drawn comes as often as the pack says.
#include "engine/rollout.hpp"
#include "support/shipped.hpp"
#include "workshop/lookup.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>

using namespace sonae;
using namespace sonae::engine;

namespace {

constexpr std::uint64_t kWatchedDrills = 400;

std::vector<Fact> facts_of_silence(const Scenario& sc, std::uint64_t seed)
{
    std::vector<Fact> facts;
    Recorder recorder{facts};
    State state = begin(sc, {seed, 0}, {}, recorder);
    PolicyPlayer silent(sc, *workshop::find_policy(sc, "silent"));
    play_out(sc, state, silent, recorder);
    return facts;
}

// How likely the sensor sees an attempt with the technique on the host.
double chance_to_see(const Scenario& sc, std::size_t sensor, std::size_t technique, HostId host)
{
    const Sensor& by = sc.company.sensors[sensor];
    if (by.kind == SensorKind::edr && !sc.edr_hosts.has(host)) return 0;
    return sc.playbook.techniques[technique].noise[static_cast<std::size_t>(by.kind)] * by.coverage / 1e6;
}

} // namespace

TEST_CASE("Each sensor sees as many attempts as its chances say, whichever others see them too", "[engine][drill]")
{
    constexpr std::int32_t kLatest = 3 * 86400; // what is tried later may be seen only after the drill
    const auto sc = test::shipped("session-08", "tamano");
    const std::size_t sensors = sc->company.sensors.size();
    std::vector<double> expected(sensors);
    std::vector<std::size_t> seen(sensors);
    double expected_twice = 0;
    std::size_t seen_twice = 0;
    for (std::uint64_t seed = 1; seed <= kWatchedDrills; ++seed) {
        const std::vector<Fact> facts = facts_of_silence(*sc, seed);
        std::vector<std::int32_t> works_until(sensors, kLatest);
        std::map<Seq, std::set<std::size_t>> seen_by; // by attempt
        for (const Fact& fact : facts) {
            if (fact.kind == FactKind::sensor_ended) works_until[fact.a] = std::min(works_until[fact.a], fact.at);
            if (fact.kind == FactKind::alert_raised) seen_by[fact.parent].insert(fact.b);
        }
        for (const Fact& fact : facts) {
            if (fact.kind != FactKind::technique_tried) continue;
            std::vector<double> chances;
            std::size_t eyes = 0;
            for (std::size_t i = 0; i < sensors; ++i) {
                if (fact.at >= works_until[i]) continue;
                chances.push_back(chance_to_see(*sc, i, fact.a, HostId{fact.b}));
                const bool sees = seen_by[fact.seq].contains(i);
                expected[i] += chances.back();
                seen[i] += sees;
                eyes += sees;
            }
            for (std::size_t i = 0; i < chances.size(); ++i)
                for (std::size_t other = 0; other < i; ++other) expected_twice += chances[i] * chances[other];
            seen_twice += eyes * (eyes - (eyes > 0)) / 2;
        }
    }
    for (std::size_t i = 0; i < sensors; ++i) {
        INFO("sensor " << sc->company.sensors[i].id);
        CHECK(static_cast<double>(seen[i]) == Approx(expected[i]).epsilon(0.1));
    }
    CHECK(expected_twice > 100);
    CHECK(static_cast<double>(seen_twice) == Approx(expected_twice).epsilon(0.2));
}

TEST_CASE("The first attempt on a machine succeeds as often as its technique says", "[engine][drill]")
{
    const auto sc = test::shipped("session-08", "tamano");
    const std::size_t count = sc->playbook.techniques.size();
    std::vector<std::size_t> tried(count), succeeded(count);
    for (std::uint64_t seed = 1; seed <= kWatchedDrills; ++seed) {
        std::map<std::pair<std::size_t, std::uint16_t>, Seq> first; // by technique and host
        for (const Fact& fact : facts_of_silence(*sc, seed)) {
            const bool tries = fact.kind == FactKind::technique_tried;
            if (!tries && fact.kind != FactKind::technique_succeeded) continue;
            const auto [attempt, is_first] = first.try_emplace({fact.a, fact.b}, fact.seq);
            tried[fact.a] += tries && is_first;
            succeeded[fact.a] += !tries && attempt->second == fact.parent;
        }
    }
    const State prepared = prepare(*sc, {});
    std::size_t judged = 0;
    for (std::size_t t = 0; t < count; ++t) {
        if (tried[t] < kWatchedDrills * 10) continue; // of others so many lose their host in the meantime that it tells
        INFO(sc->playbook.techniques[t].id);
        ++judged;
        const double share = static_cast<double>(succeeded[t]) / static_cast<double>(tried[t]);
        CHECK(share == Approx(prepared.chances[t] / 1000.0).margin(0.03));
    }
    CHECK(judged >= 3);
}

TEST_CASE("Where many machines do not work, people come forward in rounds", "[engine][drill]")
{
    const auto sc = test::shipped("session-08", "tamano");
    std::size_t noticed = 0, rounds = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        std::set<std::uint16_t> unnoticed; // of the encrypted machines
        std::int32_t last = kNotYet;
        for (const Fact& fact : facts_of_silence(*sc, seed)) {
            if (fact.kind == FactKind::host_encrypted) unnoticed.insert(fact.a);
            if (fact.kind == FactKind::host_restored || fact.kind == FactKind::host_rebuilt) unnoticed.erase(fact.a);
            if (fact.kind != FactKind::users_noticed) continue;
            REQUIRE(unnoticed.erase(fact.a) == 1); // and so each only once
            ++noticed;
            rounds += fact.at != last;
            last = fact.at;
        }
    }
    CHECK(noticed > 2000);
    CHECK(rounds < noticed * 2 / 3);
}
