// Everything that `sonae playtest` tells an author about a pack's drill, as figures.
#pragma once

#include "workshop/option_trial.hpp"
#include "workshop/output_trial.hpp"
#include "workshop/table_time.hpp"

namespace sonae::workshop {

struct PlaytestSize {
    std::size_t seeds = 1000;
    std::size_t read_through = 100; // seeds that are also read message by message; at most `seeds`
    TrialSize trial;
    Seconds longest_wait = 10 * kHour; // of situation time
    bool outputs = true;               // each output tried alone too, with as many seeds
};

// What no play of any world reached, by number in the scenario.
struct Unreached {
    std::vector<std::size_t> injects, decisions, actions, endings;
    std::vector<std::pair<std::size_t, std::size_t>> options; // decision, option
    bool empty() const
    {
        return injects.empty() && decisions.empty() && actions.empty() && endings.empty() && options.empty();
    }
};
Unreached unreached(const Coverage& coverage);

struct Playtest {
    std::vector<Survey> surveys; // every policy in the company as it stands, then well, then badly prepared
    Coverage all;                // of all surveys
    std::size_t plays = 0;       // of all surveys
    Unreached never;
    std::vector<DecisionTrial> trials; // a row a decision
    TimeReport time;
    std::vector<OutputTrial> outputs; // a row an output, by `policy_afterwards`; none when they were not tried

    // All was reached, every option is worth choosing somewhere, and what an output is said to move, it moves.
    bool passes() const;
};

// Pure figures: the same for any number of threads.
Playtest playtest(const engine::Scenario& scenario, const PlaytestSize& size, unsigned threads);

} // namespace sonae::workshop
