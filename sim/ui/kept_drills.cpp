#include "ui/kept_drills.hpp"

#include "live/kept.hpp"
#include "ui/archive.hpp"

#include <algorithm>
#include <chrono>
#include <ctime>
#include <optional>
#include <set>
#include <variant>

namespace sonae::ui {
namespace {

namespace fs = std::filesystem;

struct Names {
    Localized session, company;
};
using KnownNames = std::map<std::string, Names>; // by kept bytes, pack and company: most files share them

// What a table began last: a drill or a session.
using Begun = std::variant<workshop::StartDrill, workshop::StartSession>;

std::optional<Begun> begun_last(const std::vector<store::Entry>& path)
{
    for (auto entry = path.rbegin(); entry != path.rend(); ++entry) {
        read::Diagnostics faults;
        const auto command = workshop::read_command(entry->kind, entry->version, entry->body, faults);
        if (!command) continue;
        if (const auto* drill = std::get_if<workshop::StartDrill>(&*command)) return *drill;
        if (const auto* session = std::get_if<workshop::StartSession>(&*command)) return *session;
    }
    return std::nullopt;
}

Names kept_names(const store::ProgrammeFile& file, const workshop::StartDrill& start)
{
    const auto scenario = live::kept_scenarios(file)(start);
    return scenario ? Names{scenario->name, scenario->company.name}
                    : Names{{start.pack_id, start.pack_id}, {start.company, start.company}};
}

Names kept_names(const store::ProgrammeFile& file, const workshop::StartSession& start)
{
    const auto plan = live::kept_scenarios(file)(start);
    return plan ? Names{plan->name, plan->company.name}
                : Names{{start.pack_id, start.pack_id}, {start.company, start.company}};
}

template <class Start>
const Names& names_of(const store::ProgrammeFile& file, const Start& start, KnownNames& known)
{
    const std::string key = start.pack + '\n' + start.pack_id + '\n' + start.company;
    const auto found = known.find(key);
    return found != known.end() ? found->second : known.emplace(key, kept_names(file, start)).first->second;
}

bool ended(const store::ProgrammeFile& file, std::uint32_t line, const std::vector<store::Entry>& path)
{
    std::set<EntryId> counts;
    for (const store::Entry& entry : path) counts.insert(entry.id);
    const auto facts = file.facts(line);
    return std::any_of(facts.begin(), facts.end(), [&](const store::StoredFact& fact) {
        return fact.kind == engine::fact_name(engine::FactKind::drill_ended) && counts.contains(fact.entry);
    });
}

void read_drill(const fs::path& path, KeptDrill& drill, KnownNames& known)
{
    const auto file = store::ProgrammeFile::open(path, store::OpenMode::read_only);
    for (const auto& [line, head] : file.heads()) {
        const auto way = file.path_to(head);
        const auto begun = begun_last(way);
        if (!begun) continue;
        std::visit(
            [&](const auto& start) {
                const Names& names = names_of(file, start, known);
                drill.session = names.session, drill.company = names.company, drill.company_id = start.company;
            },
            *begun);
        drill.table = line;
        drill.in_session = std::holds_alternative<workshop::StartSession>(*begun);
        drill.moment = way.back().situation;
        drill.has_ended = !drill.in_session && ended(file, line, way);
        for (const store::Entry& entry : file.entries(line))
            drill.last_played = std::max(drill.last_played, local_time(entry.wall_ms));
        return;
    }
    drill.why_not = {"この記録には演習がありません。", "This record holds no drill."};
}

struct Found {
    fs::path path;
    fs::file_time_type written;
};

std::vector<Found> newest_files(const fs::path& folder, std::string_view ending)
{
    std::vector<Found> found;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        std::error_code ignored;
        if (at->path().extension() == ending && at->is_regular_file(ignored))
            found.push_back({at->path(), fs::last_write_time(at->path(), ignored)});
    }
    std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) {
        return a.written != b.written ? a.written > b.written : a.path > b.path;
    });
    if (found.size() > kMostKept) found.resize(kMostKept);
    return found;
}

SimTime written_at(const fs::file_time_type& time)
{
    const auto wall = std::chrono::file_clock::to_sys(time).time_since_epoch();
    return local_time(std::chrono::duration_cast<std::chrono::milliseconds>(wall).count());
}

} // namespace

std::vector<SheetFile> list_sheets(const fs::path& folder)
{
    std::vector<SheetFile> files;
    for (const Found& found : newest_files(folder, ".csv"))
        files.push_back({found.path.string(), found.path.filename().string(), written_at(found.written)});
    return files;
}

SimTime local_time(std::int64_t wall_ms)
{
    const auto seconds = static_cast<std::time_t>(wall_ms / 1000);
    std::tm local{};
    localtime_r(&seconds, &local);
    return seconds + local.tm_gmtoff;
}

SimTime local_time_now() { return local_time(std::int64_t{std::time(nullptr)} * 1000); }

std::vector<KeptDrill> list_drills(const fs::path& folder)
{
    std::vector<KeptDrill> drills;
    KnownNames known;
    for (const Found& found : newest_files(folder, ".sonae")) {
        KeptDrill drill;
        drill.path = found.path.string();
        try {
            read_drill(found.path, drill, known);
        } catch (...) {
            drill.why_not = sentence_of_current_exception(found.path);
        }
        if (drill.last_played == 0) drill.last_played = written_at(found.written);
        drills.push_back(std::move(drill));
    }
    std::stable_sort(drills.begin(), drills.end(),
                     [](const KeptDrill& a, const KeptDrill& b) { return a.last_played > b.last_played; });
    return drills;
}

} // namespace sonae::ui
