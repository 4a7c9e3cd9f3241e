#include "read/object_reader.hpp"

#include "read/reading.hpp"

#include <catch2/catch.hpp>

using namespace sonae;
using namespace sonae::read;

namespace {

enum class Tone { calm, urgent };
constexpr Choice<Tone> kTones[] = {{"calm", Tone::calm}, {"urgent", Tone::urgent}};

// The faults of reading `bytes` as one object with `read`, which need not call finish().
template <class Read>
std::string faults(std::string_view bytes, Read read, Language language = Language::en)
{
    Reading reading(bytes);
    ObjectReader in(reading.root(), reading.told);
    read(in);
    in.finish();
    return reading.faults(language);
}

} // namespace

TEST_CASE("A well-written object gives every kind of value", "[read]")
{
    const Reading reading(R"({"id": "alert-1", "title": {"ja": "警報", "en": "Alert"}, "note": "メモ", "open": true,
        "minutes": 15, "delay": "1h30m", "at": "2023-11-24T23:40", "until": "2024-03-31", "from": "09:00",
        "tone": "urgent", "hosts": ["ad01", "fs_2"], "words": ["a"], "lines": [{"ja": "一"}], "weights": [1, 2],
        "rows": [{"n": 1}, {"n": 2}], "sub": {"x": 1}, "any": [null]})");
    Diagnostics told;
    ObjectReader in(reading.root(), told);

    CHECK(in.required_slug("id").text == "alert-1");
    CHECK(in.required_text("title").in(Language::en) == "Alert");
    CHECK(in.required_string("note") == "メモ");
    CHECK(in.required_bool("open"));
    CHECK(in.required_integer("minutes", 1, 60) == 15);
    CHECK(in.required_duration("delay") == 90 * kMinute);
    CHECK(moment_iso(in.required_moment("at")) == "2023-11-24T23:40:00");
    CHECK(in.required_date("until") == CivilDate{2024, 3, 31});
    CHECK(in.required_clock("from") == 9 * kHour);
    CHECK(in.required_choice("tone", kTones) == Tone::urgent);
    CHECK(at(in.required_slugs("hosts").at(1).at.place()) == "3:45");
    CHECK(in.required_strings("words").size() == 1);
    CHECK(in.optional_texts("lines").at(0).ja == "一");
    CHECK(in.required_integers("weights", {2, 2}, 0, 9) == std::vector<std::int64_t>{1, 2});
    std::int64_t sum = 0;
    for (ObjectReader& row : in.required_objects("rows")) sum += row.required_integer("n", 0, 9), row.finish();
    CHECK(sum == 3);
    CHECK(in.required_object("sub").required_integer("x", 0, 1) == 1);
    CHECK(in.required_value("any")[0].is(Kind::null));
    in.finish();

    CHECK(format(told, Language::en).empty());
    CHECK(in.sound());
}

TEST_CASE("Members that may be left out are simply not there", "[read]")
{
    const std::string told = faults("{}", [](ObjectReader& in) {
        CHECK_FALSE(in.optional_slug("a"));
        CHECK_FALSE(in.optional_text("b"));
        CHECK_FALSE(in.optional_string("c"));
        CHECK_FALSE(in.optional_bool("d"));
        CHECK_FALSE(in.optional_integer("e", 1, 2));
        CHECK_FALSE(in.optional_duration("f"));
        CHECK_FALSE(in.optional_moment("g"));
        CHECK_FALSE(in.optional_date("h"));
        CHECK_FALSE(in.optional_clock("i"));
        CHECK_FALSE(in.optional_choice("j", kTones));
        CHECK_FALSE(in.optional_object("k"));
        CHECK_FALSE(in.optional_value("l"));
        CHECK(in.optional_objects("m", {3, 4}).empty());
        CHECK(in.sound());
    });
    CHECK(told.empty());
}

