// Whose doing moved how much. Amounts stand in full, so that every column adds up on paper, to the last yen.
#include "base/people_text.hpp"
#include "report/page_parts.hpp"
#include "report/page_words.hpp"

#include <algorithm>
#include <cstdlib>

namespace sonae::report {
namespace {

using engine::Indicator;

constexpr Indicator kMoney[] = {Indicator::downtime_loss, Indicator::direct_cost, Indicator::compensation,
                                Indicator::insurance_paid, Indicator::total_loss};
constexpr Indicator kRest[] = {Indicator::records_leaked, Indicator::trust_customers,  Indicator::trust_partners,
                               Indicator::trust_staff,    Indicator::trust_neighbours, Indicator::evidence,
                               Indicator::hosts_encrypted};

struct OwnerRow {
    Share owner;
    std::vector<std::int64_t> amounts; // by column
    std::int64_t weight = 0;
};

std::vector<OwnerRow> rows_of(const std::vector<const Figure*>& columns, bool by_last)
{
    std::vector<OwnerRow> rows;
    for (std::size_t c = 0; c < columns.size(); ++c) {
        for (const Share& share : columns[c]->shares) {
            auto row = std::find_if(rows.begin(), rows.end(), [&](const OwnerRow& r) {
                return r.owner.kind == share.kind && r.owner.letter == share.letter && r.owner.text == share.text;
            });
            if (row == rows.end()) row = rows.insert(rows.end(), {share, std::vector<std::int64_t>(columns.size()), 0});
            row->amounts[c] += share.amount;
        }
    }
    // By the total where there is one; else by the owner's part of each figure's movement, in permille.
    for (OwnerRow& row : rows)
        for (std::size_t c = by_last ? columns.size() - 1 : 0; c < columns.size(); ++c)
            row.weight += std::llabs(row.amounts[c]) *
                          (by_last ? 1
                                   : 1000 / std::max<std::int64_t>(
                                                1, std::min<std::int64_t>(1000, std::llabs(columns[c]->change()))));
    std::stable_sort(rows.begin(), rows.end(),
                     [](const OwnerRow& a, const OwnerRow& b) { return a.weight > b.weight; });
    return rows;
}

// Evidence is kept in permille and written in percent with one decimal, so that its parts still add up.
std::string exact_text(Indicator which, std::int64_t value)
{
    if (which != Indicator::evidence) return count_text(value);
    return fmt::format("{}{}.{}", value < 0 ? "−" : "", std::llabs(value) / 10, std::llabs(value) % 10);
}

void write_amount(Html& html, Indicator which, std::int64_t value, bool zero_too)
{
    html.raw(fmt::format("<td class=\"num\" data-amount=\"{}\">", value));
    html.text(value == 0 && !zero_too ? "" : exact_text(which, value)).raw("</td>");
}

std::string column_head(Indicator which, const Figure& figure, Language language)
{
    if (which == Indicator::insurance_paid) return page_words::insurance_head.in(language);
    if (which == Indicator::evidence) return page_words::evidence_head.in(language);
    return figure.label;
}

void write_sums(Html& html, const Result& result, const std::vector<const Figure*>& columns)
{
    const auto line = [&](const char* kind, const Word& word, auto value) {
        html.open("tr", kind).raw("<td colspan=\"2\">").text(word.in(result.language)).raw("</td>");
        for (const Figure* figure : columns) write_amount(html, figure->which, value(*figure), true);
        html.raw("</tr>\n");
    };
    const bool starts = std::any_of(columns.begin(), columns.end(), [](const Figure* f) { return f->start != 0; });
    line("total", page_words::change, [](const Figure& f) { return f.change(); });
    if (!starts) return;
    line("plain", page_words::at_start, [](const Figure& f) { return f.start; });
    line("plain", page_words::at_end, [](const Figure& f) { return f.end; });
}

void write_owner(Html& html, const Result& result, const OwnerRow& row, const std::vector<const Figure*>& columns)
{
    html.raw("<tr><td class=\"lane\">").text(owner_word(row.owner.kind, result.language));
    html.raw("</td><td>");
    if (!row.owner.letter.empty())
        html.element("span", row.owner.kind == workshop::OwnerKind::silence ? "letter silent" : "letter",
                     row.owner.letter)
            .raw(" ");
    html.text(row.owner.text).raw("</td>");
    for (std::size_t c = 0; c < columns.size(); ++c) write_amount(html, columns[c]->which, row.amounts[c], false);
    html.raw("</tr>\n");
}

void write_table(Html& html, const Result& result, std::span<const Indicator> which, const Word& title, bool by_last)
{
    std::vector<const Figure*> columns;
    for (const Indicator indicator : which)
        if (const Figure* figure = result.figure(indicator); figure && !figure->shares.empty())
            columns.push_back(figure);
    if (columns.empty()) return;
    html.raw("<table class=\"rows owners\">\n<colgroup><col class=\"who\"><col>");
    for (std::size_t c = 0; c < columns.size(); ++c)
        html.raw(columns.size() > 5 ? "<col class=\"narrow\">" : "<col class=\"wide\">");
    html.raw("</colgroup>\n<thead><tr><th colspan=\"2\">").text(title.in(result.language)).raw("</th>");
    for (const Figure* figure : columns)
        html.element("th", "num", column_head(figure->which, *figure, result.language));
    html.raw("</tr></thead>\n<tbody>\n");
    for (const OwnerRow& row : rows_of(columns, by_last)) write_owner(html, result, row, columns);
    html.raw("</tbody>\n<tbody class=\"keep\">\n");
    write_sums(html, result, columns);
    html.raw("</tbody></table>\n");
}

} // namespace

void write_owners(Html& html, const Result& result)
{
    html.heading("h2", "", page_words::owners.in(result.language));
    html.element("p", "key", page_words::owners_key.in(result.language));
    write_table(html, result, kMoney, page_words::owners_money, true);
    write_table(html, result, kRest, page_words::owners_rest, false);
}

} // namespace sonae::report
