#include "ui/views/end_parts.hpp"

#include <cmath>

namespace sonae::ui {
namespace {

void draw_cause(Ui& ui, const EndCause& cause)
{
    const Theme& t = ui.theme;
    const ImVec2 at = cursor();
    const float width = width_left();
    const float amount = std::ceil(measure(ui, cause.amount, kCaption.figures()).x) + 1;
    const float owner = std::min(width * 0.3f, t.px(110));
    const float room = width - owner - amount - 2 * t.px(kGap12);
    const float height =
        std::max(measure(ui, cause.text, kCaption, room).y, measure(ui, cause.owner, kCaption, owner).y);
    draw_text(ui, at, cause.owner, kCaption.in(Color::ink3), owner);
    draw_text(ui, {at.x + owner + t.px(kGap12), at.y}, cause.text, kCaption, room);
    draw_text(ui, {at.x + width - amount, at.y}, cause.amount, kCaption.figures().right(), amount);
    ImGui::Dummy({width, height});
}

void draw_figure(Ui& ui, const Strings& s, const EndFigure& figure)
{
    separator(ui);
    gap(ui, kGap8);
    text(ui, figure.label, kCaption);
    const Color ink = figure.tone == Tone::plain ? Color::ink3 : ink_of(figure.tone);
    text_pair(ui, figure.from_to, figure.change, kHeading.figures(), kBody.in(ink).figures());
    for (const EndCause& cause : figure.causes) draw_cause(ui, cause);
    if (figure.more_causes > 0)
        text(ui, s.format("end.causes.more", {{"count", std::to_string(figure.more_causes)}}),
             kCaption.in(Color::ink3));
    gap(ui, kGap8);
}

// A letter in a square, as on the option that bore it.
float draw_letter(Ui& ui, ImVec2 at, const std::string& letter, bool passed)
{
    const float side = std::round(ui.theme.px(28));
    draw_box(ui, {at.x, at.y, side, side}, passed ? Color::panel : Color::accent_soft,
             passed ? Color::rule : Color::accent, 4);
    draw_text_in(ui, {at.x, at.y, side, side}, letter, kBold.in(passed ? Color::ink2 : Color::accent).centered());
    return side;
}

void draw_list(Ui& ui, const std::string& title, const std::vector<std::string>& lines)
{
    if (lines.empty()) return;
    gap(ui, kGap8);
    text(ui, title, kCaption.in(Color::ink3));
    for (const std::string& line : lines) text_item(ui, line, kCaption);
}

void draw_answer(Ui& ui, const Strings& s, const EndDecision& d)
{
    const Theme& t = ui.theme;
    const ImVec2 at = cursor();
    const float width = width_left(), pad = t.px(kGap12);
    const std::string& label = d.passed ? s("end.passed") : s("end.answer");
    const float side =
        std::ceil(std::max(measure(ui, s("end.passed"), kCaption).x, measure(ui, s("end.answer"), kCaption).x)) + 1;
    const float room = width - 2 * pad - side - t.px(kGap12);
    const float words = measure(ui, d.answer, kBold, room).y;
    const float said = d.said.empty() ? 0 : measure(ui, d.said, kCaption, room).y;
    const Rect box{at.x, at.y, width, std::ceil(words + said + 2 * t.px(kGap8))};
    draw_box(ui, box, d.passed ? Color::unknown_soft : Color::accent_soft, Color::none);
    const float lead = (t.line_height(Type::body) - t.line_height(Type::caption)) / 2;
    draw_text(ui, {box.x + pad, box.y + t.px(kGap8) + lead}, label,
              kCaption.in(d.passed ? Color::unknown : Color::accent));
    const float x = box.x + pad + side + t.px(kGap12);
    draw_text(ui, {x, box.y + t.px(kGap8)}, d.answer, kBold, room);
    if (said > 0) draw_text(ui, {x, box.y + t.px(kGap8) + words}, d.said, kCaption, room);
    ImGui::Dummy({box.w, box.h});
}

std::vector<std::string> lines_of(const std::vector<EndOption>& options)
{
    std::vector<std::string> lines;
    for (const EndOption& option : options)
        lines.push_back(option.note.empty() ? option.text : option.text + "　" + option.note);
    return lines;
}

void draw_decision(Ui& ui, const Strings& s, const EndDecision& d)
{
    const Theme& t = ui.theme;
    const ImVec2 at = cursor();
    const float side = draw_letter(ui, at, d.letter, d.passed);
    const float indent = side + t.px(kGap12);
    const float width = width_left();
    const Rect title = draw_text(ui, {at.x + indent, at.y}, d.title, kBold, width - indent);
    const Rect time = draw_text(ui, {at.x + indent, title.bottom()}, d.time, kCaption.in(Color::ink3), width - indent);
    ImGui::Dummy({width, std::max(time.bottom() - at.y, side)});
    ImGui::Indent(indent);
    gap(ui, kGap8);
    draw_answer(ui, s, d);
    if (!d.feedback.empty()) {
        gap(ui, kGap8);
        text(ui, s("end.feedback"), kCaption.in(Color::ink3));
        text(ui, d.feedback);
    }
    std::vector<std::string> consequences = d.consequences;
    if (d.more_consequences > 0)
        consequences.push_back(s.format("end.consequences.more", {{"count", std::to_string(d.more_consequences)}}));
    draw_list(ui, s("end.consequences"), consequences);
    draw_list(ui, s("end.moved"), d.moved);
    draw_list(ui, s("end.others"), lines_of(d.others));
    ImGui::Unindent(indent);
}

struct TimelineSizes {
    float time = 0, lane = 0;
};

void draw_moment(Ui& ui, const EndMoment& m, const TimelineSizes& sizes)
{
    const Theme& t = ui.theme;
    const ImVec2 at = cursor();
    const float width = width_left();
    const float mark = t.px(kGap16), step = t.px(kGap12);
    const float letter = m.letter.empty() ? 0 : std::round(t.px(28)) + t.px(kGap8);
    const float left = sizes.time + step + mark + sizes.lane + step;
    const float room = width - left - letter;
    const float line = t.line_height(Type::body);
    const float lead = (line - t.line_height(Type::caption)) / 2;
    const auto style = m.letter.empty() ? kBody : kBody.strong();
    const float words = measure(ui, m.text, style, room).y;
    draw_text(ui, {at.x, at.y + lead}, m.time, kCaption.figures().in(Color::ink3));
    const ImVec2 middle{at.x + sizes.time + step + t.px(5), at.y + line / 2};
    if (m.serious)
        draw_icon(ui, Icon::warning, middle, t.px(14), Color::serious);
    else
        draw_circle(ui, middle, t.px(3), Color::ink3);
    draw_text(ui, {at.x + sizes.time + step + mark, at.y + lead}, m.lane, kCaption);
    if (letter > 0) draw_letter(ui, {at.x + left, at.y}, m.letter, m.serious);
    draw_text(ui, {at.x + left + letter, at.y}, m.text, style, room);
    ImGui::Dummy({width, std::max(words, letter > 0 ? t.px(28) : 0) + t.px(kGap4)});
}

void draw_card_of(Ui& ui, const EndCard& card)
{
    const Theme& t = ui.theme;
    const ImVec2 at = cursor();
    const float width = width_left(), pad = t.px(kGap16);
    const float room = width - 2 * pad;
    const std::string foot = card.owner + "　" + card.due;
    const float title = measure(ui, card.title, kBold, room).y;
    const float words = measure(ui, card.if_then, kBody, room).y;
    const float below = measure(ui, foot, kCaption, room).y;
    const Rect box{at.x, at.y, width, std::ceil(title + words + below + t.px(kGap8) + 2 * pad)};
    draw_box(ui, box, Color::panel, Color::line);
    float y = box.y + pad;
    y += draw_text(ui, {box.x + pad, y}, card.title, kBold, room).h;
    y += draw_text(ui, {box.x + pad, y}, card.if_then, kBody.in(Color::ink2), room).h + t.px(kGap8);
    draw_text(ui, {box.x + pad, y}, foot, kCaption, room);
    ImGui::Dummy({box.w, box.h});
}

} // namespace

void draw_outcome(Ui& ui, const Strings& s, const EndView& view)
{
    if (!view.as_recorded.empty()) {
        text(ui, view.as_recorded, kCaption);
        gap(ui, kGap16);
    }
    if (!view.ending.empty()) {
        text(ui, view.ending, kTitle);
        gap(ui, kGap8);
    }
    text(ui, view.sentence, kBold);
    if (!view.text.empty()) {
        gap(ui, kGap8);
        text(ui, view.text, kBody.in(Color::ink2));
    }
    gap(ui, kGap24);
    text(ui, s("end.figures"), kHeading);
    if (!view.preparation.empty()) text(ui, view.preparation, kCaption);
    gap(ui, kGap8);
    for (const EndFigure& figure : view.figures) draw_figure(ui, s, figure);
}

void draw_end_decisions(Ui& ui, const Strings& s, const EndView& view)
{
    if (view.decisions.empty()) return empty_state(ui, s("end.decisions.empty"));
    for (std::size_t i = 0; i < view.decisions.size(); ++i) {
        if (i > 0) {
            gap(ui, kGap16);
            separator(ui);
            gap(ui, kGap16);
        }
        draw_decision(ui, s, view.decisions[i]);
    }
}

void draw_end_timeline(Ui& ui, const EndView& view)
{
    TimelineSizes sizes;
    for (const EndMoment& m : view.timeline) {
        sizes.time = std::max(sizes.time, std::ceil(measure(ui, m.time, kCaption.figures()).x));
        sizes.lane = std::max(sizes.lane, std::ceil(measure(ui, m.lane, kCaption).x));
    }
    for (const EndMoment& m : view.timeline) {
        if (!m.day.empty()) {
            gap(ui, kGap12);
            text(ui, m.day, kBold);
            gap(ui, kGap4);
        }
        draw_moment(ui, m, sizes);
    }
}

void draw_end_cards(Ui& ui, const Strings& s, const EndView& view)
{
    if (view.cards.empty()) return empty_state(ui, s("end.cards.empty"));
    text(ui, s("end.cards.hint"), kCaption);
    for (const EndCard& card : view.cards) {
        gap(ui, kGap12);
        draw_card_of(ui, card);
    }
}

} // namespace sonae::ui
