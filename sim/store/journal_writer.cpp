#include "store/journal_writer.hpp"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

namespace sonae::store {

struct JournalWriter::Statements {
    explicit Statements(SQLite::Database& database)
        : begin(database, "BEGIN IMMEDIATE"), commit(database, "COMMIT"), roll_back(database, "ROLLBACK"),
          next(database, "SELECT coalesce(max(ordinal), 0) + 1 FROM entries"),
          entry(database, "INSERT INTO entries VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
          fact(database, "INSERT INTO facts VALUES(?,?,?,?,?,?,?,?,?)"),
          point(database, "INSERT INTO series VALUES(?,?,?,?,?,?,?,?)"),
          head(database, "SELECT h.entry, h.sum, e.file, e.number FROM heads h JOIN entries e ON e.ordinal = h.entry "
                         "WHERE h.line = ?"),
          set_head(database, "INSERT INTO heads VALUES(?1, ?2, ?3) "
                             "ON CONFLICT(line) DO UPDATE SET entry = ?2, sum = ?3")
    {
    }
    SQLite::Statement begin, commit, roll_back, next, entry, fact, point, head, set_head;
};

namespace {

// Runs one prepared statement; it is reset on the way out too, or it would hold its transaction open.
class Use {
  public:
    explicit Use(SQLite::Statement& statement) : statement_(statement) { statement_.tryReset(); }
    Use(const Use&) = delete;
    Use& operator=(const Use&) = delete;
    ~Use() { statement_.tryReset(); }

    // The texts live until exec() is done: no copy is made of them.
    Use& bind(std::int64_t value) { return statement_.bind(++at_, value), *this; }
    Use& bind(const std::string& text) { return statement_.bindNoCopy(++at_, text), *this; }
    Use& bind_unless_0(std::int64_t value) { return value == 0 ? (statement_.bind(++at_), *this) : bind(value); }
    void exec() { statement_.exec(); }
    bool step() { return statement_.executeStep(); }

  private:
    SQLite::Statement& statement_;
    int at_ = 0;
};

} // namespace

JournalWriter::JournalWriter(Database& database)
    : statements_(std::make_unique<Statements>(database.connection())), path_(database.path())
{
}
JournalWriter::~JournalWriter() = default;

void JournalWriter::begin() { Use(statements_->begin).exec(); }
void JournalWriter::commit() { Use(statements_->commit).exec(); }
void JournalWriter::roll_back() noexcept
{
    statements_->roll_back.tryReset();
    statements_->roll_back.tryExecuteStep(); // fails when SQLite has rolled back by itself: then there is nothing to do
    statements_->roll_back.tryReset();
}

void JournalWriter::insert_entry(const EntryRow& row)
{
    const Entry& e = row.entry;
    Use use(statements_->entry);
    use.bind(row.ordinal).bind(as_signed(e.id.file)).bind(as_signed(e.id.number));
    use.bind_unless_0(row.parent).bind_unless_0(row.new_head).bind(e.line).bind(e.actor).bind(e.kind).bind(e.version);
    use.bind(e.body).bind(e.situation).bind(e.wall_ms).bind(as_signed(e.fingerprint));
    use.bind(row.facts).bind(row.points).bind(sum_of(row)).exec();
}

void JournalWriter::insert_fact(Ordinal entry, std::int64_t position, const StoredFact& f)
{
    Use use(statements_->fact);
    use.bind(entry).bind(position).bind(f.line).bind(f.seq).bind(f.parent).bind(f.at);
    use.bind(f.kind).bind(f.body).bind(sum_of(entry, position, f)).exec();
}

void JournalWriter::insert_point(Ordinal entry, std::int64_t position, const SeriesPoint& p)
{
    Use use(statements_->point);
    use.bind(entry).bind(position).bind(p.line).bind(p.at);
    use.bind(p.indicator).bind(p.value).bind(p.cause).bind(sum_of(entry, position, p)).exec();
}

Ordinal JournalWriter::insert(EntryRow row, std::span<const StoredFact> facts, std::span<const SeriesPoint> points)
{
    {
        Use next(statements_->next);
        next.step();
        row.ordinal = statements_->next.getColumn(0).getInt64();
    }
    row.facts = static_cast<std::int64_t>(facts.size());
    row.points = static_cast<std::int64_t>(points.size());
    insert_entry(row);
    for (std::size_t i = 0; i < facts.size(); ++i) insert_fact(row.ordinal, static_cast<std::int64_t>(i), facts[i]);
    for (std::size_t i = 0; i < points.size(); ++i) insert_point(row.ordinal, static_cast<std::int64_t>(i), points[i]);
    return row.ordinal;
}

Head JournalWriter::head_of(std::uint32_t line) const
{
    SQLite::Statement& row = statements_->head;
    Use use(row);
    if (!use.bind(line).step()) return {.ordinal = 0, .line = line, .id = {}};
    const Head head{row.getColumn(0).getInt64(),
                    line,
                    {as_unsigned(row.getColumn(2).getInt64()), as_unsigned(row.getColumn(3).getInt64())}};
    if (row.getColumn(1).getInt64() != sum_of_pair(line, head.ordinal))
        throw_damaged(path_, fmt::format("the head of line {}", line));
    return head;
}

void JournalWriter::set_head(std::uint32_t line, Ordinal entry)
{
    Use(statements_->set_head).bind(line).bind(entry).bind(sum_of_pair(line, entry)).exec();
}

} // namespace sonae::store
