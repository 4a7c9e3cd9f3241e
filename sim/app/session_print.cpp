#include "app/session_print.hpp"

#include "workshop/activities/findings.hpp"
#include "workshop/activities/outputs.hpp"
#include "workshop/value_text.hpp"

#include <fmt/format.h>

namespace sonae::app {
namespace {

using namespace workshop;

void write_value(read::JsonWriter& json, engine::ValueType type, std::optional<std::int64_t> value)
{
    if (!value)
        json.null();
    else if (type == engine::ValueType::boolean)
        json.value(*value != 0);
    else
        json.value(*value);
}

std::vector<Finding> findings(const Shared& shared, const Played& played)
{
    const Session& session = *played.table().session;
    const TableTexts texts(played.table(), played.texts());
    return findings_of(session, [&](const Activity& activity, const Grid& grid, const GridRow& row) {
        return texts.row_name(session, activity, grid, row, shared.language);
    });
}

Localized stands(bool own)
{
    return own ? Localized{"班が前の回で決めたこと", "the table's own"}
               : Localized{"会社のありのまま", "as the company stands"};
}

} // namespace

void print_session(const Shared& shared, const Played& played)
{
    const Session& session = *played.table().session;
    fmt::print("{}\n", shared.say(session.plan->name));
    for (const Brought& value : brought(session.plan->carried, session.started.outputs))
        fmt::print("  {}  {}（{}）\n", shared.say(value.output->name),
                   value_text(value.output->type, value.value, shared.language), shared.say(stands(value.own)));
    for (const Activity& activity : session.plan->activities)
        for (std::size_t g = 0; g < activity.grids.size(); ++g)
            if (const GridState& grid = state_of(session, activity).grids[g]; grid.origin != Origin::prepared)
                fmt::print("  {}  {}（{}）\n", shared.say(activity.grids[g].name), present_rows(grid),
                           shared.say(stands(grid.origin == Origin::own)));
    fmt::print("{}\n", shared.say({"まだ足りないこと・合わないこと", "Still missing or at odds"}));
    for (const Finding& finding : findings(shared, played)) fmt::print("  {}\n", shared.say(finding.sentence));
    fmt::print("{}\n", shared.say({"この回が残す値", "What the session leaves"}));
    for (const Left& left : outputs_of(played.table()))
        fmt::print("  {}  {}\n", shared.say(left.output->name),
                   left.value ? value_text(left.output->type, *left.value, shared.language) : "－");
}

void write_session(read::JsonWriter& json, const Shared& shared, const Played& played)
{
    const Session& session = *played.table().session;
    json.member("session", session.plan->pack_id);
    json.member("block", session.block);
    json.key("brought").begin_object();
    for (const Brought& value : brought(session.plan->carried, session.started.outputs)) {
        json.key(value.output->id).begin_object().key("value");
        write_value(json, value.output->type, value.value);
        json.member("own", value.own);
        json.end_object();
    }
    json.end_object();
    json.key("grids").begin_object();
    for (const Activity& activity : session.plan->activities)
        for (std::size_t g = 0; g < activity.grids.size(); ++g) {
            const GridState& grid = state_of(session, activity).grids[g];
            json.key(activity.id + "." + activity.grids[g].id).begin_object();
            json.member("rows", present_rows(grid));
            json.member("as_company_stands", grid.origin == Origin::company);
            json.end_object();
        }
    json.end_object();
    json.key("findings").begin_array();
    for (const Finding& finding : findings(shared, played)) {
        json.begin_object();
        json.member("check", finding.check);
        json.member("activity", finding.activity);
        json.member("grid", finding.grid);
        json.member("row", finding.row);
        json.member("column", finding.column);
        json.member("sentence", shared.say(finding.sentence));
        json.end_object();
    }
    json.end_array();
    json.key("outputs").begin_object();
    for (const Left& left : outputs_of(played.table())) {
        json.key(left.output->id);
        write_value(json, left.output->type, left.value);
    }
    json.end_object();
}

} // namespace sonae::app
