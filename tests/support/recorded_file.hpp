// Programme files with a drill of session 8 in them, and the same files written again with something changed on the
// way: records as other versions of Sonae would have left them.
#pragma once

#include "live/live_room.hpp"

#include <functional>

namespace sonae::test {

// A drill by a policy, whole or so many commands of it; `reason` is typed beside every answer. Answers the drill as it
// stood at the end.
struct DrillToRecord {
    std::string policy = "typical";
    std::uint64_t seed = 8;
    int commands = 10'000;
    std::string actor = "table";
    std::string reason = {};
};
std::shared_ptr<const workshop::Drill> record_drill(const std::filesystem::path& path, const DrillToRecord& wanted);

struct CopiedEntry {
    store::Entry entry;
    std::vector<store::StoredFact> facts;
    std::vector<store::SeriesPoint> points;
};
struct RecordCopy {
    std::uint32_t rules_version = 1;
    std::function<void(CopiedEntry&)> change = {};
    std::function<void(std::map<std::string, std::string>&)> change_pack = {}; // file → bytes
};
// Of a record without rewinds. Texts beside the entries come along.
void copy_record(const std::filesystem::path& from, const std::filesystem::path& to, const RecordCopy& how);

} // namespace sonae::test
