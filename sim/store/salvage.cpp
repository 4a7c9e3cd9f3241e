#include "store/salvage.hpp"

#include "store/connect.hpp"
#include "store/files.hpp"
#include "store/programme_impl.hpp"

#include "base/digest.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <charconv>
#include <fmt/format.h>
#include <fstream>
#include <set>

namespace sonae::store {

namespace {

// The damaged bytes are copied and the copy is opened: SQLite would otherwise work the -wal into the damaged file. The
// first 24 bytes are the same in every file of ours, so they are put right in the copy whatever they were.
Database open_copy(const std::filesystem::path& damaged, const std::filesystem::path& copy)
{
    copy_bytes(damaged, copy);
    auto wal = damaged, wal_copy = copy;
    if (std::filesystem::exists(wal += "-wal")) copy_bytes(wal, wal_copy += "-wal");
    constexpr std::string_view kStart("SQLite format 3\0\x10\x00\x02\x02\x00\x40\x20\x20", 24); // pages of 4096, WAL
    std::fstream(copy, std::ios::binary | std::ios::in | std::ios::out) << kStart;
    Database database(std::make_unique<SQLite::Database>(copy.string(), SQLite::OPEN_READWRITE), damaged,
                      OpenMode::read_only);
    // Read what is there even if the file is shorter than it says or a part of its schema is unreadable.
    database.execute("PRAGMA trusted_schema=OFF; PRAGMA writable_schema=ON;");
    return database;
}

class Salvage {
  public:
    Salvage(const Database& from, Database& to) : from_(from), to_(to), writer_(to) {}

    SalvageReport run()
    {
        save_identity();
        save_blobs();
        save_entries();
        save_heads();
        save_side_texts();
        save_meta();
        describe();
        return std::move(report_);
    }

  private:
    // Hands every row that can be read to `take`; what cannot be read or is inconsistent is skipped. False when the
    // table ended early.
    template <class Take>
    bool each(const std::string& query, Take take)
    {
        try {
            SQLite::Statement row(from_.connection(), query);
            while (row.executeStep()) keep_going([&] { take(row); });
            return true;
        } catch (const SQLite::Exception&) {
            return false;
        }
    }

    template <class Work>
    bool keep_going(Work work)
    {
        try {
            work();
            return true;
        } catch (const StoreError& error) {
            if (error.path() != from_.path()) throw; // the new file's trouble is ours to report
            ++skipped_;
        } catch (const SQLite::Exception&) {
            ++skipped_;
        }
        return false;
    }

    std::string old_meta(const char* key)
    {
        std::string value;
        keep_going([&] { value = read_meta(from_, key).value_or(""); });
        return value;
    }

    void save_identity()
    {
        const std::string id = old_meta(kFileIdKey), rules = old_meta(kRulesKey);
        rules_known_ = !rules.empty();
        write_meta(to_, kFileIdKey, id.empty() ? std::to_string(random_id()) : id);
        write_meta(to_, kRulesKey, rules_known_ ? rules : "0");
    }

    void save_blobs()
    {
        blobs_whole_ = each("SELECT sha, bytes FROM blobs NOT INDEXED ORDER BY rowid", [&](SQLite::Statement& row) {
            const std::string sha = row.getColumn(0).getString(), bytes = row.getColumn(1).getString();
            if (sha256(bytes) != sha) throw_damaged(from_.path(), "blob");
            write([&] { write_blob(to_, sha, bytes); });
            shas_.insert(sha);
            ++report_.blobs;
        });
        blobs_whole_ &= each("SELECT role, id, sha, sum FROM kept", [&](SQLite::Statement& row) {
            const KeptBlob kept{row.getColumn(0).getString(), row.getColumn(1).getString(),
                                row.getColumn(2).getString()};
            if (row.getColumn(3).getInt64() != sum_of_texts(kept.role, kept.id, kept.sha) || !shas_.contains(kept.sha))
                throw_damaged(from_.path(), "kept");
            write([&] { write_kept(to_, kept); });
        });
        std::set<std::string> packs;
        blobs_whole_ &= each("SELECT DISTINCT pack FROM pack_files",
                             [&](SQLite::Statement& row) { packs.insert(row.getColumn(0).getString()); });
        for (const std::string& pack : packs) blobs_whole_ &= keep_going([&] { save_pack(pack); });
    }

