#include "support/recorded_file.hpp"

#include "support/shipped.hpp"
#include "workshop/autoplay.hpp"
#include "workshop/lookup.hpp"

#include <catch2/catch.hpp>

namespace sonae::test {
namespace {

void replace_all(std::string& text, const std::string& from, const std::string& to)
{
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

template <class Rows>
Rows of_entry(const Rows& all, const EntryId& id)
{
    Rows rows;
    for (const auto& row : all)
        if (row.entry == id) rows.push_back(row);
    return rows;
}

} // namespace

std::shared_ptr<const workshop::Drill> record_drill(const std::filesystem::path& path, const DrillToRecord& wanted)
{
    live::LiveRoom room({.path = path, .create = true});
    const auto drill = [&] { return room.snapshot().room->tables.at(1).drill; };
    const workshop::StartDrill start{1, room.keep_pack(shipped_pack("session-08")), "session-08", "tamano", wanted.seed,
                                     {}};
    REQUIRE_FALSE(room.post_and_wait(start, "table").refusal);
    workshop::Autoplay player(*drill(), *workshop::find_policy(*drill()->scenario, wanted.policy), 1);
    for (int given = 0; given < wanted.commands && !engine::has_ended(drill()->state);)
        for (const workshop::Command& command : player.next(*drill())) {
            std::map<std::string, std::string> texts;
            if (std::holds_alternative<workshop::Choose>(command)) texts["reason"] = wanted.reason;
            REQUIRE_FALSE(room.post_and_wait(command, wanted.actor, texts).refusal);
            ++given;
        }
    return drill();
}

void copy_record(const std::filesystem::path& from, const std::filesystem::path& to, const RecordCopy& how)
{
    const auto source = store::ProgrammeFile::open(from, store::OpenMode::read_only);
    auto copy = store::ProgrammeFile::create(to, how.rules_version);
    std::map<std::string, std::string> shas;
    for (const std::string& sha : source.packs()) {
        auto files = source.pack_files(sha);
        if (how.change_pack) how.change_pack(files);
        shas[sha] = copy.keep_pack(files);
    }
    for (const auto& [line, head] : source.heads()) {
        const auto facts = source.facts(line);
        const auto points = source.series(line);
        for (const store::Entry& entry : source.path_to(head)) {
            CopiedEntry next{entry, of_entry(facts, entry.id), of_entry(points, entry.id)};
            next.entry.parent = copy.head(line);
            for (const auto& [old_sha, new_sha] : shas) replace_all(next.entry.body, old_sha, new_sha);
            if (how.change) how.change(next);
            copy.append(next.entry, next.facts, next.points, {}, source.texts(entry.id));
        }
    }
}

} // namespace sonae::test
