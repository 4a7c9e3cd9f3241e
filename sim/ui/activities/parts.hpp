// What the views of activities share: choices in lines above the cards, who sits before the screen, what is sealed.
#pragma once

#include "ui/activities/source.hpp"
#include "ui/widgets.hpp"

#include <optional>
#include <span>

namespace sonae::ui {

inline constexpr int kTableSeats = 6; // that a screen offers

std::string seat_name(const Strings& s, int seat); // 班, 席1

// Controls that flow from left to right above an activity's cards and break into lines where they must.
struct HeadLine {
    explicit HeadLine(const Rect& all) : at(all), x(all.x), y(all.y), bottom(all.y) {}
    Rect at;
    float x, y, bottom;
};
std::optional<int> head_choice(Ui& ui, HeadLine& head, std::string_view name, std::string_view label,
                               std::span<const Segment> segments, int selected);
bool head_button(Ui& ui, HeadLine& head, std::string_view name, std::string_view label, const ButtonLook& look = {});
void head_words(Ui& ui, HeadLine& head, std::string_view words, const TextStyle& style = kCaption);
Rect below(Ui& ui, const HeadLine& head); // what is left for the cards

// The table and its seats, under `<part>.seat.<n>`. Which one was chosen goes to `sits_at`: the caller makes the view
// for it and empties it.
void head_seats(Ui& ui, const Strings& s, HeadLine& head, std::string_view part, int seat, std::optional<int>& sits_at);

// What everyone did for himself, sealed or shown.
struct SealView {
    bool exists = false; // there is something to seal
    bool shown = false;
    std::string words;   // what lies sealed, or that it is shown
    std::string why_not; // not empty: it can't be shown or sealed now
};
SealView make_seal(const SessionSource& from, const workshop::Activity& activity, std::string words);
// A button `<part>.reveal` and the words beside it.
void head_seal(Ui& ui, const Strings& s, HeadLine& head, std::string_view part, const SealView& seal,
               const workshop::Reveal& command, Intents& out);

// A strip of the flow, for something that draws itself.
Rect take_place(float height);

void post(Intents& out, workshop::Command command);

} // namespace sonae::ui
