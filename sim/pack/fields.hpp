// The kinds of fields that the files of a pack share: delays, hours, sets of hosts, names, conditions.
#pragma once

#include "engine/scenario.hpp"
#include "pack/name_book.hpp"
#include "read/expression_parser.hpp"
#include "read/object_reader.hpp"

namespace sonae::pack {

inline constexpr std::uint16_t kNothing = 0xFFFF;

// A condition and where it stands, for the rules that look at all of them.
struct WrittenCondition {
    engine::Expression when;
    read::Value at;
    bool of_option = false;
};

// A scenario while it is being filled. All names are in the book before any reader that resolves one begins.
struct Draft {
    engine::Scenario& scenario;
    NameBook& names;
    read::Diagnostics& told;
    std::vector<WrittenCondition> conditions;
};

using Rows = std::vector<read::ObjectReader>;

inline constexpr read::Choice<std::uint8_t> kSeverities[] = {
    {"low", std::uint8_t{1}}, {"high", std::uint8_t{2}}, {"critical", std::uint8_t{3}}};
inline constexpr read::Choice<std::uint8_t> kReports[] = {{"first", engine::kFirstReport},
                                                          {"final", engine::kFinalReport}};

// "5m", {"triangular": […]} or {"quantiles": […]}; `value.delay` when the times do not ascend.
engine::Delay required_delay(read::ObjectReader& in, std::string_view key);
engine::Delay optional_delay(read::ObjectReader& in, std::string_view key);
engine::Hours required_hours(read::ObjectReader& in, std::string_view key);
std::uint8_t read_skills(read::ObjectReader& in, std::string_view key);
// The largest amount that a pack may name, and the largest an hour or a person costs: far from where a whole drill's
// sums and products would overflow.
inline constexpr engine::Yen kMostYen = 1'000'000'000'000, kMostYenAnHour = 1'000'000'000, kMostYenAPerson = 1'000'000;
engine::Yen optional_yen(read::ObjectReader& in, std::string_view key, engine::Yen otherwise = 0,
                         engine::Yen most = kMostYen);

// Number of the thing named, or kNothing after a fault or when it may be left out and is.
std::uint16_t required_name(Draft& draft, read::ObjectReader& in, std::string_view key, NameKind kind);
std::uint16_t optional_name(Draft& draft, read::ObjectReader& in, std::string_view key, NameKind kind);

// Host ids, group ids or tags. A list that names no host of the company is a fault (`hosts.empty`), unless it may be
// `[]`.
enum class EmptyList { refused, allowed };
engine::Plane required_hosts(Draft& draft, read::ObjectReader& in, std::string_view key,
                             EmptyList empty = EmptyList::refused);
std::optional<engine::Plane> optional_hosts(Draft& draft, read::ObjectReader& in, std::string_view key,
                                            EmptyList empty = EmptyList::refused);
engine::Plane all_hosts(const engine::Company& company);

// Left out: an expression that is always true.
engine::Expression optional_condition(Draft& draft, read::ObjectReader& in, std::string_view key);
engine::Expression optional_figure(Draft& draft, read::ObjectReader& in, std::string_view key);

} // namespace sonae::pack
