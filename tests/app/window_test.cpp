// The application as a person meets it: a real window on a display of its own, a mouse and a keyboard.
#include "app/window_hands.hpp"
#include "live/kept.hpp"
#include "support/programme_sample.hpp"
#include "support/shipped.hpp"
#include "ui/drill_by_hand.hpp"

#include <catch2/catch.hpp>

#include <filesystem>

using namespace sonae;

namespace {

namespace fs = std::filesystem;

std::vector<fs::path> programme_files(const fs::path& home)
{
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(home))
        if (entry.path().extension() == ".sonae") files.push_back(entry.path());
    return files;
}

} // namespace

TEST_CASE("A drill is played in a window with mouse and keyboard, and the record holds just that",
          "[app][window][slow]")
{
    const test::Folder home;
    const test::Display display;
    ui::Stage beside(test::shipped(), 8);
    std::string page;
    {
        test::WindowHands hands(display, home.path());
        const test::HandScript did = test::play_by_hand(hands, beside);
        CHECK(did.actions == 2);
        CHECK(did.rewinds == 1);
        CHECK(did.decisions >= 8);
        test::save_by_hand(hands, beside);
        page = hands.await_page();
        CHECK(hands.close() == 0);
    }
    CHECK(test::bytes_of(page).find("</html>") != std::string::npos);

    const auto files = programme_files(home.path());
    REQUIRE(files.size() == 1);
    const auto file = store::ProgrammeFile::open(files.front(), store::OpenMode::read_only);
    const live::Record record = live::read_record(file);
    const workshop::Replayed again = workshop::replay(record.entries, live::kept_scenarios(file));
    CHECK_FALSE(again.differs);
    CHECK(test::lines_of(again.room.tables.at(1)) == test::lines_of(beside.room().tables.at(1)));
    CHECK(workshop::fingerprint(again.room.tables.at(1)) == workshop::fingerprint(beside.room().tables.at(1)));
    int reasons = 0;
    for (const workshop::Recorded& entry : record.entries)
        for (const auto& [field, text] : file.texts(entry.id))
            reasons += field == "reason" && text == "because it burns";
    CHECK(reasons == 1);
}

TEST_CASE("A session is worked on in a window, closed, opened again and gone on with, and the record holds just that",
          "[app][window][session][slow]")
{
    using namespace workshop;
    const test::Folder home;
    const test::Display display;
    const std::string cells = "session.ledger.ledger.cells";
    {
        test::WindowHands hands(display, home.path());
        hands.await("home", 0);
        hands.press(ui::Key::enter);
        hands.await("choose", 0);
        hands.click("choose.pack.session-05");
        hands.click("choose.begin");
        hands.await("session", 1);
        hands.press(ui::Key::enter);
        hands.await("session", 2);
        hands.click("session.block.gather");
        hands.await("session", 3);
        hands.click("session.ledger.ledger.add");
        hands.click("session.ledger.ledger.add.ma01");
        hands.await("session", 4);
        hands.click(cells);
        hands.press(ui::Key::end);
        hands.type("kept in the safe");
        hands.press(ui::Key::enter);
        hands.await("session", 5);
        CHECK(hands.close() == 0);
    }
    {
        test::WindowHands hands(display, home.path());
        hands.await("home", 0);
        hands.click("home.open.1");
        hands.await("session", 0);
        hands.click(cells);
        hands.press(ui::Key::end);
        hands.press(ui::Key::left);
        hands.type("2026/4/1");
        hands.press(ui::Key::enter);
        hands.await("session", 1);
        hands.press(ui::Key::escape);
        hands.click("session.next");
        hands.await("session", 2);
        CHECK(hands.close() == 0);
    }

    const auto files = programme_files(home.path());
    REQUIRE(files.size() == 1);
    const auto file = store::ProgrammeFile::open(files.front(), store::OpenMode::read_only);
    const live::Record record = live::read_record(file);
    const workshop::Replayed again = workshop::replay(record.entries, live::kept_scenarios(file));
    CHECK_FALSE(again.differs);
    const Session& session = *again.room.tables.at(1).session;
    const auto& blocks = session.plan->blocks;
    const std::string after = blocks[*find_block(*session.plan, "gather") + 1].id;
    const auto cell = [](const std::string& column, CellValue value) {
        return SetCells{1, "ledger", "ledger", 0, {}, {}, {{"ma01", column, std::move(value)}}};
    };
    const std::vector<Command> expected{EnterBlock{1, "open"},
                                        EnterBlock{1, "gather"},
                                        SetCells{1, "ledger", "ledger", 0, {"ma01"}, {}, {}},
                                        cell("note", Written{}),
                                        cell("registered", std::vector<std::string>{"2026-04-01"}),
                                        EnterBlock{1, after}};
    REQUIRE(record.entries.size() == expected.size() + 1);
    CHECK(std::get<StartSession>(record.entries.front().command).pack_id == "session-05");
    for (std::size_t i = 0; i < expected.size(); ++i)
        CHECK(write_script_line(record.entries[i + 1].command) == write_script_line(expected[i]));
    CHECK(file.texts(record.entries[4].id).at(cell_field("ledger", "ledger", "ma01", "note")) == "kept in the safe");
}

TEST_CASE("A window that nobody touches uses next to no processor", "[app][window]")
{
    const test::Folder home;
    const test::Display display;
    test::WindowHands hands(display, home.path());
    hands.await("home", 0);

    CHECK(hands.processor_ms(2000) <= 20); // 1 % of a core
    CHECK(hands.close() == 0);
}

TEST_CASE("Without a display the application says so and leaves", "[app][window]")
{
    const test::Folder home;
    CHECK(test::run_without_display(home.path()) == 3);
}
