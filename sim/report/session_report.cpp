#include "report/session_report.hpp"

#include "report/page.hpp"
#include "report/page_parts.hpp"
#include "report/page_words.hpp"

namespace sonae::report {
namespace {

std::string table_name(const Result& result) { return said(words::table, result.language, result.table); }

} // namespace

std::string write_session_html(const Result& result)
{
    Html html;
    // Printed sheets get mixed up: the foot says whose each is.
    begin_page(html, result.language,
               result.title + " " + table_name(result) + " " + words::drill_result.in(result.language),
               page_rule(result.title + " " + result.company + " " + table_name(result)));
    write_top(html, result);
    write_timeline(html, result);
    write_decisions(html, result);
    write_cards(html, result);
    write_deadlines(html, result);
    write_actions(html, result);
    write_owners(html, result);
    write_preparation(html, result);
    write_record(html, result);
    return end_page(html);
}

std::string write_session_html(const SessionInput& input) { return write_session_html(make_result(input)); }

} // namespace sonae::report
