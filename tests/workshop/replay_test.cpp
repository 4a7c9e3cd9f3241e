// The record is enough: folded again it gives the same room, also after every decision was decided otherwise.
#include "support/recorded_room.hpp"
#include "support/shipped.hpp"
#include "support/small_pack.hpp"
#include "workshop/lookup.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace sonae;
using test::RecordedRoom;

namespace {

std::size_t answered(const RecordedRoom& room)
{
    const auto& decisions = room.drill().state.decisions;
    return static_cast<std::size_t>(
        std::count_if(decisions.begin(), decisions.end(),
                      [](const engine::DecisionState& d) { return d.closed != engine::kNotYet; }));
}

// The entries after which the table's next answer to a decision came, and that answer.
std::vector<std::pair<EntryId, workshop::Choose>> answers(const RecordedRoom& room)
{
    std::vector<std::pair<EntryId, workshop::Choose>> all;
    for (const workshop::Recorded& entry : room.record())
        if (const auto* choose = std::get_if<workshop::Choose>(&entry.command)) all.emplace_back(entry.parent, *choose);
    return all;
}

void choose_otherwise(RecordedRoom& room, const workshop::Choose& before)
{
    const engine::Scenario& sc = *room.drill().scenario;
    for (const engine::Option& option : sc.decisions[workshop::find_decision(sc, before.decision)->index()].options)
        if (option.id != before.option && !room.post(workshop::Choose{1, before.decision, option.id, 2})) return;
    REQUIRE_FALSE(room.post(workshop::LetPass{1, before.decision}));
}

} // namespace

TEST_CASE("A record folded again gives the room that was played", "[workshop][replay]")
{
    const auto policy = GENERATE(as<std::string>{}, "silent", "random", "typical", "careful");
    RecordedRoom room(test::shipped());
    room.start(8);
    room.play(policy);

    const workshop::Replayed again = workshop::replay(room.record(), room.scenarios());

    CHECK(again.why == "");
    CHECK(again.entries == room.record().size());
    CHECK(workshop::fingerprint(again.room.tables.at(1)) == workshop::fingerprint(room.table()));
    CHECK(again.room.tables.at(1).drill->state == room.drill().state);
    CHECK(again.room.tables.at(1).drill->facts.size() == room.drill().facts.size());
}

TEST_CASE("A record forked at every decision folds to the same room, branches and all", "[workshop][replay]")
{
    RecordedRoom first(test::shipped());
    first.start(8);
    first.play("typical");
    const auto forks = answers(first);
    REQUIRE(forks.size() >= 8);
    for (const auto& [before, choose] : forks) {
        INFO(choose.decision << " was answered with " << choose.option);
        RecordedRoom room(test::shipped());
        room.start(8);
        room.play("typical");
        const std::size_t all = answered(room);
        REQUIRE_FALSE(room.post(workshop::Rewind{1, before}));
        CHECK(answered(room) < all);
        choose_otherwise(room, choose);
        room.play("typical");

        const workshop::Replayed again = workshop::replay(room.record(), room.scenarios());

        CHECK_FALSE(again.differs);
        CHECK(workshop::fingerprint(again.room.tables.at(1)) == workshop::fingerprint(room.table()));
        CHECK(room.table().steps.size() == room.record().size());
    }
}

TEST_CASE("Going back to any entry gives the room as it stood there", "[workshop][replay]")
{
    RecordedRoom room(small_scenario());
    room.start(3);
    room.play("typical");
    const std::vector<workshop::Recorded> played(room.record().begin(), room.record().end());
    for (const workshop::Recorded& entry : played) {
        REQUIRE_FALSE(room.post(workshop::Rewind{1, entry.id}));
        CHECK(workshop::fingerprint(room.table()) == entry.fingerprint);
    }
}

TEST_CASE("The first entry that differs is named, and nothing after it is folded", "[workshop][replay]")
{
    RecordedRoom room(small_scenario());
    room.start(3);
    room.play("typical");
    std::vector<workshop::Recorded> entries(room.record().begin(), room.record().end());
    REQUIRE(entries.size() > 3);
    SECTION("its fingerprint is another") { entries[2].fingerprint ^= 1; }
    SECTION("its command may not happen there")
    {
        entries[2].command = workshop::Choose{1, "no-such-decision", "a", 0};
    }

    const workshop::Replayed again = workshop::replay(entries, room.scenarios());

    REQUIRE(again.differs);
    CHECK(*again.differs == entries[2].id);
    CHECK(again.entries == 2);
    CHECK_FALSE(again.why.empty());
}
