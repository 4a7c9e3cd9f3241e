#include "ui/offers.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sonae::ui {
namespace {

OfferedCompany offer_of(const engine::Company& company)
{
    return {.id = company.id,
            .name = company.name,
            .kind = company.kind,
            .profile = company.profile,
            .hosts = static_cast<int>(company.hosts.size()),
            .processes = static_cast<int>(company.processes.size())};
}

void add_company(Offers& offers, const engine::Company& company)
{
    const auto known = std::find_if(offers.companies.begin(), offers.companies.end(),
                                    [&](const OfferedCompany& c) { return c.id == company.id; });
    if (known == offers.companies.end()) offers.companies.push_back(offer_of(company));
}

OfferedPack read_offer(const pack::FileSet& files, const std::string& path, Offers& offers, read::Diagnostics& told)
{
    const auto pack = pack::read_pack(files, path, told);
    if (!pack) return OfferedPack{.id = path, .path = path, .name = {path, path}};
    OfferedPack offer{
        .id = pack->id, .path = path, .name = pack->name, .summary = pack->summary, .minutes = pack->minutes};
    for (const pack::OfferedDrill& drill : pack->drills) {
        const auto scenario = pack::compile(files, path, drill.company, told);
        if (!scenario) continue;
        offer.drills.push_back(drill);
        add_company(offers, scenario->company);
    }
    for (const std::string& company : pack->sessions) {
        const auto plan = pack::compile_session(files, path, company, told);
        if (!plan) continue;
        offer.sessions.push_back(company);
        add_company(offers, plan->company);
    }
    return offer;
}

// Only one of two can be meant by an id: the first.
void tell_same_id(const Offers& offers, OfferedPack& offer)
{
    const auto first = std::find_if(offers.packs.begin(), offers.packs.end(),
                                    [&](const OfferedPack& other) { return other.id == offer.id; });
    if (first == offers.packs.end()) return;
    offer.drills.clear(), offer.sessions.clear();
    offer.why_not = {
        fmt::format("同じ識別名（{}）のパックが {} にもあります。どちらかの id を変えてください。", offer.id,
                    first->path),
        fmt::format("{} holds a pack of the same id ({}). Give one of them another.", first->path, offer.id)};
}

} // namespace

Offers read_offers(const pack::FileSet& files, read::Diagnostics& faults)
{
    Offers offers;
    for (const std::string& path : pack::pack_paths(files)) {
        read::Diagnostics told;
        OfferedPack offer = read_offer(files, path, offers, told);
        tell_same_id(offers, offer);
        if (offer.drills.empty() && offer.sessions.empty() && !told.empty()) {
            const read::Diagnostic first = told.sorted().front();
            offer.why_not = {read::format(first, Language::ja), read::format(first, Language::en)};
        }
        offers.packs.push_back(std::move(offer));
        faults.append(told);
    }
    return offers;
}

} // namespace sonae::ui
