// The process is killed at arbitrary moments; what was acknowledged must be there, and the rest must be a clean prefix.
#include "support/programme_sample.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <csignal>
#include <random>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace sonae::store;
using namespace sonae::test;

namespace {

// Runs `work` in a child that ends without any of our or Catch's clean-up.
template <class Work>
pid_t in_child(Work work)
{
    const pid_t child = ::fork();
    if (child != 0) return child;
    try {
        work();
    } catch (...) {
        ::_exit(3);
    }
    ::_exit(0);
}

void write_number(int pipe_end, std::uint64_t number)
{
    if (::write(pipe_end, &number, sizeof number) != static_cast<ssize_t>(sizeof number)) ::_exit(4);
}

// The chain is whole, and every entry has the two facts and the point that belong to it.
void expect_clean(const ProgrammeFile& file, std::uint32_t line)
{
    const auto entries = file.entries(line);
    REQUIRE(file.facts(line).size() == entries.size() * 2);
    REQUIRE(file.series(line).size() == entries.size());
    if (!entries.empty()) REQUIRE(file.path_to(file.head(line)) == entries);
}

// Statements still allowed before the process ends; counted over all connections.
int statements_left = 0;

int count_statement(unsigned, void*, void*, void*)
{
    if (statements_left-- == 0) ::kill(::getpid(), SIGKILL);
    return 0;
}

// Called by SQLite for each new connection.
int watch(sqlite3* database, const char**, const void*)
{
    return sqlite3_trace_v2(database, SQLITE_TRACE_STMT | SQLITE_TRACE_PROFILE, count_statement, nullptr);
}

template <class Work>
bool survives(int statements, Work work)
{
    const pid_t child = in_child([&] {
        statements_left = statements;
        sqlite3_auto_extension(reinterpret_cast<void (*)()>(watch));
        work();
    });
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE((WIFSIGNALED(status) || WEXITSTATUS(status) == 0));
    return !WIFSIGNALED(status);
}

} // namespace

TEST_CASE("An acknowledged entry survives kill -9", "[store]")
{
    const Folder folder;
    ProgrammeFile::create(folder / "a.sonae", 1);
    std::mt19937 pauses(7);
    std::uint64_t acknowledged = 0;

    for (int kill = 0; kill < 20; ++kill) {
        int ends[2];
        REQUIRE(::pipe(ends) == 0);
        const pid_t child = in_child([&] {
            auto file = ProgrammeFile::open(folder / "a.sonae", OpenMode::read_write);
            for (;;) {
                append_one(file, 1);
                write_number(ends[1], 1);
            }
        });
        ::close(ends[1]);
        std::uint64_t one = 0;
        REQUIRE(::read(ends[0], &one, sizeof one) == static_cast<ssize_t>(sizeof one));
        ++acknowledged;
        ::usleep(static_cast<useconds_t>(pauses() % 8000));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        while (::read(ends[0], &one, sizeof one) == static_cast<ssize_t>(sizeof one)) ++acknowledged;
        ::close(ends[0]);

        const auto file = ProgrammeFile::open(folder / "a.sonae", OpenMode::read_only);
        REQUIRE(file.entries().size() >= acknowledged);
        REQUIRE(file.entries().size() <= acknowledged + static_cast<std::size_t>(kill) + 1);
        expect_clean(file, 1);
    }
}

TEST_CASE("A stop before or after any statement of an append leaves a clean prefix", "[store]")
{
    const Folder folder;
    bool done = false;
    std::size_t before = 0;
    for (int statements = 0; !done; ++statements) {
        INFO("stopped after " << statements);
        const auto path = folder / ("append-" + std::to_string(statements));
        {
            auto file = ProgrammeFile::create(path, 1);
            append_one(file, 1);
        }

        done = survives(statements, [&] {
            auto file = ProgrammeFile::open(path, OpenMode::read_write);
            append_one(file, 1);
            append_one(file, 1);
        });

        const auto file = ProgrammeFile::open(path, OpenMode::read_write);
        expect_clean(file, 1);
        const std::size_t count = file.entries().size();
        REQUIRE(count >= std::max<std::size_t>(before, 1));
        REQUIRE(count <= 3);
        before = count;
        std::filesystem::remove(path);
    }
    CHECK(before == 3);
}

