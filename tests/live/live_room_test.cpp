#include "live/kept.hpp"
#include "live/live_room.hpp"
#include "live/pacing.hpp"
#include "support/programme_sample.hpp"
#include "support/recorded_file.hpp"
#include "support/shipped.hpp"
#include "workshop/autoplay.hpp"
#include "workshop/lookup.hpp"

#include <catch2/catch.hpp>

#include <csignal>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace sonae;
using live::LiveRoom;

namespace {

workshop::StartDrill start_in(LiveRoom& room, std::uint64_t seed)
{
    return {1, room.keep_pack(test::shipped_pack("session-08")), "session-08", "tamano", seed, {}};
}

const workshop::Drill& drill_of(const live::Snapshot& snapshot) { return *snapshot.room->tables.at(1).drill; }

// Plays on by the pack's policy until `commands` were accepted or the drill is over; answers how many were.
int play_on(
    LiveRoom& room, const std::string& policy, int commands, const std::function<void()>& told = [] {})
{
    int accepted = 0;
    const auto& scenario = *drill_of(room.snapshot()).scenario;
    workshop::Autoplay table(drill_of(room.snapshot()), *workshop::find_policy(scenario, policy), 1);
    while (accepted < commands && !engine::has_ended(drill_of(room.snapshot()).state))
        for (const workshop::Command& command : table.next(drill_of(room.snapshot()))) {
            REQUIRE_FALSE(room.post_and_wait(command, "policy:" + policy).refusal);
            ++accepted;
            told();
        }
    return accepted;
}

} // namespace

TEST_CASE("A room that is closed and opened again stands where it stood", "[live]")
{
    const test::Folder folder;
    const auto path = folder.path() / "a.sonae";
    std::uint64_t before = 0;
    {
        LiveRoom room({.path = path, .create = true});
        REQUIRE_FALSE(room.post_and_wait(start_in(room, 5), "table").refusal);
        play_on(room, "typical", 25);
        before = workshop::fingerprint(room.snapshot().room->tables.at(1));
    }
    LiveRoom again({.path = path});
    CHECK_FALSE(again.differs());
    CHECK(workshop::fingerprint(again.snapshot().room->tables.at(1)) == before);
}

TEST_CASE("A refused command leaves room and record as they were", "[live]")
{
    const test::Folder folder;
    LiveRoom room({.path = folder.path() / "a.sonae", .create = true});
    REQUIRE_FALSE(room.post_and_wait(start_in(room, 5), "table").refusal);
    const std::uint64_t before = workshop::fingerprint(room.snapshot().room->tables.at(1));

    const live::Answer answer = room.post_and_wait(workshop::Choose{1, "no-such", "option", 0}, "table");

    REQUIRE(answer.refusal);
    CHECK(answer.refusal->reason == workshop::Reason::unknown_decision);
    CHECK(workshop::fingerprint(room.snapshot().room->tables.at(1)) == before);
    CHECK(room.snapshot().room->tables.at(1).steps.size() == 1);
}

TEST_CASE("What cannot be written with its text is neither recorded nor shown, and the room goes on", "[live]")
{
    const test::Folder folder;
    const auto path = folder.path() / "a.sonae";
    LiveRoom room({.path = path, .create = true});
    REQUIRE_FALSE(room.post_and_wait(start_in(room, 5), "table").refusal);
    test::run_sql(path, "CREATE TRIGGER no BEFORE INSERT ON texts BEGIN SELECT RAISE(ABORT, 'no room'); END");

    const live::Answer answer = room.post_and_wait(workshop::Advance{1, 60}, "table", {{"reason", "様子を見る"}});

    REQUIRE(answer.refusal);
    CHECK(answer.refusal->reason == workshop::Reason::not_recorded);
    CHECK(room.snapshot().trouble);
    CHECK(drill_of(room.snapshot()).state.now == 0);
    test::run_sql(path, "DROP TRIGGER no");
    const live::Answer again = room.post_and_wait(workshop::Advance{1, 60}, "table", {{"reason", "様子を見る"}});
    REQUIRE_FALSE(again.refusal);
    CHECK_FALSE(room.snapshot().trouble);
    CHECK(room.texts(again.entry).at("reason") == "様子を見る");
    CHECK(room.snapshot().room->tables.at(1).steps.size() == 2);
}