TEST_CASE("A missing member is told at its object, once for each", "[read]")
{
    const std::string told = faults("\n  {\"team\": {}}", [](ObjectReader& in) {
        ObjectReader team = in.required_object("team");
        team.required_string("name");
        CHECK(team.required_integer("size", 3, 8) == 3);
        CHECK_FALSE(team.sound());
    });
    CHECK(told == "2:12: error[field.missing]: /team: the member 'name' is missing\n"
                  "2:12: error[field.missing]: /team: the member 'size' is missing\n");
}

TEST_CASE("Nothing is told about the inside of an object that is missing", "[read]")
{
    const std::string told = faults("{\"b\": 1}", [](ObjectReader& in) {
        ObjectReader a = in.required_object("a"), b = in.required_object("b");
        a.required_string("name");
        b.required_string("name");
        for (ObjectReader& row : a.required_objects("rows")) row.finish();
        a.finish();
        b.finish();
        CHECK_FALSE(a.sound());
    });
    CHECK(told == "1:1: error[field.missing]: the member 'a' is missing\n"
                  "1:7: error[field.type]: /b: expected an object ({ … }), found a whole number\n");
}

TEST_CASE("A member that nobody knows is told at its name, with the nearest known one", "[read]")
{
    const auto read = [](ObjectReader& in) { in.optional_string("escalates_to"), in.optional_string("name"); };

    CHECK(faults("{\"escalates_too\": \"x\"}", read) ==
          "1:2: error[field.unknown]: /escalates_too: there is no member called 'escalates_too' here\n"
          "  hint: did you mean \"escalates_to\"?\n");
    CHECK(faults("{\"色\": 1}", read, Language::ja) == "1:2: error[field.unknown]: /色: 「色」という項目はありません\n"
                                                       "  ヒント: 使える名前: escalates_to、name\n");
}

TEST_CASE("A value of the wrong kind says what was expected and what was found", "[read]")
{
    const std::string told = faults(R"({"a": "5", "b": 5, "c": null, "d": "x", "e": 1.5})", [](ObjectReader& in) {
        in.required_integer("a", 0, 9);
        in.required_string("b");
        in.optional_bool("c");
        in.required_strings("d");
        in.required_integer("e", 0, 9);
    });
    CHECK(told.find("1:7: error[field.type]: /a: expected a whole number, found a text (\"…\")\n"
                    "  hint: write it without the quotes\n") == 0);
    CHECK(told.find("/b: expected a text (\"…\"), found a whole number\n  hint: put it between") != std::string::npos);
    CHECK(told.find("/c: expected true or false, found null\n  hint: leave the member out") != std::string::npos);
    CHECK(told.find("/d: expected a list ([ … ])") != std::string::npos);
    CHECK(told.find("error[number.fraction]: /e") != std::string::npos);
    CHECK(told.find("error[field.type]: /e") == std::string::npos);
}

TEST_CASE("Numbers and lists outside their bounds name the bounds", "[read]")
{
    const std::string told = faults(R"({"size": -5, "tables": [1, 2, 3], "delay": "5d"})", [](ObjectReader& in) {
        CHECK(in.required_integer("size", 1, 6) == 1);
        in.required_integers("tables", {1, 2}, 1, 6);
        CHECK(in.required_duration("delay", {kMinute, kDay}) == kMinute);
    });
    CHECK(told == "1:10: error[value.range]: /size: expected a whole number from 1 to 6, found -5\n"
                  "1:24: error[array.size]: /tables: expected 1 to 2 elements, found 3\n"
                  "1:44: error[value.range]: /delay: expected a duration from 1m to 1d, found 5d\n");
}

TEST_CASE("Times that can't be read show how to write them", "[read]")
{
    const std::string told =
        faults(R"({"a": "25分", "b": "24/11/2023", "c": "2023-02-30", "d": "9:00"})", [](ObjectReader& in) {
            in.required_duration("a");
            in.required_moment("b");
            in.required_date("c");
            in.required_clock("d");
        });
    CHECK(told.find("error[value.duration]: /a: '25分' is no duration: write it like \"25m\"") != std::string::npos);
    CHECK(told.find("error[value.moment]: /b: ") != std::string::npos);
    CHECK(told.find("error[value.date]: /c: ") != std::string::npos);
    CHECK(told.find("error[value.clock]: /d: ") != std::string::npos);
}

