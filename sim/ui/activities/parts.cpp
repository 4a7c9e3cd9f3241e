#include "ui/activities/parts.hpp"

#include <cmath>

namespace sonae::ui {
namespace {

constexpr float kWordsBeside = 1000; // design pixels: narrower windows have no room for words above the cards

// Where something of this size stands; the line breaks before it when there is no room.
Rect place(Ui& ui, HeadLine& head, ImVec2 size)
{
    if (head.x > head.at.x && head.x + size.x > head.at.right() + 1) {
        head.x = head.at.x;
        head.y = head.bottom + ui.theme.px(kGap8);
    }
    const Rect at{head.x, head.y, std::min(size.x, head.at.right() - head.x), size.y};
    head.x += size.x + ui.theme.px(kGap24);
    head.bottom = std::max(head.bottom, at.bottom());
    return at;
}

float row_height(Ui& ui) { return button_size(ui, "").y; }

} // namespace

std::string seat_name(const Strings& s, int seat)
{
    return seat == 0 ? s("seat.table") : s.format("seat.one", {{"number", std::to_string(seat)}});
}

std::optional<int> head_choice(Ui& ui, HeadLine& head, std::string_view name, std::string_view label,
                               std::span<const Segment> segments, int selected)
{
    const float words = std::ceil(measure(ui, label, kCaption).x) + ui.theme.px(kGap8);
    const float wanted = words + choice_width(ui, segments);
    // Too wide for one line: the label gives way to the choice.
    const bool narrow = wanted > head.at.w;
    const Rect at = place(ui, head, {narrow ? choice_width(ui, segments) : wanted, row_height(ui)});
    if (!narrow) draw_text_in(ui, {at.x, at.y, words, at.h}, label, kCaption);
    move_to({at.x + (narrow ? 0 : words), at.y});
    return choice(ui, name, segments, selected);
}

bool head_button(Ui& ui, HeadLine& head, std::string_view name, std::string_view label, const ButtonLook& look)
{
    return button_at(ui, name, place(ui, head, button_size(ui, label, look)), label, look);
}

void head_words(Ui& ui, HeadLine& head, std::string_view words, const TextStyle& style)
{
    if (words.empty()) return;
    const float least = std::min(ui.theme.px(260), std::ceil(measure(ui, words, style).x) + 1);
    float room = head.at.right() - head.x;
    if (room < least) room = head.at.w;
    const ImVec2 size = measure(ui, words, style, room);
    const float height = std::max(size.y, row_height(ui));
    const Rect at = place(ui, head, {std::ceil(size.x) + 1, height});
    draw_text(ui, {at.x, at.y + (height - size.y) / 2}, words, style, room);
}

Rect below(Ui& ui, const HeadLine& head)
{
    Rect rest = head.at;
    if (head.bottom > head.at.y) rest.cut_top(head.bottom - head.at.y, ui.theme.px(kGap12));
    return rest;
}

void head_seats(Ui& ui, const Strings& s, HeadLine& head, std::string_view part, int seat, std::optional<int>& sits_at)
{
    std::vector<std::string> names, labels;
    for (int n = 0; n <= kTableSeats; ++n) {
        names.push_back(std::to_string(n));
        labels.push_back(n == 0 ? s("seat.table") : names.back());
    }
    std::vector<Segment> segments;
    for (std::size_t n = 0; n < names.size(); ++n) segments.push_back({names[n], labels[n]});
    const auto pressed = head_choice(ui, head, std::string(part) + ".seat", s("seat.who"), segments, seat);
    if (pressed && *pressed != seat) sits_at = *pressed;
}

SealView make_seal(const SessionSource& from, const workshop::Activity& activity, std::string words)
{
    SealView seal{.exists = true,
                  .shown = workshop::state_of(from.session(), activity).revealed,
                  .words = std::move(words),
                  .why_not = from.why_not};
    if (seal.why_not.empty() && from.seat != 0) seal.why_not = from.s("seat.reveal.by_table");
    return seal;
}

void head_seal(Ui& ui, const Strings& s, HeadLine& head, std::string_view part, const SealView& seal,
               const workshop::Reveal& command, Intents& out)
{
    if (!seal.exists) return;
    const std::string& label = seal.shown ? s("seat.seal") : s("seat.reveal");
    if (head_button(ui, head, std::string(part) + ".reveal", label,
                    {.why_not = seal.why_not, .icon = seal.shown ? Icon::lock : Icon::none}))
        post(out, command);
    // Where there is no room beside it, the lines are for the work.
    if (head.at.w >= ui.theme.px(kWordsBeside)) head_words(ui, head, seal.words);
}

Rect take_place(float height)
{
    const ImVec2 at = cursor();
    const Rect place{at.x, at.y, width_left(), height};
    ImGui::Dummy({1, height});
    return place;
}

void post(Intents& out, workshop::Command command) { out.push_back(InSession{std::move(command), {}}); }

} // namespace sonae::ui
