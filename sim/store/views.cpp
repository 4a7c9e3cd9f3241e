#include "store/views.hpp"

#include "store/database.hpp"

namespace sonae::store {

namespace {

// An entry counts (有効) when it lies on the path from its line's head back to the line's beginning.
constexpr const char* kDecisions = R"sql(
CREATE VIEW v_decisions AS
WITH RECURSIVE path(ordinal) AS (
    SELECT entry FROM heads
    UNION
    SELECT e.parent FROM entries e JOIN path ON e.ordinal = path.ordinal WHERE e.parent < e.ordinal
)
SELECT e.line AS "班番号",
    CASE e.line WHEN 0 THEN '会場' ELSE e.line || '班' END AS "班",
    datetime(e.situation, 'unixepoch') AS "状況時刻",
    e.actor AS "決めた人",
    e.kind AS "種類",
    e.body AS "内容",
    CASE WHEN e.ordinal IN (SELECT ordinal FROM path) THEN '有効' ELSE '巻き戻し済み' END AS "扱い",
    datetime(e.wall_ms / 1000, 'unixepoch') AS "記録日時UTC",
    e.ordinal AS "記録番号"
FROM entries e ORDER BY e.ordinal
)sql";

constexpr const char* kTimeline = R"sql(
CREATE VIEW v_timeline AS
SELECT f.line AS "班番号",
    CASE f.line WHEN 0 THEN '会場' ELSE f.line || '班' END AS "班",
    datetime(f.at, 'unixepoch') AS "状況時刻",
    f.kind AS "できごと",
    f.body AS "内容",
    f.seq AS "番号",
    f.parent AS "原因の番号",
    f.entry AS "記録番号",
    d."扱い" AS "扱い"
FROM facts f JOIN v_decisions d ON d."記録番号" = f.entry
ORDER BY f.line, f.at, f.entry, f.position
)sql";

constexpr const char* kIndicators = R"sql(
CREATE VIEW v_indicators AS
SELECT s.line AS "班番号",
    CASE s.line WHEN 0 THEN '会場' ELSE s.line || '班' END AS "班",
    datetime(s.at, 'unixepoch') AS "状況時刻",
    s.indicator AS "指標",
    s.value AS "値",
    s.cause AS "原因の番号",
    s.entry AS "記録番号",
    d."扱い" AS "扱い"
FROM series s JOIN v_decisions d ON d."記録番号" = s.entry
ORDER BY s.line, s.indicator, s.at, s.entry, s.position
)sql";

} // namespace

void create_views(Database& database)
{
    for (const char* view : {kDecisions, kTimeline, kIndicators}) database.execute(view);
}

} // namespace sonae::store
