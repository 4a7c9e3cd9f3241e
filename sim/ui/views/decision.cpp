#include "ui/views/decision.hpp"

#include "base/people_text.hpp"
#include "ui/fields.hpp"
#include "ui/tiles.hpp"

#include <array>
#include <cmath>

namespace sonae::ui {
namespace {

constexpr float kLeastOptions = 110; // design pixels: less room for options, and more has to scroll with them
constexpr float kReason = 220;       // design pixels: a narrower reason goes on a line of its own

int count_opened(const engine::Scenario& sc, const engine::State& s)
{
    int opened = 0;
    for (std::size_t d = 0; d < sc.decisions.size(); ++d) opened += s.decisions[d].opened != engine::kNotYet;
    return opened;
}

OptionView make_option(const PlaySource& from, DecisionId decision, std::size_t o)
{
    const engine::Option& option = from.scenario().decisions[decision.index()].options[o];
    const bool open = engine::can_choose(from.scenario(), from.state(), decision, o);
    return {option.id, option.text.in(from.language()), option.note.in(from.language()),
            open ? std::string{} : from.s("play.option.not_now")};
}

} // namespace

DecisionView make_decision_view(const PlaySource& from)
{
    const auto open = engine::open_decision(from.state());
    if (!open || engine::has_ended(from.state())) return {};
    const engine::Decision& decision = from.scenario().decisions[open->index()];
    const std::string number = std::to_string(count_opened(from.scenario(), from.state()));
    const std::int32_t until =
        from.state().decisions[open->index()].opened + static_cast<std::int32_t>(decision.deadline);
    DecisionView view{
        .slug = decision.id,
        .heading = from.s.format("play.decision", {{"number", number}, {"title", decision.title.in(from.language())}}),
        .question = decision.question.in(from.language()),
        .deadline =
            from.s.format("play.decision.deadline", {{"time", when_text(from, until)},
                                                     {"left", span_text(until - from.state().now, from.language())}}),
        .room_seconds = decision.room_minutes * 60};
    for (std::size_t o = 0; o < decision.options.size(); ++o) view.options.push_back(make_option(from, *open, o));
    return view;
}

namespace {

struct Foot {
    float label = 0, sure = 0, levels = 0, decide = 0, field = 0, row = 0;
    bool two_rows = false, names_key = true; // of deciding
    float height = 0, pass = 0;              // `height` without the line of passing
};

std::array<Segment, 3> levels_of(const Strings& s)
{
    return {{{"low", s("play.sure.low")}, {"middle", s("play.sure.middle")}, {"high", s("play.sure.high")}}};
}

ButtonLook decide_look(const DecisionScratch& scratch, const Strings& s, bool names_key)
{
    const std::string_view why = scratch.selected < 0 ? std::string_view(s("play.decide.choose_first")) : "";
    const std::string_view hint = names_key ? std::string_view(s("key.enter")) : "";
    return {.role = Role::primary, .hint = hint, .key = Key::enter, .why_not = why};
}

Foot measure_foot(Ui& ui, const Strings& s, const DecisionScratch& scratch, float width)
{
    const Theme& t = ui.theme;
    Foot f;
    f.label = std::ceil(measure(ui, s("play.reason"), kCaption).x) + t.px(kGap8);
    f.sure = std::ceil(measure(ui, s("play.sure"), kCaption).x) + t.px(kGap8);
    f.levels = choice_width(ui, levels_of(s));
    const auto decide = [&](bool names_key) {
        return button_size(ui, s("play.decide"), decide_look(scratch, s, names_key));
    };
    f.names_key = f.sure + f.levels + t.px(kGap16) + decide(true).x <= width;
    f.decide = decide(f.names_key).x, f.row = decide(f.names_key).y;
    const float fixed = f.label + f.sure + f.levels + f.decide + 2 * t.px(kGap16);
    f.two_rows = width - fixed < t.px(kReason);
    f.field = f.two_rows ? width - f.label : width - fixed;
    f.pass = button_size(ui, s("play.pass"), {.role = Role::ghost}).y;
    f.height = f.row * (f.two_rows ? 2.f : 1.f) + (f.two_rows ? t.px(kGap8) : 0);
    return f;
}

void draw_sure(Ui& ui, const Strings& s, DecisionScratch& scratch, const Foot& f, ImVec2 at)
{
    draw_text_in(ui, {at.x, at.y, f.sure, f.row}, s("play.sure"), kCaption);
    move_to({at.x + f.sure, at.y});
    if (const auto level = choice(ui, "play.sure", levels_of(s), scratch.confidence - 1))
        scratch.confidence = scratch.confidence == *level + 1 ? 0 : *level + 1;
}

// The way not to decide, and when it comes by itself.
void draw_pass(Ui& ui, const Strings& s, const DecisionView& view, const Rect& at, Intents& out)
{
    const ImVec2 pass = button_size(ui, s("play.pass"), {.role = Role::ghost});
    const Rect ghost{at.right() - pass.x, at.y, pass.x, pass.y};
    draw_text_in(ui, {at.x, at.y, ghost.x - at.x - ui.theme.px(kGap12), pass.y}, view.deadline,
                 kCaption.in(Color::ink3).lines(1));
    if (button_at(ui, "play.pass", ghost, s("play.pass"), {.role = Role::ghost})) out.push_back(PassOn{view.slug});
}

// Reason, how sure, decide.
void draw_foot(Ui& ui, const Strings& s, const DecisionView& view, DecisionScratch& scratch, const Rect& at,
               Intents& out)
{
    const Theme& t = ui.theme;
    const Foot f = measure_foot(ui, s, scratch, at.w);
    float y = at.y;
    draw_text_in(ui, {at.x, y, f.label, f.row}, s("play.reason"), kCaption);
    move_to({at.x + f.label, y});
    const FieldEvent typed = text_field(ui, "play.reason", scratch.reason,
                                        {.hint = s("play.reason.hint"), .width = f.field, .max_bytes = 600});
    if (typed.changed) out.push_back(KeepDraft{view.slug, scratch.reason});
    float x = at.x + f.label + f.field + t.px(kGap16);
    if (f.two_rows) x = at.x, y += f.row + t.px(kGap8);
    draw_sure(ui, s, scratch, f, {x, y});
    const Rect decide{at.right() - f.decide, y, f.decide, f.row};
    const bool pressed = button_at(ui, "play.decide", decide, s("play.decide"), decide_look(scratch, s, f.names_key));
    if ((pressed || typed.submitted) && scratch.selected >= 0)
        out.push_back(Decide{view.slug, view.options[static_cast<std::size_t>(scratch.selected)].slug,
                             scratch.confidence, scratch.reason});
}

void draw_options(Ui& ui, const DecisionView& view, DecisionScratch& scratch)
{
    for (std::size_t i = 0; i < view.options.size(); ++i) {
        const OptionView& option = view.options[i];
        if (i > 0) gap(ui, kGap8);
        const auto n = static_cast<int>(i);
        const std::string letter(1, static_cast<char>('A' + n));
        const std::string name = std::string("play.option.") + static_cast<char>('a' + n);
        const bool selected = n == scratch.selected;
        if (option_row(ui, name,
                       {.letter = letter,
                        .words = option.words,
                        .right = option.note,
                        .selected = selected,
                        .key = letter_key(n),
                        .why_not = option.why_not}))
            scratch.selected = selected ? -1 : n;
    }
}

std::string clock_words(std::int32_t seconds)
{
    const std::string rest = std::to_string(seconds % 60);
    return std::to_string(seconds / 60) + ":" + (rest.size() < 2 ? "0" + rest : rest);
}

float head_height(Ui& ui, const DecisionView& view, float width)
{
    return measure(ui, view.heading, kHeading, width - ui.theme.px(96)).y + ui.theme.px(kGap4) +
           measure(ui, view.question, kBody, width).y + ui.theme.px(kGap12);
}

void draw_head(Ui& ui, const DecisionView& view, std::optional<RoomClock> clock, const Rect& at)
{
    const Theme& t = ui.theme;
    const Rect title = draw_text(ui, at.min(), view.heading, kHeading, at.w - t.px(96));
    if (clock) {
        const int permille = clock->whole > 0 ? static_cast<int>(clock->left * 1000 / clock->whole) : 0;
        const std::string words = clock_words(clock->left);
        const float width = measure(ui, words, kBold.figures()).x + t.px(24 * 1.3f);
        draw_countdown(ui, {at.right() - width - 1, at.y}, {.left_permille = permille, .words = words}, 24);
    }
    draw_text(ui, {at.x, title.bottom() + t.px(kGap4)}, view.question, kBody.in(Color::ink2), at.w);
}

// A strip of the flow, for something that draws itself.
Rect take_place(float height)
{
    const ImVec2 at = cursor();
    const Rect place{at.x, at.y, width_left(), height};
    ImGui::Dummy({1, height});
    return place;
}

} // namespace

float decision_height(Ui& ui, const Strings& s, const DecisionView& view, const DecisionScratch& scratch, float width)
{
    const float inner = width - 2 * ui.theme.px(kGap16);
    return 2 * ui.theme.px(kGap16) + head_height(ui, view, inner) + scratch.options_height + ui.theme.px(kGap16) +
           measure_foot(ui, s, scratch, inner).height + ui.theme.px(kGap8) + measure_foot(ui, s, scratch, inner).pass +
           ui.theme.px(kGap4);
}

void draw_decision(Ui& ui, const Strings& s, const DecisionView& view, std::optional<RoomClock> clock,
                   DecisionScratch& scratch, const Rect& at, Intents& out)
{
    if (scratch.decision != view.slug)
        scratch = {.decision = view.slug,
                   .reason = scratch.decision.empty() ? scratch.reason : std::string{},
                   .options_height = scratch.options_height};
    begin_card(ui, "decision", at);
    const Theme& t = ui.theme;
    const ImVec2 start = cursor();
    Rect inside{start.x, start.y, width_left(), height_left()};
    const Foot f = measure_foot(ui, s, scratch, inside.w);
    const float head = head_height(ui, view, inside.w), pass = f.pass + t.px(kGap8);
    // Where all of it does not fit, the question and the way of passing scroll with the options.
    const bool tight = inside.h - f.height - pass - t.px(kGap16) - head < t.px(kLeastOptions);
    Rect foot = inside.cut_bottom(f.height + (tight ? 0 : pass), t.px(kGap16));
    if (!tight) draw_head(ui, view, clock, inside.cut_top(head));
    move_to(inside.min());
    // No higher than the options: what a scroll area covers, the mouse can't press.
    const float wanted = scratch.options_height > 0 ? scratch.options_height + t.px(kGap4) : inside.h;
    begin_scroll(ui, "options", inside.w, tight ? inside.h : std::min(inside.h, wanted));
    if (tight) draw_head(ui, view, clock, take_place(head));
    const float from = cursor().y;
    draw_options(ui, view, scratch);
    scratch.options_height = cursor().y - from;
    if (tight) {
        gap(ui, kGap8);
        draw_pass(ui, s, view, take_place(f.pass), out);
    }
    end_scroll(ui);
    // They follow the options, where those leave room below.
    if (!tight) foot.y = std::min(foot.y, inside.y + scratch.options_height + t.px(kGap16));
    draw_foot(ui, s, view, scratch, {foot.x, foot.y, foot.w, f.height}, out);
    if (!tight) draw_pass(ui, s, view, {foot.x, foot.y + f.height + t.px(kGap8), foot.w, f.pass}, out);
    end_card(ui);
}

} // namespace sonae::ui
