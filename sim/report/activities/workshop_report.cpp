#include "report/activities/workshop_report.hpp"

#include "report/activities/parts.hpp"
#include "report/activities/style.hpp"
#include "report/activities/words.hpp"
#include "report/activities/workshop_parts.hpp"
#include "report/page.hpp"
#include "report/page_words.hpp"

#include <fmt/format.h>

namespace sonae::report {

using namespace workshop;

namespace {

void write_activity_section(Html& html, const ActivitySource& from, const Activity& activity)
{
    const bool across = wants_landscape(from, activity); // pages of its own, on which a row has half as many lines
    html.raw(across ? "<div class=\"across\">\n" : "<div>\n");
    html.heading("h2", "", from.say(activity.name));
    write_parts(html, from, activity, across ? kAcross : kUpright);
    if (activity.kind != ActivityKind::drill) write_findings(html, from, activity);
    html.raw("</div>\n");
}

// Without the record's fingerprint: it covers the answers of single seats too.
void write_record_foot(Html& html, const WorkshopInput& input)
{
    const SessionPlan& plan = *input.session.plan;
    const Language language = input.language;
    html.raw("<div class=\"record\"><p>").text(page_words::pack.in(language)).raw(" ");
    html.text(fmt::format("{} {} {}, {} {}", plan.pack_id, page_words::version.in(language), plan.version,
                          page_words::company_version.in(language), plan.company.version));
    html.raw("</p><p>").text(page_words::simulated.in(language)).raw("</p></div>\n");
}

} // namespace

std::vector<std::shared_ptr<const Session>> sessions_of(const Table& table)
{
    std::vector<std::shared_ptr<const Session>> sessions = table.past;
    if (table.session) sessions.push_back(table.session);
    return sessions;
}

std::string write_workshop_html(const WorkshopInput& input)
{
    const TableTexts words(input.table, input.texts);
    const ActivitySource from{input.session, words, input.language, false};
    const WorkshopPage page{input, from, entered_blocks(input.table, input.session)};
    const std::string title = from.say(from.plan().name);
    const std::string whose =
        from.say(from.plan().company.name) + " " + said(words::table, input.language, input.table.number);
    Html html;
    begin_page(html, input.language, title + " " + whose + " " + activity_words::session_result.in(input.language),
               page_rule(title + " " + whose) + page_rule(title + " " + whose, "across", true), kActivityStyle);
    write_workshop_top(html, page);
    write_promises(html, page);
    write_leaves(html, page);
    write_brought(html, page);
    write_agenda(html, page);
    for (const Activity* activity : activities_in_order(from.plan()))
        if (activity->kind != ActivityKind::commitment) write_activity_section(html, from, *activity);
    write_facts(html, page);
    write_record_foot(html, input);
    return end_page(html);
}

} // namespace sonae::report
