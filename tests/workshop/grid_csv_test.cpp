// A grid goes out to a spreadsheet and comes back, byte for byte, and nothing in it becomes a formula there.
#include "workshop/activities/grid_csv.hpp"

#include "read/csv.hpp"
#include "support/session_room.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

using namespace sonae;
using namespace sonae::workshop;
using test::SessionRoom;

namespace {

std::string out(const SessionRoom& room, const std::string& grid, Language language = Language::ja)
{
    return grid_csv(room.session(), *find_grid_place(room.session(), grid), room.texts(), language);
}

GridImport in(const SessionRoom& room, const std::string& grid, const std::string& csv)
{
    read::Diagnostics told;
    auto import =
        read_grid_csv(room.session(), *find_grid_place(room.session(), grid), room.texts(), 1, csv, "a.csv", told);
    INFO(read::format(told, Language::en));
    REQUIRE(import);
    return *import;
}

std::string faults(const SessionRoom& room, const std::string& csv)
{
    read::Diagnostics told;
    CHECK_FALSE(
        read_grid_csv(room.session(), *find_grid_place(room.session(), "ledger"), room.texts(), 1, csv, "a.csv", told));
    return read::format(told, Language::ja);
}

void write_ledger(SessionRoom& room, const std::vector<std::string>& names)
{
    SetCells c;
    c.activity = "ledger", c.grid = "ledger";
    ScriptTexts texts;
    for (std::size_t n = 0; n < names.size(); ++n) {
        const std::string row = fmt::format("r{}", n + 1);
        c.adds.push_back(row);
        c.cells.push_back({row, "name", Written{}});
        texts[cell_field("ledger", "ledger", row, "name")] = names[n];
    }
    REQUIRE_FALSE(room.post(c, texts));
}

} // namespace

TEST_CASE("Out, into another table and out again is the same file, byte for byte", "[workshop][session][bar5][csv]")
{
    SessionRoom room, other;
    room.open(), other.open();
    write_ledger(room, {"=SUM(A1)", "＝合計", "+81", "＋", "-1", "－", "@home", "＠", "'already", "''", "a,b",
                        "say \"no\"", "two\nlines", "\tTab"});
    room.must(R"({"set_cells": {"activity": "ledger", "grid": "ledger", "adds": ["customers"], "cells": [
        {"row": "customers", "column": "c", "value": "3"}, {"row": "customers", "column": "i", "value": "2"}, {"row": "customers", "column": "a", "value": "2"},
        {"row": "customers", "column": "owner", "value": "boss"}, {"row": "customers", "column": "since", "value": "2023-10-10"}, {"row": "customers", "column": "people", "value": 800},
        {"row": "r3", "column": "process", "value": {"text": "-営業"}}]}})");
    const std::string first = out(room, "ledger");

    GridImport import = in(other, "ledger", first);
    REQUIRE_FALSE(other.post(import.command, import.texts));

    CHECK(out(other, "ledger") == first);
    CHECK(other.number("ledger", "customers", "importance") == 3);
    CHECK(in(other, "ledger", first).command.cells.empty()); // nothing differs any more
    CHECK(in(other, "ledger", out(other, "ledger", Language::en)).command.cells.empty());
}

TEST_CASE("What looks like a formula is neutralised on the way out and restored on the way in", "[read][bar5][csv]")
{
    for (const std::string cell : {"=1+1", "＝1", "+1", "＋1", "-1", "－1", "@a", "＠a", "'=1", "'", "''", "'abc", "\t",
                                   "\r", "plain", "", "1=1", "あ＝い"}) {
        INFO(cell);
        CHECK(read::restored(read::neutralised(cell)) == cell);
    }
    CHECK(read::neutralised("=1+1") == "'=1+1");
    CHECK(read::neutralised("＠a") == "'＠a");
    CHECK(read::restored("'plain") == "'plain"); // somebody's own apostrophe
    read::Diagnostics told;
    CHECK(read::write_csv({{"=a", "b\"c"}, {"'d", ""}}) == "\xEF\xBB\xBF'=a,\"b\"\"c\"\r\n''d,\r\n");
    const std::vector<read::CsvRow> rows{{"a\r\nb", "c"}, {"＝", ","}};
    CHECK(read::parse_csv(read::write_csv(rows), "a.csv", told) == rows);
}

TEST_CASE("New rows of a spreadsheet become the table's own, and known ones are written over",
          "[workshop][session][csv]")
{
    SessionRoom room;
    room.open();
    write_ledger(room, {"古い名簿"});
    const GridImport import =
        in(room, "ledger",
           "id,name,機密性,重要度,owner\r\nr1,新しい名簿,2,9,社長\r\n,見積,3,,President\r\ncustomers,別の名,1,,\r\n");
    CHECK(import.command.adds == std::vector<std::string>{"r2", "customers"});
    CHECK(import.texts.at("ledger.ledger.r1.name") == "新しい名簿");
    CHECK(import.texts.size() == 2); // the company's own rows keep their names
    REQUIRE_FALSE(room.post(import.command, import.texts));
    CHECK(room.number("ledger", "r2", "c") == 3);
    CHECK_FALSE(room.number("ledger", "r1", "importance")); // computed, whatever the file says
}