TEST_CASE("A stop at any statement leaves an entry with what was typed beside it, or neither", "[store]")
{
    const Folder folder;
    bool done = false;
    for (int statements = 0; !done; ++statements) {
        INFO("stopped after " << statements);
        const auto path = folder / ("typed-" + std::to_string(statements));
        ProgrammeFile::create(path, 1);

        done = survives(statements, [&] {
            auto file = ProgrammeFile::open(path, OpenMode::read_write);
            Entry entry = next_entry(file, 1);
            file.append(entry, {}, {}, {}, {{"note", "見回り中"}, {"reason", "止めると判断した"}});
        });

        const auto file = ProgrammeFile::open(path, OpenMode::read_write);
        const auto entries = file.entries();
        REQUIRE(entries.size() <= 1);
        REQUIRE((done ? entries.size() == 1 : true));
        if (!entries.empty()) REQUIRE(file.texts(entries.front().id).size() == 2);
        std::filesystem::remove(path);
    }
}

TEST_CASE("A stop while a file is being made leaves either no file of that name or a whole one", "[store]")
{
    const Folder folder;
    bool done = false;
    for (int statements = 0; !done; ++statements) {
        INFO("stopped after " << statements);
        const auto path = folder / ("made-" + std::to_string(statements));

        done = survives(statements, [&] { ProgrammeFile::create(path, 5); });

        if (std::filesystem::exists(path))
            REQUIRE(ProgrammeFile::open(path, OpenMode::read_write).rules_version() == 5);
        else
            REQUIRE_FALSE(done);
    }
}

TEST_CASE("A stop at any statement of a merge leaves the file as it was or merged whole", "[store]")
{
    const Folder folder;
    write_sample(folder / "a.sonae");
    std::filesystem::copy_file(folder / "a.sonae", folder / "b.sonae");
    {
        auto other = ProgrammeFile::open(folder / "b.sonae", OpenMode::read_write);
        append_one(other, 1);
        append_one(other, 5);
    }
    const std::size_t old = ProgrammeFile::open(folder / "a.sonae", OpenMode::read_only).entries().size();
    bool done = false;
    // A merge runs some hundreds of statements: every seventh, and its neighbours, is looked at.
    for (int statements = 0; !done; statements += 7) {
        INFO("stopped after " << statements);
        std::filesystem::copy_file(folder / "a.sonae", folder / "c.sonae");

        done = survives(statements, [&] {
            ProgrammeFile::open(folder / "c.sonae", OpenMode::read_write).merge_from(folder / "b.sonae");
        });

        const std::size_t now = ProgrammeFile::open(folder / "c.sonae", OpenMode::read_write).entries().size();
        REQUIRE((now == old || now == old + 2));
        std::filesystem::remove(folder / "c.sonae");
    }
}

namespace {

void make_notes(Database& database) { database.execute("CREATE TABLE notes(words TEXT) STRICT"); }
void colour_notes(Database& database) { database.execute("ALTER TABLE notes ADD COLUMN colour TEXT"); }
constexpr std::array kPlain{Migration{1, make_notes}};
constexpr std::array kColoured{Migration{1, make_notes}, Migration{2, colour_notes}};

} // namespace

TEST_CASE("A stop at any statement of an upgrade leaves the old file or the new one, whole", "[store]")
{
    const Folder folder;
    bool done = false;
    for (int statements = 0; !done; ++statements) {
        INFO("stopped after " << statements);
        const auto path = folder / ("upgraded-" + std::to_string(statements));
        create_database(path, kPlain, [](Database& d) { d.execute("INSERT INTO notes VALUES('記録')"); });

        done = survives(statements, [&] { open_database(path, OpenMode::read_write, kColoured); });

        const Database database = open_database(path, OpenMode::read_write, kColoured);
        REQUIRE(database.number("PRAGMA user_version") == 2);
        REQUIRE(database.text("SELECT words FROM notes") == "記録");
    }
}
