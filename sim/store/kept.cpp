// What the file was played with, and the programme's own keys.
#include "store/programme_impl.hpp"

#include "base/digest.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

namespace sonae::store {

namespace {

int size_of(std::string_view bytes, const Database& database)
{
    constexpr std::size_t kLargest = 128u * 1024 * 1024; // half of the longest value that a connection of ours reads
    if (bytes.size() > kLargest) throw StoreError(StoreFault::io, database.path(), "a single file over 128 MiB");
    return static_cast<int>(bytes.size());
}

} // namespace

void write_meta(Database& database, std::string_view key, std::string_view value)
{
    SQLite::Statement row(database.connection(), "INSERT OR REPLACE INTO meta VALUES(?,?,?)");
    row.bind(1, std::string(key));
    row.bind(2, std::string(value));
    row.bind(3, sum_of_texts(key, value));
    row.exec();
}

std::optional<std::string> read_meta(const Database& database, std::string_view key)
{
    SQLite::Statement row(database.connection(), "SELECT value, sum FROM meta WHERE key = ?");
    row.bind(1, std::string(key));
    if (!row.executeStep()) return std::nullopt;
    std::string value = row.getColumn(0).getString();
    if (row.getColumn(1).getInt64() != sum_of_texts(key, value))
        throw_damaged(database.path(), fmt::format("the value of {}", key));
    return value;
}

void write_blob(Database& database, const std::string& sha, std::string_view bytes)
{
    SQLite::Statement row(database.connection(), "INSERT INTO blobs VALUES(?,?) ON CONFLICT(sha) DO NOTHING");
    row.bind(1, sha);
    // A null pointer would be bound as NULL, which an empty file is not.
    row.bindNoCopy(2, bytes.empty() ? "" : static_cast<const void*>(bytes.data()), size_of(bytes, database));
    row.exec();
}

std::string read_blob(const Database& database, const std::string& sha)
{
    SQLite::Statement row(database.connection(), "SELECT bytes FROM blobs WHERE sha = ?");
    row.bind(1, sha);
    if (!row.executeStep()) {
        SQLite::Statement listed(database.connection(), "SELECT 1 FROM blobs NOT INDEXED WHERE sha = ? UNION ALL "
                                                        "SELECT 1 FROM kept WHERE sha = ?1 UNION ALL "
                                                        "SELECT 1 FROM pack_files WHERE sha = ?1");
        listed.bind(1, sha);
        throw StoreError(listed.executeStep() ? StoreFault::damaged : StoreFault::unknown, database.path(),
                         "blob " + sha);
    }
    std::string bytes = row.getColumn(0).getString();
    if (sha256(bytes) != sha) throw_damaged(database.path(), "blob " + sha);
    return bytes;
}

void write_kept(Database& database, const KeptBlob& kept)
{
    SQLite::Statement row(database.connection(), "INSERT OR REPLACE INTO kept VALUES(?,?,?,?)");
    row.bind(1, kept.role);
    row.bind(2, kept.id);
    row.bind(3, kept.sha);
    row.bind(4, sum_of_texts(kept.role, kept.id, kept.sha));
    row.exec();
}

void write_pack_file(Database& database, const std::string& pack, const std::string& path, const std::string& sha)
{
    SQLite::Statement row(database.connection(), "INSERT OR REPLACE INTO pack_files VALUES(?,?,?)");
    row.bind(1, pack);
    row.bind(2, path);
    row.bind(3, sha);
    row.exec();
}

std::string pack_sha_of(const std::map<std::string, std::string>& path_to_sha)
{
    std::string manifest;
    for (const auto& [path, sha] : path_to_sha) manifest += path + '\0' + sha + '\n';
    return sha256(manifest);
}

std::map<std::string, std::string> read_pack_shas(const Database& database, const std::string& pack)
{
    SQLite::Statement row(database.connection(), "SELECT path, sha FROM pack_files WHERE pack = ?");
    row.bind(1, pack);
    std::map<std::string, std::string> found;
    while (row.executeStep()) found[row.getColumn(0).getString()] = row.getColumn(1).getString();
    if (found.empty()) throw StoreError(StoreFault::unknown, database.path(), "pack " + pack);
    if (pack_sha_of(found) != pack) throw_damaged(database.path(), "pack " + pack);
    return found;
}

std::string ProgrammeFile::keep_blob(std::string_view role, std::string_view id, std::string_view bytes)
try {
    impl_->expect_writable();
    const KeptBlob kept{std::string(role), std::string(id), sha256(bytes)};
    SQLite::Transaction transaction(impl_->database.connection(), SQLite::TransactionBehavior::IMMEDIATE);
    write_blob(impl_->database, kept.sha, bytes);
    write_kept(impl_->database, kept);
    transaction.commit();
    return kept.sha;
} catch (...) {
    rethrow_about(path());
}

std::string ProgrammeFile::blob(std::string_view sha) const
try {
    return read_blob(impl_->database, std::string(sha));
} catch (...) {
    rethrow_about(path());
}

std::vector<KeptBlob> ProgrammeFile::kept(std::string_view role) const
try {
    SQLite::Statement row(impl_->database.connection(),
                          "SELECT role, id, sha, sum FROM kept WHERE role = ? ORDER BY id, sha");
    row.bind(1, std::string(role));
    std::vector<KeptBlob> found;
    while (row.executeStep()) {
        found.push_back({row.getColumn(0).getString(), row.getColumn(1).getString(), row.getColumn(2).getString()});
        const KeptBlob& kept = found.back();
        if (row.getColumn(3).getInt64() != sum_of_texts(kept.role, kept.id, kept.sha))
            throw_damaged(path(), "the list of what was kept");
    }
    return found;
} catch (...) {
    rethrow_about(path());
}

std::string ProgrammeFile::keep_pack(const std::map<std::string, std::string>& files)
try {
    impl_->expect_writable();
    if (files.empty()) throw StoreError(StoreFault::unknown, path(), "a pack without files");
    std::map<std::string, std::string> shas;
    SQLite::Transaction transaction(impl_->database.connection(), SQLite::TransactionBehavior::IMMEDIATE);
    for (const auto& [name, bytes] : files) write_blob(impl_->database, shas[name] = sha256(bytes), bytes);
    const std::string pack = pack_sha_of(shas);
    for (const auto& [name, sha] : shas) write_pack_file(impl_->database, pack, name, sha);
    transaction.commit();
    return pack;
} catch (...) {
    rethrow_about(path());
}

std::map<std::string, std::string> ProgrammeFile::pack_files(std::string_view pack_sha) const
try {
    std::map<std::string, std::string> files;
    for (const auto& [name, sha] : read_pack_shas(impl_->database, std::string(pack_sha)))
        files[name] = read_blob(impl_->database, sha);
    return files;
} catch (...) {
    rethrow_about(path());
}

std::vector<std::string> ProgrammeFile::packs() const
try {
    SQLite::Statement row(impl_->database.connection(), "SELECT DISTINCT pack FROM pack_files ORDER BY pack");
    std::vector<std::string> found;
    while (row.executeStep()) found.push_back(row.getColumn(0).getString());
    return found;
} catch (...) {
    rethrow_about(path());
}

void ProgrammeFile::set_meta(std::string_view key, std::string_view value)
try {
    impl_->expect_writable();
    if (key.starts_with("sonae.")) throw StoreError(StoreFault::read_only, path(), "a key of the file's own");
    if (!value.empty()) return write_meta(impl_->database, key, value);
    SQLite::Statement row(impl_->database.connection(), "DELETE FROM meta WHERE key = ?");
    row.bind(1, std::string(key));
    row.exec();
} catch (...) {
    rethrow_about(path());
}

std::optional<std::string> ProgrammeFile::meta(std::string_view key) const
try {
    return read_meta(impl_->database, key);
} catch (...) {
    rethrow_about(path());
}

} // namespace sonae::store
