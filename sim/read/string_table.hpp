// The texts of the user interface: a flat JSON object of key → text (content/ui/ja.json).
#pragma once

#include "read/diagnostic.hpp"

#include <map>
#include <string>
#include <string_view>

namespace sonae::read {

using StringTable = std::map<std::string, std::string>;

// Every entry that can be read, even when others are faulty (`field.type`, `json.duplicate_key`).
StringTable read_string_table(std::string_view bytes, std::string file_name, Diagnostics& diagnostics);

} // namespace sonae::read
