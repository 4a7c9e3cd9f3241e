// Shapes that carry a state or a channel without colour: drawn on the draw list, sharp at every size.
#pragma once

#include "ui/frame.hpp"

namespace sonae::ui {

enum class HostMark : std::uint8_t { healthy, suspicious, compromised, encrypted, isolated, off, restored };
Tone tone_of(HostMark mark);
void draw_host(Ui& ui, HostMark mark, ImVec2 center, float size);

// clang-format off
enum class Icon : std::uint8_t {
    none, mail, phone, edr, utm, press, customer, police, colleague,
    check, cross, pause, play, next, up, down, right, left, lock, person, clock, warning
};
// clang-format on
void draw_icon(Ui& ui, Icon icon, ImVec2 center, float size, Color color);

// One to three bars of `out_of` three, as wide as returned; the empty ones stay as outlines.
float draw_severity(Ui& ui, ImVec2 top_left, float height, int bars, Color color);
float severity_width(float height);

enum class Running : std::uint8_t { full, half, stopped };
Tone tone_of(Running running);
void draw_running_bar(Ui& ui, Running running, const Rect& at);

void draw_circle(Ui& ui, ImVec2 center, float radius, Color fill);
void draw_box(Ui& ui, const Rect& at, Color fill, Color border = Color::none, float design_radius = kRadius,
              float design_border = 1);
void draw_line(Ui& ui, ImVec2 from, ImVec2 to, Color color, float design_width = 1);

} // namespace sonae::ui
