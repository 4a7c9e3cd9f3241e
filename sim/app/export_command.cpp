// sonae export FILE --what session --format html --to DIR: the result page of each table's drill.
#include "app/command_line.hpp"
#include "app/data.hpp"
#include "live/kept.hpp"
#include "live/read_room.hpp"
#include "report/session_report.hpp"
#include "report/table_input.hpp"

#include <fmt/format.h>

namespace sonae::app {
namespace {

struct ExportOptions {
    std::string file, what = "session", format = "html", to = ".";
    bool with_reasons = false;
};

int write_pages(const Shared& shared, const ExportOptions& options)
{
    const auto file = store::ProgrammeFile::open(options.file, store::OpenMode::read_only);
    const live::ReadRoom read = live::read_room(file, live::kept_scenarios(file));
    for (const auto& [number, why] : read.untold) fmt::print(stderr, "sonae: {}: {}\n", options.file, shared.say(why));
    const report::TextsOf texts = [&](const EntryId& entry) { return file.texts(entry); };
    int pages = 0;
    for (const auto& [number, table] : read.room.tables) {
        if (!table.drill) continue;
        const auto input = report::input_of(table, shared.language, options.with_reasons ? texts : report::TextsOf{});
        const auto path =
            std::filesystem::path(options.to) / fmt::format("{}-table-{}.html", table.drill->started.pack_id, number);
        write_file(path, report::write_session_html(input));
        fmt::print("{}\n", path.string());
        ++pages;
    }
    if (!read.untold.empty()) return kFaults;
    if (pages > 0) return kDone;
    fmt::print(stderr, "sonae: {}: {}\n", options.file,
               shared.say({"この記録には演習がありません。", "This record holds no drill."}));
    return kFaults;
}

} // namespace

void add_export(CLI::App& app, Run& run)
{
    auto* command = app.add_subcommand("export", "write result pages from a programme file");
    auto options = std::make_shared<ExportOptions>();
    command->add_option("FILE", options->file, "a programme file")->required();
    command->add_option("--what", options->what, "session: the drill of a session")->check(CLI::IsMember({"session"}));
    command->add_option("--format", options->format, "html")->check(CLI::IsMember({"html"}));
    command->add_option("--to", options->to, "folder to write to");
    command->add_flag("--with-reasons", options->with_reasons, "also what people typed: only when they agreed to it");
    command->callback(
        [&run, options] { run = [options](const Shared& shared) { return write_pages(shared, *options); }; });
}

} // namespace sonae::app
