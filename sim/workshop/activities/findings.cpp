#include "workshop/activities/findings.hpp"

#include "base/people_text.hpp"
#include "workshop/activities/grid_checks.hpp"

#include <fmt/format.h>

namespace sonae::workshop {
namespace {

void check_board(std::vector<Finding>& found, const Activity& activity, const BoardState& state)
{
    const Board& board = activity.board;
    const engine::Yen cost = spent(board, state);
    if (board.budget && cost > *board.budget)
        found.push_back({"over_budget",
                         activity.id,
                         "",
                         "",
                         "",
                         {fmt::format("予算{}に対して{}を使っています", yen_text(*board.budget, Language::ja),
                                      yen_text(cost, Language::ja)),
                          fmt::format("{} is spent of a budget of {}", yen_text(cost, Language::en),
                                      yen_text(*board.budget, Language::en))}});
    for (const BoardPlace& place : board.places) {
        const auto cards = state.lying.find({0, place.id});
        if (cards == state.lying.end() || cards->second.size() <= place.most) continue;
        found.push_back(
            {"too_many",
             activity.id,
             "",
             place.id,
             "",
             {fmt::format("「{}」の札が{}枚あります（{}枚まで）", place.name.ja, cards->second.size(), place.most),
              fmt::format("\"{}\" holds {} cards (at most {})", place.name.in(Language::en), cards->second.size(),
                          place.most)}});
    }
    for (const Pair* gap : open_gaps(board, state)) {
        const Localized& card = find_card(board, gap->card)->name;
        found.push_back({"open_pair",
                         activity.id,
                         "",
                         gap->id,
                         "",
                         {fmt::format("「{}」を選びましたが、守りがありません：{}", card.ja, gap->name.ja),
                          fmt::format("\"{}\" is chosen without its guard: {}", card.in(Language::en),
                                      gap->name.in(Language::en))}});
    }
}

// Of the table, or of anybody: who left what unanswered is nobody's business.
void check_questions(std::vector<Finding>& found, const Activity& activity, const AnswersState& state)
{
    if (activity.questionnaire.exists() && state.given.empty())
        found.push_back({"unanswered",
                         activity.id,
                         "",
                         "",
                         "",
                         {fmt::format("「{}」に、まだ誰も答えていません", activity.name.ja),
                          fmt::format("nobody has answered \"{}\" yet", activity.name.in(Language::en))}});
}

// The table owes one answer to each; looking back, what anybody wrote for himself is one.
bool is_answered(const Activity& activity, const NotesState& state, std::size_t prompt)
{
    const auto first = state.written.lower_bound({prompt, 0, 0});
    if (first == state.written.end() || first->first.prompt != prompt) return false;
    const bool for_oneself = activity.kind == ActivityKind::retrospective && activity.prompts[prompt].personal;
    return first->first.seat == 0 || for_oneself;
}

void check_prompts(std::vector<Finding>& found, const Activity& activity, const NotesState& state)
{
    for (std::size_t p = 0; p < activity.prompts.size(); ++p) {
        if (is_answered(activity, state, p)) continue;
        const Prompt& prompt = activity.prompts[p];
        found.push_back({"unanswered",
                         activity.id,
                         "",
                         prompt.id,
                         "",
                         {fmt::format("班の答えがまだありません：{}", prompt.text.ja),
                          fmt::format("the table has no answer yet: {}", prompt.text.in(Language::en))}});
    }
}

// A drill that nobody has tried finds nothing; one that was tried and reached nobody does.
void check_calls(std::vector<Finding>& found, const Activity& activity, const CallsState& state)
{
    for (const Situation& situation : activity.calls.situations)
        if (minutes_used(state, situation.id) > 0 && !is_reached(activity.calls, state, situation.id))
            found.push_back({"not_reached",
                             activity.id,
                             "",
                             situation.id,
                             "",
                             {fmt::format("誰にもつながっていません：{}", situation.text.ja),
                              fmt::format("nobody was reached: {}", situation.text.in(Language::en))}});
}

} // namespace

std::vector<Finding> findings_of(const Session& session, const Activity& activity, const FindingWords& wanted)
{
    std::vector<Finding> found;
    const ActivityState& state = state_of(session, activity);
    for (std::size_t g = 0; g < activity.grids.size(); ++g) check_grid(found, session, activity, g, wanted);
    check_board(found, activity, state.board);
    check_questions(found, activity, state.answers);
    check_prompts(found, activity, state.notes);
    check_calls(found, activity, state.calls);
    return found;
}

std::vector<Finding> findings_of(const Session& session, const RowNamer& namer)
{
    std::vector<Finding> all;
    for (const Activity& activity : session.plan->activities)
        for (Finding& finding : findings_of(session, activity, {namer})) all.push_back(std::move(finding));
    return all;
}

} // namespace sonae::workshop
