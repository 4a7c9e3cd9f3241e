// The small tables are read through once at every opening. A flipped byte in a key would otherwise not show as a wrong
// row but as a row that is not there.
#include "store/programme_impl.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

namespace sonae::store {

namespace {

template <class Sum>
void expect_sums(const Database& database, const char* query, int sum_column, Sum sum)
{
    SQLite::Statement row(database.connection(), query);
    while (row.executeStep())
        if (row.getColumn(sum_column).getInt64() != sum(row)) throw_damaged(database.path(), query);
}

std::int64_t sum_of_field(SQLite::Statement& row)
{
    return sum_of_text(row.getColumn(0).getInt64(), row.getColumn(1).getString(), row.getColumn(2).getString());
}

// Read in the table's order, without looking anything up by a key that may be the damaged one.
void expect_sound_packs(const Database& database)
{
    std::map<std::string, std::map<std::string, std::string>> packs;
    SQLite::Statement row(database.connection(), "SELECT pack, path, sha FROM pack_files");
    while (row.executeStep())
        packs[row.getColumn(0).getString()][row.getColumn(1).getString()] = row.getColumn(2).getString();
    for (const auto& [pack, shas] : packs)
        if (pack_sha_of(shas) != pack) throw_damaged(database.path(), "pack " + pack);
}

} // namespace

void expect_sound_side_tables(const Database& database)
{
    expect_sums(database, "SELECT entry, field, text, sum FROM texts", 3, sum_of_field);
    expect_sums(database, "SELECT line, field, text, sum FROM drafts", 3, sum_of_field);
    expect_sums(database, "SELECT key, value, sum FROM meta", 2, [](SQLite::Statement& row) {
        return sum_of_texts(row.getColumn(0).getString(), row.getColumn(1).getString());
    });
    expect_sums(database, "SELECT role, id, sha, sum FROM kept", 3, [](SQLite::Statement& row) {
        return sum_of_texts(row.getColumn(0).getString(), row.getColumn(1).getString(), row.getColumn(2).getString());
    });
    read_heads(database);
    read_conflicts(database);
    expect_sound_packs(database);
}

} // namespace sonae::store
