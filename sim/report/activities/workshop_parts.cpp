#include "report/activities/workshop_parts.hpp"

#include "report/activities/parts.hpp"
#include "report/activities/words.hpp"
#include "report/page_parts.hpp"
#include "report/page_words.hpp"
#include "workshop/activities/findings.hpp"
#include "workshop/activities/grid_values.hpp"
#include "workshop/activities/outputs.hpp"
#include "workshop/value_text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sonae::report {

using namespace workshop;

namespace {

bool holds_commitments(const Activity& activity) { return activity.kind == ActivityKind::commitment; }

std::size_t promises_made(const WorkshopPage& page)
{
    std::size_t count = 0;
    for (const Activity& activity : page.from.plan().activities)
        if (holds_commitments(activity))
            for (const GridState& grid : page.from.state(activity).grids) count += present_rows(grid);
    return count;
}

} // namespace

std::set<std::string> entered_blocks(const Table& table, const Session& session)
{
    std::set<std::string> entered;
    bool here = false;
    for (const auto& step : path_to(table, table.head)) {
        if (const auto* start = std::get_if<StartSession>(&step->command)) {
            here = *start == session.started;
            if (here) entered.clear();
        }
        if (const auto* enter = std::get_if<EnterBlock>(&step->command); here && enter) entered.insert(enter->block);
    }
    return entered;
}

void write_workshop_top(Html& html, const WorkshopPage& page)
{
    const ActivitySource& from = page.from;
    const SessionPlan& plan = from.plan();
    const Language language = from.language;
    html.raw("<table class=\"top\"><tr><td class=\"kind\">").text(activity_words::session_result.in(language));
    html.raw("</td></tr></table>\n");
    html.heading("h1", "", from.say(plan.name));
    html.element("p", "where",
                 from.say(plan.company.name) + (language == Language::ja ? "　" : ", ") +
                     said(words::table, language, page.input.table.number));
    const std::size_t missing = findings_of(page.input.session).size();
    const auto told = std::count_if(plan.outputs.begin(), plan.outputs.end(), [&](const OutputDef& output) {
        return figure_value(page.input.session, page.input.table.drill.get(), output.from).has_value();
    });
    html.raw("<table class=\"figures\"><tr>");
    const auto figure = [&](const Word& label, const std::string& value) {
        html.raw("<td>").element("p", "cap", label.in(language)).element("p", "big", value).raw("</td>");
    };
    figure(activity_words::sum_blocks, said(activity_words::of_all, language, page.entered.size(), plan.blocks.size()));
    figure(activity_words::sum_findings, std::to_string(missing));
    figure(activity_words::sum_outputs, said(activity_words::of_all, language, told, plan.outputs.size()));
    figure(activity_words::sum_promises, std::to_string(promises_made(page)));
    html.raw("</tr></table>\n");
}

namespace {

// One commitment: what, by whom, until when, and a place to note that it was done.
void write_commitment(Html& html, const ActivitySource& from, const Activity& activity, const Grid& grid,
                      const GridRow& row)
{
    const Language language = from.language;
    const auto cell = [&](Means means) {
        const auto column = column_that_means(grid, means);
        return column ? from.cell(activity, grid, row, *column) : std::string{};
    };
    html.raw("<table class=\"card\"><tr><td class=\"tick\">□</td><td>");
    const std::string what = cell(Means::if_then), name = from.row_name(activity, grid, row);
    if (!name.empty()) html.heading("h3", "", name);
    const auto column = column_that_means(grid, Means::if_then);
    const bool gone = what.empty() && column && !is_empty(row, *column);
    html.element("p", what.empty() ? "gone" : "then",
                 gone           ? activity_words::erased.in(language)
                 : what.empty() ? activity_words::not_written.in(language)
                                : what);
    for (std::size_t c = 0; c < grid.columns.size(); ++c) {
        const Means means = grid.columns[c].means;
        if (means == Means::if_then || means == Means::owner || means == Means::due) continue;
        if (const std::string words = from.cell(activity, grid, row, c); !words.empty())
            html.element("p", "key", from.say(grid.columns[c].name) + (language == Language::ja ? "：" : ": ") + words);
    }
    write_promise(html, language, cell(Means::owner), cell(Means::due));
}

} // namespace

