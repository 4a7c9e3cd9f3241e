// The frame of every page: head, style sheets, and feet that say whose a printed sheet is.
#pragma once

#include "report/html.hpp"

namespace sonae::report {

// A4 with `foot` on the left and the page's number on the right of every sheet; of the named pages only, where `name`
// is not empty.
std::string page_rule(const std::string& foot, const std::string& name = {}, bool landscape = false);
// `rules`: those of @page; `more`: a style sheet behind the common one.
void begin_page(Html& html, Language language, const std::string& title, const std::string& rules,
                std::string_view more = {});
std::string end_page(Html& html);

} // namespace sonae::report
