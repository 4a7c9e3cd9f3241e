// The fold from the record: the same commands give the same fingerprints, or the first entry that differs is named.
#pragma once

#include "workshop/room.hpp"

#include <span>

namespace sonae::workshop {

// A command as a record keeps it.
struct Recorded {
    EntryId id;
    EntryId parent;
    Command command;
    std::uint64_t fingerprint = 0;
};

struct Replayed {
    Room room;
    std::size_t entries = 0;        // folded, the differing one not included
    std::optional<EntryId> differs; // whose fingerprint is not what the record says, or that check refuses
    std::string why;                // in English, for the log; empty when all agree
};

// Folds entries in the order of the record. Stops at the first that differs.
Replayed replay(std::span<const Recorded> entries, const ScenarioSource& scenarios);

} // namespace sonae::workshop
