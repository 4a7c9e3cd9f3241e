// An activity: its kind, and the parts that the kind may have.
#include "pack/session_parts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sonae::pack {
namespace {

using namespace read;
using namespace workshop;

constexpr Choice<ActivityKind> kActivityKinds[] = {{"questionnaire", ActivityKind::questionnaire},
                                                   {"board", ActivityKind::board},
                                                   {"duties", ActivityKind::duties},
                                                   {"ledger", ActivityKind::ledger},
                                                   {"risks", ActivityKind::risks},
                                                   {"plan", ActivityKind::plan},
                                                   {"drill", ActivityKind::drill},
                                                   {"discussion", ActivityKind::discussion},
                                                   {"retrospective", ActivityKind::retrospective},
                                                   {"commitment", ActivityKind::commitment}};
constexpr Choice<Asked> kAsked[] = {{"pre", Asked::pre}, {"post", Asked::post}, {"then", Asked::then}};

void check_parts(const Activity& activity, ObjectReader& in)
{
    const KindRules& rules = rules_of(activity.kind);
    const auto fits = [&](std::string_view key, bool may) {
        if (in.has(key) && !may)
            in.error(key, "activity.part", fmt::format("{} の活動に {} は書けません", rules.name, key),
                     fmt::format("an activity of kind {} has no \"{}\"", rules.name, key));
    };
    const auto wants = [&](std::string_view key, bool must) {
        if (!in.has(key) && must)
            in.error("activity.part", fmt::format("{} の活動には {} が要ります", rules.name, key),
                     fmt::format("an activity of kind {} needs \"{}\"", rules.name, key));
    };
    fits("grids", rules.grids), fits("board", rules.board), fits("questionnaire", rules.questions);
    fits("prompts", rules.prompts), fits("calls", rules.calls);
    wants("grids", rules.grids && activity.kind != ActivityKind::retrospective);
    wants("board", rules.board), wants("questionnaire", rules.questions);
    wants("prompts", rules.prompts && activity.kind != ActivityKind::plan);
    const bool one = activity.kind != ActivityKind::plan && activity.kind != ActivityKind::retrospective;
    if (one && activity.grids.size() > 1)
        in.error("grids", "activity.part", fmt::format("{} の活動の表は一つです", rules.name),
                 fmt::format("an activity of kind {} has one grid", rules.name));
}

// A plan without a team or without contacts is none.
void check_plan(const Activity& activity, ObjectReader& in)
{
    if (activity.kind != ActivityKind::plan) return;
    for (const auto& [means, name] : {std::pair{GridMeans::team, "team"},
                                      {GridMeans::contacts, "contacts"},
                                      {GridMeans::severity, "severity"},
                                      {GridMeans::authority, "authority"}})
        if (std::none_of(activity.grids.begin(), activity.grids.end(),
                         [wanted = means](const Grid& g) { return g.means == wanted; }))
            in.error("grids", "activity.part", fmt::format("計画には means: {} の表が要ります", name),
                     fmt::format("a plan needs a grid with \"means\": \"{}\"", name));
}

Question read_question(const SessionDraft& draft, ObjectReader& in)
{
    Question question;
    question.id = in.required_slug("id").text;
    question.text = in.required_text("text", 400);
    question.help = in.optional_text("help").value_or(Localized{});
    question.group = in.optional_text("group", 80).value_or(Localized{});
    question.scale = scale_called(draft, in, "scale").value_or(0);
    in.finish();
    return question;
}

Questionnaire read_questionnaire(SessionDraft& draft, ObjectReader in)
{
    Questionnaire questionnaire;
    questionnaire.asked.clear();
    for (const Slug& moment : in.optional_slugs("asked", {1, 3})) {
        const auto* found = std::find_if(std::begin(kAsked), std::end(kAsked),
                                         [&](const auto& choice) { return choice.name == moment.text; });
        if (found != std::end(kAsked))
            questionnaire.asked.push_back(found->value);
        else
            in.error(moment.at, "value.unknown_name", fmt::format("「{}」という時期はありません", moment.text),
                     fmt::format("'{}' is no time to ask", moment.text))
                .hint("使える名前: post、pre、then", "known names: post, pre, then");
    }
    if (questionnaire.asked.empty()) questionnaire.asked.push_back(Asked::pre);
    questionnaire.personal = in.optional_bool("personal").value_or(true);
    questionnaire.least = in.optional_integer("least", 1, 30).value_or(5);
    Rows questions = applying_rows(draft, in, "questions", kMaxQuestions);
    if (!in.has("questions")) in.required_value("questions");
    if (!draft.plan.scales.empty())
        for (ObjectReader& question : questions) questionnaire.questions.push_back(read_question(draft, question));
    in.finish();
    return questionnaire;
}

CallTree read_calls(SessionDraft& draft, const Activity& activity, ObjectReader in)
{
    CallTree calls;
    const auto grid = place_of(in.required_slug("grid"), ids_of(activity.grids), "表", "grid", draft.told);
    calls.minutes = in.optional_integer("minutes", 1, 60).value_or(6);
    calls.answered = in.optional_integer("answered", 1, 10).value_or(1);
    calls.unanswered = in.optional_integer("unanswered", 1, 10).value_or(2);
    if (grid) calls.grid = activity.grids[*grid].id;
    Rows situations = applying_rows(draft, in, "situations", kMaxSituations);
    if (!in.has("situations")) in.required_value("situations");
    for (ObjectReader& row : situations) {
        Situation situation;
        situation.id = row.required_slug("id").text;
        situation.text = row.required_text("text");
        situation.at = row.required_moment("at");
        for (const Slug& wanted : row.required_slugs("wants", {1, 12})) {
            if (grid) place_of(wanted, ids_of(activity.grids[*grid].rows), "行", "row", draft.told);
            situation.wants.push_back(wanted.text);
        }
        row.finish();
        calls.situations.push_back(std::move(situation));
    }
    in.finish();
    return calls;
}

std::vector<Prompt> read_prompts(SessionDraft& draft, ObjectReader& in)
{
    std::vector<Prompt> prompts;
    for (ObjectReader& row : applying_rows(draft, in, "prompts", kMaxPrompts)) {
        Prompt prompt;
        prompt.id = row.required_slug("id").text;
        prompt.text = row.required_text("text", 400);
        prompt.help = row.optional_text("help").value_or(Localized{});
        prompt.personal = row.optional_bool("personal").value_or(true);
        prompt.most = row.optional_integer("most", 1, 20).value_or(1);
        prompt.characters = row.optional_integer<std::size_t>("characters", 1, 2000).value_or(400);
        row.finish();
        prompts.push_back(std::move(prompt));
    }
    return prompts;
}

} // namespace

