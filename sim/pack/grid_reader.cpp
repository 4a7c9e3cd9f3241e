// Grids: their rows, where these come from, and what is looked at in them.
#include "pack/grid_parts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sonae::pack {
namespace {

using namespace read;
using namespace workshop;

constexpr Choice<GridMeans> kGridMeans[] = {{"team", GridMeans::team},
                                            {"contacts", GridMeans::contacts},
                                            {"severity", GridMeans::severity},
                                            {"procedures", GridMeans::procedures},
                                            {"authority", GridMeans::authority}};
constexpr Choice<CheckKind> kChecks[] = {{"filled", CheckKind::filled},   {"one", CheckKind::one},
                                         {"differ", CheckKind::differ},   {"at_least", CheckKind::at_least},
                                         {"at_most", CheckKind::at_most}, {"apart", CheckKind::apart},
                                         {"load", CheckKind::load}};

std::optional<std::size_t> column_called(const SessionDraft& draft, const Grid& grid, const Slug& name)
{
    return place_of(name, ids_of(grid.columns), "列", "column", draft.told);
}

std::vector<std::string> row_ids(const Grid& grid)
{
    std::vector<std::string> ids = ids_of(grid.rows);
    for (const PreparedRow& row : grid.offers) ids.push_back(row.id);
    return ids;
}

void read_where(const SessionDraft& draft, GridCheck& check, const Grid& grid, ObjectReader in)
{
    if (const auto column = column_called(draft, grid, in.required_slug("column"))) check.where = *column;
    for (const Slug& value : in.optional_slugs("is", {1, 32})) check.is.push_back(value.text);
    if (in.has("is_not")) {
        check.is_not = true;
        for (const Slug& value : in.optional_slugs("is_not", {0, 32})) check.is.push_back(value.text);
    } else {
        in.optional_value("is_not");
    }
    if (in.has("is") == in.has("is_not"))
        in.error("check.form", "is か is_not の、どちらか一つを書きます", "write either \"is\" or \"is_not\"");
    if (check.where && grid.columns[*check.where].type == ColumnType::choice) {
        const auto known = ids_of(draft.plan.scales[grid.columns[*check.where].scale].values);
        for (const std::string_view key : {"is", "is_not"})
            for (const Value& value : in.value().find(key))
                if (value.is(Kind::string))
                    place_of({std::string(value.string()), value}, known, "尺度の値", "value of the scale", draft.told);
    }
    in.finish();
}

void read_company_rows(SessionDraft& draft, Grid& grid, ObjectReader& in, const std::vector<std::string>& fields)
{
    const auto rows = in.optional_choice("company_rows", kCompanyRows),
               offers = in.optional_choice("offers", kCompanyRows);
    if (rows)
        for (PreparedRow& row : company_rows(draft.plan, grid, *rows, fields, false))
            grid.rows.push_back(std::move(row));
    if (offers) grid.offers = company_rows(draft.plan, grid, *offers, fields, true);
    for (std::size_t c = 0; c < fields.size(); ++c) {
        if (fields[c].empty()) continue;
        const auto known = company_fields(rows ? *rows : offers.value_or(CompanyRows::none));
        const Value at = in.value().find("columns")[c].find("company");
        place_of({fields[c], at}, known, "会社の項目", "field of the company", draft.told);
    }
}

void read_own_rows(SessionDraft& draft, Grid& grid, ObjectReader in)
{
    grid.from.pack = in.required_slug("pack").text;
    grid.from.activity = in.required_slug("activity").text;
    if (const auto theirs = in.optional_slug("grid")) grid.from.grid = theirs->text;
    for (ObjectReader& pair : in.optional_objects("columns", {0, kMaxColumns})) {
        const auto column = column_called(draft, grid, pair.required_slug("column"));
        const Slug theirs = pair.required_slug("from");
        if (column && grid.columns[*column].type == ColumnType::computed)
            pair.error("column", "cell.value", "計算の列には持ち込めません",
                       "nothing is carried into a computed column");
        else if (column)
            grid.from.columns.emplace_back(*column, theirs.text);
        pair.finish();
    }
    in.finish();
}

void read_rows(SessionDraft& draft, Grid& grid, ObjectReader& in)
{
    for (ObjectReader& row : applying_rows(draft, in, "rows", kMaxGridRows)) {
        PreparedRow prepared;
        prepared.id = row.required_slug("id").text;
        prepared.name = row.required_text("name", 80);
        prepared.help = row.optional_text("help").value_or(Localized{});
        prepared.cells = read_cells(draft, grid, row);
        row.finish();
        grid.rows.push_back(std::move(prepared));
    }
}

// What its kind cannot do without.
void check_columns(const Grid& grid, ActivityKind kind, ObjectReader& in)
{
    for (const WantedColumn& wanted : wanted_columns(kind, grid.means)) {
        const auto column = column_that_means(grid, wanted.means);
        const auto* word = std::find_if(std::begin(kMeansWords), std::end(kMeansWords),
                                        [&](const auto& w) { return w.value == wanted.means; });
        if (!column) {
            if (wanted.must)
                in.error("columns", "column.missing", fmt::format("means: {} の列が要ります", word->name),
                         fmt::format("a column with \"means\": \"{}\" is needed", word->name));
            continue;
        }
        const ColumnType type = grid.columns[*column].type;
        if (type != wanted.type && type != wanted.also)
            in.error("columns", "column.missing", fmt::format("means: {} の列の種類（type）が合いません", word->name),
                     fmt::format("the column with \"means\": \"{}\" is of another type", word->name));
    }
    if (kind != ActivityKind::ledger) return;
    // 重要度 = max(C, I, A), in every ledger.
    const auto column = column_that_means(grid, Means::importance);
    std::vector<std::size_t> of;
    for (const Means means : {Means::confidentiality, Means::integrity, Means::availability})
        if (const auto part = column_that_means(grid, means)) of.push_back(*part);
    if (!column || of.size() != 3) return;
    std::vector<std::size_t> written = grid.columns[*column].of;
    std::sort(written.begin(), written.end()), std::sort(of.begin(), of.end());
    if (grid.columns[*column].op != ComputedOp::max || written != of)
        in.error("columns", "column.missing", "重要度は、機密性・完全性・可用性の三つの最大値（op: max）です",
                 "importance is the largest of confidentiality, integrity and availability (\"op\": \"max\")");
}

std::vector<std::string> read_columns(SessionDraft& draft, Grid& grid, ObjectReader& in)
{
    Rows columns = open_rows(in, "columns", kMaxColumns, true);
    tell_repeated(columns);
    std::vector<std::string> fields;
    for (ObjectReader& row : columns) {
        const Value company = row.value().find("company");
        fields.emplace_back(company.is(Kind::string) && is_slug(company.string()) ? company.string() : "");
        Column column = read_column(draft, grid, row);
        if (column.means != Means::nothing && column_that_means(grid, column.means))
            row.error("means", "column.form", "同じ means の列が、もう一つあります", "another column means the same");
        grid.columns.push_back(std::move(column));
    }
    return fields;
}

} // namespace

