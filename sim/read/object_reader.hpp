// Reads one JSON object member by member and tells every fault with its place: missing, of the wrong type, out of
// range, and, at finish(), every member that nobody asked for. It never throws for what an author wrote.
//
// `required_*` return a plain value. After a fault that value is a harmless stand-in inside the allowed range, so that
// reading goes on and no follow-on faults arise; `sound()` says whether to believe it. `optional_*` return nothing when
// the member is absent or faulty. A reader over nothing (a missing sub-object) answers like this too, and stays silent.
#pragma once

#include "base/localized.hpp"
#include "base/sim_time.hpp"
#include "read/located_json.hpp"

#include <cstdint>
#include <iterator>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sonae::read {

// An id as the author wrote it, and where: an unknown one is told there once all files are read.
struct Slug {
    std::string text;
    Value at;
};

// Allowed numbers of elements of an array, both ends included.
struct Count {
    std::size_t least = 0;
    std::size_t most = 10'000;
};

// Allowed durations, both ends included.
struct Span {
    Seconds least = 0;
    Seconds most = 3653 * kDay;
};

// A table `constexpr Choice<Colour> kColours[] = {{"red", Colour::red}, …};` names the values of an enum.
template <class Enum>
struct Choice {
    std::string_view name;
    Enum value;
};

inline constexpr std::size_t kMaxSlug = 40;
inline constexpr std::size_t kMaxWords = 4000; // code points of a text, where the caller sets no other limit

// Lower-case letters, digits, '_' and '-', at most 40, the first a letter or a digit.
bool is_slug(std::string_view text);

class ObjectReader {
  public:
    // Tells `field.type` when the value exists and is no object.
    ObjectReader(Value object, Diagnostics& diagnostics);

    Value value() const { return object_; }
    Diagnostics& diagnostics() const { return *diagnostics_; }
    bool has(std::string_view key) const { return object_.find(key).exists(); }
    bool sound() const { return object_.exists() && sound_; } // nothing was told through this reader so far

