// Sessions in the window without its window: begun, worked on, left, gone on with, and carried into the next.
#include "support/programme_sample.hpp"
#include "ui/offscreen.hpp"
#include "ui/shell.hpp"
#include "workshop/activities/grid_values.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <thread>

using namespace sonae;
using namespace sonae::ui;

namespace {

namespace fs = std::filesystem;

struct Participant {
    explicit Participant(fs::path home)
        : shell({.data = SONAE_SOURCE_DIR, .home = std::move(home), .language = {}, .user_home = {}, .wake = {}}),
          stage(fonts, 1920, 1080)
    {
        settle();
    }
    void click(const std::string& widget)
    {
        INFO(widget);
        REQUIRE(stage.click(view, widget));
        settle();
    }
    void press(Key key) { stage.press(view, key), settle(); }
    void type(std::string_view words) { stage.type(view, words), settle(); }
    void settle()
    {
        for (int round = 0; round < 20'000; ++round) {
            shell.tick(1000);
            if (!shell.carry_out(1000) && shell.is_settled()) break;
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        REQUIRE(shell.is_settled());
        stage.frames(view, 3);
    }
    std::string screen() const { return std::string(screen_name(shell.screen())); }
    const workshop::Session& session() const { return *shell.session()->place().session; }
    const workshop::GridState& grid(std::string_view activity) const
    {
        return workshop::state_of(session(), *workshop::activity_called(session(), activity)).grids[0];
    }

    Shell shell;
    Fonts fonts;
    Offscreen stage;
    DrawFunction view = [this](Ui& ui) { shell.draw(ui); };
};

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
