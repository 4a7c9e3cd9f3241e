// Before a drill: which incident, in which company, at which table.
#pragma once

#include "ui/offers.hpp"
#include "ui/panels.hpp"
#include "ui/strings.hpp"
#include "ui/views/home.hpp"
#include "ui/views/intents.hpp"

#include <span>
#include <string>
#include <vector>

namespace sonae::ui {

struct ChooseSource {
    const Strings& s;
    const Offers& offers;
    std::span<const KeptDrill> kept = {}; // records that one may go on in
};

struct DrillRow { // or a session
    std::string company, name;
    bool is_session = false;
};
struct PackRow {
    std::string id, name, summary, minutes, why_not;
    std::vector<DrillRow> drills; // one for each company that it can be played with
};
struct CompanyRow {
    std::string id, name, kind, profile, size;
};

struct RecordOffer {
    std::string path, name, caption, company;
    int table = 1;
};

struct ChooseView {
    std::vector<PackRow> packs;
    std::vector<CompanyRow> companies;
    std::vector<RecordOffer> records;
};

struct ChooseScratch {
    std::string pack, company; // chosen; empty: the first that can be
    int table = 1;
    std::string into; // the record to go on in; empty: a new one
};

ChooseView make_choose_view(const ChooseSource& from);
void draw_choose(Ui& ui, const Strings& s, const ChooseView& view, ChooseScratch& scratch, Intents& out);

} // namespace sonae::ui