TEST_CASE("Going back keeps what came after as a branch of the record", "[live]")
{
    const test::Folder folder;
    const auto path = folder.path() / "a.sonae";
    std::uint64_t end = 0;
    {
        LiveRoom room({.path = path, .create = true});
        REQUIRE_FALSE(room.post_and_wait(start_in(room, 5), "table").refusal);
        play_on(room, "typical", 6);
        const auto steps = room.snapshot().room->tables.at(1).steps;
        const EntryId middle = steps[3]->id;
        const std::uint64_t then = [&] {
            workshop::Room replayed;
            const auto source = [&](const workshop::StartDrill&) { return test::shipped(); };
            for (std::size_t i = 0; i <= 3; ++i)
                REQUIRE_FALSE(workshop::carry_out(replayed, steps[i]->command, steps[i]->id, source));
            return workshop::fingerprint(replayed.tables.at(1));
        }();

        REQUIRE_FALSE(room.post_and_wait(workshop::Rewind{1, middle}, "table").refusal);

        CHECK(workshop::fingerprint(room.snapshot().room->tables.at(1)) == then);
        play_on(room, "careful", 4);
        CHECK(room.snapshot().room->tables.at(1).steps.size() >= steps.size() + 5);
        end = workshop::fingerprint(room.snapshot().room->tables.at(1));
    }
    LiveRoom again({.path = path});
    CHECK_FALSE(again.differs());
    CHECK(workshop::fingerprint(again.snapshot().room->tables.at(1)) == end);
}

TEST_CASE("A kill at any instant loses nothing that was acknowledged", "[live][slow]")
{
    const test::Folder folder;
    const auto kept = test::shipped_pack("session-08");
    for (std::uint64_t round = 0; round < 50; ++round) {
        const auto path = folder.path() / ("kill-" + std::to_string(round) + ".sonae");
        int ends[2];
        REQUIRE(pipe(ends) == 0);
        const pid_t child = fork();
        if (child == 0) {
            close(ends[0]);
            LiveRoom room({.path = path, .create = true});
            room.post_and_wait(workshop::StartDrill{1, room.keep_pack(kept), "session-08", "tamano", round, {}},
                               "table");
            play_on(room, "typical", 1000, [&] {
                if (write(ends[1], "x", 1) != 1) _exit(1);
            });
            _exit(0);
        }
        close(ends[1]);
        char byte = 0;
        std::size_t told = 0;
        const std::size_t until = mix(round) % 20;
        while (told <= until && ::read(ends[0], &byte, 1) == 1) ++told;
        usleep(static_cast<useconds_t>(mix(round * 7) % 3000));
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        while (::read(ends[0], &byte, 1) == 1) ++told;
        close(ends[0]);

        INFO("round " << round << ", acknowledged " << told);
        LiveRoom again({.path = path});
        CHECK_FALSE(again.differs());
        CHECK(again.snapshot().room->tables.at(1).steps.size() >= told + 1);
        if (!engine::has_ended(drill_of(again.snapshot()).state)) play_on(again, "typical", 3);
    }
}

TEST_CASE("Many hands may post at once, and every one is answered", "[live]")
{
    const test::Folder folder;
    LiveRoom room({.path = folder.path() / "a.sonae", .create = true});
    REQUIRE_FALSE(room.post_and_wait(start_in(room, 5), "table").refusal);
    std::vector<std::jthread> hands;
    for (int hand = 0; hand < 4; ++hand)
        hands.emplace_back([&] {
            for (int i = 0; i < 20; ++i) {
                room.post(workshop::Advance{1, i}, "table");
                static_cast<void>(drill_of(room.snapshot()).state.now);
            }
        });
    hands.clear();
    room.post_and_wait(workshop::Advance{1, 60}, "table");
    CHECK(room.take_answers().size() == 4 * 20 + 2);
}

TEST_CASE("What was being typed is there again after a restart", "[live]")
{
    const test::Folder folder;
    const auto path = folder.path() / "a.sonae";
    {
        LiveRoom room({.path = path, .create = true});
        room.save_draft(1, "reason", "証拠を残して止めたい");
        room.post_and_wait(start_in(room, 5), "table");
    }
    CHECK(LiveRoom({.path = path}).drafts(1).at("reason") == "証拠を残して止めたい");
}

