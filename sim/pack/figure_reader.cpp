// "activity.figure(args)" or "activity.grid.figure(args)": what an output is made of.
#include "base/text.hpp"
#include "engine/indicator.hpp"
#include "pack/session_parts.hpp"
#include "read/expectation.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sonae::pack {
namespace {

using namespace read;
using namespace workshop;

struct Parts { // as written
    std::vector<std::string> path;
    std::vector<std::string> arguments;
};

bool is_name(std::string_view text)
{
    return !text.empty() && text.size() <= kMaxSlug && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    });
}

std::vector<std::string> split(std::string_view text, char by)
{
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(by, begin), text.size());
        std::string_view part = text.substr(begin, end - begin);
        while (part.starts_with(' ')) part.remove_prefix(1);
        while (part.ends_with(' ')) part.remove_suffix(1);
        parts.emplace_back(part);
        begin = end + 1;
    }
    return parts;
}

std::optional<Parts> parts_of(std::string_view text)
{
    Parts parts;
    const std::size_t open = text.find('(');
    parts.path = split(text.substr(0, open), '.');
    if (open != std::string_view::npos) {
        if (!text.ends_with(')')) return std::nullopt;
        const std::string_view inner = text.substr(open + 1, text.size() - open - 2);
        if (!inner.empty()) parts.arguments = split(inner, ',');
    }
    const auto sound = [](const auto& names) { return std::all_of(names.begin(), names.end(), is_name); };
    if (parts.path.size() < 2 || parts.path.size() > 3 || !sound(parts.path) || !sound(parts.arguments))
        return std::nullopt;
    return parts;
}

bool has_part(const Activity& activity, FigurePart part)
{
    switch (part) {
    case FigurePart::any: return true;
    case FigurePart::grid: return !activity.grids.empty();
    case FigurePart::board: return !activity.board.cards.empty();
    case FigurePart::questionnaire: return activity.questionnaire.exists();
    case FigurePart::prompts: return !activity.prompts.empty();
    case FigurePart::calls: return activity.calls.exists();
    case FigurePart::drill: return activity.kind == ActivityKind::drill;
    }
    return false;
}

std::vector<std::string> check_ids(const Activity& activity)
{
    std::vector<std::string> ids{"no_rows", "over_budget", "too_many", "open_pair", "unanswered", "not_reached"};
    for (const Grid& grid : activity.grids)
        for (const GridCheck& check : grid.checks) ids.push_back(check.id);
    return ids;
}

std::vector<std::string> indicator_ids()
{
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < engine::kIndicators; ++i)
        ids.emplace_back(engine::indicator_name(static_cast<engine::Indicator>(i)));
    return ids;
}

class FigureReader {
  public:
    FigureReader(SessionDraft& draft, const Value& at) : draft_(draft), at_(at) {}

    std::optional<Figure> read(const Parts& parts);

  private:
    bool find_word(const Parts& parts);
    bool argument(Argument kind, const std::string& name);
    std::vector<std::string> known(Argument kind) const;
    void set_type();
    const Activity& activity() const { return draft_.plan.activities[figure_.activity]; }
    const Grid& grid() const { return activity().grids[figure_.grid]; }
    std::optional<std::size_t> find(const std::string& name, const std::vector<std::string>& known,
                                    const std::string& ja, const std::string& en);

    SessionDraft& draft_;
    Value at_;
    Figure figure_;
    const FigureWord* word_ = nullptr;
};

std::optional<std::size_t> FigureReader::find(const std::string& name, const std::vector<std::string>& known,
                                              const std::string& ja, const std::string& en)
{
    const auto found = std::find(known.begin(), known.end(), name);
    if (found != known.end()) return static_cast<std::size_t>(found - known.begin());
    auto fault = error(draft_.told, at_, "figure.unknown", fmt::format("「{}」という{}はありません", name, ja),
                       fmt::format("there is no {} called '{}'", en, name));
    suggest(fault, nearest_name(name, known), known);
    return std::nullopt;
}

// The figures of that name that the activity offers; with a grid's id, those of grids.
bool FigureReader::find_word(const Parts& parts)
{
    std::vector<std::string> names;
    for (const FigureWord& word : figure_words())
        if (has_part(activity(), word.part)) names.emplace_back(word.name);
    if (!find(parts.path.back(), names, "値", "figure")) return false;
    for (const FigureWord& word : figure_words())
        if (word.name == parts.path.back() && has_part(activity(), word.part)) word_ = &word;
    figure_.kind = word_->kind, figure_.type = word_->type;
    return true;
}

