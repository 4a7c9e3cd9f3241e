// What a table does in a drill. Ids are the pack's own names, so that a journal and a script can be read by people.
#pragma once

#include "base/entry_id.hpp"
#include "base/sim_time.hpp"

#include <cstdint>
#include <map>
#include <string>

namespace sonae::workshop {

using TableNumber = std::uint32_t; // 班: 1 … ; 0 is the room itself

// Begins the drill of a pack in a company. `outputs` are the values carried in from earlier sessions, by name; what is
// not named is as the company stands.
struct StartDrill {
    TableNumber table = 1;
    std::string pack;    // digest of the kept bytes of the pack and its companies
    std::string pack_id; // "session-08"
    std::string company;
    std::uint64_t seed = 0;
    std::map<std::string, std::int64_t> outputs;
    bool operator==(const StartDrill&) const = default;
};

// Lets situation time pass, at most to the next decision. `to` in seconds since the drill's start.
struct Advance {
    TableNumber table = 1;
    std::int32_t to = 0;
    bool operator==(const Advance&) const = default;
};

struct Choose {
    TableNumber table = 1;
    std::string decision;
    std::string option;
    int confidence = 0; // 0 not said, 1 low, 2 middle, 3 high
    bool operator==(const Choose&) const = default;
};

// The table does not answer: time goes on to the deadline, where silence happens.
struct LetPass {
    TableNumber table = 1;
    std::string decision;
    bool operator==(const LetPass&) const = default;
};

struct TakeAction {
    TableNumber table = 1;
    std::string action;
    std::string target; // a host's, zone's, process's or contact's id, as the action takes it; empty for none
    bool operator==(const TakeAction&) const = default;
};

// Calls off an action that is waiting or under way.
struct CallOff {
    TableNumber table = 1;
    std::string action;
    std::string target;
    bool operator==(const CallOff&) const = default;
};

// The table goes back to where it stood after an earlier entry of its line; what came after stays in the record as an
// abandoned branch.
struct Rewind {
    TableNumber table = 1;
    EntryId to;
    bool operator==(const Rewind&) const = default;
};

} // namespace sonae::workshop
