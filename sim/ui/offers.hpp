// What can be played: the packs and companies of the data folder, as the choosing screen shows them. May wait for the disk.
#pragma once

#include "ui/views/choose.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace sonae::ui {

struct Offers {
    std::vector<OfferedPack> packs;
    std::vector<OfferedCompany> companies;
    std::map<std::string, std::string> paths; // pack's id → its folder within scenarios/
    Localized trouble;                        // the folder can't be read
};
Offers read_offers(const std::filesystem::path& data);

} // namespace sonae::ui
