// One line of the record as it is kept: plain values, none of which this layer understands.
#pragma once

#include "base/entry_id.hpp"

#include <cstdint>
#include <string>

namespace sonae::store {

using sonae::EntryId;

struct Entry {
    EntryId id;
    EntryId parent;         // the entry before it on its line; none for the line's first
    std::uint32_t line = 0; // the table's number (班); 0 is the room itself
    std::string actor;      // an id such as "facilitator", "table", "policy:typical"; never a name
    std::string kind;
    std::uint32_t version = 1;     // of the command's form
    std::string body;              // the command, JSON
    std::int64_t situation = 0;    // seconds, base/sim_time.hpp
    std::int64_t wall_ms = 0;      // since 1970 UTC; only a stamp
    std::uint64_t fingerprint = 0; // of the line's state after it
    bool operator==(const Entry&) const = default;
};

// What happened because of an entry, in the past tense.
struct StoredFact {
    EntryId entry;
    std::uint32_t line = 0;
    std::uint32_t seq = 0;
    std::uint32_t parent = 0; // the seq of its cause, as the caller numbers them
    std::int64_t at = 0;      // situation time
    std::string kind;
    std::string body; // JSON
    bool operator==(const StoredFact&) const = default;
};

struct SeriesPoint {
    EntryId entry;
    std::uint32_t line = 0;
    std::int64_t at = 0; // situation time
    std::string indicator;
    std::int64_t value = 0;
    std::uint32_t cause = 0; // the seq of the fact that moved it
    bool operator==(const SeriesPoint&) const = default;
};

} // namespace sonae::store
