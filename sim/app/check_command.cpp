// sonae check PATH…: every fault of a company file, a pack or a folder of packs.
#include "app/command_line.hpp"
#include "pack/load.hpp"

#include <cstdio>

namespace sonae::app {

void add_check(CLI::App& app, Run& run)
{
    auto* command = app.add_subcommand("check", "check company files, packs or folders of packs");
    auto paths = std::make_shared<std::vector<std::string>>();
    command->add_option("PATH", *paths, "a file, a pack or a folder")->required();
    command->callback([&run, paths] {
        run = [paths](const Shared& shared) {
            read::Diagnostics faults;
            for (const std::string& path : *paths) {
                const pack::Found found = pack::find_scenarios(path, shared.data, faults);
                pack::check(found.files, found.path, faults);
            }
            std::fputs(read::format(faults, shared.language).c_str(), stdout);
            if (!faults.empty()) return kFaults;
            std::puts(shared.say({"誤りはありません。", "No faults."}).c_str());
            return kDone;
        };
    });
}

} // namespace sonae::app
