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

workshop::ScenarioSource kept_scenarios(const store::ProgrammeFile& file)
{
    return [&file, known = std::make_shared<Compiled>()](const workshop::StartDrill& start) {
        const std::lock_guard lock(known->mutex);
        auto& scenario = known->by_key[start.pack + '\n' + start.pack_id + '\n' + start.company];
        if (scenario) return scenario;
        const std::vector<std::string> packs = file.packs();
        if (std::find(packs.begin(), packs.end(), start.pack) == packs.end()) return scenario;
        read::Diagnostics faults;
        pack::FileSet files;
        for (auto& [name, bytes] : file.pack_files(start.pack)) files.add(name, bytes);
        scenario = pack::compile(files, start.pack_id, start.company, faults);
        return scenario;
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
