#include "ui/views/session_csv.hpp"

#include "base/people_text.hpp"

namespace sonae::ui {
namespace {

constexpr std::size_t kFaultsShown = 20;

void draw_faults(Ui& ui, const Strings& s, const CsvScratch& csv)
{
    if (csv.faults.empty()) return;
    text(ui, s.format("csv.faults", {{"file", csv.faulty}}), kBold.in(Color::serious));
    for (std::size_t i = 0; i < csv.faults.size() && i < kFaultsShown; ++i) {
        gap(ui, kGap4);
        text(ui, csv.faults[i], kBody);
    }
    gap(ui, kGap4);
    if (csv.faults.size() > kFaultsShown)
        text(ui, s.format("csv.faults.more", {{"count", std::to_string(csv.faults.size() - kFaultsShown)}}), kCaption);
    text(ui, s("csv.faults.todo"), kBody.in(Color::ink2).by_phrase());
    gap(ui, kGap16);
}

} // namespace

void draw_csv_files(Ui& ui, const Strings& s, CsvScratch& csv, const Rect& at, Intents& out)
{
    begin_card(ui, "csv", at, {.title = s("csv.title"), .scrolls = true});
    draw_faults(ui, s, csv);
    text(ui, s("csv.words"), kBody.by_phrase());
    gap(ui, kGap4);
    text(ui, s.format("csv.folder", {{"folder", csv.folder}}), kCaption);
    gap(ui, kGap12);
    bool shut = button(ui, "csv.shut", s("csv.shut"), {.hint = s("key.escape"), .key = Key::escape});
    beside(ui);
    if (button(ui, "csv.again", s("csv.again"))) out.push_back(ListSheets{csv.grid});
    gap(ui, kGap12);
    if (csv.files.empty()) text(ui, s(csv.listed ? "csv.none" : "csv.listing"), kBody.in(Color::ink2).by_phrase());
    for (std::size_t i = 0; i < csv.files.size(); ++i) {
        const SheetFile& file = csv.files[i];
        const std::string written = s.format(
            "csv.written", {{"day", date_text(file.written, s.language())}, {"time", clock_text(file.written)}});
        if (action_row(ui, "csv.file." + std::to_string(i + 1),
                       {.title = file.name, .caption = written, .label = s("csv.read")}))
            out.push_back(ReadSheet{csv.grid, file.path});
        separator(ui);
    }
    end_card(ui);
    if (shut) csv = {};
}

} // namespace sonae::ui
