// The typed reads of ObjectReader, one family after the other.
#include "base/text.hpp"
#include "read/expectation.hpp"
#include "read/object_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sonae::read {
namespace {

std::size_t length_of(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; }));
}

} // namespace

std::optional<Slug> ObjectReader::slug_of(const Value& value)
{
    if (!value.exists()) return std::nullopt;
    if (is_slug(value.string())) return Slug{std::string(value.string()), value};
    error(value, "value.slug", fmt::format("「{}」は識別名として使えません", shown(value.string())),
          fmt::format("'{}' can't be an id", shown(value.string())))
        .hint(fmt::format("半角の英小文字・数字・_・- で{}文字まで、先頭は英小文字か数字です", kMaxSlug),
              fmt::format("up to {} of a-z, 0-9, _ and -, beginning with a letter or digit", kMaxSlug));
    return std::nullopt;
}

Slug ObjectReader::required_slug(std::string_view key)
{
    return slug_of(take(key, Kind::string, true)).value_or(Slug{});
}

std::optional<Slug> ObjectReader::optional_slug(std::string_view key)
{
    return slug_of(take(key, Kind::string, false));
}

std::vector<Slug> ObjectReader::slugs_at(std::string_view key, Count count, bool required)
{
    std::vector<Slug> slugs;
    for (const Value& value : elements(key, Kind::string, count, required))
        if (auto slug = slug_of(value)) slugs.push_back(*std::move(slug));
    return slugs;
}

std::vector<Slug> ObjectReader::required_slugs(std::string_view key, Count count) { return slugs_at(key, count, true); }
std::vector<Slug> ObjectReader::optional_slugs(std::string_view key, Count count)
{
    return slugs_at(key, count, false);
}

std::optional<std::string> ObjectReader::string_of(const Value& value, std::size_t max_length)
{
    if (!value.exists()) return std::nullopt;
    const std::size_t length = length_of(value.string());
    if (length <= max_length) return std::string(value.string());
    error(value, "text.too_long", fmt::format("{}文字までです（いまは{}文字）", max_length, length),
          fmt::format("at most {} characters, found {}", max_length, length));
    return std::nullopt;
}

std::optional<std::string> ObjectReader::filled_string_of(const Value& value, std::size_t max_length)
{
    if (value.exists() && value.string().empty()) {
        error(value, "text.empty", "空の文字列は書けません", "this text must not be empty");
        return std::nullopt;
    }
    return string_of(value, max_length);
}

std::string ObjectReader::required_string(std::string_view key, std::size_t max_length)
{
    return filled_string_of(take(key, Kind::string, true), max_length).value_or("");
}

std::optional<std::string> ObjectReader::optional_string(std::string_view key, std::size_t max_length)
{
    return string_of(take(key, Kind::string, false), max_length);
}

std::vector<std::string> ObjectReader::strings_at(std::string_view key, Count count, bool required)
{
    std::vector<std::string> strings;
    for (const Value& value : elements(key, Kind::string, count, required))
        if (auto text = filled_string_of(value, kMaxWords)) strings.push_back(*std::move(text));
    return strings;
}

std::vector<std::string> ObjectReader::required_strings(std::string_view key, Count count)
{
    return strings_at(key, count, true);
}

std::vector<std::string> ObjectReader::optional_strings(std::string_view key, Count count)
{
    return strings_at(key, count, false);
}

std::optional<Localized> ObjectReader::localized_of(const Value& value, std::size_t max_length)
{
    if (!value.exists()) return std::nullopt;
    ObjectReader in(value, *diagnostics_);
    Localized text;
    const Value ja = in.take("ja", Kind::string, false);
    if (in.sound() && (!ja.exists() || ja.string().empty()))
        in.error(ja.exists() ? ja : value, "text.missing_ja", "日本語の文（ja）がありません",
                 "the Japanese text (ja) is missing");
    text.ja = in.string_of(ja, max_length).value_or("");
    text.en = in.optional_string("en", max_length).value_or("");
    in.finish();
    sound_ = sound_ && in.sound();
    return in.sound() ? std::optional(text) : std::nullopt;
}

Value ObjectReader::localized_at(std::string_view key, bool required)
{
    const Value value = required ? ask_required(key) : ask(key);
    return localized_object(value);
}

Value ObjectReader::localized_object(const Value& value)
{
    if (!value.is(Kind::string)) return typed(value, Kind::object);
    error(value, "field.type", "言語ごとに書いてください（いまは文字列）",
          "expected a text for each language, found one text")
        .hint("{\"ja\": \"…\", \"en\": \"…\"} の形で書きます", "write it as {\"ja\": \"…\", \"en\": \"…\"}");
    return {};
}

Localized ObjectReader::required_text(std::string_view key, std::size_t max_length)
{
    return localized_of(localized_at(key, true), max_length).value_or(Localized{});
}

std::optional<Localized> ObjectReader::optional_text(std::string_view key, std::size_t max_length)
{
    return localized_of(localized_at(key, false), max_length);
}

std::vector<Localized> ObjectReader::optional_texts(std::string_view key, Count count, std::size_t max_length)
{
    std::vector<Localized> texts;
    for (const Value& value : elements(key, count, false))
        if (auto text = localized_of(localized_object(value), max_length)) texts.push_back(*std::move(text));
    return texts;
}

} // namespace sonae::read
