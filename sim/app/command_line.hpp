// What every subcommand shares. Exit codes: 0 done; 1 the input has faults, or a check failed; 2 the command line is
// wrong; 3 the disk, the display or the system said no.
#pragma once

#include "base/localized.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <functional>
#include <string>

namespace sonae::app {

inline constexpr int kDone = 0, kFaults = 1, kUsage = 2, kSystem = 3;

struct Shared {
    Language language = Language::ja;
    std::filesystem::path data;
    bool language_asked = false;   // on the command line; else the window's own setting holds
    std::filesystem::path home;    // where the window keeps drills and settings
    std::filesystem::path widgets; // where the window writes what can be pressed; empty: nowhere
    const std::string& say(const Localized& text) const { return text.in(language); }
};

// Each adds its subcommand to `app` and sets `run` when it is the one that was called.
using Run = std::function<int(const Shared&)>;
void add_check(CLI::App& app, Run& run);
void add_play(CLI::App& app, Run& run);
void add_replay(CLI::App& app, Run& run);
void add_why(CLI::App& app, Run& run);
void add_export(CLI::App& app, Run& run);
void add_import(CLI::App& app, Run& run);
void add_playtest(CLI::App& app, Run& run);
void add_bench(CLI::App& app, Run& run);
void add_shots(CLI::App& app, Run& run);
int run_window(const Shared& shared);

} // namespace sonae::app
