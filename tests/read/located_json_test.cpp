#include "read/reading.hpp"

#include "base/digest.hpp"

#include <catch2/catch.hpp>

using namespace sonae;
using namespace sonae::read;

TEST_CASE("Every value and every key knows its line and column", "[read]")
{
    const Reading reading("{\n  \"teams\": [\n    {\"name\": \"IT\", \"size\": -12},\n    null, true\n  ]\n}\n");

    REQUIRE(reading.told.empty());
    const Value teams = reading.root().find("teams");
    CHECK(at(reading.root().place()) == "1:1");
    CHECK(at(teams.key_place()) == "2:3");
    CHECK(at(teams.place()) == "2:12");
    CHECK(at(teams[0].place()) == "3:5");
    CHECK(at(teams[0].find("name").place()) == "3:14");
    CHECK(at(teams[0].find("size").key_place()) == "3:20");
    CHECK(at(teams[0].find("size").place()) == "3:28");
    CHECK(at(teams[1].place()) == "4:5");
    CHECK(at(teams[2].place()) == "4:11");
    CHECK(teams[2].boolean());
    CHECK(teams[0].find("size").integer() == -12);
    CHECK(teams[0].find("name").pointer() == "/teams/0/name");
}

TEST_CASE("Columns count characters, also after Japanese text and a surrogate pair", "[read]")
{
    const Reading reading("{\"名前\": \"備え😀\", \"次\": 1}");

    REQUIRE(reading.told.empty());
    CHECK(reading.root().find("名前").string() == "備え😀");
    CHECK(at(reading.root().find("名前").place()) == "1:8");
    CHECK(at(reading.root().find("次").key_place()) == "1:15");
    CHECK(at(reading.root().find("次").place()) == "1:20");
}

TEST_CASE("Lines that end as on Windows count once, and a byte order mark counts for nothing", "[read]")
{
    const Reading reading("\xEF\xBB\xBF{\r\n\"a\": 1,\r\n\r\n\"b\": 2}\r\n");

    REQUIRE(reading.told.empty());
    CHECK(at(reading.root().place()) == "1:1");
    CHECK(at(reading.root().find("a").key_place()) == "2:1");
    CHECK(at(reading.root().find("b").place()) == "4:6");
}

TEST_CASE("Comments may stand anywhere between two values", "[read]")
{
    const Reading reading("// 冒頭\n[1/* one, : \" */,// two\n2 /**/ , /* a\n b */ 3 ]// end");

    REQUIRE(reading.faults().empty());
    REQUIRE(reading.root().size() == 3);
    CHECK(at(reading.root()[0].place()) == "2:2");
    CHECK(at(reading.root()[1].place()) == "3:1");
    CHECK(at(reading.root()[2].place()) == "4:7");
}

TEST_CASE("Members are found by name and walked in the order of the file", "[read]")
{
    const Reading reading(R"({"z": 1, "a": 2, "m/n~": 3, "": 4})");

    std::string order;
    for (const Value& member : reading.root()) order += std::string(member.key()) + ",";
    CHECK(order == "z,a,m/n~,,");
    CHECK(reading.root().find("a").integer() == 2);
    CHECK(reading.root().find("").integer() == 4);
    CHECK(reading.root().find("m/n~").pointer() == "/m~1n~0");
    CHECK_FALSE(reading.root().find("b").exists());
    CHECK_FALSE(reading.root()[0].find("b").exists());
}

TEST_CASE("A name written twice is told at the second, and the first stands", "[read]")
{
    const Reading reading("{\"id\": 1,\n \"x\": {\"k\": 1, \"k\": 2, \"k\": 3},\n \"id\": 2}");

    CHECK(reading.faults() == "2:16: error[json.duplicate_key]: /x/k: 'k' was already written in line 2\n"
                              "2:24: error[json.duplicate_key]: /x/k: 'k' was already written in line 2\n"
                              "3:2: error[json.duplicate_key]: /id: 'id' was already written in line 1\n");
    REQUIRE(reading.document);
    CHECK(reading.root().size() == 2);
    CHECK(reading.root().find("id").integer() == 1);
    CHECK(reading.root().find("x").find("k").integer() == 1);
}

TEST_CASE("A name written twice is told even when the rest of the file can't be read", "[read]")
{
    const Reading reading("{\"a\": 1,\n\"a\": 2,\n\"b\" 3}");

    CHECK(reading.told.has("json.duplicate_key"));
    CHECK(reading.told.has("json.syntax"));
    CHECK_FALSE(reading.document);
}

