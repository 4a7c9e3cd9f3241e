// What the view of a call-tree drill says. How it is drawn: calls_draw.cpp.
#include "ui/activities/calls.hpp"

#include "base/people_text.hpp"
#include "workshop/activities/grid_values.hpp"

#include <algorithm>

namespace sonae::ui {
namespace {

using workshop::CallMade;
using workshop::CallOutcome;
using workshop::Column;
using workshop::Grid;
using workshop::GridRow;
using workshop::Means;

struct LookingAtCalls {
    const SessionSource& from;
    const workshop::Activity& activity;
    const workshop::CallsState& calls;
    const Grid& grid;
    const workshop::GridState& rows;
};

std::string row_name(const LookingAtCalls& l, const GridRow& row)
{
    return l.from.texts.row_name(l.from.session(), l.activity, l.grid, row, l.from.language());
}

std::string people_in(const LookingAtCalls& l, const GridRow& row, std::size_t column)
{
    std::string words;
    for (const std::string& person : workshop::names_in(row, column))
        words +=
            (words.empty() ? "" : l.from.s("facts.between")) + l.from.say(workshop::person_name(l.from.plan(), person));
    return words.empty() ? l.from.s("calls.nobody") : words;
}

// What the plan says of number and hours; of a missing one too, where there is a column for it.
std::string plan_words(const LookingAtCalls& l, const GridRow& row)
{
    std::string words;
    if (const auto number = workshop::column_that_means(l.grid, Means::number)) {
        const std::string text = l.from.texts.cell(l.activity, l.grid, row, *number, l.from.language());
        words = workshop::is_empty(row, *number) ? l.from.s("calls.number.none")
                                                 : l.from.s.format("calls.number", {{"number", text}});
    }
    const auto hours = workshop::column_that_means(l.grid, Means::hours);
    if (!hours) return words;
    const auto* shift = workshop::choice_in(l.from.plan(), l.grid.columns[*hours], row, *hours);
    if (!words.empty()) words += "　";
    return words + (shift ? l.from.s.format("calls.hours", {{"hours", l.from.say(shift->name)}})
                          : l.from.s("calls.hours.none"));
}

CallRowView make_row(const LookingAtCalls& l, const GridRow& row)
{
    CallRowView view{.row = row.id, .name = row_name(l, row), .plan = plan_words(l, row), .targets = {}};
    for (std::size_t c = 0; c < l.grid.columns.size(); ++c) {
        const Column& column = l.grid.columns[c];
        if (column.type == workshop::ColumnType::person)
            view.targets.push_back({column.id, l.from.s.format("calls.target", {{"column", l.from.say(column.name)},
                                                                                {"people", people_in(l, row, c)}})});
    }
    return view;
}

std::string role_of(const LookingAtCalls& l, const std::string& row, const std::string& column)
{
    const GridRow* called = workshop::find_row(l.rows, row);
    const auto place = workshop::find_column(l.grid, column);
    std::string words = called ? row_name(l, *called) : row;
    if (place && *place < l.grid.columns.size())
        words += l.from.s("facts.between") + l.from.say(l.grid.columns[*place].name);
    return words;
}

std::string minutes_text(const LookingAtCalls& l, int minutes)
{
    return l.from.s.format("calls.minutes", {{"minutes", std::to_string(minutes)}});
}

CallMadeView make_call(const LookingAtCalls& l, const CallMade& call)
{
    return {role_of(l, call.row, call.column),
            l.from.s.format("calls.outcome", {{"outcome", l.from.say(workshop::outcome_text(call.outcome))},
                                              {"minutes", minutes_text(l, call.minutes)}}),
            call.outcome == CallOutcome::answered};
}

// Whom somebody had to reach is told when it is over.
std::string wanted_names(const LookingAtCalls& l, const workshop::Situation& situation)
{
    std::string words;
    for (const std::string& id : situation.wants) {
        const GridRow* row = workshop::find_row(l.rows, id);
        words += (words.empty() ? "" : l.from.s("facts.between")) + (row ? row_name(l, *row) : id);
    }
    return words;
}

SituationView make_situation(const LookingAtCalls& l, const workshop::Situation& situation)
{
    const Strings& s = l.from.s;
    const int whole = l.activity.calls.minutes;
    SituationView view{.id = situation.id,
                       .moment = moment_text(situation.at, l.from.language()),
                       .text = l.from.say(situation.text),
                       .used = workshop::minutes_used(l.calls, situation.id),
                       .reached = workshop::is_reached(l.activity.calls, l.calls, situation.id),
                       .why_not = l.from.why_not};
    view.over = view.used >= whole;
    view.minutes = s.format("calls.used", {{"used", std::to_string(view.used)}, {"whole", std::to_string(whole)}});
    view.left = s.format("calls.left", {{"minutes", std::to_string(std::max(0, whole - view.used))}});
    if (view.reached)
        view.result = s.format("calls.reached", {{"roles", wanted_names(l, situation)}});
    else if (view.over)
        view.result = s.format("calls.missed", {{"roles", wanted_names(l, situation)}});
    if (view.over && view.why_not.empty()) view.why_not = s("calls.over");
    for (const CallMade& call : l.calls.made)
        if (call.situation == situation.id) view.made.push_back(make_call(l, call));
    return view;
}

} // namespace

CallsView make_calls_view(const SessionSource& from, const workshop::Activity& activity)
{
    const workshop::ActivityState& state = workshop::state_of(from.session(), activity);
    CallsView view{.table = from.table.number,
                   .activity = activity.id,
                   .minutes = activity.calls.minutes,
                   .back_why_not = from.why_not};
    const auto grid = workshop::find_grid(activity, activity.calls.grid);
    if (!grid || !activity.calls.exists()) return view;
    const LookingAtCalls l{from, activity, state.calls, activity.grids[*grid], state.grids[*grid]};
    for (const workshop::Situation& situation : activity.calls.situations)
        view.situations.push_back(make_situation(l, situation));
    for (const GridRow& row : l.rows.rows)
        if (row.present) view.rows.push_back(make_row(l, row));
    if (!state.calls.made.empty()) view.last = state.calls.made.back().situation;
    return view;
}

} // namespace sonae::ui
