#include "pack/file_set.hpp"

#include "read/located_json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>

namespace sonae::pack {
namespace {

namespace fs = std::filesystem;

// One byte more than may be parsed is enough: the parser then tells json.too_large.
std::string read_bytes(const fs::path& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file) throw std::runtime_error(fmt::format("cannot open {}", path.string()));
    std::string bytes(std::min<std::uintmax_t>(fs::file_size(path), read::kMaxFileBytes) + 1, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (file.bad()) throw std::runtime_error(fmt::format("cannot read {}", path.string()));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    bytes.shrink_to_fit();
    return bytes;
}

void tell_too_large(const fs::path& folder, read::Diagnostics& diagnostics)
{
    diagnostics.add(
        {folder.generic_string(), 0, 0}, "folder.too_large", "",
        {fmt::format("フォルダが大きすぎます（JSONファイル{}個、合計{} MiBまで）", kMaxFiles, kMaxFolderBytes >> 20),
         fmt::format("the folder is too large (at most {} JSON files, {} MiB)", kMaxFiles, kMaxFolderBytes >> 20)});
}

// Adds the folder's files under `prefix`; those that are there already stay.
void add_folder(FileSet& set, const fs::path& folder, const std::string& prefix, read::Diagnostics& diagnostics)
{
    std::size_t total = 0, count = 0;
    auto entry = fs::recursive_directory_iterator(folder);
    for (; entry != fs::recursive_directory_iterator(); ++entry) {
        if (entry.depth() >= kMaxFolderDepth) entry.disable_recursion_pending();
        if (entry->path().extension() != ".json" || !entry->is_regular_file()) continue;
        total += std::min<std::uintmax_t>(entry->file_size(), read::kMaxFileBytes);
        if (++count > kMaxFiles || total > kMaxFolderBytes) return tell_too_large(folder, diagnostics);
        const std::string name = prefix + entry->path().lexically_relative(folder).generic_string();
        if (!set.find(name))
            set.files[name] = {read_bytes(entry->path()), entry->path().lexically_normal().generic_string()};
    }
}

void add_companies(FileSet& set, const fs::path& folder, read::Diagnostics& diagnostics)
{
    std::error_code ignored;
    if (fs::is_directory(folder, ignored)) add_folder(set, folder, "companies/", diagnostics);
}

bool lies_in(const fs::path& path, const fs::path& folder)
{
    const fs::path relative = fs::weakly_canonical(path).lexically_relative(fs::weakly_canonical(folder));
    return !relative.empty() && *relative.begin() != "..";
}

std::string last_name(const fs::path& path)
{
    const fs::path whole = fs::absolute(path).lexically_normal();
    return (whole.has_filename() ? whole.filename() : whole.parent_path().filename()).generic_string();
}

Found found_company(const fs::path& given, read::Diagnostics& diagnostics)
{
    (void)diagnostics;
    Found found;
    found.path = "companies/" + given.filename().generic_string();
    found.files.files[found.path] = {read_bytes(given), given.generic_string()};
    return found;
}

} // namespace

const FileSet::File* FileSet::find(std::string_view name) const
{
    const auto found = files.find(name);
    return found == files.end() ? nullptr : &found->second;
}

std::string FileSet::shown(std::string_view name) const
{
    const File* file = find(name);
    return file && !file->shown.empty() ? file->shown : std::string(name);
}

FileSet read_folder(const fs::path& folder, read::Diagnostics& diagnostics)
{
    FileSet set;
    add_folder(set, folder, "", diagnostics);
    return set;
}

Found find_scenarios(const fs::path& given, const fs::path& data, read::Diagnostics& diagnostics)
{
    if (fs::is_regular_file(given) && given.filename() != "pack.json") return found_company(given, diagnostics);
    const fs::path folder = given.filename() == "pack.json" ? given.parent_path() / "" : given;
    const fs::path scenarios = data / "scenarios";
    Found found;
    std::error_code ignored;
    if (!fs::exists(folder / "pack.json", ignored)) { // a folder of packs
        add_folder(found.files, folder, "", diagnostics);
        if (!lies_in(folder, scenarios) || fs::equivalent(folder, scenarios, ignored)) return found;
        add_companies(found.files, scenarios / "companies", diagnostics);
        return found;
    }
    found.path = lies_in(folder, scenarios)
                     ? fs::weakly_canonical(folder).lexically_relative(fs::weakly_canonical(scenarios)).generic_string()
                     : last_name(folder);
    if (found.path.ends_with('/')) found.path.pop_back();
    add_folder(found.files, folder, found.path + "/", diagnostics);
    add_companies(found.files, folder / ".." / "companies", diagnostics);
    add_companies(found.files, scenarios / "companies", diagnostics);
    return found;
}

} // namespace sonae::pack
