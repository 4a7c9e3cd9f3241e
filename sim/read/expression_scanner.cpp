#include "read/expression_scanner.hpp"

#include <algorithm>

namespace sonae::read {
namespace {

bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; }

template <class Fits>
std::size_t length(std::string_view text, Fits fits)
{
    return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), fits) - text.begin());
}

} // namespace

void ExpressionScanner::skip_blank()
{
    while (!ended() && (text_[at_] == ' ' || text_[at_] == '\t' || text_[at_] == '\n' || text_[at_] == '\r')) ++at_;
}

std::string_view ExpressionScanner::take(std::size_t size)
{
    const std::string_view taken = text_.substr(at_, size);
    at_ += taken.size();
    skip_blank();
    return taken;
}

bool ExpressionScanner::take_symbol(std::string_view symbol)
{
    if (!rest().starts_with(symbol)) return false;
    take(symbol.size());
    return true;
}

bool ExpressionScanner::take_word(std::string_view word)
{
    const std::string_view left = rest();
    if (!left.starts_with(word) || (left.size() > word.size() && is_word(left[word.size()]))) return false;
    take(word.size());
    return true;
}

std::string_view ExpressionScanner::take_name() { return take(length(rest(), is_word)); }

std::string_view ExpressionScanner::take_id()
{
    return take(length(rest(), [](char c) { return is_word(c) || c == '-'; }));
}

std::string_view ExpressionScanner::take_number() { return take(length(rest(), is_word)); }

std::string_view ExpressionScanner::offending() const
{
    const std::string_view left = rest();
    if (left.empty()) return left;
    const std::size_t word = length(left, is_word);
    if (word > 0) return left.substr(0, word);
    std::size_t end = 1;
    while (end < left.size() && (static_cast<unsigned char>(left[end]) & 0xC0u) == 0x80u) ++end;
    return left.substr(0, end);
}

} // namespace sonae::read
