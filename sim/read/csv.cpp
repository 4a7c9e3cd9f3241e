#include "read/csv.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace sonae::read {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";
constexpr std::string_view kRisky[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n", "'"};
constexpr std::size_t kMostBytes = 8u << 20, kMostCells = 200'000;

bool is_risky(std::string_view cell)
{
    return std::any_of(std::begin(kRisky), std::end(kRisky),
                       [&](std::string_view start) { return cell.starts_with(start); });
}

std::string in_quotes(std::string_view cell)
{
    if (cell.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(cell);
    std::string text = "\"";
    for (const char c : cell) text.append(c == '"' ? 2 : 1, c);
    return text + '"';
}

class CsvParser {
  public:
    CsvParser(std::string_view bytes, const std::string& file, Diagnostics& told)
        : rest_(bytes), file_(file), told_(told)
    {
    }

    std::optional<std::vector<CsvRow>> parse(std::vector<int>* lines)
    {
        std::vector<CsvRow> rows;
        std::size_t cells = 0;
        while (!rest_.empty()) {
            const int line = line_;
            auto row = next_row();
            if (!row) return std::nullopt;
            cells += row->size();
            if (cells > kMostCells) return fault("大きすぎる表です", "the table is too large");
            if (row->size() == 1 && row->front().empty()) continue;
            if (lines) lines->push_back(line);
            rows.push_back(std::move(*row));
        }
        return rows;
    }

  private:
    std::nullopt_t fault(std::string ja, std::string en)
    {
        told_.add({file_, line_, 1}, "csv.syntax", "", {std::move(ja), std::move(en)});
        return std::nullopt;
    }
    bool take_line_end()
    {
        const std::size_t size = rest_.starts_with("\r\n") ? 2 : rest_.starts_with("\n") ? 1 : 0;
        rest_.remove_prefix(size);
        line_ += size > 0;
        return size > 0;
    }
    std::optional<CsvRow> next_row()
    {
        CsvRow row;
        for (;;) {
            auto cell = rest_.starts_with('"') ? quoted_cell() : std::optional(plain_cell());
            if (!cell) return std::nullopt;
            row.push_back(restored(*cell));
            if (rest_.starts_with(',')) {
                rest_.remove_prefix(1);
                continue;
            }
            if (rest_.empty() || take_line_end()) return row;
            return fault("引用符 \" の後に文字があります", "something follows a closing quote");
        }
    }
    std::string plain_cell()
    {
        std::size_t end = rest_.find_first_of(",\n");
        end = std::min(end, rest_.size());
        if (end < rest_.size() && rest_[end] == '\n' && end > 0 && rest_[end - 1] == '\r') --end;
        const std::string cell(rest_.substr(0, end));
        rest_.remove_prefix(end);
        return cell;
    }
    std::optional<std::string> quoted_cell()
    {
        const int opened = line_;
        rest_.remove_prefix(1);
        std::string cell;
        while (!rest_.empty()) {
            const char c = rest_.front();
            rest_.remove_prefix(1);
            if (c == '\n') ++line_;
            if (c != '"') {
                cell += c;
            } else if (rest_.starts_with('"')) {
                cell += '"';
                rest_.remove_prefix(1);
            } else {
                return cell;
            }
        }
        line_ = opened;
        return fault("引用符 \" が閉じていません", "a quote is never closed");
    }

    std::string_view rest_;
    const std::string& file_;
    Diagnostics& told_;
    int line_ = 1;
};

} // namespace

std::string neutralised(std::string_view cell) { return (is_risky(cell) ? "'" : "") + std::string(cell); }

std::string restored(std::string_view cell)
{
    if (cell.starts_with('\'') && is_risky(cell.substr(1))) cell.remove_prefix(1);
    return std::string(cell);
}

std::string write_csv(const std::vector<CsvRow>& rows)
{
    std::string text(kMark);
    for (const CsvRow& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) text += ',';
            text += in_quotes(neutralised(row[i]));
        }
        text += "\r\n";
    }
    return text;
}

std::optional<std::vector<CsvRow>> parse_csv(std::string_view bytes, const std::string& file, Diagnostics& told,
                                             std::vector<int>* lines)
{
    if (bytes.starts_with(kMark)) bytes.remove_prefix(kMark.size());
    if (!is_utf8(bytes)) {
        told.add({file, 0, 0}, "csv.encoding", "", {"UTF-8のCSVではありません", "this is no CSV in UTF-8"})
            .hint("表計算ソフトで「CSV UTF-8」として保存してください", "save it as \"CSV UTF-8\"");
        return std::nullopt;
    }
    if (bytes.size() > kMostBytes) {
        told.add({file, 0, 0}, "csv.syntax", "", {"大きすぎるファイルです", "the file is too large"});
        return std::nullopt;
    }
    return CsvParser(bytes, file, told).parse(lines);
}

} // namespace sonae::read
