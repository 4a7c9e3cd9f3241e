// A compiled drill: one company, one playbook, one storyline, all numbered. It never changes after `seal()`; rooms,
// rollouts and views share it.
#pragma once

#include "engine/indicator.hpp"
#include "engine/story.hpp"
#include "engine/topics.hpp"

#include <bitset>
#include <limits>
#include <memory>

namespace sonae::engine {

// Rises with every change that alters the fingerprint of a golden drill (tests/golden/rules-N.txt).
inline constexpr std::uint32_t kRulesVersion = 8;

inline constexpr std::size_t kConditionWords = kMaxConditions / 64;
using ConditionSet = std::array<std::uint64_t, kConditionWords>;

// Whose condition is watched. When it turns true: an inject, decision or rule begins; a technique becomes possible.
enum class Watcher : std::uint8_t { inject, decision, rule, technique, finish };
struct Condition {
    Expression when;
    Plane hosts; // on which its value depends: see kHostTopics
    Watcher watcher = Watcher::rule;
    std::uint16_t index = 0;
    std::int16_t clock_slot = -1; // for clocked ones: where the pending wake-up is remembered
};

// What listens to an occurrence, with what its trigger asks of it first.
struct Listener {
    Watcher watcher = Watcher::inject;
    std::uint8_t severity = 0;
    std::uint8_t times = 1;
    std::uint16_t index = 0;
    std::uint16_t subject = Trigger::kAny;
};

// How likely a sensor sees an attempt with a technique. One glimpse, 32 bits of luck, decides which of them sees it
// first, if any: the first for which it is not below `unseen`.
struct Sight {
    std::uint8_t sensor = 0;
    Permille chance = 0;
    std::uint64_t unseen = 0; // how likely neither this nor one before it does, of 2^32
};

// What the attacker's hands ask of a technique again and again, without its texts.
struct AttemptRow {
    Plane targets;
    Delay duration;
    TechniqueKind kind = TechniqueKind::access;
    bool timed = false;  // factors change its duration
    bool moving = false; // … its chance, and not all of them stand for the whole drill
    std::uint16_t limit = 0, tries = 0;
    std::array<std::uint64_t, 2> unseen{}; // how likely nobody sees it, of 2^32: on a host without EDR, with it
    std::uint16_t sights_begin = 0, edr_begin = 0, sights_end = 0; // into Scenario::sights; those by EDR are last
    std::uint16_t settled_factors = 0; // of the chance: so many, from the first, stand for the whole drill
};

// What the mechanism asks of a host at every turn, without its texts.
struct HostRow {
    std::uint64_t assets = 0;     // bit an asset on it
    std::uint64_t techniques = 0; // bit a technique that may be tried on it
    std::uint32_t processes = 0;  // bit a process that needs it
    ZoneId zone;
    std::uint16_t needing_begin = 0, needing_end = 0; // into Scenario::needing
    std::int32_t restore = 0, rebuild = 0; // seconds that its recovery takes from a good copy, and without one
};

// What a process needs of its hosts, without saying which.
struct NeedRow {
    std::int32_t total = 0;
    Permille least = 1000;
};

// The company's working hours at some moment; times are seconds since the start.
struct WorkTime {
    static constexpr std::int32_t kForGood = std::numeric_limits<std::int32_t>::max();
    std::uint32_t open = 0;         // whether it is one of them
    std::int32_t turns = 0;         // when that ends; kForGood: never
    std::int32_t began = 0;         // when they began, if they are open
    std::int32_t worked_before = 0; // seconds of working time up to then, or up to now
    // Up to `now`, a moment for which this holds.
    std::int32_t worked(std::int32_t now) const { return worked_before + (open ? now - began : 0); }
    // The first moment from `now` on when they are open; kNever beyond the calendar.
    std::int64_t opens(std::int32_t now) const { return open ? now : turns == kForGood ? kNever : turns; }
};

struct Scenario {
    std::string id;
    std::int64_t version = 1;
    Localized name, briefing;
    SimTime start = 0;
    Seconds horizon = 14 * kDay; // the drill ends here at the latest
    std::int32_t minutes = 60;   // at a table
    Expression finish;           // ends earlier once this holds and no decision is open
    Yen yen_per_trust_point = 0;

