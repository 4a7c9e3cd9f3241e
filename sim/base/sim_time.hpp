// Situation time: whole seconds of the company's local civil time since 1970-01-01 00:00. There is no time zone and no
// leap second in it; wall clocks never enter.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sonae {

using Seconds = std::int64_t; // a duration
using SimTime = std::int64_t; // a moment

inline constexpr Seconds kMinute = 60;
inline constexpr Seconds kHour = 60 * kMinute;
inline constexpr Seconds kDay = 24 * kHour;

struct CivilDate {
    int year = 1970;
    int month = 1;
    int day = 1;
    auto operator<=>(const CivilDate&) const = default;
};

// Days since 1970-01-01 in the proleptic Gregorian calendar, and back (H. Hinnant's public-domain algorithm).
std::int64_t days_from_civil(CivilDate date);
CivilDate civil_from_days(std::int64_t days);
// 0 = Sunday … 6 = Saturday.
int weekday(std::int64_t days);

std::int64_t day_of(SimTime time);
Seconds second_of_day(SimTime time);

// "25m", "4h", "2d", "90s", and sums such as "1h30m". Empty when the text is no duration or passes ten years.
std::optional<Seconds> parse_duration(std::string_view text);
// "2023-11-24" and "2023-11-24T23:40" (or with a blank instead of T).
std::optional<CivilDate> parse_date(std::string_view text);
std::optional<SimTime> parse_moment(std::string_view text);
// "09:00" as seconds of the day; "24:00" is allowed.
std::optional<Seconds> parse_clock(std::string_view text);

std::string moment_iso(SimTime time);    // 2023-11-24T23:40:00
std::string clock_text(SimTime time);    // 23:40
std::string duration_code(Seconds time); // 1d4h20m: parse_duration reads it back

} // namespace sonae
