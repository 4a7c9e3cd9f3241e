// What people typed: overwritten, erased, and gone from the bytes of the file when erased.
#include "store/programme_impl.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

namespace sonae::store {

namespace {

std::map<std::string, std::string> read_fields(const Database& database, const char* query, std::int64_t owner)
{
    SQLite::Statement row(database.connection(), query);
    row.bind(1, owner);
    std::map<std::string, std::string> found;
    while (row.executeStep()) {
        const std::string field = row.getColumn(0).getString();
        std::string text = row.getColumn(1).getString();
        if (row.getColumn(2).getInt64() != sum_of_text(owner, field, text))
            throw_damaged(database.path(), fmt::format("the text of {}", field));
        found[field] = std::move(text);
    }
    return found;
}

void write_field(Database& database, const char* statement, std::int64_t owner, std::string_view field,
                 std::string_view text)
{
    SQLite::Statement row(database.connection(), statement);
    row.bind(1, owner);
    row.bind(2, std::string(field));
    row.bind(3, std::string(text));
    row.bind(4, sum_of_text(owner, field, text));
    row.exec();
}

std::size_t remove_of_line(Database& database, const char* statement, std::uint32_t line)
{
    SQLite::Statement row(database.connection(), statement);
    row.bind(1, line);
    return static_cast<std::size_t>(row.exec());
}

// Moves the -wal into the file and cuts it to nothing. Somebody else who reads the file keeps that from happening.
void empty_wal(Database& database)
{
    if (database.number("PRAGMA wal_checkpoint(TRUNCATE)") != 0)
        throw StoreError(StoreFault::locked, database.path(), "the -wal cannot be emptied while others read");
}

// Copies that an upgrade left beside the file: they hold what the file held then.
std::vector<std::filesystem::path> copies_beside(const std::filesystem::path& path)
{
    std::vector<std::filesystem::path> found;
    const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    const std::string start = path.filename().string() + ".";
    for (const auto& item : std::filesystem::directory_iterator(folder))
        if (item.path().filename().string().starts_with(start)) found.push_back(item.path());
    return found;
}

} // namespace

void write_text(Database& database, Ordinal entry, std::string_view field, std::string_view text)
{
    write_field(database, "INSERT OR REPLACE INTO texts VALUES(?,?,?,?)", entry, field, text);
}

std::map<std::string, std::string> read_texts(const Database& database, Ordinal entry)
{
    return read_fields(database, "SELECT field, text, sum FROM texts WHERE entry = ?", entry);
}

void write_draft(Database& database, std::uint32_t line, std::string_view field, std::string_view text)
{
    write_field(database, "INSERT OR REPLACE INTO drafts VALUES(?,?,?,?)", line, field, text);
}

std::map<std::string, std::string> read_drafts(const Database& database, std::uint32_t line)
{
    return read_fields(database, "SELECT field, text, sum FROM drafts WHERE line = ?", line);
}

void ProgrammeFile::set_text(const EntryId& entry, std::string_view field, std::string_view text)
try {
    impl_->expect_writable();
    write_text(impl_->database, impl_->expect(entry), field, text);
} catch (...) {
    rethrow_about(path());
}

std::map<std::string, std::string> ProgrammeFile::texts(const EntryId& entry) const
try {
    return read_texts(impl_->database, impl_->expect(entry));
} catch (...) {
    rethrow_about(path());
}

void ProgrammeFile::save_draft(std::uint32_t line, std::string_view field, std::string_view text)
try {
    impl_->expect_writable();
    if (!text.empty()) return write_draft(impl_->database, line, field, text);
    SQLite::Statement row(impl_->database.connection(), "DELETE FROM drafts WHERE line = ? AND field = ?");
    row.bind(1, line);
    row.bind(2, std::string(field));
    row.exec();
} catch (...) {
    rethrow_about(path());
}

std::map<std::string, std::string> ProgrammeFile::drafts(std::uint32_t line) const
try {
    return read_drafts(impl_->database, line);
} catch (...) {
    rethrow_about(path());
}

Erasure ProgrammeFile::erase_texts(std::uint32_t line)
try {
    impl_->expect_writable();
    Database& database = impl_->database;
    Erasure erasure;
    SQLite::Transaction transaction(database.connection(), SQLite::TransactionBehavior::IMMEDIATE);
    erasure.texts =
        remove_of_line(database, "DELETE FROM texts WHERE entry IN (SELECT ordinal FROM entries WHERE line = ?)", line);
    erasure.drafts = remove_of_line(database, "DELETE FROM drafts WHERE line = ?", line);
    transaction.commit();
    empty_wal(database);
    database.execute("VACUUM");
    empty_wal(database);
    for (const auto& copy : copies_beside(path())) erasure.other_files.push_back(copy);
    return erasure;
} catch (...) {
    rethrow_about(path());
}

} // namespace sonae::store
