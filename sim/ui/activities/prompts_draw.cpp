#include "ui/activities/prompts.hpp"

#include "base/text.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace sonae::ui {
namespace {

constexpr float kBeside = 1000; // design pixels: from here on the seats' notes stand beside the fields

struct PromptsDrawing {
    Ui& ui;
    const Strings& s;
    const PromptsView& view;
    PromptsScratch& scratch;
    Intents& out;
};

struct Field {
    const PromptView& prompt;
    const NoteView& note;
    int seat = 0;
    std::string key; // of the text beside the command
};

// What others or an earlier frame changed in the room comes in, unless somebody is writing over it.
void keep_up(NoteDraft& draft, const NoteView& note)
{
    if (note.text == draft.loaded) return;
    const bool untouched = draft.text.words == draft.loaded;
    if (untouched && draft.active) return;
    if (untouched) draft.text.words = note.text;
    draft.loaded = note.text;
    draft.posted.reset();
}

bool is_too_long(const Field& field, const NoteDraft& draft)
{
    return code_points(draft.text.words).size() > field.prompt.characters;
}

bool is_blank(const std::string& words) { return words.find_first_not_of(" \n\t") == std::string::npos; }

void save(PromptsDrawing& d, const Field& field, NoteDraft& draft)
{
    draft.changed_at = -1;
    if (is_too_long(field, draft) || !field.prompt.why_not.empty()) return;
    const std::string words = is_blank(draft.text.words) ? std::string{} : draft.text.words;
    if (words == field.note.text || words == draft.posted) return;
    if (words.empty() && !field.note.written) return;
    draft.posted = words;
    workshop::WriteNote command{d.view.table, d.view.activity, field.prompt.id,
                                field.seat,   field.note.note, !words.empty()};
    std::map<std::string, std::string> texts;
    if (!words.empty()) texts[field.key] = words;
    d.out.push_back(InSession{std::move(command), std::move(texts)});
}

// Saved, not yet, too long; and how many characters of how many.
void draw_state(PromptsDrawing& d, const Field& field, const NoteDraft& draft)
{
    const std::size_t count = code_points(draft.text.words).size();
    const bool too_long = is_too_long(field, draft);
    const std::string length = d.s.format(
        "prompts.length", {{"count", std::to_string(count)}, {"most", std::to_string(field.prompt.characters)}});
    std::string state;
    if (too_long)
        state = d.s.format("prompts.too_long", {{"count", std::to_string(count - field.prompt.characters)}});
    else if (!draft.text.words.empty())
        state = draft.text.words == field.note.text ? d.s("prompts.saved") : d.s("prompts.unsaved");
    const TextStyle left = too_long ? kCaption.strong().in(Color::serious) : kCaption.in(Color::ink3);
    const Rect row{cursor().x, cursor().y, width_left(), 0};
    const float right = std::ceil(measure(d.ui, length, kCaption.figures()).x) + 1;
    const float room = row.w - right - d.ui.theme.px(kGap12);
    const float height = std::max(d.ui.theme.line_height(Type::caption), measure(d.ui, state, left, room).y);
    const Rect at = take_place(height);
    if (!state.empty()) draw_text(d.ui, at.min(), state, left, room);
    draw_text(d.ui, {at.right() - right, at.y}, length,
              too_long ? kCaption.figures().in(Color::serious) : kCaption.figures());
}

void draw_note(PromptsDrawing& d, const PromptView& prompt, const NoteView& note)
{
    const int seat = prompt.personal ? d.view.seat : 0;
    const Field field{prompt, note, seat, workshop::note_field(d.view.activity, prompt.id, seat, note.note)};
    NoteDraft& draft = d.scratch.drafts[field.key];
    const std::string name = "prompts." + prompt.id + "." + std::to_string(seat) + "." + std::to_string(note.note);
    keep_up(draft, note);
    const bool wanted = d.scratch.go_on == prompt.id && !note.written && draft.text.words.empty();
    const FieldEvent event = note_box(d.ui, name, draft.text,
                                      {.hint = note.written ? std::string_view() : d.s("prompts.hint"),
                                       .lines = prompt.characters > 100 ? 3 : 2,
                                       .take_focus = wanted,
                                       .why_not = prompt.why_not});
    if (wanted && event.active) d.scratch.go_on.clear();
    draft.active = event.active;
    const double now = ImGui::GetTime();
    if (event.changed && draft.changed_at < 0) draft.changed_at = now;
    const bool due = draft.changed_at >= 0 && now - draft.changed_at >= kNoteSeconds;
    if (event.active && draft.changed_at >= 0) d.ui.redraw_in(static_cast<float>(kNoteSeconds));
    if (event.left || due) save(d, field, draft);
    if (event.submitted && prompt.most > 1) d.scratch.go_on = prompt.id;
    if (event.changed) d.scratch.go_on.clear();
    gap(d.ui, kGap4);
    draw_state(d, field, draft);
}

void draw_prompt(PromptsDrawing& d, const PromptView& prompt, std::size_t number)
{
    const std::string title = d.view.prompts.size() > 1 ? std::to_string(number) + "　" + prompt.text : prompt.text;
    text(d.ui, title, kHeading);
    if (!prompt.help.empty()) text(d.ui, prompt.help, kBody.in(Color::ink2));
    gap(d.ui, kGap8);
    std::string whose = prompt.whose;
    if (prompt.most > 1) whose += "　" + d.s.format("prompts.most", {{"most", std::to_string(prompt.most)}});
    text(d.ui, whose, kCaption.strong());
    gap(d.ui, kGap4);
    for (const NoteView& note : prompt.notes) {
        draw_note(d, prompt, note);
        gap(d.ui, kGap8);
    }
}

void draw_seats(PromptsDrawing& d, const PromptView& prompt, std::size_t number)
{
    if (!prompt.personal) return;
    const std::string title = d.view.prompts.size() > 1 ? std::to_string(number) + "　" + prompt.text : prompt.text;
    text(d.ui, title, kBold);
    gap(d.ui, kGap4);
    if (!prompt.nobody.empty()) text(d.ui, prompt.nobody, kBody.in(Color::ink2));
    const float left =
        std::ceil(measure(d.ui, seat_name(d.s, workshop::kMostSeats), kCaption.strong()).x) + d.ui.theme.px(kGap12);
    for (const SeatNotesView& seat : prompt.seats) {
        separator(d.ui);
        gap(d.ui, kGap4);
        bool first = true;
        for (const std::string& note : seat.notes) {
            const ImVec2 at = cursor();
            const std::string& words = note.empty() ? d.s("prompts.erased") : note;
            const float room = width_left() - left;
            const float height = measure(d.ui, words, kBody, room).y;
            const float line = d.ui.theme.line_height(Type::body);
            if (first) draw_text_in(d.ui, {at.x, at.y, left, line}, seat.seat, kCaption.strong());
            draw_text(d.ui, {at.x + left, at.y}, words, kBody, room);
            take_place(height + d.ui.theme.px(kGap4));
            first = false;
        }
    }
    gap(d.ui, kGap16);
}

void draw_fields(PromptsDrawing& d)
{
    for (std::size_t p = 0; p < d.view.prompts.size(); ++p) {
        if (p > 0) gap(d.ui, kGap16);
        draw_prompt(d, d.view.prompts[p], p + 1);
    }
}

void draw_all_seats(PromptsDrawing& d)
{
    for (std::size_t p = 0; p < d.view.prompts.size(); ++p) draw_seats(d, d.view.prompts[p], p + 1);
}

} // namespace

