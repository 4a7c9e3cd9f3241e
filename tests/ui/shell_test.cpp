// The application without its window: what is pressed becomes commands in a programme file, and nothing that goes wrong
// on the disk stops it.
#include "live/kept.hpp"
#include "support/programme_sample.hpp"
#include "support/recorded_file.hpp"
#include "support/shipped.hpp"
#include "ui/drill_by_hand.hpp"
#include "ui/offscreen.hpp"
#include "ui/shell.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <catch2/catch.hpp>

#include <chrono>
#include <fstream>
#include <thread>

using namespace sonae;
using namespace sonae::ui;

namespace {

namespace fs = std::filesystem;

// A person before the screen; the clock is theirs to move.
class Person : public test::Hands {
  public:
    explicit Person(fs::path home, std::optional<Language> language = {})
        : shell({.data = SONAE_SOURCE_DIR, .home = std::move(home), .language = language, .user_home = {}, .wake = {}}),
          stage_(fonts_, 1600, 900)
    {
        settle();
    }

    void click(const std::string& widget) override
    {
        INFO(widget);
        REQUIRE(stage_.click(view_, widget));
        settle();
    }
    void press(Key key) override
    {
        stage_.press(view_, key);
        settle();
    }
    void type(const std::string& words) override
    {
        stage_.type(view_, words);
        settle();
    }
    void await(const std::string& screen, std::uint64_t accepted) override
    {
        settle();
        REQUIRE(screen_name(shell.screen()) == screen);
        REQUIRE((shell.sitting() ? shell.sitting()->snapshot().version : 0) == accepted);
    }
    void await_widget(const std::string& name) override
    {
        INFO(name);
        settle();
        REQUIRE(widget(name));
        REQUIRE(widget(name)->enabled);
    }
    bool sees(const std::string& name) override
    {
        const DrawnWidget* found = widget(name);
        if (!found || !found->enabled) return false;
        const Rect seen = found->at.common(found->clip);
        return seen.w > 0 && seen.h > 4;
    }
    const DrawnWidget* widget(const std::string& name) { return stage_.ui().widgets.find(name); }
    bool says(std::string_view words)
    {
        for (const DrawnText& text : stage_.ui().texts)
            if (text.text.find(words) != std::string::npos) return true;
        return false;
    }

