// Cards and places: choosing within a budget, sorting, ranking, and pairs whose missing half is a named gap.
#pragma once

#include "workshop/activities/scale.hpp"

#include <map>

namespace sonae::workshop {

struct Card {
    std::string id;
    Localized name, text;
    engine::Yen cost = 0;
    std::int32_t days = 0;
    Localized source;        // publication of what it states, never an address
    std::string published;   // 2024-01-24; empty: no fact that ages
    std::string valid_until; // 2025-03-31
};

struct BoardPlace {
    std::string id;
    Localized name, help;
    bool chosen = false;  // cards here are taken, and cost
    bool ordered = false; // the first is the highest
    std::size_t most = 64;
};

// A card that is chosen wants one of its guards chosen too; until then the gap is open, by name.
struct Pair {
    std::string id, card;
    std::vector<std::string> guards;
    Localized name, text;
};

struct Board {
    std::vector<Card> cards;
    std::vector<BoardPlace> places;
    std::vector<Pair> pairs;
    std::optional<engine::Yen> budget;
    bool personal = false; // each seat sorts for itself too, sealed until the facilitator reveals
};

const Card* find_card(const Board& board, std::string_view id);
const BoardPlace* find_place(const Board& board, std::string_view id);

struct BoardKey {
    int seat = 0; // 0: the table
    std::string place;
    auto operator<=>(const BoardKey&) const = default;
};

struct BoardState { // cards that lie in no place lie in the hand
    std::map<BoardKey, std::vector<std::string>> lying;
    bool operator==(const BoardState&) const = default;
};

// Where a seat's card lies; an empty place is the hand. `position` counts from 0.
struct Lying {
    std::string place;
    std::size_t position = 0;
};
Lying where_lies(const BoardState& state, int seat, std::string_view card);
bool is_chosen(const Board& board, const BoardState& state, std::string_view card);
engine::Yen spent(const Board& board, const BoardState& state);
// What is laid can be done: within the budget, and no place holds more cards than it may.
bool is_feasible(const Board& board, const BoardState& state);
std::vector<const Pair*> open_gaps(const Board& board, const BoardState& state);

} // namespace sonae::workshop
