// A tiny valid pack and company (tests/packs_broken/_base): twelve hosts in three zones, EDR, an online backup, two
// processes, three decisions, six actions and the policies silent, random, careful and typical.
#pragma once

#include "pack/load.hpp"

namespace sonae {

inline constexpr const char* kSmallPack = "small";
inline constexpr const char* kSmallCompany = "small";

const pack::FileSet& small_files();
std::shared_ptr<const engine::Scenario> small_scenario();
// The same pack after `change` (old text → new text) in one of its files, for a test that needs one thing different.
std::shared_ptr<const engine::Scenario> small_scenario_with(std::string_view file, std::string_view old_text,
                                                            std::string_view new_text);
std::size_t policy_called(const engine::Scenario& scenario, std::string_view id);

} // namespace sonae
