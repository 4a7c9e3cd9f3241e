// What a session leaves as files beside its record: result page, sheets, tables; and tables read back from there.
#include "pack/chosen.hpp"
#include "report/activities/sheets.hpp"
#include "report/activities/workshop_report.hpp"
#include "ui/shell.hpp"
#include "workshop/activities/grid_csv.hpp"

#include <fmt/format.h>

#include <fstream>
#include <iterator>

namespace sonae::ui {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMostBytes = 8u << 20; // as read::parse_csv

struct SheetRead {
    std::vector<std::string> faults;
    SheetChange change;
};

std::string bytes_of_sheet(const fs::path& path)
{
    if (fs::file_size(path) > kMostBytes) return std::string(kMostBytes + 1, ' '); // its reader says so
    std::ifstream in(path, std::ios::binary);
    std::string bytes(std::istreambuf_iterator<char>(in), {});
    if (!in) throw std::system_error(errno, std::generic_category(), path.string());
    return bytes;
}

std::string place_and_sentence(const read::Diagnostic& fault, Language language)
{
    const std::string sentence = fault.sentence.in(language);
    return fault.place.line > 0 ? fmt::format("{}:{}  {}", fault.place.file, fault.place.line, sentence)
                                : fmt::format("{}  {}", fault.place.file, sentence);
}

SheetRead read_into(const workshop::Table& table, const workshop::TableTexts& texts, const workshop::GridPlace& place,
                    const fs::path& path, Language language)
{
    SheetRead result;
    read::Diagnostics told;
    const auto import = workshop::read_grid_csv(*table.session, place, texts, table.number, bytes_of_sheet(path),
                                                path.filename().string(), told);
    for (const read::Diagnostic& fault : told.sorted()) result.faults.push_back(place_and_sentence(fault, language));
    if (import) result.change = change_of(*table.session, place, *import, texts, language);
    return result;
}

} // namespace

// Does the job beside the frame and says how it went. `job` gives the sentence in a language's strings.
void Shell::save_beside(std::function<Localized()> job)
{
    errands_.ask([this, job = std::move(job), path = session_->path()]() -> live::Errands::Rest {
        Localized said;
        try {
            said = job();
        } catch (...) {
            said = sentence_of_current_exception(path);
        }
        return [this, said] { say(said); };
    });
}

void Shell::save_sheet(const SaveSheet& wanted)
{
    if (!session_) return;
    save_beside([this, room = session_->snapshot().room, table = session_->table(), texts = session_->texts(),
                 path = session_->path(), grid = wanted.grid, language = strings().language()]() -> Localized {
        const workshop::Table& at = room->tables.at(table);
        const workshop::TableTexts words(at, texts);
        const auto place = workshop::find_grid_place(*at.session, grid);
        const std::string saved =
            save_page(path, workshop::grid_csv(*at.session, *place, words, language), grid, ".csv").string();
        return {ja_.format("session.csv.saved", {{"path", saved}}), en_.format("session.csv.saved", {{"path", saved}})};
    });
}

// The result page of the session at hand, and beside it the sheets as the table filled them.
void Shell::save_session_result()
{
    if (!session_) return;
    save_beside([this, room = session_->snapshot().room, table = session_->table(), texts = session_->texts(),
                 path = session_->path(), data = options_.data, language = strings().language()]() -> Localized {
        const workshop::Table& at = room->tables.at(table);
        const workshop::SessionPlan& plan = *at.session->plan;
        const auto later = pack::outputs_of_session_8(data, plan.company.id);
        const auto page =
            save_page(path, report::write_workshop_html({at, *at.session, texts, language, later}), plan.pack_id);
        const auto sheets =
            save_page(path, report::write_filled_sheets(at, *at.session, texts, language), plan.pack_id + "-sheets");
        const auto told = [&](const Strings& s) {
            return s.format("session.result.saved", {{"path", page.string()}, {"sheets", sheets.filename().string()}});
        };
        return {told(ja_), told(en_)};
    });
}

void Shell::list_sheets_of(const ListSheets& wanted)
{
    if (!session_) return;
    const fs::path folder = session_->path().parent_path();
    CsvScratch& shown = session_screen_.scratch.csv;
    shown.folder = folder.string();
    if (!options_.user_home.empty() && shown.folder.starts_with(options_.user_home + "/"))
        shown.folder.replace(0, options_.user_home.size(), "~");
    errands_.ask([this, folder, grid = wanted.grid]() -> live::Errands::Rest {
        return [this, grid, files = list_sheets(folder)] {
            CsvScratch& csv = session_screen_.scratch.csv;
            if (csv.grid == grid) csv.files = files, csv.listed = true;
        };
    });
}

// The file is read beside the frame, against the table as it stood then; what differs goes into the grid like a paste,
// whole or not at all.
void Shell::read_sheet(const ReadSheet& wanted)
{
    if (!session_) return;
    const auto job = [room = session_->snapshot().room, number = session_->table(), texts = session_->texts(), wanted,
                      language = strings().language()] {
        const workshop::Table& table = room->tables.at(number);
        const workshop::TableTexts words(table, texts);
        const auto place = workshop::find_grid_place(*table.session, wanted.grid);
        return read_into(table, words, *place, wanted.path, language);
    };
    errands_.ask([this, job, wanted, language = strings().language()]() -> live::Errands::Rest {
        SheetRead result;
        try {
            result = job();
        } catch (...) {
            result.faults = {sentence_of_current_exception(wanted.path).in(language)};
        }
        return [this, wanted, result]() mutable {
            CsvScratch& csv = session_screen_.scratch.csv;
            if (csv.grid != wanted.grid) return; // somebody turned to something else
            if (!result.faults.empty()) {
                csv.faulty = fs::path(wanted.path).filename().string();
                csv.faults = std::move(result.faults);
                return;
            }
            csv = {};
            if (result.change.empty()) return say({ja_("csv.same"), en_("csv.same")});
            const auto count = [](std::size_t n) { return std::to_string(n); };
            const auto said = [&](const Strings& s) {
                return s.format("csv.taken", {{"rows", count(result.change.adds.size())},
                                              {"cells", count(result.change.edits.size())}});
            };
            say({said(ja_), said(en_)});
            csv.change = std::move(result.change);
        };
    });
}

} // namespace sonae::ui
