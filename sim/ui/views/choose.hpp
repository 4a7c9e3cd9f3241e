// Before a drill: which incident, in which company, at which table.
#pragma once

#include "pack/load.hpp"
#include "ui/panels.hpp"
#include "ui/strings.hpp"
#include "ui/views/intents.hpp"

#include <string>
#include <vector>

namespace sonae::ui {

struct OfferedPack {
    std::string id;
    Localized name, summary;
    int minutes = 60;
    std::vector<std::string> companies; // it can be played with
    Localized why_not;                  // not empty: the pack has faults
};
struct OfferedCompany {
    std::string id;
    Localized name, kind, profile;
    int hosts = 0, processes = 0;
};
// The summary is the briefing's first line.
OfferedPack offer_of(const pack::Pack& pack, const engine::Scenario& scenario);
OfferedCompany offer_of(const engine::Company& company);

struct ChooseSource {
    const Strings& s;
    const std::vector<OfferedPack>& packs;
    const std::vector<OfferedCompany>& companies;
};

struct PackRow {
    std::string id, name, summary, minutes, why_not;
    std::vector<std::string> companies;
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
