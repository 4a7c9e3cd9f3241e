// A year of six tables: sessions 4 to 7 and the drill of session 8, in one programme file, by bots. The writer is
// killed again and again, and what the year comes to is what it comes to undisturbed.
#include "live/live_room.hpp"
#include "store/error.hpp"
#include "support/programme_sample.hpp"
#include "support/shipped.hpp"
#include "support/table_bot.hpp"
#include "workshop/activities/grid_csv.hpp"
#include "workshop/activities/opening.hpp"
#include "workshop/activities/outputs.hpp"
#include "workshop/state_dump.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <csignal>
#include <random>
#include <set>
#include <sys/wait.h>
#include <unistd.h>

using namespace sonae;
using namespace sonae::workshop;
using live::LiveRoom;

namespace {

constexpr TableNumber kTables = 6;
constexpr std::uint64_t kSeed = 20260401;
constexpr std::size_t kDoneInSession = 22; // commands of a table in one session
const std::vector<std::string> kSessions{"session-04", "session-05", "session-06", "session-07"};
const std::string kDrill = "session-08";

std::string company_of(TableNumber table) { return table % 2 == 1 ? "tamano" : "minatozaka"; }

template <class Made, class Compile>
std::shared_ptr<const Made> compiled_once(const std::string& pack, const std::string& company, const Compile& compile)
{
    static std::map<std::pair<std::string, std::string>, std::shared_ptr<const Made>> kept;
    auto& made = kept[{pack, company}];
    read::Diagnostics faults;
    if (!made) made = compile(test::shipped_files(), pack, company, faults);
    INFO(pack << " " << company << "\n" << read::format(faults, Language::en));
    REQUIRE(made);
    return made;
}
const SessionPlan& plan_of(const std::string& pack, const std::string& company)
{
    return *compiled_once<SessionPlan>(pack, company, pack::compile_session);
}
const engine::Scenario& drill_plan(const std::string& company)
{
    return *compiled_once<engine::Scenario>(kDrill, company, pack::compile);
}

const std::map<std::string, std::string>& pack_bytes(const std::string& pack)
{
    static std::map<std::string, std::map<std::string, std::string>> kept;
    auto& bytes = kept[pack];
    if (bytes.empty()) bytes = test::shipped_pack(pack);
    return bytes;
}

const Table* table_in(const Room& room, TableNumber number)
{
    const auto at = room.tables.find(number);
    return at == room.tables.end() ? nullptr : &at->second;
}

test::BotStep open_next(LiveRoom& live, const Table* table, TableNumber number, std::size_t session)
{
    const std::string company = company_of(number);
    const auto texts = [&](const EntryId& entry) { return live.texts(entry); };
    Opening opening = open_session(plan_of(kSessions[session], company), live.keep_pack(pack_bytes(kSessions[session])),
                                   number, table, texts);
    return {std::move(opening.command), std::move(opening.texts)};
}

test::BotStep begin_year_drill(LiveRoom& live, const Table& table)
{
    const std::string company = company_of(table.number);
    return {StartDrill{table.number, live.keep_pack(pack_bytes(kDrill)), kDrill, company, kSeed,
                       outputs_for(drill_plan(company).outputs, table)},
            {}};
}

// What a table does next in its year; nothing when its drill is over. Where it is follows from its state alone.
std::optional<test::BotStep> next_of_year(LiveRoom& live, const Room& room, TableNumber number)
{
    const test::TableBot bot(kSeed, number);
    const Table* table = table_in(room, number);
    if (!table) return open_next(live, table, number, 0);
    if (table->drill && engine::has_ended(table->drill->state)) return std::nullopt;
    if (const auto back = bot.going_back(*table)) return test::BotStep{*back, {}};
    if (table->drill) return bot.in_drill(room);
    if (test::steps_since_start(*table) < kDoneInSession) return bot.in_session(room);
    const std::size_t held = table->past.size() + 1;
    return held < kSessions.size() ? open_next(live, table, number, held) : begin_year_drill(live, *table);
}

// Plays on to the end of the year, the tables in turn; `told` hears of every command that is acknowledged.
void play_year(
    const std::filesystem::path& path, const std::function<void()>& told = [] {})
{
    LiveRoom live({.path = path, .create = !std::filesystem::exists(path)});
    for (bool goes_on = true; goes_on;) {
        goes_on = false;
        for (TableNumber table = 1; table <= kTables; ++table) {
            const auto step = next_of_year(live, *live.snapshot().room, table);
            if (!step) continue;
            const auto answer = live.post_and_wait(step->command, "bot", step->texts);
            INFO("table " << table << ": " << write_script_line(step->command)
                          << (answer.refusal ? answer.refusal->sentence.en : ""));
            REQUIRE_FALSE(answer.refusal);
            told();
            goes_on = true;
        }
    }
}

// One life of the writer: it is killed when `commands` were acknowledged and a little later. False when it had done
// all.
bool live_until(const std::filesystem::path& path, int commands, useconds_t later)
{
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        try {
            play_year(path, [&] {
                if (write(ends[1], "x", 1) != 1) _exit(2);
            });
        } catch (...) {
            _exit(1);
        }
        _exit(0);
    }
    close(ends[1]);
    char byte = 0;
    for (int told = 0; told < commands && ::read(ends[0], &byte, 1) == 1;) ++told;
    usleep(later);
    kill(child, SIGKILL);
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    close(ends[0]);
    if (WIFSIGNALED(status)) return true;
    REQUIRE(WEXITSTATUS(status) == 0);
    return false;
}

