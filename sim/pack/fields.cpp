#include "pack/fields.hpp"

#include "read/expression_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sonae::pack {
namespace {

using namespace engine;
using namespace read;

constexpr std::string_view kDays[] = {"sun", "mon", "tue", "wed", "thu", "fri", "sat"};

std::optional<int> day_number(std::string_view name)
{
    const auto* found = std::find(std::begin(kDays), std::end(kDays), name);
    if (found == std::end(kDays)) return std::nullopt;
    return static_cast<int>(found - std::begin(kDays));
}

std::optional<std::uint8_t> day_range(std::string_view from, std::string_view to)
{
    const auto first = day_number(from), last = day_number(to);
    if (!first || !last) return std::nullopt;
    unsigned bits = 0;
    for (int day = *first;; day = (day + 1) % 7) {
        bits |= 1u << day;
        if (day == *last) return static_cast<std::uint8_t>(bits);
    }
}

// "mon-fri" or "tue,thu".
std::optional<std::uint8_t> day_bits(std::string_view text)
{
    if (const std::size_t dash = text.find('-'); dash != std::string_view::npos)
        return day_range(text.substr(0, dash), text.substr(dash + 1));
    unsigned bits = 0;
    while (true) {
        const std::size_t comma = std::min(text.find(','), text.size());
        const auto day = day_number(text.substr(0, comma));
        if (!day) return std::nullopt;
        bits |= 1u << *day;
        if (comma == text.size()) return static_cast<std::uint8_t>(bits);
        text.remove_prefix(comma + 1);
    }
}

Hours hours_of(ObjectReader& in)
{
    Hours hours;
    const std::string days = in.required_string("days");
    if (const auto bits = day_bits(days))
        hours.weekdays = *bits;
    else if (!days.empty())
        in.error("days", "value.days", fmt::format("「{}」は曜日として読めません", shown(days)),
                 fmt::format("'{}' are no days", shown(days)))
            .hint("\"mon-sat\" か \"tue,thu\" のように書きます", "write \"mon-sat\" or \"tue,thu\"");
    hours.open = static_cast<std::int32_t>(in.required_clock("open"));
    hours.close = static_cast<std::int32_t>(in.required_clock("close"));
    if (in.sound() && hours.close <= hours.open)
        in.error("close", "value.range", "close は open より後の時刻でなければなりません",
                 "expected a time after \"open\"");
    hours.on_holidays = in.optional_bool("holidays").value_or(false);
    in.finish();
    return in.sound() ? hours : Hours{};
}

std::optional<std::vector<Seconds>> durations_of(const Value& array, std::size_t wanted)
{
    if (!array.is(Kind::array) || array.size() != wanted) return std::nullopt;
    std::vector<Seconds> times;
    for (const Value& element : array) {
        const auto time = element.is(Kind::string) ? parse_duration(element.string()) : std::nullopt;
        if (!time) return std::nullopt;
        times.push_back(*time);
    }
    if (!std::is_sorted(times.begin(), times.end())) return std::nullopt;
    return times;
}

Delay delay_of(ObjectReader& owner, const Value& value)
{
    if (value.is(Kind::string)) {
        if (const auto time = parse_duration(value.string())) return Delay::constant(*time);
        owner.error(value, "value.duration", fmt::format("「{}」は時間の長さとして読めません", shown(value.string())),
                    fmt::format("'{}' is no duration: write it like \"25m\", \"4h\", \"2d\" or \"1h30m\"",
                                shown(value.string())));
        return {};
    }
    const Value triangular = value.find("triangular"), quantiles = value.find("quantiles");
    if (value.is(Kind::object) && value.size() == 1) {
        if (const auto three = durations_of(triangular, 3))
            return Delay::triangular((*three)[0], (*three)[1], (*three)[2]);
        if (const auto nine = durations_of(quantiles, 9)) {
            Delay delay;
            std::transform(nine->begin(), nine->end(), delay.quantile.begin(),
                           [](Seconds s) { return static_cast<std::int32_t>(s); });
            return delay;
        }
    }
    owner
        .error(value, "value.delay", "遅れの書き方が正しくありません（時間は短い順）",
               "this is no delay (times ascend)")
        .hint("\"25m\"、{\"triangular\": [\"20m\", \"45m\", \"3h\"]}、{\"quantiles\": [時間を9個]} のどれかです",
              "write \"25m\", {\"triangular\": [\"20m\", \"45m\", \"3h\"]} or {\"quantiles\": [nine durations]}");
    return {};
}

std::optional<Plane> hosts_of(Draft& draft, const std::vector<Slug>& names)
{
    Plane all;
    bool sound = true;
    for (const Slug& name : names) {
        const auto some = draft.names.hosts_called(name, draft.told);
        sound = sound && some;
        for (std::size_t i = 0; some && i < Plane::kWords; ++i) all.word[i] |= some->word[i];
    }
    return sound ? std::optional(all) : std::nullopt;
}

// Where the expression stands; nothing after a fault or when there is none.
std::optional<Value> text_at(ObjectReader& in, std::string_view key)
{
    if (!in.optional_string(key, kMaxTextBytes)) return std::nullopt;
    return in.value().find(key);
}

} // namespace

