// How cards are moved on a board: which one is held, where keys carry it. For board_draw.cpp.
#pragma once

#include "ui/activities/board.hpp"

namespace sonae::ui {

// Everything that one drawing shares.
struct BoardDrawing {
    Ui& ui;
    const Strings& s;
    const BoardView& view;
    BoardScratch& scratch;
    Intents& out;
};

std::string place_mark(std::size_t place); // the hand is 0, places 1 … 9, then A, B, C
std::string card_control(const std::string& card);

struct PlaceOfCard {
    std::size_t place = 0, position = 0; // of BoardView::places
};
PlaceOfCard find_lying(const BoardView& view, std::string_view card);

// Posts the command, or says why not. Without a position the card goes to the end; the place where it lies is no move.
void move_card(BoardDrawing& d, const std::string& card, std::size_t place, std::optional<std::size_t> position = {});
void hold_card(BoardDrawing& d, const std::string& card);
void put_down_card(BoardDrawing& d);
// Before the cards are drawn: the focus goes with the card that is being moved.
void follow_held_card(BoardDrawing& d);
// Behind them, once it is known which has the focus: left and right carry the held card through the places, up and
// down through its order; digits carry it, or the focused one, to a place.
void take_card_keys(BoardDrawing& d);

} // namespace sonae::ui
