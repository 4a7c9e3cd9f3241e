// Files that were cut, flipped or swapped: a clear error or exactly what was written, never a crash and never a
// half-truth.
#include "support/programme_sample.hpp"

#include "store/salvage.hpp"

#include <catch2/catch.hpp>
#include <random>

using namespace sonae::store;
using namespace sonae::test;

namespace {

// What a reader gets: the file's whole content, or the name of the fault.
std::string read_or_fault(const std::filesystem::path& path, OpenMode mode)
{
    std::string found;
    const std::string fault = fault_of([&] { found = everything_in(ProgrammeFile::open(path, mode)); });
    return fault == "none" ? found : fault;
}

bool is_a_clear_fault(const std::string& fault)
{
    return fault == "damaged" || fault == "not_ours" || fault == "newer" || fault == "io";
}

void remove_with_wal(const std::filesystem::path& path)
{
    for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(path.string() + suffix);
}

// Long enough that a cut mostly falls behind the schema.
void write_long_sample(const std::filesystem::path& path)
{
    write_sample(path);
    auto file = ProgrammeFile::open(path, OpenMode::read_write);
    for (int turn = 0; turn < 300; ++turn) append_one(file, 1 + static_cast<std::uint32_t>(turn) % 3, 3);
}

} // namespace

TEST_CASE("A byte flipped anywhere gives a clear error or the clean record", "[store]")
{
    const Folder folder;
    write_sample(folder / "a.sonae");
    const std::string whole = bytes_of(folder / "a.sonae");
    const std::string told = read_or_fault(folder / "a.sonae", OpenMode::read_only);
    REQUIRE(told.size() > 1000);
    std::mt19937 places(11);

    int faults = 0;
    for (int turn = 0; turn < 200; ++turn) {
        // A quarter of them hits the first page, where the header and the schema stand.
        const std::size_t place = places() % (turn % 4 == 0 ? 4096 : whole.size());
        std::string flipped = whole;
        flipped[place] = static_cast<char>(flipped[place] ^ (1 << places() % 8));
        INFO("byte " << place);
        write_bytes(folder / "b.sonae", flipped);

        const std::string found =
            read_or_fault(folder / "b.sonae", turn % 2 == 0 ? OpenMode::read_only : OpenMode::read_write);

        faults += found != told;
        if (found != told) REQUIRE_THAT(found, Catch::Predicate<std::string>(is_a_clear_fault));
        remove_with_wal(folder / "b.sonae");
    }
    CHECK(faults > 20);
}

TEST_CASE("A file cut off anywhere gives a clear error, and salvage keeps a prefix of it", "[store]")
{
    const Folder folder;
    write_long_sample(folder / "a.sonae");
    const std::string whole = bytes_of(folder / "a.sonae");
    const auto entries = ProgrammeFile::open(folder / "a.sonae", OpenMode::read_only).entries();
    std::size_t most = 0;

    for (std::size_t size = 0; size < whole.size(); size += 7177) {
        INFO("cut to " << size);
        write_bytes(folder / "b.sonae", whole.substr(0, size));
        REQUIRE_THAT(read_or_fault(folder / "b.sonae", OpenMode::read_write),
                     Catch::Predicate<std::string>(is_a_clear_fault));

        SalvageReport report;
        const std::string fault = fault_of([&] { report = salvage(folder / "b.sonae", folder / "c.sonae"); });

        REQUIRE((fault == "none" || fault == "not_ours" || fault == "damaged"));
        if (fault == "none") {
            const auto saved = ProgrammeFile::open(folder / "c.sonae", OpenMode::read_write).entries();
            REQUIRE(saved.size() == report.entries());
            REQUIRE(std::equal(saved.begin(), saved.end(), entries.begin()));
            REQUIRE_FALSE(report.complete());
            most = std::max(most, saved.size());
        }
        REQUIRE(bytes_of(folder / "b.sonae") == whole.substr(0, size));
        remove_with_wal(folder / "b.sonae");
        remove_with_wal(folder / "c.sonae");
    }
    CHECK(most > 100);
}

TEST_CASE("Salvage of a sound file saves everything and says so", "[store]")
{
    const Folder folder;
    write_sample(folder / "a.sonae");
    const std::string before = bytes_of(folder / "a.sonae");

    const SalvageReport report = salvage(folder / "a.sonae", folder / "b.sonae");

    CHECK(report.complete());
    CHECK(report.saved.at(1) == 12);
    CHECK(report.saved.at(2) == 14);
    CHECK(report.texts == 2);
    CHECK(report.drafts == 1);
    CHECK(read_or_fault(folder / "b.sonae", OpenMode::read_write) ==
          read_or_fault(folder / "a.sonae", OpenMode::read_only));
    CHECK(bytes_of(folder / "a.sonae") == before);
}

TEST_CASE("Salvage keeps the entries before the first that is wrong, and says whose are missing", "[store]")
{
    const Folder folder;
    write_sample(folder / "a.sonae");
    const auto entries = ProgrammeFile::open(folder / "a.sonae", OpenMode::read_only).entries();
    std::string bytes = bytes_of(folder / "a.sonae");
    const std::string& body = entries.at(10).body;
    for (std::size_t at = bytes.find(body); at != std::string::npos; at = bytes.find(body, at + 1)) bytes[at + 3] ^= 1;
    write_bytes(folder / "b.sonae", bytes);

    const SalvageReport report = salvage(folder / "b.sonae", folder / "c.sonae");

    const auto saved = ProgrammeFile::open(folder / "c.sonae", OpenMode::read_write).entries();
    CHECK(saved.size() < 11);
    CHECK(std::equal(saved.begin(), saved.end(), entries.begin()));
    CHECK_FALSE(report.complete());
    CHECK(report.missing.contains(1));
    CHECK(report.missing.contains(2));
    CHECK(report.notes.front().ja.find("失われました") != std::string::npos);
}

TEST_CASE("Salvage never writes over a file, and saves flipped files without a crash", "[store]")
{
    const Folder folder;
    write_sample(folder / "a.sonae");
    const std::string whole = bytes_of(folder / "a.sonae");
    CHECK(fault_of([&] { salvage(folder / "a.sonae", folder / "a.sonae"); }) == "exists");
    CHECK(bytes_of(folder / "a.sonae") == whole);
    CHECK(fault_of([&] { salvage(folder / "none.sonae", folder / "b.sonae"); }) == "missing");
    std::mt19937 places(5);

    for (int turn = 0; turn < 100; ++turn) {
        std::string flipped = whole;
        for (int i = 0; i < 5; ++i) flipped[places() % whole.size()] ^= static_cast<char>(1 << places() % 8);
        write_bytes(folder / "b.sonae", flipped);
        const std::string fault = fault_of([&] { salvage(folder / "b.sonae", folder / "c.sonae"); });
        REQUIRE((fault == "none" || fault == "not_ours" || fault == "damaged"));
        if (fault == "none") REQUIRE(read_or_fault(folder / "c.sonae", OpenMode::read_write).size() > 100);
        remove_with_wal(folder / "c.sonae");
    }
}
