// The columns of a grid, and the values that a pack writes into cells.
#include "pack/grid_parts.hpp"
#include "pack/session_parts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sonae::pack {
namespace {

using namespace read;
using namespace workshop;

constexpr Choice<ColumnType> kTypes[] = {
    {"choice", ColumnType::choice}, {"yes_no", ColumnType::yes_no}, {"count", ColumnType::count},
    {"yen", ColumnType::yen},       {"date", ColumnType::date},     {"person", ColumnType::person},
    {"row", ColumnType::row},       {"text", ColumnType::text},     {"computed", ColumnType::computed}};
constexpr Choice<ComputedOp> kOps[] = {{"max", ComputedOp::max},       {"min", ComputedOp::min},
                                       {"sum", ComputedOp::sum},       {"product", ComputedOp::product},
                                       {"lookup", ComputedOp::lookup}, {"band", ComputedOp::band}};

// A member that this type of column has no use for, or lacks.
void check_form(ObjectReader& in, const Column& column)
{
    const bool choice = column.type == ColumnType::choice, computed = column.type == ColumnType::computed;
    const bool band = column.op == ComputedOp::band;
    const auto fits = [&](std::string_view key, bool may, bool must) {
        if (in.has(key) && !may)
            in.error(key, "column.form", fmt::format("この種類の列に {} は書けません", key),
                     fmt::format("a column of this type has no \"{}\"", key));
        if (!in.has(key) && must)
            in.error("column.form", fmt::format("この種類の列には {} が要ります", key),
                     fmt::format("a column of this type needs \"{}\"", key));
    };
    fits("scale", choice || band, choice || band);
    fits("contacts", column.type == ColumnType::person, false);
    fits("most", column.type == ColumnType::person || column.type == ColumnType::text, false);
    fits("rows_of", column.type == ColumnType::row, column.type == ColumnType::row);
    fits("op", computed, computed);
    fits("of", computed, computed);
    fits("table", column.op == ComputedOp::lookup, column.op == ComputedOp::lookup);
    fits("rated", !computed && column.type != ColumnType::text, false);
    fits("company", !computed && column.type != ColumnType::row, false);
}

bool countable(const Column& column)
{
    return column.type == ColumnType::choice || column.type == ColumnType::count || column.type == ColumnType::yen ||
           (column.type == ColumnType::computed && column.op != ComputedOp::band);
}

void read_table(Column& column, ObjectReader& in)
{
    const auto rows = in.optional_value("table");
    if (!rows) return;
    if (!rows->is(Kind::array)) {
        in.error(*rows, "column.form", "table は、数の並びを並べたものです", "a table is a list of lists of numbers");
        return;
    }
    for (const Value& row : *rows) {
        column.table.emplace_back();
        for (const Value& cell : row) column.table.back().push_back(cell.is(Kind::integer) ? cell.integer() : 0);
    }
}

// What is computed from what; only columns to the left, so that no chain can turn in a circle.
void check_computed(const SessionDraft& draft, Column& column, const Grid& grid, ObjectReader& in)
{
    const auto wrong = [&](std::string ja, std::string en) {
        in.error("of", "column.form", std::move(ja), std::move(en));
    };
    const std::size_t wanted = column.op == ComputedOp::lookup ? 2 : 1;
    if (column.of.size() < wanted || (column.op == ComputedOp::band && column.of.size() != 1) ||
        (column.op == ComputedOp::lookup && column.of.size() != 2))
        return wrong("計算のもとになる列の数が合いません", "the number of columns to compute from is wrong");
    for (const std::size_t from : column.of) {
        if (!countable(grid.columns[from]))
            return wrong(fmt::format("列「{}」は数として計算できません", grid.columns[from].id),
                         fmt::format("nothing can be computed from the column '{}'", grid.columns[from].id));
        column.in_yen = column.in_yen || grid.columns[from].type == ColumnType::yen || grid.columns[from].in_yen;
    }
    if (column.op != ComputedOp::lookup) return;
    const auto size_of = [&](std::size_t c) {
        const Column& from = grid.columns[column.of[c]];
        return from.type == ColumnType::choice ? draft.plan.scales[from.scale].values.size() : 0;
    };
    const bool square = column.table.size() == size_of(0) && size_of(0) > 0 &&
                        std::all_of(column.table.begin(), column.table.end(),
                                    [&](const auto& row) { return row.size() == size_of(1); });
    if (!square)
        in.error("table", "column.form",
                 "table には、一つ目の列の尺度の値ごとに一行、二つ目の列の尺度の値ごとに一つの数を、尺度の順に書きます",
                 "a table has a row for each value of the first column's scale and a number for each of the second's, "
                 "in their order");
}

std::optional<std::vector<std::string>> names_in(const Value& value)
{
    std::vector<std::string> names;
    if (value.is(Kind::string)) names.emplace_back(value.string());
    if (value.is(Kind::array))
        for (const Value& name : value) {
            if (!name.is(Kind::string)) return std::nullopt;
            names.emplace_back(name.string());
        }
    if (names.empty()) return std::nullopt;
    return names;
}

bool all_known(const std::vector<std::string>& names, const SessionDraft& draft, const Column& column)
{
    return std::all_of(names.begin(), names.end(), [&](const std::string& name) {
        return draft.names.find(NameKind::person, name) ||
               (column.contacts && draft.names.find(NameKind::contact, name));
    });
}

std::optional<PreparedCell> written_cell(const SessionDraft& draft, const Column& column, const Value& value)
{
    const auto names = names_in(value);
    switch (column.type) {
    case ColumnType::choice: {
        const auto known = ids_of(draft.plan.scales[column.scale].values);
        if (!value.is(Kind::string) || std::find(known.begin(), known.end(), (*names)[0]) == known.end()) return {};
        return PreparedCell{*names, {}};
    }
    case ColumnType::yes_no:
        if (!value.is(Kind::boolean)) return {};
        return PreparedCell{value.boolean(), {}};
    case ColumnType::count:
    case ColumnType::yen:
        if (!value.is(Kind::integer) || value.integer() < 0 || value.integer() > kMostYen) return {};
        return PreparedCell{value.integer(), {}};
    case ColumnType::date: {
        const auto date = value.is(Kind::string) ? parse_date(value.string()) : std::nullopt;
        if (!date) return {};
        return PreparedCell{*names, {}};
    }
    case ColumnType::person:
        if (!names || names->size() > column.most || !all_known(*names, draft, column)) return {};
        return PreparedCell{*names, {}};
    case ColumnType::row:
        if (!value.is(Kind::string) || !is_slug(value.string())) return {};
        return PreparedCell{*names, {}};
    case ColumnType::text: {
        const Value ja = value.find("ja"), en = value.find("en");
        if (!ja.is(Kind::string) || ja.string().empty() || (en.exists() && !en.is(Kind::string))) return {};
        return PreparedCell{Written{}, {std::string(ja.string()), en.exists() ? std::string(en.string()) : ""}};
    }
    case ColumnType::computed: return {};
    }
    return {};
}

} // namespace

