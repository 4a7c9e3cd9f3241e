// The drills that were begun before, read from the folder where they are kept. May wait for the disk.
#pragma once

#include "ui/views/home.hpp"
#include "ui/views/session_csv.hpp"

#include <filesystem>
#include <vector>

namespace sonae::ui {

inline constexpr std::size_t kMostKept = 40; // shown at home; older files stay where they are

// The last played first. A file that can't be read stands in the list with the reason.
std::vector<KeptDrill> list_drills(const std::filesystem::path& folder);

// The tables (CSV) of a folder, the last written first.
std::vector<SheetFile> list_sheets(const std::filesystem::path& folder);

SimTime local_time(std::int64_t wall_ms); // the wall's clock as the person reads it
SimTime local_time_now();

} // namespace sonae::ui
