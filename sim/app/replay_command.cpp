// sonae replay FILE: folds the record again and compares every fingerprint.
#include "app/command_line.hpp"
#include "base/digest.hpp"
#include "base/sim_time.hpp"
#include "live/kept.hpp"
#include "workshop/state_dump.hpp"

#include <fmt/format.h>

namespace sonae::app {
namespace {

struct ReplayOptions {
    std::string file;
    std::optional<engine::Seq> to;
    bool dump = false;
};

int replay(const Shared& shared, const ReplayOptions& options)
{
    const auto file = store::ProgrammeFile::open(options.file, store::OpenMode::read_only);
    if (file.rules_version() != engine::kRulesVersion) {
        fmt::print(stderr, "sonae: {}: {}\n", options.file,
                   shared.say({fmt::format("この記録は規則の版 {} で作られました。いまの版は {} です。",
                                           file.rules_version(), engine::kRulesVersion),
                               fmt::format("made by rules version {}; this is version {}", file.rules_version(),
                                           engine::kRulesVersion)}));
        return kFaults;
    }
    live::Record record = live::read_record(file);
    if (options.to && *options.to < record.entries.size()) record.entries.resize(*options.to);
    const workshop::Replayed replayed = workshop::replay(record.entries, live::kept_scenarios(file));
    if (options.dump)
        for (const auto& [number, table] : replayed.room.tables) {
            for (const auto& past : table.past) fmt::print("{}\n", workshop::dump_session(*past));
            if (table.session) fmt::print("{}\n", workshop::dump_session(*table.session));
            if (table.drill) fmt::print("{}\n", workshop::dump_state(*table.drill));
        }
    if (replayed.differs) {
        fmt::print(stderr, "sonae: {}: entry {} differs: {}\n", options.file, replayed.entries + 1, replayed.why);
        return kFaults;
    }
    if (record.unread) {
        fmt::print(stderr, "sonae: {}: entry {}: {}\n", options.file, record.entries.size() + 1, *record.unread);
        return kFaults;
    }
    for (const auto& [number, table] : replayed.room.tables)
        fmt::print("table {} {}\n", number, hex(workshop::fingerprint(table)));
    return kDone;
}

} // namespace

void add_replay(CLI::App& app, Run& run)
{
    auto* command = app.add_subcommand("replay", "fold a programme file again and compare its fingerprints");
    auto options = std::make_shared<ReplayOptions>();
    command->add_option("FILE", options->file, "a programme file")->required();
    command->add_option("--to", options->to, "stop after so many entries");
    command->add_flag("--dump", options->dump, "print the state as JSON");
    command->callback([&run, options] { run = [options](const Shared& shared) { return replay(shared, *options); }; });
}

} // namespace sonae::app
