// What can be played: the packs and companies of a set of files, for the screen that offers them.
#pragma once

#include "pack/load.hpp"

#include <string>
#include <vector>

namespace sonae::ui {

struct OfferedPack {
    std::string id, path; // `path` within the set
    Localized name, summary;
    int minutes = 60;
    std::vector<pack::OfferedDrill> drills; // one for each company that it can be played with
    std::vector<std::string> sessions;      // companies that its session can be held with
    Localized why_not;                      // not empty: the pack has faults
};
struct OfferedCompany {
    std::string id;
    Localized name, kind, profile;
    int hosts = 0, processes = 0;
};
struct Offers {
    std::vector<OfferedPack> packs;
    std::vector<OfferedCompany> companies; // those that some pack can be played with
};

// Reads and compiles them all. Faults are told, and a pack that has some is offered as one that can't be played.
Offers read_offers(const pack::FileSet& files, read::Diagnostics& faults);

} // namespace sonae::ui