    Company company;
    Playbook playbook;
    std::vector<std::string> flags;
    std::vector<Inject> injects;
    std::vector<Decision> decisions;
    std::vector<Action> actions;
    std::vector<Rule> rules;
    std::vector<Output> outputs;
    std::vector<Policy> policies;
    std::vector<Ending> endings;
    std::vector<ImprovementSeed> improvements;
    std::vector<Effect> effects;
    std::vector<Instruction> code;
    std::vector<Plane> masks; // host sets that expressions name

    // Made by seal().
    std::size_t words = 1; // of a plane that the company uses
    Plane all_hosts, edr_hosts, cloud_hosts, edge_hosts, works_alone;
    Plane line_hosts; // with a remote line that is always open
    Plane servers;
    Plane asset_hosts; // that hold some asset
    std::vector<HostRow> hosts;
    std::array<Plane, kMaxZones> zone_hosts{};
    std::array<Plane, kMaxZones> reach_from{};               // hosts that a host in this zone can open a connection to
    std::vector<NeedRow> needs;                              // process by process
    std::array<std::uint16_t, kMaxProcesses + 1> needs_of{}; // where those of a process begin among `needs`
    std::vector<std::uint16_t> needing;                      // numbers of needs, host by host
    std::array<std::uint32_t, 256> people_with{};            // by any of these skill bits: bit a person
    std::array<std::uint32_t, 256> contacts_with{};          // … and a contact
    std::array<std::uint32_t, kMaxProcesses> penalised{};    // bit a contact whose penalty clause is about the process
    std::uint32_t penal_contacts = 0;                        // … with a penalty clause
    std::array<std::uint64_t, kTechniqueKinds> of_kind{};    // bit a technique
    std::uint64_t automatic_techniques = 0;
    std::vector<AttemptRow> attempts; // by technique
    std::vector<Sight> sights;
    std::vector<Term> terms; // of conditions: see terms.hpp
    std::vector<Condition> conditions;
    std::array<ConditionSet, 64> watching{}; // by topic
    ConditionSet watching_hosts{};           // for any of kHostTopics
    FamilyTopics topics;
    std::vector<Permille> fatigue_marks; // from each of which on some expression may have another value
    std::array<std::vector<Listener>, static_cast<std::size_t>(Occurrence::count_)> listeners;
    // By occurrence: bit a subject, modulo 64, that some listener asks for.
    std::array<std::uint64_t, static_cast<std::size_t>(Occurrence::count_)> subjects_heard{};
    std::int32_t start_second = 0;         // of the day
    std::vector<std::int32_t> work_prefix; // working seconds before each day since the start's day
    std::vector<std::uint8_t> day_kind;    // per day: bit 0 holiday, bits 1.. weekday

    // Numbers everything that `advance` looks up. Call once, after all tables are filled.
    void seal();

    WorkTime work_time(std::int64_t at) const; // `at` seconds since the start
    // The second of the day, `at` seconds since the start.
    std::int32_t second_at(std::int64_t at) const { return static_cast<std::int32_t>((start_second + at) % kDay); }
    // Seconds of working time in [0, at), `at` in seconds since the start.
    std::int64_t working_until(std::int64_t at) const;
    // The moment when `seconds` of working time have passed since `at`; kNever beyond the calendar.
    std::int64_t working_after(std::int64_t at, std::int64_t seconds) const;
    // Whether there are such hours on the day, counted from the start's; beyond the calendar its last day stands.
    bool opens_on(const Hours& hours, std::size_t day) const;
    bool open(const Hours& hours, std::int64_t at) const;
    // Whether they are open, and for how many seconds more that stays so; kNever: for ever.
    struct Spell {
        bool open = false;
        std::int64_t lasts = kNever;
    };
    Spell spell(const Hours& hours, std::int64_t at) const;
    // First moment at or after `at` (seconds since the start) when `hours` are open; kNever beyond the calendar.
    std::int64_t next_open(const Hours& hours, std::int64_t at) const;
};

} // namespace sonae::engine
