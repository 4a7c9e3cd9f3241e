// A table that plays by luck: whatever a table may do in a session or a drill, drawn from a seed. The next thing it
// does follows from the table as it stands alone, so that a bot that is killed goes on as if nothing had been.
#pragma once

#include "workshop/activities/texts.hpp"

#include <span>
#include <string>

namespace sonae::test {

struct BotStep {
    workshop::Command command;
    std::map<std::string, std::string> texts; // to travel beside it
};

class TableBot {
  public:
    TableBot(std::uint64_t seed, workshop::TableNumber table) : seed_(seed), table_(table) {}

    // Something that `check` has nothing against: a cell, a row, a card, an answer, a note, a call, a reveal, a block …
    BotStep in_session(const workshop::Room& room) const;
    // An answer, an action, or time that passes. The drill must not be over.
    BotStep in_drill(const workshop::Room& room) const;
    // Goes back a few steps, never past the session's or drill's beginning; nothing most of the time.
    std::optional<workshop::Rewind> going_back(const workshop::Table& table) const;

  private:
    std::uint64_t seed_;
    workshop::TableNumber table_;
};

// The steps that count since the table began what it is in.
std::size_t steps_since_start(const workshop::Table& table);

} // namespace sonae::test
