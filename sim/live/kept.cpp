#include "live/kept.hpp"

#include "pack/load.hpp"

#include <algorithm>
#include <map>
#include <mutex>

namespace sonae::live {
namespace {

// Compiles the kept pack that a drill or session was begun with, or tells why that can't be done. A kept set is one
// pack with its companies; where it lies in the set is its folder's name, which need not be its id.
template <class Start, class Compile>
auto compile_with(const store::ProgrammeFile& file, const Start& start, read::Diagnostics& diagnostics,
                  const Compile& compile) -> decltype(compile(pack::FileSet{}, "", "", diagnostics))
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
    return paths.empty() ? nullptr : compile(files, paths.front(), start.company, diagnostics);
}

template <class Made>
std::shared_ptr<const Made> expect_pack(std::shared_ptr<const Made> made, bool is_it, const std::string& pack_id,
                                        read::Diagnostics& diagnostics)
{
    if (is_it) return made;
    if (diagnostics.empty())
        diagnostics.add({pack_id, 0, 0}, "file.missing", "",
                        {"写しの中にこのパックがありません", "the copy that was kept is of another pack"});
    return nullptr;
}

} // namespace

std::shared_ptr<const engine::Scenario> compile_kept(const store::ProgrammeFile& file,
                                                     const workshop::StartDrill& start, read::Diagnostics& diagnostics)
{
    auto scenario = compile_with(file, start, diagnostics, pack::compile);
    const bool is_it = scenario && scenario->id == start.pack_id;
    return expect_pack(std::move(scenario), is_it, start.pack_id, diagnostics);
}

namespace {

std::shared_ptr<const workshop::SessionPlan> compile_kept_session(const store::ProgrammeFile& file,
                                                                  const workshop::StartSession& start,
                                                                  read::Diagnostics& diagnostics)
{
    auto plan = compile_with(file, start, diagnostics, pack::compile_session);
    const bool is_it = plan && plan->pack_id == start.pack_id;
    return expect_pack(std::move(plan), is_it, start.pack_id, diagnostics);
}

// What kept packs and companies make, compiled once each.
template <class Made>
class Known {
  public:
    template <class Start, class Compile>
    std::shared_ptr<const Made> find(const store::ProgrammeFile& file, const Start& start, const Compile& compile)
    {
        const std::lock_guard lock(mutex_);
        auto& made = by_key_[start.pack + '\n' + start.pack_id + '\n' + start.company];
        read::Diagnostics faults;
        if (!made) made = compile(file, start, faults);
        return made;
    }

  private:
    std::mutex mutex_;
    std::map<std::string, std::shared_ptr<const Made>> by_key_;
};

} // namespace

workshop::ScenarioSource kept_scenarios(const store::ProgrammeFile& file)
{
    const auto drills = std::make_shared<Known<engine::Scenario>>();
    const auto sessions = std::make_shared<Known<workshop::SessionPlan>>();
    return {[&file, drills](const workshop::StartDrill& start) { return drills->find(file, start, compile_kept); },
            [&file, sessions](const workshop::StartSession& start) {
                return sessions->find(file, start, compile_kept_session);
            }};
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
