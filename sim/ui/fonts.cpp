#include "ui/fonts.hpp"

#include "base/check.hpp"
#include "base/text.hpp"

#include <imgui_freetype.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace sonae::ui {
namespace {

struct Family {
    const char* file[kFaceCount];
    int index[kFaceCount];
    float em_scale;
};

// In order of preference. Noto's figures have one width in every cut; ipaexfont has no bold of its own.
constexpr Family kFamilies[] = {
    {{"bizud-gothic/BIZUDPGothic-Regular.ttf", "bizud-gothic/BIZUDPGothic-Bold.ttf",
      "bizud-gothic/BIZUDGothic-Regular.ttf", "bizud-gothic/BIZUDGothic-Bold.ttf"},
     {0, 0, 0, 0},
     1.0f},
    {{"mplus/Mplus1-Regular.otf", "mplus/Mplus1-Bold.otf", "mplus/Mplus1Code-Regular.otf", "mplus/Mplus1Code-Bold.otf"},
     {0, 0, 0, 0},
     1.448f},
    {{"ipaexfont-gothic/ipaexg.ttf", "ipaexfont-gothic/ipaexg.ttf", "ipaexfont-gothic/ipaexg.ttf",
      "ipaexfont-gothic/ipaexg.ttf"},
     {0, 0, 0, 0},
     1.0f},
    {{"noto/NotoSansCJK-Regular.ttc", "noto/NotoSansCJK-Bold.ttc", "noto/NotoSansCJK-Regular.ttc",
      "noto/NotoSansCJK-Bold.ttc"},
     {0, 0, 0, 0},
     1.448f},
};
constexpr const char* kFolders[] = {"/usr/share/fonts/truetype", "/usr/share/fonts/opentype", "/usr/share/fonts",
                                    "/usr/local/share/fonts"};

// ASCII, Latin-1 signs, general punctuation, arrows, mathematical signs, shapes, JIS punctuation, kana, full-width
// forms.
constexpr std::pair<int, int> kAlways[] = {{0x20, 0x7E},     {0xA5, 0xA5},     {0xA7, 0xB7},     {0xD7, 0xD7},
                                           {0x2010, 0x2026}, {0x2190, 0x2193}, {0x2212, 0x2212}, {0x25B2, 0x25BD},
                                           {0x3000, 0x3017}, {0x3041, 0x3096}, {0x30A1, 0x30FC}, {0xFF01, 0xFF5E},
                                           {0xFFFD, 0xFFFD}};
// A font that nobody drew with for this many rebuilds is dropped: sizes of a window that was resized.
constexpr std::uint32_t kKeptRebuilds = 2;

std::filesystem::path find_file(const char* name)
{
    for (const char* folder : kFolders) {
        std::error_code unreadable;
        std::filesystem::path path = std::filesystem::path(folder) / name;
        if (std::filesystem::is_regular_file(path, unreadable)) return path;
    }
    return {};
}

std::vector<bool> always_wanted()
{
    std::vector<bool> wanted(0x10000, false);
    for (const auto& [first, last] : kAlways)
        for (int c = first; c <= last; ++c) wanted[static_cast<std::size_t>(c)] = true;
    return wanted;
}

std::vector<ImWchar> ranges_of(const std::vector<bool>& a, const std::vector<bool>& b)
{
    std::vector<ImWchar> ranges;
    bool inside = false;
    for (std::size_t c = 1; c < 0xFFFF; ++c) {
        const bool in = a[c] || b[c];
        if (in && !inside) ranges.push_back(static_cast<ImWchar>(c)), ranges.push_back(static_cast<ImWchar>(c));
        if (in) ranges.back() = static_cast<ImWchar>(c);
        inside = in;
    }
    ranges.push_back(0);
    return ranges;
}

// In a face of one width a comma takes as much as a figure, and 1,240 falls apart in large type. Figures keep their
// width, so columns still stand.
void tighten_commas(ImFont& font)
{
    constexpr float kPart = 0.6f;
    for (const ImWchar mark : {ImWchar{','}, ImWchar{'.'}}) {
        auto* glyph = const_cast<ImFontGlyph*>(font.FindGlyphNoFallback(mark));
        if (glyph == nullptr || mark >= font.IndexAdvanceX.Size) continue;
        glyph->AdvanceX = std::round(glyph->AdvanceX * kPart);
        font.IndexAdvanceX[mark] = glyph->AdvanceX;
    }
}

void append_utf8(std::string& out, char32_t c)
{
    const auto unit = [&out](unsigned value) { out.push_back(static_cast<char>(value)); };
    if (c < 0x80) return unit(c);
    if (c < 0x800) return unit(0xC0u | (c >> 6)), unit(0x80u | (c & 0x3F));
    unit(0xE0u | (c >> 12)), unit(0x80u | ((c >> 6) & 0x3F)), unit(0x80u | (c & 0x3F));
}

} // namespace

