#include "ui/offers.hpp"

#include "ui/archive.hpp"

#include <algorithm>

namespace sonae::ui {
namespace {

void offer_company(Offers& offers, const engine::Company& company)
{
    const auto same = [&](const OfferedCompany& other) { return other.id == company.id; };
    if (std::none_of(offers.companies.begin(), offers.companies.end(), same)) offers.companies.push_back(offer_of(company));
}

// A pack with faults is offered too, off, with the first fault: whoever wrote it looks for it here.
OfferedPack faulty_offer(const std::string& path, const std::optional<pack::Pack>& pack, const read::Diagnostics& faults)
{
    OfferedPack offer{.id = pack ? pack->id : path, .name = pack ? pack->name : Localized{path, path}};
    if (pack) offer.minutes = pack->minutes;
    const auto first = [&](Language language) {
        const std::string all = read::format(faults, language);
        return all.substr(0, all.find('\n'));
    };
    offer.why_not = {"シナリオに誤りがあります: " + first(Language::ja), "The pack has faults: " + first(Language::en)};
    return offer;
}

void offer_pack(Offers& offers, const pack::FileSet& files, const std::string& path)
{
    read::Diagnostics faults;
    const auto pack = pack::read_pack(files, path, faults);
    std::vector<std::shared_ptr<const engine::Scenario>> drills;
    if (pack)
        for (const std::string& company : pack->companies)
            if (auto drill = pack::compile(files, path, company, faults)) drills.push_back(std::move(drill));
    if (!pack || drills.empty() || drills.size() < pack->companies.size()) {
        offers.packs.push_back(faulty_offer(path, pack, faults));
        return;
    }
    offers.packs.push_back(offer_of(*pack, *drills.front()));
    offers.paths[pack->id] = path;
    for (const auto& drill : drills) offer_company(offers, drill->company);
}

} // namespace

Offers read_offers(const std::filesystem::path& data)
{
    Offers offers;
    try {
        read::Diagnostics faults;
        const pack::FileSet files = pack::read_folder(data / "scenarios", faults);
        for (const std::string& path : pack::pack_paths(files)) offer_pack(offers, files, path);
    } catch (...) {
        offers.trouble = sentence_of_current_exception(data / "scenarios");
    }
    return offers;
}

} // namespace sonae::ui
