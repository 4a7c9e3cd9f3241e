// The first sheet: what came of it, in one look.
#include "base/people_text.hpp"
#include "report/chart.hpp"
#include "report/page_parts.hpp"
#include "report/page_words.hpp"

namespace sonae::report {
namespace {

using engine::Indicator;

void write_names(Html& html, const Result& result)
{
    const Language language = result.language;
    html.raw("<table class=\"top\"><tr><td class=\"kind\">").text(words::drill_result.in(language));
    html.raw("</td><td class=\"num\">").text(page_words::drill_days.in(language)).raw(" ");
    html.text(moment_text(result.outcome.start, language) + (language == Language::ja ? " から " : " to ") +
              moment_text(result.outcome.end, language));
    html.raw("</td></tr></table>\n");
    html.heading("h1", "", result.title);
    html.element("p", "where",
                 result.company + (language == Language::ja ? "　" : ", ") +
                     said(words::table, language, result.table));
}

void write_mark(Html& html, const Result& result)
{
    if (!result.as_recorded.empty()) html.element("p", "as-recorded", result.as_recorded);
}

void write_outcome(Html& html, const Result& result)
{
    html.raw("<div class=\"outcome\">\n");
    if (result.outcome.ending.empty())
        html.heading("p", "ending",
                     result.outcome.ended ? result.outcome.sentence : page_words::running.in(result.language));
    else
        html.heading("p", "ending", result.outcome.ending);
    if (!result.outcome.text.empty()) html.element("p", "told", result.outcome.text);
    if (!result.outcome.ended || !result.outcome.ending.empty()) html.element("p", "sum", result.outcome.sentence);
    if (result.rewinds > 0) html.element("p", "key", said(page_words::went_back, result.language, result.rewinds));
    html.raw("</div>\n");
}

// "始めは 70 ▼29" and what moved it most.
void write_cause(Html& html, const Result& result, const Figure& figure)
{
    const Language language = result.language;
    html.raw("<p class=\"why\">");
    if (figure.shares.empty()) {
        html.text(page_words::nothing_moved.in(language)).raw("</p>\n");
        return;
    }
    if (figure.start != 0) {
        const bool worse = figure.more_is_better() == (figure.change() < 0);
        html.text(said(page_words::from_start, language, workshop::amount_text(figure.which, figure.start, language)));
        html.raw(worse ? "<span class=\"bad\">" : "<span class=\"good\">")
            .text(figure.change_text(language))
            .raw("</span><br>");
    }
    const Share& most = figure.shares.front();
    html.text(page_words::main_cause.in(language)).raw(" ").text(owner_word(most.kind, language));
    if (!most.letter.empty()) html.text(" " + most.letter);
    html.text(language == Language::ja ? "「" + most.text + "」" : " “" + most.text + "” ");
    html.raw("<span class=\"num\">")
        .text(workshop::change_text(figure.which, most.amount, language))
        .raw("</span></p>\n");
}

void write_figure(Html& html, const Result& result, Indicator which)
{
    const Figure* figure = result.figure(which);
    if (!figure) return;
    html.raw("<td>").element("p", "cap", figure->label);
    html.element("p", "big num", figure->end_text(result.language));
    write_cause(html, result, *figure);
    html.raw("</td>\n");
}

void write_figures(Html& html, const Result& result)
{
    html.raw("<table class=\"figures\"><tr>\n");
    for (const Indicator which :
         {Indicator::total_loss, Indicator::downtime_loss, Indicator::records_leaked, Indicator::trust_customers})
        write_figure(html, result, which);
    html.raw("</tr></table>\n");
    if (result.standstills.empty()) return;
    const Standstill& longest = result.standstills.front();
    html.raw("<p class=\"key\">")
        .text(said(page_words::longest_stop, result.language, longest.process,
                   duration_text(longest.seconds, result.language)));
    if (longest.still) html.text(page_words::still_down.in(result.language));
    html.raw("</p>\n");
}

// What the letters in the picture stand for, in two columns that read downwards.
void write_letters(Html& html, const Result& result)
{
    const std::size_t half = (result.decisions.size() + 1) / 2;
    if (half == 0) return;
    html.raw("<table class=\"letters\">\n");
    for (std::size_t line = 0; line < half; ++line) {
        html.raw("<tr>");
        for (const std::size_t at : {line, line + half}) {
            html.raw("<td>");
            if (at < result.decisions.size()) {
                const DecisionRow& row = result.decisions[at];
                const bool silent = row.status == engine::DecisionStatus::silent;
                html.element("span", silent ? "letter silent" : "letter", row.letter)
                    .raw(" <span class=\"cap\">")
                    .text(row.title)
                    .raw("</span> ")
                    .text(row.answer);
            }
            html.raw("</td>");
        }
        html.raw("</tr>\n");
    }
    html.raw("</table>\n");
}

} // namespace

void write_top(Html& html, const Result& result)
{
    write_names(html, result);
    write_mark(html, result);
    write_outcome(html, result);
    write_figures(html, result);
    html.raw("<div class=\"chart\">\n").heading("h3", "", page_words::chart.in(result.language));
    html.raw(write_chart(result)).element("p", "key", page_words::chart_key.in(result.language)).raw("</div>\n");
    write_letters(html, result);
}

void write_record(Html& html, const Result& result)
{
    const Language language = result.language;
    const auto item = [&](const Word& word, const std::string& value) {
        return std::string(word.in(language)) + " " + value;
    };
    const char* gap = language == Language::ja ? "　" : ", ";
    html.raw("<div class=\"record\">\n");
    html.element("p", "",
                 item(page_words::pack, result.pack) + " " +
                     item(page_words::version, std::to_string(result.pack_version)) + gap +
                     item(page_words::company_version, std::to_string(result.company_version)) + gap +
                     item(page_words::rules, std::to_string(result.rules_version)) + gap +
                     item(page_words::seed, std::to_string(result.seed)) + gap +
                     item(page_words::fingerprint, fmt::format("{:016x}", result.fingerprint)));
    html.element("p", "", page_words::simulated.in(language)).raw("</div>\n");
}

} // namespace sonae::report
