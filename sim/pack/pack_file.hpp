// pack.json, and the files it names. For the sources of this layer.
#pragma once

#include "pack/load.hpp"
#include "read/object_reader.hpp"

namespace sonae::pack {

struct PackHead {
    std::string id, valid_until, playbook, finish_pointer;
    std::vector<std::string> story; // names inside the set
    std::int64_t version = 1;
    std::int32_t minutes = 60;
    Localized name, briefing;
    std::vector<read::Slug> companies;
    SimTime start = 0;
    Seconds horizon = 14 * kDay;
    engine::Yen yen_per_trust_point = 0;
    read::Value drill; // its `finish` is an expression, read when all names are known
};

// A parsed file of the set. `format` is read and checked; a newer one is told and the file left alone.
std::optional<read::Document> parse_file(const FileSet& files, std::string_view name, read::Diagnostics& told);
bool check_format(read::ObjectReader& in);

PackHead read_head(const FileSet& files, std::string_view pack_path, read::ObjectReader& in);

// Where a company's file lies for this pack; empty when it is nowhere.
std::string company_file(const FileSet& files, std::string_view pack_path, std::string_view company_id);

} // namespace sonae::pack