    // Until everything that was pressed has had its effect.
    void settle()
    {
        for (int round = 0; round < 20'000; ++round) {
            shell.tick(now_ms);
            if (!shell.carry_out(now_ms) && shell.is_settled()) break;
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        REQUIRE(shell.is_settled());
        stage_.frames(view_, 3);
    }
    void let_pass(std::int64_t ms)
    {
        for (std::int64_t left = ms; left > 0; left -= 100)
            now_ms += std::min<std::int64_t>(left, 100), settle_quickly();
        settle();
    }
    void begin()
    {
        press(Key::enter);
        press(Key::enter);
        await("play", 1);
    }

    std::int64_t now_ms = 1000;
    Shell shell;

  private:
    void settle_quickly()
    {
        shell.tick(now_ms);
        while (!shell.is_settled()) std::this_thread::sleep_for(std::chrono::milliseconds(1)), shell.tick(now_ms);
    }

    Fonts fonts_;
    Offscreen stage_;
    DrawFunction view_ = [this](Ui& ui) { shell.draw(ui); };
};

std::vector<fs::path> files_in(const fs::path& folder, const std::string& ending)
{
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ending) found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace

TEST_CASE("A drill is played by presses from home to its saved page, and the file holds what was pressed",
          "[ui][shell]")
{
    const test::Folder home;
    Stage beside(test::shipped(), 8);
    fs::path path;
    {
        Person person(home.path());
        const test::HandScript did = test::play_by_hand(person, beside);
        CHECK(did.rewinds == 1);
        CHECK(did.actions == 2);
        path = person.shell.sitting()->path();

        test::save_by_hand(person, beside);
        CHECK(fs::file_size(person.shell.saved_to()) > 10'000);
        CHECK(person.says(person.shell.saved_to().substr(0, 20)));
        person.press(Key::s);
        CHECK(files_in(home.path(), ".html").size() == 1); // the same page again would only be in the way
    }
    const auto file = store::ProgrammeFile::open(path, store::OpenMode::read_only);
    const workshop::Replayed again = workshop::replay(live::read_record(file).entries, live::kept_scenarios(file));
    CHECK_FALSE(again.differs);
    CHECK(test::lines_of(again.room.tables.at(1)) == test::lines_of(beside.room().tables.at(1)));
    CHECK(workshop::fingerprint(again.room.tables.at(1)) == workshop::fingerprint(beside.room().tables.at(1)));
}

TEST_CASE("A drill that was left goes on from home where it stood, with what was being typed", "[ui][shell]")
{
    const test::Folder home;
    {
        Person person(home.path());
        person.begin();
        person.press(Key::right);
        person.click("play.reason");
        person.type("half a thought");
        person.let_pass(1200);
    }
    Person person(home.path());
    person.await("home", 0);
    person.press(Key::digit1);
    person.await("play", 0);

    CHECK(person.shell.sitting()->place().steps.size() == 2);

    person.press(Key::a);
    person.press(Key::enter);

    const auto& steps = person.shell.sitting()->place().steps;
    REQUIRE(std::holds_alternative<workshop::Choose>(steps.back()->command));
    CHECK(person.shell.sitting()->reason_of(steps.back()->id) == "half a thought");
}

TEST_CASE("Time that passes becomes entries only when something falls due or somebody acts", "[ui][shell]")
{
    const test::Folder home;
    Person person(home.path());
    person.begin();
    person.press(Key::space);
    person.let_pass(2000); // two minutes of the drill, in which nothing happens
    const std::size_t before = person.shell.sitting()->place().steps.size();
    CHECK(person.shell.sitting()->shown(person.now_ms) == 120);
    CHECK(before == 1);

    person.press(Key::digit1);

    const auto& steps = person.shell.sitting()->place().steps;
    REQUIRE(steps.size() >= before + 2);
    CHECK(std::get<workshop::Advance>(steps[before]->command).to == 120);
    CHECK(std::holds_alternative<workshop::TakeAction>(steps[before + 1]->command));
    person.let_pass(300'000);
    CHECK(engine::open_decision(person.shell.sitting()->drill().state));
}

TEST_CASE("A countdown that runs out lets the decision pass; a pause and a setting hold it", "[ui][shell]")
{
    const test::Folder home;
    Person person(home.path());
    person.begin();
    person.press(Key::right); // the clock stands: so does the countdown
    person.let_pass(10 * 60'000);
    REQUIRE(engine::open_decision(person.shell.sitting()->drill().state));

    const auto left = [&] { return person.shell.sitting()->moment().room->left; };
    const std::int32_t whole = left();
    person.press(Key::space);
    person.let_pass(30'000);
    CHECK(left() == whole - 30);
    person.press(Key::space);
    person.let_pass(30'000);
    CHECK(left() == whole - 30);
    person.press(Key::space);
    person.let_pass(std::int64_t{whole} * 1000);

    const auto& steps = person.shell.sitting()->place().steps;
    CHECK(std::count_if(steps.begin(), steps.end(),
                        [](const auto& s) { return std::holds_alternative<workshop::LetPass>(s->command); }) >= 1);
}

TEST_CASE("A machine that slept does not take the table's time for a decision", "[ui][shell]")
{
    const test::Folder home;
    Person person(home.path());
    person.begin();
    person.press(Key::right);
    person.press(Key::space);
    const std::int32_t before = person.shell.sitting()->moment().room->left;

    person.now_ms += 3 * 24 * 3'600'000;
    person.settle();

    CHECK(person.shell.sitting()->moment().room->left >= before - 5);
    CHECK(engine::open_decision(person.shell.sitting()->drill().state));
}

TEST_CASE("Nothing is ever written over: a second drill and a second page get names of their own", "[ui][shell]")
{
    const test::Folder home;
    Person person(home.path());
    person.begin();
    person.click("play.home");
    person.begin();
    CHECK(files_in(home.path(), ".sonae").size() == 2);

    const fs::path programme = person.shell.sitting()->path();
    const fs::path first = save_page(programme, "one");
    const fs::path second = save_page(programme, "two");
    CHECK(first != second);
    CHECK(test::bytes_of(first) == "one");
    CHECK(test::bytes_of(second) == "two");
}

TEST_CASE("A file that cannot be opened is told at home, and a good one still opens", "[ui][shell]")
{
    const test::Folder home;
    {
        Person person(home.path());
        person.begin();
    }
    std::ofstream(home.path() / "broken.sonae") << "no database at all, though it has the name of one";
    Person person(home.path());
    REQUIRE(person.widget("home.open.2"));
    CHECK(person.widget("home.open.1")->enabled != person.widget("home.open.2")->enabled);

    person.press(person.widget("home.open.1")->enabled ? Key::digit1 : Key::digit2);

    CHECK(person.shell.screen() == Screen::play);
}

TEST_CASE("Where nothing can be written the person is told, and the program stays", "[ui][shell]")
{
    const test::Folder folder;
    std::ofstream(folder.path() / "taken") << "a file where the folder should be";
    Person person(folder.path() / "taken");

    person.press(Key::enter);
    person.press(Key::enter);

    CHECK(person.shell.screen() == Screen::choose);
    CHECK(person.widget("choose.begin"));
    person.click("choose.home");
    CHECK(person.shell.screen() == Screen::home);
}

TEST_CASE("A record of other rules is looked back at from home: its end, its page, and no way to play on",
          "[ui][shell][retold]")
{
    const int news = GENERATE(3, 100); // half-way and to the end
    const test::Folder home, elsewhere;
    std::uint64_t entries = 0;
    {
        Person person(elsewhere.path());
        person.begin();
        for (int i = 0; i < news && person.shell.screen() == Screen::play; ++i) {
            person.press(Key::right);
            if (person.sees("play.pass")) person.click("play.pass");
        }
        entries = person.shell.sitting()->place().steps.size();
    }
    test::copy_record(files_in(elsewhere.path(), ".sonae").front(), home / "theirs.sonae",
                      {.rules_version = engine::kRulesVersion + 1});
    Person person(home.path(), Language::en);

    person.press(Key::digit1);

    person.await("end", 0);
    CHECK(person.shell.sitting()->is_read_only());
    CHECK(person.says("under other rules"));
    REQUIRE(person.widget("end.play"));
    CHECK_FALSE(person.widget("end.play")->enabled);
    person.press(Key::s);
    CHECK(files_in(home.path(), ".html").size() == 1);
    person.let_pass(120'000);
    person.shell.leave(person.now_ms);
    person.settle();
    CHECK(person.shell.sitting()->place().steps.size() == entries);
    CHECK_FALSE(person.shell.sitting()->snapshot().trouble);
    person.click("end.home");
    person.await("home", 0);
    person.press(Key::digit1);
    person.await("end", 0);
}

TEST_CASE("A record that cannot be written is told until it can be, and nothing is shown as done", "[ui][shell]")
{
    const test::Folder home;
    Person person(home.path());
    person.begin();
    std::string words;
    {
        SQLite::Database other(person.shell.sitting()->path().string(), SQLite::OPEN_READWRITE);
        other.exec("BEGIN IMMEDIATE");
        person.press(Key::right);
        person.await("play", 1);
        REQUIRE(person.shell.sitting()->snapshot().trouble);
        words = person.shell.sitting()->snapshot().trouble->ja;
        CHECK(person.says(words.substr(0, 12)));
    }
    person.press(Key::right);
    person.await("play", 2);
    CHECK_FALSE(person.shell.sitting()->snapshot().trouble);
}

TEST_CASE("Settings are remembered; a broken settings file costs nobody their drill", "[ui][shell]")
{
    const test::Folder home;
    {
        Person person(home.path());
        person.click("home.language.en");
        person.click("home.look.dark");
        person.click("home.size.125");
        person.click("home.timed");
        CHECK(person.shell.strings().language() == Language::en);
        CHECK(person.shell.theme().text_percent == 125);
    }
    {
        Person person(home.path());
        CHECK(person.shell.strings().language() == Language::en);
        CHECK(person.shell.theme().look == Look::dark);
        CHECK_FALSE(person.shell.settings().person.timed);
    }
    std::ofstream(home.path() / "settings.json")
        << R"({"language": "tlh", "text_percent": 7000, "speed": 61, "look": )";
    Person person(home.path());
    CHECK(person.shell.strings().language() == Language::ja);
    CHECK(person.shell.theme().text_percent == 100);
}

TEST_CASE("A press that comes twice before the first is answered is meant once", "[ui][shell]")
{
    const test::Folder home;
    Sitting sitting(begin_drill({.data = SONAE_SOURCE_DIR,
                                 .folder = home.path(),
                                 .pack = "session-08",
                                 .company = {},
                                 .table = 1,
                                 .seed = 8}),
                    0);
    const auto settle = [&] {
        do sitting.tick(0), std::this_thread::sleep_for(std::chrono::milliseconds(1));
        while (sitting.busy());
    };
    sitting.carry_out(ShowNextNews{}, 0);
    settle();
    const auto& decision = sitting.drill().scenario->decisions[engine::open_decision(sitting.drill().state)->index()];

    for (int i = 0; i < 5; ++i) sitting.carry_out(Decide{decision.id, decision.options[0].id, 1, "once"}, 0);
    settle();

    CHECK(sitting.take_notices().empty());
    const auto& steps = sitting.place().steps;
    CHECK(std::count_if(steps.begin(), steps.end(),
                        [](const auto& s) { return std::holds_alternative<workshop::Choose>(s->command); }) == 1);
    CHECK(sitting.reason_of(steps.back()->id) == "once");
}