Activity read_activity(SessionDraft& draft, ObjectReader& in)
{
    Activity activity;
    activity.id = in.required_slug("id").text;
    activity.kind = in.required_choice("kind", kActivityKinds);
    activity.name = in.required_text("name", 80);
    Rows grids = applying_rows(draft, in, "grids", kMaxGrids);
    for (ObjectReader& grid : grids) activity.grids.push_back(read_grid(draft, activity.kind, grid));
    if (auto board = in.optional_object("board")) activity.board = read_board(draft, *std::move(board));
    if (auto questions = in.optional_object("questionnaire"))
        activity.questionnaire = read_questionnaire(draft, *std::move(questions));
    activity.prompts = read_prompts(draft, in);
    if (auto calls = in.optional_object("calls")) activity.calls = read_calls(draft, activity, *std::move(calls));
    if (in.sound()) check_parts(activity, in), check_plan(activity, in);
    in.finish();
    return activity;
}

void check_row_columns(SessionDraft& draft, Rows& activities)
{
    for (std::size_t a = 0; a < draft.plan.activities.size(); ++a)
        for (const Grid& grid : draft.plan.activities[a].grids)
            for (const Column& column : grid.columns) {
                if (column.type != ColumnType::row) continue;
                const auto activity = find_activity(draft.plan, column.of_activity);
                if (activity && find_grid(draft.plan.activities[*activity], column.of_grid)) continue;
                const std::string name =
                    column.of_grid.empty() ? column.of_activity : column.of_activity + "." + column.of_grid;
                activities[a].error("grids", "id.unknown", fmt::format("「{}」という表はありません", name),
                                    fmt::format("there is no grid called '{}'", name));
            }
}

} // namespace sonae::pack
