// Rows of the file as values, with the digest that each of them carries. Reading a row checks its digest.
#pragma once

#include "store/database.hpp"
#include "store/entry.hpp"

#include <functional>
#include <string_view>
#include <vector>

namespace SQLite {
class Statement;
}

namespace sonae::store {

using Ordinal = std::int64_t; // an entry's place in this file, from 1; 0 is none

struct EntryRow {
    Ordinal ordinal = 0;
    Ordinal parent = 0;
    Ordinal new_head = 0; // the line's head after it, when that is not the entry itself
    std::int64_t facts = 0;
    std::int64_t points = 0;
    Entry entry;
};

constexpr std::int64_t as_signed(std::uint64_t value) { return static_cast<std::int64_t>(value); }
constexpr std::uint64_t as_unsigned(std::int64_t value) { return static_cast<std::uint64_t>(value); }

// Digest of a row, field by field; a text goes in with its length, so that no two rows look alike.
class RowSum {
  public:
    RowSum& add(std::int64_t value);
    RowSum& add(std::uint64_t value) { return add(as_signed(value)); }
    RowSum& add(std::uint32_t value) { return add(static_cast<std::int64_t>(value)); }
    RowSum& add(std::string_view text);
    std::int64_t value() const;

  private:
    std::string bytes_;
};

std::int64_t sum_of(const EntryRow& row);
std::int64_t sum_of(Ordinal entry, std::int64_t position, const StoredFact& fact);
std::int64_t sum_of(Ordinal entry, std::int64_t position, const SeriesPoint& point);
std::int64_t sum_of_pair(std::int64_t first, std::int64_t second);                           // heads, conflicts
std::int64_t sum_of_text(std::int64_t owner, std::string_view field, std::string_view text); // texts, drafts
std::int64_t sum_of_texts(std::string_view a, std::string_view b, std::string_view c = {});  // meta, kept

// Read by position, after `SELECT <columns> …`; throw StoreError(damaged) when the row is not what was written.
extern const char* const kEntryColumns; // of `entries e LEFT JOIN entries p ON p.ordinal = e.parent`
extern const char* const kFactColumns;  // of `facts f`, with its entry's id from `entries e`
extern const char* const kPointColumns; // of `series s`, likewise
EntryRow read_entry(SQLite::Statement& row, const std::filesystem::path& path);
StoredFact read_fact(SQLite::Statement& row, const std::filesystem::path& path);
SeriesPoint read_point(SQLite::Statement& row, const std::filesystem::path& path);

// All entries in order, each checked against its digest and its place.
std::vector<EntryRow> read_entries(const Database& database);
std::vector<StoredFact> facts_of(const Database& database, Ordinal entry);
std::vector<SeriesPoint> points_of(const Database& database, Ordinal entry);
Ordinal find_entry(const Database& database, const EntryId& id); // 0 when this file has none of that id

struct Head {
    Ordinal ordinal = 0;
    std::uint32_t line = 0;
    EntryId id;
};
std::vector<Head> read_heads(const Database& database);
std::vector<Head> read_conflicts(const Database& database); // the other heads

[[noreturn]] void throw_damaged(const std::filesystem::path& path, const std::string& detail);

} // namespace sonae::store
