// Whatever lines a journal or a script holds: each is understood or told of; what is understood is written again as the
// same command; what the room refuses leaves no trace; and the fold of what it accepted gives its fingerprints again.
#include "base/text.hpp"
#include "support/small_pack.hpp"
#include "workshop/activities/findings.hpp"
#include "workshop/activities/grid_csv.hpp"
#include "workshop/activities/outputs.hpp"
#include "workshop/replay.hpp"
#include "workshop/state_dump.hpp"
#include "workshop/transcript.hpp"

#include <cstdint>
#include <cstdlib>

using namespace sonae;
using namespace sonae::workshop;

namespace {

constexpr std::size_t kMostLines = 40;

void must(bool condition)
{
    if (!condition) std::abort();
}

void check_faults(const read::Diagnostics& told)
{
    for (const read::Diagnostic& fault : told.sorted()) {
        must(!fault.place.file.empty() && !fault.code.empty());
        must(!fault.sentence.ja.empty() && !fault.sentence.en.empty());
        must(is_utf8(format(fault, Language::ja)) && is_utf8(format(fault, Language::en)));
    }
}

void check_round_trip(const Command& command)
{
    read::Diagnostics told;
    const auto read_again = read_command(kind_of(command), kCommandVersion, write_command(command), told);
    must(read_again && *read_again == command);
    const auto from_script = read_script_line(write_script_line(command), "script", 1, told);
    must(from_script && *from_script == command && told.empty());
}

// A line is a script's, or an entry's: kind, a blank, version, a blank, body.
std::optional<Command> command_of(std::string_view line)
{
    read::Diagnostics told;
    std::optional<Command> command;
    const std::size_t kind = line.find(' '), version = line.find(' ', kind + 1);
    if (line.starts_with("{") || kind == std::string_view::npos || version != kind + 2)
        command = read_script_line(line, "script", 1, told);
    else
        command = read_command(line.substr(0, kind), static_cast<std::uint32_t>(line[kind + 1] - '0'),
                               line.substr(version + 1), told);
    must(command.has_value() == told.empty());
    check_faults(told);
    if (command) check_round_trip(*command);
    return command;
}

std::shared_ptr<const engine::Scenario> scenario_for(const StartDrill& start)
{
    return start.pack_id == kSmallPack && start.company == kSmallCompany ? small_scenario() : nullptr;
}

std::shared_ptr<const SessionPlan> plan_for(const StartSession& start)
{
    static const auto plan = [] {
        read::Diagnostics told;
        return pack::compile_session(small_files(), "workshop", kSmallCompany, told);
    }();
    return start.pack_id == "workshop" && start.company == kSmallCompany ? plan : nullptr;
}

const ScenarioSource& source()
{
    static const ScenarioSource both{scenario_for, plan_for};
    return both;
}

// What a rewind leads back to has to be an identity that an entry may have.
EntryId identity(std::size_t number) { return {1, number}; }

void play(Room& room, std::vector<Recorded>& record_of, const Command& command)
{
    const EntryId id = identity(record_of.size() + 1), parent = head_of(room, table_of(command));
    if (const auto refusal = carry_out(room, command, id, source())) {
        must(!refusal->sentence.ja.empty() && !refusal->sentence.en.empty());
        return;
    }
    record_of.push_back({id, parent, command, fingerprint(room.tables.at(table_of(command)))});
}

// Every grid goes out as CSV, and what goes out comes in without a fault.
void look_at_session(const Table& table)
{
    const Session& session = *table.session;
    for (const Finding& finding : findings_of(session))
        must(!finding.sentence.ja.empty() && !finding.sentence.en.empty());
    must(outputs_of(table).size() >= session.plan->outputs.size());
    must(is_utf8(dump_session(session)));
    const TableTexts texts(table, {});
    for (const Activity& activity : session.plan->activities)
        for (const Grid& grid : activity.grids) {
            const auto place = find_grid_place(session, activity.id + "." + grid.id);
            read::Diagnostics told;
            must(place &&
                 read_grid_csv(session, *place, texts, 1, grid_csv(session, *place, texts, Language::ja), "csv", told));
        }
}

void look_at(const Room& room)
{
    for (const auto& [number, table] : room.tables) {
        if (table.session) look_at_session(table);
        if (!table.drill) continue;
        must(is_utf8(transcript(*table.drill, Language::ja)));
        must(is_utf8(dump_state(*table.drill)));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string_view rest(reinterpret_cast<const char*>(data), size);
    Room room;
    std::vector<Recorded> record_of;
    for (std::size_t n = 0; n < kMostLines && !rest.empty(); ++n) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        if (const auto command = command_of(line)) play(room, record_of, *command);
    }
    look_at(room);
    const Replayed again = replay(record_of, source());
    must(!again.differs && again.entries == record_of.size());
    for (const auto& [number, table] : room.tables)
        must(fingerprint(again.room.tables.at(number)) == fingerprint(table));
    return 0;
}
