#include "support/programme_sample.hpp"

#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <sqlite3.h>

using namespace sonae::store;
using namespace sonae::test;

namespace {

void make_first(Database& database)
{
    database.execute("CREATE TABLE notes(id INTEGER PRIMARY KEY, words TEXT) STRICT");
}
void add_colour(Database& database)
{
    database.execute("ALTER TABLE notes ADD COLUMN colour TEXT NOT NULL DEFAULT 'red'");
}
void break_off(Database& database)
{
    database.execute("DROP TABLE notes");
    throw StoreError(StoreFault::full, database.path());
}

constexpr std::array kFirst{Migration{1, make_first}};
constexpr std::array kSecond{Migration{1, make_first}, Migration{2, add_colour}};
constexpr std::array kFailing{Migration{1, make_first}, Migration{2, break_off}};

void make_old(const std::filesystem::path& path)
{
    create_database(path, kFirst, [](Database& d) { d.execute("INSERT INTO notes(words) VALUES('古い記録')"); });
}

// What SQLite keeps beside a file that it read does not count.
std::ptrdiff_t files_in(const Folder& folder)
{
    const std::filesystem::directory_iterator all(folder.path());
    return std::count_if(begin(all), end(all), [](const auto& item) {
        const std::string name = item.path().filename();
        return !name.ends_with("-wal") && !name.ends_with("-shm");
    });
}

} // namespace

TEST_CASE("Each file that cannot be opened is answered by what is wrong with it", "[store]")
{
    const Folder folder;
    const auto open = [&](const char* name) {
        return fault_of([&] { ProgrammeFile::open(folder / name, OpenMode::read_write); });
    };
    write_bytes(folder / "text.sonae",
                "This is a letter to the chamber of commerce, long enough to be mistaken for a header of a "
                "database that is ours.");
    write_bytes(folder / "empty.sonae", "");
    run_sql(folder / "foreign.sonae", "CREATE TABLE entries(a)");
    std::filesystem::create_directory(folder / "folder.sonae");
    ProgrammeFile::create(folder / "newer.sonae", 1);
    run_sql(folder / "newer.sonae", "PRAGMA user_version=99");
    ProgrammeFile::create(folder / "trap.sonae", 1);
    run_sql(folder / "trap.sonae", "CREATE TRIGGER t AFTER INSERT ON entries BEGIN DELETE FROM facts; END");

    CHECK(open("none.sonae") == "missing");
    CHECK(open("text.sonae") == "not_ours");
    CHECK(open("empty.sonae") == "not_ours");
    CHECK(open("foreign.sonae") == "not_ours");
    CHECK(open("folder.sonae") == "not_ours");
    CHECK(open("newer.sonae") == "newer");
    CHECK(open("trap.sonae") == "damaged");
    CHECK(fault_of([&] { ProgrammeFile::create(folder / "newer.sonae", 1); }) == "exists");
    CHECK(fault_of([&] { ProgrammeFile::create(folder / "no/such/folder.sonae", 1); }) != "none");
}

TEST_CASE("Opening a newer file changes nothing in it", "[store]")
{
    const Folder folder;
    ProgrammeFile::create(folder / "a.sonae", 1);
    run_sql(folder / "a.sonae", "PRAGMA user_version=99");
    const std::string before = bytes_of(folder / "a.sonae");

    fault_of([&] { ProgrammeFile::open(folder / "a.sonae", OpenMode::read_write); });

    CHECK(bytes_of(folder / "a.sonae") == before);
}

TEST_CASE("A file that another program holds is reported as in use", "[store]")
{
    const Folder folder;
    auto file = ProgrammeFile::create(folder / "a.sonae", 1);
    sqlite3* other = nullptr;
    sqlite3_open((folder / "a.sonae").c_str(), &other);
    sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);

    CHECK(fault_of([&] { append_one(file, 1); }) == "locked");

    sqlite3_close(other);
    CHECK(append_one(file, 1).id.number == 1);
}

