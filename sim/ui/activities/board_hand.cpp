#include "ui/activities/board_hand.hpp"

#include <algorithm>

namespace sonae::ui {
namespace {

Key place_key(std::size_t place)
{
    const auto n = static_cast<int>(place);
    return n < 10 ? digit_key(n) : letter_key(n - 10);
}

} // namespace

std::string place_mark(std::size_t place)
{
    return place < 10 ? std::to_string(place) : std::string(1, static_cast<char>('A' + place - 10));
}

std::string card_control(const std::string& id) { return "board.card." + id; }

PlaceOfCard find_lying(const BoardView& view, std::string_view card)
{
    for (std::size_t p = 0; p < view.places.size(); ++p)
        for (std::size_t i = 0; i < view.places[p].cards.size(); ++i)
            if (view.cards[view.places[p].cards[i]].id == card) return {p, i};
    return {};
}

void move_card(BoardDrawing& d, const std::string& card, std::size_t place, std::optional<std::size_t> position)
{
    if (!d.view.why_not.empty()) return d.ui.set_status(d.view.why_not);
    const PlaceOfCard at = find_lying(d.view, card);
    if (place >= d.view.places.size() || (at.place == place && !position)) return;
    const PlaceView& to = d.view.places[place];
    const std::size_t end = to.ordered ? to.cards.size() : 0;
    post(d.out, workshop::MoveCard{d.view.table, d.view.activity, d.view.seat, card, to.id, position.value_or(end)});
}

void follow_held_card(BoardDrawing& d)
{
    BoardScratch& scratch = d.scratch;
    if (scratch.held.empty()) return;
    const auto known = [&](const CardView& card) { return card.id == scratch.held; };
    if (std::none_of(d.view.cards.begin(), d.view.cards.end(), known)) return scratch.held.clear();
    const PlaceOfCard at = find_lying(d.view, scratch.held);
    const std::string& place = d.view.places[at.place].id;
    if (scratch.held_place == place && scratch.held_position == at.position) return;
    scratch.held_place = place, scratch.held_position = at.position;
    d.ui.focus_on(card_control(scratch.held));
}

void hold_card(BoardDrawing& d, const std::string& card)
{
    const PlaceOfCard at = find_lying(d.view, card);
    d.scratch.held = card;
    d.scratch.held_place = d.view.places[at.place].id, d.scratch.held_position = at.position;
}

void put_down_card(BoardDrawing& d)
{
    d.ui.focus_on(card_control(d.scratch.held));
    d.scratch.held.clear();
}

void take_card_keys(BoardDrawing& d)
{
    std::string card = d.scratch.held;
    if (card.empty())
        for (const CardView& each : d.view.cards)
            if (const DrawnWidget* drawn = d.ui.widgets.find(card_control(each.id)); drawn && drawn->focused)
                card = each.id;
    if (card.empty()) return;
    for (std::size_t place = 0; place < d.view.places.size(); ++place)
        if (d.ui.key_pressed(place_key(place))) return move_card(d, card, place);
    if (d.scratch.held.empty()) return;
    const PlaceOfCard at = find_lying(d.view, card);
    if (d.ui.key_pressed(Key::left) && at.place > 0) return move_card(d, card, at.place - 1);
    if (d.ui.key_pressed(Key::right) && at.place + 1 < d.view.places.size()) return move_card(d, card, at.place + 1);
    const bool up = d.ui.key_pressed(Key::up), down = d.ui.key_pressed(Key::down);
    if (up && d.view.places[at.place].ordered && at.position > 0) return move_card(d, card, at.place, at.position - 1);
    if (down && d.view.places[at.place].ordered && at.position + 1 < d.view.places[at.place].cards.size())
        return move_card(d, card, at.place, at.position + 1);
    if (d.ui.key_pressed(Key::escape)) put_down_card(d);
}

} // namespace sonae::ui
