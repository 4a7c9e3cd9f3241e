#include "pack/handover.hpp"

#include "base/text.hpp"
#include "pack/load.hpp"
#include "pack/pack_file.hpp"
#include "pack/story_parts.hpp"
#include "read/expectation.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sonae::pack {
namespace {

using namespace read;
using workshop::SessionPlan;
using Plans = std::vector<std::shared_ptr<const SessionPlan>>; // of one pack, for its companies

std::string beside(const std::string& path, const std::string& name)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string::npos ? name : path.substr(0, slash + 1) + name;
}

// The session of the pack of that name beside `path`. Faulty packs are told of when they are checked themselves.
Plans plans_of(const FileSet& files, const std::string& path, const std::string& name)
{
    Plans plans;
    Diagnostics silent;
    const std::string there = beside(path, name);
    if (!files.find(there + "/pack.json")) return plans;
    const auto pack = read_pack(files, there, silent);
    if (!pack) return plans;
    for (const std::string& company : pack->sessions)
        if (auto plan = compile_session(files, there, company, silent)) plans.push_back(std::move(plan));
    return plans;
}

std::string_view output_type_name(engine::ValueType type)
{
    for (const auto& choice : kOutputTypes)
        if (choice.value == type) return choice.name;
    return {};
}

// One row of `outputs` in a story, or of `carried` in a session.
void check_value(const FileSet& files, const std::string& path, const Value& row, Diagnostics& told)
{
    const Value id = row.find("id"), type = row.find("type"), session = row.find("session");
    if (!id.is(Kind::string) || !type.is(Kind::string) || !session.is(Kind::integer)) return;
    const Plans plans = plans_of(files, path, fmt::format("session-{:02}", session.integer()));
    if (plans.empty()) return;
    std::vector<std::string> known;
    for (const auto& plan : plans)
        for (const workshop::OutputDef& output : plan->outputs) {
            if (output.id == id.string() && output_type_name(output.type) == type.string()) return;
            known.push_back(output.id);
        }
    const bool named = std::find(known.begin(), known.end(), id.string()) != known.end();
    auto fault = error(told, named ? type : id, "output.not_produced",
                       named ? fmt::format("第{}回は「{}」を別の種類で残します", session.integer(), id.string())
                             : fmt::format("第{}回のパックは「{}」を残しません", session.integer(), id.string()),
                       named ? fmt::format("session {} leaves '{}' as another type", session.integer(), id.string())
                             : fmt::format("the pack of session {} leaves no '{}'", session.integer(), id.string()));
    if (!named) suggest(fault, nearest_name(id.string(), known), known);
}

bool has_columns(const workshop::Grid& grid, const Value& own)
{
    for (const Value& pair : own.find("columns"))
        if (pair.find("from").is(Kind::string) && !workshop::find_column(grid, pair.find("from").string()))
            return false;
    return true;
}

void check_own_rows(const FileSet& files, const std::string& path, const Value& own, Diagnostics& told)
{
    const Value pack = own.find("pack"), activity = own.find("activity"), grid = own.find("grid");
    if (!pack.is(Kind::string) || !activity.is(Kind::string)) return;
    const Plans plans = plans_of(files, path, std::string(pack.string()));
    if (plans.empty()) return;
    for (const auto& plan : plans) {
        const auto a = workshop::find_activity(*plan, activity.string());
        if (!a) continue;
        const auto g = workshop::find_grid(plan->activities[*a], grid.is(Kind::string) ? grid.string() : "");
        if (g && has_columns(plan->activities[*a].grids[*g], own)) return;
    }
    error(told, own, "rows.not_produced", fmt::format("パック「{}」に、この表か列はありません", pack.string()),
          fmt::format("the pack '{}' has no such grid or columns", pack.string()));
}

void check_file(const FileSet& files, const std::string& path, const std::string& name, Diagnostics& told)
{
    Diagnostics silent;
    const auto document = parse_file(files, name, silent);
    if (!document) return;
    for (const std::string_view list : {"outputs", "carried"})
        for (const Value& row : document->root().find(list)) check_value(files, path, row, told);
    for (const Value& activity : document->root().find("activities"))
        for (const Value& grid : activity.find("grids"))
            if (const Value own = grid.find("own_rows"); own.exists()) check_own_rows(files, path, own, told);
}

} // namespace

void check_handover(const FileSet& files, const std::string& path, Diagnostics& told)
{
    Diagnostics silent;
    const auto pack = read_pack(files, path, silent);
    if (!pack) return;
    for (const auto& [name, file] : pack->files.files)
        if (name.starts_with(path + "/") && !name.ends_with("/pack.json")) check_file(files, path, name, told);
}

} // namespace sonae::pack
