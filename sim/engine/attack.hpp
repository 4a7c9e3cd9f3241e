// The attacker's playbook: techniques named by MITRE ATT&CK ids, tried in the order written, each as soon as its
// condition holds and a target is within reach. The kinds below are what the mechanism knows how to do.
#pragma once

#include "engine/company.hpp"
#include "engine/expression.hpp"

#include <string>
#include <vector>

namespace sonae::engine {

enum class TechniqueKind : std::uint8_t {
    access,         // gets a first foothold on a host at the edge
    credentials,    // takes an administrator's credentials from a host it holds
    spread,         // from a held host to one it can reach
    stage,          // gathers the assets of a held host
    exfiltrate,     // carries staged assets off, needs a way out to the internet
    destroy_backup, // makes online copies useless
    encrypt,        // encrypts a held host
    extort,         // lets the company know
    publish,        // puts leaked assets up for all to see
};
inline constexpr std::size_t kTechniqueKinds = 9;

struct Factor { // multiplies a chance or a duration while its condition holds
    Expression when;
    Permille permille = 1000;
};

struct Technique {
    std::string id;
    std::string attack_id; // e.g. T1133
    Localized name;
    TechniqueKind kind = TechniqueKind::access;
    Expression when;
    Plane targets; // hosts it may be tried on
    Delay duration;
    Permille chance = 1000;
    std::vector<Factor> chance_factors;
    std::vector<Factor> time_factors;
    std::array<Permille, 4> noise{}; // by SensorKind: how likely an attempt is seen
    std::uint8_t severity = 1;       // 1 low, 2 high, 3 critical
    std::uint16_t limit = 0xFFFF;    // most successes
    std::uint16_t tries = 0xFFFF;    // most failures
    bool automatic = false;          // goes on without the operator's connection
};

struct Playbook {
    std::string id;
    Localized name;
    std::int32_t hands = 2;         // how many attempts run side by side
    Permille pace_when_seen = 1000; // multiplies durations once it knows it was seen
    std::vector<Technique> techniques;
};

} // namespace sonae::engine
