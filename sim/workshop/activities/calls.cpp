#include "workshop/activities/calls.hpp"

#include "workshop/activities/grid_values.hpp"
#include "workshop/activities/session.hpp"

#include <algorithm>

namespace sonae::workshop {
namespace {

struct Called { // a role of the plan as it stands
    const Grid* grid = nullptr;
    const GridRow* row = nullptr;
    std::optional<std::size_t> column;
};

Called find_called(const Session& session, const Activity& activity, const MakeCall& c)
{
    const auto grid = find_grid(activity, activity.calls.grid);
    if (!grid) return {};
    const GridRow* row = find_row(state_of(session, activity).grids[*grid], c.row);
    return {&activity.grids[*grid], row, find_column(activity.grids[*grid], c.column)};
}

bool is_open(const engine::Hours& hours, const engine::Calendar& calendar, SimTime at)
{
    const std::int64_t day = day_of(at);
    const bool holiday = std::binary_search(calendar.holidays.begin(), calendar.holidays.end(), day);
    if (holiday && !hours.on_holidays) return false;
    const Seconds clock = second_of_day(at);
    return (hours.weekdays >> weekday(day) & 1u) && clock >= hours.open && clock < hours.close;
}

// When the plan has no column of hours, the company's own tell.
CallOutcome by_company(const engine::Company& company, const std::vector<std::string>& names, SimTime at)
{
    for (const engine::Person& person : company.people)
        if (person.id == names[0])
            return person.on_call || is_open(person.hours, company.calendar, at) ? CallOutcome::answered
                                                                                 : CallOutcome::closed;
    for (const engine::Contact& contact : company.contacts)
        if (contact.id == names[0])
            return is_open(contact.hours, company.calendar, at) ? CallOutcome::answered : CallOutcome::closed;
    return CallOutcome::nobody;
}

CallOutcome outcome_of(const SessionPlan& plan, const Called& called, SimTime at)
{
    const std::vector<std::string> names = names_in(*called.row, *called.column);
    if (names.empty()) return CallOutcome::nobody;
    if (const auto number = column_that_means(*called.grid, Means::number); number && is_empty(*called.row, *number))
        return CallOutcome::no_number;
    const auto hours = column_that_means(*called.grid, Means::hours);
    if (!hours) return by_company(plan.company, names, at);
    const ScaleValue* shift = choice_in(plan, called.grid->columns[*hours], *called.row, *hours);
    if (!shift || !shift->hours) return CallOutcome::no_hours;
    return is_open(*shift->hours, plan.company.calendar, at) ? CallOutcome::answered : CallOutcome::closed;
}

} // namespace

int minutes_used(const CallsState& state, std::string_view situation)
{
    int used = 0;
    for (const CallMade& call : state.made)
        if (call.situation == situation) used += call.minutes;
    return used;
}

bool is_reached(const CallTree& calls, const CallsState& state, std::string_view situation)
{
    const Situation* asked = called(calls.situations, situation);
    return asked && std::any_of(state.made.begin(), state.made.end(), [&](const CallMade& call) {
               return call.situation == situation && call.outcome == CallOutcome::answered &&
                      std::find(asked->wants.begin(), asked->wants.end(), call.row) != asked->wants.end();
           });
}

Localized outcome_text(CallOutcome outcome)
{
    switch (outcome) {
    case CallOutcome::answered: return {"つながりました", "Someone answers"};
    case CallOutcome::nobody: return {"担当者なし", "No person in this role"};
    case CallOutcome::no_number: return {"電話番号が計画にありません", "The plan has no number"};
    case CallOutcome::closed: return {"この時間はつながりません", "Nobody answers at this hour"};
    case CallOutcome::no_hours: return {"いつつながるか分かりません", "Nobody knows when they answer"};
    }
    return {};
}

std::optional<Refusal> check_step(const Session& session, const MakeCall& c)
{
    const Activity* activity = activity_called(session, c.activity);
    if (!activity) return no_such_activity();
    if (!called(activity->calls.situations, c.situation))
        return no(Reason::unknown_situation, "その場面はありません。", "There is no such situation.");
    const Called call = find_called(session, *activity, c);
    if (!call.row || !call.row->present)
        return no(Reason::unknown_row, "その役割は計画にありません。", "The plan has no such role.");
    if (!call.column || *call.column == kNameColumn || call.grid->columns[*call.column].type != ColumnType::person)
        return no(Reason::unknown_column, "電話をかける相手の列ではありません。", "That column names nobody to call.");
    if (minutes_used(state_of(session, *activity).calls, c.situation) >= activity->calls.minutes)
        return no(Reason::no_minutes_left, "持ち時間を使い切りました。", "The minutes are used up.");
    return std::nullopt;
}

// What came of the call stays as it was, even when the plan is mended afterwards.
void apply_step(Session& session, const MakeCall& c, std::uint32_t)
{
    const Activity& activity = *activity_called(session, c.activity);
    const CallOutcome outcome = outcome_of(*session.plan, find_called(session, activity, c),
                                           called(activity.calls.situations, c.situation)->at);
    const int minutes = outcome == CallOutcome::answered ? activity.calls.answered : activity.calls.unanswered;
    change(session, c.activity).calls.made.push_back({c.situation, c.row, c.column, outcome, minutes});
}

std::optional<Refusal> check_step(const Session& session, const TakeBackCall& c)
{
    const Activity* activity = activity_called(session, c.activity);
    if (!activity) return no_such_activity();
    if (!state_of(session, *activity).calls.made.empty()) return std::nullopt;
    return no(Reason::no_call, "取り消す電話がありません。", "There is no call to take back.");
}

void apply_step(Session& session, const TakeBackCall& c, std::uint32_t)
{
    change(session, c.activity).calls.made.pop_back();
}

} // namespace sonae::workshop
