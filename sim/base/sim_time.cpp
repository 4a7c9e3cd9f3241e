#include "base/sim_time.hpp"

#include <fmt/format.h>

#include <charconv>

namespace sonae {
namespace {

constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b)
{
    return a / b - ((a % b != 0 && (a < 0) != (b < 0)) ? 1 : 0);
}

std::optional<int> digits(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || text.front() == '-' || error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

std::optional<Seconds> unit_seconds(char unit)
{
    switch (unit) {
    case 's': return 1;
    case 'm': return kMinute;
    case 'h': return kHour;
    case 'd': return kDay;
    default: return std::nullopt;
    }
}

} // namespace

std::int64_t days_from_civil(CivilDate date)
{
    const std::int64_t y = date.month <= 2 ? date.year - 1 : date.year;
    const std::int64_t era = floor_div(y, 400);
    const std::int64_t yoe = y - era * 400;
    const std::int64_t doy = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
    return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

CivilDate civil_from_days(std::int64_t days)
{
    days += 719468;
    const std::int64_t era = floor_div(days, 146097);
    const std::int64_t doe = days - era * 146097;
    const std::int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    const std::int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    const std::int64_t mp = (5 * doy + 2) / 153;
    const int month = static_cast<int>(mp < 10 ? mp + 3 : mp - 9);
    return {static_cast<int>(yoe + era * 400 + (month <= 2 ? 1 : 0)), month,
            static_cast<int>(doy - (153 * mp + 2) / 5 + 1)};
}

int weekday(std::int64_t days) { return static_cast<int>(((days + 4) % 7 + 7) % 7); }

std::int64_t day_of(SimTime time) { return floor_div(time, kDay); }

Seconds second_of_day(SimTime time) { return time - day_of(time) * kDay; }

std::optional<Seconds> parse_duration(std::string_view text)
{
    if (text.empty()) return std::nullopt;
    Seconds total = 0;
    while (!text.empty()) {
        const auto length = text.find_first_not_of("0123456789");
        if (length == 0 || length == std::string_view::npos) return std::nullopt;
        const auto count = digits(text.substr(0, length));
        const auto unit = unit_seconds(text[length]);
        if (!count || !unit) return std::nullopt;
        total += *count * *unit;
        if (total > 3653 * kDay) return std::nullopt;
        text.remove_prefix(length + 1);
    }
    return total;
}

std::optional<CivilDate> parse_date(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto y = digits(text.substr(0, 4)), m = digits(text.substr(5, 2)), d = digits(text.substr(8, 2));
    if (!y || !m || !d) return std::nullopt;
    const CivilDate date{*y, *m, *d};
    if (*m < 1 || *m > 12 || *d < 1 || civil_from_days(days_from_civil(date)) != date) return std::nullopt;
    return date;
}

std::optional<SimTime> parse_moment(std::string_view text)
{
    if (text.size() != 16 || (text[10] != 'T' && text[10] != ' ')) return std::nullopt;
    const auto date = parse_date(text.substr(0, 10));
    const auto clock = parse_clock(text.substr(11));
    if (!date || !clock || *clock == kDay) return std::nullopt;
    return days_from_civil(*date) * kDay + *clock;
}

std::optional<Seconds> parse_clock(std::string_view text)
{
    if (text.size() != 5 || text[2] != ':') return std::nullopt;
    const auto h = digits(text.substr(0, 2)), m = digits(text.substr(3, 2));
    if (!h || !m || *m > 59 || *h > 24 || (*h == 24 && *m != 0)) return std::nullopt;
    return *h * kHour + *m * kMinute;
}

std::string moment_iso(SimTime time)
{
    const CivilDate date = civil_from_days(day_of(time));
    const Seconds second = second_of_day(time);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", date.year, date.month, date.day, second / kHour,
                       second / kMinute % 60, second % 60);
}

std::string clock_text(SimTime time)
{
    const Seconds second = second_of_day(time);
    return fmt::format("{:02}:{:02}", second / kHour, second / kMinute % 60);
}

std::string duration_code(Seconds time)
{
    std::string text;
    for (const auto& [size, unit] : {std::pair{kDay, 'd'}, {kHour, 'h'}, {kMinute, 'm'}, {Seconds{1}, 's'}}) {
        if (time >= size) text += fmt::format("{}{}", time / size, unit);
        time %= size;
    }
    return text.empty() ? "0m" : text;
}

} // namespace sonae
