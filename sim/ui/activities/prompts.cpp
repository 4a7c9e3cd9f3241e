// What the view of prompts says. How it is drawn: prompts_draw.cpp.
#include "ui/activities/prompts.hpp"

#include <set>

namespace sonae::ui {
namespace {

using workshop::Activity;
using workshop::NoteKey;
using workshop::Prompt;

struct LookingAtPrompts {
    const SessionSource& from;
    const Activity& activity;
    const workshop::NotesState& notes;
    bool shown = false;
};

// The notes of one writer, and a free one behind or between them.
std::vector<NoteView> notes_of(const LookingAtPrompts& l, std::size_t prompt, int seat, bool free)
{
    std::vector<NoteView> notes;
    for (int n = 1; n <= l.activity.prompts[prompt].most; ++n) {
        const NoteKey key{prompt, seat, n};
        const auto written = l.notes.written.find(key);
        if (written != l.notes.written.end())
            notes.push_back({n, true, l.from.texts.note(l.activity, key, written->second)});
        else if (free)
            notes.push_back({n, false, {}}), free = false;
    }
    return notes;
}

std::vector<SeatNotesView> seats_of(const LookingAtPrompts& l, std::size_t prompt)
{
    std::vector<SeatNotesView> seats;
    for (int seat = 1; seat <= workshop::kMostSeats; ++seat) {
        SeatNotesView view{.seat = seat_name(l.from.s, seat), .notes = {}};
        for (NoteView& note : notes_of(l, prompt, seat, false)) view.notes.push_back(std::move(note.text));
        if (!view.notes.empty()) seats.push_back(std::move(view));
    }
    return seats;
}

int writers_of(const LookingAtPrompts& l, std::optional<std::size_t> prompt)
{
    std::set<int> seats;
    for (const auto& [key, step] : l.notes.written)
        if (key.seat > 0 && (!prompt || key.prompt == *prompt)) seats.insert(key.seat);
    return static_cast<int>(seats.size());
}

PromptView make_prompt(const LookingAtPrompts& l, std::size_t place)
{
    const SessionSource& from = l.from;
    const Prompt& prompt = l.activity.prompts[place];
    const int seat = prompt.personal ? from.seat : 0;
    PromptView view{.id = prompt.id,
                    .text = from.say(prompt.text),
                    .help = from.say(prompt.help),
                    .personal = prompt.personal,
                    .most = prompt.most,
                    .characters = prompt.characters,
                    .whose = seat == 0 ? from.s("prompts.of_table")
                                       : from.s.format("prompts.of_seat", {{"seat", seat_name(from.s, seat)}}),
                    .why_not = from.why_not};
    if (view.why_not.empty() && !prompt.personal && from.seat != 0) view.why_not = from.s("prompts.by_table");
    view.notes = notes_of(l, place, seat, true);
    if (!prompt.personal) return view;
    if (l.shown) view.seats = seats_of(l, place);
    const int writers = writers_of(l, place);
    if (writers == 0)
        view.nobody = from.s("prompts.nobody");
    else if (!l.shown)
        view.nobody = from.s.format("prompts.sealed", {{"count", std::to_string(writers)}});
    return view;
}

} // namespace

PromptsView make_prompts_view(const SessionSource& from, const Activity& activity)
{
    const workshop::ActivityState& state = workshop::state_of(from.session(), activity);
    const LookingAtPrompts l{from, activity, state.notes, state.revealed};
    PromptsView view{.table = from.table.number, .activity = activity.id, .seat = from.seat};
    for (std::size_t p = 0; p < activity.prompts.size(); ++p) {
        view.prompts.push_back(make_prompt(l, p));
        view.personal = view.personal || activity.prompts[p].personal;
    }
    if (!view.personal) return view;
    view.seal = make_seal(from, activity, l.shown ? from.s("prompts.shown") : from.s("prompts.kept"));
    if (view.seal.why_not.empty() && !l.shown && writers_of(l, {}) == 0) view.seal.why_not = from.s("prompts.nobody");
    return view;
}

} // namespace sonae::ui
