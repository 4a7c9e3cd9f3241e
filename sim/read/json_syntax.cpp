#include "read/json_syntax.hpp"

#include "read/diagnostic.hpp"
#include "read/source_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

namespace sonae::read {
namespace {

// The unexpected token and the separator before it, if there is one.
struct Unexpected {
    std::size_t offset = 0;
    char separator = '\0';
    char first = '\0'; // '\0' at the end of the file
};

Unexpected find_unexpected(const SyntaxContext& context)
{
    Unexpected found;
    found.offset = std::min(context.last_end, context.consumed > 0 ? context.consumed - 1 : 0);
    while (true) {
        found.offset = skip_blank(context.bytes, found.offset);
        if (found.offset == context.bytes.size()) return found;
        found.first = context.bytes[found.offset];
        const bool passed = found.offset + 1 < context.consumed && (found.first == ',' || found.first == ':');
        if (!passed) return found;
        found.separator = found.first;
        found.first = '\0';
        ++found.offset;
    }
}

std::string word_at(const SyntaxContext& context, std::size_t offset)
{
    const std::string_view rest = context.bytes.substr(offset);
    const std::size_t length = std::min(rest.find_first_of(" \t\r\n,:[]{}\"/"), rest.size());
    return shown(rest.substr(0, std::max<std::size_t>(length, 1)));
}

enum class Spot : std::uint8_t { token, last_byte };

struct LexicalFault {
    std::string_view reason; // what the parser's message contains
    Spot spot;
    SyntaxFault told;
};

// In the order of asking: the first whose reason is found is told.
const LexicalFault kLexicalFaults[] = {
    {"missing closing quote",
     Spot::token,
     {0,
      {"ここから始まる文字列が、引用符 \" で閉じられていません", "the text that begins here is never closed with a \""},
      {"文字列の終わりに \" を書いてください", "write a \" where the text ends"}}},
    {"control character U+000A",
     Spot::token,
     {0,
      {"ここから始まる文字列が、行の終わりまでに閉じられていません",
       "the text that begins here is not closed on its line"},
      {"閉じる \" を書いてください。文字列の中の改行は \\n と書きます",
       "close it with a \"; a line break inside a text is written \\n"}}},
    {"control character U+000D",
     Spot::token,
     {0,
      {"ここから始まる文字列が、行の終わりまでに閉じられていません",
       "the text that begins here is not closed on its line"},
      {"閉じる \" を書いてください。文字列の中の改行は \\n と書きます",
       "close it with a \"; a line break inside a text is written \\n"}}},
    {"control character",
     Spot::last_byte,
     {0,
      {"文字列の中に、目に見えない制御文字があります", "there is an invisible control character inside a text"},
      {"消すか、タブなら \\t と書いてください", "delete it, or write a tab as \\t"}}},
    {"surrogate",
     Spot::last_byte,
     {0,
      {"\\u で書いた文字の組が片方しかありません", "half of a pair of \\u escapes is missing"},
      {"\\u を使わず、文字をそのまま書いてください", "write the character itself instead of \\u"}}},
    {"4 hex digits",
     Spot::last_byte,
     {0,
      {"\\u のあとには16進数が4桁必要です", "\\u must be followed by four hexadecimal digits"},
      {"\\u を使わず、文字をそのまま書いてください", "write the character itself instead of \\u"}}},
    {"after backslash",
     Spot::last_byte,
     {0,
      {"\\ のあとにこの文字は書けません", "this character may not follow a \\"},
      {"\\ そのものは \\\\ と書きます", "a \\ itself is written \\\\"}}},
    {"missing closing '*/'",
     Spot::token,
     {0,
      {"ここから始まるコメントが */ で閉じられていません", "the comment that begins here is never closed with */"},
      {}}},
    {"invalid comment",
     Spot::token,
     {0,
      {"/ だけでは意味をなしません", "a single / means nothing here"},
      {"コメントは // または /* */ で書きます", "comments are written // or /* */"}}},
    {"invalid number",
     Spot::token,
     {0,
      {"数の書き方が正しくありません", "this is not how a number is written"},
      {"25 や -3 のように、半角の数字で書いてください", "write it like 25 or -3"}}},
};

std::optional<SyntaxFault> lexical_fault(const SyntaxContext& context, const Unexpected& found, std::string_view reason)
{
    for (const LexicalFault& fault : kLexicalFaults) {
        if (reason.find(fault.reason) == std::string_view::npos) continue;
        SyntaxFault told = fault.told;
        const std::size_t last = std::min(context.consumed, context.bytes.size()) - 1;
        told.offset = fault.spot == Spot::token ? found.offset : std::max(last, found.offset);
        return told;
    }
    return std::nullopt;
}

SyntaxFault unknown_word(const SyntaxContext& context, std::size_t offset)
{
    const std::string word = word_at(context, offset);
    SyntaxFault fault{offset,
                      {fmt::format("「{}」は値として読めません", word), fmt::format("'{}' is not a value", word)},
                      {"文字列は半角の \" で囲みます。ほかに書けるのは数、true、false、null、[ ]、{ } です",
                       "texts stand between \" and \"; else write a number, true, false, null, [ ] or { }"}};
    if (static_cast<unsigned char>(context.bytes[offset]) >= 0x80)
        fault.hint = {"全角の記号や引用符は使えません。半角の \" , : [ ] { } で書いてください",
                      "full-width or curly signs do not count; write plain \" , : [ ] { }"};
    return fault;
}

SyntaxFault early_end(const SyntaxContext& context, std::size_t offset)
{
    if (context.last == Understood::nothing)
        return {offset,
                {"ファイルに何も書かれていません", "the file is empty"},
                {"少なくとも { } が必要です", "it needs at least { }"}};
    const char* bracket = context.in_object ? "}" : "]";
    return {offset,
            {fmt::format("ファイルが途中で終わっています。{}行目で開いた括弧が閉じられていません", context.open_line),
             fmt::format("the file ends too early: the bracket opened in line {} is never closed", context.open_line)},
            {fmt::format("閉じる {} を書いてください", bracket), fmt::format("write the closing {}", bracket)}};
}

SyntaxFault stray_bracket(const SyntaxContext& context, const Unexpected& found)
{
    if (found.separator == ',')
        return {found.offset,
                {"閉じる括弧の前に、余分なカンマ , があります", "there is a comma too many before the closing bracket"},
                {"最後の項目のあとのカンマを消してください", "delete the comma after the last item"}};
    if (context.last == Understood::key)
        return {found.offset, {"項目の値が書かれていません", "this member has no value"}, {}};
    const char* wanted = context.in_object ? "}" : "]";
    return {found.offset,
            {fmt::format("括弧が合いません。{}行目で開いた括弧は {} で閉じます", context.open_line, wanted),
             fmt::format("the brackets do not match: the one opened in line {} is closed with {}", context.open_line,
                         wanted)},
            {}};
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_second_number(const SyntaxContext& context, const Unexpected& found)
{
    const bool touching = found.offset <= context.last_end && found.offset > 0;
    return touching && is_digit(found.first) && is_digit(context.bytes[found.offset - 1]);
}

SyntaxFault no_separator(const SyntaxContext& context, const Unexpected& found)
{
    if (context.last == Understood::key)
        return {found.offset,
                {"項目名のあとのコロン : が抜けています", "the colon : after the member's name is missing"},
                {"\"名前\": 値 の形で書きます", "a member is written \"name\": value"}};
    return {found.offset,
            {"この前にカンマ , が抜けています", "a comma , is missing before this"},
            {"前の項目の終わりにカンマを書いてください", "write a comma after the item before"}};
}

SyntaxFault misplaced_sign(const SyntaxContext& context, const Unexpected& found)
{
    const std::string sign = word_at(context, found.offset);
    return {found.offset,
            {fmt::format("ここに「{}」は書けません", sign), fmt::format("'{}' may not stand here", sign)},
            {"カンマやコロンが余分でないか、値を書き忘れていないか確かめてください",
             "look for a comma or colon too many, or a value forgotten"}};
}

SyntaxFault misplaced(const SyntaxContext& context, const Unexpected& found)
{
    const bool inside = context.in_object || context.in_array;
    if (is_second_number(context, found))
        return {found.offset,
                {"数の先頭に余分な 0 があります", "a number may not begin with a needless 0"},
                {"07 ではなく 7 と書いてください", "write 7, not 07"}};
    if (!inside && context.last != Understood::nothing)
        return {found.offset,
                {"最後の括弧が閉じたあとに、余分な文字があります", "there is something after the last closing bracket"},
                {"消すか、括弧の数を確かめてください", "delete it, or count the brackets"}};
    if (inside && (found.first == '}' || found.first == ']')) return stray_bracket(context, found);
    if (found.first == ',' || found.first == ':' || found.first == '}' || found.first == ']')
        return misplaced_sign(context, found);
    if (context.in_object && (found.separator == ',' || context.last == Understood::opening))
        return {found.offset,
                {"項目名は引用符 \" で囲んでください", "the name of a member stands between \" and \""},
                {"\"名前\": 値 の形で書きます", "a member is written \"name\": value"}};
    return no_separator(context, found);
}

} // namespace

SyntaxFault explain_syntax(const SyntaxContext& context, std::string_view reason)
{
    // What follows quotes the author's text, which may contain any word we look for.
    reason = reason.substr(0, reason.find("; last read"));
    const Unexpected found = find_unexpected(context);
    if (const auto fault = lexical_fault(context, found, reason)) return *fault;
    if (found.offset == context.bytes.size()) return early_end(context, found.offset);
    const bool key_wanted = context.in_object && (found.separator == ',' || context.last == Understood::opening);
    const bool word = reason.find("invalid literal") != std::string_view::npos ||
                      reason.find("invalid BOM") != std::string_view::npos;
    return word && !key_wanted ? unknown_word(context, found.offset) : misplaced(context, found);
}

} // namespace sonae::read
