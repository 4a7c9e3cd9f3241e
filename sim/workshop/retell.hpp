// A drill as its record tells it, without the rules that made it: for records of other rules, which can be looked at
// but not played on. Nothing is simulated; what no fact tells stays as it was at the start.
#pragma once

#include "workshop/facts_json.hpp"
#include "workshop/room.hpp"

#include <span>

namespace sonae::workshop {

// What is kept of one drill on the way to the table's head.
struct DrillRecord {
    StartDrill started;
    std::vector<KeptFact> facts;                       // in order, with seq, parent and at
    std::vector<Command> commands;                     // after the start; those that are not understood are left out
    std::map<engine::Indicator, std::int64_t> figures; // the last values of the kept series
    std::int32_t now = 0;                              // the last entry's moment
    std::uint32_t rules_version = 0;
    std::uint64_t fingerprint = 0; // the last entry's
};

// The state of what it returns holds: the moment, how it ended, booked indicators, decisions, messages (without their
// values), deadlines, flags, outputs, controls, what was gathered, leaked and found out. Hosts, people, contacts,
// processes, the attacker, and work that was ordered but not begun are not in it.
std::shared_ptr<const Drill> retell(const DrillRecord& record, std::shared_ptr<const engine::Scenario> scenario);

// Whether the expression asks only for what a retold state holds.
bool told_by_facts(const engine::Scenario& scenario, const engine::Expression& expression);

// The sentence of a fact: as it was told then, where `retold` (may be null) has it, else ours.
std::string sentence_of(const engine::Scenario& scenario, const Retold* retold, const engine::Fact& fact,
                        Language language);

} // namespace sonae::workshop
