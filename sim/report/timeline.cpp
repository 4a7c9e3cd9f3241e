// The course of events as rows for people: what matters, in lanes, with runs of one kind told together.
#include "base/people_text.hpp"
#include "report/reading.hpp"
#include "report/words.hpp"
#include "workshop/fill.hpp"

#include <algorithm>
#include <optional>

namespace sonae::report {
namespace {

using engine::Fact;
using engine::FactKind;
using workshop::Lane;

// Facts of one kind no further apart than this are one row. What only repeats itself is told once a day.
std::int32_t longest_gap(FactKind kind)
{
    constexpr std::int32_t hour = 3600, always = 365 * 24 * hour;
    switch (kind) {
    case FactKind::logs_aged: return always;
    case FactKind::false_alarm_raised:
    case FactKind::users_noticed:
    case FactKind::tolerance_passed: return 24 * hour;
    case FactKind::alert_raised:
    case FactKind::ordered:
    case FactKind::technique_succeeded:
    case FactKind::host_restored:
    case FactKind::host_rebuilt: return 12 * hour;
    default: return 3 * hour;
    }
}

// Names that one row lists before it counts the rest.
constexpr std::size_t kNamesInRow = 4;

enum class Telling { hidden, single, counted, named };

// Techniques whose success another fact tells in plainer words.
bool told_otherwise(engine::TechniqueKind kind)
{
    using enum engine::TechniqueKind;
    return kind == encrypt || kind == exfiltrate || kind == destroy_backup || kind == extort || kind == publish ||
           kind == stage;
}

// Work that leaves no other trace in the facts.
bool leaves_no_trace(engine::ActionKind kind)
{
    using enum engine::ActionKind;
    return kind == photograph || kind == save_logs || kind == hunt || kind == hold_meeting || kind == restore_hosts;
}

Telling telling_of(const engine::Scenario& sc, const Fact& fact)
{
    switch (fact.kind) {
    case FactKind::technique_succeeded:
        if (fact.a >= sc.playbook.techniques.size() || told_otherwise(sc.playbook.techniques[fact.a].kind))
            return Telling::hidden;
        return Telling::counted;
    case FactKind::action_done:
        return fact.a < sc.actions.size() && leaves_no_trace(sc.actions[fact.a].kind) ? Telling::single
                                                                                      : Telling::hidden;
    case FactKind::host_isolated:
    case FactKind::host_rejoined: return fact.a < sc.company.hosts.size() ? Telling::counted : Telling::single;
    case FactKind::ordered:
    case FactKind::alert_raised:
    case FactKind::false_alarm_raised:
    case FactKind::users_noticed:
    case FactKind::host_encrypted:
    case FactKind::host_cleaned:
    case FactKind::host_restored:
    case FactKind::host_rebuilt:
    case FactKind::logs_aged: return Telling::counted;
    case FactKind::process_down:
    case FactKind::process_degraded:
    case FactKind::process_up:
    case FactKind::tolerance_passed:
    case FactKind::asset_staged:
    case FactKind::asset_leaked:
    case FactKind::leak_found:
    case FactKind::deadline_began: return Telling::named;
    case FactKind::drill_started:
    case FactKind::technique_tried:
    case FactKind::alert_read:
    case FactKind::action_began:
    case FactKind::contact_called:
    case FactKind::decision_opened:
    case FactKind::flag_set:
    case FactKind::flag_cleared:
    case FactKind::booked:
    case FactKind::drill_ended: return Telling::hidden;
    default: return Telling::single;
    }
}

Lane lane_in(const engine::Scenario& sc, const Fact& fact)
{
    if (fact.kind != FactKind::inject_delivered || fact.a >= sc.injects.size()) return workshop::lane_of(fact.kind);
    using enum engine::Channel;
    const engine::Channel channel = sc.injects[fact.a].card.channel;
    return channel == edr || channel == utm || channel == colleague || channel == printer ? Lane::company
                                                                                          : Lane::outside;
}

// Messages are told when a decision hangs on them, or when they come from outside and no other fact says the same.
bool message_matters(const Reading& reading, const Fact& fact)
{
    if (reading.asking.contains(fact.seq)) return true;
    if (lane_in(reading.scenario(), fact) != Lane::outside) return false;
    const Fact* cause = reading.causes.fact(fact.parent);
    return !cause || cause->at != fact.at || workshop::lane_of(cause->kind) != Lane::outside;
}

// The report that met a deadline says already who was told.
bool reported_then(const Reading& reading, const Fact& told)
{
    return std::any_of(reading.input.facts.begin(), reading.input.facts.end(),
                       [&](const Fact& fact) { return fact.kind == FactKind::deadline_met && fact.at == told.at; });
}

bool only_in_full(const Reading& reading, const Fact& fact)
{
    switch (fact.kind) {
    case FactKind::inject_delivered: return !message_matters(reading, fact);
    case FactKind::action_in_vain: return fact.value != static_cast<std::int64_t>(engine::ActionBlock::nobody);
    case FactKind::contact_notified: return reported_then(reading, fact);
    case FactKind::action_done:
    case FactKind::contact_answered:
    case FactKind::false_alarm_raised:
    case FactKind::people_rested:
    case FactKind::process_degraded: return true;
    default: return false;
    }
}

bool is_serious(FactKind kind)
{
    switch (kind) {
    case FactKind::fell_silent:
    case FactKind::host_encrypted:
    case FactKind::backup_lost:
    case FactKind::process_down:
    case FactKind::tolerance_passed:
    case FactKind::penalty_began:
    case FactKind::asset_leaked:
    case FactKind::scope_lost:
    case FactKind::published:
    case FactKind::extorted:
    case FactKind::leak_hushed_up:
    case FactKind::deadline_missed: return true;
    default: return false;
    }
}

// What is told together: the kind, and for some the thing that it is about.
struct Key {
    FactKind kind;
    std::uint16_t thing;
    bool operator==(const Key&) const = default;
};
Key key_of(const Fact& fact)
{
    switch (fact.kind) {
    case FactKind::ordered:
    case FactKind::technique_succeeded: return {fact.kind, fact.a};
    case FactKind::alert_raised:
    case FactKind::false_alarm_raised: return {fact.kind, fact.b};
    default: return {fact.kind, 0};
    }
}

struct Run {
    Key key;
    Telling telling;
    std::int32_t until;
    std::vector<Fact> facts;
};

template <class Rows>
std::string name_at(const Reading& reading, const Rows& rows, std::uint16_t index)
{
    return index < rows.size() ? reading.text(rows[index].name) : std::string{};
}

std::string named_thing(const Reading& reading, const Fact& fact)
{
    const engine::Company& company = reading.scenario().company;
    if (fact.kind == FactKind::deadline_began) return name_at(reading, company.deadlines, fact.a);
    const bool process = fact.kind == FactKind::process_down || fact.kind == FactKind::process_degraded ||
                         fact.kind == FactKind::process_up || fact.kind == FactKind::tolerance_passed;
    return process ? name_at(reading, company.processes, fact.a) : name_at(reading, company.assets, fact.a);
}

std::string names_in(const Reading& reading, const Run& run)
{
    std::vector<std::string> names;
    for (const Fact& fact : run.facts)
        if (const std::string name = named_thing(reading, fact);
            std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(name);
    const bool ja = reading.language() == Language::ja;
    std::string list;
    for (std::size_t i = 0; i < std::min(names.size(), kNamesInRow); ++i)
        list += (i == 0 ? "" : ja ? "、" : ", ") + names[i];
    if (names.size() > kNamesInRow)
        list += fmt::format(fmt::runtime(ja ? "、ほか{}件" : " and {} more"), names.size() - kNamesInRow);
    return list;
}

Word named_word(FactKind kind)
{
    switch (kind) {
    case FactKind::process_down: return words::down_many;
    case FactKind::process_degraded: return words::slow_many;
    case FactKind::process_up: return words::up_many;
    case FactKind::tolerance_passed: return words::tolerance_many;
    case FactKind::asset_staged: return words::staged_many;
    case FactKind::asset_leaked: return words::leaked_many;
    case FactKind::deadline_began: return words::clocks_many;
    default: return words::found_many;
    }
}

std::size_t things_in(const Run& run)
{
    std::set<std::uint16_t> things;
    for (const Fact& fact : run.facts) things.insert(fact.a);
    return things.size();
}

std::string counted_text(const Reading& reading, const Run& run)
{
    const Language language = reading.language();
    const engine::Scenario& sc = reading.scenario();
    const std::size_t things = things_in(run), times = run.facts.size();
    const Fact& first = run.facts.front();
    switch (run.key.kind) {
    case FactKind::ordered: return said(words::ordered_many, language, name_at(reading, sc.actions, first.a), times);
    case FactKind::technique_succeeded:
        return said(words::technique_many, language, name_at(reading, sc.playbook.techniques, first.a), times);
    case FactKind::alert_raised:
        return said(words::alerts_many, language, name_at(reading, sc.company.sensors, first.b), times);
    case FactKind::false_alarm_raised:
        return said(words::false_many, language, name_at(reading, sc.company.sensors, first.b), times);
    case FactKind::users_noticed: return said(words::noticed_many, language, things);
    case FactKind::host_encrypted: return said(words::encrypted_many, language, things);
    case FactKind::host_isolated: return said(words::isolated_many, language, things);
    case FactKind::host_rejoined: return said(words::rejoined_many, language, things);
    case FactKind::host_cleaned: return said(words::cleaned_many, language, things);
    case FactKind::host_restored: return said(words::restored_many, language, things);
    case FactKind::host_rebuilt: return said(words::rebuilt_many, language, things);
    default: return words::logs_many.in(language);
    }
}

// Titles and answers may hold quotation marks of their own, so they stand side by side without any.
std::string answer_text(const Reading& reading, const Fact& fact)
{
    const engine::Decision& decision = reading.scenario().decisions[fact.a];
    const bool known = fact.kind == FactKind::decided && fact.b < decision.options.size();
    return said(words::answered, reading.language(), reading.text(decision.title),
                known ? reading.text(decision.options[fact.b].text) : words::passed.in(reading.language()));
}

std::string single_text(const Reading& reading, const Fact& fact)
{
    const engine::Scenario& sc = reading.scenario();
    const bool answer = fact.kind == FactKind::decided || fact.kind == FactKind::fell_silent;
    if (answer && fact.a < sc.decisions.size()) return answer_text(reading, fact);
    if (fact.kind != FactKind::inject_delivered || fact.a >= sc.injects.size()) return reading.sentence(fact);
    const std::string title = workshop::inject_title(
        sc, workshop::delivery_of(sc, reading.input.state.injects[fact.a], fact, reading.input.facts), InjectId{fact.a},
        reading.language());
    const std::string sender = reading.text(sc.injects[fact.a].card.sender);
    return sender.empty() ? title : said(words::message, reading.language(), sender, title);
}

TimelineRow row_of(const Reading& reading, const Run& run)
{
    const Fact& first = run.facts.front();
    TimelineRow row{first.at,
                    run.until,
                    lane_in(reading.scenario(), first),
                    first.seq,
                    reading.letter_of(first),
                    {},
                    is_serious(first.kind)};
    if (run.telling == Telling::named && run.facts.size() > 1)
        row.text = said(named_word(first.kind), reading.language(), names_in(reading, run));
    else if (run.facts.size() > 1)
        row.text = counted_text(reading, run);
    else
        row.text = single_text(reading, first);
    return row;
}

} // namespace

std::vector<TimelineRow> tell(const Reading& reading, const std::vector<Fact>& facts, Detail detail)
{
    std::vector<Run> runs;
    for (const Fact& fact : facts) {
        const Telling telling = telling_of(reading.scenario(), fact);
        if (telling == Telling::hidden || (detail == Detail::outline && only_in_full(reading, fact))) continue;
        const Key key = key_of(fact);
        const bool joins = telling != Telling::single;
        const auto open = std::find_if(runs.rbegin(), runs.rend(), [&](const Run& run) {
            return joins && run.telling != Telling::single && run.key == key;
        });
        const bool near = open != runs.rend() && fact.at - open->until <= longest_gap(fact.kind);
        if (!near)
            runs.push_back({key, telling, fact.at, {fact}});
        else
            open->until = fact.at, open->facts.push_back(fact);
    }
    std::vector<TimelineRow> rows;
    for (const Run& run : runs) rows.push_back(row_of(reading, run));
    return rows;
}

std::vector<TimelineRow> make_timeline(const Reading& reading)
{
    std::vector<TimelineRow> rows =
        tell(reading, {reading.input.facts.begin(), reading.input.facts.end()}, Detail::outline);
    if (!reading.input.retold) return rows;
    for (const workshop::Retold::Strange& fact : reading.input.retold->strange)
        rows.push_back({.at = fact.at, .until = fact.at, .text = reading.text(fact.sentence)});
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    return rows;
}

} // namespace sonae::report
