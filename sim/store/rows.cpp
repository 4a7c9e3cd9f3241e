#include "store/rows.hpp"

#include "base/digest.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <limits>

namespace sonae::store {

const char* const kEntryColumns =
    "e.ordinal, e.file, e.number, coalesce(e.parent, 0), coalesce(p.file, 0), coalesce(p.number, 0), "
    "coalesce(e.new_head, 0), e.line, e.actor, e.kind, e.version, e.body, e.situation, e.wall_ms, e.fingerprint, "
    "e.facts, e.points, e.sum";
const char* const kFactColumns =
    "f.entry, f.position, e.file, e.number, f.line, f.seq, f.parent, f.at, f.kind, f.body, f.sum";
const char* const kPointColumns =
    "s.entry, s.position, e.file, e.number, s.line, s.at, s.indicator, s.value, s.cause, s.sum";

namespace {

std::uint32_t small(const SQLite::Column& column, const std::filesystem::path& path)
{
    const std::int64_t value = column.getInt64();
    if (value < 0 || value > std::numeric_limits<std::uint32_t>::max())
        throw_damaged(path, fmt::format("{} is out of range: {}", column.getName(), value));
    return static_cast<std::uint32_t>(value);
}

std::vector<Head> read_head_rows(const Database& database, const char* query)
{
    std::vector<Head> heads;
    SQLite::Statement row(database.connection(), query);
    while (row.executeStep()) {
        const Head head{row.getColumn(1).getInt64(), small(row.getColumn(0), database.path()),
                        EntryId{as_unsigned(row.getColumn(3).getInt64()), as_unsigned(row.getColumn(4).getInt64())}};
        if (row.getColumn(2).getInt64() != sum_of_pair(head.line, head.ordinal) || !head.id.exists())
            throw_damaged(database.path(), fmt::format("the head of line {}", head.line));
        heads.push_back(head);
    }
    return heads;
}

} // namespace

void throw_damaged(const std::filesystem::path& path, const std::string& detail)
{
    throw StoreError(StoreFault::damaged, path, detail);
}

RowSum& RowSum::add(std::int64_t value)
{
    char bytes[sizeof value];
    std::memcpy(bytes, &value, sizeof value);
    bytes_.append(bytes, sizeof value);
    return *this;
}

RowSum& RowSum::add(std::string_view text)
{
    add(static_cast<std::int64_t>(text.size()));
    bytes_.append(text);
    return *this;
}

std::int64_t RowSum::value() const { return as_signed(digest_words(bytes_.data(), bytes_.size())); }

std::int64_t sum_of(const EntryRow& row)
{
    const Entry& e = row.entry;
    RowSum sum;
    sum.add(row.ordinal).add(e.id.file).add(e.id.number).add(row.parent).add(row.new_head).add(e.line).add(e.actor);
    sum.add(e.kind).add(e.version).add(e.body).add(e.situation).add(e.wall_ms).add(e.fingerprint);
    return sum.add(row.facts).add(row.points).value();
}

std::int64_t sum_of(Ordinal entry, std::int64_t position, const StoredFact& f)
{
    RowSum sum;
    sum.add(entry).add(position).add(f.line).add(f.seq).add(f.parent).add(f.at);
    return sum.add(f.kind).add(f.body).value();
}

std::int64_t sum_of(Ordinal entry, std::int64_t position, const SeriesPoint& p)
{
    RowSum sum;
    sum.add(entry).add(position).add(p.line).add(p.at);
    return sum.add(p.indicator).add(p.value).add(p.cause).value();
}

std::int64_t sum_of_pair(std::int64_t first, std::int64_t second) { return RowSum().add(first).add(second).value(); }

std::int64_t sum_of_text(std::int64_t owner, std::string_view field, std::string_view text)
{
    return RowSum().add(owner).add(field).add(text).value();
}

std::int64_t sum_of_texts(std::string_view a, std::string_view b, std::string_view c)
{
    return RowSum().add(a).add(b).add(c).value();
}

EntryRow read_entry(SQLite::Statement& row, const std::filesystem::path& path)
{
    EntryRow r;
    Entry& e = r.entry;
    r.ordinal = row.getColumn(0).getInt64();
    e.id = {as_unsigned(row.getColumn(1).getInt64()), as_unsigned(row.getColumn(2).getInt64())};
    r.parent = row.getColumn(3).getInt64();
    e.parent = {as_unsigned(row.getColumn(4).getInt64()), as_unsigned(row.getColumn(5).getInt64())};
    r.new_head = row.getColumn(6).getInt64();
    e.line = small(row.getColumn(7), path);
    e.actor = row.getColumn(8).getString();
    e.kind = row.getColumn(9).getString();
    e.version = small(row.getColumn(10), path);
    e.body = row.getColumn(11).getString();
    e.situation = row.getColumn(12).getInt64();
    e.wall_ms = row.getColumn(13).getInt64();
    e.fingerprint = as_unsigned(row.getColumn(14).getInt64());
    r.facts = row.getColumn(15).getInt64();
    r.points = row.getColumn(16).getInt64();
    if (row.getColumn(17).getInt64() != sum_of(r) || (r.parent != 0) != e.parent.exists())
        throw_damaged(path, fmt::format("entry {} is not as it was written", r.ordinal));
    return r;
}

StoredFact read_fact(SQLite::Statement& row, const std::filesystem::path& path)
{
    StoredFact f;
    f.entry = {as_unsigned(row.getColumn(2).getInt64()), as_unsigned(row.getColumn(3).getInt64())};
    f.line = small(row.getColumn(4), path);
    f.seq = small(row.getColumn(5), path);
    f.parent = small(row.getColumn(6), path);
    f.at = row.getColumn(7).getInt64();
    f.kind = row.getColumn(8).getString();
    f.body = row.getColumn(9).getString();
    if (row.getColumn(10).getInt64() != sum_of(row.getColumn(0).getInt64(), row.getColumn(1).getInt64(), f))
        throw_damaged(path, fmt::format("a fact of entry {} is not as it was written", row.getColumn(0).getInt64()));
    return f;
}

SeriesPoint read_point(SQLite::Statement& row, const std::filesystem::path& path)
{
    SeriesPoint p;
    p.entry = {as_unsigned(row.getColumn(2).getInt64()), as_unsigned(row.getColumn(3).getInt64())};
    p.line = small(row.getColumn(4), path);
    p.at = row.getColumn(5).getInt64();
    p.indicator = row.getColumn(6).getString();
    p.value = row.getColumn(7).getInt64();
    p.cause = small(row.getColumn(8), path);
    if (row.getColumn(9).getInt64() != sum_of(row.getColumn(0).getInt64(), row.getColumn(1).getInt64(), p))
        throw_damaged(path, fmt::format("a point of entry {} is not as it was written", row.getColumn(0).getInt64()));
    return p;
}

std::vector<EntryRow> read_entries(const Database& database)
{
    std::vector<EntryRow> rows;
    SQLite::Statement row(database.connection(),
                          fmt::format("SELECT {} FROM entries e LEFT JOIN entries p ON p.ordinal = e.parent "
                                      "ORDER BY e.ordinal",
                                      kEntryColumns));
    while (row.executeStep()) {
        rows.push_back(read_entry(row, database.path()));
        if (rows.back().ordinal != static_cast<Ordinal>(rows.size()))
            throw_damaged(database.path(), fmt::format("entry {} is missing", rows.size()));
    }
    return rows;
}

std::vector<StoredFact> facts_of(const Database& database, Ordinal entry)
{
    std::vector<StoredFact> facts;
    SQLite::Statement row(database.connection(),
                          fmt::format("SELECT {} FROM facts f JOIN entries e ON e.ordinal = f.entry "
                                      "WHERE f.entry = ? ORDER BY f.position",
                                      kFactColumns));
    row.bind(1, entry);
    while (row.executeStep()) facts.push_back(read_fact(row, database.path()));
    return facts;
}

std::vector<SeriesPoint> points_of(const Database& database, Ordinal entry)
{
    std::vector<SeriesPoint> points;
    SQLite::Statement row(database.connection(),
                          fmt::format("SELECT {} FROM series s JOIN entries e ON e.ordinal = s.entry "
                                      "WHERE s.entry = ? ORDER BY s.position",
                                      kPointColumns));
    row.bind(1, entry);
    while (row.executeStep()) points.push_back(read_point(row, database.path()));
    return points;
}

Ordinal find_entry(const Database& database, const EntryId& id)
{
    const auto find = [&](const char* how) {
        SQLite::Statement row(database.connection(),
                              fmt::format("SELECT ordinal FROM entries {} WHERE file = ? AND number = ?", how));
        row.bind(1, as_signed(id.file));
        row.bind(2, as_signed(id.number));
        return row.executeStep() ? row.getColumn(0).getInt64() : Ordinal{0};
    };
    const Ordinal found = find("");
    // The quick check at opening does not compare the index with the table: that is done where they would differ.
    if (found == 0 && find("NOT INDEXED") != 0) throw_damaged(database.path(), "the index of entries");
    return found;
}

std::vector<Head> read_heads(const Database& database)
{
    return read_head_rows(database, "SELECT h.line, h.entry, h.sum, coalesce(e.file, 0), coalesce(e.number, 0) "
                                    "FROM heads h LEFT JOIN entries e ON e.ordinal = h.entry ORDER BY h.line");
}

std::vector<Head> read_conflicts(const Database& database)
{
    return read_head_rows(database, "SELECT c.line, c.entry, c.sum, coalesce(e.file, 0), coalesce(e.number, 0) "
                                    "FROM conflicts c LEFT JOIN entries e ON e.ordinal = c.entry ORDER BY 1, 2");
}

} // namespace sonae::store
