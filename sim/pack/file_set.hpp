// The bytes that packs and companies are made of, by name. A set comes from folders on disk or from the bytes that a
// programme file keeps; what reads it can't tell the difference.
#pragma once

#include "read/diagnostic.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace sonae::pack {

struct FileSet {
    struct File {
        std::string bytes;
        std::string shown; // its path as faults tell it; empty: its name
    };
    std::map<std::string, File, std::less<>> files; // "session-08/pack.json", "companies/tamano.json"

    const File* find(std::string_view name) const;
    void add(std::string name, std::string bytes) { files[std::move(name)] = {std::move(bytes), {}}; }
    std::string shown(std::string_view name) const; // how faults call it
};

inline constexpr std::size_t kMaxFiles = 2000;
inline constexpr std::size_t kMaxFolderBytes = 64u << 20;
inline constexpr int kMaxFolderDepth = 6;

// Every *.json below `folder`, named relative to it. Links to folders are not followed; what passes the limits is told
// (`folder.too_large`) and left out. A disk that fails throws.
FileSet read_folder(const std::filesystem::path& folder, read::Diagnostics& diagnostics);

// What the user pointed at, with all that it may need: the pack's own companies, those beside it, those of the data
// folder.
struct Found {
    FileSet files;
    std::string path; // inside `files`: of a pack's folder, of a company's file, or "" for everything
};
// `data` is the data folder, in which `scenarios/` lies.
Found find_scenarios(const std::filesystem::path& given, const std::filesystem::path& data,
                     read::Diagnostics& diagnostics);

} // namespace sonae::pack
