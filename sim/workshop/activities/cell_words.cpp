#include "workshop/activities/cell_words.hpp"

#include "base/text.hpp"
#include "workshop/activities/grid_values.hpp"
#include "workshop/activities/labels.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cstdio>

namespace sonae::workshop {
namespace {

constexpr std::int64_t kMostFigure = 1'000'000'000'000;

Labels labels_of(const SessionPlan& plan, const Column& column)
{
    Labels::Named things;
    if (column.type == ColumnType::choice || column.op == ComputedOp::band)
        for (const ScaleValue& value : plan.scales[column.scale].values) things.emplace_back(value.id, value.name);
    if (column.type == ColumnType::yes_no) things = {{"yes", {"はい", "Yes"}}, {"no", {"いいえ", "No"}}};
    if (column.type == ColumnType::person) {
        for (const auto& person : plan.company.people) things.emplace_back(person.id, person.name);
        if (column.contacts)
            for (const auto& contact : plan.company.contacts) things.emplace_back(contact.id, contact.name);
    }
    return Labels(std::move(things));
}

// Without commas and blanks, in narrow digits.
std::string plain_figure(const std::string& words)
{
    std::string digits;
    for (const char c : fold(words))
        if (c != ',' && c != ' ') digits += c;
    return digits;
}

std::optional<CellValue> figure_of(const std::string& words)
{
    const std::string digits = plain_figure(words);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size() || number > kMostFigure) return std::nullopt;
    return CellValue{number};
}

std::optional<CellValue> date_of(const std::string& words)
{
    std::string plain = plain_figure(words);
    std::replace(plain.begin(), plain.end(), '/', '-');
    int year = 0, month = 0, day = 0, used = 0;
    if (std::sscanf(plain.c_str(), "%4d-%2d-%2d%n", &year, &month, &day, &used) != 3 ||
        static_cast<std::size_t>(used) != plain.size())
        return std::nullopt;
    return CellValue{std::vector<std::string>{fmt::format("{:04}-{:02}-{:02}", year, month, day)}};
}

std::optional<CellValue> people_of(const Labels& labels, std::string_view words)
{
    std::vector<std::string> people;
    for (std::size_t begin = 0; begin <= words.size();) {
        const std::size_t end = std::min(words.find(kBetweenNames, begin), words.size());
        const auto id = labels.id(std::string(words.substr(begin, end - begin)));
        if (!id) return std::nullopt;
        people.push_back(*id);
        begin = end + kBetweenNames.size();
    }
    return CellValue{people};
}

std::string people_words(const Labels& labels, const std::vector<std::string>& people, Language language)
{
    std::string words;
    for (const std::string& person : people)
        words += (words.empty() ? "" : std::string(kBetweenNames)) + labels.label(person, language);
    return words;
}

std::string words_of_cell(const Labels& labels, const SessionPlan& plan, const Activity& activity, const Grid& grid,
                          const GridRow& row, std::size_t column, const TableTexts& texts, Language language, int seat)
{
    const Column& known = grid.columns[column];
    switch (known.type) {
    case ColumnType::text: return texts.cell(activity, grid, row, column, language);
    case ColumnType::date:
    case ColumnType::row: {
        const auto names = names_in(row, column);
        return names.empty() ? "" : names[0];
    }
    case ColumnType::person: return people_words(labels, names_in(row, column), language);
    case ColumnType::choice: {
        const ScaleValue* value = choice_in(plan, known, row, column, seat);
        return value ? labels.label(value->id, language) : std::string{};
    }
    default: break;
    }
    if (known.type == ColumnType::yes_no || known.op == ComputedOp::band) {
        const std::string id = value_id(plan, grid, row, column);
        return id.empty() ? id : labels.label(id, language);
    }
    const auto number = number_in(plan, grid, row, column, seat);
    return number ? std::to_string(*number) : "";
}

} // namespace

std::string cell_words(const Session& session, const Activity& activity, const Grid& grid, const GridRow& row,
                       std::size_t column, const TableTexts& texts, Language language, int seat)
{
    const SessionPlan& plan = *session.plan;
    return words_of_cell(labels_of(plan, grid.columns[column]), plan, activity, grid, row, column, texts, language,
                         seat);
}

CellWords::CellWords(const SessionPlan& plan, const Activity& activity, const Grid& grid)
    : plan_(plan), activity_(activity), grid_(grid)
{
    for (const Column& column : grid.columns) labels_.push_back(labels_of(plan, column));
}

std::string CellWords::words(const GridRow& row, std::size_t column, const TableTexts& texts, Language language,
                             int seat) const
{
    return words_of_cell(labels_[column], plan_, activity_, grid_, row, column, texts, language, seat);
}

std::vector<std::string> CellWords::to_choose(std::size_t column, Language language) const
{
    return labels_[column].all(language);
}

std::optional<CellValue> CellWords::meant(std::size_t column, const std::string& words) const
{
    const ColumnType type = grid_.columns[column].type;
    switch (type) {
    case ColumnType::text: return CellValue{Written{}};
    case ColumnType::count:
    case ColumnType::yen: return figure_of(words);
    case ColumnType::date: return date_of(words);
    case ColumnType::row: return CellValue{std::vector<std::string>{words}};
    case ColumnType::person: return people_of(labels_[column], words);
    case ColumnType::choice:
    case ColumnType::yes_no:
    case ColumnType::computed: break;
    }
    const auto id = labels_[column].id(words);
    if (!id) return std::nullopt;
    if (type == ColumnType::yes_no) return CellValue{*id == "yes"};
    return CellValue{std::vector<std::string>{*id}};
}

std::optional<CellValue> CellWords::read(std::size_t column, const std::string& words) const
{
    if (words.empty()) return CellValue{};
    auto value = meant(column, words);
    if (!value || !fits(plan_, grid_.columns[column], *value)) return std::nullopt;
    return value;
}

} // namespace sonae::workshop
