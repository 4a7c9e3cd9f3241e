// The live state of a workshop: a fold of its commands. Values only; copying a room is taking a snapshot.
#pragma once

#include "engine/drill.hpp"
#include "workshop/activities/session.hpp"
#include "workshop/command.hpp"
#include "workshop/refusal.hpp"

#include <concepts>
#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace sonae::workshop {

// Where compiled drills and sessions come from: by digest of the kept bytes, pack and company. Null when they can't be
// had.
class ScenarioSource {
  public:
    using Drills = std::function<std::shared_ptr<const engine::Scenario>(const StartDrill&)>;
    using Sessions = std::function<std::shared_ptr<const SessionPlan>(const StartSession&)>;

    ScenarioSource() = default;
    template <std::convertible_to<Drills> Source> // a source of drills alone is one
    ScenarioSource(Source drills) : drills_(std::move(drills))
    {
    }
    ScenarioSource(Drills drills, Sessions sessions) : drills_(std::move(drills)), sessions_(std::move(sessions)) {}

    std::shared_ptr<const engine::Scenario> operator()(const StartDrill& c) const
    {
        return drills_ ? drills_(c) : nullptr;
    }
    std::shared_ptr<const SessionPlan> operator()(const StartSession& c) const
    {
        return sessions_ ? sessions_(c) : nullptr;
    }

  private:
    Drills drills_;
    Sessions sessions_;
};

// What the record of a drill says beyond its facts, when other rules than ours made it.
struct Retold {
    struct Strange { // a fact of a kind, or about a thing, that we do not know
        std::int32_t at = 0;
        Localized sentence;
    };
    std::uint32_t rules_version = 0;            // as the file says
    std::uint64_t fingerprint = 0;              // of the last state, as recorded
    std::map<engine::Seq, Localized> sentences; // of the facts, as they were told then
    std::vector<Strange> strange;               // in order of time
};

// A table's drill. Facts and series are what its fold told; they follow from the commands and are not part of the
// state.
struct Drill {
    StartDrill started;
    std::shared_ptr<const engine::Scenario> scenario;
    engine::State state;
    std::vector<engine::Fact> facts;
    // Not null: the drill is as its record tells it and can't be played on; `state` holds only what retell.hpp says.
    std::shared_ptr<const Retold> retold = nullptr;
};

// One accepted command on a table's line, and the one before it there.
struct Step {
    EntryId id;
    EntryId parent;
    Command command;
    std::int32_t at = 0; // situation seconds when it was accepted
};

struct Table {
    TableNumber number = 1;
    EntryId head;                           // the last entry that counts
    std::uint32_t depth = 0;                // how many entries lead to it
    std::shared_ptr<const Drill> drill;     // null before it starts; replaced as a whole, so that snapshots share it
    std::shared_ptr<const Session> session; // null before the first
    std::vector<std::shared_ptr<const Session>> past; // sessions held before it, as they were left
    std::vector<std::shared_ptr<const Step>> steps; // all of the line's, abandoned branches too, in order of acceptance
};

struct Room {
    std::map<TableNumber, Table> tables;
};

// The steps from the line's first to `head`.
std::vector<std::shared_ptr<const Step>> path_to(const Table& table, const EntryId& head);

// Which of the drill's running actions a CallOff means.
std::optional<std::size_t> find_slot(const Drill& drill, const CallOff& command);

// May it happen? Looks only.
std::optional<Refusal> check(const Room& room, const Command& command, const ScenarioSource& scenarios);

// What a command caused: facts in order, numbered after those before them.
struct Caused {
    std::vector<engine::Fact> facts;
    std::int32_t at = 0;
    std::uint64_t fingerprint = 0;   // of the table's state after it
    std::optional<EntryId> new_head; // of a rewind
};

// Does it. `check` must have had nothing against it. The entry's identity is given afterwards, by `record`, when the
// journal has it: until then the table's head is unchanged.
Caused apply(Room& room, const Command& command, const ScenarioSource& scenarios);
void record(Room& room, const Command& command, const EntryId& id, const EntryId& parent, const Caused& caused);

// All three for a room without a journal: looks, does and records it under `id`, which must be new to the room. A
// refused command changes nothing.
std::optional<Refusal> carry_out(Room& room, const Command& command, const EntryId& id,
                                 const ScenarioSource& scenarios);

EntryId head_of(const Room& room, TableNumber table); // the parent of its next entry; none for a table unknown so far
std::uint64_t fingerprint(const Table& table);

} // namespace sonae::workshop
