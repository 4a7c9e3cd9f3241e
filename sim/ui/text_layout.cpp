#include "ui/text_layout.hpp"

#include "base/text.hpp"

#include <cfloat>
#include <cstring>

namespace sonae::ui {
namespace {

constexpr std::uint32_t kKeptFrames = 240;
constexpr std::string_view kEllipsis = "…";

class Measure {
  public:
    Measure(Fonts& fonts, const LayoutRequest& request)
        : font_(fonts.font(request.face, request.pixels)), size_(fonts.draw_size(request.pixels))
    {
    }
    float operator()(std::string_view s) const
    {
        if (font_ == nullptr || s.empty()) return 0;
        return font_->CalcTextSizeA(size_, FLT_MAX, 0, s.data(), s.data() + s.size()).x;
    }

  private:
    ImFont* font_;
    float size_;
};

std::string_view without_end_spaces(std::string_view s)
{
    while (!s.empty() && (s.back() == ' ' || s.back() == '\r' || s.back() == '\t')) s.remove_suffix(1);
    while (s.ends_with("　")) s.remove_suffix(std::strlen("　"));
    return s;
}

std::size_t next_point(std::string_view s, std::size_t at)
{
    ++at;
    while (at < s.size() && (static_cast<unsigned char>(s[at]) & 0xC0) == 0x80) ++at;
    return at;
}

// The longest beginning of `s`, at least one character, that is not wider than `wrap`.
std::size_t longest_fitting(std::string_view s, float wrap, const Measure& measure)
{
    std::size_t fits = next_point(s, 0);
    for (std::size_t at = fits; at < s.size();) {
        at = next_point(s, at);
        if (measure(s.substr(0, at)) > wrap) break;
        fits = at;
    }
    return fits;
}

using Spans = std::vector<std::string_view>;

// One paragraph into lines. What stands between two breaks and is wider than a line is cut again: phrases at ICU's
// ordinary breaks, those by character (a long address).
void break_paragraph(std::string_view s, float wrap, bool phrases, const Measure& measure, Spans& lines)
{
    const std::vector<std::size_t> breaks = phrases ? phrase_breaks(s) : line_breaks(s);
    std::size_t line = 0;
    std::size_t fits = 0;
    for (std::size_t i = 0; i < breaks.size();) {
        const std::string_view longer = s.substr(line, breaks[i] - line);
        if (measure(without_end_spaces(longer)) <= wrap) {
            fits = breaks[i++];
            continue;
        }
        if (fits > line) {
            lines.push_back(s.substr(line, fits - line));
            line = fits;
        } else if (phrases) {
            Spans parts;
            break_paragraph(longer, wrap, false, measure, parts);
            lines.insert(lines.end(), parts.begin(), parts.end() - 1);
            line = fits = breaks[i] - parts.back().size();
            // A part that alone is as wide as the line would otherwise be asked for without end.
            if (parts.size() == 1) fits = breaks[i++];
        } else {
            const std::size_t cut = longest_fitting(longer, wrap, measure);
            lines.push_back(longer.substr(0, cut));
            line = fits = line + cut;
            if (line >= breaks[i]) ++i;
        }
    }
    if (line < s.size() || s.empty()) lines.push_back(s.substr(line));
}

Spans break_lines(std::string_view s, const LayoutRequest& request, float wrap, bool phrases, const Measure& measure)
{
    Spans lines;
    std::size_t begin = 0;
    while (begin <= s.size()) {
        const std::size_t end = std::min(s.find('\n', begin), s.size());
        const std::string_view paragraph = s.substr(begin, end - begin);
        if (request.wrap < 0)
            lines.push_back(paragraph);
        else
            break_paragraph(paragraph, wrap, phrases, measure, lines);
        begin = end + 1;
    }
    return lines;
}

// The narrowest width that needs no more lines: a heading of two lines reads better when both are of a length.
Spans balanced(std::string_view s, const LayoutRequest& request, const Measure& measure)
{
    Spans widest = break_lines(s, request, request.wrap, true, measure);
    if (widest.size() < 2 || widest.size() > 4) return widest;
    float low = request.wrap / 2;
    float high = request.wrap;
    for (int step = 0; step < 6; ++step) {
        const float middle = (low + high) / 2;
        Spans tried = break_lines(s, request, middle, true, measure);
        if (tried.size() > widest.size())
            low = middle;
        else
            high = middle, widest = std::move(tried);
    }
    return widest;
}

std::string shortened(std::string_view rest, float wrap, const Measure& measure)
{
    rest = rest.substr(0, rest.find('\n'));
    const float room = wrap < 0 ? FLT_MAX : wrap - measure(kEllipsis);
    std::string_view kept = measure(rest) <= room ? rest : rest.substr(0, longest_fitting(rest, room, measure));
    return std::string(without_end_spaces(kept)).append(kEllipsis);
}

} // namespace

TextLayout lay_out(Fonts& fonts, std::string_view text, const LayoutRequest& request)
{
    const std::string s = drawable(text);
    fonts.want(request.face, request.pixels, s);
    const Measure measure(fonts, request);
    const auto allowed = static_cast<std::size_t>(request.max_lines);
    const bool phrases = request.phrases && request.wrap > 0;
    Spans lines = phrases ? balanced(s, request, measure) : break_lines(s, request, request.wrap, false, measure);
    if (phrases && allowed > 0 && lines.size() > allowed) lines = break_lines(s, request, request.wrap, false, measure);
    TextLayout layout;
    // One line that may be shortened needs no break within it to be too wide.
    const bool cut = allowed > 0 && lines.size() > allowed;
    if (cut) lines.resize(allowed);
    for (const std::string_view line : lines) layout.lines.push_back({std::string(without_end_spaces(line)), 0});
    if (cut) {
        const auto rest = static_cast<std::size_t>(lines.back().data() - s.data());
        layout.lines.back().text = shortened(std::string_view(s).substr(rest), request.wrap, measure);
        layout.shortened = true;
    }
    if (layout.shortened) fonts.want(request.face, request.pixels, kEllipsis);
    for (LaidLine& line : layout.lines) {
        line.width = measure(line.text);
        layout.width = std::max(layout.width, line.width);
    }
    return layout;
}

const TextLayout& TextLayouts::get(Fonts& fonts, std::string_view text, const LayoutRequest& request)
{
    struct Packed {
        float pixels, wrap;
        int max_lines, face;
    } packed{request.pixels, request.wrap, request.max_lines * 2 + (request.phrases ? 1 : 0),
             static_cast<int>(request.face)};
    key_.assign(reinterpret_cast<const char*>(&packed), sizeof packed);
    key_.append(text);
    auto at = kept_.find(key_);
    if (at == kept_.end() || at->second.generation != fonts.generation()) {
        Kept kept{lay_out(fonts, text, request), fonts.generation(), frame_};
        at = kept_.insert_or_assign(key_, std::move(kept)).first;
    }
    at->second.last_frame = frame_;
    return at->second.layout;
}

void TextLayouts::next_frame()
{
    ++frame_;
    if (frame_ % kKeptFrames != 0) return;
    std::erase_if(kept_, [this](const auto& entry) { return entry.second.last_frame + kKeptFrames < frame_; });
}

} // namespace sonae::ui
