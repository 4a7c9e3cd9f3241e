// sonae export FILE --what session --format html --to DIR: the result page of each table's drill; or --what GRID
// --format csv: a grid of its session.
#include "app/command_line.hpp"
#include "app/data.hpp"
#include "live/kept.hpp"
#include "live/read_room.hpp"
#include "report/session_report.hpp"
#include "report/table_input.hpp"
#include "workshop/activities/grid_csv.hpp"

#include <fmt/format.h>

namespace sonae::app {
namespace {

struct ExportOptions {
    std::string file, what = "session", format, to = ".";
    bool with_reasons = false;
};

// Writes what each table has of it; how many had.
using WriteOne = std::function<std::optional<std::filesystem::path>(const workshop::Table&, const report::TextsOf&)>;

int write_each(const Shared& shared, const ExportOptions& options, const Localized& none, const WriteOne& write_one)
{
    const auto file = store::ProgrammeFile::open(options.file, store::OpenMode::read_only);
    const live::ReadRoom read = live::read_room(file, live::kept_scenarios(file));
    for (const auto& [number, why] : read.untold) fmt::print(stderr, "sonae: {}: {}\n", options.file, shared.say(why));
    const report::TextsOf texts = [&](const EntryId& entry) { return file.texts(entry); };
    int written = 0;
    for (const auto& [number, table] : read.room.tables)
        if (const auto path = write_one(table, texts)) {
            fmt::print("{}\n", path->string());
            ++written;
        }
    if (!read.untold.empty()) return kFaults;
    if (written > 0) return kDone;
    fmt::print(stderr, "sonae: {}: {}\n", options.file, shared.say(none));
    return kFaults;
}

int write_pages(const Shared& shared, const ExportOptions& options)
{
    return write_each(
        shared, options, {"この記録には演習がありません。", "This record holds no drill."},
        [&](const workshop::Table& table, const report::TextsOf& texts) -> std::optional<std::filesystem::path> {
            if (!table.drill) return std::nullopt;
            const auto input =
                report::input_of(table, shared.language, options.with_reasons ? texts : report::TextsOf{});
            const auto path = std::filesystem::path(options.to) /
                              fmt::format("{}-table-{}.html", table.drill->started.pack_id, table.number);
            write_file(path, report::write_session_html(input));
            return path;
        });
}

// The grid of that name in the latest of the table's sessions that has one. What people wrote into its cells is what it
// is about, so it goes out with them.
int write_grids(const Shared& shared, const ExportOptions& options)
{
    return write_each(
        shared, options, {"この記録に、その表はありません。", "This record holds no such grid."},
        [&](const workshop::Table& table, const report::TextsOf& texts) -> std::optional<std::filesystem::path> {
            std::vector<std::shared_ptr<const workshop::Session>> sessions = table.past;
            if (table.session) sessions.push_back(table.session);
            for (auto session = sessions.rbegin(); session != sessions.rend(); ++session) {
                const auto place = workshop::find_grid_place(**session, options.what);
                if (!place) continue;
                const auto path =
                    std::filesystem::path(options.to) /
                    fmt::format("{}-{}-table-{}.csv", (*session)->plan->pack_id, options.what, table.number);
                write_file(path, workshop::grid_csv(**session, *place, {table, texts}, shared.language));
                return path;
            }
            return std::nullopt;
        });
}

int write_export(const Shared& shared, const ExportOptions& options)
{
    const bool page = options.what == "session", html = options.format != "csv";
    if (page && html) return write_pages(shared, options);
    if (!page && (!html || options.format.empty())) return write_grids(shared, options);
    fmt::print(stderr, "sonae: {}\n",
               shared.say({"結果ページ（session）は html、表は csv で書き出します。",
                           "A session's page is written as html, a grid as csv."}));
    return kUsage;
}

} // namespace

void add_export(CLI::App& app, Run& run)
{
    auto* command = app.add_subcommand("export", "write result pages or grids from a programme file");
    auto options = std::make_shared<ExportOptions>();
    command->add_option("FILE", options->file, "a programme file")->required();
    command->add_option("--what", options->what,
                        "session: the page of its drill; else a grid such as ledger or plan.team");
    command->add_option("--format", options->format, "html for the page, csv for a grid")
        ->check(CLI::IsMember({"html", "csv"}));
    command->add_option("--to", options->to, "folder to write to");
    command->add_flag("--with-reasons", options->with_reasons, "also what people typed: only when they agreed to it");
    command->callback(
        [&run, options] { run = [options](const Shared& shared) { return write_export(shared, *options); }; });
}

} // namespace sonae::app
