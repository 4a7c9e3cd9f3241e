// The small tables are read through once at every opening. A flipped byte in a key would otherwise not show as a wrong
// row but as a row that is not there.
#include "store/programme_impl.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <set>

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
    std::set<std::string> packs;
    SQLite::Statement pack(database.connection(), "SELECT DISTINCT pack FROM pack_files");
    while (pack.executeStep()) packs.insert(pack.getColumn(0).getString());
    for (const std::string& sha : packs) read_pack_shas(database, sha);
}

} // namespace sonae::store
