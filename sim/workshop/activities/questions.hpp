// Questionnaires: private answers by seat, scores, and distributions that show nobody.
#pragma once

#include "workshop/activities/scale.hpp"

#include <map>

namespace sonae::workshop {

struct Question {
    std::string id;
    Localized text, help, group;
    std::size_t scale = 0;
};

enum class Asked : std::uint8_t { pre, post, then }; // then: how it was before, said afterwards

struct Questionnaire {
    std::vector<Question> questions;
    std::vector<Asked> asked{Asked::pre};
    bool personal = true; // by seat; otherwise the table answers as one
    int least = 5;        // a distribution is shown from so many answers on
    bool exists() const { return !questions.empty(); }
};

struct AnswerKey {
    Asked asked = Asked::pre;
    int seat = 0;
    std::size_t question = 0;
    auto operator<=>(const AnswerKey&) const = default;
};

struct AnswersState {
    std::map<AnswerKey, std::size_t> given; // place in the question's scale
    bool operator==(const AnswersState&) const = default;
};

// How many chose each value of the question's scale; nothing while fewer than `least` have answered it.
std::optional<std::vector<int>> distribution(const Questionnaire& questions, const std::vector<Scale>& scales,
                                             const AnswersState& state, std::size_t question, Asked asked);
struct Score {
    std::int64_t sum = 0; // of the values chosen
    int answered = 0;
    int unknown = 0; // of these, "I don't know"
};
Score score_of(const Questionnaire& questions, const std::vector<Scale>& scales, const AnswersState& state, int seat,
               Asked asked);
// Seats that answered anything at that time.
std::vector<int> seats_of(const AnswersState& state, Asked asked);

} // namespace sonae::workshop