    Slug required_slug(std::string_view key);
    std::optional<Slug> optional_slug(std::string_view key);
    std::vector<Slug> required_slugs(std::string_view key, Count count = {1, 10'000});
    std::vector<Slug> optional_slugs(std::string_view key, Count count = {}); // absent: none

    // A required string is not empty (`text.empty`); an optional one may be. Lengths are in code points.
    std::string required_string(std::string_view key, std::size_t max_length = kMaxWords);
    std::optional<std::string> optional_string(std::string_view key, std::size_t max_length = kMaxWords);
    std::vector<std::string> required_strings(std::string_view key, Count count = {1, 10'000});
    std::vector<std::string> optional_strings(std::string_view key, Count count = {});

    // {"ja": "…", "en": "…"}, ja required and not empty.
    Localized required_text(std::string_view key, std::size_t max_length = kMaxWords);
    std::optional<Localized> optional_text(std::string_view key, std::size_t max_length = kMaxWords);
    std::vector<Localized> optional_texts(std::string_view key, Count count = {}, std::size_t max_length = kMaxWords);

    bool required_bool(std::string_view key);
    std::optional<bool> optional_bool(std::string_view key);

    template <class Integer = std::int64_t>
    Integer required_integer(std::string_view key, Integer min, Integer max);
    template <class Integer = std::int64_t>
    std::optional<Integer> optional_integer(std::string_view key, Integer min, Integer max);
    std::vector<std::int64_t> required_integers(std::string_view key, Count count, std::int64_t min, std::int64_t max);

    Seconds required_duration(std::string_view key, Span allowed = {}); // "25m", "1h30m"
    std::optional<Seconds> optional_duration(std::string_view key, Span allowed = {});
    SimTime required_moment(std::string_view key); // "2023-11-24T23:40"
    std::optional<SimTime> optional_moment(std::string_view key);
    CivilDate required_date(std::string_view key); // "2023-11-24"
    std::optional<CivilDate> optional_date(std::string_view key);
    Seconds required_clock(std::string_view key); // "09:00", seconds of the day
    std::optional<Seconds> optional_clock(std::string_view key);

    template <class Table>
    auto required_choice(std::string_view key, const Table& table) -> decltype(std::begin(table)->value);
    template <class Table>
    auto optional_choice(std::string_view key, const Table& table) -> std::optional<decltype(std::begin(table)->value)>;

    // The caller reads and finishes each reader it gets; elements that are no objects are told and left out.
    ObjectReader required_object(std::string_view key);
    std::optional<ObjectReader> optional_object(std::string_view key);
    std::vector<ObjectReader> required_objects(std::string_view key, Count count = {1, 10'000});
    std::vector<ObjectReader> optional_objects(std::string_view key, Count count = {});

    Value required_value(std::string_view key); // any kind; a handle to nothing when missing
    std::optional<Value> optional_value(std::string_view key);

    // Faults of the caller's own, at a value, at the member `key` (or at the object if absent), or at the object.
    Diagnostics::Told error(const Value& at, std::string code, std::string ja, std::string en);
    Diagnostics::Told error(std::string_view key, std::string code, std::string ja, std::string en);
    Diagnostics::Told error(std::string code, std::string ja, std::string en);

    // One `field.unknown` for every member that nobody asked for, with the nearest of the names asked for.
    void finish();

  private:
    Value ask(std::string_view key);
    Value ask_required(std::string_view key);
    Value typed(Value value, Kind kind); // a handle to nothing, after telling, when it is of another kind
    Value take(std::string_view key, Kind kind, bool required);
    std::vector<Value> elements(std::string_view key, Count count, bool required);
    std::vector<Value> elements(std::string_view key, Kind kind, Count count, bool required);
    std::optional<Slug> slug_of(const Value& value);
    std::vector<Slug> slugs_at(std::string_view key, Count count, bool required);
    std::optional<std::string> string_of(const Value& value, std::size_t max_length);
    std::optional<std::string> filled_string_of(const Value& value, std::size_t max_length);
    std::vector<std::string> strings_at(std::string_view key, Count count, bool required);
    Value localized_object(const Value& value);
    Value localized_at(std::string_view key, bool required);
    std::optional<Localized> localized_of(const Value& value, std::size_t max_length);
    std::optional<std::int64_t> integer_of(const Value& value, std::int64_t min, std::int64_t max);
    std::optional<std::int64_t> integer_at(std::string_view key, std::int64_t min, std::int64_t max, bool required);
    std::optional<Seconds> duration_at(std::string_view key, Span allowed, bool required);
    std::optional<SimTime> moment_at(std::string_view key, bool required);
    std::optional<CivilDate> date_at(std::string_view key, bool required);
    std::optional<Seconds> clock_at(std::string_view key, bool required);
    template <class T>
    std::optional<T> written(const Value& value, std::optional<T> (*parse)(std::string_view), std::string_view code,
                             const Localized& expected);
    std::optional<std::size_t> choice_at(std::string_view key, const std::vector<std::string>& names, bool required);
    std::vector<ObjectReader> objects_at(std::string_view key, Count count, bool required);
    template <class Table>
    static std::vector<std::string> names_of(const Table& table);

    Value object_;
    Diagnostics* diagnostics_;
    std::vector<bool> asked_;        // by position in the object
    std::vector<std::string> known_; // the names asked for
    bool sound_ = true;
};

template <class Integer>
Integer ObjectReader::required_integer(std::string_view key, Integer min, Integer max)
{
    return static_cast<Integer>(integer_at(key, static_cast<std::int64_t>(min), static_cast<std::int64_t>(max), true)
                                    .value_or(static_cast<std::int64_t>(min)));
}

template <class Integer>
std::optional<Integer> ObjectReader::optional_integer(std::string_view key, Integer min, Integer max)
{
    const auto number = integer_at(key, static_cast<std::int64_t>(min), static_cast<std::int64_t>(max), false);
    return number ? std::optional(static_cast<Integer>(*number)) : std::nullopt;
}

template <class Table>
std::vector<std::string> ObjectReader::names_of(const Table& table)
{
    std::vector<std::string> names;
    for (const auto& choice : table) names.emplace_back(choice.name);
    return names;
}

template <class Table>
auto ObjectReader::required_choice(std::string_view key, const Table& table) -> decltype(std::begin(table)->value)
{
    return std::begin(table)[choice_at(key, names_of(table), true).value_or(0)].value;
}

template <class Table>
auto ObjectReader::optional_choice(std::string_view key, const Table& table)
    -> std::optional<decltype(std::begin(table)->value)>
{
    const auto index = choice_at(key, names_of(table), false);
    if (!index) return std::nullopt;
    return std::begin(table)[*index].value;
}

} // namespace sonae::read
