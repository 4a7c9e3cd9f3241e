#include "ui/sheet_book.hpp"

#include <algorithm>

namespace sonae::tests {

using namespace ui;

namespace {

constexpr std::size_t kBlanks = 30;

SheetRow blank_row(const Sheet& sheet, std::string id)
{
    SheetRow row{.id = std::move(id), .name = {}, .may_name = true, .may_leave = true, .cells = {}};
    row.cells.resize(sheet.columns.size());
    return row;
}

std::string fault_of(const SheetColumn& column, std::string_view words)
{
    const bool known = std::find(column.picks.begin(), column.picks.end(), words) != column.picks.end();
    if (column.kind == CellKind::pick || column.kind == CellKind::tick)
        return known ? std::string{} : "この中から選んでください";
    if (column.kind == CellKind::figure && words.find_first_not_of("0123456789") != std::string_view::npos)
        return "数字で書いてください";
    return {};
}

} // namespace

SheetBook::SheetBook(std::size_t rows)
{
    sheet_.corner = "情報資産";
    sheet_.columns = {
        {.id = "process", .title = "業務", .help = "どの仕事で使うか", .width = 130},
        {.id = "place",
         .title = "保存先",
         .help = "どこにあるか",
         .kind = CellKind::pick,
         .width = 150,
         .picks = {"社内サーバ", "クラウド", "書類", "可搬電子媒体"}},
        {.id = "c",
         .title = "機密性",
         .help = "漏れた時の影響",
         .kind = CellKind::pick,
         .width = 90,
         .picks = {"1", "2", "3"}},
        {.id = "kept", .title = "控えがある", .kind = CellKind::tick, .width = 90, .picks = {"はい", "いいえ"}},
        {.id = "cost", .title = "費用（円）", .kind = CellKind::figure, .width = 120},
        {.id = "importance", .title = "重要度", .kind = CellKind::fixed, .width = 90},
    };
    sheet_.fault = fault_of;
    for (std::size_t r = 0; r < rows; ++r) {
        SheetRow row{.id = "a" + std::to_string(r), .name = "資産" + std::to_string(r), .cells = {}};
        row.cells = {{"生産管理"}, {r % 2 ? "クラウド" : "社内サーバ"}, {std::to_string(1 + r % 3)},
                     {"はい"},     {std::to_string(r * 100)},           {"3"}};
        sheet_.rows.push_back(std::move(row));
    }
    for (std::size_t i = 1; i <= kBlanks; ++i) sheet_.blanks.push_back("r" + std::to_string(i));
}

void SheetBook::take(const std::vector<SheetChange>& changes)
{
    for (const SheetChange& change : changes) take(change);
}

void SheetBook::take(const SheetChange& change)
{
    ++sheet_.revision;
    const auto called = [](std::vector<SheetRow>& rows, const std::string& id) {
        return std::find_if(rows.begin(), rows.end(), [&](const SheetRow& row) { return row.id == id; });
    };
    for (const std::string& id : change.adds) {
        const auto kept = called(left_, id);
        sheet_.rows.push_back(kept == left_.end() ? blank_row(sheet_, id) : *kept);
        std::erase(sheet_.blanks, id);
    }
    for (const std::string& id : change.removes) {
        const auto row = called(sheet_.rows, id);
        std::erase_if(left_, [&](const SheetRow& old) { return old.id == id; });
        left_.push_back(*row);
        sheet_.rows.erase(row);
        sheet_.blanks.insert(sheet_.blanks.begin(), id);
    }
    for (const SheetEdit& edit : change.edits) {
        SheetRow& row = *called(sheet_.rows, edit.row);
        if (edit.column == kRowName) {
            row.name = edit.words;
            continue;
        }
        for (std::size_t c = 0; c < sheet_.columns.size(); ++c)
            if (sheet_.columns[c].id == edit.column) row.cells[c].words = edit.words;
    }
}

std::vector<std::vector<std::string>> SheetBook::cells() const
{
    std::vector<std::vector<std::string>> all;
    for (const SheetRow& row : sheet_.rows) {
        auto& line = all.emplace_back(1, row.name);
        for (const SheetCell& cell : row.cells) line.push_back(cell.words);
    }
    return all;
}

} // namespace sonae::tests