GridCheck read_check(const SessionDraft& draft, const Grid& grid, ObjectReader& in)
{
    GridCheck check;
    check.id = in.required_slug("id").text;
    check.kind = in.required_choice("check", kChecks);
    check.column = column_called(draft, grid, in.required_slug("column")).value_or(0);
    if (const auto other = in.optional_slug("other")) check.other = column_called(draft, grid, *other).value_or(0);
    check.bound = in.optional_integer<std::int64_t>("bound", 0, kMostYen).value_or(0);
    const auto apart = in.optional_slugs("rows", {2, 2});
    for (std::size_t r = 0; r < std::min<std::size_t>(apart.size(), 2); ++r) {
        place_of(apart[r], row_ids(grid), "行", "row", draft.told);
        check.rows[r] = apart[r].text;
    }
    if (auto where = in.optional_object("where")) read_where(draft, check, grid, *std::move(where));
    check.sentence = in.optional_text("sentence", 200).value_or(Localized{});
    const bool bounded =
        check.kind == CheckKind::at_least || check.kind == CheckKind::at_most || check.kind == CheckKind::load;
    const auto fits = [&](std::string_view key, bool wanted) {
        if (in.has(key) == wanted) return;
        if (wanted)
            in.error("check.form", fmt::format("この確かめ方には {} が要ります", key),
                     fmt::format("this check needs \"{}\"", key));
        else
            in.error(key, "check.form", fmt::format("この確かめ方に {} は書けません", key),
                     fmt::format("this check has no \"{}\"", key));
    };
    fits("other", check.kind == CheckKind::differ);
    fits("bound", bounded);
    fits("rows", check.kind == CheckKind::apart);
    in.finish();
    return check;
}

Grid read_grid(SessionDraft& draft, ActivityKind kind, ObjectReader in)
{
    Grid grid;
    grid.id = in.required_slug("id").text;
    grid.name = in.required_text("name", 80);
    grid.means = in.optional_choice("means", kGridMeans).value_or(GridMeans::nothing);
    const auto fields = read_columns(draft, grid, in);
    grid.rated = std::any_of(grid.columns.begin(), grid.columns.end(), [](const Column& c) { return c.rated; });
    read_rows(draft, grid, in);
    read_company_rows(draft, grid, in, fields);
    if (auto own = in.optional_object("own_rows")) read_own_rows(draft, grid, *std::move(own));
    grid.free_rows = in.optional_integer<std::size_t>("free_rows", 0, workshop::kMostFreeRows).value_or(0);
    check_columns(grid, kind, in);
    for (ObjectReader& check : applying_rows(draft, in, "checks", kMaxChecks))
        grid.checks.push_back(read_check(draft, grid, check));
    add_own_checks(kind, grid);
    in.finish();
    return grid;
}

} // namespace sonae::pack
