#include "pack/session_reader.hpp"

#include "pack/story_parts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sonae::pack {
namespace {

using namespace read;
using namespace workshop;

constexpr Choice<BlockBeat> kBeats[] = {{"brief", BlockBeat::brief},     {"alone", BlockBeat::alone},
                                        {"table", BlockBeat::table},     {"report", BlockBeat::report},
                                        {"reflect", BlockBeat::reflect}, {"survey", BlockBeat::survey},
                                        {"drill", BlockBeat::drill}};

ScaleValue read_scale_value(ObjectReader& in)
{
    ScaleValue value;
    value.id = in.required_slug("id").text;
    value.value = in.optional_integer<std::int64_t>("value", -1'000'000, 1'000'000).value_or(0);
    value.name = in.required_text("name", 80);
    value.text = in.optional_text("text").value_or(Localized{});
    value.unknown = in.optional_bool("unknown").value_or(false);
    if (in.has("hours"))
        value.hours = required_hours(in, "hours");
    else
        in.optional_value("hours");
    in.finish();
    return value;
}

Scale read_scale(ObjectReader& in)
{
    Scale scale;
    scale.id = in.required_slug("id").text;
    scale.name = in.required_text("name", 80);
    Rows values = open_rows(in, "values", kMaxScaleValues, true);
    tell_repeated(values);
    for (ObjectReader& value : values) scale.values.push_back(read_scale_value(value));
    in.finish();
    return scale;
}

AgingFact read_fact(ObjectReader& in)
{
    AgingFact fact;
    fact.text = in.required_text("text");
    fact.source = read_source(in, "source", true);
    fact.published = in.required_date("published");
    fact.valid_until = in.required_date("valid_until");
    in.finish();
    return fact;
}

void read_guide(Block& block, ObjectReader in)
{
    block.say = in.required_text("say");
    block.ask = in.required_text("ask");
    block.watch_for = in.required_text("watch_for");
    block.when_late = in.required_text("when_late");
    in.finish();
}

// Where the table works, the author owes it an answer to compare with.
void check_guide(const Block& block, ObjectReader& in)
{
    if (block.beat != BlockBeat::alone && block.beat != BlockBeat::table) return;
    for (const std::string_view key : {"task", "model", "expected", "discuss"})
        if (!in.has(key))
            in.error("block.guide", fmt::format("班が手を動かす時間（alone・table）には {} が要ります", key),
                     fmt::format("a block in which the table works (alone, table) needs \"{}\"", key));
}

// A grid by its id, any other part by its own word.
void read_part(const SessionDraft& draft, Block& block, ObjectReader& in)
{
    const auto part = in.optional_slug("part");
    if (!part || (in.has("activity") && !block.activity)) return; // told when the activity was read
    const auto parts =
        block.activity ? activity_parts(draft.plan.activities[*block.activity]) : std::vector<std::string>{};
    std::vector<std::string> known = parts;
    for (std::string& name : known)
        if (name.starts_with("grid.")) name.erase(0, 5);
    if (const auto at = place_of(*part, known, "部分", "part", draft.told)) block.part = parts[*at];
}

Block read_block(SessionDraft& draft, ObjectReader& in)
{
    Block block;
    block.id = in.required_slug("id").text;
    block.minutes = in.required_integer("minutes", 1, 480);
    block.least = in.optional_integer("least", 0, 480).value_or(block.minutes);
    if (in.sound() && block.least > block.minutes)
        in.error("least", "agenda.least", "least は minutes までです", "\"least\" is at most \"minutes\"");
    block.beat = in.required_choice("beat", kBeats);
    block.guarded = in.optional_bool("guarded").value_or(false);
    if (const auto activity = in.optional_slug("activity"))
        block.activity = place_of(*activity, ids_of(draft.plan.activities), "活動", "activity", draft.told);
    read_part(draft, block, in);
    block.title = in.required_text("title", 80);
    block.briefing = in.required_text("briefing");
    block.task = in.optional_text("task").value_or(Localized{});
    read_guide(block, in.required_object("notes"));
    if (auto model = in.optional_object("model")) {
        block.model = model->required_text("answer");
        block.model_reason = model->required_text("reason");
        model->finish();
    }
    block.expected = in.optional_texts("expected", {1, 12});
    block.discuss = in.optional_texts("discuss", {1, 12});
    for (ObjectReader& fact : open_rows(in, "facts", kMaxFacts)) block.facts.push_back(read_fact(fact));
    check_guide(block, in);
    in.finish();
    return block;
}

OutputDef read_left(SessionDraft& draft, ObjectReader& in)
{
    OutputDef output;
    output.id = in.required_slug("id").text;
    output.type = in.required_choice("type", kOutputTypes);
    output.name = in.required_text("name", 80);
    if (auto from = read_figure(draft, in, "from")) {
        output.from = std::move(*from);
        if (in.sound() && output.from.type != output.type) {
            const Localized is = type_name(output.from.type), wanted = type_name(output.type);
            in.error("type", "figure.type", fmt::format("この値は{}です（{}ではありません）", is.ja, wanted.ja),
                     fmt::format("this figure is {}, not {}", is.en, wanted.en));
        }
    }
    in.finish();
    return output;
}

void check_agenda(const SessionDraft& draft, const SessionSource& source, const Value& pack)
{
    int sum = 0;
    for (const Block& block : draft.plan.blocks) sum += block.minutes;
    if (draft.plan.blocks.size() == source.blocks.size() && sum != draft.plan.minutes)
        error(draft.told, pack.find("minutes"), "agenda.sum",
              fmt::format("進行（blocks）の合計は{}分で、パックの{}分と合いません", sum, draft.plan.minutes),
              fmt::format("the blocks last {} minutes in all, the pack {}", sum, draft.plan.minutes));
    const auto& blocks = draft.plan.blocks;
    const bool ends = std::any_of(blocks.begin(), blocks.end(), [&](const Block& b) {
        return b.activity && draft.plan.activities[*b.activity].kind == ActivityKind::commitment;
    });
    if (!ends)
        error(draft.told, pack, "session.no_commitment",
              "終わりの約束（commitment：担当・期日・「もし…なら…する」）をする時間がありません",
              "no block ends in a commitment (owner, date, \"if … then …\")");
}

} // namespace