std::vector<std::string> FigureReader::known(Argument kind) const
{
    switch (kind) {
    case Argument::row: {
        std::vector<std::string> rows = ids_of(grid().rows);
        for (const PreparedRow& row : grid().offers) rows.push_back(row.id);
        return rows;
    }
    case Argument::column: return ids_of(grid().columns);
    case Argument::value:
        if (figure_.column) {
            const Column& column = grid().columns[*figure_.column];
            if (column.type == ColumnType::choice || column.op == ComputedOp::band)
                return ids_of(draft_.plan.scales[column.scale].values);
            if (column.type == ColumnType::yes_no) return {"yes", "no"};
        }
        return {};
    case Argument::check: return check_ids(activity());
    case Argument::card: return ids_of(activity().board.cards);
    case Argument::place: return ids_of(activity().board.places);
    case Argument::pair: return ids_of(activity().board.pairs);
    case Argument::question: return ids_of(activity().questionnaire.questions);
    case Argument::asked: return {"pre", "post", "then"};
    case Argument::prompt: return ids_of(activity().prompts);
    case Argument::situation: return ids_of(activity().calls.situations);
    case Argument::indicator: return indicator_ids();
    }
    return {};
}

bool FigureReader::argument(Argument kind, const std::string& name)
{
    constexpr std::pair<const char*, const char*> kWords[] = {
        {"行", "row"},    {"列", "column"},   {"値", "value"},       {"確かめ", "check"},
        {"札", "card"},   {"場所", "place"},  {"組", "pair"},        {"質問", "question"},
        {"時期", "time"}, {"問い", "prompt"}, {"場面", "situation"}, {"数値", "indicator"}};
    const auto& [ja, en] = kWords[static_cast<std::size_t>(kind)];
    const auto place = find(name, known(kind), ja, en);
    if (!place) return false;
    if (kind == Argument::column) figure_.column = *place;
    if (kind == Argument::indicator && engine::indicator_in_yen(static_cast<engine::Indicator>(*place)))
        figure_.type = engine::ValueType::yen;
    figure_.names.push_back(name);
    return true;
}

void FigureReader::set_type()
{
    if (!word_->by_column || !figure_.column) return;
    const Column& column = grid().columns[*figure_.column];
    if (column.type == ColumnType::yen || column.in_yen) figure_.type = engine::ValueType::yen;
    if (column.type == ColumnType::yes_no && figure_.kind == FigureKind::value)
        figure_.type = engine::ValueType::boolean;
    const bool counts = column.type == ColumnType::count || column.type == ColumnType::yen ||
                        column.type == ColumnType::choice || column.type == ColumnType::computed ||
                        (column.type == ColumnType::yes_no && figure_.kind == FigureKind::value);
    if (!counts)
        error(draft_.told, at_, "figure.type", fmt::format("列「{}」は数えられません", column.id),
              fmt::format("the column '{}' is no figure", column.id));
}

std::optional<Figure> FigureReader::read(const Parts& parts)
{
    const auto activity_place = find(parts.path[0], ids_of(draft_.plan.activities), "活動", "activity");
    if (!activity_place) return std::nullopt;
    figure_.activity = *activity_place;
    if (parts.path.size() == 3) {
        const auto grid_place = find(parts.path[1], ids_of(activity().grids), "表", "grid");
        if (!grid_place) return std::nullopt;
        figure_.grid = *grid_place;
    }
    if (!find_word(parts)) return std::nullopt;
    if (word_->part == FigurePart::grid && parts.path.size() == 2 && activity().grids.size() > 1) {
        error(draft_.told, at_, "figure.syntax",
              fmt::format("「{}」には表がいくつもあります。どの表かも書きます", activity().id),
              fmt::format("'{}' has several grids: say which", activity().id))
            .hint(fmt::format("例: {}.{}.{}", activity().id, activity().grids[0].id, word_->name),
                  fmt::format("such as {}.{}.{}", activity().id, activity().grids[0].id, word_->name));
        return std::nullopt;
    }
    if (parts.arguments.size() < word_->least || parts.arguments.size() > word_->arguments.size()) {
        error(draft_.told, at_, "figure.syntax", fmt::format("{} の ( ) の中の数が合いません", word_->name),
              fmt::format("'{}' takes another number of arguments", word_->name));
        return std::nullopt;
    }
    for (std::size_t i = 0; i < parts.arguments.size(); ++i)
        if (!argument(word_->arguments[i], parts.arguments[i])) return std::nullopt;
    set_type();
    return figure_;
}

} // namespace

std::optional<Figure> read_figure(SessionDraft& draft, ObjectReader& in, std::string_view key)
{
    const std::string text = in.required_string(key, 200);
    if (text.empty()) return std::nullopt;
    const Value at = in.value().find(key);
    const auto parts = parts_of(text);
    if (!parts) {
        error(draft.told, at, "figure.syntax", fmt::format("「{}」は値の書き方ではありません", shown(text)),
              fmt::format("'{}' is no figure", shown(text)))
            .hint("\"活動.値(名前, …)\" か \"活動.表.値(名前, …)\" と書きます。例: \"ledger.covers(ma03)\"",
                  "write \"activity.figure(names)\" or \"activity.grid.figure(names)\", like \"ledger.covers(ma03)\"");
        return std::nullopt;
    }
    return FigureReader(draft, at).read(*parts);
}

} // namespace sonae::pack
