// Reading a programme file back into a room: its kept packs as scenarios, its entries as commands.
#pragma once

#include "store/journal.hpp"
#include "workshop/replay.hpp"

#include <string>

namespace sonae::live {

// Compiles the kept pack that the drill was begun with, or tells why that can't be done.
std::shared_ptr<const engine::Scenario> compile_kept(const store::ProgrammeFile& file,
                                                     const workshop::StartDrill& start, read::Diagnostics& diagnostics);
// The kept packs of a file as a source of drills and sessions, compiled once each. The file must outlive it.
workshop::ScenarioSource kept_scenarios(const store::ProgrammeFile& file);

// The record as commands. `unread` names the first entry that this program does not understand; those before it are
// there.
struct Record {
    std::vector<workshop::Recorded> entries;
    std::optional<std::string> unread;
};
Record read_record(const store::ProgrammeFile& file);

} // namespace sonae::live
