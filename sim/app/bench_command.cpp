// sonae bench: how fast the engine, the loader, the record and the screens are, one JSON line a measurement.
#include "app/bench.hpp"
#include "app/bench_parts.hpp"
#include "app/command_line.hpp"
#include "app/played.hpp"

#include <fmt/format.h>

namespace sonae::app {

void add_bench(CLI::App& app, Run& run)
{
    auto* command = app.add_subcommand("bench", "measure; one JSON line a metric");
    auto options = std::make_shared<BenchOptions>();
    auto what = std::make_shared<std::string>("drills");
    auto json = std::make_shared<bool>();
    command->add_option("WHAT", *what, "drills, pack, replay, durable or ui")
        ->check(CLI::IsMember({"drills", "pack", "replay", "durable", "ui"}));
    command->add_option("--pack", options->pack, "the pack to measure with (default: session-08)");
    command->add_option("--threads", options->threads, "threads (default: one, then all)");
    command->add_flag("--first-frame", options->first_frame, "with ui: draw one frame and leave")->group("");
    command->add_flag("--json", *json, "kept for scripts: the lines are JSON in any case");
    command->callback([&run, options, what] {
        run = [options, what](const Shared& shared) {
            if (options->pack.empty()) options->pack = (shared.data / "scenarios" / "session-08").string();
            if (!options->first_frame) {
                const Chosen chosen = choose_drill(options->pack, "", shared);
                if (!chosen.scenario) return chosen.session ? kUsage : kFaults;
            }
            Bench bench;
            if (*what == "drills")
                bench_drills(bench, shared, *options);
            else if (*what == "pack")
                bench_pack(bench, shared, *options);
            else if (*what == "replay")
                bench_replay(bench, shared, *options);
            else if (*what == "durable")
                bench_durable(bench, shared, *options);
            else
                bench_ui(bench, shared, *options);
            if (bench.steady()) return kDone;
            fmt::print(stderr, "sonae: a repeated run gave another check value\n");
            return kFaults;
        };
    });
}

} // namespace sonae::app