    void save_pack(const std::string& pack)
    {
        const auto files = read_pack_shas(from_, pack);
        for (const auto& [path, sha] : files)
            if (!shas_.contains(sha)) throw_damaged(from_.path(), "a pack's file");
        for (const auto& file : files) write([&] { write_pack_file(to_, pack, file.first, file.second); });
    }

    void save_entries()
    {
        try {
            SQLite::Statement row(from_.connection(),
                                  fmt::format("SELECT {} FROM entries e LEFT JOIN entries p ON p.ordinal = e.parent "
                                              "ORDER BY e.ordinal",
                                              kEntryColumns));
            while (row.executeStep()) save_entry(read_entry(row, from_.path()));
        } catch (const StoreError& error) {
            if (error.path() != from_.path()) throw;
            stopped_ = true;
        } catch (const SQLite::Exception&) {
            stopped_ = true;
        }
        count_missing();
    }

    void save_entry(const EntryRow& row)
    {
        if (row.ordinal != last_ + 1 || row.parent >= row.ordinal || row.new_head >= row.ordinal ||
            !numbers_.emplace(row.entry.id, row.ordinal).second)
            throw_damaged(from_.path(), "the order of entries");
        std::vector<StoredFact> facts;
        std::vector<SeriesPoint> points;
        keep_going([&] { facts = facts_of(from_, row.ordinal); });
        keep_going([&] { points = points_of(from_, row.ordinal); });
        if (facts.size() != static_cast<std::size_t>(row.facts) ||
            points.size() != static_cast<std::size_t>(row.points))
            ++without_facts_;
        write([&] { writer_.insert(row, facts, points); });
        last_ = row.ordinal;
        lines_[row.ordinal] = row.entry.line;
        last_heads_[row.entry.line] = row.new_head != 0 ? row.new_head : row.ordinal;
        ++report_.saved[row.entry.line];
        report_.facts += facts.size();
        report_.points += points.size();
    }

    // What fails here is the new file's fault, not the damaged one's.
    template <class Work>
    void write(Work work) const
    {
        try {
            work();
        } catch (...) {
            rethrow_about(to_.path());
        }
    }

    void count_missing()
    {
        stopped_ |= !each(fmt::format("SELECT line, count(*) FROM entries WHERE ordinal > {} GROUP BY line", last_),
                          [&](SQLite::Statement& row) {
                              report_.missing[row.getColumn(0).getUInt()] =
                                  static_cast<std::size_t>(row.getColumn(1).getInt64());
                          });
        each("SELECT line, entry, sum FROM heads", [&](SQLite::Statement& row) {
            const std::int64_t line = row.getColumn(0).getInt64(), entry = row.getColumn(1).getInt64();
            if (entry > last_ && row.getColumn(2).getInt64() == sum_of_pair(line, entry))
                report_.missing.try_emplace(static_cast<std::uint32_t>(line), 0u);
        });
    }

    // A head that was saved stays the head (a merge may have left others behind it); else the last saved entry says.
    void save_heads()
    {
        each("SELECT line, entry, sum FROM heads", [&](SQLite::Statement& row) {
            const std::int64_t line = row.getColumn(0).getInt64(), entry = row.getColumn(1).getInt64();
            const auto here = lines_.find(entry);
            if (row.getColumn(2).getInt64() == sum_of_pair(line, entry) && here != lines_.end() && here->second == line)
                last_heads_[here->second] = entry;
        });
        for (const auto& head : last_heads_) write([&] { writer_.set_head(head.first, head.second); });
        each("SELECT line, entry, sum FROM conflicts", [&](SQLite::Statement& row) {
            const std::int64_t line = row.getColumn(0).getInt64(), entry = row.getColumn(1).getInt64();
            if (row.getColumn(2).getInt64() == sum_of_pair(line, entry) && lines_.contains(entry))
                write([&] { write_conflict(to_, static_cast<std::uint32_t>(line), entry); });
        });
    }

    void save_side_texts()
    {
        const auto checked = [&](SQLite::Statement& row) {
            if (row.getColumn(3).getInt64() !=
                sum_of_text(row.getColumn(0).getInt64(), row.getColumn(1).getString(), row.getColumn(2).getString()))
                throw_damaged(from_.path(), "a text");
            return row.getColumn(0).getInt64();
        };
        texts_whole_ = each("SELECT entry, field, text, sum FROM texts", [&](SQLite::Statement& row) {
            const Ordinal entry = checked(row);
            if (!lines_.contains(entry)) throw_damaged(from_.path(), "a text without its entry");
            write([&] { write_text(to_, entry, row.getColumn(1).getString(), row.getColumn(2).getString()); });
            ++report_.texts;
        });
        texts_whole_ &= each("SELECT line, field, text, sum FROM drafts", [&](SQLite::Statement& row) {
            const auto line = static_cast<std::uint32_t>(checked(row));
            write([&] { write_draft(to_, line, row.getColumn(1).getString(), row.getColumn(2).getString()); });
            ++report_.drafts;
        });
    }

