// sonae export FILE --what session --format html --to DIR: the result page of each table's drill and sessions; --what
// sheets: the printed sheets of its sessions, blank ones of a pack; --what GRID --format csv: a grid of its session.
#include "app/command_line.hpp"
#include "app/data.hpp"
#include "app/played.hpp"
#include "live/kept.hpp"
#include "live/read_room.hpp"
#include "report/activities/sheets.hpp"
#include "report/activities/workshop_report.hpp"
#include "report/session_report.hpp"
#include "report/table_input.hpp"
#include "workshop/activities/grid_csv.hpp"

#include <fmt/format.h>

namespace sonae::app {
namespace {

struct ExportOptions {
    std::string file, what = "session", format, to = ".", company;
    int table = 0; // all
    bool with_reasons = false;
};

// Writes what each table has of it; how many had.
using WriteOne = std::function<std::vector<std::filesystem::path>(const workshop::Table&, const report::TextsOf&)>;

int write_each(const Shared& shared, const ExportOptions& options, const Localized& none, const WriteOne& write_one)
{
    const auto file = store::ProgrammeFile::open(options.file, store::OpenMode::read_only);
    const live::ReadRoom read = live::read_room(file, live::kept_scenarios(file));
    for (const auto& [number, why] : read.untold) fmt::print(stderr, "sonae: {}: {}\n", options.file, shared.say(why));
    const report::TextsOf texts = [&](const EntryId& entry) { return file.texts(entry); };
    int written = 0;
    for (const auto& [number, table] : read.room.tables) {
        if (options.table > 0 && static_cast<int>(number) != options.table) continue;
        for (const std::filesystem::path& path : write_one(table, texts)) {
            fmt::print("{}\n", path.string());
            ++written;
        }
    }
    if (!read.untold.empty()) return kFaults;
    if (written > 0) return kDone;
    fmt::print(stderr, "sonae: {}: {}\n", options.file, shared.say(none));
    return kFaults;
}

using Paths = std::vector<std::filesystem::path>;

void write_drill_page(const Shared& shared, const ExportOptions& options, const workshop::Table& table,
                      const report::TextsOf& texts, Paths& written)
{
    const auto input = report::input_of(table, shared.language, options.with_reasons ? texts : report::TextsOf{});
    written.push_back(std::filesystem::path(options.to) /
                      fmt::format("{}-table-{}.html", table.drill->started.pack_id, table.number));
    write_file(written.back(), report::write_session_html(input));
}

// A page of the drill and one of each session. What the table wrote together is what a session's page is about, so it
// goes out with it; what people typed as reasons in a drill does not.
int write_pages(const Shared& shared, const ExportOptions& options)
{
    return write_each(shared, options,
                      {"この記録には演習も回もありません。", "This record holds no drill and no session."},
                      [&](const workshop::Table& table, const report::TextsOf& texts) {
                          Paths written;
                          for (const auto& session : report::sessions_of(table)) {
                              const auto later = pack::outputs_of_session_8(shared.data, session->plan->company.id);
                              written.push_back(std::filesystem::path(options.to) /
                                                fmt::format("{}-table-{}.html", session->plan->pack_id, table.number));
                              write_file(written.back(),
                                         report::write_workshop_html({table, *session, texts, shared.language, later}));
                          }
                          if (table.drill) write_drill_page(shared, options, table, texts, written);
                          return written;
                      });
}

int write_filled_sheets(const Shared& shared, const ExportOptions& options)
{
    return write_each(
        shared, options, {"この記録には回がありません。", "This record holds no session."},
        [&](const workshop::Table& table, const report::TextsOf& texts) {
            Paths written;
            for (const auto& session : report::sessions_of(table)) {
                written.push_back(std::filesystem::path(options.to) /
                                  fmt::format("{}-sheets-table-{}.html", session->plan->pack_id, table.number));
                write_file(written.back(), report::write_filled_sheets(table, *session, texts, shared.language));
            }
            return written;
        });
}

bool is_pack(const std::filesystem::path& path)
{
    return std::filesystem::is_directory(path) || path.filename() == "pack.json";
}

int write_blank_sheets(const Shared& shared, const ExportOptions& options)
{
    const Chosen chosen = choose_pack(options.file, options.company, shared.data, shared.language);
    if (!chosen.session) {
        if (chosen.scenario)
            fmt::print(stderr, "sonae: {}: {}\n", options.file,
                       shared.say({"この回は対応演習で、用紙はありません。", "This is a drill: it has no sheets."}));
        return kFaults;
    }
    const auto path =
        std::filesystem::path(options.to) / fmt::format("{}-sheets-{}.html", chosen.pack_id, chosen.company);
    write_file(path, report::write_blank_sheets(chosen.session, shared.language));
    fmt::print("{}\n", path.string());
    return kDone;
}

int write_sheets(const Shared& shared, const ExportOptions& options)
{
    return is_pack(options.file) ? write_blank_sheets(shared, options) : write_filled_sheets(shared, options);
}

// The grid of that name in the latest of the table's sessions that has one. What people wrote into its cells is what it
// is about, so it goes out with them.
int write_grids(const Shared& shared, const ExportOptions& options)
{
    return write_each(shared, options, {"この記録に、その表はありません。", "This record holds no such grid."},
                      [&](const workshop::Table& table, const report::TextsOf& texts) -> Paths {
                          const auto sessions = report::sessions_of(table);
                          for (auto session = sessions.rbegin(); session != sessions.rend(); ++session) {
                              const auto place = workshop::find_grid_place(**session, options.what);
                              if (!place) continue;
                              const auto path = std::filesystem::path(options.to) /
                                                fmt::format("{}-{}-table-{}.csv", (*session)->plan->pack_id,
                                                            options.what, table.number);
                              write_file(path, workshop::grid_csv(**session, *place, {table, texts}, shared.language));
                              return {path};
                          }
                          return {};
                      });
}

int write_export(const Shared& shared, const ExportOptions& options)
{
    const bool page = options.what == "session", sheets = options.what == "sheets", html = options.format != "csv";
    if (page && html) return write_pages(shared, options);
    if (sheets && html) return write_sheets(shared, options);
    if (!page && !sheets && (!html || options.format.empty())) return write_grids(shared, options);
    fmt::print(stderr, "sonae: {}\n",
               shared.say({"結果ページ（session）と用紙（sheets）は html、表は csv で書き出します。",
                           "A session's page and its sheets are written as html, a grid as csv."}));
    return kUsage;
}

} // namespace

void add_export(CLI::App& app, Run& run)
{
    auto* command = app.add_subcommand("export", "write result pages or grids from a programme file");
    auto options = std::make_shared<ExportOptions>();
    command->add_option("FILE", options->file, "a programme file; for blank sheets a pack's folder")->required();
    command->add_option("--what", options->what,
                        "session: the result pages; sheets: what is printed for each activity; else a grid such as "
                        "ledger or plan.team");
    command->add_option("--format", options->format, "html for pages and sheets, csv for a grid")
        ->check(CLI::IsMember({"html", "csv"}));
    command->add_option("--to", options->to, "folder to write to");
    command->add_option("--company", options->company, "of a pack's blank sheets; else its first");
    command->add_option("--table", options->table, "only this table's; else all")->check(CLI::PositiveNumber);
    command->add_flag("--with-reasons", options->with_reasons, "also what people typed: only when they agreed to it");
    command->callback(
        [&run, options] { run = [options](const Shared& shared) { return write_export(shared, *options); }; });
}

} // namespace sonae::app
