#include "report/result.hpp"

#include "base/people_text.hpp"
#include "report/preparation.hpp"
#include "report/reading.hpp"
#include "report/words.hpp"
#include "workshop/retell.hpp"
#include "workshop/value_text.hpp"

#include <algorithm>

namespace sonae::report {
namespace {

using engine::Fact;
using engine::FactKind;

Word outcome_word(std::uint16_t ended)
{
    switch (ended) {
    case 0: return words::on_the_way;
    case 1: return words::over;
    case 2: return words::not_over;
    default: return words::broken_off;
    }
}

Outcome make_outcome(const Reading& reading)
{
    const engine::Scenario& sc = reading.scenario();
    const engine::State& s = reading.input.state;
    Outcome outcome{.ended = engine::has_ended(s), .start = sc.start, .end = sc.start + s.now};
    outcome.total_loss = engine::indicator(sc, s, engine::Indicator::total_loss);
    if (outcome.ended && s.ending < sc.endings.size()) {
        outcome.ending = reading.text(sc.endings[s.ending].name);
        outcome.text = reading.text(sc.endings[s.ending].text);
    }
    outcome.sentence = said(outcome_word(s.ended), reading.language(), duration_text(s.now, reading.language()),
                            yen_text(outcome.total_loss, reading.language()));
    return outcome;
}

std::vector<std::string> titles_not_asked(const Reading& reading)
{
    std::vector<std::string> titles;
    for (std::size_t d = 0; d < reading.scenario().decisions.size(); ++d)
        if (reading.letter(DecisionId{d}).empty())
            titles.push_back(reading.text(reading.scenario().decisions[d].title));
    return titles;
}

DeadlineRow make_deadline(const Reading& reading, std::size_t index)
{
    const engine::Deadline& deadline = reading.scenario().company.deadlines[index];
    const engine::DeadlineState& state = reading.input.state.deadlines[index];
    DeadlineRow row{.name = reading.text(deadline.name),
                    .basis = reading.text(deadline.basis),
                    .began = state.began,
                    .met = state.met};
    if (deadline.to.index() < reading.scenario().company.contacts.size())
        row.to = reading.text(reading.scenario().company.contacts[deadline.to.index()].name);
    if (state.began == engine::kNotYet) return row;
    row.due = static_cast<std::int32_t>(state.began + deadline.due);
    row.outcome = state.met != engine::kNotYet ? DeadlineOutcome::met
                  : state.missed               ? DeadlineOutcome::missed
                                               : DeadlineOutcome::running;
    return row;
}

// Those whose clock ran, by when they were due; then those that never began.
std::vector<DeadlineRow> make_deadlines(const Reading& reading)
{
    std::vector<DeadlineRow> rows;
    for (std::size_t d = 0; d < reading.scenario().company.deadlines.size(); ++d)
        rows.push_back(make_deadline(reading, d));
    std::stable_sort(rows.begin(), rows.end(), [](const DeadlineRow& a, const DeadlineRow& b) {
        const bool a_ran = a.began != engine::kNotYet, b_ran = b.began != engine::kNotYet;
        return a_ran != b_ran ? a_ran : a.due < b.due;
    });
    return rows;
}

bool is_read(const engine::Scenario& sc, std::size_t output)
{
    return std::any_of(sc.code.begin(), sc.code.end(),
                       [&](const engine::Instruction& in) { return in.op == engine::Op::output && in.a == output; });
}

std::vector<PreparationRow> make_preparation(const Reading& reading)
{
    std::vector<PreparationRow> rows;
    const engine::Scenario& sc = reading.scenario();
    for (std::size_t o = 0; o < sc.outputs.size(); ++o) {
        if (!is_read(sc, o)) continue;
        const engine::Output& output = sc.outputs[o];
        rows.push_back(
            {reading.text(output.name),
             workshop::value_text(output.type, reading.input.state.outputs[o], reading.language()),
             reading.text(output.effect), output.session, !reading.input.carried.contains(output.id),
             changes_by(sc, std::span(reading.input.state.outputs).first(sc.outputs.size()), o, reading.language())});
    }
    return rows;
}

struct Stop {
    std::int64_t seconds = 0;
    std::int32_t since = engine::kNotYet;
};

std::vector<Standstill> make_standstills(const Reading& reading)
{
    std::map<std::uint16_t, Stop> stops;
    for (const Fact& fact : reading.input.facts) {
        if (fact.kind == FactKind::process_down) stops[fact.a].since = fact.at;
        if (fact.kind != FactKind::process_up && fact.kind != FactKind::process_degraded) continue;
        const auto at = stops.find(fact.a);
        if (at == stops.end() || at->second.since == engine::kNotYet) continue;
        at->second.seconds += fact.at - at->second.since;
        at->second.since = engine::kNotYet;
    }
    std::vector<Standstill> rows;
    for (const auto& [process, stop] : stops) {
        if (process >= reading.scenario().company.processes.size()) continue;
        const bool still = stop.since != engine::kNotYet;
        rows.push_back({reading.text(reading.scenario().company.processes[process].name),
                        stop.seconds + (still ? reading.input.state.now - stop.since : 0), still});
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const Standstill& a, const Standstill& b) { return a.seconds > b.seconds; });
    return rows;
}

// A promise falls due on a day when the company works.
SimTime working_day_from(const engine::Calendar& calendar, SimTime day)
{
    const auto works = [&](SimTime d) {
        return (calendar.work.weekdays >> weekday(d) & 1) &&
               !std::binary_search(calendar.holidays.begin(), calendar.holidays.end(), d);
    };
    for (SimTime later = day; later < day + 31; ++later)
        if (works(later)) return later;
    return day; // a company that never works keeps the day as it is
}

std::vector<CardRow> make_cards(const Reading& reading)
{
    const engine::Scenario& sc = reading.scenario();
    const SimTime last_day = day_of(sc.start + reading.input.state.now);
    std::vector<CardRow> cards;
    for (const engine::ImprovementSeed& seed : sc.improvements) {
        if (reading.input.retold && !workshop::told_by_facts(sc, seed.when)) continue;
        if (engine::evaluate(sc, reading.input.state, seed.when) == 0) continue;
        cards.push_back({seed.id, reading.text(seed.title), reading.text(seed.if_then), reading.text(seed.owner),
                         working_day_from(sc.company.calendar, last_day + seed.due_days) * kDay});
    }
    return cards;
}

std::string as_recorded_text(const Reading& reading)
{
    const workshop::Retold* retold = reading.input.retold;
    if (!retold) return {};
    if (retold->rules_version == engine::kRulesVersion) return words::differs_now.in(reading.language());
    return said(words::other_rules, reading.language(), retold->rules_version, engine::kRulesVersion);
}

} // namespace

