#include "report/html.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

namespace sonae::report {
namespace {

void append_utf8(std::string& out, char32_t c)
{
    const auto byte = [&](char32_t bits) { out += static_cast<char>(static_cast<unsigned char>(bits)); };
    if (c < 0x80)
        byte(c);
    else if (c < 0x800)
        byte(0xC0 | c >> 6), byte(0x80 | (c & 0x3F));
    else if (c < 0x10000)
        byte(0xE0 | c >> 12), byte(0x80 | (c >> 6 & 0x3F)), byte(0x80 | (c & 0x3F));
    else
        byte(0xF0 | c >> 18), byte(0x80 | (c >> 12 & 0x3F)), byte(0x80 | (c >> 6 & 0x3F)), byte(0x80 | (c & 0x3F));
}

bool may_stand_in_html(char32_t c)
{
    if (c == '\n' || c == '\t') return true;
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    const bool no_character = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF) || (c >= 0xD800 && c < 0xE000);
    return !control && !no_character;
}

} // namespace

std::string escaped(std::string_view text)
{
    std::string out;
    for (const char32_t c : code_points(text)) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"')
            out += "&quot;";
        else if (c == '\'')
            out += "&#39;";
        else if (may_stand_in_html(c))
            append_utf8(out, c);
    }
    return out;
}

std::string escaped_phrases(std::string_view text)
{
    if (!is_utf8(text)) return escaped(text);
    std::string out;
    std::size_t from = 0;
    for (const std::size_t to : phrase_breaks(text)) {
        if (!out.empty()) out += "<wbr>";
        out += escaped(text.substr(from, to - from));
        from = to;
    }
    return out;
}

std::string css_escaped(std::string_view text)
{
    std::string out;
    for (const char32_t c : code_points(text)) {
        if (c == '"' || c == '\\' || c == '<' || c == '>' || c == '&')
            out += fmt::format("\\{:x} ", static_cast<unsigned>(c));
        else if (c != '\n' && c != '\t' && may_stand_in_html(c))
            append_utf8(out, c);
    }
    return out;
}

Html& Html::open(std::string_view tag, std::string_view kind)
{
    out_ += kind.empty() ? fmt::format("<{}>", tag) : fmt::format("<{} class=\"{}\">", tag, kind);
    return *this;
}

Html& Html::close(std::string_view tag)
{
    out_ += fmt::format("</{}>\n", tag);
    return *this;
}

} // namespace sonae::report
