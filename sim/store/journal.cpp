#include "store/journal.hpp"

#include "store/files.hpp"
#include "store/programme_impl.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <charconv>
#include <fmt/format.h>

namespace sonae::store {

namespace {

std::uint64_t own_number(const Database& database, const char* key)
{
    const auto text = read_meta(database, key);
    std::uint64_t value = 0;
    if (!text || std::from_chars(text->data(), text->data() + text->size(), value).ec != std::errc{})
        throw_damaged(database.path(), fmt::format("{} is missing", key));
    return value;
}

// Rolls back on leaving the scope unless the work was committed.
class Append {
  public:
    explicit Append(JournalWriter& writer) : writer_(writer) { writer_.begin(); }
    Append(const Append&) = delete;
    Append& operator=(const Append&) = delete;
    ~Append()
    {
        if (!committed_) writer_.roll_back();
    }
    void commit() { writer_.commit(), committed_ = true; }

  private:
    JournalWriter& writer_;
    bool committed_ = false;
};

} // namespace

ProgrammeFile::Impl::Impl(Database opened) : database(std::move(opened)), writer(database)
{
    expect_sound_side_tables(database);
    file_id = own_number(database, kFileIdKey);
    rules_version = static_cast<std::uint32_t>(own_number(database, kRulesKey));
}

void ProgrammeFile::Impl::expect_writable() const
{
    if (database.mode() != OpenMode::read_write)
        throw StoreError(StoreFault::read_only, database.path(), "opened for reading only");
}

Ordinal ProgrammeFile::Impl::expect(const EntryId& id) const
{
    const Ordinal ordinal = find_entry(database, id);
    if (ordinal == 0)
        throw StoreError(StoreFault::unknown, database.path(), fmt::format("entry {:016x}-{}", id.file, id.number));
    return ordinal;
}

Ordinal ProgrammeFile::Impl::expect(const EntryId& id, std::uint32_t line) const
{
    const Ordinal ordinal = expect(id);
    if (database.number(fmt::format("SELECT line FROM entries WHERE ordinal = {}", ordinal)) != line)
        throw StoreError(StoreFault::unknown, database.path(), fmt::format("line {} has no such entry", line));
    return ordinal;
}

EntryId ProgrammeFile::Impl::next_id()
{
    if (writing_as == 0) writing_as = random_id();
    return {writing_as, last_number + 1};
}

ProgrammeFile::ProgrammeFile(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ProgrammeFile::ProgrammeFile(ProgrammeFile&&) noexcept = default;
ProgrammeFile& ProgrammeFile::operator=(ProgrammeFile&&) noexcept = default;
ProgrammeFile::~ProgrammeFile() = default;

ProgrammeFile ProgrammeFile::create(const std::filesystem::path& path, std::uint32_t rules_version)
try {
    return ProgrammeFile(
        std::make_unique<Impl>(create_database(path, programme_migrations(), [rules_version](Database& database) {
            write_meta(database, kFileIdKey, std::to_string(random_id()));
            write_meta(database, kRulesKey, std::to_string(rules_version));
        })));
} catch (...) {
    rethrow_about(path);
}

ProgrammeFile ProgrammeFile::open(const std::filesystem::path& path, OpenMode mode)
try {
    return ProgrammeFile(std::make_unique<Impl>(open_database(path, mode, programme_migrations())));
} catch (...) {
    rethrow_about(path);
}

const std::filesystem::path& ProgrammeFile::path() const { return impl_->database.path(); }
std::uint64_t ProgrammeFile::file_id() const { return impl_->file_id; }
std::uint32_t ProgrammeFile::rules_version() const { return impl_->rules_version; }

EntryId ProgrammeFile::append(Entry& entry, std::span<const StoredFact> facts, std::span<const SeriesPoint> points,
                              std::optional<EntryId> new_head, const std::map<std::string, std::string>& texts)
try {
    impl_->expect_writable();
    Append work(impl_->writer);
    const Head head = impl_->writer.head_of(entry.line);
    if (entry.parent != head.id)
        throw StoreError(StoreFault::stale, path(), "the entry's parent is not the line's head");
    EntryRow row{.ordinal = 0, .parent = head.ordinal, .new_head = 0, .facts = 0, .points = 0, .entry = entry};
    row.entry.id = impl_->next_id();
    if (new_head) row.new_head = impl_->expect(*new_head, entry.line);
    const Ordinal ordinal = impl_->writer.insert(row, facts, points);
    impl_->writer.set_head(entry.line, new_head ? row.new_head : ordinal);
    for (const auto& [field, text] : texts)
        if (!text.empty()) write_text(impl_->database, ordinal, field, text);
    work.commit();
    impl_->last_number = row.entry.id.number;
    entry.id = row.entry.id;
    return entry.id;
} catch (...) {
    rethrow_about(path());
}

std::vector<Entry> ProgrammeFile::entries() const
try {
    std::vector<Entry> found;
    for (EntryRow& row : read_entries(impl_->database)) found.push_back(std::move(row.entry));
    return found;
} catch (...) {
    rethrow_about(path());
}

std::vector<Entry> ProgrammeFile::entries(std::uint32_t line) const
{
    std::vector<Entry> found = entries();
    std::erase_if(found, [line](const Entry& entry) { return entry.line != line; });
    return found;
}

std::map<std::uint32_t, EntryId> ProgrammeFile::heads() const
try {
    std::map<std::uint32_t, EntryId> found;
    for (const Head& head : read_heads(impl_->database)) found[head.line] = head.id;
    return found;
} catch (...) {
    rethrow_about(path());
}

EntryId ProgrammeFile::head(std::uint32_t line) const
try {
    return impl_->writer.head_of(line).id;
} catch (...) {
    rethrow_about(path());
}

std::vector<Entry> ProgrammeFile::path_to(const EntryId& id) const
try {
    // A parent's ordinal is smaller than its child's, so ascending ordinals are the order of the path, and a damaged
    // file cannot lead us in a circle.
    SQLite::Statement row(
        impl_->database.connection(),
        fmt::format("WITH RECURSIVE path(ordinal) AS (SELECT ? UNION ALL "
                    "SELECT e.parent FROM entries e JOIN path ON e.ordinal = path.ordinal WHERE e.parent < e.ordinal) "
                    "SELECT {} FROM path JOIN entries e ON e.ordinal = path.ordinal "
                    "LEFT JOIN entries p ON p.ordinal = e.parent ORDER BY e.ordinal",
                    kEntryColumns));
    row.bind(1, impl_->expect(id));
    std::vector<Entry> found;
    while (row.executeStep()) {
        Entry entry = read_entry(row, path()).entry;
        if (entry.parent != (found.empty() ? EntryId{} : found.back().id)) throw_damaged(path(), "a broken chain");
        found.push_back(std::move(entry));
    }
    if (found.empty() || found.back().id != id) throw_damaged(path(), "a broken chain");
    return found;
} catch (...) {
    rethrow_about(path());
}

// Facts and points of all lines are read and checked: were only the wanted line asked for, one whose line was damaged
// would quietly be left out.
std::vector<StoredFact> ProgrammeFile::facts(std::uint32_t line) const
try {
    std::vector<StoredFact> found;
    SQLite::Statement row(impl_->database.connection(),
                          fmt::format("SELECT {} FROM facts f LEFT JOIN entries e ON e.ordinal = f.entry "
                                      "ORDER BY f.entry, f.position",
                                      kFactColumns));
    while (row.executeStep()) {
        StoredFact fact = read_fact(row, path());
        if (fact.line == line) found.push_back(std::move(fact));
    }
    return found;
} catch (...) {
    rethrow_about(path());
}

std::vector<SeriesPoint> ProgrammeFile::series(std::uint32_t line) const
try {
    std::vector<SeriesPoint> found;
    SQLite::Statement row(impl_->database.connection(),
                          fmt::format("SELECT {} FROM series s LEFT JOIN entries e ON e.ordinal = s.entry "
                                      "ORDER BY s.entry, s.position",
                                      kPointColumns));
    while (row.executeStep()) {
        SeriesPoint point = read_point(row, path());
        if (point.line == line) found.push_back(std::move(point));
    }
    return found;
} catch (...) {
    rethrow_about(path());
}

} // namespace sonae::store
