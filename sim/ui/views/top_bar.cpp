#include "ui/views/top_bar.hpp"

#include "base/people_text.hpp"

#include <algorithm>
#include <cmath>

namespace sonae::ui {

TopView make_top_view(const PlaySource& from)
{
    TopView view;
    const Language language = from.language();
    view.session = from.scenario().name.in(language);
    view.place = from.s.format(
        "play.place", {{"company", from.scenario().company.name.in(language)}, {"table", std::to_string(from.table)}});
    view.clock = moment_text(from.moment(from.shown), language);
    view.elapsed = from.s.format("play.elapsed", {{"time", span_text(from.shown / kMinute * kMinute, language)}});
    view.has_ended = engine::has_ended(from.state());
    if (view.has_ended)
        view.why_no_time = from.s("play.time.over");
    else if (engine::open_decision(from.state()))
        view.why_no_time = from.s("play.time.decide_first");
    return view;
}

namespace {

// Cuts the next button off the right of the bar.
bool bar_button(Ui& ui, Rect& bar, std::string_view name, std::string_view label, const ButtonLook& look)
{
    const ImVec2 size = button_size(ui, label, look);
    Rect at = bar.cut_right(size.x, ui.theme.px(kGap8));
    at.y = std::round(at.y + (at.h - size.y) / 2), at.h = size.y;
    return button_at(ui, name, at, label, look);
}

constexpr float kTight = 1200;     // design pixels: below it keys are not named on the buttons
constexpr float kTitleLeast = 120; // … and below it there is no title

void draw_controls(Ui& ui, const Strings& s, const TopView& view, const TimeView& time, bool arrows_are_free, Rect& bar,
                   Intents& out)
{
    const bool tight = bar.w < ui.theme.px(kTight);
    const auto hint = [tight](const std::string& key) { return tight ? std::string_view{} : std::string_view(key); };
    if (bar_button(ui, bar, "play.home", s("play.home"), {.role = Role::ghost})) out.push_back(OpenHome{});
    if (view.has_ended) {
        if (bar_button(ui, bar, "play.end", s("play.to_end"),
                       {.role = Role::primary, .hint = s("key.enter"), .key = Key::enter}))
            out.push_back(OpenEnd{});
        return;
    }
    const std::string speed = s.format("play.speed", {{"times", std::to_string(time.speed)}});
    if (bar_button(ui, bar, "play.speed", speed, {})) out.push_back(ChangeSpeed{});
    const ButtonLook next{
        .hint = hint(s("key.right")), .key = arrows_are_free ? Key::right : Key::none, .why_not = view.why_no_time};
    if (bar_button(ui, bar, "play.next", s("play.next"), next)) out.push_back(ShowNextNews{});
    // While a decision waits, time stands still: its button rests, but a pause of the room's clock is still possible.
    const bool primary = view.why_no_time.empty() && !time.running;
    const ButtonLook pause{.role = primary ? Role::primary : Role::secondary,
                           .hint = hint(s("key.space")),
                           .key = Key::space,
                           .icon = time.running ? Icon::pause : Icon::play};
    const std::string& label = time.running ? s("play.stop_clock") : s("play.run_clock");
    if (bar_button(ui, bar, "play.pause", label, pause)) out.push_back(TogglePause{});
}

} // namespace

void draw_top_bar(Ui& ui, const Strings& s, const TopView& view, const TimeView& time, bool arrows_are_free,
                  const Rect& at, Intents& out)
{
    const Theme& t = ui.theme;
    draw_box(ui, at, Color::panel, Color::none, 0);
    draw_line(ui, {at.x, at.bottom()}, {at.right(), at.bottom()}, Color::line);
    Rect bar{at.x + t.px(kGap16), at.y, at.w - 2 * t.px(kGap16), at.h};
    draw_controls(ui, s, view, time, arrows_are_free, bar, out);
    bar.cut_right(t.px(kGap8));
    const float elapsed = std::ceil(measure(ui, view.elapsed, kCaption).x) + 1;
    TextStyle figure = kFigure;
    if (at.w < t.px(kTight)) figure.type = Type::heading;
    const float clock = std::ceil(measure(ui, view.clock, figure).x) + 1;
    const float session = std::ceil(measure(ui, view.session, kHeading.lines(1)).x) + 1;
    if (bar.w > session + clock + elapsed + t.px(120))
        draw_text_in(ui, bar.cut_right(elapsed, t.px(kGap16)), view.elapsed, kCaption.in(Color::ink3));
    draw_text_in(ui, bar.cut_right(clock, t.px(kGap24)), view.clock, figure);
    if (bar.w < std::min(session, t.px(kTitleLeast))) return; // a letter or two would say nothing
    const Rect drawn = draw_text_in(ui, bar, view.session, kHeading.lines(1));
    bar.cut_left(drawn.w, t.px(kGap16));
    if (bar.w > t.px(80)) draw_text_in(ui, bar, view.place, kBody.in(Color::ink2).lines(1));
}

} // namespace sonae::ui
