// Parts of a grid. For the readers of this layer.
#pragma once

#include "pack/session_parts.hpp"

namespace sonae::pack {

// How packs write what a column is to its kind.
inline constexpr read::Choice<workshop::Means> kMeansWords[] = {{"accountable", workshop::Means::accountable},
                                                                {"deputy", workshop::Means::deputy},
                                                                {"approver", workshop::Means::approver},
                                                                {"does", workshop::Means::does},
                                                                {"confidentiality", workshop::Means::confidentiality},
                                                                {"integrity", workshop::Means::integrity},
                                                                {"availability", workshop::Means::availability},
                                                                {"importance", workshop::Means::importance},
                                                                {"owner", workshop::Means::owner},
                                                                {"place", workshop::Means::place},
                                                                {"risk", workshop::Means::risk},
                                                                {"treatment", workshop::Means::treatment},
                                                                {"due", workshop::Means::due},
                                                                {"cost", workshop::Means::cost},
                                                                {"person", workshop::Means::person},
                                                                {"number", workshop::Means::number},
                                                                {"hours", workshop::Means::hours},
                                                                {"if_then", workshop::Means::if_then}};

// `grid` has the columns to its left.
workshop::Column read_column(const SessionDraft& draft, const workshop::Grid& grid, read::ObjectReader& in);
// The values that the row's `cells` prepare.
std::map<std::size_t, workshop::PreparedCell> read_cells(const SessionDraft& draft, const workshop::Grid& grid,
                                                         read::ObjectReader& row);
workshop::GridCheck read_check(const SessionDraft& draft, const workshop::Grid& grid, read::ObjectReader& in);

} // namespace sonae::pack
