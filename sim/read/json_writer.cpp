#include "read/json_writer.hpp"

#include "base/check.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

namespace sonae::read {
namespace {

void append_utf8(std::string& text, char32_t c)
{
    const auto byte = [&text](char32_t bits) { text += static_cast<char>(static_cast<unsigned char>(bits)); };
    if (c < 0x80) return byte(c);
    if (c < 0x800)
        byte(0xC0 | (c >> 6));
    else if (c < 0x10000)
        byte(0xE0 | (c >> 12)), byte(0x80 | ((c >> 6) & 0x3F));
    else
        byte(0xF0 | (c >> 18)), byte(0x80 | ((c >> 12) & 0x3F)), byte(0x80 | ((c >> 6) & 0x3F));
    byte(0x80 | (c & 0x3F));
}

std::string well_formed(std::string_view text)
{
    std::string result;
    for (const char32_t c : code_points(text)) append_utf8(result, c);
    return result;
}

void append_escaped(std::string& out, char c)
{
    switch (c) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\n': out += "\\n"; return;
    case '\r': out += "\\r"; return;
    case '\t': out += "\\t"; return;
    default: break;
    }
    if (static_cast<unsigned char>(c) < 0x20 || c == '\x7F')
        out += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
    else
        out += c;
}

} // namespace

std::string quoted(std::string_view text)
{
    if (!is_utf8(text)) return read::quoted(well_formed(text));
    std::string out = "\"";
    for (const char c : text) append_escaped(out, c);
    return out + "\"";
}

void JsonWriter::next_line()
{
    if (layout_ == Layout::compact) return;
    text_ += '\n';
    text_.append(levels_.size() * 2, ' ');
}

void JsonWriter::before_value()
{
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (levels_.empty()) {
        EXPECTS(text_.empty()); // a text is one value
        return;
    }
    EXPECTS(levels_.back().closing == ']');
    if (!levels_.back().empty) text_ += ',';
    levels_.back().empty = false;
    next_line();
}

JsonWriter& JsonWriter::raw(std::string_view token)
{
    before_value();
    text_ += token;
    return *this;
}

JsonWriter& JsonWriter::open(char opening, char closing)
{
    raw(std::string_view(&opening, 1));
    levels_.push_back({closing, true});
    return *this;
}

JsonWriter& JsonWriter::close(char closing)
{
    EXPECTS(!levels_.empty() && levels_.back().closing == closing && !after_key_);
    const bool empty = levels_.back().empty;
    levels_.pop_back();
    if (!empty) next_line();
    text_ += closing;
    return *this;
}

JsonWriter& JsonWriter::begin_object() { return open('{', '}'); }
JsonWriter& JsonWriter::end_object() { return close('}'); }
JsonWriter& JsonWriter::begin_array() { return open('[', ']'); }
JsonWriter& JsonWriter::end_array() { return close(']'); }

JsonWriter& JsonWriter::key(std::string_view name)
{
    EXPECTS(!levels_.empty() && levels_.back().closing == '}' && !after_key_);
    if (!levels_.back().empty) text_ += ',';
    levels_.back().empty = false;
    next_line();
    text_ += quoted(name);
    text_ += layout_ == Layout::compact ? ":" : ": ";
    after_key_ = true;
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view text) { return raw(quoted(text)); }

JsonWriter& JsonWriter::value(const Localized& text)
{
    begin_object().member("ja", std::string_view(text.ja));
    if (!text.en.empty()) member("en", std::string_view(text.en));
    return end_object();
}

JsonWriter& JsonWriter::null() { return raw("null"); }
JsonWriter& JsonWriter::signed_number(std::int64_t number) { return raw(std::to_string(number)); }
JsonWriter& JsonWriter::unsigned_number(std::uint64_t number) { return raw(std::to_string(number)); }

const std::string& JsonWriter::text() const
{
    EXPECTS(levels_.empty() && !text_.empty());
    return text_;
}

} // namespace sonae::read
