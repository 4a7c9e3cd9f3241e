// Icons as strokes on a grid from -1 to 1, so that they are sharp at every size and need no icon font.
#include "ui/icons.hpp"

#include <array>
#include <initializer_list>

namespace sonae::ui {
namespace {

class Pencil {
  public:
    Pencil(ImVec2 center, float size, ImU32 color)
        : list_(*ImGui::GetWindowDrawList()), center_(center), unit_(size / 2), color_(color),
          width_(std::max(1.25f, size / 11))
    {
    }
    void line(std::initializer_list<ImVec2> points, bool closed = false) const
    {
        for (const ImVec2& p : points) list_.PathLineTo(at(p));
        list_.PathStroke(color_, closed ? ImDrawFlags_Closed : ImDrawFlags_None, width_);
    }
    void fill(std::initializer_list<ImVec2> points) const
    {
        for (const ImVec2& p : points) list_.PathLineTo(at(p));
        list_.PathFillConvex(color_);
    }
    void box(float x, float y, float right, float bottom, float radius = 0.12f) const
    {
        list_.AddRect(at({x, y}), at({right, bottom}), color_, radius * unit_, 0, width_);
    }
    void block(float x, float y, float right, float bottom) const
    {
        list_.AddRectFilled(at({x, y}), at({right, bottom}), color_);
    }
    void ring(float x, float y, float radius) const { list_.AddCircle(at({x, y}), radius * unit_, color_, 0, width_); }
    void dot(float x, float y, float radius) const { list_.AddCircleFilled(at({x, y}), radius * unit_, color_); }
    void arc(float x, float y, float radius, float from, float to) const
    {
        list_.PathArcTo(at({x, y}), radius * unit_, from, to, 16);
        list_.PathStroke(color_, 0, width_);
    }

