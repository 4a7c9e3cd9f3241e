#include "pack/chosen.hpp"

#include "pack/load.hpp"

namespace sonae::pack {

Chosen choose(const std::filesystem::path& path, const std::string& company, const std::filesystem::path& data,
              read::Diagnostics& diagnostics)
{
    Chosen chosen;
    const Found found = find_scenarios(path, data, diagnostics);
    const auto pack = read_pack(found.files, found.path, diagnostics);
    if (!pack) return chosen;
    chosen.pack_id = pack->id;
    chosen.company = company;
    if (chosen.company.empty())
        chosen.company = pack->drills.empty() ? pack->sessions.front() : pack->drills.front().company;
    for (const auto& [name, file] : pack->files.files) chosen.files[name] = file.bytes;
    Compiled made = compile_both(found.files, found.path, chosen.company, diagnostics);
    chosen.scenario = std::move(made.drill), chosen.session = std::move(made.session);
    return chosen;
}

std::vector<engine::Output> outputs_of_session_8(const std::filesystem::path& data, const std::string& company)
{
    const std::filesystem::path pack = data / "scenarios" / "session-08";
    if (!std::filesystem::exists(pack / "pack.json")) return {};
    read::Diagnostics untold;
    const Chosen chosen = choose(pack, company, data, untold);
    return chosen.scenario ? chosen.scenario->outputs : std::vector<engine::Output>{};
}

} // namespace sonae::pack
