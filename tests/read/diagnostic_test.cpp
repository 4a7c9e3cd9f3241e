#include "read/diagnostic.hpp"

#include <catch2/catch.hpp>

using namespace sonae;
using namespace sonae::read;

TEST_CASE("Faults come in the order of file, line and column, and equal ones once", "[read]")
{
    Diagnostics told;
    told.add({"b.json", 1, 1}, "x", "", {"い", "b"});
    told.add({"a.json", 10, 2}, "x", "", {"ろ", "c"});
    told.add({"a.json", 9, 30}, "x", "", {"は", "d"});
    told.add({"a.json", 9, 30}, "x", "", {"は", "d"});
    told.add({"a.json", 9, 4}, "x", "", {"に", "e"});

    CHECK(format(told, Language::en) == "a.json:9:4: error[x]: e\na.json:9:30: error[x]: d\n"
                                        "a.json:10:2: error[x]: c\nb.json:1:1: error[x]: b\n");
}

TEST_CASE("A fault is a line in the reader's language, and its hint a second one", "[read]")
{
    Diagnostics told;
    told.add({"a.json", 2, 3}, "field.type", "/teams/1", {"整数を書いてください", "expected a whole number"})
        .hint("引用符は不要です", "drop the quotes");
    told.add({"b.json", 0, 0}, "file.open", "", {"開けません", ""});

    CHECK(format(told, Language::ja) == "a.json:2:3: error[field.type]: /teams/1: 整数を書いてください\n"
                                        "  ヒント: 引用符は不要です\nb.json: error[file.open]: 開けません\n");
    CHECK(format(told.sorted().at(0), Language::en) ==
          "a.json:2:3: error[field.type]: /teams/1: expected a whole number\n  hint: drop the quotes");
    CHECK(format(told.sorted().at(1), Language::en) == "b.json: error[file.open]: 開けません");
}

TEST_CASE("More than five hundred faults end with the number of those left out", "[read]")
{
    Diagnostics told, all;
    for (int i = 1; i <= 502; ++i) told.add({"a.json", i, 1}, "x", "", {"誤り", "wrong"}).hint("直す", "mend it");
    all.add({"z.json", 1, 1}, "x", "", {"誤り", "wrong"});
    all.append(told);

    REQUIRE(told.sorted().size() == 501);
    CHECK(told.sorted().back().code == "diagnostics.more");
    CHECK(told.sorted().back().sentence.en.find("2 more faults") == 0);
    CHECK(told.sorted().back().place.line == 501);
    CHECK(all.count() == 503);
    CHECK(all.sorted().back().sentence.en.find("3 more faults") == 0);
}

TEST_CASE("A name in a sentence is cut and shows what can't be seen", "[read]")
{
    CHECK(shown("備え") == "備え");
    CHECK(shown("a\nb\x1b") == "a\\u000ab\\u001b");
    CHECK(shown("a\xFFz") == "a\uFFFDz");
    std::string forty;
    for (int i = 0; i < 40; ++i) forty += "備";
    CHECK(shown(forty) == forty);
    CHECK(shown(forty + "え") == forty + "…");
    CHECK(shown(std::string(100'000, '\x80')).size() < 200);
}