TEST_CASE("A record of other rules is told from its facts and not played on", "[live][retold]")
{
    const test::Folder folder;
    const auto drill = test::record_drill(folder / "ours.sonae", {.commands = 12});
    test::copy_record(folder / "ours.sonae", folder / "theirs.sonae", {.rules_version = engine::kRulesVersion + 1});
    const std::string before =
        test::everything_in(store::ProgrammeFile::open(folder / "theirs.sonae", store::OpenMode::read_only));

    {
        LiveRoom room({.path = folder / "theirs.sonae"});
        REQUIRE(room.differs());
        CHECK(room.untold().empty());
        const workshop::Table& table = room.snapshot().room->tables.at(1);
        REQUIRE(table.drill);
        REQUIRE(table.drill->retold);
        CHECK(table.drill->retold->rules_version == engine::kRulesVersion + 1);
        CHECK(table.drill->facts == drill->facts);
        CHECK(table.drill->state.now == drill->state.now);
        CHECK(table.drill->state.booked == drill->state.booked);
        CHECK(table.steps.size() == workshop::path_to(table, table.head).size());
        for (const workshop::Command& command : {workshop::Command(workshop::Advance{1, drill->state.now + 60}),
                                                 workshop::Command(workshop::Rewind{1, table.steps.front()->id})}) {
            const live::Answer answer = room.post_and_wait(command, "table");
            REQUIRE(answer.refusal);
            CHECK(answer.refusal->reason == workshop::Reason::other_rules);
        }
    }
    CHECK(test::everything_in(store::ProgrammeFile::open(folder / "theirs.sonae", store::OpenMode::read_only)) ==
          before);
}

TEST_CASE("A record that our rules would give another course is told from its facts too", "[live][retold]")
{
    const test::Folder folder;
    const auto drill = test::record_drill(folder / "ours.sonae", {.commands = 12});
    int entries = 0;
    test::copy_record(folder / "ours.sonae", folder / "theirs.sonae",
                      {.rules_version = engine::kRulesVersion,
                       .change = [&](test::CopiedEntry& copied) { copied.entry.fingerprint ^= ++entries == 5; }});

    const LiveRoom room({.path = folder / "theirs.sonae"});

    REQUIRE(room.differs());
    CHECK(drill_of(room.snapshot()).retold);
    CHECK(drill_of(room.snapshot()).facts == drill->facts);
}

TEST_CASE("Entries and indicators that a later version wrote cost no other fact", "[live][retold]")
{
    const test::Folder folder;
    const auto drill = test::record_drill(folder / "ours.sonae", {});
    const auto change = [](test::CopiedEntry& copied) {
        if (copied.entry.kind == "take_action") copied.entry.kind = "dance", copied.entry.version = 7;
        for (store::SeriesPoint& point : copied.points)
            if (point.indicator == "trust_staff") point.indicator = "weather";
    };
    test::copy_record(folder / "ours.sonae", folder / "theirs.sonae",
                      {.rules_version = engine::kRulesVersion + 1, .change = change});

    const LiveRoom room({.path = folder / "theirs.sonae"});

    const workshop::Table& table = room.snapshot().room->tables.at(1);
    REQUIRE(table.drill);
    const auto bookings_of_staff = [](const workshop::Drill& of) {
        return std::count_if(of.facts.begin(), of.facts.end(), [](const engine::Fact& fact) {
            return fact.kind == engine::FactKind::booked &&
                   fact.a == static_cast<std::uint16_t>(engine::Indicator::trust_staff);
        });
    };
    REQUIRE(bookings_of_staff(*drill) > 0);
    CHECK(bookings_of_staff(*table.drill) == 0);
    CHECK(table.drill->retold->strange.size() == static_cast<std::size_t>(bookings_of_staff(*drill)));
    CHECK(table.drill->facts.size() + table.drill->retold->strange.size() == drill->facts.size());
    CHECK(workshop::path_to(table, table.head).size() == table.steps.size());
}

