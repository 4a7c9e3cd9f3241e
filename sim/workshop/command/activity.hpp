// What a table does in a session. Ids are the pack's own names. No command holds free text: it says that one was
// written, and the text travels beside it (live/live_room.hpp), under text_field().
#pragma once

#include "workshop/activities/cell_value.hpp"
#include "workshop/activities/questions.hpp"
#include "workshop/command/drill.hpp"

namespace sonae::workshop {

struct CellEntry {
    std::string row, column;
    CellValue value;
    bool operator==(const CellEntry&) const = default;
};

// Rows that the table brings from an earlier session into one of its grids.
struct CarriedGrid {
    std::string activity, grid;
    std::vector<std::string> rows;
    std::vector<CellEntry> cells;
    bool operator==(const CarriedGrid&) const = default;
};

// Gives the table its session. `outputs` are values of earlier sessions; what is not named is as the company stands.
struct StartSession {
    TableNumber table = 1;
    std::string pack; // digest of the kept bytes of the pack and its companies
    std::string pack_id;
    std::string company;
    std::map<std::string, std::int64_t> outputs;
    std::vector<CarriedGrid> carried;
    bool operator==(const StartSession&) const = default;
};

// The table turns to a block of the agenda. Undone by entering the one before.
struct EnterBlock {
    TableNumber table = 1;
    std::string block;
    bool operator==(const EnterBlock&) const = default;
};

// Puts rows in and out and writes cells, all at once: an edit, a paste, or the undoing of either. A row taken out keeps
// its cells, so putting it in again is its inverse.
struct SetCells {
    TableNumber table = 1;
    std::string activity, grid;
    int seat = 0; // 0: the table; 1 … a rater, in rated columns alone
    std::vector<std::string> adds, removes;
    std::vector<CellEntry> cells;
    bool operator==(const SetCells&) const = default;
};

// Lays a card; an empty place is the hand. `position` counts from 0 in ordered places.
struct MoveCard {
    TableNumber table = 1;
    std::string activity;
    int seat = 0;
    std::string card, place;
    std::size_t position = 0;
    bool operator==(const MoveCard&) const = default;
};

// An empty value takes the answer back.
struct GiveAnswer {
    TableNumber table = 1;
    std::string activity;
    Asked asked = Asked::pre;
    int seat = 0;
    std::string question, value;
    bool operator==(const GiveAnswer&) const = default;
};

struct WriteNote {
    TableNumber table = 1;
    std::string activity, prompt;
    int seat = 0; // 0: the table's one answer
    int note = 1;
    bool written = true; // false: it is taken away
    bool operator==(const WriteNote&) const = default;
};

// Opens what everyone wrote or sorted for himself, or seals it again.
struct Reveal {
    TableNumber table = 1;
    std::string activity;
    bool shown = true;
    bool operator==(const Reveal&) const = default;
};

// Calls a person or deputy of the plan, as it stands, at the moment of the situation.
struct MakeCall {
    TableNumber table = 1;
    std::string activity, situation, row, column;
    bool operator==(const MakeCall&) const = default;
};

struct TakeBackCall { // the last one
    TableNumber table = 1;
    std::string activity;
    bool operator==(const TakeBackCall&) const = default;
};

// The names under which texts stand beside a command.
std::string cell_field(std::string_view activity, std::string_view grid, std::string_view row, std::string_view column);
std::string note_field(std::string_view activity, std::string_view prompt, int seat, int note);

} // namespace sonae::workshop
