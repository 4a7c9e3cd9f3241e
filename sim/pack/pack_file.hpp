// pack.json, and the files it names. For the sources of this layer.
#pragma once

#include "pack/load.hpp"
#include "read/object_reader.hpp"

namespace sonae::pack {

struct DrillHead { // what one company meets
    read::Slug company;
    Localized name, briefing; // in format 1 the name is the pack's
    SimTime start = 0;
    Seconds horizon = 14 * kDay;
    engine::Yen yen_per_trust_point = 0;
    std::string playbook;           // both name files inside the set
    std::vector<std::string> story; // a file may stand in several drills
    read::Value written;            // its `finish` is an expression, read when all names are known
};

struct SessionHead { // agenda and activities, the same files for each of its companies
    std::vector<read::Slug> companies;
    Localized briefing;
    std::vector<std::string> files; // inside the set
};

struct PackHead {
    std::string id, valid_until;
    std::int64_t version = 1;
    std::int32_t minutes = 60;
    Localized name, summary;
    std::vector<DrillHead> drills; // one a company; a pack with a session may have none
    std::optional<SessionHead> session;

    const DrillHead* drill_of(std::string_view company) const; // null: the pack has none for it
    bool has_session_for(std::string_view company) const;
    std::vector<read::Slug> companies() const; // of drills, then those that only have the session
};

// The newest formats: of pack.json, and of every other file.
inline constexpr std::int64_t kPackFormat = 2, kFormat = 1;

std::optional<read::Document> parse_file(const FileSet& files, std::string_view name, read::Diagnostics& told);
// Whether the file may be read on. A format that is none, or newer than `newest`, is told.
bool check_format(read::ObjectReader& in, std::int64_t newest = kFormat);

// pack.json of any format up to the newest.
PackHead read_head(const FileSet& files, std::string_view pack_path, read::ObjectReader& in);

// Where a company's file lies for this pack; empty when it is nowhere.
std::string company_file(const FileSet& files, std::string_view pack_path, std::string_view company_id);

} // namespace sonae::pack
