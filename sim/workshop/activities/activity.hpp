// An activity: a kind and the kernels that it uses. What sets kinds apart is in kinds.hpp; all else is the pack's data.
#pragma once

#include "workshop/activities/board.hpp"
#include "workshop/activities/calls.hpp"
#include "workshop/activities/grid.hpp"
#include "workshop/activities/notes.hpp"
#include "workshop/activities/questions.hpp"

#include <memory>

namespace sonae::workshop {

enum class ActivityKind : std::uint8_t {
    questionnaire,
    board,
    duties,
    ledger,
    risks,
    plan,
    drill,
    discussion,
    retrospective,
    commitment,
};

struct Activity {
    std::string id;
    ActivityKind kind = ActivityKind::discussion;
    Localized name;
    std::vector<Grid> grids;
    Board board;
    Questionnaire questionnaire;
    std::vector<Prompt> prompts;
    CallTree calls;
};

// Only the parts that the activity has are ever filled.
struct ActivityState {
    std::vector<GridState> grids;
    BoardState board;
    AnswersState answers;
    NotesState notes;
    CallsState calls;
    bool revealed = false; // what was sealed has been shown
    bool operator==(const ActivityState&) const = default;
};

// What it has, in the order in which a screen shows it: "questions", "board", "grid.<id>" for each, "prompts", "calls".
std::vector<std::string> activity_parts(const Activity& activity);

std::optional<std::size_t> find_grid(const Activity& activity, std::string_view id); // "" when it has only one

} // namespace sonae::workshop