TEST_CASE("Whole numbers reach to the end of 64 bits, and no number is ever rounded", "[read]")
{
    const Reading good("[9223372036854775807, -9223372036854775808, -0]");
    REQUIRE(good.told.empty());
    CHECK(good.root()[0].integer() == INT64_MAX);
    CHECK(good.root()[1].integer() == INT64_MIN);

    const Reading bad("[1.5, 2e3,\n 9223372036854775808, -9223372036854775809, 123456789012345678901234567890, 7]");
    CHECK(bad.told.count() == 5);
    CHECK(bad.faults().find("1:2: error[number.fraction]: /0: ") != std::string::npos);
    CHECK(bad.faults().find("1:7: error[number.fraction]: /1: ") != std::string::npos);
    CHECK(bad.faults().find("2:2: error[number.too_large]: /2: ") != std::string::npos);
    CHECK(bad.root()[4].kind() == Kind::faulty);
    CHECK(bad.root()[5].integer() == 7);

    CHECK(Reading("[1e999]").faults() == "1:2: error[number.too_large]: the number 1e999 is too large to be held\n");
}

TEST_CASE("Escaped characters arrive as text, and half of a pair is a fault", "[read]")
{
    CHECK(Reading(R"(["\ud83d\ude00\u5099\n"])").root()[0].string() == "😀備\n");

    CHECK(Reading(R"(["\ud83d"])").told.has("json.syntax"));
    CHECK(Reading(R"(["\ude00"])").told.has("json.syntax"));
    CHECK(Reading(R"(["\ud83dx"])").told.has("json.syntax"));
    CHECK(Reading("[\"a\\u0000b\",\n \"\\u001b\"]").faults() ==
          "1:2: error[json.control_character]: /0: there is an invisible control character inside this text\n"
          "2:2: error[json.control_character]: /1: there is an invisible control character inside this text\n");
}

TEST_CASE("A file that is not UTF-8 is told at the first strange byte", "[read]")
{
    const Reading shift_jis("{\n \"備\": \"\x94\xF5\"}");
    CHECK(at(shift_jis.told.sorted().at(0).place) == "2:8");
    CHECK(shift_jis.told.has("json.encoding"));

    CHECK(Reading(std::string_view("{\0}\0", 4)).told.has("json.encoding"));
    CHECK(Reading("[1, \"\xE3\x81").told.has("json.encoding"));
    CHECK(Reading("\xFF\xFE{").told.has("json.encoding"));
}

TEST_CASE("A hundred thousand open brackets are refused at the sixty-fifth", "[read]")
{
    const Reading bomb(std::string(100'000, '['));
    CHECK(bomb.faults().find("1:65: error[json.too_deep]: ") == 0);
    CHECK(bomb.told.count() == 1);

    std::string objects;
    for (int i = 0; i < 100'000; ++i) objects += "{\"a\":";
    CHECK(Reading(objects).told.has("json.too_deep"));
    CHECK(Reading(std::string(64, '[') + std::string(64, ']')).document);
}

TEST_CASE("Four hundred thousand values can be read, one more is refused", "[read]")
{
    const auto list = [](std::size_t values) {
        std::string text = "[\n1";
        for (std::size_t i = 2; i < values; ++i) text += ",1";
        return text + "]";
    };

    CHECK(Reading(list(kMaxValues)).root().size() == kMaxValues - 1);
    const Reading over(list(kMaxValues + 1));
    CHECK_FALSE(over.document);
    CHECK(over.told.sorted().at(0).code == "json.too_many");
    CHECK(over.told.sorted().at(0).place.line == 2);
}

TEST_CASE("An object of very many members is still searched quickly", "[read]")
{
    std::string text = "{";
    for (int i = 0; i < 200'000; ++i) text += "\"" + hex(static_cast<std::uint64_t>(i)) + "\":0,";
    const Reading reading(text + "\"last\":1}");

    REQUIRE(reading.document);
    std::int64_t found = 0;
    for (int i = 0; i < 200'000; ++i) found += reading.root().find(hex(static_cast<std::uint64_t>(i))).exists() ? 1 : 0;
    CHECK(found == 200'000);
}

TEST_CASE("Texts, names and files that are too long are refused with their line", "[read]")
{
    const std::string word(kMaxTextBytes, 'a');
    CHECK(Reading("[\"" + word + "\"]").told.empty());

    const Reading text("[\n\"" + word + "a\", 1.5]");
    CHECK(text.faults().find("2:1: error[json.text_too_long]: /0: ") == 0);
    CHECK(text.told.count() == 2);

    const Reading name("{\n\"" + word + "a\": 1}");
    CHECK(name.faults().find("2:1: error[json.text_too_long]: ") == 0);

    const Reading file(std::string(kMaxFileBytes + 1, ' '));
    CHECK(file.faults() == "1:1: error[json.too_large]: the file is too large (at most 8 MiB)\n");
    CHECK(Reading(std::string(kMaxFileBytes - 2, ' ') + "{}").document);
}

TEST_CASE("A document may move without its values losing their place", "[read]")
{
    Reading reading("[{\"a\": \"x\"}]");
    const Value a = reading.root()[0].find("a");

    const Document moved = std::move(*reading.document);

    CHECK(a.string() == "x");
    CHECK(moved.root()[0].find("a").pointer() == a.pointer());
}
