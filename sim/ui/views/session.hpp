// The screen of a session: the agenda, the block at hand with what it asks, the activity that the table works on, and
// what is still missing in it.
#pragma once

#include "ui/activities/board.hpp"
#include "ui/activities/calls.hpp"
#include "ui/activities/grid_view.hpp"
#include "ui/activities/prompts.hpp"
#include "ui/activities/questionnaire.hpp"
#include "ui/sheet/sheet_view.hpp"
#include "ui/views/session_csv.hpp"

namespace sonae::ui {

struct AgendaRow {
    std::string id, title, minutes;
    bool here = false;
};

enum class PartKind : std::uint8_t { grid, questionnaire, board, prompts, calls };
struct PartTab {
    std::string name, title;
    PartKind kind = PartKind::grid;
    std::size_t grid = 0;
};

struct BroughtRow {
    std::string name, value, mark;
    bool own = false;
};

struct BlockView {
    std::string id, title, beat, task;
    std::vector<std::string> words; // what the table is told, paragraph by paragraph
    std::vector<std::string> facts; // with their sources
    std::vector<std::string> discuss, expected;
    std::string model, model_reason;
    std::string before, after; // the neighbours' ids; empty for none
    bool is_drill = false;
};

struct SessionView {
    std::string session, place;
    std::vector<AgendaRow> agenda;
    std::string sum; // of the minutes
    std::vector<BroughtRow> brought;
    std::string first; // the first block, while none was entered
    BlockView block;
    std::vector<PartTab> parts;
    std::vector<std::string> findings; // the first of them in words
    std::string more_findings;         // how many more there are; empty for none
    std::string why_not;
    bool rated = false; // in the grid that is drawn each person may give values of his own
    PartTab part;       // the one that is drawn; one of these holds it
    std::optional<GridView> grid;
    std::optional<QuestionnaireView> questionnaire;
    std::optional<BoardView> board;
    std::optional<PromptsView> prompts;
    std::optional<CallsView> calls;
};

struct SessionScratch {
    int seat = 0;
    std::string part; // name; empty: the block's first
    std::map<std::string, SheetScratch> sheets;
    QuestionnaireScratch questionnaire;
    BoardScratch board;
    PromptsScratch prompts;
    CallsScratch calls;
    CsvScratch csv;
    std::string model_of;      // the block whose model answer is open
    std::string words_read_of; // the block whose words gave way to its work, where both have no room
};

// `before` may be the view that this one replaces: what did not change is taken from it.
SessionView make_session_view(const SessionSource& from, const SessionScratch& scratch, std::uint64_t revision,
                              SessionView* before = nullptr);
// `from` is asked what a change of a sheet means; it shows the same room as the view.
void draw_session(Ui& ui, const SessionSource& from, const SessionView& view, SessionScratch& scratch, Intents& out);

} // namespace sonae::ui
