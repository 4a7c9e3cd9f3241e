// From the bytes of packs and companies to compiled drills and sessions, or to every fault in them. Never touches the
// disk.
#pragma once

#include "engine/scenario.hpp"
#include "pack/file_set.hpp"
#include "read/diagnostic.hpp"
#include "workshop/activities/session_plan.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sonae::pack {

struct OfferedDrill {
    std::string company;
    Localized name; // "夜中の知らせ"; in a record of format 1 the pack's
};

struct Pack {
    std::string id;
    std::int64_t version = 1;
    int minutes = 60;
    std::string valid_until; // 2027-03-31
    Localized name, summary;
    std::vector<OfferedDrill> drills;  // one a company
    std::vector<std::string> sessions; // companies for which it holds a session
    FileSet files;                     // the pack's own and its companies': enough to compile every drill of it
    std::string sha256;                // of their names and bytes
};

// What a pack says of itself. Nothing when it can't be read.
std::optional<Pack> read_pack(const FileSet& files, std::string_view pack_path, read::Diagnostics& diagnostics);

// The drill of one pack for one company, sealed; nothing, and every fault, when something is wrong. The company lies in
// the pack's own `companies/`, beside the pack, or in the set's `companies/`.
std::shared_ptr<const engine::Scenario> compile(const FileSet& files, std::string_view pack_path,
                                                std::string_view company_id, read::Diagnostics& diagnostics);

// The same pack's session for that company: its agenda and activities. Null without a fault when it has a drill alone.
std::shared_ptr<const workshop::SessionPlan> compile_session(const FileSet& files, std::string_view pack_path,
                                                             std::string_view company_id,
                                                             read::Diagnostics& diagnostics);

// Both at once, for the work of one.
struct Compiled {
    std::shared_ptr<const engine::Scenario> drill;
    std::shared_ptr<const workshop::SessionPlan> session;
};
Compiled compile_both(const FileSet& files, std::string_view pack_path, std::string_view company_id,
                      read::Diagnostics& diagnostics);

// Tells every fault of every pack, for all its companies, and of every company at or below `path` ("" is everything).
struct Checked {
    int packs = 0, drills = 0, sessions = 0, companies = 0;
};
Checked check(const FileSet& files, std::string_view path, read::Diagnostics& diagnostics);

// Paths of the packs in a set, ascending.
std::vector<std::string> pack_paths(const FileSet& files, std::string_view below = "");

// The programme file's identity of a set: SHA-256 over names and bytes.
std::string digest_of_files(const FileSet& files);

} // namespace sonae::pack
