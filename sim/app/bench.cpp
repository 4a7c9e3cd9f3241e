#include "app/bench.hpp"

#include "base/digest.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>

namespace sonae::app {

double seconds_of(const std::function<void()>& work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

double Bench::measure(const std::string& metric, const std::string& unit, const std::function<Sample()>& once,
                      const std::vector<std::pair<std::string, std::int64_t>>& extra, int runs)
{
    const std::uint64_t check = once().check;
    std::vector<double> values;
    for (int run = 0; run < runs; ++run) {
        const Sample sample = once();
        values.push_back(sample.value);
        steady_ = steady_ && sample.check == check;
    }
    std::sort(values.begin(), values.end());
    const double median = values[values.size() / 2];
    std::string line =
        fmt::format(R"({{"metric":"{}","unit":"{}","median":{:.6g},"min":{:.6g},"max":{:.6g},"runs":{},"check":"{}")",
                    metric, unit, median, values.front(), values.back(), runs, hex(check));
    for (const auto& [name, value] : extra) line += fmt::format(R"(,"{}":{})", name, value);
    fmt::print("{}}}\n", line);
    std::fflush(stdout);
    return median;
}

} // namespace sonae::app
