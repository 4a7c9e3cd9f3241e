#include "engine/company.hpp"

#include <algorithm>

namespace sonae::engine {
namespace {

std::int64_t square_root(std::int64_t value)
{
    std::int64_t low = 0, high = 3'037'000'499; // floor(sqrt(2^63 - 1))
    while (low < high) {
        const std::int64_t middle = (low + high + 1) / 2;
        if (middle <= value / middle)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

} // namespace

Delay Delay::constant(Seconds time)
{
    Delay delay;
    delay.quantile.fill(static_cast<std::int32_t>(time));
    return delay;
}

// Inverse of the triangular distribution: below the mode low + sqrt(u·(high−low)·(mode−low)), above it mirrored.
Delay Delay::triangular(Seconds low, Seconds mode, Seconds high)
{
    Delay delay;
    const Seconds width = high - low;
    for (int i = 0; i <= 8; ++i) {
        const bool below = i * width <= 8 * (mode - low);
        const Seconds value = below ? low + square_root(i * width * (mode - low) / 8)
                                    : high - square_root((8 - i) * width * (high - mode) / 8);
        delay.quantile[static_cast<std::size_t>(i)] = static_cast<std::int32_t>(std::clamp(value, low, high));
    }
    return delay;
}

} // namespace sonae::engine
