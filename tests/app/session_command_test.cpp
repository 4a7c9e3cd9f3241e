// Sessions from the command line: played by a script, replayed, exported, edited in a spreadsheet and handed on.
#include "support/programme_sample.hpp"
#include "support/session_room.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <filesystem>

using namespace sonae;

namespace {

// The small packs on the disk, and a script.
class Desk {
  public:
    Desk()
    {
        for (const auto& [name, file] : test::session_files().files) {
            std::filesystem::create_directories((folder_ / name).parent_path());
            test::write_bytes(folder_ / name, file.bytes);
        }
        test::write_bytes(folder_ / "script.jsonl", R"(// a ledger of two rows
{"set_cells": {"activity": "ledger", "grid": "ledger", "adds": ["ledger", "r1"], "cells": [{"row": "r1", "column": "name", "value": {"text": "下書きの図面"}}, {"row": "ledger", "column": "c", "value": "2"}, {"row": "ledger", "column": "i", "value": "1"}, {"row": "ledger", "column": "a", "value": "1"}]}}
)");
    }
    std::string path(const std::string& name) const { return (folder_ / name).string(); }
    int run(const std::string& line, const std::string& out = "out.txt") const
    {
        const std::string whole =
            fmt::format("cd '{}' && '{}' {} > {} 2> err.txt", folder_.path().string(), SONAE_BINARY, line, out);
        const int status = std::system(whole.c_str());
        INFO(line << "\n" << test::bytes_of(folder_ / "err.txt"));
        CHECK(status >= 0);
        return WEXITSTATUS(status);
    }
    nlohmann::json json(const std::string& line) const
    {
        REQUIRE(run(line) == 0);
        return nlohmann::json::parse(test::bytes_of(folder_ / "out.txt"));
    }
    std::string text(const std::string& name) const { return test::bytes_of(folder_ / name); }

  private:
    test::Folder folder_;
};

} // namespace

TEST_CASE("A session is played by a script, and told with findings and what it leaves", "[app][session]")
{
    const Desk desk;
    const auto told = desk.json("play workshop --commands script.jsonl --journal a.sonae --json");
    CHECK(told["session"] == "workshop");
    CHECK(told["outputs"]["coverage"] == 500);
    CHECK(told["outputs"]["customers_listed"] == false);
    CHECK(told["outputs"]["weak"].is_null());
    CHECK(told["grids"]["risks.risks"]["as_company_stands"] == true);
    CHECK(told["brought"]["trained"]["own"] == false);
    bool named = false;
    for (const auto& finding : told["findings"])
        named = named || finding["sentence"] == "「下書きの図面」のリスク所有者が空いています";
    CHECK(named);
    CHECK(desk.run("replay a.sonae") == 0);
    CHECK(desk.run("replay a.sonae --dump") == 0);
    CHECK(desk.text("out.txt").find("下書き") == std::string::npos); // a dump holds nobody's words
}

TEST_CASE("A later session takes the rows and values of an earlier one's file", "[app][session]")
{
    const Desk desk;
    REQUIRE(desk.run("play session-05 --commands script.jsonl --journal five.sonae") == 0);
    const auto told = desk.json("play workshop --commands script.jsonl --prep five.sonae --journal six.sonae --json");
    CHECK(told["grids"]["risks.risks"]["rows"] == 2);
    CHECK(told["grids"]["risks.risks"]["as_company_stands"] == false);
    REQUIRE(desk.run("export six.sonae --what risks --format csv") == 0);
    CHECK(desk.text("workshop-risks-table-1.csv").find("下書きの図面") != std::string::npos);
    CHECK(desk.run("replay six.sonae") == 0);
}

TEST_CASE("A grid goes out as CSV, comes back edited, and goes out byte for byte as it came", "[app][session][csv]")
{
    const Desk desk;
    REQUIRE(desk.run("play workshop --commands script.jsonl --journal a.sonae") == 0);
    REQUIRE(desk.run("export a.sonae --what ledger --format csv") == 0);
    std::string csv = desk.text("workshop-ledger-table-1.csv");
    CHECK(desk.run("import a.sonae --what ledger --csv workshop-ledger-table-1.csv") == 0);
    CHECK(desk.text("out.txt") == "0行を足し、0か所を書き換えました。\n");

    csv += "customers,顧客名簿,'=営業,社長,書類,個人情報,3,2,2,3,2023-10-10,800\r\n";
    test::write_bytes(desk.path("edited.csv"), csv);
    REQUIRE(desk.run("import a.sonae --what ledger --csv edited.csv") == 0);
    REQUIRE(desk.run("export a.sonae --what ledger --format csv") == 0);
    CHECK(desk.text("workshop-ledger-table-1.csv") == csv);
    CHECK(desk.run("replay a.sonae") == 0);
}

TEST_CASE("What the command line cannot do with a session it says, and ends as it says", "[app][session]")
{
    const Desk desk;
    CHECK(desk.run("play workshop") == 2); // no drill, no script
    CHECK(desk.run("play workshop --commands script.jsonl --prep nowhere.sonae") == 2);
    REQUIRE(desk.run("play workshop --commands script.jsonl --journal a.sonae") == 0);
    CHECK(desk.run("export a.sonae --what ledgre") == 1);
    CHECK(desk.run("export a.sonae --what ledger --format html") == 2);
    test::write_bytes(desk.path("bad.csv"), "行,機密性\r\nr9,7\r\n");
    CHECK(desk.run("import a.sonae --what ledger --csv bad.csv") == 1);
    CHECK(desk.text("err.txt").find("bad.csv:2:2: error[csv.value]") != std::string::npos);
    test::write_bytes(
        desk.path("bad.jsonl"),
        R"({"set_cells": {"activity": "ledger", "grid": "ledger", "cells": [{"row": "r1", "column": "c", "value": "3"}]}})");
    CHECK(desk.run("play workshop --commands bad.jsonl") == 1);
    CHECK(desk.text("err.txt").find("bad.jsonl:1") != std::string::npos);
}

TEST_CASE("A session's page and sheets are written from its record, blank sheets from its pack",
          "[app][session][report]")
{
    const Desk desk;
    REQUIRE(desk.run("play session-05 --commands script.jsonl --journal five.sonae") == 0);
    REQUIRE(desk.run("play workshop --commands script.jsonl --prep five.sonae --journal six.sonae") == 0);

    REQUIRE(desk.run("export six.sonae --what session --format html --to pages") == 0);
    CHECK(desk.text("pages/workshop-table-1.html").find("下書きの図面") != std::string::npos);
    REQUIRE(desk.run("export six.sonae --what sheets --table 1 --to pages") == 0);
    CHECK(desk.text("pages/workshop-sheets-table-1.html").find("下書きの図面") != std::string::npos);
    CHECK(desk.run("export six.sonae --what sheets --table 2 --to pages") == 1);

    REQUIRE(desk.run("export workshop --what sheets --company small --to pages") == 0);
    const std::string blank = desk.text("pages/workshop-sheets-small.html");
    CHECK(blank.find("下書きの図面") == std::string::npos);
    CHECK(blank.find("情報資産台帳") != std::string::npos);

    CHECK(desk.run("export small --what sheets --to pages") == 1); // a drill has none
    CHECK(desk.run("export workshop --what sheets --format csv --to pages") == 2);
    CHECK(desk.run("export nowhere.sonae --what sheets --to pages") == 3);
}
