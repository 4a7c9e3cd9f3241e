#include "read/object_reader.hpp"

#include "base/text.hpp"
#include "read/expectation.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sonae::read {

bool is_slug(std::string_view text)
{
    const auto letter_or_digit = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    const auto allowed = [&](char c) { return letter_or_digit(c) || c == '_' || c == '-'; };
    return !text.empty() && text.size() <= kMaxSlug && letter_or_digit(text.front()) &&
           std::all_of(text.begin(), text.end(), allowed);
}

ObjectReader::ObjectReader(Value object, Diagnostics& diagnostics) : diagnostics_(&diagnostics)
{
    object_ = typed(object, Kind::object);
    asked_.resize(object_.size());
}

Diagnostics::Told ObjectReader::error(const Value& at, std::string code, std::string ja, std::string en)
{
    sound_ = false;
    return read::error(*diagnostics_, at, std::move(code), std::move(ja), std::move(en));
}

Diagnostics::Told ObjectReader::error(std::string_view key, std::string code, std::string ja, std::string en)
{
    const Value member = object_.find(key);
    return error(member.exists() ? member : object_, std::move(code), std::move(ja), std::move(en));
}

Diagnostics::Told ObjectReader::error(std::string code, std::string ja, std::string en)
{
    return error(object_, std::move(code), std::move(ja), std::move(en));
}

Value ObjectReader::ask(std::string_view key)
{
    if (!object_.exists()) return {};
    known_.emplace_back(key);
    const Value member = object_.find(key);
    if (member.exists()) asked_[member.position()] = true;
    return member;
}

Value ObjectReader::ask_required(std::string_view key)
{
    const Value member = ask(key);
    if (!member.exists() && object_.exists())
        error(object_, "field.missing", fmt::format("必須の項目「{}」がありません", key),
              fmt::format("the member '{}' is missing", key));
    return member;
}

Value ObjectReader::typed(Value value, Kind kind)
{
    if (!value.exists() || value.kind() == kind) return value;
    sound_ = false;
    if (value.kind() == Kind::faulty) return {};
    const Localized expected = kind_name(kind), found = kind_name(value.kind());
    auto told = error(value, "field.type", fmt::format("{}を書いてください（いまは{}）", expected.ja, found.ja),
                      fmt::format("expected {}, found {}", expected.en, found.en));
    const Localized hint = type_hint(kind, value.kind());
    if (!hint.ja.empty()) told.hint(hint.ja, hint.en);
    return {};
}

Value ObjectReader::take(std::string_view key, Kind kind, bool required)
{
    return typed(required ? ask_required(key) : ask(key), kind);
}

std::vector<Value> ObjectReader::elements(std::string_view key, Count count, bool required)
{
    const Value array = take(key, Kind::array, required);
    if (array.exists() && (array.size() < count.least || array.size() > count.most))
        error(array, "array.size",
              fmt::format("{}個以上{}個以下でなければなりません（いまは{}個）", count.least, count.most, array.size()),
              fmt::format("expected {} to {} elements, found {}", count.least, count.most, array.size()));
    std::vector<Value> kept;
    for (std::size_t i = 0; i < std::min(array.size(), count.most); ++i) kept.push_back(array[i]);
    return kept;
}

std::vector<Value> ObjectReader::elements(std::string_view key, Kind kind, Count count, bool required)
{
    std::vector<Value> kept;
    for (const Value& element : elements(key, count, required))
        if (typed(element, kind).exists()) kept.push_back(element);
    return kept;
}

Value ObjectReader::required_value(std::string_view key) { return ask_required(key); }

std::optional<Value> ObjectReader::optional_value(std::string_view key)
{
    const Value value = ask(key);
    return value.exists() ? std::optional(value) : std::nullopt;
}

ObjectReader ObjectReader::required_object(std::string_view key)
{
    return {take(key, Kind::object, true), *diagnostics_};
}

std::optional<ObjectReader> ObjectReader::optional_object(std::string_view key)
{
    const Value object = take(key, Kind::object, false);
    return object.exists() ? std::optional(ObjectReader(object, *diagnostics_)) : std::nullopt;
}

std::vector<ObjectReader> ObjectReader::objects_at(std::string_view key, Count count, bool required)
{
    std::vector<ObjectReader> readers;
    for (const Value& object : elements(key, Kind::object, count, required))
        readers.emplace_back(object, *diagnostics_);
    return readers;
}

std::vector<ObjectReader> ObjectReader::required_objects(std::string_view key, Count count)
{
    return objects_at(key, count, true);
}

std::vector<ObjectReader> ObjectReader::optional_objects(std::string_view key, Count count)
{
    return objects_at(key, count, false);
}

void ObjectReader::finish()
{
    for (std::size_t i = 0; i < asked_.size(); ++i) {
        if (asked_[i]) continue;
        asked_[i] = true;
        sound_ = false;
        const Value member = object_[i];
        const std::string name = shown(member.key());
        auto told = diagnostics_->add(member.key_place(), "field.unknown", member.pointer(),
                                      {fmt::format("「{}」という項目はありません", name),
                                       fmt::format("there is no member called '{}' here", name)});
        if (!diagnostics_->full()) suggest(told, nearest_name(member.key(), known_), known_);
    }
}

} // namespace sonae::read
