// The parts of the result page, in their order.
#pragma once

#include "report/html.hpp"
#include "report/result.hpp"
#include "report/words.hpp"

#include <initializer_list>

namespace sonae::report {

// One column of a table of rows. Its width stands in the style sheet, by its number.
struct Column {
    Column(const Word* word, const char* column_kind = "") : head(word), kind(column_kind) {}
    const Word* head;
    const char* kind; // class of its head: "num" for figures
};
void begin_rows(Html& html, Language language, const char* kind, std::initializer_list<Column> columns);
void end_rows(Html& html);
void write_cell(Html& html, const char* kind, const std::string& text, const std::string& below = {});

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