Delay required_delay(ObjectReader& in, std::string_view key)
{
    const Value value = in.required_value(key);
    return value.exists() ? delay_of(in, value) : Delay{};
}

Delay optional_delay(ObjectReader& in, std::string_view key)
{
    const auto value = in.optional_value(key);
    return value ? delay_of(in, *value) : Delay{};
}

Hours required_hours(ObjectReader& in, std::string_view key)
{
    const Value value = in.required_value(key);
    if (value.is(Kind::string) && value.string() == "always") return {0x7F, true, 0, 86400};
    if (!value.exists()) return {};
    if (value.is(Kind::object)) {
        ObjectReader hours(value, in.diagnostics());
        return hours_of(hours);
    }
    in.error(value, "field.type", "{\"days\": …, \"open\": …, \"close\": …} か \"always\" を書いてください",
             "expected {\"days\": …, \"open\": …, \"close\": …} or \"always\"");
    return {};
}

std::uint8_t read_skills(ObjectReader& in, std::string_view key)
{
    unsigned bits = 0;
    const auto words = skill_words();
    for (const Slug& name : in.optional_slugs(key)) {
        const auto found =
            std::find_if(words.begin(), words.end(), [&](const SkillWord& w) { return w.name == name.text; });
        if (found != words.end())
            bits |= found->bit;
        else
            in.error(name.at, "value.unknown_name", fmt::format("「{}」という技能はありません", name.text),
                     fmt::format("'{}' is no skill", name.text))
                .hint("使える名前: command、technical、liaison、operations、records",
                      "known names: command, technical, liaison, operations, records");
    }
    return static_cast<std::uint8_t>(bits);
}

Yen optional_yen(ObjectReader& in, std::string_view key, Yen otherwise, Yen most)
{
    return in.optional_integer<Yen>(key, 0, most).value_or(otherwise);
}

std::uint16_t required_name(Draft& draft, ObjectReader& in, std::string_view key, NameKind kind)
{
    return draft.names.resolve(kind, in.required_slug(key), draft.told).value_or(kNothing);
}

std::uint16_t optional_name(Draft& draft, ObjectReader& in, std::string_view key, NameKind kind)
{
    const auto name = in.optional_slug(key);
    return name ? draft.names.resolve(kind, *name, draft.told).value_or(kNothing) : kNothing;
}

Plane all_hosts(const Company& company)
{
    Plane all;
    for (std::size_t h = 0; h < company.hosts.size(); ++h) all.set(HostId{h});
    return all;
}

std::optional<Plane> optional_hosts(Draft& draft, ObjectReader& in, std::string_view key, EmptyList empty)
{
    if (!in.has(key)) {
        in.optional_value(key);
        return std::nullopt;
    }
    const auto names = in.optional_slugs(key);
    const auto hosts = hosts_of(draft, names);
    if (names.empty() && empty == EmptyList::allowed) return Plane{};
    if (hosts && !hosts->any() && in.sound())
        in.error(key, "hosts.empty", "ここで名指しされる機器は、この会社に一台もありません",
                 "this names no host of the company");
    return hosts.value_or(all_hosts(draft.scenario.company));
}

Plane required_hosts(Draft& draft, ObjectReader& in, std::string_view key, EmptyList empty)
{
    if (!in.has(key)) in.required_value(key);
    return optional_hosts(draft, in, key, empty).value_or(Plane{});
}

Expression optional_condition(Draft& draft, ObjectReader& in, std::string_view key)
{
    const auto at = text_at(in, key);
    if (!at) return {};
    const Expression when = parse_expression(*at, Wanted::condition, draft.names, draft.scenario.code, draft.told);
    if (!when.always()) draft.conditions.push_back({when, *at});
    return when;
}

Expression optional_figure(Draft& draft, ObjectReader& in, std::string_view key)
{
    const auto at = text_at(in, key);
    return at ? parse_expression(*at, Wanted::figure, draft.names, draft.scenario.code, draft.told) : Expression{};
}

} // namespace sonae::pack