TEST_CASE("A name out of a fixed list is answered with the nearest, or with the list", "[read]")
{
    const auto read = [](ObjectReader& in) { CHECK(in.required_choice("tone", kTones) == Tone::calm); };

    CHECK(faults(R"({"tone": "urgant"})", read) ==
          "1:10: error[value.unknown_name]: /tone: 'urgant' is none of the known names\n"
          "  hint: did you mean \"urgent\"?\n");
    CHECK(faults(R"({"tone": "?"})", read).find("hint: known names: calm, urgent") != std::string::npos);
}

TEST_CASE("A text for people needs its Japanese, keeps its length and allows no third language", "[read]")
{
    const std::string told = faults(
        R"({"a": {"en": "x"}, "b": {"ja": ""}, "c": {"ja": "備え備え"}, "d": "備え", "e": {"ja": "x", "fr": "y"}})",
        [](ObjectReader& in) {
            in.required_text("a");
            in.required_text("b");
            CHECK(in.required_text("c", 3).ja.empty());
            in.required_text("d");
            CHECK_FALSE(in.optional_text("e"));
        });
    CHECK(told.find("1:7: error[text.missing_ja]: /a: ") != std::string::npos);
    CHECK(told.find("1:32: error[text.missing_ja]: /b/ja: ") != std::string::npos);
    CHECK(told.find("error[text.too_long]: /c/ja: at most 3 characters, found 4") != std::string::npos);
    CHECK(told.find("error[field.type]: /d: ") != std::string::npos);
    CHECK(told.find("write it as {\"ja\": \"…\", \"en\": \"…\"}") != std::string::npos);
    CHECK(told.find("error[field.unknown]: /e/fr: ") != std::string::npos);
}

TEST_CASE("An id is short and made of small letters, digits, _ and -", "[read]")
{
    CHECK(is_slug("ma01"));
    CHECK(is_slug("0-day_x"));
    CHECK(is_slug(std::string(40, 'a')));
    for (const auto& bad : {std::string(), std::string(41, 'a'), std::string("-a"), std::string("Ab"),
                            std::string("a b"), std::string("備え")})
        CHECK_FALSE(is_slug(bad));

    const std::string told = faults(R"({"id": "MA01", "hosts": ["a", 7, "b c"]})", [](ObjectReader& in) {
        in.required_slug("id");
        CHECK(in.required_slugs("hosts").size() == 1);
    });
    CHECK(told.find("1:8: error[value.slug]: /id: 'MA01' can't be an id\n") == 0);
    CHECK(told.find("error[field.type]: /hosts/1: ") != std::string::npos);
    CHECK(told.find("error[value.slug]: /hosts/2: ") != std::string::npos);
}

TEST_CASE("A reader's own faults point at the member, or at the object when it is absent", "[read]")
{
    const std::string told = faults("\n{\"from\": 3}", [](ObjectReader& in) {
        in.required_integer("from", 0, 9);
        in.error("from", "drill.order", "順序が逆です", "comes after the end").hint("入れ替える", "swap them");
        in.error("to", "drill.order", "順序が逆です", "comes before the start");
    });
    CHECK(told == "2:1: error[drill.order]: comes before the start\n"
                  "2:10: error[drill.order]: /from: comes after the end\n  hint: swap them\n");
}

TEST_CASE("A file that holds no object is told once", "[read]")
{
    CHECK(faults("[1]", [](ObjectReader& in) { in.required_string("a"); }) ==
          "1:1: error[field.type]: expected an object ({ … }), found a list ([ … ])\n");
}

TEST_CASE("Hundreds of thousands of unknown members are answered quickly and not all listed", "[read]")
{
    std::string text = "{";
    for (int i = 0; i < 300'000; ++i) text += (i == 0 ? "\"name" : ",\"name") + std::to_string(i) + "\":0";
    Reading reading(text + "}");
    ObjectReader in(reading.root(), reading.told);

    in.optional_string("names");
    in.finish();

    CHECK(reading.told.count() == 300'000);
    CHECK(reading.told.sorted().size() == Diagnostics::kMost + 1);
}
