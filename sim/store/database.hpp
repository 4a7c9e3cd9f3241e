// One SQLite file: creating, opening, checking and upgrading it. Knows pragmas and schema numbers, not what is kept
// inside. A file is never changed in place by an upgrade and never overwritten by anything here.
#pragma once

#include "store/error.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>

namespace SQLite {
class Database;
}

namespace sonae::store {

inline constexpr std::int32_t kApplicationId = 0x536F6E61; // "Sona": what file(1) and other programs tell our files by

enum class OpenMode { read_only, read_write };

class Database {
  public:
    Database(std::unique_ptr<SQLite::Database> connection, std::filesystem::path path, OpenMode mode);
    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    void execute(const std::string& statements);
    std::int64_t number(const std::string& query) const; // the first column of its first row
    std::string text(const std::string& query) const;
    const std::filesystem::path& path() const { return path_; }
    OpenMode mode() const { return mode_; }
    SQLite::Database& connection() const { return *connection_; }

  private:
    std::unique_ptr<SQLite::Database> connection_;
    std::filesystem::path path_;
    OpenMode mode_;
};

// One step from schema `to - 1` to schema `to`; runs inside a transaction. Steps are numbered 1, 2, 3 …: a new file is
// made by all of them in turn, so that it equals an upgraded one.
struct Migration {
    std::int32_t to;
    void (*run)(Database&);
};

std::span<const Migration> programme_migrations();

// Makes the file with all steps and `first_rows` under another name and then gives it its own: a file that can be seen
// is whole. Refuses when `path` is taken.
Database create_database(const std::filesystem::path& path, std::span<const Migration> migrations,
                         const std::function<void(Database&)>& first_rows);

// Opens a file of ours. One that was not closed cleanly is checked. One of an older schema is upgraded on a copy that
// then takes its name, the old file staying as `<name>.v<N>.bak`; opened for reading only, it is upgraded in memory
// instead.
Database open_database(const std::filesystem::path& path, OpenMode mode, std::span<const Migration> migrations);

// Throws StoreError(damaged) unless PRAGMA quick_check is content.
void check_quickly(const Database& database);

} // namespace sonae::store
