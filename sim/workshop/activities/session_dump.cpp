// The state of a session as JSON with names. Its digest is what fingerprints cover, so this form changes only when
// kRulesVersion does; texts stand in it by the step that wrote them, and erasing them changes nothing.
#include "workshop/activities/session.hpp"
#include "workshop/command_parts.hpp"

namespace sonae::workshop {
namespace {

using read::JsonWriter;

constexpr std::string_view kOrigins[] = {"prepared", "own", "company"};
constexpr std::string_view kAsked[] = {"pre", "post", "then"};
constexpr std::string_view kOutcomes[] = {"answered", "nobody", "no_number", "closed", "no_hours"};

template <class Enum, std::size_t N>
std::string_view word(const std::string_view (&words)[N], Enum value)
{
    return words[static_cast<std::size_t>(value)];
}

void write_row(JsonWriter& json, const Grid& grid, const GridRow& row)
{
    json.begin_object();
    json.member("id", row.id);
    json.member("present", row.present);
    json.key("cells").begin_array();
    for (const auto& [key, cell] : row.cells) {
        json.begin_object();
        json.member("column", key.column == kNameColumn ? std::string("name") : grid.columns[key.column].id);
        if (key.seat != 0) json.member("seat", key.seat);
        json.key("value");
        write_cell_value(json, cell.value);
        if (cell.step != 0) json.member("step", cell.step);
        json.end_object();
    }
    json.end_array().end_object();
}

void write_grids(JsonWriter& json, const Activity& activity, const ActivityState& state)
{
    json.key("grids").begin_object();
    for (std::size_t g = 0; g < activity.grids.size(); ++g) {
        json.key(activity.grids[g].id).begin_object();
        json.member("rows_are", word(kOrigins, state.grids[g].origin));
        json.key("rows").begin_array();
        for (const GridRow& row : state.grids[g].rows) write_row(json, activity.grids[g], row);
        json.end_array().end_object();
    }
    json.end_object();
}

void write_board(JsonWriter& json, const BoardState& board)
{
    json.key("board").begin_array();
    for (const auto& [key, cards] : board.lying) {
        json.begin_object();
        json.member("seat", key.seat);
        json.member("place", key.place);
        json.key("cards").begin_array();
        for (const std::string& card : cards) json.value(card);
        json.end_array().end_object();
    }
    json.end_array();
}

void write_answers(JsonWriter& json, const SessionPlan& plan, const Activity& activity, const AnswersState& answers)
{
    json.key("answers").begin_array();
    for (const auto& [key, value] : answers.given) {
        const Question& question = activity.questionnaire.questions[key.question];
        json.begin_object();
        json.member("asked", word(kAsked, key.asked));
        json.member("seat", key.seat);
        json.member("question", question.id);
        json.member("value", plan.scales[question.scale].values[value].id);
        json.end_object();
    }
    json.end_array();
}

void write_notes(JsonWriter& json, const Activity& activity, const NotesState& notes)
{
    json.key("notes").begin_array();
    for (const auto& [key, step] : notes.written) {
        json.begin_object();
        json.member("prompt", activity.prompts[key.prompt].id);
        json.member("seat", key.seat);
        json.member("note", key.note);
        json.member("step", step);
        json.end_object();
    }
    json.end_array();
}

void write_calls(JsonWriter& json, const CallsState& calls)
{
    json.key("calls").begin_array();
    for (const CallMade& call : calls.made) {
        json.begin_object();
        json.member("situation", call.situation);
        json.member("row", call.row);
        json.member("column", call.column);
        json.member("outcome", word(kOutcomes, call.outcome));
        json.member("minutes", call.minutes);
        json.end_object();
    }
    json.end_array();
}

} // namespace

std::string dump_session(const Session& session)
{
    const SessionPlan& plan = *session.plan;
    JsonWriter json(JsonWriter::Layout::indented);
    json.begin_object();
    json.member("session", plan.pack_id);
    json.member("company", plan.company.id);
    json.member("block", session.block);
    write_outputs(json, session.started.outputs);
    json.key("activities").begin_object();
    for (std::size_t a = 0; a < plan.activities.size(); ++a) {
        const Activity& activity = plan.activities[a];
        const ActivityState& state = *session.states[a];
        json.key(activity.id).begin_object();
        json.member("revealed", state.revealed);
        if (!activity.grids.empty()) write_grids(json, activity, state);
        if (!activity.board.cards.empty()) write_board(json, state.board);
        if (activity.questionnaire.exists()) write_answers(json, plan, activity, state.answers);
        if (!activity.prompts.empty()) write_notes(json, activity, state.notes);
        if (activity.calls.exists()) write_calls(json, state.calls);
        json.end_object();
    }
    json.end_object().end_object();
    return json.text();
}

} // namespace sonae::workshop
