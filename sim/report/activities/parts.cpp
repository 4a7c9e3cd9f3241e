#include "report/activities/parts.hpp"

#include "report/activities/words.hpp"
#include "workshop/activities/findings.hpp"

namespace sonae::report {

using namespace workshop;

void write_parts(Html& html, const ActivitySource& from, const Activity& activity, int width)
{
    if (activity.questionnaire.exists()) write_questions(html, from, activity);
    if (!activity.board.cards.empty()) write_board(html, from, activity);
    for (std::size_t g = 0; g < activity.grids.size(); ++g) {
        if (activity.grids.size() > 1) html.heading("h2", "part", from.say(activity.grids[g].name));
        write_grid(html, from, activity, g, width);
        if (from.blank) write_legend(html, from, activity.grids[g]);
    }
    if (from.blank) write_people(html, from, activity);
    if (!activity.prompts.empty()) write_prompts(html, from, activity);
    if (activity.calls.exists()) write_calls(html, from, activity);
    if (activity.kind == ActivityKind::drill) write_drill_log(html, from);
}

std::size_t write_findings(Html& html, const ActivitySource& from, const Activity& activity)
{
    const RowNamer named = [&](const Activity& of, const Grid& grid, const GridRow& row) {
        return from.row_name(of, grid, row);
    };
    const auto found = findings_of(from.session, activity, {named});
    html.raw("<div class=\"findings\">\n");
    html.element("p", "cap", activity_words::findings.in(from.language));
    if (found.empty()) {
        html.element("p", "good", activity_words::no_findings.in(from.language));
    } else {
        html.raw("<ul>");
        for (const Finding& finding : found) html.raw("<li>").text(from.say(finding.sentence)).raw("</li>");
        html.raw("</ul>\n");
    }
    html.raw("</div>\n");
    return found.size();
}

} // namespace sonae::report
