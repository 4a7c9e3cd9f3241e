#include "support/programme_sample.hpp"

#include <catch2/catch.hpp>

using namespace sonae::store;
using namespace sonae::test;

namespace {

bool found_in(const std::filesystem::path& path, const std::string& words)
{
    for (const char* suffix : {"", "-wal", "-shm"})
        if (bytes_of(path.string() + suffix).find(words) != std::string::npos) return true;
    return false;
}

} // namespace

TEST_CASE("Erased texts are gone from the bytes of the file and its -wal, and the record stays", "[store]")
{
    const Folder folder;
    const auto path = folder / "a.sonae";
    write_sample(path);
    auto file = ProgrammeFile::open(path, OpenMode::read_write);
    const EntryId entry = file.head(1);
    file.set_text(entry, "name", "FIRST-SPELLING-OF-A-NAME");
    file.set_text(entry, "name", "TANAKA-HANAKO-0312345678");
    file.set_text(entry, "long", std::string(20'000, '-') + "TANAKA-HANAKO-AT-THE-END");
    file.save_draft(1, "note", "TANAKA-HANAKO-IN-A-DRAFT");
    file.set_text(file.head(2), "name", "SUZUKI-OF-TABLE-2");
    REQUIRE(found_in(path, "TANAKA-HANAKO"));
    const auto entries = file.entries();
    const auto facts = file.facts(1);

    const Erasure erasure = file.erase_texts(1);

    CHECK(erasure.texts == 3);
    CHECK(erasure.drafts == 1);
    CHECK_FALSE(found_in(path, "TANAKA-HANAKO"));
    CHECK_FALSE(found_in(path, "FIRST-SPELLING"));
    CHECK(found_in(path, "SUZUKI-OF-TABLE-2"));
    CHECK(file.entries() == entries);
    CHECK(file.facts(1) == facts);
    CHECK(file.texts(entry).empty());
    CHECK(append_one(file, 1).parent == entry);
}

TEST_CASE("An erasure says so when another reader keeps it from finishing", "[store]")
{
    const Folder folder;
    write_sample(folder / "a.sonae");
    auto file = ProgrammeFile::open(folder / "a.sonae", OpenMode::read_write);
    const Database other = open_database(folder / "a.sonae", OpenMode::read_write, programme_migrations());
    Database reader = open_database(folder / "a.sonae", OpenMode::read_only, programme_migrations());
    reader.execute("BEGIN; SELECT count(*) FROM entries");

    CHECK(fault_of([&] { file.erase_texts(1); }) == "locked");

    reader.execute("COMMIT");
    CHECK(fault_of([&] { file.erase_texts(1); }) == "none");
}

TEST_CASE("An erasure names the older copies that an upgrade left beside the file", "[store]")
{
    const Folder folder;
    write_sample(folder / "a.sonae");
    write_bytes(folder / "a.sonae.v1.bak", "an older copy");
    auto file = ProgrammeFile::open(folder / "a.sonae", OpenMode::read_write);

    CHECK(file.erase_texts(1).other_files == std::vector{folder / "a.sonae.v1.bak"});
}
