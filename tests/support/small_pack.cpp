#include "support/small_pack.hpp"

#include <algorithm>
#include <stdexcept>

namespace sonae {
namespace {

std::shared_ptr<const engine::Scenario> compiled(const pack::FileSet& files)
{
    read::Diagnostics told;
    auto scenario = pack::compile(files, kSmallPack, kSmallCompany, told);
    if (!scenario) throw std::runtime_error("the small pack has faults:\n" + read::format(told, Language::en));
    return scenario;
}

} // namespace

const pack::FileSet& small_files()
{
    static const pack::FileSet files = [] {
        read::Diagnostics told;
        return pack::read_folder(std::filesystem::path(SONAE_SOURCE_DIR) / "tests/packs_broken/_base", told);
    }();
    return files;
}

std::shared_ptr<const engine::Scenario> small_scenario()
{
    static const auto scenario = compiled(small_files());
    return scenario;
}

std::shared_ptr<const engine::Scenario> small_scenario_with(std::string_view file, std::string_view old_text,
                                                            std::string_view new_text)
{
    pack::FileSet files = small_files();
    std::string& bytes = files.files.at(std::string(file)).bytes;
    const std::size_t at = bytes.find(old_text);
    if (at == std::string::npos) throw std::runtime_error("the small pack holds no \"" + std::string(old_text) + "\"");
    bytes.replace(at, old_text.size(), new_text);
    return compiled(files);
}

std::size_t policy_called(const engine::Scenario& scenario, std::string_view id)
{
    const auto found =
        std::find_if(scenario.policies.begin(), scenario.policies.end(), [&](const auto& p) { return p.id == id; });
    if (found == scenario.policies.end()) throw std::runtime_error("no policy called " + std::string(id));
    return static_cast<std::size_t>(found - scenario.policies.begin());
}

} // namespace sonae
