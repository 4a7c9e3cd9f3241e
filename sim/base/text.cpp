#include "base/text.hpp"

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>

namespace sonae {
namespace {

icu::UnicodeString unicode(std::string_view text)
{
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
}

std::size_t edits(std::u32string_view a, std::u32string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t above = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0u : 1u)});
            diagonal = above;
        }
    }
    return row[b.size()];
}

std::vector<std::size_t> breaks_of(icu::BreakIterator* iterator, std::string_view text)
{
    std::vector<std::size_t> breaks;
    if (text.empty()) return breaks;
    UErrorCode opened = U_ZERO_ERROR;
    UText* source = utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &opened);
    if (iterator != nullptr && U_SUCCESS(opened)) {
        iterator->setText(source, opened);
        for (int32_t at = iterator->next(); at != icu::BreakIterator::DONE; at = iterator->next())
            breaks.push_back(static_cast<std::size_t>(at));
    }
    utext_close(source);
    if (breaks.empty() || breaks.back() != text.size()) breaks.push_back(text.size());
    return breaks;
}

// ICU's phrases come from a dictionary that splits compounds (暗号|化) and verbs (始まっ|ています): a phrase ends in
// hiragana other than っ, in punctuation, or at a space, or where a bracket opens.
bool ends_phrase(std::string_view text, std::size_t at)
{
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    UChar32 before = 0;
    UChar32 after = 0;
    auto back = static_cast<int32_t>(at);
    U8_PREV(bytes, 0, back, before);
    U8_NEXT(bytes, at, text.size(), after);
    if (before < 0 || after < 0) return true;
    if (u_isUWhiteSpace(before) || u_ispunct(before) || u_charType(after) == U_START_PUNCTUATION) return true;
    constexpr UChar32 kSmallTsu = 0x3063;
    return before != kSmallTsu && before >= 0x3041 && before <= 0x3096;
}

} // namespace

bool is_utf8(std::string_view text)
{
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    for (std::size_t at = 0; at < text.size();) {
        UChar32 c = 0;
        U8_NEXT(bytes, at, text.size(), c);
        if (c < 0) return false;
    }
    return true;
}

std::vector<char32_t> code_points(std::string_view text)
{
    std::vector<char32_t> points;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    for (std::size_t at = 0; at < text.size();) {
        UChar32 c = 0;
        U8_NEXT(bytes, at, text.size(), c);
        points.push_back(c < 0 ? U'\uFFFD' : static_cast<char32_t>(c));
    }
    return points;
}

std::vector<std::size_t> line_breaks(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    thread_local const std::unique_ptr<icu::BreakIterator> lines(
        icu::BreakIterator::createLineInstance(icu::Locale("ja@lb=strict"), status));
    return breaks_of(lines.get(), text);
}

std::vector<std::size_t> phrase_breaks(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    thread_local const std::unique_ptr<icu::BreakIterator> phrases(
        icu::BreakIterator::createLineInstance(icu::Locale("ja@lb=strict;lw=phrase"), status));
    std::vector<std::size_t> breaks = breaks_of(phrases.get(), text);
    std::erase_if(breaks, [text](std::size_t at) { return at != text.size() && !ends_phrase(text, at); });
    return breaks;
}

int columns(std::string_view text)
{
    int width = 0;
    for (const char32_t point : code_points(text)) {
        const auto c = static_cast<UChar32>(point);
        const int kind = u_charType(c);
        if (kind == U_NON_SPACING_MARK || kind == U_ENCLOSING_MARK || kind == U_FORMAT_CHAR) continue;
        const int east = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
        width += east == U_EA_WIDE || east == U_EA_FULLWIDTH || east == U_EA_AMBIGUOUS ? 2 : 1;
    }
    return width;
}

std::string fold(std::string_view text)
{
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCCasefoldInstance(status);
    thread_local const std::unique_ptr<icu::Transliterator> kana(
        icu::Transliterator::createInstance("Katakana-Hiragana", UTRANS_FORWARD, status));
    if (U_FAILURE(status)) return std::string(text);
    icu::UnicodeString folded = nfkc->normalize(unicode(text), status);
    if (kana) kana->transliterate(folded);
    std::string result;
    folded.toUTF8String(result);
    return result;
}

std::string nearest_name(std::string_view name, std::span<const std::string> known)
{
    if (name.size() > 200) return {};
    const auto wanted_points = code_points(name);
    const std::u32string wanted(wanted_points.begin(), wanted_points.end());
    std::size_t best = std::max<std::size_t>(2, wanted.size() / 3) + 1;
    std::string nearest;
    for (const std::string& candidate : known) {
        const auto points = code_points(candidate);
        const std::size_t distance = edits(wanted, std::u32string(points.begin(), points.end()));
        if (distance < best && distance < wanted.size()) best = distance, nearest = candidate;
    }
    return nearest;
}

} // namespace sonae
