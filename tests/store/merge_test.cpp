#include "support/programme_sample.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

using namespace sonae::store;
using namespace sonae::test;

namespace {

// Two laptops with copies of one programme.
struct Copies {
    Folder folder;
    ProgrammeFile ours, theirs;

    Copies() : ours(first(folder)), theirs(copy(folder)) {}

    static ProgrammeFile first(const Folder& folder)
    {
        write_sample(folder / "ours.sonae");
        std::filesystem::copy_file(folder / "ours.sonae", folder / "theirs.sonae");
        return ProgrammeFile::open(folder / "ours.sonae", OpenMode::read_write);
    }
    static ProgrammeFile copy(const Folder& folder)
    {
        return ProgrammeFile::open(folder / "theirs.sonae", OpenMode::read_write);
    }
    MergeReport merge() { return ours.merge_from(folder / "theirs.sonae"); }
};

bool holds(const ProgrammeFile& file, const Entry& entry)
{
    const auto all = file.entries();
    return std::find(all.begin(), all.end(), entry) != all.end();
}

} // namespace

TEST_CASE("Lines that only one laptop played on are simply taken over", "[store]")
{
    Copies c;
    const Entry ours = append_one(c.ours, 1);
    const Entry theirs = append_one(c.theirs, 2, 3);
    const Entry fresh = append_one(c.theirs, 6, 0);
    c.theirs.set_text(fresh.id, "reason", "六班の考え");
    const std::string pack = c.theirs.keep_pack({{"a", "b"}});

    const MergeReport report = c.merge();

    CHECK(report.conflicts.empty());
    CHECK(report.imported == std::map<std::uint32_t, std::size_t>{{2, 1}, {6, 1}});
    CHECK(c.ours.head(1) == ours.id);
    CHECK(c.ours.head(2) == theirs.id);
    CHECK(c.ours.path_to(theirs.id) == c.theirs.path_to(theirs.id));
    CHECK(c.ours.facts(2) == c.theirs.facts(2));
    CHECK(c.ours.series(6) == c.theirs.series(6));
    CHECK(c.ours.texts(fresh.id) == c.theirs.texts(fresh.id));
    CHECK(c.ours.pack_files(pack) == c.theirs.pack_files(pack));
}

TEST_CASE("A line that both laptops played on shows a conflict and keeps both branches", "[store]")
{
    Copies c;
    const Entry ours = append_one(c.ours, 1), theirs = append_one(c.theirs, 1);

    const MergeReport report = c.merge();

    const std::vector expected{Conflict{1, ours.id, theirs.id}};
    CHECK(report.conflicts == expected);
    CHECK(c.ours.conflicts() == expected);
    CHECK(c.ours.head(1) == ours.id);
    CHECK(holds(c.ours, theirs));
    CHECK(c.ours.path_to(theirs.id).back() == theirs);
}

TEST_CASE("Merging again brings nothing new, and a settled conflict stays settled", "[store]")
{
    Copies c;
    append_one(c.ours, 1);
    const Entry theirs = append_one(c.theirs, 1);
    c.merge();
    const std::string once = everything_in(c.ours);

    CHECK(c.merge().imported.empty());
    CHECK(everything_in(c.ours) == once);

    rewind_to(c.ours, 1, theirs.id);
    c.ours.settle_conflicts(1);
    CHECK(c.merge().conflicts.empty());
    CHECK(c.ours.conflicts().empty());
    CHECK(c.ours.head(1) == theirs.id);
}

TEST_CASE("The other laptop follows a choice that was made here", "[store]")
{
    Copies c;
    append_one(c.ours, 1);
    const Entry theirs = append_one(c.theirs, 1);
    c.merge();
    rewind_to(c.ours, 1, theirs.id);
    c.ours.settle_conflicts(1);
    const Entry next = append_one(c.ours, 1);

    const MergeReport report = c.theirs.merge_from(c.folder / "ours.sonae");

    CHECK(report.conflicts.empty());
    CHECK(c.theirs.head(1) == next.id);
    CHECK(c.theirs.entries().size() == c.ours.entries().size());
}

TEST_CASE("A rewind on one laptop is followed by the other, not undone by it", "[store]")
{
    Copies c;
    const EntryId target = c.ours.path_to(c.ours.head(1)).front().id;
    rewind_to(c.ours, 1, target);

    CHECK(c.merge().conflicts.empty());
    CHECK(c.ours.head(1) == target);
    CHECK(c.theirs.merge_from(c.folder / "ours.sonae").conflicts.empty());
    CHECK(c.theirs.head(1) == target);
}

TEST_CASE("What was erased here does not return from an older copy", "[store]")
{
    Copies c;
    const EntryId written = c.ours.head(1);
    c.ours.erase_texts(1);
    append_one(c.theirs, 1);

    c.merge();

    CHECK(c.ours.texts(written).empty());
}

TEST_CASE("Files of different rules are not mixed", "[store]")
{
    Copies c;
    ProgrammeFile::create(c.folder / "later.sonae", 2);
    const std::string before = everything_in(c.ours);

    CHECK(fault_of([&] { c.ours.merge_from(c.folder / "later.sonae"); }) == "other_rules");
    CHECK(fault_of([&] { c.ours.merge_from(c.folder / "none.sonae"); }) == "missing");
    CHECK(everything_in(c.ours) == before);
}
