// The typefaces and one glyph atlas, shared by all windows. A face at a size holds only the characters that were asked
// for: a text with new ones is reported by `want`, and the next `rebuild` brings them. Knows nothing of GL: who has a
// GL context uploads the atlas when `generation` changes.
#pragma once

#include <imgui.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace sonae::ui {

enum class Face : std::uint8_t { regular, bold, tabular, tabular_bold };
inline constexpr int kFaceCount = 4;

inline constexpr char32_t kGeta = U'〓'; // drawn for what ImGui's 16-bit characters can't hold

struct FontFiles {
    std::filesystem::path path[kFaceCount];
    int index[kFaceCount] = {}; // within a .ttc
    float em_scale = 1;         // ascent + descent over em: ImGui asks FreeType for that height, we want the em
};
// The first family of the fallback list that is installed: BIZ UD, M PLUS, IPAex, Noto CJK. Throws std::runtime_error
// with a sentence that names the package to install.
FontFiles find_fonts();

class Fonts {
  public:
    explicit Fonts(FontFiles files = find_fonts());
    ~Fonts();
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;

    ImFontAtlas& atlas() { return *atlas_; }
    // The font of a face at a size in whole pixels. Until the next rebuild brings a new one it is the nearest that is
    // there.
    ImFont* font(Face face, float pixels);
    // The size to hand to ImGui, so that the em is `pixels` high in every family.
    float draw_size(float pixels) const { return pixels * files_.em_scale; }
    // Notes the characters that a text needs there; true when all of them can be drawn now.
    bool want(Face face, float pixels, std::string_view text);
    // Characters that every face and size should hold from the next rebuild on, for example a pack's.
    void want_everywhere(std::string_view text);

    bool is_stale() const { return stale_; }
    // Builds the atlas when something new is wanted; true when it did. Only between frames. Fonts that nobody asked for
    // since the last rebuild but one are dropped.
    bool rebuild();
    // The atlas's pixels, built again when they were forgotten: for a GL context that comes later.
    void restore_pixels();
    std::uint32_t generation() const { return generation_; }
    // Frees the atlas's pixels once every GL context has its texture.
    void forget_pixels() { atlas_->ClearTexData(); }

  private:
    struct Slot {
        ImFont* font = nullptr;
        std::vector<bool> wanted; // by 16-bit character
        std::vector<ImWchar> ranges;
        std::uint32_t last_used = 0;
    };
    using Key = std::pair<Face, int>;
    Slot& slot(Face face, float pixels);
    void build();
    void add_to_atlas(Face face, int pixels, Slot& slot);

    FontFiles files_;
    ImFontAtlas* atlas_;
    std::map<Key, Slot> slots_;
    std::vector<bool> everywhere_;
    bool stale_ = true;
    std::uint32_t generation_ = 0;
};

// The text as ImGui can draw it: characters beyond 16 bits and broken bytes become 〓 and U+FFFD.
std::string drawable(std::string_view text);

} // namespace sonae::ui
