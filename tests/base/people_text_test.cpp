#include "base/people_text.hpp"

#include <catch2/catch.hpp>

#include <limits>

using namespace sonae;

TEST_CASE("Money is said in the units that people use", "[base]")
{
    const auto ja = [](std::int64_t yen) { return yen_text(yen, Language::ja); };
    const auto en = [](std::int64_t yen) { return yen_text(yen, Language::en); };

    CHECK(ja(0) == "0円");
    CHECK(ja(84'500) == "84,500円");
    CHECK(ja(99'999) == "99,999円");
    CHECK(ja(100'000) == "10万円");
    CHECK(ja(12'404'999) == "1,240万円");
    CHECK(ja(12'405'000) == "1,241万円");
    CHECK(ja(99'995'000) == "1億円");
    CHECK(ja(124'000'000) == "1億2,400万円");
    CHECK(ja(-380'000) == "−38万円");
    CHECK(en(84'500) == "¥84,500");
    CHECK(en(120'000) == "¥120k");
    CHECK(en(999'600) == "¥1M");
    CHECK(en(12'400'000) == "¥12.4M");
    CHECK(en(1'240'000'000) == "¥1.2B");
    CHECK_FALSE(ja(std::numeric_limits<std::int64_t>::min()).empty());
    CHECK_FALSE(en(std::numeric_limits<std::int64_t>::max()).empty());
}

TEST_CASE("Moments, durations and shares read as they are said", "[base]")
{
    const SimTime night = *parse_moment("2023-11-28T22:10");
    CHECK(moment_text(night, Language::ja) == "11月28日(火) 22:10");
    CHECK(moment_text(night, Language::en) == "Tue 28 Nov 22:10");

    CHECK(duration_text(40, Language::ja) == "40秒");
    CHECK(duration_text(3 * kHour + 20 * kMinute, Language::ja) == "3時間20分");
    CHECK(duration_text(3 * kHour + 20 * kMinute, Language::en) == "3 h 20 min");
    CHECK(duration_text(59 * kMinute + 40, Language::ja) == "1時間");
    CHECK(duration_text(2 * kDay + 3 * kHour, Language::ja) == "2日3時間");
    CHECK(duration_text(-5 * kMinute, Language::ja) == "−5分");

    CHECK(permille_text(810) == "81 %");
    CHECK(permille_text(815) == "82 %");
    CHECK(permille_text(4) == "0.4 %");
    CHECK(permille_text(0) == "0 %");
    CHECK(count_text(12'345) == "12,345");
    CHECK(count_text(-1'000) == "−1,000");
}
