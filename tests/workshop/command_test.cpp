// Commands on paper and at the door: what is written is read again, and what may not happen is answered with a
// sentence.
#include "support/recorded_room.hpp"
#include "support/small_pack.hpp"
#include "workshop/lookup.hpp"

#include <catch2/catch.hpp>

using namespace sonae;
using namespace sonae::workshop;
using test::RecordedRoom;

namespace {

using Names = std::vector<std::string>;

const std::vector<Command>& one_of_each()
{
    static const std::vector<Command> all = {
        StartDrill{
            2, std::string(64, 'a'), "session-08", "tamano", ~std::uint64_t{0}, {{"deputies", 1}, {"role_gaps", -3}}},
        Advance{2, 86399},
        Choose{2, "d01", "isolate", 3},
        LetPass{2, "d01"},
        TakeAction{2, "isolate_host", "m-pc-01"},
        CallOff{2, "isolate_host", "m-pc-01"},
        Rewind{2, EntryId{7, 41}},
        StartSession{
            2,
            std::string(64, 'b'),
            "session-06",
            "tamano",
            {{"deputies", 0}},
            {{"risks", "risks", {"ma03", "r1"}, {{"ma03", "importance", Names{"3"}}, {"r1", "name", Written{}}}}}},
        EnterBlock{2, "roles"},
        SetCells{2,
                 "ledger",
                 "ledger",
                 3,
                 {"r1"},
                 {"ma05"},
                 {{"r1", "name", Written{}},
                  {"r1", "printed", true},
                  {"r1", "cost", std::int64_t{250000}},
                  {"r1", "owner", Names{"director", "itadmin"}},
                  {"r1", "due", Names{"2024-03-31"}},
                  {"r1", "c", {}}}},
        MoveCard{2, "measures", 1, "gm02", "do", 2},
        GiveAnswer{2, "check", Asked::then, 4, "q01", "unknown"},
        WriteNote{2, "talk", "first", 5, 2, false},
        Reveal{2, "talk", false},
        MakeCall{2, "plan", "night", "command", "deputy"},
        TakeBackCall{2, "plan"},
    };
    return all;
}

Refusal refused(RecordedRoom& room, const Command& command)
{
    auto refusal = room.post(command);
    REQUIRE(refusal);
    CHECK_FALSE(refusal->sentence.ja.empty());
    CHECK_FALSE(refusal->sentence.en.empty());
    return *refusal;
}

} // namespace

TEST_CASE("Every command that is written can be read again", "[workshop]")
{
    REQUIRE(one_of_each().size() == std::variant_size_v<Command>);
    for (const Command& command : one_of_each()) {
        INFO(kind_of(command));
        read::Diagnostics faults;
        CHECK(read_command(kind_of(command), kCommandVersion, write_command(command), faults) == command);
        CHECK(read_script_line(write_script_line(command), "script", 1, faults) == command);
        CHECK(faults.empty());
    }
}

TEST_CASE("A command that is not understood is told with its place", "[workshop]")
{
    const auto line = GENERATE(as<std::string>{}, R"({"chose": {"decision": "d01", "option": "a"}})",
                               R"({"choose": {"decision": "d01"}})", R"({"choose": {"decision": "d01", "option": 3}})",
                               R"({"choose": {"decision": "d01", "option": "a"}, "advance": {"to": 3}})",
                               R"({"advance": {"to": "soon"}})", "choose", R"({"rewind": {"to": "yesterday"}})",
                               R"({"choose": {"decision": "d01", "option": "a", "confidence": 9}})");
    INFO(line);
    read::Diagnostics faults;
    CHECK_FALSE(read_script_line(line, "script.jsonl", 7, faults));
    REQUIRE_FALSE(faults.empty());
    CHECK(read::format(faults, Language::en).find("script.jsonl:7:") != std::string::npos);
}

TEST_CASE("A command of a newer version is refused, not guessed", "[workshop]")
{
    read::Diagnostics faults;
    CHECK_FALSE(read_command("advance", kCommandVersion + 1, R"({"table": 1, "to": 60})", faults));
    CHECK_FALSE(faults.empty());
}

TEST_CASE("What may not happen is refused with its reason and leaves the room as it was", "[workshop]")
{
    RecordedRoom room(small_scenario());
    CHECK(refused(room, Advance{1, 60}).reason == Reason::no_drill);
    room.start(3);
    const std::uint64_t before = fingerprint(room.table());
    CHECK(refused(room, StartDrill{1, "", kSmallPack, kSmallCompany, 1, {}}).reason == Reason::drill_running);
    CHECK(refused(room, Advance{1, -1}).reason == Reason::time_goes_back);
    CHECK(refused(room, Choose{1, "nothing", "a", 0}).reason == Reason::unknown_decision);
    CHECK(refused(room, TakeAction{1, "nothing", ""}).reason == Reason::unknown_action);
    CHECK(refused(room, CallOff{1, room.drill().scenario->actions[0].id, ""}).reason == Reason::not_running);
    CHECK(refused(room, Rewind{1, EntryId{9, 9}}).reason == Reason::unknown_entry);
    CHECK(fingerprint(room.table()) == before);
}

TEST_CASE("While a decision waits time stands still, and only its own options answer it", "[workshop]")
{
    RecordedRoom room(small_scenario());
    room.start(3);
    room.play("typical", [](const RecordedRoom& r) { return engine::open_decision(r.drill().state).has_value(); });
    const auto open = engine::open_decision(room.drill().state);
    REQUIRE(open);
    const engine::Decision& decision = room.drill().scenario->decisions[open->index()];
    CHECK(refused(room, Advance{1, room.drill().state.now + 3600}).reason == Reason::decision_open);
    CHECK(refused(room, Choose{1, decision.id, "no-such-option", 0}).reason == Reason::unknown_option);
    CHECK_FALSE(room.post(LetPass{1, decision.id}));
    CHECK(refused(room, Choose{1, decision.id, decision.options[0].id, 0}).reason == Reason::decision_not_open);
}

TEST_CASE("Nothing happens in a drill that is over, except going back", "[workshop]")
{
    RecordedRoom room(small_scenario());
    room.start(3);
    const EntryId first = room.table().head;
    room.play("silent");
    CHECK(refused(room, Advance{1, room.drill().state.now + 60}).reason == Reason::drill_over);
    CHECK(refused(room, TakeAction{1, room.drill().scenario->actions[0].id, ""}).reason == Reason::drill_over);
    CHECK_FALSE(room.post(Rewind{1, first}));
    CHECK_FALSE(engine::has_ended(room.drill().state));
}