void open_session(const SessionDraft& draft, ObjectReader& file, SessionSource& source)
{
    const bool meant = applies(draft, file);
    SessionSource mine;
    for (const auto& [key, rows, most] : {std::tuple{"scales", &SessionSource::scales, kMaxScales},
                                          {"blocks", &SessionSource::blocks, kMaxBlocks},
                                          {"activities", &SessionSource::activities, kMaxActivities},
                                          {"carried", &SessionSource::carried, engine::kMaxOutputs},
                                          {"outputs", &SessionSource::outputs, kMaxLeft}}) {
        const std::size_t before = (source.*rows).size();
        Rows all;
        add_rows(all, file, key, most - std::min(most, before));
        for (ObjectReader& row : all)
            if (applies(draft, row) && meant) (source.*rows).push_back(std::move(row));
    }
    file.finish();
}

void read_session(SessionDraft& draft, SessionSource& source, const Value& pack)
{
    for (Rows* rows : {&source.scales, &source.blocks, &source.activities, &source.carried, &source.outputs})
        tell_repeated(*rows);
    SessionPlan& plan = draft.plan;
    for (ObjectReader& row : source.scales) plan.scales.push_back(read_scale(row));
    for (ObjectReader& row : source.activities) plan.activities.push_back(read_activity(draft, row));
    check_row_columns(draft, source.activities);
    for (ObjectReader& row : source.blocks) plan.blocks.push_back(read_block(draft, row));
    for (ObjectReader& row : source.carried) {
        const std::string id = row.required_slug("id").text;
        plan.carried.push_back(read_output(row));
        plan.carried.back().id = id;
    }
    for (ObjectReader& row : source.outputs) plan.outputs.push_back(read_left(draft, row));
    check_agenda(draft, source, pack);
}

} // namespace sonae::pack
