#include "store/database.hpp"

#include "store/connect.hpp"
#include "store/files.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <cstring>
#include <fmt/format.h>
#include <map>
#include <sqlite3.h>
#include <unistd.h>

namespace sonae::store {

namespace {

constexpr int kBusyMs = 3000;                    // longer than any commit or checkpoint of ours
constexpr int kLongestValue = 256 * 1024 * 1024; // bytes; a damaged length must not ask for all memory

bool folder_is_writable(const std::filesystem::path& path)
{
    const auto folder = path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
    return ::access(folder.c_str(), W_OK) == 0;
}

std::filesystem::path wal_of(std::filesystem::path path) { return path += "-wal"; }

// A read-only folder has no room for the -shm file that sharing needs. A file at rest there can be read as one that
// nobody changes; one with a -wal cannot, for its last entries would be missed.
std::string uri_at_rest(const std::filesystem::path& path)
{
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(path).string()) {
        const bool plain = std::isalnum(static_cast<unsigned char>(c)) != 0 || std::strchr("/-_.", c) != nullptr;
        uri += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return uri + "?immutable=1";
}

void set_pragmas(Database& database)
{
    sqlite3* handle = database.connection().getHandle();
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, kLongestValue);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    database.execute("PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA foreign_keys=ON;"
                     "PRAGMA secure_delete=ON; PRAGMA synchronous=FULL;");
}

std::int32_t last_of(std::span<const Migration> migrations) { return migrations.empty() ? 0 : migrations.back().to; }

std::int32_t schema_of(const Database& database)
{
    return static_cast<std::int32_t>(database.number("PRAGMA user_version"));
}

// Name → its statement, for every table, index, view and trigger.
std::map<std::string, std::string> schema_texts(const Database& database)
{
    std::map<std::string, std::string> texts;
    SQLite::Statement rows(database.connection(), "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema");
    while (rows.executeStep()) texts[rows.getColumn(0).getString()] = rows.getColumn(1).getString();
    return texts;
}

// A flipped byte in a column's name, or a trigger that somebody put there, would make right statements do wrong things.
void expect_our_schema(const Database& database, std::span<const Migration> migrations)
{
    Database fresh = connect_new(":memory:");
    migrate(fresh, migrations.first(static_cast<std::size_t>(schema_of(database))));
    auto found = schema_texts(database);
    for (const auto& [name, sql] : schema_texts(fresh)) {
        const auto here = found.find(name);
        if (here == found.end() || here->second != sql)
            throw StoreError(StoreFault::damaged, database.path(), "the schema's " + name + " is not as it was made");
        found.erase(here);
    }
    for (const auto& [name, sql] : found)
        if (name.starts_with("trigger ")) throw StoreError(StoreFault::damaged, database.path(), "a foreign " + name);
}

std::int32_t big_endian(const char* bytes)
{
    std::uint32_t value = 0;
    for (int i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return static_cast<std::int32_t>(value);
}

void expect_our_file(const std::filesystem::path& path)
{
    if (std::filesystem::is_directory(path)) throw StoreError(StoreFault::not_ours, path, "a folder");
    const std::string start = read_start(path);
    constexpr std::string_view kMagic("SQLite format 3\0", 16);
    if (!has_our_application_id(start)) throw StoreError(StoreFault::not_ours, path, "no application_id of ours");
    if (!start.starts_with(kMagic)) throw StoreError(StoreFault::damaged, path, "the file's first bytes are wrong");
}

void expect_known_schema(const Database& database, std::span<const Migration> migrations)
{
    const std::int32_t schema = schema_of(database);
    if (schema > last_of(migrations))
        throw StoreError(StoreFault::newer, database.path(),
                         fmt::format("schema {}, this program knows {}", schema, last_of(migrations)));
    if (schema < 1) throw StoreError(StoreFault::damaged, database.path(), fmt::format("schema {}", schema));
    expect_our_schema(database, migrations);
    check_quickly(database);
}

} // namespace

Database::Database(std::unique_ptr<SQLite::Database> connection, std::filesystem::path path, OpenMode mode)
    : connection_(std::move(connection)), path_(std::move(path)), mode_(mode)
{
}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

void Database::execute(const std::string& statements) { connection_->exec(statements); }

std::int64_t Database::number(const std::string& query) const { return connection_->execAndGet(query).getInt64(); }

std::string Database::text(const std::string& query) const { return connection_->execAndGet(query).getString(); }

bool has_our_application_id(std::string_view start)
{
    constexpr std::size_t kAt = 68; // SQLite file format, 1.3
    return start.size() >= kAt + 4 && big_endian(start.data() + kAt) == kApplicationId;
}

Database connect(const std::filesystem::path& path, OpenMode mode)
{
    const bool at_rest =
        mode == OpenMode::read_only && !folder_is_writable(path) && !std::filesystem::exists(wal_of(path));
    const int flags = mode == OpenMode::read_write ? SQLite::OPEN_READWRITE : SQLite::OPEN_READONLY;
    auto connection = at_rest ? std::make_unique<SQLite::Database>(uri_at_rest(path), flags | SQLite::OPEN_URI, kBusyMs)
                              : std::make_unique<SQLite::Database>(path.string(), flags, kBusyMs);
    Database database(std::move(connection), path, mode);
    set_pragmas(database);
    return database;
}

Database connect_new(const std::filesystem::path& path)
{
    const int flags = SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE;
    Database database(std::make_unique<SQLite::Database>(path.string(), flags, kBusyMs), path, OpenMode::read_write);
    set_pragmas(database);
    database.execute(fmt::format("PRAGMA application_id={}", kApplicationId));
    return database;
}

void migrate(Database& database, std::span<const Migration> migrations)
{
    // A step may rebuild a table that others point to; what they point to is checked when the step is done.
    database.execute("PRAGMA foreign_keys=OFF");
    for (const Migration& step : migrations) {
        if (step.to <= schema_of(database)) continue;
        SQLite::Transaction transaction(database.connection());
        step.run(database);
        if (SQLite::Statement(database.connection(), "PRAGMA foreign_key_check").executeStep())
            throw StoreError(StoreFault::damaged, database.path(), fmt::format("step {} left a loose end", step.to));
        database.execute(fmt::format("PRAGMA user_version={}", step.to));
        transaction.commit();
    }
    database.execute("PRAGMA foreign_keys=ON");
}

void check_quickly(const Database& database)
{
    const std::string answer = database.text("PRAGMA quick_check(1)");
    if (answer != "ok") throw StoreError(StoreFault::damaged, database.path(), answer);
}

Database create_database(const std::filesystem::path& path, std::span<const Migration> migrations,
                         const std::function<void(Database&)>& first_rows)
try {
    if (std::filesystem::exists(std::filesystem::symlink_status(path))) throw StoreError(StoreFault::exists, path);
    const auto made = free_neighbour(path, ".new-");
    const RemoveLater tidy(made);
    {
        Database database = connect_new(made);
        migrate(database, migrations);
        SQLite::Transaction transaction(database.connection());
        first_rows(database);
        transaction.commit();
        database.execute("PRAGMA journal_mode=WAL");
    }
    publish(made, path);
    return connect(path, OpenMode::read_write);
} catch (...) {
    rethrow_about(path);
}

Database open_database(const std::filesystem::path& path, OpenMode mode, std::span<const Migration> migrations)
try {
    expect_our_file(path);
    {
        Database database = connect(path, mode);
        // The check runs at every opening, not only after a crash: it costs milliseconds, and bytes also rot in files
        // that were closed well.
        expect_known_schema(database, migrations);
        const std::int32_t schema = schema_of(database);
        if (schema == last_of(migrations)) {
            if (mode == OpenMode::read_write) database.execute("PRAGMA journal_mode=WAL");
            return database;
        }
        if (mode == OpenMode::read_only) return upgraded_in_memory(database, migrations);
    }
    upgrade_in_place(path, migrations);
    return connect(path, mode);
} catch (...) {
    rethrow_about(path);
}

} // namespace sonae::store
