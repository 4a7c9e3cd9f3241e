#include "base/delimited.hpp"

#include <catch2/catch.hpp>

using namespace sonae;

TEST_CASE("Cells come back as they went out, whatever they hold", "[base]")
{
    const CellRows rows = {{"a", "", "b\"c\""}, {"1,2", "x\ty", "two\r\nlines"}, {"", "", ""}, {"\"", "'=1+1", "…"}};
    for (const char separator : {',', '\t'})
        for (const std::string_view end : {"\r\n", "\n"})
            CHECK(split_cells(join_cells(rows, separator, end), separator) == rows);
}

TEST_CASE("Cells are read as spreadsheets write them", "[base]")
{
    CHECK(split_cells("", '\t').empty());
    CHECK(split_cells("a\tb\r\nc", '\t') == CellRows{{"a", "b"}, {"c"}});
    CHECK(split_cells("a,b\rc,d\n", ',') == CellRows{{"a", "b"}, {"c", "d"}});
    CHECK(split_cells("5\" disk,x", ',') == CellRows{{"5\" disk", "x"}});
    CHECK(split_cells("\"never closed,\nx", ',') == CellRows{{"never closed,\nx"}});
    CHECK(split_cells("a,\n", ',') == CellRows{{"a", ""}});
}
