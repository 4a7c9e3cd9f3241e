#include "support/programme_sample.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <sqlite3.h>
#include <stdlib.h>

namespace sonae::test {

using namespace sonae::store;

Folder::Folder()
{
    std::string name = (std::filesystem::temp_directory_path() / "sonae-XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error("no folder for the test");
    path_ = name;
}

Folder::~Folder()
{
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
}

Entry next_entry(const ProgrammeFile& file, std::uint32_t line, const std::string& kind)
{
    const EntryId head = file.head(line);
    Entry entry;
    entry.parent = head;
    entry.line = line;
    entry.actor = line == 0 ? "facilitator" : "table";
    entry.kind = kind;
    entry.body = fmt::format(R"({{"decision":"d{:02}","option":"隔離","after":{}}})", head.number % 100, head.number);
    entry.situation = 1'700'866'800 + static_cast<std::int64_t>(head.number) * 60;
    entry.wall_ms = 1'758'000'000'000 + static_cast<std::int64_t>(head.number);
    entry.fingerprint = 0x9E3779B97F4A7C15ull * (head.number + line + 1);
    return entry;
}

Entry append_one(ProgrammeFile& file, std::uint32_t line, int facts)
{
    Entry entry = next_entry(file, line);
    std::vector<StoredFact> caused;
    for (int i = 0; i < facts; ++i) {
        const auto seq = static_cast<std::uint32_t>(i + 1);
        caused.push_back(
            {{}, line, seq, seq - 1, entry.situation + i, "host_isolated", fmt::format(R"({{"host":{}}})", i)});
    }
    const std::array points{SeriesPoint{{}, line, entry.situation, "total_loss_yen", -1'000'000 + facts, 1}};
    file.append(entry, caused, points);
    return entry;
}

Entry rewind_to(ProgrammeFile& file, std::uint32_t line, const EntryId& head)
{
    Entry entry = next_entry(file, line, "rewind");
    file.append(entry, {}, {}, head);
    return entry;
}

void write_sample(const std::filesystem::path& path)
{
    auto file = ProgrammeFile::create(path, 1);
    file.keep_pack({{"scenario.json", R"({"format": 1, "id": "session-08"})"}, {"texts/empty.md", ""}});
    file.keep_blob("company", "aoba", R"({"id": "aoba", "hosts": []})");
    file.set_meta("programme.sessions", "10");
    append_one(file, 0);
    for (int turn = 0; turn < 12; ++turn)
        for (const std::uint32_t line : {1u, 2u}) append_one(file, line, turn % 4);
    rewind_to(file, 2, file.path_to(file.head(2)).at(6).id);
    const Entry after = append_one(file, 2);
    file.set_text(after.id, "reason", "ネットワークを切り離すと判断した");
    file.set_text(file.head(1), "reason", "様子を見る");
    file.save_draft(1, "note", "まだ書いている途中");
}

namespace {

std::string told(const EntryId& id) { return fmt::format("{:016x}-{}", id.file, id.number); }

std::string told(const Entry& e)
{
    return fmt::format("{} < {} line {} {} {} v{} {} at {} {} {:016x}\n", told(e.id), told(e.parent), e.line, e.actor,
                       e.kind, e.version, e.body, e.situation, e.wall_ms, e.fingerprint);
}

std::string told_line(const ProgrammeFile& file, std::uint32_t line)
{
    std::string text = fmt::format("head {} {}\n", line, told(file.head(line)));
    for (const Entry& entry : file.path_to(file.head(line))) text += "path " + told(entry.id) + "\n";
    for (const StoredFact& f : file.facts(line))
        text += fmt::format("fact {} {} {} {} {} {}\n", told(f.entry), f.seq, f.parent, f.at, f.kind, f.body);
    for (const SeriesPoint& p : file.series(line))
        text += fmt::format("point {} {} {} {} {}\n", told(p.entry), p.at, p.indicator, p.value, p.cause);
    for (const auto& [field, draft] : file.drafts(line)) text += fmt::format("draft {} {}\n", field, draft);
    return text;
}

} // namespace

std::string everything_in(const ProgrammeFile& file)
{
    std::string text = fmt::format("{:016x} rules {}\n", file.file_id(), file.rules_version());
    for (const Entry& entry : file.entries()) {
        text += told(entry);
        for (const auto& [field, words] : file.texts(entry.id)) text += fmt::format("text {} {}\n", field, words);
    }
    for (const auto& [line, head] : file.heads()) text += told_line(file, line);
    for (const Conflict& c : file.conflicts())
        text += fmt::format("conflict {} {} {}\n", c.line, told(c.ours), told(c.theirs));
    for (const KeptBlob& kept : file.kept("company")) text += fmt::format("kept {} {}\n", kept.id, file.blob(kept.sha));
    for (const std::string& pack : file.packs())
        for (const auto& [name, bytes] : file.pack_files(pack))
            text += fmt::format("pack {} {} {}\n", pack, name, bytes);
    return text + file.meta("programme.sessions").value_or("no meta");
}

void run_sql(const std::filesystem::path& path, const std::string& statements)
{
    sqlite3* database = nullptr;
    sqlite3_open(path.c_str(), &database);
    char* error = nullptr;
    const int answer = sqlite3_exec(database, statements.c_str(), nullptr, nullptr, &error);
    INFO((error ? error : ""));
    CHECK(answer == SQLITE_OK);
    sqlite3_free(error);
    sqlite3_close(database);
}

std::string bytes_of(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write_bytes(const std::filesystem::path& path, const std::string& bytes)
{
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

std::string fault_of(const std::function<void()>& work)
{
    constexpr std::array kNames{"missing",   "exists", "not_ours", "newer", "damaged", "locked",
                                "read_only", "full",   "io",       "stale", "unknown", "other_rules"};
    try {
        work();
    } catch (const StoreError& error) {
        if (error.sentence().ja.empty() || error.sentence().en.empty() || error.path().empty()) return "no sentence";
        return kNames.at(static_cast<std::size_t>(error.fault()));
    }
    return "none";
}

} // namespace sonae::test
