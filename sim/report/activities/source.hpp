// What the parts of printed sheets and of a session's page read: one session of a table. A blank sheet is that of a
// session which nobody has begun. Nothing here hands out what one seat wrote, chose or answered.
#pragma once

#include "report/html.hpp"
#include "workshop/activities/texts.hpp"

namespace sonae::report {

struct ActivitySource {
    const workshop::Session& session;
    const workshop::TableTexts& texts;
    Language language = Language::ja;
    bool blank = false; // to be written on by hand

    const workshop::SessionPlan& plan() const { return *session.plan; }
    const std::string& say(const Localized& words) const { return words.in(language); }
    const workshop::ActivityState& state(const workshop::Activity& activity) const
    {
        return workshop::state_of(session, activity);
    }
    std::string row_name(const workshop::Activity& activity, const workshop::Grid& grid,
                         const workshop::GridRow& row) const; // never empty
    // What stands in the table's cell, as people write it; empty for an empty cell or one whose text was erased.
    std::string cell(const workshop::Activity& activity, const workshop::Grid& grid, const workshop::GridRow& row,
                     std::size_t column) const;
};

// Activities in the order in which the agenda comes to them.
std::vector<const workshop::Activity*> activities_in_order(const workshop::SessionPlan& plan);
std::vector<const workshop::Block*> blocks_with(const workshop::SessionPlan& plan, const workshop::Activity& activity);

// One element a paragraph.
void write_paragraphs(Html& html, std::string_view kind, std::string_view words);
// A table's heading as markup: Japanese breaks between phrases only, English at its blanks.
std::string head_words(const std::string& words, Language language);
// 2024年3月31日;  2024-03-31
std::string full_date(std::string_view iso, Language language);
std::string full_date(const CivilDate& date, Language language);
// 「IPA「…」　2024年1月24日発行、2025年3月31日まで」
std::string source_words(const std::string& source, const std::string& published, const std::string& valid_until,
                         Language language);

} // namespace sonae::report
