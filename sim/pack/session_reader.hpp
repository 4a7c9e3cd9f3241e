// Reads the files of a session: scales, agenda, activities, what it carries in and what it leaves behind.
#pragma once

#include "pack/session_parts.hpp"

namespace sonae::pack {

// Lists of the same name may stand in several files; they follow each other in the order of the files. A file may be
// for some of the pack's companies alone.
struct SessionSource {
    Rows scales, blocks, activities, carried, outputs;
};
void open_session(const SessionDraft& draft, read::ObjectReader& file, SessionSource& source);
// `pack` is where the agenda's sum is told; `minutes` what it must be.
void read_session(SessionDraft& draft, SessionSource& source, const read::Value& pack);

} // namespace sonae::pack
