// What is said in words and by telephone: prompts, the call-tree drill, and lines for notes of a drill. Of prompts only
// what the table wrote; what one seat wrote for itself never leaves the record.
#include "base/people_text.hpp"
#include "report/activities/parts.hpp"
#include "report/activities/words.hpp"
#include "workshop/activities/grid_values.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sonae::report {
namespace {

using namespace workshop;

void write_ruled_lines(Html& html, std::size_t count)
{
    html.raw("<div class=\"lines\">");
    for (std::size_t i = 0; i < count; ++i) html.raw("<div class=\"line\">&nbsp;</div>");
    html.raw("</div>\n");
}

// A line holds about 40 characters of a hand.
std::size_t lines_for(const Prompt& prompt)
{
    const std::size_t notes = static_cast<std::size_t>(std::max(1, prompt.most));
    return std::clamp<std::size_t>(notes * std::max<std::size_t>(1, prompt.characters / 70), 2, 6);
}

void write_blank_prompt(Html& html, const ActivitySource& from, const Prompt& prompt)
{
    const auto part = [&](const Word& word) { html.element("p", "cap", word.in(from.language)); };
    if (prompt.personal) {
        part(activity_words::alone_first);
        write_ruled_lines(html, lines_for(prompt));
        part(activity_words::table_answer);
    }
    write_ruled_lines(html, lines_for(prompt));
}

void write_notes(Html& html, const ActivitySource& from, const Activity& activity, std::size_t prompt)
{
    bool any = false;
    for (const auto& [key, step] : from.state(activity).notes.written) {
        if (key.prompt != prompt || key.seat != 0) continue;
        any = true;
        const std::string words = from.texts.note(activity, key, step);
        if (words.empty())
            html.element("p", "gone", activity_words::erased.in(from.language));
        else
            write_paragraphs(html, "note", words);
    }
    if (!any) html.element("p", "gone", activity_words::not_written.in(from.language));
}

// --- calls

struct CallsPage {
    Html& html;
    const ActivitySource& from;
    const Activity& activity;
    const Grid& grid;
    const GridState& rows;
    const CallsState& calls;
};

void write_call_head(const CallsPage& c, std::initializer_list<const Word*> words)
{
    c.html.raw("<thead><tr>");
    for (const Word* word : words) c.html.raw("<th>").text(word->in(c.from.language)).raw("</th>");
    c.html.raw("</tr></thead>\n<tbody>\n");
}

void write_blank_calls(const CallsPage& c)
{
    const Language language = c.from.language;
    c.html.raw("<table class=\"grid write calls\">\n<colgroup><col style=\"width:52mm\"><col style=\"width:30mm\"><col>"
               "<col style=\"width:44mm\"><col style=\"width:22mm\"></colgroup>\n");
    write_call_head(c, {&activity_words::whom, &activity_words::who, &activity_words::number, &activity_words::outcome,
                        &activity_words::took});
    for (int row = 0; row < 4; ++row) {
        c.html.raw("<tr><td class=\"name\">&nbsp;</td><td><span class=\"hint\">")
            .text(activity_words::person_or_deputy.in(language));
        c.html.raw("</span></td><td></td><td><span class=\"hint\">").text(activity_words::got_through.in(language));
        c.html.raw("</span></td><td></td></tr>\n");
    }
    c.html.raw("</tbody></table>\n");
}

void write_call(const CallsPage& c, const CallMade& call)
{
    const GridRow* row = find_row(c.rows, call.row);
    const auto column = find_column(c.grid, call.column);
    c.html.raw("<tr><td class=\"name\">").text(row ? c.from.row_name(c.activity, c.grid, *row) : call.row);
    c.html.raw("</td><td>");
    if (row && column && *column < c.grid.columns.size()) c.html.text(c.from.say(c.grid.columns[*column].name));
    c.html.raw("</td><td>").text(outcome_text(call.outcome).in(c.from.language)).raw("</td><td class=\"figure\">");
    c.html.text(said(activity_words::minutes, c.from.language, call.minutes)).raw("</td></tr>\n");
}

void write_calls_made(const CallsPage& c, const Situation& situation)
{
    const int used = minutes_used(c.calls, situation.id);
    const bool reached = is_reached(c.activity.calls, c.calls, situation.id);
    if (used == 0) return void(c.html.element("p", "gone", activity_words::not_called.in(c.from.language)));
    c.html.element("p", reached ? "good" : "bad",
                   said(reached ? activity_words::reached : activity_words::not_reached, c.from.language, used));
    c.html.raw("<table class=\"grid calls\">\n<colgroup><col><col style=\"width:28mm\"><col style=\"width:62mm\">"
               "<col style=\"width:22mm\"></colgroup>\n");
    write_call_head(c, {&activity_words::whom, &activity_words::who, &activity_words::outcome, &activity_words::took});
    for (const CallMade& call : c.calls.made)
        if (call.situation == situation.id) write_call(c, call);
    c.html.raw("</tbody></table>\n");
}

} // namespace

void write_prompts(Html& html, const ActivitySource& from, const Activity& activity)
{
    for (std::size_t p = 0; p < activity.prompts.size(); ++p) {
        const Prompt& prompt = activity.prompts[p];
        html.raw("<div class=\"prompt\">\n").element("h3", "", from.say(prompt.text));
        if (!prompt.help.ja.empty()) html.element("p", "key", from.say(prompt.help));
        from.blank ? write_blank_prompt(html, from, prompt) : write_notes(html, from, activity, p);
        html.raw("</div>\n");
    }
}

void write_calls(Html& html, const ActivitySource& from, const Activity& activity)
{
    const auto grid = find_grid(activity, activity.calls.grid);
    if (!grid) return;
    const ActivityState& state = from.state(activity);
    const CallsPage c{html, from, activity, activity.grids[*grid], state.grids[*grid], state.calls};
    const CallTree& calls = activity.calls;
    html.heading("h2", "part", activity_words::calls.in(from.language));
    html.element("p", "key",
                 said(activity_words::calls_rule, from.language, calls.minutes, calls.answered, calls.unanswered));
    for (const Situation& situation : calls.situations) {
        html.raw("<div class=\"situation\">\n").element("h3", "", moment_text(situation.at, from.language));
        write_paragraphs(html, "", from.say(situation.text));
        from.blank ? write_blank_calls(c) : write_calls_made(c, situation);
        html.raw("</div>\n");
    }
}

void write_drill_log(Html& html, const ActivitySource& from)
{
    const Language language = from.language;
    if (!from.blank) return void(html.element("p", "key", activity_words::drill_page.in(language)));
    html.raw("<table class=\"grid write\">\n<colgroup><col style=\"width:28mm\"><col><col><col "
             "style=\"width:44mm\"></colgroup>\n<thead><tr>");
    for (const Word* word :
         {&activity_words::clock, &activity_words::happened, &activity_words::we_did, &activity_words::why})
        html.raw("<th>").text(word->in(language)).raw("</th>");
    html.raw("</tr></thead>\n<tbody>\n");
    for (int row = 0; row < 13; ++row) html.raw("<tr><td>&nbsp;</td><td></td><td></td><td></td></tr>\n");
    html.raw("</tbody></table>\n");
}

} // namespace sonae::report
