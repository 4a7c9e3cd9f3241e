#include "workshop/activities/grid_checks.hpp"

#include "workshop/activities/grid_values.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sonae::workshop {
namespace {

using Names = std::vector<std::string>;

std::string with(std::string text, std::string_view hole, const std::string& word)
{
    for (std::size_t at = text.find(hole); at != std::string::npos; at = text.find(hole, at + word.size()))
        text.replace(at, hole.size(), word);
    return text;
}

Names in_both(const Names& left, const Names& right)
{
    Names both;
    for (const std::string& name : left)
        if (std::find(right.begin(), right.end(), name) != right.end()) both.push_back(name);
    return both;
}

// What fills the holes of a sentence.
struct Words {
    Localized row, column, other, person;
    std::int64_t count = 0, bound = 0;
};

Localized filled_in(const Localized& sentence, const Words& words)
{
    const auto fill = [&](const std::string& text, Language language) {
        std::string done = with(text, "{row}", words.row.in(language));
        done = with(done, "{column}", words.column.in(language));
        done = with(done, "{other}", words.other.in(language));
        done = with(done, "{person}", words.person.in(language));
        done = with(done, "{count}", std::to_string(words.count));
        return with(done, "{bound}", std::to_string(words.bound));
    };
    return {fill(sentence.ja, Language::ja), sentence.en.empty() ? "" : fill(sentence.en, Language::en)};
}

Localized own_sentence(const GridCheck& check, const Words& words)
{
    switch (check.kind) {
    case CheckKind::filled: return {"「{row}」の{column}が空いています", "\"{row}\": {column} is empty"};
    case CheckKind::one:
        if (words.count == 0) return {"「{row}」に{column}がいません", "\"{row}\" has nobody as {column}"};
        return {"「{row}」の{column}が{count}人います（{person}）。一人に決めます",
                "\"{row}\" has {count} people as {column} ({person}): settle on one"};
    case CheckKind::differ:
        return {"「{row}」では、{person}が{column}と{other}を兼ねています",
                "\"{row}\": {person} is both {column} and {other}"};
    case CheckKind::at_least:
        return {"「{row}」の{column}が{count}です（{bound}以上のはずです）",
                "\"{row}\": {column} is {count}, expected {bound} or more"};
    case CheckKind::at_most:
        return {"「{row}」の{column}が{count}です（{bound}までのはずです）",
                "\"{row}\": {column} is {count}, expected {bound} or less"};
    case CheckKind::apart:
        return {"「{row}」と「{other}」の{column}が同じ人です（{person}）",
                "\"{row}\" and \"{other}\" have the same {column} ({person})"};
    case CheckKind::load:
        return {"{person}が{count}か所で{column}になっています（{bound}まで）",
                "{person} is {column} in {count} places (at most {bound})"};
    }
    return {};
}

class GridChecks {
  public:
    GridChecks(std::vector<Finding>& found, const Session& session, const Activity& activity, std::size_t place,
               const FindingWords& wanted)
        : found_(found), plan_(*session.plan), activity_(activity), grid_(activity.grids[place]),
          state_(state_of(session, activity).grids[place]), wanted_(wanted)
    {
    }

    void run()
    {
        if (present_rows(state_) == 0)
            found_.push_back({"no_rows",
                              activity_.id,
                              grid_.id,
                              "",
                              "",
                              {fmt::format("「{}」に、まだ何も書かれていません", grid_.name.ja),
                               fmt::format("\"{}\" is still empty", grid_.name.in(Language::en))}});
        for (const GridCheck& check : grid_.checks) {
            if (check.kind == CheckKind::apart)
                check_apart(check);
            else if (check.kind == CheckKind::load)
                check_load(check);
            else
                for (const GridRow& row : state_.rows)
                    if (row.present && concerns(check, row)) check_row(check, row);
        }
    }

