#include "live/read_room.hpp"

#include "live/kept.hpp"
#include "workshop/command_family.hpp"
#include "workshop/lookup.hpp"
#include "workshop/retell.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <set>

namespace sonae::live {
namespace {

using store::Entry;
using workshop::KeptFact;
using workshop::StartDrill;

std::optional<workshop::Command> command_of(const Entry& entry)
{
    read::Diagnostics ignored;
    return workshop::read_command(entry.kind, entry.version, entry.body, ignored);
}

std::int32_t within(SimTime start, SimTime moment)
{
    return static_cast<std::int32_t>(std::clamp<SimTime>(moment - start, 0, std::numeric_limits<std::int32_t>::max()));
}

// What one table did since its last drill began, as the file keeps it.
struct Line {
    StartDrill started;
    std::vector<Entry> path; // from the drill's beginning to the head
    std::vector<store::StoredFact> facts;
    std::vector<store::SeriesPoint> series;
};

std::optional<Line> read_line(const store::ProgrammeFile& file, std::uint32_t number, const EntryId& head)
{
    Line line;
    line.path = file.path_to(head);
    const auto begins = std::find_if(line.path.rbegin(), line.path.rend(), [](const Entry& entry) {
        const auto command = command_of(entry);
        return command && std::holds_alternative<StartDrill>(*command);
    });
    if (begins == line.path.rend()) return std::nullopt;
    line.path.erase(line.path.begin(), std::prev(begins.base()));
    line.started = std::get<StartDrill>(*command_of(line.path.front()));
    std::set<EntryId> counts;
    for (const Entry& entry : line.path) counts.insert(entry.id);
    line.facts = file.facts(number);
    line.series = file.series(number);
    std::erase_if(line.facts, [&](const store::StoredFact& fact) { return !counts.contains(fact.entry); });
    std::erase_if(line.series, [&](const store::SeriesPoint& point) { return !counts.contains(point.entry); });
    return line;
}

// Bookings and points of the series were written side by side: a point's name says what its booking moved.
void name_bookings(const Line& line, std::vector<KeptFact>& facts)
{
    std::vector<KeptFact*> bookings;
    for (KeptFact& kept : facts)
        if (kept.known && kept.fact.kind == engine::FactKind::booked) bookings.push_back(&kept);
    if (bookings.size() != line.series.size()) return;
    for (std::size_t i = 0; i < bookings.size(); ++i) {
        const auto which = workshop::find_indicator(line.series[i].indicator);
        if (which)
            bookings[i]->fact.a = static_cast<std::uint16_t>(*which);
        else
            bookings[i]->known = false;
    }
}

workshop::DrillRecord record_of(const Line& line, const engine::Scenario& scenario, std::uint32_t rules_version)
{
    workshop::DrillRecord record{.started = line.started,
                                 .now = within(scenario.start, line.path.back().situation),
                                 .rules_version = rules_version,
                                 .fingerprint = line.path.back().fingerprint};
    for (const store::StoredFact& stored : line.facts) {
        read::Diagnostics ignored;
        auto kept = workshop::read_fact(stored.kind, stored.body, ignored);
        if (!kept) kept = KeptFact{.fact = {}, .known = false, .sentence = {stored.kind, stored.kind}};
        kept->fact.seq = stored.seq;
        kept->fact.parent = stored.parent;
        kept->fact.at = within(scenario.start, stored.at);
        record.facts.push_back(*std::move(kept));
    }
    name_bookings(line, record.facts);
    for (const store::SeriesPoint& point : line.series)
        if (const auto which = workshop::find_indicator(point.indicator)) record.figures[*which] = point.value;
    for (const Entry& entry : line.path)
        if (auto command = command_of(entry)) record.commands.push_back(*std::move(command));
    return record;
}

// Every entry stands in the table, or the way to its head would have gaps. What one that we can't read meant is known
// by its facts; that time came to its moment is known by itself.
void add_steps(const store::ProgrammeFile& file, SimTime start, workshop::Table& table)
{
    for (const Entry& entry : file.entries(table.number)) {
        const std::int32_t at = within(start, entry.situation);
        auto command = command_of(entry).value_or(workshop::Advance{table.number, at});
        table.steps.push_back(
            std::make_shared<const workshop::Step>(workshop::Step{entry.id, entry.parent, std::move(command), at}));
    }
}

Localized cannot_compile(const read::Diagnostics& faults)
{
    const Localized first = read::first_fault(faults);
    return {
        fmt::format("記録に残っているパックを、この版のSonaeでは読めません。作られた版のSonaeで開いてください。{}",
                    first.ja),
        fmt::format("This version of Sonae can't read the pack that the record keeps. Open it with the version that "
                    "made it. {}",
                    first.en)};
}

void retell(const store::ProgrammeFile& file, std::uint32_t number, const EntryId& head, ReadRoom& read)
{
    const auto line = read_line(file, number, head);
    if (!line) return; // no drill was begun, or not in a way that we can read
    read::Diagnostics faults;
    const auto scenario = compile_kept(file, line->started, faults);
    if (!scenario) {
        read.untold[number] = cannot_compile(faults);
        return;
    }
    workshop::Table& table = read.room.tables[number];
    table.number = number;
    table.head = head;
    table.drill = workshop::retell(record_of(*line, *scenario, file.rules_version()), scenario);
    add_steps(file, scenario->start, table);
}

// Sessions don't hang on the engine's rules: what a table wrote is there whatever became of its drill.
void fold_sessions(const store::ProgrammeFile& file, std::uint32_t number, const EntryId& head,
                   const workshop::ScenarioSource& scenarios, ReadRoom& read)
{
    workshop::Room sessions;
    std::uint32_t depth = 0; // texts are found by it, so the drill's entries count
    for (const Entry& entry : file.path_to(head)) {
        const auto command = command_of(entry);
        ++depth;
        if (!command || !workshop::is_of_session(*command)) continue;
        sessions.tables[number].depth = depth - 1;
        if (workshop::check(sessions, *command, scenarios)) break; // from here on it went another way
        workshop::apply(sessions, *command, scenarios);
    }
    const auto folded = sessions.tables.find(number);
    if (folded == sessions.tables.end() || !folded->second.session) return;
    workshop::Table& table = read.room.tables[number];
    if (table.steps.empty()) {
        table.number = number, table.head = head;
        add_steps(file, 0, table);
    }
    table.depth = depth;
    table.session = folded->second.session;
    table.past = folded->second.past;
}

// Nothing when our rules give what was recorded.
std::optional<std::string> fold(const store::ProgrammeFile& file, const workshop::ScenarioSource& scenarios,
                                workshop::Room& room)
{
    if (file.rules_version() != engine::kRulesVersion)
        return fmt::format("this record was made by rules {}, these are rules {}", file.rules_version(),
                           engine::kRulesVersion);
    const Record record = read_record(file);
    workshop::Replayed replayed = workshop::replay(record.entries, scenarios);
    if (replayed.differs) return replayed.why;
    if (record.unread) return record.unread;
    room = std::move(replayed.room);
    return std::nullopt;
}

} // namespace

ReadRoom read_room(const store::ProgrammeFile& file, const workshop::ScenarioSource& scenarios)
{
    ReadRoom read;
    read.differs = fold(file, scenarios, read.room);
    if (read.differs)
        for (const auto& [number, head] : file.heads()) {
            retell(file, number, head, read);
            fold_sessions(file, number, head, scenarios, read);
        }
    return read;
}

} // namespace sonae::live
