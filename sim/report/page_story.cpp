// The course of events and the decisions.
#include "base/people_text.hpp"
#include "report/chart.hpp"
#include "report/page_parts.hpp"
#include "report/page_words.hpp"

namespace sonae::report {
namespace {

using engine::DecisionStatus;

// Rows that stay on one sheet with the name of their day.
constexpr std::size_t kKeptWithDay = 2;

// "01:15–02:40"; the day is said when it is another one.
std::string span_text(const Result& result, const TimelineRow& row)
{
    const SimTime at = result.outcome.start + row.at, until = result.outcome.start + row.until;
    if (row.until - row.at < kMinute) return clock_text(at);
    return clock_text(at) + "–" +
           (day_of(at) == day_of(until) ? clock_text(until) : short_moment(until, result.language));
}

void write_letter(Html& html, const std::string& letter, bool silent)
{
    html.element("span", silent ? "letter silent" : "letter", letter);
}

void write_row(Html& html, const Result& result, const TimelineRow& row)
{
    html.raw(row.serious ? "<tr class=\"harm\">" : "<tr>").raw("<td class=\"num at\">").text(span_text(result, row));
    html.raw("</td><td class=\"lane\">").raw(page_words::lane_mark(row.lane, row.serious)).raw(" ");
    html.text(page_words::lane_word(row.lane).in(result.language)).raw("</td><td>");
    if (!row.letter.empty()) {
        write_letter(html, row.letter, row.serious);
        html.raw(" ");
    }
    html.text(row.text).raw("</td></tr>\n");
}

bool is_silent(const DecisionRow& row) { return row.status == DecisionStatus::silent; }

std::string asked_text(const Result& result, const DecisionRow& row)
{
    const Language language = result.language;
    const std::string asked = moment_text(result.outcome.start + row.opened, language);
    if (row.closed == engine::kNotYet) return said(page_words::asked_open, language, asked);
    const std::string after = duration_text(row.closed - row.opened, language);
    if (is_silent(row)) return said(page_words::asked_silent, language, asked, after);
    if (row.closed - row.opened < kMinute) return said(page_words::asked_at_once, language, asked);
    return said(page_words::asked_decided, language, asked, after);
}

void write_decision_head(Html& html, const Result& result, const DecisionRow& row)
{
    html.raw("<table><tr><td class=\"mark\">");
    write_letter(html, row.letter, is_silent(row));
    html.raw("</td><td>").heading("h3", "", row.title);
    html.raw("<p class=\"asked\">").text(asked_text(result, row));
    if (!row.confidence.empty())
        html.text((result.language == Language::ja ? "　" : ". ") +
                  said(page_words::confidence, result.language, row.confidence));
    html.raw("</p>\n").element("p", "question", row.question).raw("</td></tr></table>\n");
}

void write_answer(Html& html, const Result& result, const DecisionRow& row)
{
    const Word& label = is_silent(row)                          ? page_words::silent
                        : row.status == DecisionStatus::decided ? page_words::decided
                                                                : page_words::open;
    html.raw(is_silent(row) ? "<table class=\"answer silent\">" : "<table class=\"answer\">")
        .raw("<tr><td class=\"cap\">");
    html.text(label.in(result.language)).raw("</td><td class=\"said\">").text(row.answer).raw("</td></tr>");
    if (!row.reason.empty())
        html.raw("<tr><td class=\"cap\">")
            .text(page_words::reason.in(result.language))
            .raw("</td><td>")
            .text(row.reason)
            .raw("</td></tr>");
    html.raw("</table>\n");
}

void write_options(Html& html, const Result& result, const DecisionRow& row)
{
    const bool decided = row.status == DecisionStatus::decided;
    html.element("p", "cap", (decided ? page_words::other_options : page_words::options).in(result.language))
        .raw("<ul>\n");
    for (const OptionRow& option : row.options) {
        if (option.chosen) continue;
        html.raw("<li><span class=\"sign\">○</span>").text(option.text);
        if (!option.note.empty())
            html.raw(" <span class=\"note\">")
                .text((result.language == Language::ja ? "(" : " (") + option.note + ")")
                .raw("</span>");
        html.raw("</li>\n");
    }
    html.raw("</ul>\n");
}

void write_events(Html& html, const Result& result, const std::vector<TimelineRow>& rows, std::size_t more)
{
    html.raw("<ul>\n");
    for (const TimelineRow& next : rows) {
        html.raw("<li><span class=\"sign\">")
            .raw(page_words::lane_mark(next.lane, next.serious))
            .raw("</span><span class=\"at num\">");
        html.text(short_moment(result.outcome.start + next.at, result.language))
            .raw("</span> ")
            .text(next.text)
            .raw("</li>\n");
    }
    if (more > 0) html.element("li", "at", said(page_words::and_more, result.language, more));
    html.raw("</ul>\n");
}

void write_consequences(Html& html, const Result& result, const DecisionRow& row)
{
    html.element("p", "cap", page_words::set_in_motion.in(result.language));
    if (row.consequences.empty())
        html.element("p", "", page_words::nothing_followed.in(result.language));
    else
        write_events(html, result, row.consequences, row.more_consequences);
    if (row.meanwhile.empty()) return;
    html.element("p", "cap", page_words::went_on.in(result.language));
    write_events(html, result, row.meanwhile, 0);
}

void write_moved(Html& html, const Result& result, const DecisionRow& row)
{
    if (row.moved.empty()) return;
    html.raw("<p class=\"moved\"><span class=\"cap\">").text(page_words::moved.in(result.language)).raw("</span> ");
    for (std::size_t i = 0; i < row.moved.size(); ++i)
        html.text(i == 0                            ? ""
                  : result.language == Language::ja ? "　"
                                                    : ", ")
            .raw("<span class=\"num\">")
            .text(row.moved[i])
            .raw("</span>");
    html.raw("</p>\n");
}

void write_decision(Html& html, const Result& result, const DecisionRow& row)
{
    html.raw("<div class=\"decision\">\n");
    write_decision_head(html, result, row);
    write_answer(html, result, row);
    html.raw("<table class=\"halves\"><tr><td>\n");
    write_consequences(html, result, row);
    html.raw("</td><td>\n");
    write_options(html, result, row);
    html.raw("</td></tr></table>\n");
    write_moved(html, result, row);
    if (!row.feedback.empty())
        html.raw("<div class=\"back\">")
            .element("p", "cap", page_words::feedback.in(result.language))
            .element("p", "", row.feedback)
            .raw("</div>\n");
    html.raw("</div>\n");
}

} // namespace

void write_timeline(Html& html, const Result& result)
{
    html.heading("h2", "", page_words::timeline.in(result.language));
    html.element("p", "key", page_words::timeline_key.in(result.language));
    html.raw("<table class=\"rows timeline\">\n");
    std::int64_t day = -1;
    std::size_t in_day = 0;
    for (const TimelineRow& row : result.timeline) {
        const SimTime at = result.outcome.start + row.at;
        if (day_of(at) != day) {
            html.raw(day < 0 ? "" : "</tbody>\n").raw("<tbody class=\"keep\">\n<tr class=\"day\"><td colspan=\"3\">");
            html.text(date_text(at, result.language)).raw("</td></tr>\n");
            in_day = 0;
        }
        if (in_day++ == kKeptWithDay) html.raw("</tbody>\n<tbody>\n");
        day = day_of(at);
        write_row(html, result, row);
    }
    html.raw(day < 0 ? "" : "</tbody>\n").raw("</table>\n");
}

void write_decisions(Html& html, const Result& result)
{
    html.heading("h2", "", page_words::decisions.in(result.language));
    for (const DecisionRow& row : result.decisions) write_decision(html, result, row);
    if (result.not_asked.empty()) return;
    html.raw("<div class=\"decision\">\n")
        .element("p", "cap", page_words::not_asked.in(result.language))
        .raw("<p class=\"asked\">");
    for (std::size_t i = 0; i < result.not_asked.size(); ++i)
        html.text(i == 0 ? "" : result.language == Language::ja ? "、" : "; ").text(result.not_asked[i]);
    html.raw("</p>\n</div>\n");
}

} // namespace sonae::report
