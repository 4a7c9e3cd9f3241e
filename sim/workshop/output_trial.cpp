#include "workshop/output_trial.hpp"

#include <algorithm>
#include <cstdlib>

namespace sonae::workshop {
namespace {

using namespace engine;

std::int64_t better(Indicator which, std::int64_t without, std::int64_t with)
{
    const std::int64_t gain = more_is_better(which) ? with - without : without - with;
    const std::int64_t base = without != 0 ? without : with;
    return base == 0 ? 0 : gain * 1000 / std::abs(base);
}

OutputTrial compare(const Output& output, const Spreads& without, const Spreads& with)
{
    const auto trial = [&](Indicator which, bool stated) {
        const auto i = static_cast<std::size_t>(which);
        return OutputTrial{which, stated, without[i].median, with[i].median,
                           better(which, without[i].median, with[i].median)};
    };
    if (output.moves) return trial(*output.moves, true);
    OutputTrial most = trial(Indicator::total_loss, false);
    for (std::size_t i = 0; i < kIndicators; ++i)
        if (const OutputTrial other = trial(static_cast<Indicator>(i), false); other.better > most.better) most = other;
    return most;
}

} // namespace

std::vector<OutputTrial> try_outputs(const Scenario& sc, std::size_t policy, std::size_t seeds, unsigned threads)
{
    std::vector<std::int64_t> stands;
    for (const Output& output : sc.outputs) stands.push_back(output.as_company);
    const Spreads as_company = spreads_of(sc, policy, stands, 1, seeds, threads);

    std::vector<OutputTrial> trials;
    for (std::size_t o = 0; o < sc.outputs.size(); ++o) {
        const Output& output = sc.outputs[o];
        const bool stands_well = output.as_company == output.good;
        std::vector<std::int64_t> toggled = stands;
        toggled[o] = stands_well ? output.poor : output.good;
        const Spreads other = spreads_of(sc, policy, toggled, 1, seeds, threads);
        trials.push_back(stands_well ? compare(output, other, as_company) : compare(output, as_company, other));
    }
    return trials;
}

} // namespace sonae::workshop
