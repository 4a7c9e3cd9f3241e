// Drills between the disk and the screen.
#include "support/programme_sample.hpp"
#include "support/small_pack.hpp"
#include "ui/archive.hpp"
#include "ui/offers.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace sonae;
using namespace sonae::ui;
namespace fs = std::filesystem;

namespace {

// A data folder in which session 8 lies in a folder of another name.
void lay_out(const fs::path& data, const std::string& folder)
{
    const fs::path shipped = fs::path(SONAE_SOURCE_DIR) / "scenarios";
    fs::create_directories((data / "scenarios" / folder).parent_path());
    fs::copy(shipped / "session-08", data / "scenarios" / folder, fs::copy_options::recursive);
    fs::copy(shipped / "companies", data / "scenarios" / "companies", fs::copy_options::recursive);
}

} // namespace

TEST_CASE("A pack begins and opens again whatever its folder is called", "[ui][archive]")
{
    const std::string name = GENERATE("friday-night", "drills/friday-night");
    const test::Folder folder;
    lay_out(folder / "data", name);

    const ui::OpenedDrill begun =
        ui::begin_drill({.data = folder / "data", .folder = folder / "home", .pack = name, .company = "", .seed = 8});

    INFO(begun.trouble.en);
    REQUIRE(begun.room);
    CHECK(begun.room->path().filename().string().find("session-08-tamano") != std::string::npos);
    const std::uint64_t before = workshop::fingerprint(begun.room->snapshot().room->tables.at(1));
    const ui::OpenedDrill again = ui::open_drill(begun.room->path());
    INFO(again.trouble.en);
    REQUIRE(again.room);
    CHECK_FALSE(again.room->differs());
    CHECK(workshop::fingerprint(again.room->snapshot().room->tables.at(1)) == before);
}

TEST_CASE("A pack with faults begins no file, and the first fault is told in both languages", "[ui][archive]")
{
    const test::Folder folder;
    lay_out(folder / "data", "mine");
    test::write_bytes(folder / "data/scenarios/mine/pack.json", R"({"format": 1, "id": "mine"})");

    const ui::OpenedDrill begun =
        ui::begin_drill({.data = folder / "data", .folder = folder / "home", .pack = "mine", .company = "", .seed = 8});

    CHECK_FALSE(begun.room);
    CHECK(begun.trouble.ja.find("pack.json:1:1") != std::string::npos);
    CHECK(begun.trouble.en.find("pack.json:1:1") != std::string::npos);
    CHECK_FALSE(fs::exists(folder / "home"));
}

TEST_CASE("Of two packs of one id the first is offered, and the other says which it is", "[ui][archive]")
{
    pack::FileSet files = small_files();
    for (const auto& [name, file] : small_files().files)
        if (name.starts_with("small/")) files.add("twin/" + name.substr(6), file.bytes);
    read::Diagnostics told;

    const Offers offers = read_offers(files, told);

    const auto offered = [&](const std::string& path) {
        const auto at = std::find_if(offers.packs.begin(), offers.packs.end(),
                                     [&](const OfferedPack& pack) { return pack.path == path; });
        REQUIRE(at != offers.packs.end());
        return *at;
    };
    CHECK(offered("small").why_not.ja.empty());
    CHECK(offered("twin").why_not.en.find("small") != std::string::npos);
    CHECK(offered("twin").drills.empty());
}
