// A questionnaire: one question at a time, all of them in a list, and how the answers of the table are spread. What one
// seat answered is in the view of that seat alone; nobody's single answers are in a distribution.
#pragma once

#include "ui/activities/parts.hpp"

namespace sonae::ui {

struct AnswerView {
    std::string id, words, text; // on the row; what it means
    bool unknown = false;
};

struct QuestionRoundView {   // a question at one time of asking
    int chosen = -1;         // the seat's own answer: place in `answers`
    std::vector<int> counts; // of all, by answer; empty: not to be shown
    std::string waits;       // why not
};

struct QuestionView {
    std::string id, text, help;
    std::size_t group = 0;
    std::vector<AnswerView> answers;
    std::vector<QuestionRoundView> rounds; // as QuestionnaireView::rounds
};

struct AskedRoundView {
    workshop::Asked asked = workshop::Asked::pre;
    std::string name, label;
    std::string progress, score, unknown; // of the seat; empty: nothing to say
    std::string mean;                     // of all, once it may be told
};

struct QuestionnaireView {
    workshop::TableNumber table = 1;
    std::string activity, title;
    int seat = 0;
    bool personal = true;
    std::string why_not; // not empty: no answer can be given
    std::vector<std::string> groups;
    std::vector<QuestionView> questions;
    std::vector<AskedRoundView> rounds;
    SealView seal;
};

struct QuestionnaireScratch {
    std::string activity;  // whose question is open
    std::size_t round = 0; // of the view's
    std::size_t current = 0;
    bool listing = false;       // where there is no room beside the question, the list stands in its place
    bool follows = true;        // the list goes to the question
    float body_height = 0;      // of the last frame
    std::optional<int> sits_at; // see head_seats
};

QuestionnaireView make_questionnaire_view(const SessionSource& from, const workshop::Activity& activity);
void draw_questionnaire(Ui& ui, const Strings& s, const QuestionnaireView& view, QuestionnaireScratch& scratch, Rect at,
                        Intents& out);

} // namespace sonae::ui
