// What is still missing or at odds in an activity, each by name with a sentence. Reads a state, never changes it.
#pragma once

#include "workshop/activities/session.hpp"

#include <functional>

namespace sonae::workshop {

struct Finding {
    std::string check; // its id: "no_deputy"
    std::string activity, grid;
    std::string row;    // or card, pair, prompt, situation; empty for the whole
    std::string column; // empty for none
    Localized sentence;
    bool operator==(const Finding&) const = default;
};

// How to call a row that the table named itself: its text lies outside the state. Left out, it is called by its number.
using RowNamer = std::function<std::string(const Activity&, const Grid&, const GridRow&)>;

// What is wanted of the sentences: a grid of a thousand rows may miss thousands of things, of which few are read.
struct FindingWords {
    RowNamer namer = {};
    std::size_t most =
        ~std::size_t{0}; // of an activity; what is found in its grids after these is told without a sentence
};

std::vector<Finding> findings_of(const Session& session, const Activity& activity, const FindingWords& wanted = {});
std::vector<Finding> findings_of(const Session& session, const RowNamer& namer = {}); // of all its activities

} // namespace sonae::workshop
