// What the program remembers of a person between two starts: one small JSON file beside their drills.
#pragma once

#include "ui/preferences.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace sonae::ui {

struct Settings {
    Preferences person;
    int speed = 60; // one of live::kSpeeds
};

std::string write_settings(const Settings& settings);
// What can't be read, or is out of range, is as at the first start: a broken file costs nobody their drill.
Settings read_settings(std::string_view bytes);

// A missing or unreadable file gives the settings of the first start.
Settings load_settings(const std::filesystem::path& path);
// Takes the old file's place only when the new one is whole. Throws std::system_error.
void save_settings(const std::filesystem::path& path, const Settings& settings);

} // namespace sonae::ui