TEST_CASE("Each fault of a spreadsheet is told with its line", "[workshop][session][csv]")
{
    SessionRoom room;
    room.open();
    CHECK(faults(room, "行,名前,機密\r\n") == "a.csv:1:3: error[csv.column]: 「機密」という列はありません\n");
    CHECK(faults(room, "行,機密性\r\nr1,3\r\nr2,4\r\nwho,1\r\n") ==
          "a.csv:3:2: error[csv.value]: 「4」は列「機密性」に入りません\n"
          "a.csv:4:1: error[csv.row]: 「who」という行は、この表に置けません\n");
    CHECK(faults(room, "行,名前\r\n\"r1,a").find("csv.syntax") != std::string::npos);
    CHECK(faults(room, "行,名前\r\n\"r1\"x,a").find("csv.syntax") != std::string::npos);
    CHECK(faults(room, "").find("csv.syntax") != std::string::npos);
    CHECK(faults(room, "行,\x82\xA0\r\n").find("csv.encoding") != std::string::npos);
}

TEST_CASE("Several people of one cell come back as the same people", "[workshop][session][csv]")
{
    SessionRoom room;
    room.open();
    room.must(
        R"({"set_cells": {"activity": "duties", "grid": "duties", "cells": [{"row": "systems", "column": "owner", "value": ["boss", "clerk"]}]}})");
    const std::string csv = out(room, "duties");
    CHECK(csv.find("社長、総務の担当") != std::string::npos);
    CHECK(in(room, "duties", csv).command.cells.empty());
}

TEST_CASE("A ledger of a thousand rows comes from a spreadsheet as one command, and goes out the same",
          "[workshop][session][csv]")
{
    SessionRoom room, other;
    room.open(), other.open();
    std::string csv = "行,名前,業務,リスク所有者,保存先,機密性,登録日,件数\r\n";
    for (int n = 1; n <= 1000; ++n)
        csv += fmt::format(",図面{},設計の仕事{},{},,{},2026-04-{:02},{}\r\n", n, n, n % 2 ? "社長" : "", n % 3 + 1,
                           n % 28 + 1, n);

    GridImport import = in(room, "ledger", csv);
    CHECK(import.command.adds.size() == 1000);
    CHECK(import.command.adds.back() == "r1000");
    read::Diagnostics faults;
    REQUIRE(read_command("set_cells", kCommandVersion, write_command(import.command), faults) ==
            Command(import.command)); // and the record can be read again
    const std::uint64_t before = room.fingerprint();
    REQUIRE_FALSE(room.post(import.command, import.texts));

    CHECK(room.number("ledger", "r1000", "c") == 2);
    CHECK(room.found("ledger").size() > 1000);
    const std::string first = out(room, "ledger");
    CHECK(in(room, "ledger", first).command.cells.empty());
    GridImport again = in(other, "ledger", first);
    REQUIRE_FALSE(other.post(again.command, again.texts));
    CHECK(out(other, "ledger") == first);
    SetCells taken_back{.activity = "ledger", .grid = "ledger", .removes = import.command.adds};
    REQUIRE_FALSE(room.post(taken_back));
    CHECK(room.fingerprint() != before); // rows that were taken out keep their place
    CHECK(present_rows(room.state("ledger").grids[0]) == 0);
}

TEST_CASE("A thousand and one rows are refused whole", "[workshop][session][csv]")
{
    SessionRoom room;
    room.open();
    std::string csv = "行,名前\r\n";
    for (int n = 1; n <= 1001; ++n) csv += fmt::format(",図面{}\r\n", n);
    CHECK(faults(room, csv).find("a.csv:1002:1: error[csv.row]") != std::string::npos);
    CHECK(present_rows(room.state("ledger").grids[0]) == 0);
}

TEST_CASE("A row that stands twice in a spreadsheet is told, whether it is new or not", "[workshop][session][csv]")
{
    SessionRoom room;
    room.open();
    write_ledger(room, {"名簿"});
    CHECK(faults(room, "行,名前\r\nr1,あ\r\nr1,い\r\n").find("a.csv:3:1: error[csv.row]") != std::string::npos);
    CHECK(faults(room, "行,名前\r\nr7,あ\r\nr7,い\r\n").find("a.csv:3:1: error[csv.row]") != std::string::npos);
    CHECK(in(room, "ledger", "行,名前\r\n,あ\r\nr2,い\r\n").command.adds == std::vector<std::string>{"r3", "r2"});
}

TEST_CASE("Snapshots of a long ledger share every row that did not change", "[workshop][session]")
{
    GridRows rows;
    for (int n = 1000; n > 0; --n) rows.add({fmt::format("r{}", n), true, {}});
    const GridRows before = rows;
    rows.change("r500").cells[{0, 0}] = {true, 0};

    CHECK(rows.find("r501") == before.find("r501"));
    CHECK(rows.find("r500") != before.find("r500"));
    CHECK(before.find("r500")->cells.empty());
    CHECK_FALSE(rows == before);
    CHECK(rows.find("r1001") == nullptr);
    CHECK(rows.front().id == "r1000");
}
