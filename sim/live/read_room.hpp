// A programme file as a room to look at: folded again where our rules give what was recorded, else told from its kept
// facts.
#pragma once

#include "store/journal.hpp"
#include "workshop/room.hpp"

#include <map>
#include <optional>
#include <string>

namespace sonae::live {

struct ReadRoom {
    workshop::Room room;
    // Why the record is shown as it was told and can't be played on (in English, for the log). All drills of the room
    // are `retold` then; sessions are folded as far as they go.
    std::optional<std::string> differs;
    std::map<workshop::TableNumber, Localized> untold; // tables whose drill can't be shown either, and why
};

// Throws store::StoreError when the file can't be read.
ReadRoom read_room(const store::ProgrammeFile& file, const workshop::ScenarioSource& scenarios);

} // namespace sonae::live
