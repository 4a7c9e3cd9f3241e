#include "ui/views/end_parts.hpp"

#include <array>
#include <cmath>
#include <vector>

namespace sonae::ui {
namespace {

constexpr float kBar = 60, kLine = 40, kEndWide = 1180; // design pixels

bool bar_button(Ui& ui, Rect& bar, std::string_view name, std::string_view label, const ButtonLook& look)
{
    const ImVec2 size = button_size(ui, label, look);
    Rect at = bar.cut_right(size.x, ui.theme.px(kGap8));
    at.y = std::round(at.y + (at.h - size.y) / 2), at.h = size.y;
    return button_at(ui, name, at, label, look);
}

void draw_bar(Ui& ui, const Strings& s, const EndView& view, Rect bar, Intents& out)
{
    const Theme& t = ui.theme;
    draw_box(ui, bar, Color::panel, Color::none, 0);
    draw_line(ui, {bar.x, bar.bottom()}, {bar.right(), bar.bottom()}, Color::line);
    bar = {bar.x + t.px(kGap16), bar.y, bar.w - 2 * t.px(kGap16), bar.h};
    if (bar_button(ui, bar, "end.home", s("end.home"), {.role = Role::ghost})) out.push_back(OpenHome{});
    const std::string why_not = view.as_recorded.empty() ? std::string{} : s("end.read_only");
    if (bar_button(ui, bar, "end.play", s("end.play"), {.role = Role::ghost, .why_not = why_not}))
        out.push_back(OpenPlay{});
    if (bar_button(ui, bar, "end.again", s("end.again"), {})) out.push_back(PlayAgain{});
    // Once it is saved nothing here is more urgent than reading.
    const Role role = view.saved_to.empty() ? Role::primary : Role::secondary;
    if (bar_button(ui, bar, "end.save", s("end.save"), {.role = role, .hint = s("key.s"), .key = Key::s}))
        out.push_back(SaveResult{});
    bar.cut_right(t.px(kGap8));
    const Rect title = draw_text_in(ui, bar, s("end.title"), kHeading.lines(1));
    bar.cut_left(title.w, t.px(kGap16));
    if (bar.w < t.px(80)) return;
    const Rect session = draw_text_in(ui, bar, view.session, kBody.lines(1));
    bar.cut_left(session.w, t.px(kGap16));
    if (bar.w >= t.px(80)) draw_text_in(ui, bar, view.place, kBody.in(Color::ink2).lines(1));
}

void draw_line_below(Ui& ui, const Strings& s, const EndView& view, const Rect& at)
{
    const Theme& t = ui.theme;
    draw_box(ui, at, Color::panel, Color::none, 0);
    draw_line(ui, at.min(), {at.right(), at.y}, Color::line);
    const Rect row{at.x + t.px(kGap16), at.y, at.w - 2 * t.px(kGap16), at.h};
    if (!ui.status().empty()) return void(draw_text_in(ui, row, ui.status(), kCaption.in(Color::ink).lines(1)));
    if (!view.trouble.empty())
        return void(draw_text_in(ui, row, s.format("end.trouble", {{"why", view.trouble}}),
                                 kCaption.in(Color::serious).lines(1)));
    if (!view.saved_to.empty())
        return void(
            draw_text_in(ui, row, s.format("end.saved", {{"file", view.saved_to}}), kCaption.in(Color::ink).lines(1)));
    const std::string& can = view.as_recorded.empty() ? s("end.to_save") : s("end.read_only");
    draw_text_in(ui, row, can, kCaption.in(Color::ink3).lines(1));
}

void draw_part(Ui& ui, const Strings& s, const EndView& view, EndPart part)
{
    switch (part) {
    case EndPart::outcome: return draw_outcome(ui, s, view);
    case EndPart::decisions: return draw_end_decisions(ui, s, view);
    case EndPart::timeline: return draw_end_timeline(ui, view);
    case EndPart::cards: return draw_end_cards(ui, s, view);
    }
}

void draw_tabs(Ui& ui, const Strings& s, bool with_outcome, EndScratch& scratch)
{
    std::vector<Segment> tabs;
    if (with_outcome) tabs.push_back({"outcome", s("end.part.outcome")});
    tabs.push_back({"decisions", s("end.part.decisions")});
    tabs.push_back({"timeline", s("end.part.timeline")});
    tabs.push_back({"cards", s("end.part.cards")});
    const int first = with_outcome ? 0 : 1;
    if (const auto tab = choice(ui, "end.part", tabs, static_cast<int>(scratch.part) - first))
        scratch.part = static_cast<EndPart>(*tab + first);
    gap(ui, kGap12);
}

void draw_parts(Ui& ui, const Strings& s, const EndView& view, EndScratch& scratch, bool with_outcome, const Rect& at)
{
    if (!with_outcome && scratch.part == EndPart::outcome) scratch.part = EndPart::decisions;
    begin_card(ui, "end.parts", at);
    draw_tabs(ui, s, with_outcome, scratch);
    // A name for each part, so that each keeps its own place when one comes back to it.
    begin_scroll(ui, "part" + std::to_string(static_cast<int>(scratch.part)));
    draw_part(ui, s, view, scratch.part);
    end_scroll(ui);
    end_card(ui);
}

} // namespace

void draw_end(Ui& ui, const Strings& s, const EndView& view, EndScratch& scratch, Intents& out)
{
    Rect screen = begin_screen(ui, "end");
    const Theme& t = ui.theme;
    draw_bar(ui, s, view, screen.cut_top(t.px(kBar)), out);
    const Rect line = screen.cut_bottom(t.px(kLine));
    const float margin = t.px(kGap16);
    Rect body{screen.x + margin, screen.y + t.px(kGap12), screen.w - 2 * margin, screen.h - 2 * t.px(kGap12)};
    const bool wide = screen.w >= t.px(kEndWide);
    if (wide) {
        begin_card(ui, "end.outcome", body.cut_left(std::round(body.w * 0.4f), t.px(kGap12)), {.scrolls = true});
        draw_outcome(ui, s, view);
        end_card(ui);
    }
    draw_parts(ui, s, view, scratch, !wide, body);
    draw_line_below(ui, s, view, line);
    end_screen(ui);
}

} // namespace sonae::ui
