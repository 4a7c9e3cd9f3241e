// Opening a session at a table: with what the table made in its earlier ones, unasked.
#pragma once

#include "workshop/activities/texts.hpp"

namespace sonae::workshop {

struct Opening {
    StartSession command;
    std::map<std::string, std::string> texts; // to travel beside it: what the table wrote into the rows it brings
};

// `from`: the table as an earlier session left it, in this programme file or another; null when there is none. `pack`:
// the digest of the kept bytes.
Opening open_session(const SessionPlan& plan, std::string pack, TableNumber table, const Table* from,
                     const TextsOf& texts);

} // namespace sonae::workshop
