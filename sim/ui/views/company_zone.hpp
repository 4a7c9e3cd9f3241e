// Parts of the company's map: one zone, and what stands below the zones.
#pragma once

#include "ui/views/company_map.hpp"

namespace sonae::ui {

bool may_press(const MapChoice& choice, engine::TargetKind kind, const std::string& slug);
// Returns the bottom of what it drew or would draw.
float draw_zone(Ui& ui, const Strings& s, const MapZone& zone, const MapChoice& choice, const Rect& at, bool draw,
                std::optional<std::string>& pressed);
// Process chips and the extent bar; returns the height that they take or would take.
float draw_business(Ui& ui, const Strings& s, const MapView& view, const MapChoice& choice, const Rect& at, bool draw,
                    std::optional<std::string>& pressed);
float draw_extent(Ui& ui, const Strings& s, const MapView& view, const Rect& at, bool draw);

} // namespace sonae::ui
