#include "live/kept.hpp"

#include "pack/load.hpp"

#include <algorithm>
#include <map>
#include <mutex>

namespace sonae::live {
namespace {

struct Compiled {
    std::mutex mutex;
    std::map<std::string, std::shared_ptr<const engine::Scenario>> by_key;
};

} // namespace

// A kept set is one pack with its companies; where it lies in the set is its folder's name, which need not be its id.
std::shared_ptr<const engine::Scenario> compile_kept(const store::ProgrammeFile& file,
                                                     const workshop::StartDrill& start, read::Diagnostics& diagnostics)
{
    const std::vector<std::string> packs = file.packs();
    if (std::find(packs.begin(), packs.end(), start.pack) == packs.end()) {
        diagnostics.add({start.pack_id, 0, 0}, "file.missing", "",
                        {"この記録にはパックの写しがありません", "the record keeps no copy of this pack"});
        return nullptr;
    }
    pack::FileSet files;
    for (auto& [name, bytes] : file.pack_files(start.pack)) files.add(name, bytes);
    const std::vector<std::string> paths = pack::pack_paths(files);
    auto scenario = paths.empty() ? nullptr : pack::compile(files, paths.front(), start.company, diagnostics);
    if (scenario && scenario->id == start.pack_id) return scenario;
    if (diagnostics.empty())
        diagnostics.add({start.pack_id, 0, 0}, "file.missing", "",
                        {"写しの中にこのパックがありません", "the copy that was kept is of another pack"});
    return nullptr;
}

workshop::ScenarioSource kept_scenarios(const store::ProgrammeFile& file)
{
    return [&file, known = std::make_shared<Compiled>()](const workshop::StartDrill& start) {
        const std::lock_guard lock(known->mutex);
        auto& scenario = known->by_key[start.pack + '\n' + start.pack_id + '\n' + start.company];
        if (scenario) return scenario;
        read::Diagnostics faults;
        return scenario = compile_kept(file, start, faults);
    };
}

Record read_record(const store::ProgrammeFile& file)
{
    Record record;
    for (const store::Entry& entry : file.entries()) {
        read::Diagnostics faults;
        auto command = workshop::read_command(entry.kind, entry.version, entry.body, faults);
        if (!command) {
            record.unread = read::format(faults, Language::en);
            break;
        }
        record.entries.push_back({entry.id, entry.parent, std::move(*command), entry.fingerprint});
    }
    return record;
}

} // namespace sonae::live
