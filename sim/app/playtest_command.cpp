// sonae playtest PACK: plays a pack's drill under every policy and tells its author what the pack is like.
#include "app/data.hpp"
#include "app/played.hpp"
#include "app/playtest_parts.hpp"
#include "live/pacing.hpp"

#include <fmt/format.h>

#include <thread>

namespace sonae::app {
namespace {

struct PlaytestOptions {
    std::string pack, company;
    std::size_t seeds = 1000;
    unsigned threads = 0;
    bool json = false;
};

constexpr int kLongestRoomMinutes = 10; // that a table should wait for the next thing

int test(const Shared& shared, const PlaytestOptions& options)
{
    const Chosen chosen = choose_drill(options.pack, options.company, shared);
    if (!chosen.scenario) return chosen.session ? kUsage : kFaults;
    workshop::PlaytestSize size;
    size.seeds = options.seeds;
    size.longest_wait = kLongestRoomMinutes * kMinute * live::Pacing{}.speed();
    const unsigned threads = options.threads ? options.threads : std::max(1u, std::thread::hardware_concurrency());

    const PlaytestOf of{*chosen.scenario, chosen.pack_id, chosen.company, size};
    const workshop::Playtest found = workshop::playtest(*chosen.scenario, size, threads);
    if (options.json)
        fmt::print("{}\n", playtest_json(of, found));
    else
        fmt::print("{}", playtest_text(of, found, shared));
    return found.passes() ? kDone : kFaults;
}

} // namespace

void add_playtest(CLI::App& app, Run& run)
{
    auto* command = app.add_subcommand("playtest", "play a pack's drill under every policy and tell what it is like");
    auto options = std::make_shared<PlaytestOptions>();
    command->add_option("PACK", options->pack, "the pack's folder")->required();
    command->add_option("--company", options->company, "id of the company (default: the pack's first)");
    command->add_option("--seeds", options->seeds, "drills of each policy and preparation")
        ->check(CLI::Range(1, 100'000))
        ->capture_default_str();
    command->add_option("--threads", options->threads, "threads (default: all); the figures don't depend on them")
        ->check(CLI::Range(1, 256));
    command->add_flag("--json", options->json, "print one JSON object");
    command->footer(
        "Exit status: 0 all is reached, every option is worth choosing somewhere and every output moves what it "
        "says; 1 something is not so, or the pack has faults. scenarios/README.md tells how to read the report.");
    command->callback([&run, options] { run = [options](const Shared& shared) { return test(shared, *options); }; });
}

} // namespace sonae::app