void draw_prompts(Ui& ui, const Strings& s, const PromptsView& view, PromptsScratch& scratch, Rect at, Intents& out)
{
    if (view.prompts.empty()) {
        begin_card(ui, "prompts", at);
        empty_state(ui, s("prompts.empty"), s("prompts.empty.todo"));
        return end_card(ui);
    }
    PromptsDrawing d{ui, s, view, scratch, out};
    HeadLine head(at);
    if (view.personal) head_seats(ui, s, head, "prompts", view.seat, scratch.sits_at);
    head_seal(ui, s, head, "prompts", view.seal, {view.table, view.activity, !view.seal.shown}, out);
    Rect rest = below(ui, head);
    const bool beside = view.personal && rest.w >= ui.theme.px(kBeside);
    const Rect side = beside ? rest.cut_right(rest.w * 0.42f, ui.theme.px(kGap12)) : Rect{};
    begin_card(ui, "prompts", rest, {.scrolls = true});
    draw_fields(d);
    if (view.personal && !beside) {
        gap(ui, kGap24);
        text(ui, s("prompts.everyone"), kHeading);
        gap(ui, kGap8);
        draw_all_seats(d);
    }
    end_card(ui);
    if (!beside) return;
    begin_card(ui, "everyone", side, {.title = s("prompts.everyone"), .scrolls = true});
    draw_all_seats(d);
    end_card(ui);
}

} // namespace sonae::ui
