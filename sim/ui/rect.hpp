// Rectangles in window pixels, and cutting a screen into panels.
#pragma once

#include <imgui.h>

#include <algorithm>
#include <numbers>

namespace sonae::ui {

inline constexpr float kPi = std::numbers::pi_v<float>;

struct Rect {
    float x = 0, y = 0, w = 0, h = 0;

    float right() const { return x + w; }
    float bottom() const { return y + h; }
    ImVec2 min() const { return {x, y}; }
    ImVec2 max() const { return {x + w, y + h}; }
    ImVec2 center() const { return {x + w / 2, y + h / 2}; }
    Rect shrunk(float by) const { return {x + by, y + by, std::max(0.f, w - 2 * by), std::max(0.f, h - 2 * by)}; }
    bool contains(const Rect& r, float slack = 0) const
    {
        return r.x >= x - slack && r.y >= y - slack && r.right() <= right() + slack && r.bottom() <= bottom() + slack;
    }
    // The common part; without one its width or height is not positive.
    Rect common(const Rect& r) const
    {
        const float left = std::max(x, r.x), top = std::max(y, r.y);
        return {left, top, std::min(right(), r.right()) - left, std::min(bottom(), r.bottom()) - top};
    }
    // Each cuts a strip off this rectangle and leaves `gap` between the strip and what remains.
    Rect cut_left(float width, float gap = 0)
    {
        const Rect cut{x, y, std::min(width, w), h};
        const float used = std::min(w, width + gap);
        x += used, w -= used;
        return cut;
    }
    Rect cut_right(float width, float gap = 0)
    {
        const Rect cut{right() - std::min(width, w), y, std::min(width, w), h};
        w -= std::min(w, width + gap);
        return cut;
    }
    Rect cut_top(float height, float gap = 0)
    {
        const Rect cut{x, y, w, std::min(height, h)};
        const float used = std::min(h, height + gap);
        y += used, h -= used;
        return cut;
    }
    Rect cut_bottom(float height, float gap = 0)
    {
        const Rect cut{x, bottom() - std::min(height, h), w, std::min(height, h)};
        h -= std::min(h, height + gap);
        return cut;
    }
    // The n-th of `count` equal columns or rows.
    Rect column(int n, int count, float gap = 0) const
    {
        const float each = (w - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
        return {x + (each + gap) * static_cast<float>(n), y, each, h};
    }
    Rect row(int n, int count, float gap = 0) const
    {
        const float each = (h - gap * static_cast<float>(count - 1)) / static_cast<float>(count);
        return {x, y + (each + gap) * static_cast<float>(n), w, each};
    }
};

} // namespace sonae::ui
