#include "ui/theme.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace sonae::ui {
namespace {

constexpr ImU32 rgb(unsigned hex) { return IM_COL32((hex >> 16) & 0xFF, (hex >> 8) & 0xFF, hex & 0xFF, 0xFF); }

// In the order of Color. Contrast and colour-blind distances were computed for these very values.
constexpr std::array<unsigned, kColorCount - 1> kLight = {
    0xECEFEE, 0xFFFFFF, 0xF5F7F6, 0xD2D9D7, 0x7C8A87, 0x15201F, 0x3F4D4A, 0x5A6865, // ground … ink3
    0x0B5FA5, 0xE2EEF8, 0xFFFFFF,                                                   // accent
    0x00684D, 0x008A66, 0xDDF1EA, 0x7A4E00, 0xE69F00, 0xFCEFD2,                     // ok, warn
    0xA83200, 0xCC4406, 0xFBE5DB, 0xFFFFFF, 0x7B3B67, 0xB5669A, 0xF4E6EF,           // serious, unknown
    0x2B4C9B, 0x8A4B08, 0x0A6E74, 0x70378C, 0x47525A, 0xA02449,                     // tables 1–6
};
constexpr std::array<unsigned, kColorCount - 1> kDark = {
    0x0E1517, 0x172023, 0x1F2A2E, 0x324046, 0x74878D, 0xEDF3F3, 0xBFCBCD, 0x96A6AA, //
    0x77BDF2, 0x16344A, 0x0E1517,                                                   //
    0x5CCFAB, 0x2FB68D, 0x12362C, 0xF2B53A, 0xF2B53A, 0x3B2E0E,                     //
    0xFF8F5E, 0xF0692D, 0x44210F, 0x0E1517, 0xDDA0C6, 0xC77FAE, 0x3A2434,           //
    0x8FA9E8, 0xD9A066, 0x62BFC5, 0xC592DC, 0xA9B6BF, 0xEE8AA6,                     // lightened for the dark ground
};

// For weak eyes and washed-out projectors: every text at 7:1 or more on its ground, every border at 4.5:1.
constexpr std::array<unsigned, kColorCount - 1> kContrast = {
    0xFFFFFF, 0xFFFFFF, 0xEFEFEF, 0x5F6664, 0x000000, 0x000000, 0x1C2322, 0x363F3D, //
    0x003E7E, 0xDCEBFA, 0xFFFFFF,                                                   //
    0x004A36, 0x00694E, 0xE0F3EC, 0x553600, 0xB87400, 0xFFF0D0,                     //
    0x7F1D00, 0xA62D00, 0xFFE9E0, 0xFFFFFF, 0x5A1F4C, 0x8A3B73, 0xF8E9F3,           //
    0x1C357A, 0x653403, 0x004F53, 0x52226B, 0x2E383F, 0x7A0E33,                     //
};

struct Scale {
    float sizes[kTypeCount];     // design pixels of a console 1080 px high
    float fractions[kTypeCount]; // the wall's: 1/n of the height
};
constexpr Scale kScale = {{14, 18, 22, 32, 32}, {36, 26, 18, 12, 12}};

// Under this scale body text would be smaller than 14 px; a small window folds its panels instead.
constexpr float kSmallestScale = 14.f / 18.f;
constexpr float kSmallestCaption = 12.f;
// Scales come in steps, so that dragging a window's edge does not build new fonts at every pixel.
constexpr float kScaleSteps = 36.f;

float console_scale(float height, float text_factor)
{
    const float stepped = std::round(height / 1080.f * kScaleSteps) / kScaleSteps;
    return std::max(stepped, kSmallestScale) * text_factor;
}

ImVec4 vec(ImU32 color) { return ImGui::ColorConvertU32ToFloat4(color); }

} // namespace

Color ink_of(Tone tone)
{
    constexpr Color inks[] = {Color::ink2, Color::accent, Color::ok, Color::warn, Color::serious, Color::unknown};
    return inks[static_cast<int>(tone)];
}

Color fill_of(Tone tone)
{
    constexpr Color fills[] = {Color::ink3,      Color::accent,       Color::ok_fill,
                               Color::warn_fill, Color::serious_fill, Color::unknown_fill};
    return fills[static_cast<int>(tone)];
}

Color soft_of(Tone tone)
{
    constexpr Color softs[] = {Color::raised,    Color::accent_soft,  Color::ok_soft,
                               Color::warn_soft, Color::serious_soft, Color::unknown_soft};
    return softs[static_cast<int>(tone)];
}

