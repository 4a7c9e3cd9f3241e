// Texts with holes such as {host.name}.
#include "pack/story_parts.hpp"

#include "base/text.hpp"
#include "read/expectation.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sonae::pack {
namespace {

using namespace engine;
using namespace read;

constexpr int kHoleWidth = 8; // full-width characters that what fills a hole is counted as

constexpr Choice<Hole> kHoles[] = {{"host.name", Hole::host_name}, {"host.id", Hole::host_id},
                                   {"zone.name", Hole::zone_name}, {"time", Hole::time},
                                   {"date", Hole::date},           {"subject.name", Hole::subject_name},
                                   {"value", Hole::value}};

void tell_hole(ObjectReader& in, const Value& at, std::string_view name)
{
    auto told = in.error(at, "text.hole", fmt::format("「{{{}}}」という穴はありません", shown(name)),
                         fmt::format("there is no hole called {{{}}}", shown(name)));
    std::vector<std::string> known;
    for (const auto& hole : kHoles) known.emplace_back(hole.name);
    suggest(told, nearest_name(name, known), known);
}

std::vector<TextPiece> pieces_of(ObjectReader& in, const Value& at, std::string_view text)
{
    std::vector<TextPiece> pieces;
    while (true) {
        const std::size_t open = text.find_first_of("{}");
        if (open > 0 && !text.empty()) pieces.push_back({std::string(text.substr(0, open)), Hole::none});
        if (open == std::string_view::npos) return pieces;
        const std::size_t close = text.find('}', open);
        const std::string_view name = text.substr(open + 1, close == std::string_view::npos ? 0 : close - open - 1);
        const auto* hole =
            std::find_if(std::begin(kHoles), std::end(kHoles), [&](const auto& h) { return h.name == name; });
        if (text[open] == '}' || close == std::string_view::npos || hole == std::end(kHoles)) {
            tell_hole(in, at, name);
            return pieces;
        }
        pieces.push_back({"", hole->value});
        text.remove_prefix(close + 1);
    }
}

int width_of(const std::vector<TextPiece>& pieces)
{
    int half = 0;
    for (const TextPiece& piece : pieces) half += piece.hole == Hole::none ? columns(piece.text) : 2 * kHoleWidth;
    return (half + 1) / 2;
}

void check_width(ObjectReader& in, const Value& at, const std::vector<TextPiece>& pieces, int most)
{
    const int width = width_of(pieces);
    if (width > most)
        in.error(
            at, "text.too_long",
            fmt::format("全角{}文字までです（いまは{}文字、穴は{}文字と数えます）", most, width, kHoleWidth),
            fmt::format("at most {} full-width characters, found {} (a hole counts as {})", most, width, kHoleWidth));
}

} // namespace

Template required_template(ObjectReader& in, std::string_view key, int most)
{
    const Localized text = in.required_text(key);
    if (text.ja.empty()) return {};
    const Value value = in.value().find(key), ja = value.find("ja"), en = value.find("en");
    Template made;
    made.ja = pieces_of(in, ja, text.ja);
    check_width(in, ja, made.ja, most);
    if (text.en.empty()) return made;
    made.en = pieces_of(in, en, text.en);
    check_width(in, en, made.en, most);
    return made;
}

} // namespace sonae::pack
