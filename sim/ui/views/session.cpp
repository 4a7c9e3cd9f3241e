#include "ui/views/session.hpp"

#include "base/people_text.hpp"
#include "workshop/activities/outputs.hpp"

#include <algorithm>

namespace sonae::ui {
namespace {

using namespace workshop;

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

std::vector<PartTab> parts_of(const SessionSource& from, const Activity& activity)
{
    std::vector<PartTab> parts;
    if (activity.questionnaire.exists())
        parts.push_back({"questions", from.s("session.part.questions"), PartKind::questionnaire, 0});
    if (!activity.board.cards.empty()) parts.push_back({"board", from.s("session.part.board"), PartKind::board, 0});
    for (std::size_t g = 0; g < activity.grids.size(); ++g)
        parts.push_back({"grid." + activity.grids[g].id, from.say(activity.grids[g].name), PartKind::grid, g});
    if (!activity.prompts.empty()) parts.push_back({"prompts", from.s("session.part.prompts"), PartKind::prompts, 0});
    if (activity.calls.exists()) parts.push_back({"calls", from.s("session.part.calls"), PartKind::calls, 0});
    return parts;
}

std::string value_words(const SessionSource& from, const engine::Output& output, std::int64_t value)
{
    switch (output.type) {
    case engine::ValueType::boolean: return value != 0 ? from.s("session.yes") : from.s("session.no");
    case engine::ValueType::yen: return yen_text(value, from.language());
    case engine::ValueType::permille: return permille_text(value);
    case engine::ValueType::duration: return duration_text(value, from.language());
    default: return count_text(value);
    }
}

void add_activity(const SessionSource& from, const Activity& activity, const SessionScratch& scratch,
                  std::uint64_t revision, SessionView& view)
{
    view.parts = parts_of(from, activity);
    const RowNamer named = [&](const Activity& of, const Grid& grid, const GridRow& row) {
        return from.texts.row_name(from.session(), of, grid, row, from.language());
    };
    for (const Finding& finding : findings_of(from.session(), activity, named))
        view.findings.push_back(from.say(finding.sentence));
    if (view.parts.empty()) return;
    const auto chosen = std::find_if(view.parts.begin(), view.parts.end(),
                                     [&](const PartTab& part) { return part.name == scratch.part; });
    view.part = chosen == view.parts.end() ? view.parts.front() : *chosen;
    switch (view.part.kind) {
    case PartKind::grid:
        view.grid = make_grid_view(from, activity, view.part.grid, revision);
        view.rated = view.grid->rated;
        break;
    case PartKind::questionnaire: view.questionnaire = make_questionnaire_view(from, activity); break;
    case PartKind::board: view.board = make_board_view(from, activity); break;
    case PartKind::prompts: view.prompts = make_prompts_view(from, activity); break;
    case PartKind::calls: view.calls = make_calls_view(from, activity); break;
    }
}

} // namespace

SessionView make_session_view(const SessionSource& from, const SessionScratch& scratch, std::uint64_t revision)
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
        view.brought.push_back({from.say(value.output->name), value_words(from, *value.output, value.value),
                                value.own ? from.s("session.own") : from.s("session.as_company"), value.own});
    const auto at = find_block(plan, from.session().block);
    if (!at) {
        if (!plan.blocks.empty()) view.first = plan.blocks.front().id;
        view.block.title = view.session;
        view.block.words = paragraphs(from.say(plan.briefing));
        return view;
    }
    view.block = block_view(from, *at);
    if (const auto activity = plan.blocks[*at].activity)
        add_activity(from, plan.activities[*activity], scratch, revision, view);
    return view;
}

} // namespace sonae::ui
