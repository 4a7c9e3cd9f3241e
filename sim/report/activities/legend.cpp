// Below a blank grid: what its columns ask for, what the choices mean, and how computed columns are worked out.
#include "report/activities/parts.hpp"
#include "report/activities/words.hpp"
#include "workshop/activities/grid_values.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sonae::report {
namespace {

using namespace workshop;

struct Legend {
    Html& html;
    const ActivitySource& from;
    const Grid& grid;
};

std::string quoted_name(const Legend& l, const std::string& words)
{
    return l.from.language == Language::ja ? "「" + words + "」" : "“" + words + "”";
}

std::string column_names(const Legend& l, const Column& column)
{
    std::string names;
    for (const std::size_t c : column.of)
        names += (names.empty() ? "" : activity_words::and_word.in(l.from.language)) +
                 quoted_name(l, l.from.say(l.grid.columns[c].name));
    return names;
}

std::string band_sizes(const Legend& l, const Column& column)
{
    std::string sizes;
    for (const ScaleValue& value : l.from.plan().scales[column.scale].values)
        sizes += (sizes.empty()                     ? ""
                  : l.from.language == Language::ja ? "、"
                                                    : ", ") +
                 said(activity_words::from_value, l.from.language, value.value, l.from.say(value.name));
    return sizes;
}

std::string computed_words(const Legend& l, const Column& column)
{
    const Language language = l.from.language;
    const std::string names = column_names(l, column);
    const std::string how = activity_words::computed_from.in(language);
    switch (column.op) {
    case ComputedOp::max: return how + said(activity_words::op_max, language, names);
    case ComputedOp::min: return how + said(activity_words::op_min, language, names);
    case ComputedOp::sum: return how + said(activity_words::op_sum, language, names);
    case ComputedOp::product: return how + said(activity_words::op_product, language, names);
    case ComputedOp::lookup: return how + said(activity_words::op_lookup, language, names);
    case ComputedOp::band: return how + said(activity_words::op_band, language, names, band_sizes(l, column));
    case ComputedOp::none: break;
    }
    return {};
}

// With what they mean, where any of them says so.
void write_legend_values(const Legend& l, const Scale& scale)
{
    const bool signs = circles(l.from, scale).empty();
    const bool told = std::any_of(scale.values.begin(), scale.values.end(),
                                  [](const ScaleValue& value) { return !value.text.ja.empty(); });
    if (!told && !signs) return;
    l.html.raw(told ? "<ul class=\"values told\">" : "<ul class=\"values\">");
    for (std::size_t v = 0; v < scale.values.size(); ++v) {
        const ScaleValue& value = scale.values[v];
        l.html.raw("<li><b>").text((signs ? number_sign(v) + " " : "") + l.from.say(value.name)).raw("</b>");
        if (!value.text.ja.empty())
            l.html.text((l.from.language == Language::ja ? "　" : "  ") + l.from.say(value.text));
        l.html.raw("</li>");
    }
    l.html.raw("</ul>\n");
}

void write_legend_column(const Legend& l, std::size_t c, std::vector<std::size_t>& scales)
{
    const Column& column = l.grid.columns[c];
    const std::string computed = computed_words(l, column), help = l.from.say(column.help);
    const bool chooses = column.type == ColumnType::choice;
    const bool first = chooses && std::find(scales.begin(), scales.end(), column.scale) == scales.end();
    if (computed.empty() && help.empty() && !first) return;
    l.html.raw("<tr><th>").raw(head_words(l.from.say(column.name), l.from.language)).raw("</th><td>");
    if (!help.empty()) l.html.element("p", "", help);
    if (!computed.empty()) l.html.element("p", "", computed);
    if (first) {
        scales.push_back(column.scale);
        write_legend_values(l, l.from.plan().scales[column.scale]);
    }
    l.html.raw("</td></tr>\n");
}

// The rows are those of the first column that is looked at, its columns those of the second.
void write_lookup(const Legend& l, const Column& column)
{
    const auto values = [&](std::size_t of) -> const std::vector<ScaleValue>& {
        return l.from.plan().scales[l.grid.columns[column.of[of]].scale].values;
    };
    l.html.raw("<div class=\"lookup\">");
    l.html.element("p", "cap", said(activity_words::lookup_title, l.from.language, l.from.say(column.name)));
    l.html.raw("<table><tr><th>")
        .text(l.from.say(l.grid.columns[column.of[0]].name) + " ＼ " + l.from.say(l.grid.columns[column.of[1]].name))
        .raw("</th>");
    for (const ScaleValue& value : values(1)) l.html.raw("<th>").text(l.from.say(value.name)).raw("</th>");
    l.html.raw("</tr>\n");
    for (std::size_t r = 0; r < column.table.size(); ++r) {
        l.html.raw("<tr><th>").text(l.from.say(values(0)[r].name)).raw("</th>");
        for (const std::int64_t value : column.table[r]) l.html.raw(fmt::format("<td>{}</td>", value));
        l.html.raw("</tr>\n");
    }
    l.html.raw("</table></div>\n");
}

// Those that are looked up in the same way are shown once.
void write_lookups(const Legend& l)
{
    std::vector<std::vector<std::vector<std::int64_t>>> shown;
    for (const Column& column : l.grid.columns) {
        if (column.op != ComputedOp::lookup) continue;
        if (std::find(shown.begin(), shown.end(), column.table) != shown.end()) continue;
        shown.push_back(column.table);
        write_lookup(l, column);
    }
}

} // namespace

void write_legend(Html& html, const ActivitySource& from, const Grid& grid)
{
    Html rows;
    const Legend l{rows, from, grid};
    std::vector<std::size_t> scales;
    for (std::size_t c = 0; c < grid.columns.size(); ++c) write_legend_column(l, c, scales);
    const std::string told = rows.take();
    if (told.empty()) return;
    html.element("p", "legend-head", activity_words::how_to_fill.in(from.language));
    const bool signs = std::any_of(grid.columns.begin(), grid.columns.end(), [&](const Column& column) {
        return column.type == ColumnType::choice && circles(from, from.plan().scales[column.scale]).empty();
    });
    if (signs) html.element("p", "key", activity_words::by_number.in(from.language));
    html.raw("<table class=\"legend\">\n").raw(told).raw("</table>\n");
    write_lookups({html, from, grid});
}

namespace {

template <class People>
std::string people_words(const ActivitySource& from, const People& people)
{
    std::string names;
    for (const auto& person : people)
        names += (names.empty() ? "" : from.language == Language::ja ? "、" : ", ") + from.say(person.name);
    return names;
}

bool asks_for_people(const Activity& activity, bool outside)
{
    return std::any_of(activity.grids.begin(), activity.grids.end(), [&](const Grid& grid) {
        return std::any_of(grid.columns.begin(), grid.columns.end(), [&](const Column& column) {
            return column.type == ColumnType::person && (!outside || column.contacts);
        });
    });
}

} // namespace

void write_people(Html& html, const ActivitySource& from, const Activity& activity)
{
    if (!asks_for_people(activity, false)) return;
    html.raw("<table class=\"legend people\">\n");
    const auto write = [&](const Word& head, const std::string& names) {
        html.raw("<tr><th>").text(head.in(from.language)).raw("</th><td>").text(names).raw("</td></tr>\n");
    };
    write(activity_words::people, people_words(from, from.plan().company.people));
    if (asks_for_people(activity, true))
        write(activity_words::people_outside, people_words(from, from.plan().company.contacts));
    html.raw("</table>\n");
}

} // namespace sonae::report