namespace {

// As a disk with no room left: SQLite itself then refuses to grow the file.
int forbid_growth(sqlite3* database, const char**, const void*)
{
    const bool in_memory = std::string(sqlite3_db_filename(database, "main")).empty();
    return in_memory ? SQLITE_OK : sqlite3_exec(database, "PRAGMA max_page_count=1", nullptr, nullptr, nullptr);
}

struct DiskWithoutRoom {
    DiskWithoutRoom() { sqlite3_auto_extension(reinterpret_cast<void (*)()>(forbid_growth)); }
    ~DiskWithoutRoom() { sqlite3_cancel_auto_extension(reinterpret_cast<void (*)()>(forbid_growth)); }
};

} // namespace

TEST_CASE("A full disk is said, and what was written before stays", "[store]")
{
    const Folder folder;
    ProgrammeFile::create(folder / "a.sonae", 1);
    auto file = [&] {
        const DiskWithoutRoom full;
        return ProgrammeFile::open(folder / "a.sonae", OpenMode::read_write);
    }();
    const Entry kept = append_one(file, 1);

    Entry large = next_entry(file, 1);
    large.body = std::string(100'000, 'x');
    CHECK(fault_of([&] { file.append(large, {}, {}); }) == "full");

    CHECK_FALSE(large.id.exists());
    CHECK(file.entries() == std::vector{kept});
    CHECK(append_one(file, 1).parent == kept.id);
}

TEST_CASE("An older file is upgraded on a copy, and the old one is kept beside it", "[store]")
{
    const Folder folder;
    make_old(folder / "a.sonae");
    write_bytes(folder / "a.sonae.v1.bak", "somebody's");

    const Database database = open_database(folder / "a.sonae", OpenMode::read_write, kSecond);

    CHECK(database.number("PRAGMA user_version") == 2);
    CHECK(database.text("SELECT words || colour FROM notes") == "古い記録red");
    CHECK(database.text("PRAGMA journal_mode") == "wal");
    CHECK(bytes_of(folder / "a.sonae.v1.bak") == "somebody's");
    const Database old = open_database(folder / "a.sonae.v1.2.bak", OpenMode::read_only, kFirst);
    CHECK(old.text("SELECT words FROM notes") == "古い記録");
}

TEST_CASE("An older file opened for reading is upgraded in memory and stays as it is", "[store]")
{
    const Folder folder;
    make_old(folder / "a.sonae");
    const std::string before = bytes_of(folder / "a.sonae");
    {
        Database database = open_database(folder / "a.sonae", OpenMode::read_only, kSecond);
        CHECK(database.text("SELECT words || colour FROM notes") == "古い記録red");
        CHECK_THROWS(database.execute("DELETE FROM notes"));
    }
    CHECK(bytes_of(folder / "a.sonae") == before);
    CHECK(files_in(folder) == 1);
}

TEST_CASE("An upgrade that fails leaves the old file as it was and nothing beside it", "[store]")
{
    const Folder folder;
    make_old(folder / "a.sonae");

    CHECK(fault_of([&] { open_database(folder / "a.sonae", OpenMode::read_write, kFailing); }) == "full");

    CHECK(files_in(folder) == 1);
    const Database old = open_database(folder / "a.sonae", OpenMode::read_only, kFirst);
    CHECK(old.text("SELECT words FROM notes") == "古い記録");
}

TEST_CASE("An older file that someone else has open is not upgraded under them", "[store]")
{
    const Folder folder;
    make_old(folder / "a.sonae");
    const Database other = open_database(folder / "a.sonae", OpenMode::read_only, kFirst);

    CHECK(fault_of([&] { open_database(folder / "a.sonae", OpenMode::read_write, kSecond); }) == "locked");
    CHECK(other.text("SELECT words FROM notes") == "古い記録");
}

TEST_CASE("The programme file's pragmas are the durable and the distrustful ones", "[store]")
{
    const Folder folder;
    write_sample(folder / "a.sonae");
    const Database database = open_database(folder / "a.sonae", OpenMode::read_write, programme_migrations());
    CHECK(database.number("PRAGMA application_id") == kApplicationId);
    CHECK(database.number("PRAGMA synchronous") == 2);
    CHECK(database.number("PRAGMA foreign_keys") == 1);
    CHECK(database.number("PRAGMA secure_delete") == 1);
    CHECK(database.number("PRAGMA trusted_schema") == 0);
    CHECK(database.text("PRAGMA journal_mode") == "wal");
}
