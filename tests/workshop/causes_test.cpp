// Every yen has an owner, and the owners of a figure sum to its change.
#include "support/recorded_room.hpp"
#include "support/shipped.hpp"
#include "workshop/causes.hpp"
#include "workshop/facts_json.hpp"
#include "workshop/transcript.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <set>

using namespace sonae;
using namespace sonae::workshop;
using test::RecordedRoom;

TEST_CASE("The owners of an indicator sum exactly to its change", "[workshop][why]")
{
    const auto policy = GENERATE(as<std::string>{}, "silent", "random", "typical", "careful");
    RecordedRoom room(test::shipped());
    room.start(GENERATE(1u, 2u, 3u));
    room.play(policy);
    const Drill& drill = room.drill();
    const Causes causes(drill.facts);
    const engine::Totals before = engine::booked_at_start(*drill.scenario),
                         after = totals_after(*drill.scenario, drill.facts);
    for (std::size_t i = 0; i < engine::kIndicators; ++i) {
        const auto which = static_cast<engine::Indicator>(i);
        std::int64_t owned = 0;
        for (const Owned& part : causes.owners_of(which)) owned += part.amount;
        INFO(engine::indicator_name(which));
        CHECK(owned == after[i] - before[i]);
    }
}

TEST_CASE("A chain of causes leads from any fact to the beginning without a gap", "[workshop][why]")
{
    RecordedRoom room(test::shipped());
    room.start(8);
    room.play("typical");
    const Causes causes(room.drill().facts);
    std::set<OwnerKind> met;
    for (const engine::Fact& fact : room.drill().facts) {
        const auto chain = causes.chain(fact.seq);
        REQUIRE_FALSE(chain.empty());
        CHECK(chain.front().seq == fact.seq);
        CHECK(chain.back().parent == 0);
        for (std::size_t i = 0; i + 1 < chain.size(); ++i) REQUIRE(chain[i].parent == chain[i + 1].seq);
        met.insert(causes.owner_of(fact.seq).kind);
    }
    CHECK(met.count(OwnerKind::decision));
    CHECK(met.count(OwnerKind::attacker));
}

TEST_CASE("What silence costs belongs to silence, never to a decision", "[workshop][why]")
{
    RecordedRoom room(test::shipped());
    room.start(8);
    room.play("silent");
    const Causes causes(room.drill().facts);
    for (const engine::Indicator which :
         {engine::Indicator::downtime_loss, engine::Indicator::compensation, engine::Indicator::trust_customers})
        for (const Owned& part : causes.owners_of(which)) CHECK(part.owner.kind != OwnerKind::decision);
}

TEST_CASE("Every fact has a sentence in both languages", "[workshop]")
{
    RecordedRoom room(test::shipped());
    room.start(8);
    room.play("typical");
    for (const Language language : {Language::ja, Language::en}) {
        const std::string all = transcript(room.drill(), language);
        CHECK(static_cast<std::size_t>(std::count(all.begin(), all.end(), '\n')) > room.drill().facts.size());
        CHECK(all.find("{}") == std::string::npos);
        CHECK(all.find("\n\n\n") == std::string::npos);
    }
}
