// What the company loses in a working hour while its processes stand.
#pragma once

#include "engine/state.hpp"

namespace sonae::engine {

// All processes together never lose more than the company's margin: beyond it each bears its share.
class LossRates {
  public:
    LossRates(const Scenario& scenario, const State& state) : margin_(scenario.company.margin_per_hour)
    {
        for (std::size_t p = 0; p < scenario.company.processes.size(); ++p) sum_ += state.processes[p].rate;
    }
    bool any() const { return sum_ != 0; }
    // Yen per working hour that the process really loses.
    std::int64_t of(const ProcessState& process) const
    {
        return sum_ <= margin_ ? process.rate : process.rate * margin_ / sum_;
    }

  private:
    Yen margin_;
    std::int64_t sum_ = 0;
};

} // namespace sonae::engine