Column read_column(const SessionDraft& draft, const Grid& grid, ObjectReader& in)
{
    Column column;
    column.id = in.required_slug("id").text;
    if (column.id == "name" || column.id == "id")
        in.error("id", "column.form", "name と id は、行の名前と識別名の列のためにとってあります",
                 "\"name\" and \"id\" are kept for a row's name and id");
    column.name = in.required_text("name", 80);
    column.help = in.optional_text("help").value_or(Localized{});
    column.type = in.required_choice("type", kTypes);
    column.means = in.optional_choice("means", kMeansWords).value_or(Means::nothing);
    column.rated = in.optional_bool("rated").value_or(false);
    column.contacts = in.optional_bool("contacts").value_or(false);
    const std::size_t usual = column.type == ColumnType::text ? 200 : 1;
    column.most = in.optional_integer<std::size_t>("most", 1, 2000).value_or(usual);
    column.op = in.optional_choice("op", kOps).value_or(ComputedOp::none);
    in.optional_slug("company"); // read with the rows
    if (in.has("scale"))
        column.scale = scale_called(draft, in, "scale").value_or(0);
    else
        in.optional_value("scale");
    if (const auto rows = in.optional_string("rows_of", 2 * kMaxSlug + 1)) {
        const std::size_t dot = std::min(rows->find('.'), rows->size());
        column.of_activity = rows->substr(0, dot);
        if (dot < rows->size()) column.of_grid = rows->substr(dot + 1);
    }
    for (const Slug& name : in.optional_slugs("of", {0, kMaxColumns}))
        if (const auto from = place_of(name, ids_of(grid.columns), "（左側の）列", "column to the left", draft.told))
            column.of.push_back(*from);
    read_table(column, in);
    check_form(in, column);
    if (column.type == ColumnType::computed && in.sound()) check_computed(draft, column, grid, in);
    if (draft.plan.scales.empty() && (column.type == ColumnType::choice || column.op == ComputedOp::band))
        column.type = ColumnType::count; // told of: harmless to go on with
    in.finish();
    return column;
}

std::map<std::size_t, PreparedCell> read_cells(const SessionDraft& draft, const Grid& grid, ObjectReader& row)
{
    std::map<std::size_t, PreparedCell> cells;
    auto in = row.optional_object("cells");
    if (!in) return cells;
    for (const Value& value : in->value()) {
        in->optional_value(value.key());
        const auto column =
            place_of({std::string(value.key()), value}, ids_of(grid.columns), "列", "column", draft.told);
        if (!column || value.is(Kind::faulty)) continue;
        if (auto cell = written_cell(draft, grid.columns[*column], value))
            cells[*column] = std::move(*cell);
        else
            in->error(value, "cell.value", "この列に入る値ではありません", "the column cannot hold this")
                .hint("選択は尺度の値の識別名、人は識別名、日付は \"2024-03-31\"、文は {\"ja\": "
                      "…}、計算の列には書けません",
                      "a choice by the id of the scale's value, a person by id, a date like \"2024-03-31\", a text as "
                      "{\"ja\": …}; nothing in a computed column");
    }
    return cells;
}

} // namespace sonae::pack
