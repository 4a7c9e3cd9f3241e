// A session from home and back without a mouse: every kind of activity that the shipped sessions have is worked in.
#include "support/programme_sample.hpp"
#include "ui/participant.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace sonae;
using namespace sonae::ui;
using namespace sonae::workshop;
using test::Participant;

namespace {

// A table with nothing but a keyboard.
class KeyboardTable {
  public:
    KeyboardTable(Participant& person, const Activity& activity) : person_(person), activity_(activity) {}

    // Whatever the activity has, part by part. `done` are parts that were worked in before.
    void work(std::set<std::string>& done)
    {
        for (const Grid& grid : activity_.grids) open("grid." + grid.id, done, [&] { write_in(grid); });
        if (activity_.questionnaire.exists()) open("questions", done, [&] { answer(); });
        if (!activity_.board.cards.empty()) open("board", done, [&] { lay_a_card(); });
        if (!activity_.prompts.empty()) open("prompts", done, [&] { write_notes(); });
        if (activity_.calls.exists()) open("calls", done, [&] { call(); });
    }

  private:
    template <class Work>
    void open(const std::string& part, std::set<std::string>& done, const Work& work)
    {
        if (!done.insert(activity_.id + "." + part).second) return;
        INFO(activity_.id << " " << part);
        if (person_.find("session.part." + part)) person_.press_focused("session.part." + part);
        work();
    }
    template <class Wanted>
    bool did(std::size_t steps) const
    {
        return person_.steps() == steps + 1 && std::holds_alternative<Wanted>(person_.last());
    }

    void type_and_enter(std::string_view words) { person_.type(words), person_.press(Key::enter); }
    void write_cell(const Column& column)
    {
        switch (column.type) {
        case ColumnType::choice:
            person_.press(Key::f2), person_.press(Key::down), person_.press(Key::down), person_.press(Key::enter);
            return;
        case ColumnType::person: return type_and_enter(person_.session().plan->company.people[1].name.ja);
        case ColumnType::yes_no: return person_.type(" ");
        case ColumnType::count:
        case ColumnType::yen: return type_and_enter("7");
        case ColumnType::date: return type_and_enter("2026/4/1");
        case ColumnType::text: return type_and_enter("言葉");
        case ColumnType::row:
        case ColumnType::computed: return;
        }
    }
    void write_in(const Grid& grid)
    {
        const std::string sheet = "session." + activity_.id + "." + grid.id;
        const auto rows = [&] {
            return present_rows(state_of(person_.session(), activity_).grids[*find_grid(activity_, grid.id)]);
        };
        if (rows() == 0) {
            person_.press_focused(sheet + ".add");
            if (!grid.offers.empty()) person_.press_focused(sheet + ".add." + grid.offers.front().id);
        }
        REQUIRE(rows() > 0);
        REQUIRE(person_.tab_to(sheet + ".cells"));
        person_.settle();
        person_.keys({Key::left_control, Key::home});
        const std::size_t steps = person_.steps();
        for (const Column& column : grid.columns) {
            person_.press(Key::right);
            write_cell(column);
            if (person_.steps() > steps) break;
        }
        CHECK(did<SetCells>(steps));
        person_.keys({Key::left_control, Key::z});
        CHECK(did<SetCells>(steps + 1));
        person_.press(Key::escape); // the keys go back to the screen
    }

    // Somebody's seat is chosen when the table goes on: its own grids are none of his.
    void answer()
    {
        const Questionnaire& asks = activity_.questionnaire;
        for (int seat = asks.personal ? 1 : 0; seat <= (asks.personal ? asks.least : 0); ++seat) {
            if (asks.personal) person_.press_focused("questionnaire.seat." + std::to_string(seat));
            const std::size_t steps = person_.steps();
            person_.press(Key::a);
            CHECK(did<GiveAnswer>(steps));
        }
        if (!asks.personal) return;
        person_.press_focused("questionnaire.seat.0");
        const std::size_t steps = person_.steps();
        person_.press_focused("questionnaire.reveal");
        CHECK(did<Reveal>(steps));
        person_.press_focused("questionnaire.seat.1");
    }
    void lay_a_card()
    {
        person_.press_focused("board.card." + activity_.board.cards.front().id);
        const std::size_t steps = person_.steps();
        person_.press(Key::digit1);
        CHECK(did<MoveCard>(steps));
        person_.press(Key::escape);
    }
    void write_note(const std::string& prompt, int seat)
    {
        if (person_.find("prompts.seat.0")) person_.press_focused("prompts.seat." + std::to_string(seat));
        const std::size_t steps = person_.steps();
        REQUIRE(person_.tab_to("prompts." + prompt + "." + std::to_string(seat) + ".1"));
        person_.type("書いたこと");
        person_.keys({Key::left_control, Key::enter});
        CHECK(did<WriteNote>(steps));
    }
    void write_notes()
    {
        const Prompt& prompt = activity_.prompts.front();
        if (prompt.personal) {
            write_note(prompt.id, 2);
            person_.press_focused("prompts.seat.0");
            const std::size_t steps = person_.steps();
            person_.press_focused("prompts.reveal");
            CHECK(did<Reveal>(steps));
        }
        write_note(prompt.id, 0);
    }
    void call()
    {
        const std::size_t steps = person_.steps();
        person_.press(Key::digit1);
        CHECK(did<MakeCall>(steps));
        person_.press(Key::backspace);
        CHECK(did<TakeBackCall>(steps + 1));
    }

    Participant& person_;
    const Activity& activity_;
};

} // namespace

TEST_CASE("A session is opened, worked in from block to block and left by keyboard alone",
          "[ui][shell][session][keyboard][slow]")
{
    const std::string pack = GENERATE("session-04", "session-05", "session-06", "session-07");
    INFO(pack);
    const test::Folder home;
    Participant person(home.path());
    person.press(Key::enter);
    person.press_focused("choose.pack." + pack);
    person.press_focused("choose.begin");
    REQUIRE(person.screen() == "session");
    CHECK_FALSE(person.focused("session.home")); // nobody chose it
    person.press(Key::enter);
    const auto plan = person.session().plan;
    CHECK(person.session().block == plan->blocks.front().id);

    std::set<std::string> done;
    for (std::size_t b = 0; b < plan->blocks.size(); ++b) {
        INFO(plan->blocks[b].id);
        REQUIRE(person.session().block == plan->blocks[b].id);
        if (plan->blocks[b].activity) KeyboardTable(person, plan->activities[*plan->blocks[b].activity]).work(done);
        if (b + 1 < plan->blocks.size()) person.press_focused("session.next");
    }
    std::size_t parts = 0;
    for (const Activity& activity : plan->activities)
        parts += activity.grids.size() + activity.questionnaire.exists() + !activity.board.cards.empty() +
                 !activity.prompts.empty() + activity.calls.exists();
    CHECK(done.size() == parts); // every one has a block
    person.press_focused("session.home");
    CHECK(person.screen() == "home");
}