FontFiles find_fonts()
{
    for (const Family& family : kFamilies) {
        FontFiles found;
        found.em_scale = family.em_scale;
        bool complete = true;
        for (int face = 0; face < kFaceCount; ++face) {
            found.path[face] = find_file(family.file[face]);
            found.index[face] = family.index[face];
            complete = complete && !found.path[face].empty();
        }
        if (complete) return found;
    }
    throw std::runtime_error("No Japanese font is installed under /usr/share/fonts. Install the package "
                             "fonts-morisawa-bizud-gothic (or fonts-mplus, fonts-ipaexfont, fonts-noto-cjk).");
}

Fonts::Fonts(FontFiles files) : files_(std::move(files)), atlas_(IM_NEW(ImFontAtlas)()), everywhere_(always_wanted())
{
    atlas_->Flags |= ImFontAtlasFlags_NoPowerOfTwoHeight;
    atlas_->FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
}

Fonts::~Fonts() { IM_DELETE(atlas_); }

Fonts::Slot& Fonts::slot(Face face, float pixels)
{
    const Key key{face, static_cast<int>(std::lround(pixels))};
    auto [at, is_new] = slots_.try_emplace(key);
    if (is_new) at->second.wanted.assign(0x10000, false), stale_ = true;
    at->second.last_used = generation_;
    return at->second;
}

ImFont* Fonts::font(Face face, float pixels)
{
    if (ImFont* exact = slot(face, pixels).font) return exact;
    ImFont* nearest = atlas_->Fonts.empty() ? nullptr : atlas_->Fonts[0];
    float distance = 1e9f;
    for (const auto& [key, other] : slots_) {
        if (other.font == nullptr) continue;
        const float off = std::fabs(static_cast<float>(key.second) - pixels) + (key.first == face ? 0.f : 100.f);
        if (off < distance) distance = off, nearest = other.font;
    }
    return nearest;
}

bool Fonts::want(Face face, float pixels, std::string_view text)
{
    Slot& s = slot(face, pixels);
    bool all = s.font != nullptr;
    for (const char32_t point : code_points(text)) {
        const std::size_t c = point > 0xFFFF ? kGeta : point;
        if (s.wanted[c] || everywhere_[c] || c < 0x20) continue;
        s.wanted[c] = true;
        stale_ = true;
        all = false;
    }
    return all;
}

void Fonts::want_everywhere(std::string_view text)
{
    for (const char32_t point : code_points(text)) {
        const std::size_t c = point > 0xFFFF ? kGeta : point;
        if (everywhere_[c] || c < 0x20) continue;
        everywhere_[c] = true;
        stale_ = true;
    }
}

void Fonts::add_to_atlas(Face face, int pixels, Slot& s)
{
    s.ranges = ranges_of(s.wanted, everywhere_);
    ImFontConfig config;
    config.FontNo = files_.index[static_cast<int>(face)];
    config.GlyphRanges = s.ranges.data();
    config.PixelSnapH = false;
    config.EllipsisChar = 0x2026;
    const std::string path = files_.path[static_cast<int>(face)].string();
    s.font = atlas_->AddFontFromFileTTF(path.c_str(), static_cast<float>(pixels) * files_.em_scale, &config);
    if (s.font == nullptr) throw std::runtime_error("The font file " + path + " can't be read.");
}

bool Fonts::rebuild()
{
    if (!stale_) return false;
    build();
    return true;
}

void Fonts::restore_pixels()
{
    if (atlas_->TexPixelsAlpha8 == nullptr) build();
}

void Fonts::build()
{
    const auto too_old = [this](const auto& entry) { return entry.second.last_used + kKeptRebuilds < generation_; };
    std::erase_if(slots_, too_old);
    atlas_->Clear();
    // Wide enough that thousands of large glyphs stay under the height that every GL 3.3 driver takes.
    atlas_->TexDesiredWidth = 4096;
    for (auto& [key, s] : slots_) add_to_atlas(key.first, key.second, s);
    if (slots_.empty()) atlas_->AddFontDefault();
    if (!atlas_->Build()) throw std::runtime_error("The fonts can't be rendered: FreeType refused them.");
    atlas_->ClearInputData();
    for (auto& [key, s] : slots_)
        if (key.first == Face::tabular || key.first == Face::tabular_bold) tighten_commas(*s.font);
    stale_ = false;
    ++generation_;
}

std::string drawable(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (const char32_t point : code_points(text)) append_utf8(out, point > 0xFFFF ? kGeta : point);
    return out;
}

} // namespace sonae::ui