int commands_in(const std::filesystem::path& path)
{
    const LiveRoom live({.path = path});
    int count = 0;
    for (const auto& [number, table] : live.snapshot().room->tables) count += static_cast<int>(table.steps.size());
    return count;
}

std::size_t drills_running(const std::filesystem::path& path)
{
    const LiveRoom live({.path = path});
    const auto& tables = live.snapshot().room->tables;
    return static_cast<std::size_t>(std::count_if(tables.begin(), tables.end(), [](const auto& each) {
        return each.second.drill && !engine::has_ended(each.second.drill->state);
    }));
}

void add_session(std::string& told, const Session& session, const TableTexts& words)
{
    told += dump_session(session) + "\n";
    for (const Activity& activity : session.plan->activities)
        for (std::size_t grid = 0; grid < activity.grids.size(); ++grid)
            told += grid_csv(session, {&activity, grid}, words, Language::ja);
}

// Everything that the table's year came to, words too.
std::string year_of(const LiveRoom& live, const Table& table)
{
    const TableTexts words(table, [&](const EntryId& entry) { return live.texts(entry); });
    std::string told =
        fmt::format("table {} after {} steps, {:016x}\n", table.number, table.steps.size(), fingerprint(table));
    for (const auto& past : table.past) add_session(told, *past, words);
    add_session(told, *table.session, words);
    for (const Left& left : outputs_of(table))
        told += fmt::format("{} {} {}\n", left.session, left.output->id,
                            left.value ? std::to_string(*left.value) : "unknown");
    for (const auto& [name, value] : table.drill->started.outputs) told += fmt::format("carried {} {}\n", name, value);
    return told + dump_state(*table.drill);
}

std::string replay_told(const test::Folder& folder, const std::string& file)
{
    const std::string out = (folder / "replay.txt").string();
    const std::string line = fmt::format("'{}' replay '{}' > '{}' 2>&1", SONAE_BINARY, (folder / file).string(), out);
    const int status = std::system(line.c_str());
    INFO(test::bytes_of(out));
    REQUIRE(WEXITSTATUS(status) == 0);
    return test::bytes_of(out);
}

// By hand: of every value that the drill wants, what the last session that has it left.
std::map<std::string, std::int64_t> last_left(const Table& table)
{
    std::map<std::string, std::int64_t> last;
    for (const Left& left : outputs_of(table)) // the earliest first
        if (left.value) last[left.output->id] = *left.value;
    const auto& wanted = table.drill->scenario->outputs;
    std::erase_if(last, [&](const auto& value) {
        return std::none_of(wanted.begin(), wanted.end(), [&](const auto& output) { return output.id == value.first; });
    });
    return last;
}

} // namespace

TEST_CASE("A year of six tables that is killed and resumed anywhere comes to what it comes to undisturbed",
          "[app][live][session][slow]")
{
    const test::Folder folder;
    int whole = 0;
    play_year(folder / "calm.sonae", [&] { ++whole; });

    std::mt19937 luck(4);
    const auto rough = folder / "rough.sonae";
    constexpr int kLives = 8;
    int lives = 1;
    for (; lives < kLives; ++lives) // the first dies while its file is being made
        if (!live_until(rough, lives == 1 ? 0 : 1 + static_cast<int>(luck() % static_cast<unsigned>(whole / 5)),
                        static_cast<useconds_t>(luck() % 8000)))
            break;
    CHECK(lives > 4);
    for (const int before_the_end : {60, 25}) { // and twice while the drills run
        CHECK(live_until(rough, whole - before_the_end - commands_in(rough), 0));
        CHECK(drills_running(rough) > 0);
    }
    play_year(rough);

    const LiveRoom calm({.path = folder / "calm.sonae"}), again({.path = rough});
    CHECK_FALSE(calm.differs());
    CHECK_FALSE(again.differs());
    const auto room = calm.snapshot().room, other = again.snapshot().room;
    std::map<std::string, std::set<std::int64_t>> carried;
    for (TableNumber number = 1; number <= kTables; ++number) {
        const Table& table = room->tables.at(number);
        CHECK(year_of(calm, table) == year_of(again, other->tables.at(number)));
        CHECK(table.past.size() == 3);
        CHECK(table.drill->started.outputs == last_left(table));
        for (const auto& [name, value] : table.drill->started.outputs) carried[name].insert(value);
    }
    CHECK(std::any_of(carried.begin(), carried.end(), [](const auto& values) { return values.second.size() > 1; }));
    CHECK(replay_told(folder, "calm.sonae") == replay_told(folder, "rough.sonae"));
}
