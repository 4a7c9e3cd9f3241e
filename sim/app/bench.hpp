// Measurements: warmed up, the median of at least five runs, no clock inside a timed loop. A repeated run that gives
// another check value is a fault.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace sonae::app {

struct Sample {
    double value = 0; // of the metric, in its unit
    std::uint64_t check = 0;
};

class Bench {
  public:
    // Measures once for warmth and `runs` times for the record. `extra` are further fields of the line.
    double measure(const std::string& metric, const std::string& unit, const std::function<Sample()>& once,
                   const std::vector<std::pair<std::string, std::int64_t>>& extra = {}, int runs = 5);
    bool steady() const { return steady_; } // no check value differed

  private:
    bool steady_ = true;
};

// Seconds that `work` takes.
double seconds_of(const std::function<void()>& work);

struct BenchOptions {
    std::string pack;
    unsigned threads = 0;     // 0: one, then all
    bool first_frame = false; // only draw one: what `ui` starts to measure a fresh process
};

} // namespace sonae::app
