// Sessions in the window without its window: begun, worked on, left, gone on with, and carried into the next.
#include "support/programme_sample.hpp"
#include "ui/participant.hpp"
#include "workshop/activities/grid_values.hpp"

#include <catch2/catch.hpp>

using namespace sonae;
using namespace sonae::ui;
using test::Participant;

namespace {

namespace fs = std::filesystem;

void begin_session_5(Participant& person)
{
    person.press(Key::enter); // home → choose
    person.click("choose.pack.session-05");
    person.click("choose.begin");
    REQUIRE(person.screen() == "session");
    person.press(Key::enter); // to its first block
    CHECK(person.session().block == "open");
}

void add_the_drawings(Participant& person)
{
    person.click("session.block.gather");
    person.click("session.ledger.ledger.add");
    person.click("session.ledger.ledger.add.ma01");
}

} // namespace

TEST_CASE("A session is worked on in the window, left, and gone on with where it stood", "[ui][shell][session]")
{
    const test::Folder home;
    {
        Participant person(home.path());
        begin_session_5(person);
        add_the_drawings(person);
        REQUIRE(workshop::present_rows(person.grid("ledger")) == 1);
        person.click("session.ledger.ledger.cells");
        for (int i = 0; i < 20; ++i) person.press(Key::left);
        person.press(Key::right); // the first column: 業務
        person.type("設計");
        person.press(Key::enter);
        CHECK_FALSE(workshop::is_empty(person.grid("ledger").rows.front(), 0));
        person.click("session.csv");
        CHECK(
            fs::exists(fs::path(person.shell.session()->path()).replace_extension("").string() + "-ledger.ledger.csv"));
        person.click("session.save");
        const std::string beside = fs::path(person.shell.session()->path()).replace_extension("").string();
        CHECK(fs::exists(beside + "-session-05.html"));
        CHECK(test::bytes_of(beside + "-session-05-sheets.html").find("設計") != std::string::npos);
        person.click("session.home");
        CHECK(person.screen() == "home");
    }
    Participant again(home.path());
    again.click("home.open.1");
    REQUIRE(again.screen() == "session");
    CHECK(again.session().block == "gather");
    CHECK(workshop::present_rows(again.grid("ledger")) == 1);
}

TEST_CASE("The next session goes on in the same record with what the table made; a new record has the company's own",
          "[ui][shell][session]")
{
    const test::Folder home;
    Participant person(home.path());
    begin_session_5(person);
    add_the_drawings(person);
    person.click("session.home");
    const auto begin_session_6 = [&](const std::string& record) {
        person.press(Key::enter);
        person.click("choose.pack.session-06");
        person.click(record);
        person.click("choose.begin");
        REQUIRE(person.screen() == "session");
        REQUIRE(person.session().plan->pack_id == "session-06");
        return person.grid("risks").origin;
    };
    CHECK(begin_session_6("choose.record.0") == workshop::Origin::own);
    CHECK(workshop::present_rows(person.grid("risks")) == 1);
    person.click("session.home");
    CHECK(begin_session_6("choose.record.new") == workshop::Origin::company);
}

TEST_CASE("Every block of every shipped session stands whole in the window", "[ui][shell][session][layout]")
{
    const std::string pack = GENERATE("session-04", "session-05", "session-06", "session-07");
    const test::Folder home;
    Participant person(home.path());
    person.press(Key::enter);
    person.click("choose.pack." + pack);
    person.click("choose.begin");
    REQUIRE(person.screen() == "session");
    person.stage.ui().logs_text = true;
    const auto look = [&](const std::string& where) {
        INFO(pack << " " << where);
        person.stage.frames(person.view, 3);
        for (const std::string& fault : text_faults(person.stage.ui().texts)) FAIL_CHECK(fault);
    };
    look("at the start");
    person.press(Key::enter);
    const std::size_t blocks = person.session().plan->blocks.size();
    for (std::size_t block = 0; block < blocks; ++block) {
        look(person.session().block);
        if (block + 1 < blocks) person.click("session.next");
    }
    CHECK(person.session().block == person.session().plan->blocks.back().id);
}

