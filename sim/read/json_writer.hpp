// Writes JSON piece by piece into one string: keys in the order given, texts escaped, integers only. What it writes,
// located_json reads back (integers above 2^63-1 excepted: write such numbers as hex text). Misuse is a bug of ours.
#pragma once

#include "base/localized.hpp"

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sonae::read {

class JsonWriter {
  public:
    enum class Layout { compact, indented }; // indented by two blanks a level

    explicit JsonWriter(Layout layout = Layout::compact) : layout_(layout) {}

    JsonWriter& begin_object();
    JsonWriter& end_object();
    JsonWriter& begin_array();
    JsonWriter& end_array();
    JsonWriter& key(std::string_view name);

    JsonWriter& value(std::string_view text); // bytes that are no UTF-8 become U+FFFD
    JsonWriter& value(const Localized& text); // {"ja": …, "en": …}, en left out when empty
    template <std::integral T>
    JsonWriter& value(T number);
    JsonWriter& null();

    template <class T>
    JsonWriter& member(std::string_view name, const T& content)
    {
        return key(name).value(content);
    }

    // The whole text, once every object and array is closed.
    const std::string& text() const;

  private:
    struct Level {
        char closing;
        bool empty;
    };
    void before_value();
    void next_line();
    JsonWriter& open(char opening, char closing);
    JsonWriter& close(char closing);
    JsonWriter& raw(std::string_view token);
    JsonWriter& signed_number(std::int64_t number);
    JsonWriter& unsigned_number(std::uint64_t number);

    std::string text_;
    std::vector<Level> levels_;
    Layout layout_;
    bool after_key_ = false;
};

template <std::integral T>
JsonWriter& JsonWriter::value(T number)
{
    if constexpr (std::same_as<T, bool>)
        return raw(number ? "true" : "false");
    else if constexpr (std::signed_integral<T>)
        return signed_number(number);
    else
        return unsigned_number(number);
}

// `text` as a JSON string with its quotes.
std::string quoted(std::string_view text);

} // namespace sonae::read
