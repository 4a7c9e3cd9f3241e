#include "report/page.hpp"

#include "report/style.hpp"

#include <fmt/format.h>

namespace sonae::report {

std::string page_rule(const std::string& foot, const std::string& name, bool landscape)
{
    constexpr const char* look = "font:8pt 'BIZ UDPGothic','BIZ UDGothic','Noto Sans CJK JP',sans-serif;color:#3F4D4A";
    return fmt::format("@page{}{}{{size:A4{};margin:15mm 15mm 17mm;@bottom-left{{content:\"{}\";{}}}"
                       "@bottom-right{{content:counter(page) \" / \" counter(pages);{}}}}}\n",
                       name.empty() ? "" : " ", name, landscape ? " landscape" : "", css_escaped(foot), look, look);
}

void begin_page(Html& html, Language language, const std::string& title, const std::string& rules,
                std::string_view more)
{
    html.raw("<!DOCTYPE html>\n").raw(language == Language::ja ? "<html lang=\"ja\">\n" : "<html lang=\"en\">\n");
    html.raw(
        "<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    html.element("title", "", title);
    html.raw("<style>\n").raw(rules).raw(kStyle).raw(more).raw("</style>\n</head>\n<body>\n");
}

std::string end_page(Html& html) { return html.raw("</body>\n</html>\n").take(); }

} // namespace sonae::report
