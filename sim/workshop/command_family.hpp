// What a command is about.
#pragma once

#include "workshop/command.hpp"

namespace sonae::workshop {

// Of a table's session; else of its drill, or of its line as a whole (Rewind). In the variant the drill's come first.
inline bool is_of_session(const Command& command)
{
    static const std::size_t first = Command(StartSession{}).index();
    return command.index() >= first;
}

} // namespace sonae::workshop
