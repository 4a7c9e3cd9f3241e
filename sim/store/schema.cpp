// The schema, as numbered steps. A step that has landed is never edited: files of it are out there.
#include "store/database.hpp"
#include "store/views.hpp"

#include <array>

namespace sonae::store {

namespace {

// Every `sum` is the digest of its row (rows.hpp). Unsigned 64-bit values stand as the signed integers of the same
// bits. `ordinal` is the order in which entries came into this file: a parent's is always smaller.
void make_journal(Database& database)
{
    database.execute(R"(
CREATE TABLE entries(
    ordinal INTEGER PRIMARY KEY,
    file INTEGER NOT NULL,
    number INTEGER NOT NULL,
    parent INTEGER REFERENCES entries(ordinal) CHECK(parent < ordinal),
    new_head INTEGER REFERENCES entries(ordinal) CHECK(new_head < ordinal),
    line INTEGER NOT NULL,
    actor TEXT NOT NULL,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    situation INTEGER NOT NULL,
    wall_ms INTEGER NOT NULL,
    fingerprint INTEGER NOT NULL,
    facts INTEGER NOT NULL,
    points INTEGER NOT NULL,
    sum INTEGER NOT NULL,
    UNIQUE(file, number)
) STRICT;
CREATE TABLE heads(
    line INTEGER PRIMARY KEY,
    entry INTEGER NOT NULL REFERENCES entries(ordinal),
    sum INTEGER NOT NULL
) STRICT;
CREATE TABLE conflicts(
    line INTEGER NOT NULL,
    entry INTEGER NOT NULL REFERENCES entries(ordinal),
    sum INTEGER NOT NULL,
    PRIMARY KEY(line, entry)
) STRICT, WITHOUT ROWID;
CREATE TABLE facts(
    entry INTEGER NOT NULL REFERENCES entries(ordinal),
    position INTEGER NOT NULL,
    line INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    parent INTEGER NOT NULL,
    at INTEGER NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    sum INTEGER NOT NULL,
    PRIMARY KEY(entry, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE series(
    entry INTEGER NOT NULL REFERENCES entries(ordinal),
    position INTEGER NOT NULL,
    line INTEGER NOT NULL,
    at INTEGER NOT NULL,
    indicator TEXT NOT NULL,
    value INTEGER NOT NULL,
    cause INTEGER NOT NULL,
    sum INTEGER NOT NULL,
    PRIMARY KEY(entry, position)
) STRICT, WITHOUT ROWID;
)");
}

// What people typed stands apart from the record, so that it can go without it.
void make_side_tables(Database& database)
{
    database.execute(R"(
CREATE TABLE texts(
    entry INTEGER NOT NULL REFERENCES entries(ordinal),
    field TEXT NOT NULL,
    text TEXT NOT NULL,
    sum INTEGER NOT NULL,
    PRIMARY KEY(entry, field)
) STRICT, WITHOUT ROWID;
CREATE TABLE drafts(
    line INTEGER NOT NULL,
    field TEXT NOT NULL,
    text TEXT NOT NULL,
    sum INTEGER NOT NULL,
    PRIMARY KEY(line, field)
) STRICT, WITHOUT ROWID;
CREATE TABLE meta(
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    sum INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE blobs(
    sha TEXT PRIMARY KEY,
    bytes BLOB NOT NULL
) STRICT;
CREATE TABLE kept(
    role TEXT NOT NULL,
    id TEXT NOT NULL,
    sha TEXT NOT NULL REFERENCES blobs(sha),
    sum INTEGER NOT NULL,
    PRIMARY KEY(role, id, sha)
) STRICT, WITHOUT ROWID;
CREATE TABLE pack_files(
    pack TEXT NOT NULL,
    path TEXT NOT NULL,
    sha TEXT NOT NULL REFERENCES blobs(sha),
    PRIMARY KEY(pack, path)
) STRICT, WITHOUT ROWID;
)");
}

void make_schema_1(Database& database)
{
    make_journal(database);
    make_side_tables(database);
    create_views(database);
}

constexpr std::array kMigrations{Migration{1, make_schema_1}};

} // namespace

std::span<const Migration> programme_migrations() { return kMigrations; }

} // namespace sonae::store
