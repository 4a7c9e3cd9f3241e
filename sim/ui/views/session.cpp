#include "ui/views/session.hpp"

#include "base/people_text.hpp"
#include "workshop/activities/outputs.hpp"
#include "workshop/value_text.hpp"

#include <algorithm>

namespace sonae::ui {
namespace {

using namespace workshop;

constexpr std::size_t kFindingsShown = 40; // as many as anybody reads

std::string minutes_words(const SessionSource& from, int minutes)
{
    return from.s.format("session.minutes", {{"minutes", std::to_string(minutes)}});
}

std::vector<std::string> paragraphs(const std::string& words)
{
    std::vector<std::string> found;
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t end = std::min(words.find('\n', at), words.size());
        if (end > at) found.push_back(words.substr(at, end - at));
        at = end + 1;
    }
    return found;
}

std::string_view beat_key(BlockBeat beat)
{
    switch (beat) {
    case BlockBeat::brief: return "session.beat.brief";
    case BlockBeat::alone: return "session.beat.alone";
    case BlockBeat::table: return "session.beat.table";
    case BlockBeat::report: return "session.beat.report";
    case BlockBeat::reflect: return "session.beat.reflect";
    case BlockBeat::survey: return "session.beat.survey";
    case BlockBeat::drill: break;
    }
    return "session.beat.drill";
}

std::vector<std::string> said(const SessionSource& from, const std::vector<Localized>& texts)
{
    std::vector<std::string> words;
    for (const Localized& text : texts) words.push_back(from.say(text));
    return words;
}

std::string fact_words(const SessionSource& from, const AgingFact& fact)
{
    return from.s.format("session.fact", {{"fact", from.say(fact.text)}, {"source", from.say(fact.source)}});
}

BlockView block_view(const SessionSource& from, std::size_t at)
{
    const std::vector<Block>& blocks = from.plan().blocks;
    const Block& block = blocks[at];
    BlockView view{.id = block.id,
                   .title = from.say(block.title),
                   .beat = from.s.format("session.beat", {{"beat", from.s(beat_key(block.beat))},
                                                          {"minutes", minutes_words(from, block.minutes)}}),
                   .task = from.say(block.task),
                   .words = paragraphs(from.say(block.briefing)),
                   .facts = {},
                   .discuss = said(from, block.discuss),
                   .expected = said(from, block.expected),
                   .model = from.say(block.model),
                   .model_reason = from.say(block.model_reason),
                   .before = at > 0 ? blocks[at - 1].id : std::string{},
                   .after = at + 1 < blocks.size() ? blocks[at + 1].id : std::string{},
                   .is_drill = block.beat == BlockBeat::drill};
    for (const AgingFact& fact : block.facts) view.facts.push_back(fact_words(from, fact));
    return view;
}

PartTab part_tab(const SessionSource& from, const Activity& activity, const std::string& name)
{
    if (name == "questions") return {name, from.s("session.part.questions"), PartKind::questionnaire, 0};
    if (name == "board") return {name, from.s("session.part.board"), PartKind::board, 0};
    if (name == "prompts") return {name, from.s("session.part.prompts"), PartKind::prompts, 0};
    if (name == "calls") return {name, from.s("session.part.calls"), PartKind::calls, 0};
    const std::size_t grid = *find_grid(activity, name.substr(std::string_view("grid.").size()));
    return {name, from.say(activity.grids[grid].name), PartKind::grid, grid};
}

std::vector<PartTab> parts_of(const SessionSource& from, const Activity& activity)
{
    std::vector<PartTab> parts;
    for (const std::string& name : activity_parts(activity)) parts.push_back(part_tab(from, activity, name));
    return parts;
}

// The one that was chosen, else the one that the block opens with, else the first.
PartTab chosen_part(const std::vector<PartTab>& parts, const std::string& chosen, const std::string& first)
{
    for (const std::string* name : {&chosen, &first}) {
        const auto found =
            std::find_if(parts.begin(), parts.end(), [&](const PartTab& part) { return part.name == *name; });
        if (found != parts.end()) return *found;
    }
    return parts.front();
}

void add_activity(const SessionSource& from, const Block& block, const SessionScratch& scratch, std::uint64_t revision,
                  SessionView* before, SessionView& view)
{
    const Activity& activity = from.plan().activities[*block.activity];
    view.parts = parts_of(from, activity);
    const RowNamer named = [&](const Activity& of, const Grid& grid, const GridRow& row) {
        return from.texts.row_name(from.session(), of, grid, row, from.language());
    };
    const auto found = findings_of(from.session(), activity, {named, kFindingsShown});
    for (std::size_t i = 0; i < found.size() && i < kFindingsShown; ++i)
        view.findings.push_back(from.say(found[i].sentence));
    if (found.size() > kFindingsShown)
        view.more_findings = from.s.format(
            "session.findings.more", {{"count", count_text(static_cast<std::int64_t>(found.size() - kFindingsShown))}});
    if (view.parts.empty()) return;
    view.part = chosen_part(view.parts, scratch.part, block.part);
    switch (view.part.kind) {
    case PartKind::grid:
        view.grid = make_grid_view(for_grid(from, activity.grids[view.part.grid].rated), activity, view.part.grid,
                                   revision, before && before->grid ? &*before->grid : nullptr);
        view.rated = view.grid->rated;
        break;
    case PartKind::questionnaire: view.questionnaire = make_questionnaire_view(from, activity); break;
    case PartKind::board: view.board = make_board_view(from, activity); break;
    case PartKind::prompts: view.prompts = make_prompts_view(from, activity); break;
    case PartKind::calls: view.calls = make_calls_view(from, activity); break;
    }
}

} // namespace

SessionView make_session_view(const SessionSource& from, const SessionScratch& scratch, std::uint64_t revision,
                              SessionView* before)
{
    const SessionPlan& plan = from.plan();
    SessionView view{.session = from.say(plan.name),
                     .place = from.s.format("play.place", {{"company", from.say(plan.company.name)},
                                                           {"table", std::to_string(from.table.number)}}),
                     .agenda = {},
                     .sum = minutes_words(from, plan.minutes),
                     .why_not = from.why_not};
    for (const Block& block : plan.blocks)
        view.agenda.push_back(
            {block.id, from.say(block.title), minutes_words(from, block.minutes), block.id == from.session().block});
    for (const Brought& value : brought(plan.carried, from.session().started.outputs))
        view.brought.push_back({from.say(value.output->name),
                                value_text(value.output->type, value.value, from.language()),
                                value.own ? from.s("session.own") : from.s("session.as_company"), value.own});
    const auto at = find_block(plan, from.session().block);
    if (!at) {
        if (!plan.blocks.empty()) view.first = plan.blocks.front().id;
        view.block.title = view.session;
        view.block.words = paragraphs(from.say(plan.briefing));
        return view;
    }
    view.block = block_view(from, *at);
    if (plan.blocks[*at].activity) add_activity(from, plan.blocks[*at], scratch, revision, before, view);
    return view;
}

} // namespace sonae::ui
