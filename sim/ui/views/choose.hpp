// Before a drill: which incident, in which company, at which table.
#pragma once

#include "ui/offers.hpp"
#include "ui/panels.hpp"
#include "ui/strings.hpp"
#include "ui/views/intents.hpp"

#include <string>
#include <vector>

namespace sonae::ui {

struct ChooseSource {
    const Strings& s;
    const Offers& offers;
};

struct DrillRow {
    std::string company, name;
};
struct PackRow {
    std::string id, name, summary, minutes, why_not;
    std::vector<DrillRow> drills; // one for each company that it can be played with
};
struct CompanyRow {
    std::string id, name, kind, profile, size;
};

struct ChooseView {
    std::vector<PackRow> packs;
    std::vector<CompanyRow> companies;
};

struct ChooseScratch {
    std::string pack, company; // chosen; empty: the first that can be
    int table = 1;
};

ChooseView make_choose_view(const ChooseSource& from);
void draw_choose(Ui& ui, const Strings& s, const ChooseView& view, ChooseScratch& scratch, Intents& out);

} // namespace sonae::ui
