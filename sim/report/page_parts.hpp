// The parts of the result page, in their order.
#pragma once

#include "report/html.hpp"
#include "report/result.hpp"

namespace sonae::report {

void write_top(Html& html, const Result& result); // title, outcome, four figures, picture
void write_timeline(Html& html, const Result& result);
void write_decisions(Html& html, const Result& result);
void write_cards(Html& html, const Result& result);
// The right side of a card, to its end: who, until when, and room to note that it was done.
void write_promise(Html& html, Language language, const std::string& owner, const std::string& due);
void write_deadlines(Html& html, const Result& result);
void write_actions(Html& html, const Result& result);
void write_owners(Html& html, const Result& result); // tables whose columns sum to each figure's change
void write_preparation(Html& html, const Result& result);
void write_record(Html& html, const Result& result);

} // namespace sonae::report