    void save_meta()
    {
        meta_whole_ = each("SELECT key, value, sum FROM meta", [&](SQLite::Statement& row) {
            const std::string key = row.getColumn(0).getString(), value = row.getColumn(1).getString();
            if (row.getColumn(2).getInt64() != sum_of_texts(key, value)) throw_damaged(from_.path(), "meta");
            if (!key.starts_with("sonae.")) write([&] { write_meta(to_, key, value); });
        });
    }

    void note(std::string ja, std::string en) { report_.notes.push_back({std::move(ja), std::move(en)}); }

    void describe()
    {
        for (const auto& [line, count] : report_.missing) describe_missing(line, count);
        if (stopped_ && report_.missing.empty())
            note("記録の途中から先が読めません。何件あったかは分かりません。",
                 "The record cannot be read beyond a point; how much stood there is not known.");
        if (without_facts_ > 0)
            note(fmt::format("{}件の記録で、できごとか指標の一部が失われました。", without_facts_),
                 fmt::format("{} entries have lost some of their facts or indicator points.", without_facts_));
        if (!rules_known_)
            note("規則の版が読めないため、0 としました。", "The rules version could not be read and is set to 0.");
        if (!blobs_whole_ || !texts_whole_ || !meta_whole_)
            note("シナリオパック、入力された文章、設定のどれかが途中までしか読めませんでした。",
                 "Packs, typed texts or settings could only be read in part.");
        if (skipped_ > 0)
            note(fmt::format("壊れた行を {} 件とばしました。", skipped_),
                 fmt::format("{} damaged rows were left out.", skipped_));
    }

    void describe_missing(std::uint32_t line, std::size_t count)
    {
        const std::string who = line == 0 ? "会場" : fmt::format("{}班", line);
        const std::string table = line == 0 ? "The room" : fmt::format("Table {}", line);
        if (count == 0)
            note(who + "の最後の方の記録が失われました。", table + " has lost the last part of its record.");
        else
            note(fmt::format("{}の記録が {} 件失われました。", who, count),
                 fmt::format("{} has lost {} entries.", table, count));
    }

    const Database& from_;
    Database& to_;
    JournalWriter writer_;
    SalvageReport report_;
    std::set<std::string> shas_;
    std::map<EntryId, Ordinal> numbers_;
    std::map<Ordinal, std::uint32_t> lines_;
    std::map<std::uint32_t, Ordinal> last_heads_;
    Ordinal last_ = 0;
    std::size_t without_facts_ = 0, skipped_ = 0;
    bool stopped_ = false, rules_known_ = false, blobs_whole_ = false, texts_whole_ = false, meta_whole_ = false;
};

// The schema stands in the file's first 70 KiB or so: a file cut off within them has nothing to read by.
void expect_something_of_ours(const Database& from)
{
    try {
        if (from.number("SELECT count(*) FROM sqlite_schema WHERE name IN ('entries', 'heads', 'blobs')") == 3) return;
    } catch (const SQLite::Exception&) {
        const bool ours = has_our_application_id(read_start(from.path()));
        throw StoreError(ours ? StoreFault::damaged : StoreFault::not_ours, from.path(), "nothing can be saved");
    }
    throw StoreError(StoreFault::not_ours, from.path(), "no tables of ours");
}

} // namespace

std::size_t SalvageReport::entries() const
{
    std::size_t sum = 0;
    for (const auto& [line, count] : saved) sum += count;
    return sum;
}

SalvageReport salvage(const std::filesystem::path& damaged, const std::filesystem::path& fresh)
try {
    const auto copy = free_neighbour(fresh, ".reading-");
    const RemoveLater tidy(copy);
    SalvageReport report;
    const Database from = open_copy(damaged, copy);
    expect_something_of_ours(from);
    create_database(fresh, programme_migrations(), [&](Database& to) { report = Salvage(from, to).run(); });
    return report;
} catch (const StoreError& error) {
    if (error.path() == damaged) throw;
    throw StoreError(error.fault(), fresh, error.detail()); // it happened under the name it had while being made
} catch (...) {
    rethrow_about(damaged);
}

} // namespace sonae::store