  private:
    ImVec2 at(ImVec2 p) const { return {center_.x + p.x * unit_, center_.y + p.y * unit_}; }
    ImDrawList& list_;
    ImVec2 center_;
    float unit_;
    ImU32 color_;
    float width_;
};

void mail(const Pencil& p)
{
    p.box(-0.9f, -0.62f, 0.9f, 0.62f);
    p.line({{-0.85f, -0.5f}, {0, 0.15f}, {0.85f, -0.5f}});
}

// A handset held upright: ear piece, grip, mouth piece.
void phone(const Pencil& p)
{
    p.line({{-0.35f, -0.9f},
            {-0.75f, -0.6f},
            {-0.55f, 0.05f},
            {-0.05f, 0.55f},
            {0.6f, 0.75f},
            {0.9f, 0.35f},
            {0.45f, 0.05f},
            {0.15f, 0.25f},
            {-0.25f, -0.15f},
            {-0.05f, -0.45f}},
           true);
}

// A screen that is watched.
void edr(const Pencil& p)
{
    p.box(-0.9f, -0.8f, 0.9f, 0.45f);
    p.line({{-0.6f, -0.1f}, {-0.25f, -0.1f}, {-0.05f, -0.5f}, {0.2f, 0.2f}, {0.35f, -0.1f}, {0.6f, -0.1f}});
    p.line({{-0.4f, 0.8f}, {0.4f, 0.8f}});
}

// A gate in a wall.
void utm(const Pencil& p)
{
    p.box(-0.9f, -0.75f, 0.9f, 0.75f, 0);
    p.line({{-0.9f, -0.25f}, {0.9f, -0.25f}});
    p.line({{-0.9f, 0.25f}, {0.9f, 0.25f}});
    p.line({{-0.1f, -0.75f}, {-0.1f, -0.25f}});
    p.line({{-0.45f, -0.25f}, {-0.45f, 0.25f}});
    p.line({{0.4f, -0.25f}, {0.4f, 0.25f}});
    p.line({{-0.1f, 0.25f}, {-0.1f, 0.75f}});
}

void press(const Pencil& p)
{
    p.box(-0.9f, -0.8f, 0.9f, 0.8f);
    p.block(-0.6f, -0.5f, 0.6f, -0.2f);
    p.line({{-0.6f, 0.15f}, {0.6f, 0.15f}});
    p.line({{-0.6f, 0.5f}, {0.25f, 0.5f}});
}

// Two firms' buildings would be too fine: a shop front.
void customer(const Pencil& p)
{
    p.line({{-0.75f, -0.1f}, {-0.75f, 0.85f}, {0.75f, 0.85f}, {0.75f, -0.1f}});
    p.line({{-0.95f, -0.2f}, {-0.65f, -0.8f}, {0.65f, -0.8f}, {0.95f, -0.2f}}, true);
    p.line({{-0.2f, 0.85f}, {-0.2f, 0.3f}, {0.25f, 0.3f}, {0.25f, 0.85f}});
}

void police(const Pencil& p)
{
    p.line({{0, -0.92f},
            {0.75f, -0.6f},
            {0.75f, 0.1f},
            {0.4f, 0.65f},
            {0, 0.92f},
            {-0.4f, 0.65f},
            {-0.75f, 0.1f},
            {-0.75f, -0.6f}},
           true);
    p.dot(0, -0.05f, 0.3f);
}

void person(const Pencil& p)
{
    p.ring(0, -0.45f, 0.38f);
    p.arc(0, 0.85f, 0.75f, kPi, 2 * kPi);
}

// One who speaks: a bubble.
void colleague(const Pencil& p)
{
    p.line(
        {{-0.9f, -0.75f}, {0.9f, -0.75f}, {0.9f, 0.4f}, {-0.15f, 0.4f}, {-0.5f, 0.85f}, {-0.5f, 0.4f}, {-0.9f, 0.4f}},
        true);
    p.dot(-0.4f, -0.17f, 0.12f), p.dot(0, -0.17f, 0.12f), p.dot(0.4f, -0.17f, 0.12f);
}

void lock(const Pencil& p)
{
    p.box(-0.65f, -0.1f, 0.65f, 0.85f);
    p.arc(0, -0.15f, 0.42f, kPi, 2 * kPi);
}

void clock(const Pencil& p)
{
    p.ring(0, 0, 0.88f);
    p.line({{0, -0.5f}, {0, 0.05f}, {0.38f, 0.3f}});
}

void warning(const Pencil& p)
{
    p.line({{0, -0.85f}, {0.95f, 0.8f}, {-0.95f, 0.8f}}, true);
    p.line({{0, -0.3f}, {0, 0.25f}});
    p.dot(0, 0.52f, 0.11f);
}

void next(const Pencil& p)
{
    p.fill({{-0.7f, -0.7f}, {0.35f, 0}, {-0.7f, 0.7f}});
    p.block(0.45f, -0.7f, 0.7f, 0.7f);
}

} // namespace

void draw_icon(Ui& ui, Icon icon, ImVec2 center, float size, Color color)
{
    const Pencil p(center, size, ui.theme(color));
    switch (icon) {
    case Icon::none: return;
    case Icon::mail: return mail(p);
    case Icon::phone: return phone(p);
    case Icon::edr: return edr(p);
    case Icon::utm: return utm(p);
    case Icon::press: return press(p);
    case Icon::customer: return customer(p);
    case Icon::police: return police(p);
    case Icon::colleague: return colleague(p);
    case Icon::check: return p.line({{-0.7f, 0.05f}, {-0.2f, 0.55f}, {0.75f, -0.55f}});
    case Icon::cross: return p.line({{-0.6f, -0.6f}, {0.6f, 0.6f}}), p.line({{-0.6f, 0.6f}, {0.6f, -0.6f}});
    case Icon::pause: return p.block(-0.6f, -0.7f, -0.2f, 0.7f), p.block(0.2f, -0.7f, 0.6f, 0.7f);
    case Icon::play: return p.fill({{-0.5f, -0.75f}, {0.75f, 0}, {-0.5f, 0.75f}});
    case Icon::next: return next(p);
    case Icon::up: return p.fill({{0, -0.6f}, {0.75f, 0.55f}, {-0.75f, 0.55f}});
    case Icon::down: return p.fill({{0, 0.6f}, {-0.75f, -0.55f}, {0.75f, -0.55f}});
    case Icon::right: return p.line({{-0.3f, -0.65f}, {0.4f, 0}, {-0.3f, 0.65f}});
    case Icon::left: return p.line({{0.3f, -0.65f}, {-0.4f, 0}, {0.3f, 0.65f}});
    case Icon::lock: return lock(p);
    case Icon::person: return person(p);
    case Icon::clock: return clock(p);
    case Icon::warning: return warning(p);
    }
}

} // namespace sonae::ui
