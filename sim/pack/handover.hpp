// What one session hands to a later one: every value that a pack says to come from session n, that session's pack must
// leave behind, and the rows it opens with must be columns there. Only looked at where both packs lie side by side.
#pragma once

#include "pack/file_set.hpp"
#include "read/diagnostic.hpp"

#include <string>

namespace sonae::pack {

// Tells `output.not_produced` and `rows.not_produced` of the pack at `path`.
void check_handover(const FileSet& files, const std::string& path, read::Diagnostics& told);

} // namespace sonae::pack