namespace {

fs::path csv_beside(const Participant& person)
{
    for (const auto& entry : fs::directory_iterator(person.shell.session()->path().parent_path()))
        if (entry.path().extension() == ".csv") return entry.path();
    FAIL("no table was saved");
    return {};
}

} // namespace

TEST_CASE("A table is saved, edited in a spreadsheet, read back, and the reading taken back",
          "[ui][shell][session][csv]")
{
    const test::Folder home;
    Participant person(home.path());
    begin_session_5(person);
    add_the_drawings(person);
    person.click("session.csv");
    const fs::path file = csv_beside(person);
    const std::string saved = test::bytes_of(file);
    const auto before = person.grid("ledger");
    const std::size_t steps = person.shell.session()->place().steps.size();

    // Somebody adds a row of the table's own.
    test::write_bytes(file, saved + "r5,見積りの綴り\r\n");
    person.click("session.csv.read");
    person.click("csv.file.1");
    REQUIRE(workshop::present_rows(person.grid("ledger")) == 2);
    CHECK(person.grid("ledger").rows.back().id == "r5");
    CHECK(person.shell.session()->place().steps.size() == steps + 1); // one command
    CHECK(person.says("見積りの綴り"));

    person.click("session.ledger.ledger.undo");
    CHECK(workshop::present_rows(person.grid("ledger")) == workshop::present_rows(before));
    person.click("session.ledger.ledger.redo");
    CHECK(workshop::present_rows(person.grid("ledger")) == 2);
    CHECK(person.says("見積りの綴り"));
}

TEST_CASE("A table that does not fit is told line by line, and nothing of it is taken", "[ui][shell][session][csv]")
{
    const test::Folder home;
    Participant person(home.path());
    begin_session_5(person);
    add_the_drawings(person);
    person.click("session.csv");
    const fs::path file = csv_beside(person);
    test::write_bytes(file, test::bytes_of(file) + "r5,見積り\r\nma99,どこにもない\r\n");
    const std::size_t steps = person.shell.session()->place().steps.size();

    person.click("session.csv.read");
    person.click("csv.file.1");
    CHECK(person.shell.session()->place().steps.size() == steps);
    CHECK(person.says(file.filename().string() + ":4"));
    CHECK(person.says("表は元のままです"));
    for (const std::string& fault : text_faults(person.stage.ui().texts)) FAIL_CHECK(fault);
    person.press(Key::escape);
    CHECK_FALSE(person.says("表は元のままです"));
    CHECK(workshop::present_rows(person.grid("ledger")) == 1);

    fs::remove(file); // between the list and the press
    person.click("session.csv.read");
    CHECK(person.says("まだCSVファイルがありません"));
}

TEST_CASE("With text twice as large a block's words and its work take turns, and each stands whole",
          "[ui][shell][session][layout]")
{
    const test::Folder home;
    Participant person(home.path());
    begin_session_5(person);
    add_the_drawings(person);
    person.stage.theme().text_percent = 200;
    person.stage.ui().logs_text = true;
    const auto stands_whole = [&] {
        person.settle();
        for (const std::string& fault : text_faults(person.stage.ui().texts)) FAIL_CHECK(fault);
    };
    stands_whole();
    REQUIRE(person.find("session.words.show"));
    CHECK_FALSE(person.find("session.ledger.ledger.cells")); // the words come first

    person.press_focused("session.part.grid.ledger");
    stands_whole();
    REQUIRE(person.find("session.ledger.ledger.cells"));
    person.click("session.ledger.ledger.cells");
    person.press(Key::end);
    person.type("控えあり");
    person.press(Key::enter);
    CHECK(std::holds_alternative<workshop::SetCells>(person.last()));
    person.click("session.csv.read");
    stands_whole();
    person.press(Key::escape);

    person.click("session.words.show");
    stands_whole();
    CHECK_FALSE(person.find("session.ledger.ledger.cells"));
}
