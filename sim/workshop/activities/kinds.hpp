// What sets the kinds of activities apart: the kernels they are made of, the columns they cannot do without, and what
// they look at by themselves.
#pragma once

#include "workshop/activities/activity.hpp"

#include <span>

namespace sonae::workshop {

struct WantedColumn {
    Means means;
    bool must;
    ColumnType type;
    ColumnType also = type; // or this
};

struct KindRules {
    ActivityKind kind;
    std::string_view name;
    bool grids, board, questions, prompts, calls; // what it may have
    std::span<const WantedColumn> columns;        // of its grid; of a plan's, see wanted_columns
};
const KindRules& rules_of(ActivityKind kind);

std::span<const WantedColumn> wanted_columns(ActivityKind kind, GridMeans means);

// The kind's own checks, before those of the author. To be called once all columns are read.
void add_own_checks(ActivityKind kind, Grid& grid);

} // namespace sonae::workshop
