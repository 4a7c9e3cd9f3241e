#include "read/diagnostic.hpp"

#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace sonae::read {
namespace {

constexpr std::size_t kShownCharacters = 40;
constexpr std::size_t kShownBytes = 400; // looked at, at most: a longer text is cut before the characters are counted

auto order(const Diagnostic& d)
{
    return std::tie(d.place, d.code, d.pointer, d.sentence.ja, d.sentence.en, d.hint.ja, d.hint.en);
}

std::string where(const Place& place)
{
    return place.line == 0 ? place.file : fmt::format("{}:{}:{}", place.file, place.line, place.column);
}

Diagnostic more(const Place& place, std::size_t left_out)
{
    return {place,
            "diagnostics.more",
            "",
            {fmt::format("このほかに{}件の誤りがあります。上の誤りを直してから、もう一度確かめてください", left_out),
             fmt::format("{} more faults were left out; mend those above, then check again", left_out)},
            {}};
}

} // namespace

Diagnostics::Told& Diagnostics::Told::hint(std::string ja, std::string en)
{
    if (index_ < all_->kept_.size()) all_->kept_[index_].hint = {std::move(ja), std::move(en)};
    return *this;
}

Diagnostics::Told Diagnostics::add(Place place, std::string code, std::string pointer, Localized sentence)
{
    if (kept_.size() == kMost) {
        if (left_out_++ == 0) first_left_out_ = std::move(place);
        return {*this, kMost};
    }
    kept_.push_back({std::move(place), std::move(code), std::move(pointer), std::move(sentence), {}});
    return {*this, kept_.size() - 1};
}

void Diagnostics::append(const Diagnostics& others)
{
    for (const Diagnostic& d : others.kept_) {
        // What several drills of a pack share must not crowd out what only one of them tells.
        if (std::find(kept_.begin(), kept_.end(), d) != kept_.end()) continue;
        add(d.place, d.code, d.pointer, d.sentence).hint(d.hint.ja, d.hint.en);
    }
    if (left_out_ == 0) first_left_out_ = others.first_left_out_;
    left_out_ += others.left_out_;
}

bool Diagnostics::has(std::string_view code) const
{
    return std::any_of(kept_.begin(), kept_.end(), [code](const Diagnostic& d) { return d.code == code; });
}

std::vector<Diagnostic> Diagnostics::sorted() const
{
    std::vector<Diagnostic> all = kept_;
    std::sort(all.begin(), all.end(), [](const Diagnostic& a, const Diagnostic& b) { return order(a) < order(b); });
    all.erase(std::unique(all.begin(), all.end()), all.end());
    if (left_out_ > 0) all.push_back(more(first_left_out_, left_out_));
    return all;
}

std::string format(const Diagnostic& diagnostic, Language language)
{
    std::string text = fmt::format("{}: error[{}]: ", where(diagnostic.place), diagnostic.code);
    if (!diagnostic.pointer.empty()) text += diagnostic.pointer + ": ";
    text += diagnostic.sentence.in(language);
    const std::string& hint = diagnostic.hint.in(language);
    if (!hint.empty()) text += (language == Language::ja ? "\n  ヒント: " : "\n  hint: ") + hint;
    return text;
}

std::string format(const Diagnostics& diagnostics, Language language)
{
    std::string text;
    for (const Diagnostic& diagnostic : diagnostics.sorted()) text += format(diagnostic, language) + "\n";
    return text;
}

Localized first_fault(const Diagnostics& diagnostics)
{
    if (diagnostics.empty()) return {};
    const auto in = [first = diagnostics.sorted().front()](Language language) {
        const std::string told = format(first, language);
        return told.substr(0, told.find('\n'));
    };
    return {in(Language::ja), in(Language::en)};
}

std::string shown(std::string_view text)
{
    std::string result;
    std::size_t characters = 0;
    const std::string_view head = text.substr(0, kShownBytes);
    for (std::size_t at = 0; at < head.size();) {
        std::size_t end = at + 1;
        while (end < head.size() && (static_cast<unsigned char>(head[end]) & 0xC0u) == 0x80u) ++end;
        if (characters++ == kShownCharacters) return result + "…";
        const std::string_view character = head.substr(at, end - at);
        const auto byte = static_cast<unsigned char>(character.front());
        if (byte < 0x20 || byte == 0x7F)
            result += fmt::format("\\u{:04x}", byte);
        else
            result += is_utf8(character) ? character : "\uFFFD";
        at = end;
    }
    return head.size() < text.size() ? result + "…" : result;
}

} // namespace sonae::read
