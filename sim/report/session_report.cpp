#include "report/session_report.hpp"

#include "report/page_parts.hpp"
#include "report/page_words.hpp"
#include "report/style.hpp"

namespace sonae::report {
namespace {

std::string table_name(const Result& result) { return said(words::table, result.language, result.table); }

// The foot of every sheet says whose it is: printed sheets get mixed up.
std::string page_rule(const Result& result)
{
    const std::string foot = css_escaped(result.title + " " + result.company + " " + table_name(result));
    constexpr const char* look = "font:8pt 'BIZ UDPGothic','BIZ UDGothic','Noto Sans CJK JP',sans-serif;color:#3F4D4A";
    return fmt::format("@page{{size:A4;margin:15mm 15mm 17mm;@bottom-left{{content:\"{}\";{}}}"
                       "@bottom-right{{content:counter(page) \" / \" counter(pages);{}}}}}\n",
                       foot, look, look);
}

} // namespace

std::string write_session_html(const Result& result)
{
    Html html;
    html.raw("<!DOCTYPE html>\n")
        .raw(result.language == Language::ja ? "<html lang=\"ja\">\n" : "<html lang=\"en\">\n");
    html.raw(
        "<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.element("title", "", result.title + " " + table_name(result) + " " + words::drill_result.in(result.language));
    html.raw("<style>\n").raw(page_rule(result)).raw(kStyle).raw("</style>\n</head>\n<body>\n");
    write_top(html, result);
    write_timeline(html, result);
    write_decisions(html, result);
    write_cards(html, result);
    write_deadlines(html, result);
    write_actions(html, result);
    write_owners(html, result);
    write_preparation(html, result);
    write_record(html, result);
    return html.raw("</body>\n</html>\n").take();
}

std::string write_session_html(const SessionInput& input) { return write_session_html(make_result(input)); }

} // namespace sonae::report