void write_promises(Html& html, const WorkshopPage& page)
{
    const ActivitySource& from = page.from;
    html.heading("h2", "", activity_words::promises.in(from.language));
    html.element("p", "key",
                 (promises_made(page) > 0 ? page_words::cards_key : activity_words::no_promises).in(from.language));
    for (const Activity& activity : from.plan().activities) {
        if (!holds_commitments(activity)) continue;
        for (std::size_t g = 0; g < activity.grids.size(); ++g)
            for (const GridRow& row : from.state(activity).grids[g].rows)
                if (row.present) write_commitment(html, from, activity, activity.grids[g], row);
        write_findings(html, from, activity);
    }
}

namespace {

const engine::Output* declared(const WorkshopPage& page, const OutputDef& output)
{
    const auto at = std::find_if(page.input.later.begin(), page.input.later.end(), [&](const engine::Output& later) {
        return later.id == output.id && later.type == output.type;
    });
    return at == page.input.later.end() ? nullptr : &*at;
}

} // namespace

void write_leaves(Html& html, const WorkshopPage& page)
{
    const ActivitySource& from = page.from;
    const Language language = from.language;
    html.heading("h2", "", activity_words::leaves.in(language));
    if (from.plan().outputs.empty()) return void(html.element("p", "key", activity_words::leaves_none.in(language)));
    html.element("p", "key", activity_words::leaves_key.in(language));
    begin_rows(html, language, "left",
               {&activity_words::left_name, &activity_words::left_value, &activity_words::left_effect});
    for (const OutputDef& output : from.plan().outputs) {
        const auto value = figure_value(page.input.session, page.input.table.drill.get(), output.from);
        const engine::Output* later = declared(page, output);
        html.raw("<tr>");
        write_cell(html, "", from.say(output.name));
        write_cell(
            html, "", value ? value_text(output.type, *value, language) : activity_words::not_yet.in(language),
            later ? said(activity_words::without_it, language, value_text(later->type, later->as_company, language))
                  : std::string{});
        write_cell(html, "", later ? from.say(later->effect) : "–");
        html.raw("</tr>\n");
    }
    end_rows(html);
}

void write_brought(Html& html, const WorkshopPage& page)
{
    const ActivitySource& from = page.from;
    if (from.plan().carried.empty()) return;
    const Language language = from.language;
    html.heading("h2", "", activity_words::brought.in(language));
    begin_rows(html, language, "brought", {&page_words::prepared, &page_words::value, &page_words::session});
    for (const Brought& value : brought(from.plan().carried, page.input.session.started.outputs)) {
        html.raw("<tr>");
        write_cell(html, "", from.say(value.output->name), from.say(value.output->effect));
        write_cell(html, "", value_text(value.output->type, value.value, language));
        html.raw(value.own ? "<td>" : "<td class=\"bad\">")
            .text((value.own ? activity_words::by_table : activity_words::as_company).in(language))
            .raw("</td></tr>\n");
    }
    end_rows(html);
}

void write_agenda(Html& html, const WorkshopPage& page)
{
    const ActivitySource& from = page.from;
    const Language language = from.language;
    html.heading("h2", "", activity_words::agenda.in(language));
    begin_rows(html, language, "agenda",
               {&activity_words::block, &activity_words::form, &activity_words::planned, &activity_words::state});
    for (const Block& block : from.plan().blocks) {
        html.raw("<tr>");
        write_cell(html, "", from.say(block.title));
        write_cell(html, "", activity_words::beat_word(block.beat).in(language));
        write_cell(html, "", said(activity_words::minutes, language, block.minutes));
        write_cell(html, "",
                   (page.entered.contains(block.id) ? activity_words::held : activity_words::not_held).in(language));
        html.raw("</tr>\n");
    }
    end_rows(html);
}

void write_facts(Html& html, const WorkshopPage& page)
{
    const ActivitySource& from = page.from;
    std::vector<const AgingFact*> facts;
    for (const Block& block : from.plan().blocks)
        for (const AgingFact& fact : block.facts)
            if (std::none_of(facts.begin(), facts.end(),
                             [&](const AgingFact* told) { return told->text == fact.text; }))
                facts.push_back(&fact);
    if (facts.empty()) return;
    html.heading("h2", "", activity_words::facts.in(from.language));
    html.raw("<table class=\"rows facts\">\n<tbody>\n");
    for (const AgingFact* fact : facts) {
        html.raw("<tr>");
        write_cell(html, "", from.say(fact->text),
                   source_words(from.say(fact->source), full_date(fact->published, Language::en),
                                full_date(fact->valid_until, Language::en), from.language));
        html.raw("</tr>\n");
    }
    end_rows(html);
}

} // namespace sonae::report
