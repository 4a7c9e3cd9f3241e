// Writing rows of the record with statements prepared once: the path that every accepted command waits for.
#pragma once

#include "store/rows.hpp"

#include <memory>
#include <span>

namespace sonae::store {

class JournalWriter {
  public:
    explicit JournalWriter(Database& database);
    ~JournalWriter();

    // Adds the entry with what it caused; call inside a transaction. Answers its ordinal; the row's own ordinal and
    // counts are not read.
    Ordinal insert(EntryRow row, std::span<const StoredFact> facts, std::span<const SeriesPoint> points);
    Head head_of(std::uint32_t line) const; // ordinal 0 for a line without entries
    void set_head(std::uint32_t line, Ordinal entry);
    void begin();
    void commit();
    void roll_back() noexcept;

  private:
    void insert_entry(const EntryRow& row);
    void insert_fact(Ordinal entry, std::int64_t position, const StoredFact& fact);
    void insert_point(Ordinal entry, std::int64_t position, const SeriesPoint& point);

    struct Statements;
    std::unique_ptr<Statements> statements_;
    std::filesystem::path path_;
};

} // namespace sonae::store
