// Every screen in every state worth seeing: for the pictures that `sonae shots` writes and for the tests that look at
// the layout of all of them. A new screen or state is added here, and is then both drawn and tested.
#pragma once

#include "ui/offers.hpp"
#include "ui/offscreen.hpp"
#include "ui/stage.hpp"
#include "ui/strings.hpp"

#include <map>
#include <string>
#include <vector>

namespace sonae::ui {

// What the pictures are of. Must outlive the functions that draw them.
struct ShotSource {
    const Strings& s;
    std::shared_ptr<const engine::Scenario> scenario;
    Offers offers;
    std::map<std::string, std::shared_ptr<const workshop::SessionPlan>> sessions; // by pack
};

// Compiles the sessions that are offered for the company.
std::map<std::string, std::shared_ptr<const workshop::SessionPlan>>
read_sessions(const pack::FileSet& files, const Offers& offers, const std::string& company, read::Diagnostics& faults);

struct Shot {
    std::string name;
    // Plays to the state, and gives what draws it: the same picture at every call, but for scrolling and focus.
    std::function<DrawFunction(const ShotSource&)> set_up;
};
const std::vector<Shot>& all_shots();
inline constexpr int kShotFrames = 4; // until sizes that depend on the frame before have settled

} // namespace sonae::ui
