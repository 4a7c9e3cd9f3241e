// Which of the services that a company has by contract still run. Asked of the state alone.
#pragma once

#include "engine/state.hpp"

namespace sonae::engine {

inline bool sensor_works(const State& s, std::size_t sensor) { return !(s.lapsed >> sensor & 1u); }

// Whether the company's EDR, if any sensor of it is of that kind, still answers.
inline bool edr_works(const Scenario& sc, const State& s)
{
    bool any = false;
    for (std::size_t i = 0; s.lapsed && i < sc.company.sensors.size(); ++i) {
        if (sc.company.sensors[i].kind != SensorKind::edr) continue;
        if (sensor_works(s, i)) return true;
        any = true;
    }
    return !any;
}

// A centre serves as long as one of the sensors that it watches is under contract.
inline bool serves(const Scenario& sc, const State& s, std::size_t contact)
{
    bool any = false;
    for (std::size_t i = 0; s.lapsed && i < sc.company.sensors.size(); ++i) {
        if (sc.company.sensors[i].centre.value != contact) continue;
        if (sensor_works(s, i)) return true;
        any = true;
    }
    return !any;
}

} // namespace sonae::engine
