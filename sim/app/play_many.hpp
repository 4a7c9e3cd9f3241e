// sonae play PACK --seeds N: one policy, many courses of luck, and side by side what each preparation leads to.
#pragma once

#include "app/preparation.hpp"

namespace sonae::app {

struct ManyPlays {
    std::string policy;
    std::vector<std::string> preps; // none: company, good and poor
    std::uint64_t first_seed = 1;
    std::size_t seeds = 1000;
    bool json = false;
};

// Prints the spread of every indicator for each preparation. An exit code.
int play_many(const Shared& shared, const Chosen& chosen, const ManyPlays& plays);

} // namespace sonae::app
