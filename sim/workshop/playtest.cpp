#include "workshop/playtest.hpp"

#include <algorithm>

namespace sonae::workshop {
namespace {

std::vector<std::size_t> never_in(const std::vector<std::uint32_t>& counts)
{
    std::vector<std::size_t> never;
    for (std::size_t i = 0; i < counts.size(); ++i)
        if (counts[i] == 0) never.push_back(i);
    return never;
}

// A pack without outputs knows of no preparation.
std::vector<World> worlds_of(const engine::Scenario& sc)
{
    std::vector<World> worlds;
    for (const Preparation preparation : {Preparation::company, Preparation::good, Preparation::poor})
        for (std::size_t policy = 0; policy < sc.policies.size(); ++policy)
            if (preparation == Preparation::company || !sc.outputs.empty()) worlds.push_back({policy, preparation});
    return worlds;
}

} // namespace

Unreached unreached(const Coverage& coverage)
{
    Unreached never{never_in(coverage.injects),
                    never_in(coverage.decisions),
                    never_in(coverage.actions),
                    never_in(coverage.endings),
                    {}};
    for (std::size_t d = 0; d < coverage.options.size(); ++d)
        for (const std::size_t option : never_in(coverage.options[d])) never.options.emplace_back(d, option);
    return never;
}

bool Playtest::passes() const
{
    const auto fine = [](const OptionTrial& option) { return option.verdict == Verdict::fine; };
    const auto as_said = [](const OutputTrial& output) { return !output.stated || output.pays(); };
    return never.empty() && std::all_of(outputs.begin(), outputs.end(), as_said) &&
           std::all_of(trials.begin(), trials.end(), [&](const DecisionTrial& trial) {
               return std::all_of(trial.options.begin(), trial.options.end(), fine);
           });
}

Playtest playtest(const engine::Scenario& sc, const PlaytestSize& size, unsigned threads)
{
    Playtest all;
    all.all = nothing_reached(sc);
    for (const World& world : worlds_of(sc)) {
        all.surveys.push_back(survey(sc, world, size.seeds, threads));
        add(all.all, all.surveys.back().coverage);
        all.plays += size.seeds;
    }
    all.never = unreached(all.all);
    all.trials = try_options(sc, all.surveys, size.trial, threads);
    if (size.outputs) all.outputs = try_outputs(sc, policy_afterwards(sc), size.seeds, threads);
    all.time = table_time(sc, std::min(size.read_through, size.seeds), size.longest_wait, threads);
    return all;
}

} // namespace sonae::workshop
