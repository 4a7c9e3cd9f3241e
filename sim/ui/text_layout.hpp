// Text cut into lines: where a line may end comes from ICU (kinsoku), how wide it is from the font. A layout is kept
// until the text, the width, the font or its glyphs change.
#pragma once

#include "ui/fonts.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace sonae::ui {

inline constexpr float kNoWrap = -1;

struct LaidLine {
    std::string text;
    float width = 0;
};
struct TextLayout {
    std::vector<LaidLine> lines;
    float width = 0; // of the widest line
    bool shortened = false;
};
struct LayoutRequest {
    Face face = Face::regular;
    float pixels = 18;
    float wrap = kNoWrap;
    int max_lines = 0;    // 0: as many as it takes; more end in an ellipsis
    bool phrases = false; // break at phrases (headings), where they fit
};

TextLayout lay_out(Fonts& fonts, std::string_view text, const LayoutRequest& request);

class TextLayouts {
  public:
    const TextLayout& get(Fonts& fonts, std::string_view text, const LayoutRequest& request);
    void next_frame(); // forgets what was not drawn for a while

  private:
    struct Kept {
        TextLayout layout;
        std::uint32_t generation = 0;
        std::uint32_t last_frame = 0;
    };
    std::unordered_map<std::string, Kept> kept_;
    std::string key_; // reused, so that looking up allocates nothing
    std::uint32_t frame_ = 0;
};

} // namespace sonae::ui