TEST_CASE("A record whose pack can't be read any more says so", "[live][retold]")
{
    const test::Folder folder;
    test::record_drill(folder / "ours.sonae", {.commands = 3});
    const auto break_pack = [](std::map<std::string, std::string>& files) {
        files.at("session-08/pack.json") = R"({"format": 99})";
    };
    test::copy_record(folder / "ours.sonae", folder / "theirs.sonae",
                      {.rules_version = engine::kRulesVersion + 1, .change = {}, .change_pack = break_pack});

    const LiveRoom room({.path = folder / "theirs.sonae"});

    CHECK(room.snapshot().room->tables.empty());
    REQUIRE(room.untold().contains(1));
    CHECK(room.untold().at(1).ja.find("pack.json:1:") != std::string::npos);
}

TEST_CASE("An empty record of other rules opens, and nothing begins in it", "[live][retold]")
{
    const test::Folder folder;
    const auto path = folder.path() / "old.sonae";
    {
        LiveRoom room({.path = path, .create = true, .rules_version = engine::kRulesVersion + 1});
    }
    LiveRoom again({.path = path});
    REQUIRE(again.differs());
    CHECK(again.post_and_wait(start_in(again, 1), "table").refusal);
}

TEST_CASE("A pack whose folder is called otherwise than itself is played, kept and opened again", "[live]")
{
    const std::string folder_name = GENERATE("my-drill", "drills/deeper");
    const test::Folder folder;
    pack::FileSet files;
    for (const auto& [name, file] : test::shipped_files().files)
        files.add(name.starts_with("session-08/") ? folder_name + name.substr(10) : name, file.bytes);
    read::Diagnostics faults;
    const auto pack = pack::read_pack(files, folder_name, faults);
    REQUIRE(pack);
    std::map<std::string, std::string> bytes;
    for (const auto& [name, file] : pack->files.files) bytes[name] = file.bytes;
    std::uint64_t before = 0;
    {
        LiveRoom room({.path = folder / "a.sonae", .create = true});
        const workshop::StartDrill start{1, room.keep_pack(bytes), pack->id, "tamano", 5, {}};
        REQUIRE(start.pack_id == "session-08");
        REQUIRE_FALSE(room.post_and_wait(start, "table").refusal);
        before = workshop::fingerprint(room.snapshot().room->tables.at(1));
        const live::Answer other =
            room.post_and_wait(workshop::StartDrill{2, start.pack, "session-09", "tamano", 5, {}}, "table");
        REQUIRE(other.refusal);
        CHECK(other.refusal->reason == workshop::Reason::unknown_pack);
    }
    LiveRoom again({.path = folder / "a.sonae"});
    CHECK_FALSE(again.differs());
    CHECK(workshop::fingerprint(again.snapshot().room->tables.at(1)) == before);
}

TEST_CASE("A pause of three days is harmless: the clock goes on from where the drill stands", "[live]")
{
    const auto scenario = test::shipped();
    engine::NoSink quiet;
    const engine::State state = engine::begin(*scenario, {1, 0}, {}, quiet);
    live::Pacing pacing;
    pacing.settle(state, 0);
    pacing.run(0);
    const std::int64_t three_days = 3 * 24 * 3600 * 1000;
    const auto due = pacing.due(*scenario, state, three_days);
    REQUIRE(due);
    CHECK(*due == engine::next_due_at(*scenario, state));
    CHECK(pacing.shown(*scenario, state, three_days) == *due);
}

TEST_CASE("After years in which the program stood still the clock goes on from where the drill stands", "[live]")
{
    const auto scenario = test::shipped();
    engine::NoSink quiet;
    const engine::State state = engine::begin(*scenario, {1, 0}, {}, quiet);
    const std::int64_t years = std::int64_t{20} * 365 * 24 * 3600 * 1000;
    live::Pacing pacing;
    pacing.settle(state, 0);
    pacing.run(0);
    SECTION("and the table pauses") { pacing.pause(years); }
    SECTION("and the table changes the speed")
    {
        pacing.set_speed(live::kSpeeds[3], years);
        pacing.set_speed(live::kSpeeds[1], 2 * years);
    }
    CHECK(pacing.shown(*scenario, state, 2 * years) == engine::next_due_at(*scenario, state));
    pacing.run(2 * years);
    CHECK(pacing.due(*scenario, state, 2 * years) == engine::next_due_at(*scenario, state));
    CHECK(pacing.wait_ms(*scenario, state, 2 * years) == 0);
}
