// Boxes side by side that go on in the next line where the width ends.
#pragma once

#include "ui/rect.hpp"

namespace sonae::ui {

class Flow {
  public:
    Flow(ImVec2 start, float width, float gap, float row_gap)
        : start_(start), at_(start), width_(width), gap_(gap), row_gap_(row_gap)
    {
    }

    Rect next(float w, float h)
    {
        w = std::min(w, width_);
        if (at_.x > start_.x && at_.x + w > start_.x + width_ + 0.5f) break_line();
        const Rect box{at_.x, at_.y, w, h};
        at_.x += w + gap_;
        row_ = std::max(row_, h);
        return box;
    }
    void break_line()
    {
        at_ = {start_.x, at_.y + row_ + row_gap_};
        row_ = 0;
    }
    float bottom() const { return at_.y + row_; }
    float height() const { return bottom() - start_.y; }

  private:
    ImVec2 start_, at_;
    float width_, gap_, row_gap_, row_ = 0;
};

} // namespace sonae::ui
