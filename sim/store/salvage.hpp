// Saving what can be read of a damaged programme file into a new one. The damaged file is only read.
#pragma once

#include "base/localized.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace sonae::store {

struct SalvageReport {
    std::map<std::uint32_t, std::size_t> saved; // line → entries
    std::map<std::uint32_t, std::size_t>
        missing; // line → entries known to have stood there; 0 = at least some, uncounted
    std::size_t facts = 0;
    std::size_t points = 0;
    std::size_t texts = 0;
    std::size_t drafts = 0;
    std::size_t blobs = 0;
    std::vector<Localized> notes; // what is missing, a sentence each; empty when all was saved
    bool complete() const { return notes.empty(); }
    std::size_t entries() const;
};

// Entries are saved in their order up to the first that cannot be read or contradicts its digest, its number or its
// parent; nothing behind it can be trusted to follow. Throws StoreError when `damaged` is missing or holds nothing of
// ours to save, or when `fresh` exists or cannot be written.
SalvageReport salvage(const std::filesystem::path& damaged, const std::filesystem::path& fresh);

} // namespace sonae::store
