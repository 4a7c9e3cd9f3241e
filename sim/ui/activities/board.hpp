// A board: cards in the hand and places side by side, what is spent of the budget, and the gaps that are open. A card
// is moved by keyboard alone or by mouse. What a seat sorted for itself is in its own view until it is shown.
#pragma once

#include "ui/activities/parts.hpp"

namespace sonae::ui {

struct CardView {
    std::string id, name, text;
    std::string facts; // "6万円・10日"
    std::string stale; // not empty: out of date, and since when
    std::string seats; // where the seats laid it, once that is shown
};

struct PlaceView {
    std::string id, name, help; // an empty id is the hand
    bool ordered = false;
    std::string count, over;        // "2枚（2枚まで）"; "1枚多い"
    std::vector<std::size_t> cards; // of BoardView, in their order
};

struct BudgetView {
    std::int64_t spent = 0, whole = 0; // yen
    std::string words;                 // empty: nothing costs anything
    bool over = false;
};

struct GapView {
    std::string name, text;
};

struct BoardView {
    workshop::TableNumber table = 1;
    std::string activity;
    int seat = 0;
    bool personal = false;
    std::string why_not; // not empty: no card can be moved
    std::vector<CardView> cards;
    std::vector<PlaceView> places; // the hand first
    BudgetView budget;
    bool has_pairs = false;
    std::vector<GapView> gaps; // open
    SealView seal;
};

struct BoardScratch {
    std::string activity;
    std::string held;       // the card that is being moved; empty: none
    std::string held_place; // where it was seen last
    std::size_t held_position = 0;
    std::size_t first = 1;      // the place that stands beside the hand
    float gaps_height = 0;      // of the last frame
    std::optional<int> sits_at; // see head_seats
};

BoardView make_board_view(const SessionSource& from, const workshop::Activity& activity);
void draw_board(Ui& ui, const Strings& s, const BoardView& view, BoardScratch& scratch, Rect at, Intents& out);

} // namespace sonae::ui
