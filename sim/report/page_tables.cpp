// Actions, deadlines, preparation and improvement cards.
#include "base/people_text.hpp"
#include "report/chart.hpp"
#include "report/page_parts.hpp"
#include "report/page_words.hpp"

#include <algorithm>

namespace sonae::report {
namespace {

std::string moment_or_dash(const Result& result, std::int32_t at)
{
    return at == engine::kNotYet ? "–" : short_moment(result.outcome.start + at, result.language);
}

void write_action(Html& html, const Result& result, const ActionRow& row)
{
    const Language language = result.language;
    html.raw("<tr>");
    write_cell(html, "", row.name, row.target);
    write_cell(html, "",
               row.letter.empty() ? page_words::by_table.in(language)
                                  : said(page_words::by_decision, language, row.letter));
    for (const std::int32_t at : {row.ordered, row.began, row.ended})
        write_cell(html, "num", moment_or_dash(result, at));
    write_cell(html, "num", row.cost == 0 ? "–" : yen_text(row.cost, language));
    write_cell(html, "", page_words::outcome_word(row.outcome).in(language), row.why);
    html.raw("</tr>\n");
}

void write_deadline(Html& html, const Result& result, const DeadlineRow& row)
{
    html.raw("<tr>");
    write_cell(html, "", row.name, row.basis);
    write_cell(html, "", row.to);
    for (const std::int32_t at : {row.began, row.due, row.met}) write_cell(html, "num", moment_or_dash(result, at));
    write_cell(html, "", page_words::deadline_word(row.outcome).in(result.language));
    html.raw("</tr>\n");
}

void write_card(Html& html, const Result& result, const CardRow& card)
{
    html.raw("<table class=\"card\"><tr><td class=\"tick\">□</td><td>");
    html.heading("h3", "", card.title).element("p", "then", card.if_then);
    write_promise(html, result.language, card.owner, date_text(card.due, result.language));
}

// To be filled in by hand: what the reader takes back to the own company.
void write_blank_card(Html& html, Language language)
{
    html.raw("<table class=\"card blank\"><tr><td class=\"tick\">□</td><td>");
    html.heading("h3", "", page_words::own_card.in(language));
    for (const Word* part : {&page_words::own_if, &page_words::own_then})
        html.raw("<p class=\"line\"><span class=\"cap\">").text(part->in(language)).raw("</span></p>\n");
    write_promise(html, language, "", "");
}

} // namespace

void begin_rows(Html& html, Language language, const char* kind, std::initializer_list<Column> columns)
{
    html.raw(fmt::format("<table class=\"rows {}\">\n<colgroup>", kind));
    for (std::size_t c = 1; c <= columns.size(); ++c) html.raw(fmt::format("<col class=\"c{}\">", c));
    html.raw("</colgroup>\n<thead><tr>");
    for (const Column& column : columns) html.open("th", column.kind).text(column.head->in(language)).raw("</th>");
    html.raw("</tr></thead>\n<tbody>\n");
}

void end_rows(Html& html) { html.raw("</tbody></table>\n"); }

void write_cell(Html& html, const char* kind, const std::string& text, const std::string& below)
{
    html.open("td", kind).text(text);
    if (!below.empty()) html.raw("<span class=\"sub\">").text(below).raw("</span>");
    html.raw("</td>");
}

void write_promise(Html& html, Language language, const std::string& owner, const std::string& due)
{
    const auto line = [&](const Word& word, const std::string& value) {
        html.raw("<p class=\"line\"><span class=\"cap\">")
            .text(word.in(language))
            .raw("</span> ")
            .text(value)
            .raw("</p>\n");
    };
    html.raw("</td><td class=\"todo\">");
    line(page_words::card_owner, owner);
    line(page_words::card_due, due);
    line(page_words::card_done, "");
    html.raw("</td></tr></table>\n");
}

void write_actions(Html& html, const Result& result)
{
    const Language language = result.language;
    html.heading("h2", "", page_words::actions.in(language));
    if (result.actions.empty()) {
        html.element("p", "", page_words::no_actions.in(language));
        return;
    }
    begin_rows(html, language, "actions",
               {&page_words::action,
                &page_words::by,
                {&page_words::ordered, "num"},
                {&page_words::began, "num"},
                {&page_words::ended, "num"},
                {&page_words::cost, "num"},
                &page_words::result_head});
    std::int64_t cost = 0;
    for (const ActionRow& row : result.actions) write_action(html, result, row), cost += row.cost;
    html.raw("<tr class=\"total\"><td colspan=\"5\">").text(page_words::sum.in(language)).raw("</td>");
    write_cell(html, "num", yen_text(cost, language));
    html.raw("<td></td></tr>\n");
    end_rows(html);
    const Figure* direct = result.figure(engine::Indicator::direct_cost);
    if (!direct || direct->end == cost) return; // both are the same to the yen
    html.element("p", "key",
                 said(page_words::other_cost, language, yen_text(direct->end, language),
                      yen_text(direct->end - cost, language)));
}

void write_deadlines(Html& html, const Result& result)
{
    const Language language = result.language;
    html.heading("h2", "", page_words::deadlines.in(language));
    if (result.deadlines.empty()) {
        html.element("p", "", page_words::no_deadlines.in(language));
        return;
    }
    begin_rows(html, language, "deadlines",
               {&page_words::deadline,
                &page_words::to,
                {&page_words::clock_began, "num"},
                {&page_words::due, "num"},
                {&page_words::told, "num"},
                &page_words::result_head});
    for (const DeadlineRow& row : result.deadlines) write_deadline(html, result, row);
    end_rows(html);
}

namespace {

void write_session_and_name(Html& html, Language language, const PreparationRow& row, std::size_t lines)
{
    html.raw(fmt::format("<td rowspan=\"{}\">", lines));
    html.text(row.session > 0 ? said(page_words::session_number, language, row.session) : "–").raw("</td>");
    html.raw(fmt::format("<td rowspan=\"{}\">", lines)).text(row.name).raw("</td>");
    html.raw(fmt::format("<td rowspan=\"{}\">", lines)).text(row.value).raw("</td>");
}

void write_changes(Html& html, Language language, const PreparationRow& row)
{
    html.raw("<tr>");
    write_session_and_name(html, language, row, std::max<std::size_t>(1, row.changes.size()));
    if (row.changes.empty())
        html.raw("<td colspan=\"2\">").text(page_words::as_before.in(language)).raw("</td></tr>\n");
    for (std::size_t c = 0; c < row.changes.size(); ++c) {
        const PreparationChange& change = row.changes[c];
        if (c > 0) html.raw("<tr>");
        html.raw("<td>").text(change.what).raw("</td><td>").text(change.before).raw(" → <b>");
        html.text(change.after).raw("</b></td></tr>\n");
    }
}

// What the table brought: from what to what it changed the drill.
void write_brought_changes(Html& html, const Result& result)
{
    const Language language = result.language;
    html.element("p", "key", page_words::changes_key.in(language));
    begin_rows(
        html, language, "changes",
        {&page_words::session, &page_words::prepared, &page_words::value, &page_words::changed, &page_words::from_to});
    for (const PreparationRow& row : result.preparation)
        if (!row.as_company) write_changes(html, language, row);
    end_rows(html);
}

void write_as_company(Html& html, const Result& result)
{
    const Language language = result.language;
    begin_rows(html, language, "preparation",
               {&page_words::session, &page_words::prepared, &page_words::value, &page_words::effect});
    for (const PreparationRow& row : result.preparation) {
        if (!row.as_company) continue;
        html.raw("<tr>");
        write_session_and_name(html, language, row, 1);
        write_cell(html, "", row.effect);
        html.raw("</tr>\n");
    }
    end_rows(html);
}

} // namespace

void write_preparation(Html& html, const Result& result)
{
    if (result.preparation.empty()) return;
    const Language language = result.language;
    const auto as_company =
        static_cast<std::size_t>(std::count_if(result.preparation.begin(), result.preparation.end(),
                                               [](const PreparationRow& row) { return row.as_company; }));
    html.heading("h2", "", page_words::preparation.in(language));
    if (as_company < result.preparation.size()) write_brought_changes(html, result);
    if (as_company == 0) return;
    html.element("p", "key",
                 (as_company == result.preparation.size() ? page_words::nothing_brought : page_words::rest_as_company)
                     .in(language));
    write_as_company(html, result);
}

void write_cards(Html& html, const Result& result)
{
    html.heading("h2", "", page_words::cards.in(result.language));
    html.element("p", "key", (result.cards.empty() ? page_words::no_cards : page_words::cards_key).in(result.language));
    for (const CardRow& card : result.cards) write_card(html, result, card);
    if (result.outcome.ended) write_blank_card(html, result.language);
}

} // namespace sonae::report
