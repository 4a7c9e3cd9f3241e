#include "read/source_text.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace sonae::read {
namespace {

std::size_t skip_comment(std::string_view bytes, std::size_t from)
{
    const std::string_view rest = bytes.substr(from);
    if (rest.starts_with("//")) return std::min(bytes.find_first_of("\r\n", from), bytes.size());
    if (!rest.starts_with("/*")) return from;
    const std::size_t end = bytes.find("*/", from + 2);
    return end == std::string_view::npos ? from : end + 2;
}

std::size_t character_bytes(char lead)
{
    const auto byte = static_cast<unsigned char>(lead);
    return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

} // namespace

LineColumn LineCounter::at(std::size_t offset)
{
    if (offset < offset_) *this = LineCounter(bytes_);
    for (; offset_ < std::min(offset, bytes_.size()); ++offset_) {
        const auto byte = static_cast<unsigned char>(bytes_[offset_]);
        if (byte == '\n')
            ++place_.line, place_.column = 1;
        else if ((byte & 0xC0u) != 0x80u)
            ++place_.column; // continuation bytes belong to the character before
    }
    return place_;
}

std::size_t skip_blank(std::string_view bytes, std::size_t from)
{
    while (true) {
        const std::size_t word = std::min(bytes.find_first_not_of(" \t\r\n", from), bytes.size());
        from = skip_comment(bytes, word);
        if (from == word) return word;
    }
}

std::size_t first_bad_byte(std::string_view bytes)
{
    if (is_utf8(bytes)) return std::string_view::npos;
    for (std::size_t at = 0; at < bytes.size();) {
        const std::string_view character = bytes.substr(at, character_bytes(bytes[at]));
        if (!is_utf8(character)) return at;
        at += character.size();
    }
    return std::string_view::npos;
}

} // namespace sonae::read
