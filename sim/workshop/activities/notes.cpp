#include "workshop/activities/session.hpp"

namespace sonae::workshop {
namespace {

std::optional<std::size_t> prompt_called(const Activity& activity, std::string_view id)
{
    for (std::size_t p = 0; p < activity.prompts.size(); ++p)
        if (activity.prompts[p].id == id) return p;
    return std::nullopt;
}

} // namespace

std::optional<Refusal> check_step(const Session& session, const WriteNote& c)
{
    const Activity* activity = activity_called(session, c.activity);
    if (!activity) return no_such_activity();
    const auto place = prompt_called(*activity, c.prompt);
    if (!place) return no(Reason::unknown_prompt, "その問いはありません。", "There is no such prompt.");
    const Prompt& prompt = activity->prompts[*place];
    if (c.seat < 0 || c.seat > kMostSeats || (c.seat > 0 && !prompt.personal))
        return no(Reason::unknown_seat, "この問いには、班で答えます。", "The table answers this prompt.");
    if (c.note < 1 || c.note > prompt.most)
        return no(Reason::unknown_note, "これ以上は書けません。", "No more notes can be written.");
    const ActivityState& state = state_of(session, *activity);
    const bool is_there = state.notes.written.contains({*place, c.seat, c.note});
    if (!c.written && !is_there)
        return no(Reason::unknown_note, "そこには何も書かれていません。", "Nothing is written there.");
    if (c.seat > 0 && state.revealed) return was_shown();
    return std::nullopt;
}

void apply_step(Session& session, const WriteNote& c, std::uint32_t step)
{
    const NoteKey key{*prompt_called(*activity_called(session, c.activity), c.prompt), c.seat, c.note};
    auto& written = change(session, c.activity).notes.written;
    if (c.written)
        written[key] = step;
    else
        written.erase(key);
}

} // namespace sonae::workshop
