#include "support/programme_sample.hpp"

#include <catch2/catch.hpp>
#include <chrono>
#include <sqlite3.h>

using namespace sonae::store;
using namespace sonae::test;

TEST_CASE("When either an entry or what was typed beside it cannot be written, neither is", "[store]")
{
    const std::string table = GENERATE("entries", "texts");
    INFO(table);
    const Folder folder;
    auto file = ProgrammeFile::create(folder / "a.sonae", 1);
    const Entry kept = append_one(file, 1);
    run_sql(folder / "a.sonae",
            "CREATE TRIGGER no AFTER INSERT ON " + table + " BEGIN SELECT RAISE(ABORT, 'no room'); END");

    Entry entry = next_entry(file, 1);
    CHECK(fault_of([&] { file.append(entry, {}, {}, {}, {{"reason", "止める"}}); }) != "none");

    CHECK_FALSE(entry.id.exists());
    CHECK(file.entries() == std::vector{kept});
    CHECK(file.head(1) == kept.id);
    run_sql(folder / "a.sonae", "DROP TRIGGER no");
    file.append(entry, {}, {}, {}, {{"reason", "止める"}, {"note", ""}});
    CHECK(file.texts(entry.id) == std::map<std::string, std::string>{{"reason", "止める"}});
}

TEST_CASE("What was written is read again, field by field, after closing and opening", "[store]")
{
    const Folder folder;
    Entry entry;
    entry.line = 3;
    entry.actor = "policy:typical";
    entry.kind = "choose_option";
    entry.version = 7;
    entry.body = std::string("{\"text\":\"隔離\0する\"}", 22);
    entry.situation = -5;
    entry.wall_ms = 1'758'000'000'123;
    entry.fingerprint = 0xFFFFFFFFFFFFFFFFull;
    std::vector<StoredFact> facts{{{}, 3, 4'000'000'000u, 9, 60, "host_isolated", "{}"}, {{}, 4, 1, 0, 61, "said", ""}};
    std::vector<SeriesPoint> points{{{}, 3, 60, "trust", -12, 4'000'000'000u}};
    {
        auto file = ProgrammeFile::create(folder / "a.sonae", 12);
        CHECK(file.append(entry, facts, points) == entry.id);
        CHECK(entry.id.number == 1);
    }

    const auto file = ProgrammeFile::open(folder / "a.sonae", OpenMode::read_only);

    for (auto& fact : facts) fact.entry = entry.id;
    points[0].entry = entry.id;
    CHECK(file.rules_version() == 12);
    CHECK(file.entries() == std::vector{entry});
    CHECK(file.entries(3) == std::vector{entry});
    CHECK(file.entries(2).empty());
    CHECK(file.facts(3) == std::vector{facts[0]});
    CHECK(file.facts(4) == std::vector{facts[1]});
    CHECK(file.series(3) == points);
    CHECK(file.heads() == std::map<std::uint32_t, EntryId>{{3, entry.id}});
}

TEST_CASE("A rewind takes the line back, and the abandoned branch stays in the file", "[store]")
{
    const Folder folder;
    auto file = ProgrammeFile::create(folder / "a.sonae", 1);
    const Entry first = append_one(file, 1), second = append_one(file, 1), third = append_one(file, 1);
    append_one(file, 2);

    rewind_to(file, 1, first.id);
    const Entry other_way = append_one(file, 1);

    CHECK(other_way.parent == first.id);
    CHECK(file.path_to(file.head(1)) == std::vector{first, other_way});
    CHECK(file.path_to(third.id) == std::vector{first, second, third});
    CHECK(file.entries(1).size() == 5);
    CHECK(file.entries().size() == 6);
}

TEST_CASE("An entry that does not follow its line's head is refused and leaves nothing behind", "[store]")
{
    const Folder folder;
    auto file = ProgrammeFile::create(folder / "a.sonae", 1);
    const Entry first = append_one(file, 1);
    append_one(file, 1);
    const Entry elsewhere = append_one(file, 2);
    const std::string before = everything_in(file);

    Entry late = next_entry(file, 1);
    late.parent = first.id;
    CHECK(fault_of([&] { file.append(late, {}, {}); }) == "stale");
    CHECK_FALSE(late.id.exists());
    Entry astray = next_entry(file, 1, "rewind");
    CHECK(fault_of([&] { file.append(astray, {}, {}, elsewhere.id); }) == "unknown");
    CHECK(fault_of([&] { file.append(astray, {}, {}, EntryId{1, 1}); }) == "unknown");

    CHECK(everything_in(file) == before);
    CHECK(append_one(file, 1).id.number == 4);
}

TEST_CASE("Two openings of a file never give one id to two entries", "[store]")
{
    const Folder folder;
    const auto open = [&] { return ProgrammeFile::open(folder / "a.sonae", OpenMode::read_write); };
    ProgrammeFile::create(folder / "a.sonae", 1);
    {
        auto file = open();
        append_one(file, 1);
    }
    std::filesystem::copy_file(folder / "a.sonae", folder / "copy.sonae");

    auto file = open();
    auto copy = ProgrammeFile::open(folder / "copy.sonae", OpenMode::read_write);
    const Entry here = append_one(file, 1), there = append_one(copy, 1);

    CHECK(file.file_id() == copy.file_id());
    CHECK(here.id != there.id);
    CHECK(here.parent == there.parent);
}

TEST_CASE("Packs and companies are kept once, whatever names them, and come back byte for byte", "[store]")
{
    const Folder folder;
    auto file = ProgrammeFile::create(folder / "a.sonae", 1);
    const std::map<std::string, std::string> files{
        {"scenario.json", "{}"}, {"texts/a.md", std::string("\0\xFF\n", 3)}, {"texts/b.md", ""}};

    const std::string pack = file.keep_pack(files);
    const std::string sha = file.keep_blob("company", "aoba", "{}");
    CHECK(file.keep_pack(files) == pack);

    CHECK(pack.size() == 64);
    CHECK(file.pack_files(pack) == files);
    CHECK(file.packs() == std::vector{pack});
    CHECK(file.blob(sha) == "{}");
    CHECK(file.kept("company") == std::vector{KeptBlob{"company", "aoba", sha}});
    CHECK(fault_of([&] { file.pack_files(sha); }) == "unknown");
    CHECK(fault_of([&] { file.blob(pack); }) == "unknown");
}

TEST_CASE("Texts, drafts and settings can be overwritten and taken away", "[store]")
{
    const Folder folder;
    auto file = ProgrammeFile::create(folder / "a.sonae", 1);
    const Entry entry = append_one(file, 1);

    file.set_text(entry.id, "reason", "一");
    file.set_text(entry.id, "reason", "二");
    file.save_draft(1, "note", "途中");
    file.set_meta("title", "備え");

    CHECK(file.texts(entry.id) == std::map<std::string, std::string>{{"reason", "二"}});
    CHECK(file.drafts(1) == std::map<std::string, std::string>{{"note", "途中"}});
    CHECK(file.meta("title") == "備え");
    file.save_draft(1, "note", "");
    file.set_meta("title", "");
    CHECK(file.drafts(1).empty());
    CHECK_FALSE(file.meta("title"));
    CHECK(fault_of([&] { file.set_meta("sonae.file_id", "1"); }) == "read_only");
    CHECK(fault_of([&] { file.set_text(EntryId{1, 1}, "reason", "x"); }) == "unknown");
}

TEST_CASE("A file opened for reading takes nothing, and sees what another goes on writing", "[store]")
{
    const Folder folder;
    auto writer = ProgrammeFile::create(folder / "a.sonae", 1);
    auto reader = ProgrammeFile::open(folder / "a.sonae", OpenMode::read_only);
    append_one(writer, 1);

    CHECK(reader.entries() == writer.entries());
    Entry entry = next_entry(reader, 1);
    CHECK(fault_of([&] { reader.append(entry, {}, {}); }) == "read_only");
    CHECK(fault_of([&] { reader.save_draft(1, "a", "b"); }) == "read_only");
    CHECK(fault_of([&] { reader.keep_blob("a", "b", "c"); }) == "read_only");
}

// Not run by default: figures depend on the disk. `sonae_tests "[bench]"` prints them.
TEST_CASE("An append costs about as much as a bare SQLite commit", "[.][bench]")
{
    using Clock = std::chrono::steady_clock;
    constexpr int kTimes = 1000;
    const Folder folder;
    auto file = ProgrammeFile::create(folder / "a.sonae", 1);
    sqlite3* raw = nullptr;
    sqlite3_open((folder / "raw.db").c_str(), &raw);
    sqlite3_exec(raw, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT)",
                 nullptr, nullptr, nullptr);
    sqlite3_stmt* insert = nullptr;
    sqlite3_prepare_v2(raw, "INSERT INTO t(b) VALUES('a command of a hundred bytes or so, as JSON, with ids')", -1,
                       &insert, nullptr);

    const auto start = Clock::now();
    for (int i = 0; i < kTimes; ++i) {
        sqlite3_step(insert);
        sqlite3_reset(insert);
    }
    const auto middle = Clock::now();
    for (int i = 0; i < kTimes; ++i) append_one(file, 1, 3);
    const auto end = Clock::now();
    sqlite3_finalize(insert);
    sqlite3_close(raw);

    const auto us = [](auto time) {
        return std::chrono::duration_cast<std::chrono::microseconds>(time).count() / kTimes;
    };
    WARN("a bare commit " << us(middle - start) << " µs, an append with 3 facts " << us(end - middle) << " µs");
}
