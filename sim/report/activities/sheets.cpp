#include "report/activities/sheets.hpp"

#include "report/activities/parts.hpp"
#include "report/activities/style.hpp"
#include "report/activities/words.hpp"
#include "report/page.hpp"

#include <fmt/format.h>

namespace sonae::report {
namespace {

using namespace workshop;

struct Sheets {
    Html html;
    const ActivitySource& from;
    int table = 0; // 0: to be written by hand

    std::string session() const { return from.say(from.plan().name); }
    std::string company() const { return from.say(from.plan().company.name); }
    std::string table_name() const { return table ? said(words::table, from.language, table) : std::string{}; }
};

std::string sheet_foot(const Sheets& s, const Activity& activity)
{
    return s.session() + "  " + s.from.say(activity.name) + "  " + s.company() + "  " + s.table_name();
}

// What a hand fills in: whose sheet it is, and when.
void write_hand_lines(Sheets& s)
{
    const Language language = s.from.language;
    s.html.raw("<td class=\"fill\">");
    s.html.text(s.table ? s.table_name() : std::string(activity_words::table_line.in(language)) + "＿＿＿＿");
    s.html.raw("　　").text(activity_words::date_line.in(language));
    s.html.text(language == Language::ja ? "　　　　年　　月　　日" : " ____ / __ / ____").raw("</td>");
}

void write_sheet_head(Sheets& s, const Activity& activity)
{
    const Language language = s.from.language;
    s.html.raw("<table class=\"top sheet-head\"><tr><td><span class=\"kind\">");
    s.html.text((s.from.blank ? activity_words::sheet_of : activity_words::record_of).in(language)).raw("</span>　");
    s.html.text(s.session()).raw("</td>");
    write_hand_lines(s);
    s.html.raw("</tr></table>\n");
    s.html.heading("h1", "", s.from.say(activity.name));
    s.html.element("p", "where", s.company());
}

// What participants are asked to do; nothing of what is said to the facilitator.
void write_tasks(Sheets& s, const Activity& activity)
{
    Html rows;
    const Language language = s.from.language;
    for (const Block* block : blocks_with(s.from.plan(), activity)) {
        if (block->task.ja.empty()) continue;
        rows.raw("<tr><td class=\"how\">").text(activity_words::beat_word(block->beat).in(language)).raw("　");
        rows.text(said(activity_words::minutes, language, block->minutes)).raw("</td><td>");
        write_paragraphs(rows, "", s.from.say(block->task));
        rows.raw("</td></tr>\n");
    }
    const std::string told = rows.take();
    if (!told.empty()) s.html.raw("<table class=\"tasks\">\n").raw(told).raw("</table>\n");
}

void write_sheet(Sheets& s, const Activity& activity, std::size_t number)
{
    const bool wide = wants_landscape(s.from, activity);
    s.html.raw(fmt::format("<section class=\"sheet s{}{}\">\n", number, wide ? " wide" : ""));
    write_sheet_head(s, activity);
    if (s.from.blank) write_tasks(s, activity);
    write_parts(s.html, s.from, activity, wide ? kAcross : kUpright);
    if (!s.from.blank && activity.kind != ActivityKind::drill) write_findings(s.html, s.from, activity);
    s.html.raw("</section>\n");
}

std::string write_all_sheets(const ActivitySource& from, int table)
{
    Sheets s{{}, from, table};
    const auto activities = activities_in_order(from.plan());
    std::string pages = page_rule(s.session());
    for (std::size_t i = 0; i < activities.size(); ++i) {
        const std::string name = fmt::format("s{}", i + 1);
        pages += page_rule(sheet_foot(s, *activities[i]), name, wants_landscape(from, *activities[i]));
        pages += fmt::format("@media print{{.{}{{page:{}}}}}\n", name, name);
    }
    const Word kind = from.blank ? activity_words::sheet_of : activity_words::record_of;
    begin_page(s.html, from.language, s.session() + " " + s.company() + " " + kind.in(from.language), pages,
               std::string(kActivityStyle) + kSheetStyle);
    for (std::size_t i = 0; i < activities.size(); ++i) write_sheet(s, *activities[i], i + 1);
    return end_page(s.html);
}

} // namespace

std::string write_blank_sheets(std::shared_ptr<const SessionPlan> plan, Language language)
{
    const StartSession start{.pack_id = plan->pack_id, .company = plan->company.id};
    const Session session = begin_session(start, std::move(plan), 1);
    const Table nobody;
    const TableTexts prepared(nobody, {});
    return write_all_sheets({session, prepared, language, true}, 0);
}

std::string write_filled_sheets(const Table& table, const Session& session, const TextsOf& texts, Language language)
{
    const TableTexts words(table, texts);
    return write_all_sheets({session, words, language, false}, static_cast<int>(table.number));
}

} // namespace sonae::report
