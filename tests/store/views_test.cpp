#include "support/programme_sample.hpp"

#include <catch2/catch.hpp>
#include <sqlite3.h>

using namespace sonae::store;
using namespace sonae::test;

namespace {

std::vector<std::vector<std::string>> ask(const std::filesystem::path& path, const std::string& query)
{
    sqlite3* database = nullptr;
    sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READONLY, nullptr);
    std::vector<std::vector<std::string>> rows;
    const auto keep = [](void* found, int columns, char** values, char**) {
        std::vector<std::string> row;
        for (int i = 0; i < columns; ++i) row.emplace_back(values[i] ? values[i] : "NULL");
        static_cast<std::vector<std::vector<std::string>>*>(found)->push_back(row);
        return 0;
    };
    char* error = nullptr;
    sqlite3_exec(database, query.c_str(), keep, &rows, &error);
    if (error) rows.push_back({error});
    sqlite3_free(error);
    sqlite3_close(database);
    return rows;
}

} // namespace

TEST_CASE("Someone with an SQL tool reads decisions, timeline and indicators in Japanese", "[store]")
{
    const Folder folder;
    Entry first;
    {
        auto file = ProgrammeFile::create(folder / "a.sonae", 1);
        first = append_one(file, 1);
        append_one(file, 1);
        rewind_to(file, 1, first.id);
        append_one(file, 0, 0);
    }
    using Rows = std::vector<std::vector<std::string>>;

    CHECK(ask(folder / "a.sonae", R"(SELECT "班", "種類", "扱い" FROM v_decisions)") ==
          Rows{{"1班", "choose_option", "有効"},
               {"1班", "choose_option", "巻き戻し済み"},
               {"1班", "rewind", "巻き戻し済み"},
               {"会場", "choose_option", "有効"}});
    CHECK(ask(folder / "a.sonae", R"(SELECT "班", "状況時刻", "できごと", "扱い" FROM v_timeline LIMIT 1)") ==
          Rows{{"1班", "2023-11-24 23:00:00", "host_isolated", "有効"}});
    CHECK(ask(folder / "a.sonae", R"(SELECT "指標", "値" FROM v_indicators WHERE "班番号" = 1 LIMIT 1)") ==
          Rows{{"total_loss_yen", "-999998"}});
}
