// Bringing two copies of a programme together: everything that either holds, and a list of the lines that both played
// on.
#include "store/programme_impl.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <set>

namespace sonae::store {

namespace {

bool same_entry(const Entry& ours, const Entry& theirs) { return ours == theirs; }

class Merge {
  public:
    Merge(Database& ours, JournalWriter& writer, const Database& theirs) : ours_(ours), writer_(writer), theirs_(theirs)
    {
    }

    MergeReport run()
    {
        take_blobs();
        take_entries();
        for (const Head& head : read_heads(theirs_)) settle_head(head);
        take_meta();
        return std::move(report_);
    }

  private:
    void take_entries()
    {
        std::map<EntryId, EntryRow> known;
        for (EntryRow& row : read_entries(ours_)) known.emplace(row.entry.id, std::move(row));
        std::set<EntryId> seen;
        for (const EntryRow& row : read_entries(theirs_)) {
            const auto here = known.find(row.entry.id);
            seen.insert(row.entry.id);
            if (here == known.end()) {
                take_entry(row);
            } else {
                expect_same(here->second, row);
                ordinals_[row.ordinal] = here->second.ordinal;
                ++report_.known;
            }
        }
        for (const auto& [id, row] : known)
            if (!seen.contains(id)) only_ours_.insert(row.entry.line);
    }

    void expect_same(const EntryRow& mine, const EntryRow& other) const
    {
        if (!same_entry(mine.entry, other.entry))
            throw_damaged(theirs_.path(), fmt::format("entry {} has another content here", other.ordinal));
    }

    void take_entry(EntryRow row)
    {
        const Ordinal there = row.ordinal;
        if (row.parent != 0) row.parent = ordinals_.at(row.parent);
        if (row.new_head != 0) row.new_head = ordinals_.at(row.new_head);
        const Ordinal here = writer_.insert(row, facts_of(theirs_, there), points_of(theirs_, there));
        ordinals_[there] = here;
        // Texts come only with entries that are new: what was erased here must not return from an older copy.
        for (const auto& [field, text] : read_texts(theirs_, there)) write_text(ours_, here, field, text);
        only_theirs_.insert(row.entry.line);
        ++report_.imported[row.entry.line];
    }

    void settle_head(const Head& theirs)
    {
        if (!only_theirs_.contains(theirs.line)) return; // they know nothing of this line that we did not
        const Ordinal there = ordinals_.at(theirs.ordinal);
        const Head mine = writer_.head_of(theirs.line);
        take_conflicts(theirs.line);
        if (!only_ours_.contains(theirs.line)) {
            writer_.set_head(theirs.line, there);
            take_drafts(theirs.line);
        } else if (mine.ordinal != there) {
            write_conflict(ours_, theirs.line, there);
            report_.conflicts.push_back({theirs.line, mine.id, theirs.id});
        }
    }

    void take_conflicts(std::uint32_t line)
    {
        for (const Head& head : read_conflicts(theirs_))
            if (head.line == line) write_conflict(ours_, line, ordinals_.at(head.ordinal));
    }

    void take_drafts(std::uint32_t line)
    {
        const auto mine = read_drafts(ours_, line);
        for (const auto& [field, text] : read_drafts(theirs_, line))
            if (!mine.contains(field)) write_draft(ours_, line, field, text);
    }

    void take_blobs()
    {
        SQLite::Statement blob(theirs_.connection(), "SELECT sha FROM blobs ORDER BY rowid");
        while (blob.executeStep()) {
            const std::string sha = blob.getColumn(0).getString();
            write_blob(ours_, sha, read_blob(theirs_, sha));
        }
        SQLite::Statement kept(theirs_.connection(), "SELECT role, id, sha FROM kept");
        while (kept.executeStep())
            write_kept(ours_,
                       {kept.getColumn(0).getString(), kept.getColumn(1).getString(), kept.getColumn(2).getString()});
        SQLite::Statement file(theirs_.connection(), "SELECT pack, path, sha FROM pack_files");
        while (file.executeStep())
            write_pack_file(ours_, file.getColumn(0).getString(), file.getColumn(1).getString(),
                            file.getColumn(2).getString());
    }

    void take_meta()
    {
        SQLite::Statement key(theirs_.connection(), "SELECT key FROM meta");
        while (key.executeStep()) {
            const std::string name = key.getColumn(0).getString();
            if (!read_meta(ours_, name)) write_meta(ours_, name, *read_meta(theirs_, name));
        }
    }

    Database& ours_;
    JournalWriter& writer_;
    const Database& theirs_;
    std::map<Ordinal, Ordinal> ordinals_; // theirs → ours
    std::set<std::uint32_t> only_ours_;   // lines with entries that the other file lacks
    std::set<std::uint32_t> only_theirs_; // and the other way round
    MergeReport report_;
};

} // namespace

void write_conflict(Database& database, std::uint32_t line, Ordinal entry)
{
    SQLite::Statement row(database.connection(), "INSERT OR REPLACE INTO conflicts VALUES(?,?,?)");
    row.bind(1, line);
    row.bind(2, entry);
    row.bind(3, sum_of_pair(line, entry));
    row.exec();
}

MergeReport ProgrammeFile::merge_from(const std::filesystem::path& other)
try {
    impl_->expect_writable();
    const ProgrammeFile theirs = open(other, OpenMode::read_only);
    if (theirs.rules_version() != rules_version()) throw StoreError(StoreFault::other_rules, other);
    // One snapshot of the other file, whoever may be writing to it.
    SQLite::Transaction reading(theirs.impl_->database.connection());
    SQLite::Transaction transaction(impl_->database.connection(), SQLite::TransactionBehavior::IMMEDIATE);
    MergeReport report = Merge(impl_->database, impl_->writer, theirs.impl_->database).run();
    transaction.commit();
    return report;
} catch (...) {
    rethrow_about(path());
}

std::vector<Conflict> ProgrammeFile::conflicts() const
try {
    std::map<std::uint32_t, EntryId> mine = heads();
    std::vector<Conflict> found;
    for (const Head& head : read_conflicts(impl_->database))
        if (head.id != mine[head.line]) found.push_back({head.line, mine[head.line], head.id});
    return found;
} catch (...) {
    rethrow_about(path());
}

void ProgrammeFile::settle_conflicts(std::uint32_t line)
try {
    impl_->expect_writable();
    SQLite::Statement row(impl_->database.connection(), "DELETE FROM conflicts WHERE line = ?");
    row.bind(1, line);
    row.exec();
} catch (...) {
    rethrow_about(path());
}

} // namespace sonae::store
