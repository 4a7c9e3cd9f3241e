// sonae import FILE --what GRID --csv CSV: takes a grid that somebody edited in a spreadsheet back, as one command.
#include "app/command_line.hpp"
#include "app/data.hpp"
#include "live/live_room.hpp"
#include "workshop/activities/grid_csv.hpp"

#include <fmt/format.h>

namespace sonae::app {
namespace {

struct ImportOptions {
    std::string file, what, csv;
    workshop::TableNumber table = 1;
};

int take(const Shared& shared, const ImportOptions& options)
{
    live::LiveRoom room({.path = options.file});
    const auto shown = room.snapshot().room;
    const auto table = shown->tables.find(options.table);
    const workshop::Session* session = table == shown->tables.end() ? nullptr : table->second.session.get();
    const auto place = session ? workshop::find_grid_place(*session, options.what) : std::nullopt;
    if (!place) {
        fmt::print(stderr, "sonae: {}: {}\n", options.file,
                   shared.say({"この班のいまの回に、その表はありません。", "The table's session has no such grid."}));
        return kFaults;
    }
    read::Diagnostics faults;
    const workshop::TableTexts texts(table->second, [&](const EntryId& entry) { return room.texts(entry); });
    auto import =
        workshop::read_grid_csv(*session, *place, texts, options.table, read_file(options.csv), options.csv, faults);
    if (!import) {
        std::fputs(read::format(faults, shared.language).c_str(), stderr);
        return kFaults;
    }
    const std::size_t rows = import->command.adds.size(), cells = import->command.cells.size();
    if (rows + cells > 0)
        if (const auto answer = room.post_and_wait(import->command, "import", std::move(import->texts));
            answer.refusal) {
            fmt::print(stderr, "sonae: {}: {}\n", options.csv, shared.say(answer.refusal->sentence));
            return kFaults;
        }
    fmt::print("{}\n", shared.say({fmt::format("{}行を足し、{}か所を書き換えました。", rows, cells),
                                   fmt::format("{} rows added, {} cells changed", rows, cells)}));
    return kDone;
}

} // namespace

void add_import(CLI::App& app, Run& run)
{
    auto* command = app.add_subcommand("import", "take a grid from a CSV file into a table's session");
    auto options = std::make_shared<ImportOptions>();
    command->add_option("FILE", options->file, "a programme file")->required()->check(CLI::ExistingFile);
    command->add_option("--what", options->what, "the grid, such as ledger or plan.team")->required();
    command->add_option("--csv", options->csv, "what sonae export wrote, edited")->required()->check(CLI::ExistingFile);
    command->add_option("--table", options->table, "the table's number");
    command->callback([&run, options] { run = [options](const Shared& shared) { return take(shared, *options); }; });
}

} // namespace sonae::app
