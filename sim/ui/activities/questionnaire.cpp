// What the questionnaire's view says. How it is drawn: questionnaire_draw.cpp.
#include "ui/activities/questionnaire.hpp"

#include "workshop/activities/outputs.hpp"

#include <algorithm>

namespace sonae::ui {
namespace {

using workshop::Activity;
using workshop::AnswersState;
using workshop::Asked;
using workshop::Questionnaire;

struct LookingAtQuestions {
    const SessionSource& from;
    const Activity& activity;
    const Questionnaire& questions;
    const AnswersState& answers;
    int seat = 0; // whose answers may be seen
    bool shown = false;
    const std::vector<workshop::Scale>& scales() const { return from.plan().scales; }
};

std::string_view name_of(Asked asked)
{
    constexpr std::string_view names[] = {"pre", "post", "then"};
    return names[static_cast<std::size_t>(asked)];
}

const std::string& label_of(const Strings& s, Asked asked)
{
    switch (asked) {
    case Asked::pre: return s("questionnaire.pre");
    case Asked::post: return s("questionnaire.post");
    case Asked::then: break;
    }
    return s("questionnaire.then");
}

int count_answers(const LookingAtQuestions& l, std::size_t question, Asked asked)
{
    int count = 0;
    for (const auto& [key, value] : l.answers.given) count += key.question == question && key.asked == asked;
    return count;
}

QuestionRoundView make_round(const LookingAtQuestions& l, std::size_t question, Asked asked)
{
    QuestionRoundView view;
    const auto own = l.answers.given.find({asked, l.seat, question});
    if (own != l.answers.given.end()) view.chosen = static_cast<int>(own->second);
    if (!l.questions.personal) return view;
    const int missing = l.questions.least - count_answers(l, question, asked);
    if (missing > 0)
        view.waits = l.from.s.format("questionnaire.missing", {{"count", std::to_string(missing)},
                                                               {"least", std::to_string(l.questions.least)}});
    else if (!l.shown)
        view.waits = l.from.seat == 0 ? l.from.s("questionnaire.sealed") : l.from.s("questionnaire.sealed.seat");
    else
        view.counts = workshop::distribution(l.questions, l.scales(), l.answers, question, asked).value();
    return view;
}

std::int64_t best_score(const LookingAtQuestions& l)
{
    std::int64_t sum = 0;
    for (const workshop::Question& question : l.questions.questions) {
        std::int64_t best = 0;
        for (const workshop::ScaleValue& value : l.scales()[question.scale].values) best = std::max(best, value.value);
        sum += best;
    }
    return sum;
}

std::string mean_of(const LookingAtQuestions& l, Asked asked)
{
    if (!l.questions.personal || !l.shown) return {};
    const auto place = static_cast<std::size_t>(&l.activity - l.from.plan().activities.data());
    const workshop::Figure figure{
        .kind = workshop::FigureKind::mean, .activity = place, .names = {std::string(name_of(asked))}};
    const auto mean = workshop::figure_value(l.from.session(), nullptr, figure);
    return mean ? l.from.s.format("questionnaire.mean", {{"score", std::to_string(*mean)}}) : std::string{};
}

AskedRoundView make_asked(const LookingAtQuestions& l, Asked asked)
{
    AskedRoundView view{.asked = asked, .name = std::string(name_of(asked)), .label = label_of(l.from.s, asked)};
    const std::int64_t best = best_score(l);
    if (best > 0) view.mean = mean_of(l, asked);
    if (l.questions.personal && l.seat == 0) return view;
    const workshop::Score score = workshop::score_of(l.questions, l.scales(), l.answers, l.seat, asked);
    view.progress = l.from.s.format("questionnaire.progress", {{"done", std::to_string(score.answered)},
                                                               {"all", std::to_string(l.questions.questions.size())}});
    if (score.answered > 0 && best > 0)
        view.score = l.from.s.format("questionnaire.score",
                                     {{"score", std::to_string(score.sum)}, {"best", std::to_string(best)}});
    if (score.unknown > 0)
        view.unknown = l.from.s.format("questionnaire.unknown", {{"count", std::to_string(score.unknown)}});
    return view;
}

std::size_t group_of(QuestionnaireView& view, const std::string& group)
{
    const auto at = std::find(view.groups.begin(), view.groups.end(), group);
    if (at == view.groups.end()) view.groups.push_back(group);
    return static_cast<std::size_t>(std::find(view.groups.begin(), view.groups.end(), group) - view.groups.begin());
}

QuestionView make_question(const LookingAtQuestions& l, QuestionnaireView& view, std::size_t place)
{
    const workshop::Question& question = l.questions.questions[place];
    QuestionView made{.id = question.id,
                      .text = l.from.say(question.text),
                      .help = l.from.say(question.help),
                      .group = group_of(view, l.from.say(question.group))};
    for (const workshop::ScaleValue& value : l.scales()[question.scale].values)
        made.answers.push_back({value.id, l.from.say(value.name), l.from.say(value.text), value.unknown});
    for (const Asked asked : l.questions.asked) made.rounds.push_back(make_round(l, place, asked));
    return made;
}

std::string seal_words(const LookingAtQuestions& l)
{
    return l.shown ? l.from.s("questionnaire.shown") : l.from.s("questionnaire.kept");
}

bool anything_to_show(const LookingAtQuestions& l)
{
    for (std::size_t q = 0; q < l.questions.questions.size(); ++q)
        for (const Asked asked : l.questions.asked)
            if (count_answers(l, q, asked) >= l.questions.least) return true;
    return false;
}

} // namespace

QuestionnaireView make_questionnaire_view(const SessionSource& from, const Activity& activity)
{
    const workshop::ActivityState& state = workshop::state_of(from.session(), activity);
    const Questionnaire& questions = activity.questionnaire;
    const LookingAtQuestions l{from,          activity, questions, state.answers, questions.personal ? from.seat : 0,
                               state.revealed};
    QuestionnaireView view{.table = from.table.number,
                           .activity = activity.id,
                           .title = from.say(activity.name),
                           .seat = from.seat,
                           .personal = questions.personal,
                           .why_not = from.why_not};
    if (view.why_not.empty() && questions.personal && from.seat == 0) view.why_not = from.s("questionnaire.seat_first");
    for (std::size_t q = 0; q < questions.questions.size(); ++q) view.questions.push_back(make_question(l, view, q));
    for (const Asked asked : questions.asked) view.rounds.push_back(make_asked(l, asked));
    if (questions.personal) {
        view.seal = make_seal(from, activity, seal_words(l));
        if (view.seal.why_not.empty() && !l.shown && !anything_to_show(l))
            view.seal.why_not = from.s.format("questionnaire.too_few", {{"least", std::to_string(questions.least)}});
    }
    return view;
}

} // namespace sonae::ui
