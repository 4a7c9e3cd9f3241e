// A session on the disk: what a table wrote is there after a kill, its words too, and they can be erased without trace.
#include "live/kept.hpp"
#include "live/live_room.hpp"
#include "support/programme_sample.hpp"
#include "support/recorded_file.hpp"
#include "support/session_room.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace sonae;
using namespace sonae::workshop;
using live::LiveRoom;

namespace {

constexpr const char* kName = "佐藤花子の手帳";

void begin(LiveRoom& room)
{
    const std::string sha = room.keep_pack(test::session_pack("workshop"));
    const Opening opening = open_session(*test::session_plan("workshop"), sha, 1, nullptr, {});
    REQUIRE_FALSE(room.post_and_wait(opening.command, "table").refusal);
}

// Adds the ledger's row number `n`, named in words.
live::Answer add_row(LiveRoom& room, int n)
{
    SetCells c;
    c.activity = c.grid = "ledger";
    const std::string row = fmt::format("r{}", n);
    c.adds = {row};
    c.cells = {{row, "name", Written{}}, {row, "c", std::vector<std::string>{std::to_string(n % 3 + 1)}}};
    return room.post_and_wait(c, "table",
                              {{cell_field("ledger", "ledger", row, "name"), fmt::format("{}{}", kName, n)}});
}

const Table& table_of_room(const live::Snapshot& snapshot) { return snapshot.room->tables.at(1); }

std::string name_of_row(const LiveRoom& room, const Table& table, const std::string& row)
{
    const Activity& ledger = *activity_called(*table.session, "ledger");
    const TableTexts texts(table, [&](const EntryId& entry) { return room.texts(entry); });
    return texts.row_name(*table.session, ledger, ledger.grids[0],
                          *find_row(state_of(*table.session, ledger).grids[0], row), Language::ja);
}

} // namespace

TEST_CASE("A session that is closed and opened again stands where it stood, words and all", "[live][session]")
{
    const test::Folder folder;
    std::uint64_t before = 0;
    {
        LiveRoom room({.path = folder / "a.sonae", .create = true});
        begin(room);
        for (int n = 1; n <= 5; ++n) REQUIRE_FALSE(add_row(room, n).refusal);
        before = fingerprint(table_of_room(room.snapshot()));
    }
    LiveRoom again({.path = folder / "a.sonae"});
    CHECK_FALSE(again.differs());
    const live::Snapshot snapshot = again.snapshot();
    CHECK(fingerprint(table_of_room(snapshot)) == before);
    CHECK(name_of_row(again, table_of_room(snapshot), "r4") == std::string(kName) + "4");
}

TEST_CASE("A kill in the middle of a session loses nothing that was acknowledged", "[live][session][slow]")
{
    const test::Folder folder;
    for (int round = 0; round < 12; ++round) {
        const auto path = folder / fmt::format("kill-{}.sonae", round);
        int ends[2];
        REQUIRE(pipe(ends) == 0);
        const pid_t child = fork();
        if (child == 0) {
            close(ends[0]);
            LiveRoom room({.path = path, .create = true});
            begin(room);
            for (int n = 1; n <= 20; ++n)
                if (add_row(room, n).refusal || write(ends[1], "x", 1) != 1) _exit(1);
            _exit(0);
        }
        close(ends[1]);
        char byte = 0;
        int told = 0;
        while (told <= round && ::read(ends[0], &byte, 1) == 1) ++told;
        kill(child, SIGKILL);
        waitpid(child, nullptr, 0);
        while (::read(ends[0], &byte, 1) == 1) ++told;
        close(ends[0]);

        INFO("round " << round << ", acknowledged " << told);
        LiveRoom again({.path = path});
        CHECK_FALSE(again.differs());
        const live::Snapshot snapshot = again.snapshot();
        REQUIRE(table_of_room(snapshot).steps.size() >= static_cast<std::size_t>(told) + 1);
        for (int n = 1; n <= told; ++n)
            CHECK(name_of_row(again, table_of_room(snapshot), fmt::format("r{}", n)) == fmt::format("{}{}", kName, n));
        const auto rows = static_cast<int>(table_of_room(snapshot).steps.size()) - 1;
        if (rows < 20) CHECK_FALSE(add_row(again, rows + 1).refusal); // and on it goes
    }
}

TEST_CASE("Words that are erased from the file leave no byte of them, and the session as it was", "[live][session]")
{
    const test::Folder folder;
    const auto path = folder / "a.sonae";
    std::uint64_t before = 0;
    {
        LiveRoom room({.path = path, .create = true});
        begin(room);
        for (int n = 1; n <= 3; ++n) REQUIRE_FALSE(add_row(room, n).refusal);
        before = fingerprint(table_of_room(room.snapshot()));
    }
    {
        auto file = store::ProgrammeFile::open(path, store::OpenMode::read_write);
        CHECK(file.erase_texts(1).texts == 3);
    }
    CHECK(test::bytes_of(path).find(kName) == std::string::npos);
    LiveRoom again({.path = path});
    CHECK_FALSE(again.differs());
    const live::Snapshot snapshot = again.snapshot();
    CHECK(fingerprint(table_of_room(snapshot)) == before);
    CHECK(name_of_row(again, table_of_room(snapshot), "r1").empty());
}

TEST_CASE("What a table wrote can be read in a record of other rules, and taken on from there", "[live][session]")
{
    const test::Folder folder;
    const auto path = folder / "a.sonae";
    {
        LiveRoom room({.path = path, .create = true});
        begin(room);
        for (int n = 1; n <= 3; ++n) REQUIRE_FALSE(add_row(room, n).refusal);
    }
    test::copy_record(path, folder / "other.sonae", {.rules_version = engine::kRulesVersion + 1});
    LiveRoom again({.path = folder / "other.sonae"});
    CHECK(again.differs());
    const live::Snapshot snapshot = again.snapshot();
    CHECK(name_of_row(again, table_of_room(snapshot), "r2") == std::string(kName) + "2");
    CHECK(add_row(again, 4).refusal->reason == Reason::other_rules);
}
