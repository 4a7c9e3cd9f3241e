// Components that show: inject card, indicator tile, countdown, process chip, host label, sparkline.
#pragma once

#include "ui/icons.hpp"
#include "ui/text.hpp"

#include <span>

namespace sonae::ui {

struct InjectCard {
    Icon channel = Icon::mail;
    std::string_view sender;
    std::string_view time;
    std::string_view title;
    std::string_view words = {}; // two lines unless open
    int severity = 0;            // 0: none shown
    std::string_view severity_word = {};
    bool unread = false;
    bool open = false;
};
// The card is one control; pressing it opens or closes it.
bool inject_card(Ui& ui, std::string_view name, const InjectCard& card);

enum class Change : std::uint8_t { none, up, down };
struct Point {
    std::int64_t at = 0; // any unit, ascending
    std::int64_t value = 0;
};
struct IndicatorTile {
    std::string_view caption;
    std::string_view figure;
    std::string_view change = {}; // "180万円"; stands behind ▲ or ▼
    std::string_view cause = {};
    Change direction = Change::none;
    Tone tone = Tone::plain;        // of the change and the line
    Tone figure_tone = Tone::plain; // `unknown` for 未確認
    std::span<const Point> series = {};
    std::int64_t from = 0, to = 0; // the window of time that the sparkline shows
};
void indicator_tile(Ui& ui, const IndicatorTile& tile);
// Returns how wide it drew; series is held until the next point (a step line).
void draw_sparkline(Ui& ui, const Rect& at, std::span<const Point> series, std::int64_t from, std::int64_t to,
                    Color color);

struct Countdown {
    int left_permille = 1000; // turns warn under 200
    std::string_view words;   // "6分"
    std::string_view caption = {};
};
void countdown(Ui& ui, const Countdown& view, float design_size = 28);
Rect draw_countdown(Ui& ui, ImVec2 at, const Countdown& view, float design_size = 28, Type type = Type::body);

struct ProcessChip {
    std::string_view name;
    std::string_view word; // 稼働 / 縮退 / 停止
    Running running = Running::full;
};
Rect draw_process_chip(Ui& ui, ImVec2 at, const ProcessChip& chip, float width = 0);
float process_chip_width(Ui& ui, const ProcessChip& chip);
float chip_height(const Ui& ui);

// A host's shape with its name and, unless healthy, its state's word: `■ 共有 file 暗号化`.
Rect draw_host_label(Ui& ui, ImVec2 at, HostMark mark, std::string_view name, std::string_view word = {});

// A small word on a soft ground: 未確認, 必須.
Rect draw_tag(Ui& ui, ImVec2 at, std::string_view word, Tone tone);
// A part of a whole, with both figures said beside it by the caller.
void draw_share(Ui& ui, const Rect& at, std::int64_t part, std::int64_t whole, Tone tone);

} // namespace sonae::ui
