#include "read/json_writer.hpp"

#include "base/check.hpp"
#include "read/reading.hpp"

#include <catch2/catch.hpp>

using namespace sonae;
using namespace sonae::read;

namespace {

void write_sample(JsonWriter& out)
{
    out.begin_object().member("z", 1).member("a", "x\"\\\n").key("list").begin_array();
    out.value(true).null().value(-3).value(std::uint64_t{18446744073709551615u});
    out.begin_object().end_object().begin_array().end_array();
    out.end_array().member("title", Localized{"備え", ""}).member("both", Localized{"備え", "b"}).end_object();
}

} // namespace

TEST_CASE("JSON is written on one line, keys in the order given", "[read]")
{
    JsonWriter out;
    write_sample(out);
    CHECK(out.text() == R"({"z":1,"a":"x\"\\\n","list":[true,null,-3,18446744073709551615,{},[]],)"
                        R"("title":{"ja":"備え"},"both":{"ja":"備え","en":"b"}})");
}

TEST_CASE("JSON for people is indented by two blanks", "[read]")
{
    JsonWriter out(JsonWriter::Layout::indented);
    out.begin_object().member("a", 1).key("b").begin_array().value("x").value(2).end_array();
    out.key("c").begin_array().end_array().end_object();
    CHECK(out.text() == "{\n  \"a\": 1,\n  \"b\": [\n    \"x\",\n    2\n  ],\n  \"c\": []\n}");
}

TEST_CASE("What is written can be read back, whatever the text holds", "[read]")
{
    const std::string text = "備え😀 \"q\" \\ / \t\r\n </script> \u2028";
    JsonWriter out;
    out.begin_object().member(text, std::string_view(text)).member("n", INT64_MIN).end_object();

    const Reading reading(out.text());
    REQUIRE(reading.faults().empty());
    CHECK(reading.root().find(text).string() == text);
    CHECK(reading.root().find("n").integer() == INT64_MIN);
}

TEST_CASE("Bytes that are no text are written as the replacement character", "[read]")
{
    CHECK(quoted("a\xFFz\xE3\x81") == "\"a\uFFFDz\uFFFD\"");
    CHECK(quoted("\xFF備😀é") == "\"\uFFFD備😀é\"");
    CHECK(quoted(std::string_view("\0\x7F", 2)) == "\"\\u0000\\u007f\"");
}

TEST_CASE("Writing JSON in the wrong order is our bug and says so", "[read]")
{
    CHECK_THROWS_AS(JsonWriter().begin_object().value(1), CheckFailure);
    CHECK_THROWS_AS(JsonWriter().begin_array().key("a"), CheckFailure);
    CHECK_THROWS_AS(JsonWriter().begin_array().end_object(), CheckFailure);
    CHECK_THROWS_AS(JsonWriter().begin_object().key("a").end_object(), CheckFailure);
    CHECK_THROWS_AS(JsonWriter().begin_array().text(), CheckFailure);
    CHECK_THROWS_AS(JsonWriter().value(1).value(2), CheckFailure);
}
