// Shapes of state: hosts, processes, severity; and the plain boxes and lines that components are made of.
#include "ui/icons.hpp"

#include <array>
#include <cmath>

namespace sonae::ui {
namespace {

struct Pen {
    ImDrawList& list;
    ImVec2 c;
    float r;
    float stroke;
    ImVec2 at(float x, float y) const { return {c.x + x * r, c.y + y * r}; }
};

void tick(const Pen& pen, ImU32 color)
{
    const std::array<ImVec2, 3> points = {pen.at(-0.5f, 0.05f), pen.at(-0.12f, 0.42f), pen.at(0.5f, -0.36f)};
    pen.list.AddPolyline(points.data(), 3, color, 0, pen.stroke);
}

void half_disc(const Pen& pen, ImU32 color)
{
    pen.list.PathArcTo(pen.c, pen.r * 0.9f, -kPi / 2, kPi / 2, 24);
    pen.list.PathFillConvex(color);
    pen.list.AddCircle(pen.c, pen.r * 0.9f, color, 0, pen.stroke);
}

void triangle(const Pen& pen, ImU32 color)
{
    pen.list.AddTriangleFilled(pen.at(0, -0.98f), pen.at(1.05f, 0.88f), pen.at(-1.05f, 0.88f), color);
}

void crossed_square(const Pen& pen, ImU32 fill, ImU32 cross)
{
    pen.list.AddRectFilled(pen.at(-0.92f, -0.92f), pen.at(0.92f, 0.92f), fill, pen.r * 0.12f);
    pen.list.AddLine(pen.at(-0.55f, -0.55f), pen.at(0.55f, 0.55f), cross, pen.stroke);
    pen.list.AddLine(pen.at(-0.55f, 0.55f), pen.at(0.55f, -0.55f), cross, pen.stroke);
}

void broken_ring(const Pen& pen, ImU32 color)
{
    pen.list.AddCircleFilled(pen.c, pen.r * 0.48f, color);
    for (int piece = 0; piece < 4; ++piece) {
        const float from = kPi / 2 * static_cast<float>(piece) + 0.25f;
        pen.list.PathArcTo(pen.c, pen.r * 0.92f, from, from + kPi / 2 - 0.5f, 8);
        pen.list.PathStroke(color, 0, pen.stroke);
    }
}

} // namespace

Tone tone_of(HostMark mark)
{
    constexpr Tone tones[] = {Tone::ok, Tone::warn, Tone::serious, Tone::serious, Tone::accent, Tone::plain, Tone::ok};
    return tones[static_cast<int>(mark)];
}

void draw_host(Ui& ui, HostMark mark, ImVec2 center, float size)
{
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const Pen pen{list, center, size / 2, std::max(1.5f, size / 8)};
    const ImU32 fill = ui.theme(fill_of(tone_of(mark)));
    const ImU32 inside = ui.theme(Color::panel);
    switch (mark) {
    case HostMark::healthy: return list.AddCircleFilled(center, pen.r * 0.92f, fill);
    case HostMark::suspicious: return half_disc(pen, fill);
    case HostMark::compromised: return triangle(pen, fill);
    case HostMark::encrypted: return crossed_square(pen, fill, inside);
    case HostMark::isolated: return broken_ring(pen, fill);
    case HostMark::off: return list.AddCircle(center, pen.r * 0.85f, ui.theme(Color::ink3), 0, pen.stroke);
    case HostMark::restored: list.AddCircleFilled(center, pen.r * 0.98f, fill); return tick(pen, inside);
    }
}

float severity_width(float height) { return std::round(height * 1.3f); }

float draw_severity(Ui& ui, ImVec2 top_left, float height, int bars, Color color)
{
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float width = std::round(height * 0.3f);
    for (int i = 0; i < 3; ++i) {
        const ImVec2 low(top_left.x + std::round(static_cast<float>(i) * height * 0.5f), top_left.y);
        const ImVec2 high(low.x + width, low.y + height);
        if (i < bars)
            list.AddRectFilled(low, high, ui.theme(color));
        else
            list.AddRect(low, high, ui.theme(Color::rule), 0, 0, ui.theme.hairline());
    }
    return severity_width(height);
}

Tone tone_of(Running running)
{
    constexpr Tone tones[] = {Tone::ok, Tone::warn, Tone::serious};
    return tones[static_cast<int>(running)];
}

void draw_running_bar(Ui& ui, Running running, const Rect& at)
{
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImU32 color = ui.theme(fill_of(tone_of(running)));
    const float shares[] = {1.f, 0.5f, 0.f};
    const float filled = std::round(at.w * shares[static_cast<int>(running)]);
    if (filled > 0) list.AddRectFilled(at.min(), {at.x + filled, at.bottom()}, color);
    list.AddRect(at.min(), at.max(), color, 0, 0, std::max(1.f, ui.theme.px(1.5f)));
}

void draw_circle(Ui& ui, ImVec2 center, float radius, Color fill)
{
    if (fill != Color::none) ImGui::GetWindowDrawList()->AddCircleFilled(center, radius, ui.theme(fill));
}

void draw_box(Ui& ui, const Rect& at, Color fill, Color border, float design_radius, float design_border)
{
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 low(std::round(at.x), std::round(at.y));
    const ImVec2 high(std::round(at.right()), std::round(at.bottom()));
    const float radius = ui.theme.px(design_radius);
    if (fill != Color::none) list.AddRectFilled(low, high, ui.theme(fill), radius);
    if (border != Color::none)
        list.AddRect(low, high, ui.theme(border), radius, 0,
                     std::max(ui.theme.hairline(), std::round(ui.theme.px(design_border))));
}

void draw_line(Ui& ui, ImVec2 from, ImVec2 to, Color color, float design_width)
{
    const float width = std::max(1.f, std::round(ui.theme.px(design_width)));
    ImGui::GetWindowDrawList()->AddLine(from, to, ui.theme(color), width);
}

} // namespace sonae::ui
