#include "workshop/activities/questions.hpp"

#include "workshop/activities/session.hpp"

#include <algorithm>

namespace sonae::workshop {
namespace {

std::optional<std::size_t> question_called(const Questionnaire& questions, std::string_view id)
{
    for (std::size_t q = 0; q < questions.questions.size(); ++q)
        if (questions.questions[q].id == id) return q;
    return std::nullopt;
}

std::optional<std::size_t> value_called(const Scale& scale, std::string_view id)
{
    for (std::size_t v = 0; v < scale.values.size(); ++v)
        if (scale.values[v].id == id) return v;
    return std::nullopt;
}

} // namespace

std::optional<std::vector<int>> distribution(const Questionnaire& questions, const std::vector<Scale>& scales,
                                             const AnswersState& state, std::size_t question, Asked asked)
{
    std::vector<int> counts(scales[questions.questions[question].scale].values.size());
    int all = 0;
    for (const auto& [key, value] : state.given)
        if (key.question == question && key.asked == asked) ++counts[value], ++all;
    if (questions.personal && all < questions.least) return std::nullopt;
    return counts;
}

Score score_of(const Questionnaire& questions, const std::vector<Scale>& scales, const AnswersState& state, int seat,
               Asked asked)
{
    Score score;
    for (const auto& [key, chosen] : state.given) {
        if (key.seat != seat || key.asked != asked) continue;
        const ScaleValue& value = scales[questions.questions[key.question].scale].values[chosen];
        score.sum += value.value;
        ++score.answered;
        score.unknown += value.unknown;
    }
    return score;
}

std::vector<int> seats_of(const AnswersState& state, Asked asked)
{
    std::vector<int> seats;
    for (const auto& [key, value] : state.given)
        if (key.asked == asked && (seats.empty() || seats.back() != key.seat)) seats.push_back(key.seat);
    return seats;
}

std::optional<Refusal> check_step(const Session& session, const GiveAnswer& c)
{
    const Activity* activity = activity_called(session, c.activity);
    if (!activity) return no_such_activity();
    const Questionnaire& questions = activity->questionnaire;
    const auto question = question_called(questions, c.question);
    if (!question) return no(Reason::unknown_question, "その質問はありません。", "There is no such question.");
    if (std::find(questions.asked.begin(), questions.asked.end(), c.asked) == questions.asked.end())
        return no(Reason::unknown_question, "この時期には聞きません。", "It is not asked at that time.");
    if (c.seat < 0 || c.seat > kMostSeats || (c.seat > 0) != questions.personal)
        return questions.personal
                   ? no(Reason::unknown_seat, "席ごとに、一人ずつ答えます。", "Everyone answers at his own seat.")
                   : no(Reason::unknown_seat, "班で一つの答えを出します。", "The table answers as one.");
    const Scale& scale = session.plan->scales[questions.questions[*question].scale];
    if (!c.value.empty() && !value_called(scale, c.value))
        return no(Reason::wrong_value, "その答えはありません。", "There is no such answer.");
    if (c.seat > 0 && state_of(session, *activity).revealed) return was_shown();
    return std::nullopt;
}

void apply_step(Session& session, const GiveAnswer& c, std::uint32_t)
{
    const Questionnaire& questions = activity_called(session, c.activity)->questionnaire;
    const std::size_t question = *question_called(questions, c.question);
    auto& given = change(session, c.activity).answers.given;
    const AnswerKey key{c.asked, c.seat, question};
    if (c.value.empty())
        given.erase(key);
    else
        given[key] = *value_called(session.plan->scales[questions.questions[question].scale], c.value);
}

} // namespace sonae::workshop
