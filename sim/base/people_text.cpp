#include "base/people_text.hpp"

#include <fmt/format.h>

namespace sonae {
namespace {

constexpr const char* kMinus = "−";
constexpr std::int64_t kMan = 10'000;
constexpr std::int64_t kOku = 100'000'000;

// To the nearest, half up; for what is not negative. The remainder is compared so that nothing overflows.
std::uint64_t rounded(std::uint64_t value, std::uint64_t unit)
{
    const std::uint64_t rest = value % unit;
    return value / unit + (rest >= unit - rest ? 1 : 0);
}

std::string grouped(std::uint64_t value)
{
    std::string digits = std::to_string(value);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
    return digits;
}

// 124 → "12.4", 120 → "12"
std::string tenths(std::uint64_t value)
{
    return value % 10 == 0 ? grouped(value / 10) : fmt::format("{}.{}", grouped(value / 10), value % 10);
}

std::uint64_t magnitude(std::int64_t value)
{
    return value < 0 ? ~static_cast<std::uint64_t>(value) + 1 : static_cast<std::uint64_t>(value);
}

std::string yen_ja(std::uint64_t yen)
{
    if (yen < 10 * kMan) return grouped(yen) + "円";
    const std::uint64_t man = rounded(yen, kMan);
    const std::uint64_t man_in_oku = kOku / kMan;
    if (man < man_in_oku) return grouped(man) + "万円";
    const std::string rest = man % man_in_oku == 0 ? "" : grouped(man % man_in_oku) + "万";
    return grouped(man / man_in_oku) + "億" + rest + "円";
}

std::string yen_en(std::uint64_t yen)
{
    if (yen < 100'000) return "¥" + grouped(yen);
    if (rounded(yen, 1000) < 1000) return "¥" + grouped(rounded(yen, 1000)) + "k";
    if (rounded(yen, 100'000) < 10'000) return "¥" + tenths(rounded(yen, 100'000)) + "M";
    return "¥" + tenths(rounded(yen, 100'000'000)) + "B";
}

struct Parts {
    std::uint64_t count;
    const char* ja;
    const char* en;
};

std::string two_parts(const Parts& large, const Parts& small, Language language)
{
    std::string words;
    for (const Parts& part : {large, small}) {
        if (part.count == 0) continue;
        if (language == Language::en && !words.empty()) words += ' ';
        words += language == Language::ja ? fmt::format("{}{}", part.count, part.ja)
                                          : fmt::format("{} {}", part.count, part.en);
    }
    return words;
}

} // namespace

std::string yen_text(std::int64_t yen, Language language)
{
    const std::string amount = language == Language::ja ? yen_ja(magnitude(yen)) : yen_en(magnitude(yen));
    return (yen < 0 ? kMinus : "") + amount;
}

std::string date_text(SimTime time, Language language)
{
    constexpr const char* days_ja[] = {"日", "月", "火", "水", "木", "金", "土"};
    constexpr const char* days_en[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr const char* months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const CivilDate date = civil_from_days(day_of(time));
    const int day = weekday(day_of(time));
    if (language == Language::ja) return fmt::format("{}月{}日({})", date.month, date.day, days_ja[day]);
    return fmt::format("{} {} {}", days_en[day], date.day, months[date.month - 1]);
}

std::string moment_text(SimTime time, Language language) { return date_text(time, language) + " " + clock_text(time); }

std::string duration_text(Seconds time, Language language)
{
    const std::uint64_t seconds = magnitude(time);
    const std::string sign = time < 0 ? kMinus : "";
    const Parts none{0, "", ""};
    if (seconds < kMinute)
        return sign + (language == Language::ja ? fmt::format("{}秒", seconds) : fmt::format("{} s", seconds));
    const std::uint64_t minutes = rounded(seconds, kMinute);
    const Parts minute{minutes % 60, "分", "min"};
    if (minutes < 60) return sign + two_parts(minute, none, language);
    const Parts hour{minutes / 60, "時間", "h"};
    if (minutes < 24 * 60) return sign + two_parts(hour, minute, language);
    const std::uint64_t hours = rounded(seconds, kHour);
    return sign + two_parts({hours / 24, "日", "d"}, {hours % 24, "時間", "h"}, language);
}

std::string permille_text(std::int64_t permille)
{
    const std::uint64_t share = magnitude(permille);
    const char* sign = permille < 0 ? kMinus : "";
    if (share > 0 && share < 10) return fmt::format("{}0.{} %", sign, share);
    return fmt::format("{}{} %", sign, rounded(share, 10));
}

std::string count_text(std::int64_t count) { return (count < 0 ? kMinus : "") + grouped(magnitude(count)); }

} // namespace sonae
