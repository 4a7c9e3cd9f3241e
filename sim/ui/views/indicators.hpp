// The company's figures with their last change and its cause. A figure that nobody can know yet says so.
#pragma once

#include "ui/panels.hpp"
#include "ui/tiles.hpp"
#include "ui/views/source.hpp"

#include <string>
#include <vector>

namespace sonae::ui {

struct FigureView {
    std::string caption, figure, change, cause;
    Change direction = Change::none;
    Tone tone = Tone::plain, figure_tone = Tone::plain;
    std::vector<Point> series;
};

struct TrustView {
    std::string caption, figure;
    Change direction = Change::none;
};

struct DeadlineView {
    std::string name, left;
    bool is_near = false;
};

struct IndicatorsView {
    std::vector<FigureView> figures;
    std::vector<TrustView> trust;
    std::string trust_cause;
    std::vector<DeadlineView> deadlines;
    std::int64_t from = 0, to = 0; // what the sparklines show
    std::string preparation;       // whether the company is as the table prepared it
};

IndicatorsView make_indicators_view(const PlaySource& from, const Known& known);
// Returns the height at which nothing has to scroll.
float draw_indicators(Ui& ui, const Strings& s, const IndicatorsView& view, const Rect& at);
void draw_indicator_rows(Ui& ui, const Strings& s, const IndicatorsView& view);

} // namespace sonae::ui
