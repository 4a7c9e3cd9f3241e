#include "read/string_table.hpp"

#include <catch2/catch.hpp>

using namespace sonae;
using namespace sonae::read;

TEST_CASE("The texts of the screens are read from a flat file of key and text", "[read]")
{
    Diagnostics told;
    const StringTable table = read_string_table("{\"b\": \"開く\", // menu\n \"a\": \"\"}", "ja.json", told);

    CHECK(told.empty());
    CHECK(table == StringTable{{"a", ""}, {"b", "開く"}});
}

TEST_CASE("A screen text that is no text, or stands twice, is told and the others remain", "[read]")
{
    Diagnostics told;
    const StringTable table =
        read_string_table("{\"a\": 1,\n\"b\": \"x\",\n\"b\": \"y\",\n\"c\": {}}", "ja.json", told);

    CHECK(table == StringTable{{"b", "x"}});
    CHECK(told.count() == 3);
    CHECK(told.has("json.duplicate_key"));
    CHECK(told.has("field.type"));
}

TEST_CASE("A file of screen texts that can't be read gives none", "[read]")
{
    Diagnostics told;
    CHECK(read_string_table("[\"a\"]", "ja.json", told).empty());
    CHECK(read_string_table("{\"a\": ", "ja.json", told).empty());
    CHECK(told.has("json.syntax"));
    CHECK(told.has("field.type"));
}
