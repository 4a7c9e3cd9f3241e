// The reads of ObjectReader that give numbers, times and names of a table.
#include "base/text.hpp"
#include "read/expectation.hpp"
#include "read/object_reader.hpp"

#include <fmt/format.h>

namespace sonae::read {

std::optional<bool> ObjectReader::optional_bool(std::string_view key)
{
    const Value value = take(key, Kind::boolean, false);
    return value.exists() ? std::optional(value.boolean()) : std::nullopt;
}

bool ObjectReader::required_bool(std::string_view key)
{
    const Value value = take(key, Kind::boolean, true);
    return value.exists() && value.boolean();
}

std::optional<std::int64_t> ObjectReader::integer_of(const Value& value, std::int64_t min, std::int64_t max)
{
    if (!value.exists()) return std::nullopt;
    const std::int64_t number = value.integer();
    if (number >= min && number <= max) return number;
    error(value, "value.range", fmt::format("{}以上{}以下の整数でなければなりません（いまは{}）", min, max, number),
          fmt::format("expected a whole number from {} to {}, found {}", min, max, number));
    return std::nullopt;
}

std::optional<std::int64_t> ObjectReader::integer_at(std::string_view key, std::int64_t min, std::int64_t max,
                                                     bool required)
{
    return integer_of(take(key, Kind::integer, required), min, max);
}

std::vector<std::int64_t> ObjectReader::required_integers(std::string_view key, Count count, std::int64_t min,
                                                          std::int64_t max)
{
    std::vector<std::int64_t> numbers;
    for (const Value& value : elements(key, Kind::integer, count, true))
        if (const auto number = integer_of(value, min, max)) numbers.push_back(*number);
    return numbers;
}

template <class T>
std::optional<T> ObjectReader::written(const Value& value, std::optional<T> (*parse)(std::string_view),
                                       std::string_view code, const Localized& expected)
{
    if (!value.exists()) return std::nullopt;
    if (const auto parsed = parse(value.string())) return parsed;
    error(value, std::string(code), fmt::format("「{}」は{}", shown(value.string()), expected.ja),
          fmt::format("'{}' is {}", shown(value.string()), expected.en));
    return std::nullopt;
}

std::optional<Seconds> ObjectReader::duration_at(std::string_view key, Span allowed, bool required)
{
    const Value value = take(key, Kind::string, required);
    const auto time = written(value, parse_duration, "value.duration",
                              {"時間の長さとして読めません。\"25m\"、\"4h\"、\"2d\"、\"1h30m\" のように書いてください",
                               "no duration: write it like \"25m\", \"4h\", \"2d\" or \"1h30m\""});
    if (!time || (*time >= allowed.least && *time <= allowed.most)) return time;
    const std::string least = duration_code(allowed.least), most = duration_code(allowed.most);
    error(value, "value.range",
          fmt::format("{}以上{}以下でなければなりません（いまは{}）", least, most, duration_code(*time)),
          fmt::format("expected a duration from {} to {}, found {}", least, most, duration_code(*time)));
    return std::nullopt;
}

Seconds ObjectReader::required_duration(std::string_view key, Span allowed)
{
    return duration_at(key, allowed, true).value_or(allowed.least);
}

std::optional<Seconds> ObjectReader::optional_duration(std::string_view key, Span allowed)
{
    return duration_at(key, allowed, false);
}

std::optional<SimTime> ObjectReader::moment_at(std::string_view key, bool required)
{
    return written(take(key, Kind::string, required), parse_moment, "value.moment",
                   {"日時として読めません。\"2023-11-24T23:40\" のように書いてください",
                    "no moment: write it like \"2023-11-24T23:40\""});
}

std::optional<CivilDate> ObjectReader::date_at(std::string_view key, bool required)
{
    return written(
        take(key, Kind::string, required), parse_date, "value.date",
        {"日付として読めません。\"2023-11-24\" のように書いてください", "no date: write it like \"2023-11-24\""});
}

std::optional<Seconds> ObjectReader::clock_at(std::string_view key, bool required)
{
    return written(
        take(key, Kind::string, required), parse_clock, "value.clock",
        {"時刻として読めません。\"09:00\" のように書いてください", "no time of day: write it like \"09:00\""});
}

SimTime ObjectReader::required_moment(std::string_view key) { return moment_at(key, true).value_or(0); }
std::optional<SimTime> ObjectReader::optional_moment(std::string_view key) { return moment_at(key, false); }
CivilDate ObjectReader::required_date(std::string_view key) { return date_at(key, true).value_or(CivilDate{}); }
std::optional<CivilDate> ObjectReader::optional_date(std::string_view key) { return date_at(key, false); }
Seconds ObjectReader::required_clock(std::string_view key) { return clock_at(key, true).value_or(0); }
std::optional<Seconds> ObjectReader::optional_clock(std::string_view key) { return clock_at(key, false); }

std::optional<std::size_t> ObjectReader::choice_at(std::string_view key, const std::vector<std::string>& names,
                                                   bool required)
{
    const Value value = take(key, Kind::string, required);
    if (!value.exists()) return std::nullopt;
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i] == value.string()) return i;
    const std::string found = shown(value.string());
    auto told = error(value, "value.unknown_name", fmt::format("「{}」という名前は使えません", found),
                      fmt::format("'{}' is none of the known names", found));
    if (!diagnostics_->full()) suggest(told, nearest_name(value.string(), names), names);
    return std::nullopt;
}

} // namespace sonae::read
