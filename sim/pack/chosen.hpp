// A drill or session as somebody chose it: a folder with a pack, and one of its companies. Reads the disk.
#pragma once

#include "engine/scenario.hpp"
#include "read/diagnostic.hpp"
#include "workshop/activities/session_plan.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace sonae::pack {

struct Chosen {
    std::shared_ptr<const engine::Scenario> scenario; // null when the pack has no drill for it, or something is wrong
    std::shared_ptr<const workshop::SessionPlan> session; // null likewise
    std::map<std::string, std::string> files;             // bytes of the pack and its companies, for the programme file
    std::string pack_id, company;
};

// `path` is a pack's folder or its pack.json, `data` the data folder; an empty company is the pack's first. Compiled
// once here, so that a pack with faults never begins a file. A disk that fails throws.
Chosen choose(const std::filesystem::path& path, const std::string& company, const std::filesystem::path& data,
              read::Diagnostics& diagnostics);

// What the drill of session 8 declares of outputs for the company, with the words for what each changes there. Empty
// where the data has no such pack, or it has faults.
std::vector<engine::Output> outputs_of_session_8(const std::filesystem::path& data, const std::string& company);

} // namespace sonae::pack