float Theme::line_height(Type type) const
{
    constexpr float factors[kTypeCount] = {1.4f, 1.6f, 1.4f, 1.3f, 1.2f};
    // Lines on the wall are short and read from afar: a little closer than on the console.
    const float factor = choice.surface == Surface::wall && type == Type::body ? 1.5f : factors[static_cast<int>(type)];
    return std::round(size(type) * factor);
}

float Theme::hairline() const { return std::max(1.f, std::floor(scale + 0.25f)); }

Theme make_theme(const ThemeChoice& choice, float window_height)
{
    Theme theme;
    theme.choice = choice;
    const float text_factor = static_cast<float>(std::clamp(choice.text_percent, 100, 200)) / 100.f;
    const float height = std::clamp(window_height, 200.f, 8000.f);
    theme.scale = choice.surface == Surface::wall ? height / 1080.f : console_scale(height, text_factor);
    for (int i = 0; i < kTypeCount; ++i) {
        const float size =
            choice.surface == Surface::wall ? height / kScale.fractions[i] : kScale.sizes[i] * theme.scale;
        theme.sizes[i] = std::round(std::max(size, kSmallestCaption));
    }
    const auto& values = choice.look == Look::dark ? kDark : choice.look == Look::contrast ? kContrast : kLight;
    std::transform(values.begin(), values.end(), theme.colors, rgb);
    theme.colors[static_cast<int>(Color::none)] = 0;
    return theme;
}

void set_imgui_style(const Theme& theme)
{
    ImGuiStyle style;
    const float radius = theme.px(kRadius);
    style.WindowPadding = style.FramePadding = ImVec2(theme.px(kGap12), theme.px(kGap8));
    style.ItemSpacing = ImVec2(theme.px(kGap8), 0);
    style.ItemInnerSpacing = ImVec2(theme.px(kGap8), theme.px(kGap4));
    style.CellPadding = ImVec2(theme.px(kGap8), theme.px(kGap4));
    style.WindowRounding = 0;
    style.ChildRounding = style.FrameRounding = style.PopupRounding = style.GrabRounding = radius;
    style.WindowBorderSize = style.ChildBorderSize = 0;
    style.FrameBorderSize = style.PopupBorderSize = theme.hairline();
    style.ScrollbarSize = theme.px(kGap12);
    style.ScrollbarRounding = radius;
    style.GrabMinSize = theme.px(kGap24);
    style.DisabledAlpha = 1; // grey comes from tokens, so that contrast stays known
    style.AntiAliasedLinesUseTex = false;
    ImVec4* c = style.Colors;
    for (int i = 0; i < ImGuiCol_COUNT; ++i) c[i] = vec(theme(Color::panel));
    c[ImGuiCol_Text] = vec(theme(Color::ink));
    c[ImGuiCol_TextDisabled] = vec(theme(Color::ink3));
    c[ImGuiCol_WindowBg] = vec(theme(Color::ground));
    c[ImGuiCol_ChildBg] = ImVec4(0, 0, 0, 0);
    c[ImGuiCol_PopupBg] = vec(theme(Color::panel));
    c[ImGuiCol_Border] = c[ImGuiCol_TableBorderStrong] = vec(theme(Color::rule));
    c[ImGuiCol_TableBorderLight] = c[ImGuiCol_Separator] = vec(theme(Color::line));
    c[ImGuiCol_BorderShadow] = c[ImGuiCol_ScrollbarBg] = ImVec4(0, 0, 0, 0);
    c[ImGuiCol_TableHeaderBg] = c[ImGuiCol_TableRowBgAlt] = vec(theme(Color::raised));
    c[ImGuiCol_ScrollbarGrab] = vec(theme(Color::line));
    c[ImGuiCol_ScrollbarGrabHovered] = c[ImGuiCol_ScrollbarGrabActive] = vec(theme(Color::rule));
    c[ImGuiCol_TextSelectedBg] = vec(theme(Color::accent_soft));
    c[ImGuiCol_NavHighlight] = ImVec4(0, 0, 0, 0); // the focus ring is our own
    c[ImGuiCol_ModalWindowDimBg] = ImVec4(0.05f, 0.08f, 0.08f, 0.45f);
    ImGui::GetStyle() = style;
}

} // namespace sonae::ui
