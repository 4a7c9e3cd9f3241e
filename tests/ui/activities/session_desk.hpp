// A table's session in memory, and one part of it on a screen without a window: what is pressed becomes commands, which
// are applied after every frame.
#pragma once

#include "ui/activities/board.hpp"
#include "ui/activities/calls.hpp"
#include "ui/activities/prompts.hpp"
#include "ui/activities/questionnaire.hpp"
#include "ui/offscreen.hpp"

namespace sonae::test {

std::shared_ptr<const workshop::SessionPlan> small_session();
// The same with as much in it as a screen must hold: 25 questions, 20 cards in six places, long texts.
std::shared_ptr<const workshop::SessionPlan> full_session();

enum class Part : std::uint8_t { questionnaire, board, prompts, calls };

class SessionDesk {
  public:
    SessionDesk(std::shared_ptr<const workshop::SessionPlan> plan, Part part, std::string activity,
                Language language = Language::ja);

    // As a command from another screen; a refusal is a fault of the test.
    void post(const workshop::Command& command, const std::map<std::string, std::string>& texts = {});
    ui::SessionSource source(int seat) const;
    const workshop::Activity& activity() const;
    const workshop::ActivityState& state() const { return workshop::state_of(*table().session, activity()); }
    const workshop::Table& table() const { return room_.tables.at(1); }
    int accepted() const { return static_cast<int>(texts_.size()); }

    int seat = 0;
    std::string why_not;
    std::optional<CivilDate> today;
    ui::QuestionnaireScratch questionnaire;
    ui::BoardScratch board;
    ui::PromptsScratch prompts;
    ui::CallsScratch calls;

    // One frame of the part in the area that a screen would give it.
    void draw(ui::Ui& ui);
    ui::DrawFunction view = [this](ui::Ui& ui) { draw(ui); };

  private:
    void make_views();
    void take(const ui::Intents& intents);

    std::shared_ptr<const workshop::SessionPlan> plan_;
    Part part_;
    std::string activity_;
    Language language_;
    workshop::ScenarioSource sessions_;
    workshop::Room room_;
    std::map<EntryId, std::map<std::string, std::string>> texts_;
    std::optional<workshop::TableTexts> told_;
    std::string made_for_;
    ui::QuestionnaireView questionnaire_view_;
    ui::BoardView board_view_;
    ui::PromptsView prompts_view_;
    ui::CallsView calls_view_;
};

// A person with a keyboard and no mouse.
class Typist {
  public:
    Typist(SessionDesk& desk, int width = 1280, int height = 720, const ui::ThemeChoice& theme = {});
    void key(ui::Key key);
    void keys(std::vector<ui::Key> keys);
    void type(std::string_view words);
    bool tab_to(std::string_view control); // false when Tab does not come there
    bool focused(std::string_view control);
    void settle() { stage.frames(desk.view, 3); }

    SessionDesk& desk;
    ui::Fonts fonts;
    ui::Offscreen stage;
};

} // namespace sonae::test
