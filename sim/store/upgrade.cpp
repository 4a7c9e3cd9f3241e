// Upgrading is done on a copy: whatever goes wrong on the way, the old file is as it was.
#include "store/connect.hpp"
#include "store/files.hpp"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

namespace sonae::store {

namespace {

// `programme.sonae.v1.bak`, or with a number behind it when an earlier upgrade left one of that name.
void keep_old(const std::filesystem::path& path, std::int32_t schema)
{
    for (int turn = 1;; ++turn) {
        auto name = path;
        name += turn == 1 ? fmt::format(".v{}.bak", schema) : fmt::format(".v{}.{}.bak", schema, turn);
        if (std::filesystem::exists(std::filesystem::symlink_status(name))) continue;
        keep_as(path, name);
        return;
    }
}

// Folds the -wal into the file and holds the file alone: SQLite grants the change of mode to nobody who shares it.
std::int32_t settle_and_copy(const std::filesystem::path& path, const std::filesystem::path& copy)
{
    Database old = connect(path, OpenMode::read_write);
    if (old.text("PRAGMA journal_mode=DELETE") != "delete") throw StoreError(StoreFault::locked, path);
    SQLite::Statement into(old.connection(), "VACUUM INTO ?");
    into.bind(1, copy.string());
    into.exec();
    return static_cast<std::int32_t>(old.number("PRAGMA user_version"));
}

void upgrade_copy(const std::filesystem::path& copy, std::span<const Migration> migrations)
{
    Database database = connect(copy, OpenMode::read_write);
    migrate(database, migrations);
    check_quickly(database);
    database.execute("PRAGMA journal_mode=WAL");
}

} // namespace

void upgrade_in_place(const std::filesystem::path& path, std::span<const Migration> migrations)
{
    const auto copy = free_neighbour(path, ".upgrade-");
    const RemoveLater tidy(copy);
    const std::int32_t schema = settle_and_copy(path, copy);
    upgrade_copy(copy, migrations);
    keep_old(path, schema);
    take_over(copy, path);
}

Database upgraded_in_memory(const Database& old, std::span<const Migration> migrations)
{
    auto memory = std::make_unique<SQLite::Database>(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    SQLite::Backup(*memory, old.connection()).executeStep(-1);
    Database database(std::move(memory), old.path(), OpenMode::read_only);
    migrate(database, migrations);
    database.execute("PRAGMA query_only=ON");
    return database;
}

} // namespace sonae::store
