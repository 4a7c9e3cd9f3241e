// Where the program's data stand: --data, then SONAE_DATA, then the install prefix, then the source tree; and where a
// person's own files go.
#pragma once

#include <filesystem>
#include <string>

namespace sonae::app {

// The first of those that has a scenarios folder; the last one when none has.
std::filesystem::path find_data(const std::string& from_option);

// Where a person's drills are kept: --home, then SONAE_HOME, then XDG_DATA_HOME/sonae, then ~/.local/share/sonae.
std::filesystem::path find_home(const std::string& from_option);

std::string read_file(const std::filesystem::path& path); // throws std::runtime_error with the path
void write_file(const std::filesystem::path& path, std::string_view text);

} // namespace sonae::app
