#include "report/activities/source.hpp"

#include "base/people_text.hpp"
#include "report/activities/words.hpp"
#include "workshop/activities/cell_words.hpp"
#include "workshop/activities/grid_values.hpp"

#include <algorithm>

namespace sonae::report {

using namespace workshop;

namespace {

// The name of the row that a cell points at; its id where that row is gone.
std::string pointed_at(const ActivitySource& from, const Column& column, const std::string& row)
{
    const Activity* activity = activity_called(from.session, column.of_activity);
    const auto grid = activity ? find_grid(*activity, column.of_grid) : std::nullopt;
    const GridRow* found = grid ? find_row(from.state(*activity).grids[*grid], row) : nullptr;
    return found ? from.row_name(*activity, activity->grids[*grid], *found) : row;
}

// By name even where two bear the same one: on paper nothing is read back.
std::string people_named(const ActivitySource& from, const std::vector<std::string>& people)
{
    std::string names;
    for (const std::string& person : people)
        names += (names.empty()                   ? ""
                  : from.language == Language::ja ? "、"
                                                  : ", ") +
                 from.say(person_name(from.plan(), person));
    return names;
}

bool is_yen(const Column& column)
{
    return column.type == ColumnType::yen || (column.type == ColumnType::computed && column.in_yen);
}

} // namespace

std::string ActivitySource::row_name(const Activity& activity, const Grid& grid, const GridRow& row) const
{
    std::string name = texts.row_name(session, activity, grid, row, language);
    if (!name.empty()) return name;
    const std::size_t number = free_number(row.id);
    return number > 0 ? said(activity_words::nameless, language, number) : row.id;
}

std::string ActivitySource::cell(const Activity& activity, const Grid& grid, const GridRow& row,
                                 std::size_t column) const
{
    const Column& known = grid.columns[column];
    if (const ScaleValue* choice = choice_in(plan(), known, row, column)) return say(choice->name);
    if (const ScaleValue* band = band_in(plan(), grid, row, column)) return say(band->name);
    if (known.type == ColumnType::person) return people_named(*this, names_in(row, column));
    std::string words = cell_words(session, activity, grid, row, column, texts, language);
    if (words.empty()) return words;
    if (known.type == ColumnType::row) return pointed_at(*this, known, words);
    if (known.type == ColumnType::date) return full_date(words, language);
    if (is_yen(known)) return yen_text(number_in(plan(), grid, row, column).value_or(0), language);
    if (known.type == ColumnType::count) return count_text(number_in(plan(), grid, row, column).value_or(0));
    return words;
}

std::vector<const Activity*> activities_in_order(const SessionPlan& plan)
{
    std::vector<const Activity*> order;
    const auto add = [&](const Activity& activity) {
        if (std::find(order.begin(), order.end(), &activity) == order.end()) order.push_back(&activity);
    };
    for (const Block& block : plan.blocks)
        if (block.activity) add(plan.activities[*block.activity]);
    for (const Activity& activity : plan.activities) add(activity); // that no block names
    return order;
}

std::vector<const Block*> blocks_with(const SessionPlan& plan, const Activity& activity)
{
    std::vector<const Block*> blocks;
    for (const Block& block : plan.blocks)
        if (block.activity && &plan.activities[*block.activity] == &activity) blocks.push_back(&block);
    return blocks;
}

void write_paragraphs(Html& html, std::string_view kind, std::string_view words)
{
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find('\n', at), words.size());
        if (end > at) html.element("p", kind, words.substr(at, end - at));
        at = end + 1;
    }
}

std::string head_words(const std::string& words, Language language)
{
    return language == Language::ja ? escaped_phrases(words) : escaped(words);
}

std::string full_date(const CivilDate& date, Language language)
{
    if (language == Language::ja) return fmt::format("{}年{}月{}日", date.year, date.month, date.day);
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
}

std::string full_date(std::string_view iso, Language language)
{
    const auto date = parse_date(iso);
    return date ? full_date(*date, language) : std::string(iso);
}

std::string source_words(const std::string& source, const std::string& published, const std::string& valid_until,
                         Language language)
{
    std::string words = activity_words::source.in(language) + source;
    const char* between = language == Language::ja ? "、" : ", ";
    if (!published.empty())
        words += between + said(activity_words::published, language, full_date(published, language));
    if (!valid_until.empty())
        words += between + said(activity_words::valid_until, language, full_date(valid_until, language));
    return words;
}

} // namespace sonae::report
