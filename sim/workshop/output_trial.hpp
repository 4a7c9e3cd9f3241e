// Whether what a table leaves behind in earlier sessions is worth the work: every output brought in alone, by the same
// policy and the same seeds as without it. For authors and tests; no played drill knows of it.
#pragma once

#include "workshop/survey.hpp"

namespace sonae::workshop {

inline constexpr std::int64_t kOutputPays = 50; // permille of the median by which a stated indicator has to get better

struct OutputTrial {
    engine::Indicator indicator = engine::Indicator::total_loss; // the stated one, else the one that got most better
    bool stated = false;
    std::int64_t without = 0; // median with everything as the company stands, this output too
    std::int64_t with = 0;    // median with this output good; all others as the company stands
    // Permille of `without` by which it got better, negative: worse. From nothing to something counts as 1000.
    std::int64_t better = 0;
    bool pays() const { return better >= kOutputPays; }
};

// A row an output; the seeds 1 … `seeds` of one policy. Where the company itself stands well, `without` is the poor
// value. The result does not depend on the number of threads.
std::vector<OutputTrial> try_outputs(const engine::Scenario& scenario, std::size_t policy, std::size_t seeds,
                                     unsigned threads);

} // namespace sonae::workshop