  private:
    Localized name_of(const GridRow& row) const
    {
        Localized name = row_name(plan_, grid_, row.id);
        if (!name.ja.empty()) return name;
        const std::string own = wanted_.namer ? wanted_.namer(activity_, grid_, row) : "";
        if (!own.empty()) return {own, own};
        return {fmt::format("足した行{}", free_number(row.id)), fmt::format("added row {}", free_number(row.id))};
    }
    Localized people(const Names& names) const
    {
        Localized all;
        for (const std::string& name : names) {
            const Localized person = person_name(plan_, name);
            all.ja += (all.ja.empty() ? "" : "、") + person.ja;
            all.en += (all.en.empty() ? "" : ", ") + person.in(Language::en);
        }
        return all;
    }
    // A column is filled when it holds something; a computed one, when it can be computed.
    bool holds(const GridRow& row, std::size_t column) const
    {
        if (grid_.columns[column].type == ColumnType::computed) return number_in(plan_, grid_, row, column).has_value();
        return !is_empty(row, column);
    }
    bool concerns(const GridCheck& check, const GridRow& row) const
    {
        if (!check.where) return true;
        if (check.is.empty()) return holds(row, *check.where) == check.is_not;
        Names names = names_in(row, *check.where);
        if (names.empty()) names.push_back(value_id(plan_, grid_, row, *check.where));
        return in_both(names, check.is).empty() == check.is_not;
    }
    // `words` are asked only for a sentence that somebody will read.
    template <class WordsOf>
    void tell(const GridCheck& check, const std::string& row, const WordsOf& words_of)
    {
        found_.push_back({check.id, activity_.id, grid_.id, row, grid_.columns[check.column].id, {}});
        if (found_.size() > wanted_.most) return;
        Words words = words_of();
        words.column = grid_.columns[check.column].name;
        words.bound = check.bound;
        if (check.kind == CheckKind::differ) words.other = grid_.columns[check.other].name;
        const Localized sentence = check.sentence.ja.empty() ? own_sentence(check, words) : check.sentence;
        found_.back().sentence = filled_in(sentence, words);
    }
    void check_row(const GridCheck& check, const GridRow& row)
    {
        const auto tell_row = [&](const Names& names, std::optional<std::int64_t> count = {}) {
            tell(check, row.id, [&] {
                return Words{
                    name_of(row), {}, {}, people(names), count.value_or(static_cast<std::int64_t>(names.size())), 0};
            });
        };
        switch (check.kind) {
        case CheckKind::filled:
            if (!holds(row, check.column)) tell_row(names_in(row, check.column));
            return;
        case CheckKind::one:
            if (const Names names = names_in(row, check.column); names.size() != 1) tell_row(names);
            return;
        case CheckKind::differ: {
            const Names names = names_in(row, check.column), both = in_both(names, names_in(row, check.other));
            if (!both.empty()) tell_row(both, static_cast<std::int64_t>(names.size()));
            return;
        }
        case CheckKind::at_least:
        case CheckKind::at_most: {
            const auto number = number_in(plan_, grid_, row, check.column);
            if (!number) return; // that it is empty is for another check
            const bool low = check.kind == CheckKind::at_least && *number < check.bound;
            const bool high = check.kind == CheckKind::at_most && *number > check.bound;
            if (low || high) tell_row(names_in(row, check.column), *number);
            return;
        }
        default: return;
        }
    }
    void check_apart(const GridCheck& check)
    {
        const GridRow* one = find_row(state_, check.rows[0]);
        const GridRow* other = find_row(state_, check.rows[1]);
        if (!one || !other || !one->present || !other->present) return;
        const Names both = in_both(names_in(*one, check.column), names_in(*other, check.column));
        if (!both.empty())
            tell(check, one->id, [&] { return Words{name_of(*one), {}, name_of(*other), people(both), 0, 0}; });
    }
    void check_load(const GridCheck& check)
    {
        std::map<std::string, std::int64_t> rows;
        for (const GridRow& row : state_.rows)
            if (row.present && concerns(check, row))
                for (const std::string& name : names_in(row, check.column)) ++rows[name];
        for (const auto& entry : rows) {
            const auto& [name, count] = entry;
            if (count > check.bound)
                tell(check, "", [&] { return Words{{}, {}, {}, person_name(plan_, entry.first), entry.second, 0}; });
        }
    }

    std::vector<Finding>& found_;
    const SessionPlan& plan_;
    const Activity& activity_;
    const Grid& grid_;
    const GridState& state_;
    const FindingWords& wanted_;
};

} // namespace

void check_grid(std::vector<Finding>& found, const Session& session, const Activity& activity, std::size_t grid,
                const FindingWords& wanted)
{
    GridChecks(found, session, activity, grid, wanted).run();
}

} // namespace sonae::workshop
