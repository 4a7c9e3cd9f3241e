// Named, typed figures of an activity: what a pack's outputs are made of. `ledger.covers(ma03)`,
// `plan.team.filled(command, deputy)`.
#pragma once

#include "engine/expression.hpp"
#include "workshop/activities/activity.hpp"

#include <span>

namespace sonae::workshop {

struct SessionPlan;
struct Session;
struct Table;

enum class FigureKind : std::uint8_t {
    // of a grid
    rows,
    covers,
    coverage,
    filled,
    sound,
    missing,
    is,
    count,
    sum,
    most,
    value,
    disagreements,
    // of a board
    chosen,
    placed,
    cards,
    rank,
    spent,
    gap,
    // of a questionnaire
    answered,
    mean,
    unknown,
    score,
    // of prompts and calls
    written,
    reached,
    call_minutes,
    // of all
    gaps,
    complete,
    // of a drill
    drill_ended,
    drill_figure,
};

enum class FigurePart : std::uint8_t { any, grid, board, questionnaire, prompts, calls, drill };
enum class Argument : std::uint8_t {
    row,
    column,
    value,
    check,
    card,
    place,
    pair,
    question,
    asked,
    prompt,
    situation,
    indicator
};

// What an author may write.
struct FigureWord {
    std::string_view name;
    FigureKind kind;
    FigurePart part;
    std::vector<Argument> arguments;
    std::size_t least; // arguments from here on may be left out
    engine::ValueType type;
    bool by_column = false; // yen when its column is, else `type`
};
std::span<const FigureWord> figure_words();

// One written figure, its names found.
struct Figure {
    FigureKind kind = FigureKind::complete;
    std::size_t activity = 0, grid = 0;
    std::vector<std::string> names;    // as written: row, value, card …
    std::optional<std::size_t> column; // of the grid
    engine::ValueType type = engine::ValueType::boolean;
};

// What a session leaves behind.
struct OutputDef {
    std::string id;
    engine::ValueType type = engine::ValueType::boolean;
    Localized name;
    Figure from;
};

} // namespace sonae::workshop