const Figure* Result::figure(engine::Indicator which) const
{
    const auto at = std::find_if(figures.begin(), figures.end(), [&](const Figure& f) { return f.which == which; });
    return at == figures.end() ? nullptr : &*at;
}

const Series* Result::series_of(engine::Indicator which) const
{
    const auto at = std::find_if(series.begin(), series.end(), [&](const Series& s) { return s.which == which; });
    return at == series.end() ? nullptr : &*at;
}

Result make_result(const SessionInput& input)
{
    const Reading reading{input};
    const engine::Scenario& sc = input.scenario;
    Result result{.title = reading.text(sc.name),
                  .company = reading.text(sc.company.name),
                  .pack = sc.id,
                  .pack_version = sc.version,
                  .company_version = sc.company.version,
                  .rules_version = input.retold ? input.retold->rules_version : engine::kRulesVersion,
                  .fingerprint = input.retold ? input.retold->fingerprint : engine::fingerprint(input.state),
                  .seed = input.state.luck.seed,
                  .table = input.table,
                  .language = input.language,
                  .rewinds = input.rewinds,
                  .as_recorded = as_recorded_text(reading)};
    result.outcome = make_outcome(reading);
    result.figures = make_figures(reading);
    result.series = make_series(reading, result.figures);
    result.timeline = make_timeline(reading);
    result.decisions = make_decisions(reading, result.figures);
    result.not_asked = titles_not_asked(reading);
    result.actions = make_actions(reading);
    result.deadlines = make_deadlines(reading);
    result.preparation = make_preparation(reading);
    result.standstills = make_standstills(reading);
    result.cards = make_cards(reading);
    return result;
}

} // namespace sonae::report
