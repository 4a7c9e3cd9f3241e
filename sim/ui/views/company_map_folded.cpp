// The map folded to a strip: where there is no room for every machine.
#include "ui/views/company_zone.hpp"
#include "ui/views/flow.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <cmath>

namespace sonae::ui {

float draw_extent(Ui& ui, const Strings& s, const MapView& view, const Rect& at, bool draw)
{
    const Theme& t = ui.theme;
    const float line = t.line_height(Type::caption);
    if (!draw) return line;
    const float words = std::ceil(measure(ui, view.extent, kCaption.in(Color::ink)).x) + 1;
    const float name = std::ceil(measure(ui, s("map.spread"), kCaption).x) + t.px(kGap12);
    draw_text(ui, at.min(), s("map.spread"), kCaption);
    const float bar = std::round(t.px(12));
    const Rect share{at.x + name, std::round(at.y + (line - bar) / 2), at.w - name - words - t.px(kGap12), bar};
    draw_share(ui, share, view.touched, view.hosts, Tone::serious);
    draw_text(ui, {at.right() - words, at.y}, view.extent, kCaption.in(Color::ink));
    return line;
}

float draw_business(Ui& ui, const Strings& s, const MapView& view, const MapChoice& choice, const Rect& at, bool draw,
                    std::optional<std::string>& pressed)
{
    const Theme& t = ui.theme;
    const float height = chip_height(ui);
    const float label = std::ceil(measure(ui, s("map.processes"), kCaption).x) + t.px(kGap12);
    if (draw) draw_text_in(ui, {at.x, at.y, label, height}, s("map.processes"), kCaption);
    Flow flow({at.x + label, at.y}, at.w - label, t.px(kGap8), t.px(kGap8));
    for (const MapProcess& process : view.processes) {
        const ProcessChip chip{process.name, process.word, process.running};
        const Rect box = flow.next(process_chip_width(ui, chip), height);
        if (!draw) continue;
        draw_process_chip(ui, box.min(), chip, box.w);
        if (!may_press(choice, engine::TargetKind::process, process.slug)) continue;
        if (press_area(ui, "play.map." + process.slug, box).pressed) pressed = process.slug;
        draw_box(ui, box, Color::none, Color::accent, height / 2 / t.scale, 2);
    }
    const float y = flow.bottom() + t.px(kGap12);
    return y + draw_extent(ui, s, view, {at.x, y, at.w, 0}, draw) - at.y;
}

namespace {

// A zone on one line: its name, and counts of what is wrong, or that all is well.
float draw_zone_line(Ui& ui, const MapZone& zone, ImVec2 at, bool draw)
{
    const Theme& t = ui.theme;
    const float line = chip_height(ui), shape = t.px(kGap12);
    float x = at.x + t.px(kGap12);
    const float top = at.y + (line - t.line_height(Type::caption)) / 2;
    const auto words = [&](std::string_view text, const TextStyle& style) {
        if (draw) draw_text(ui, {x, top}, text, style);
        x += std::ceil(measure(ui, text, style).x) + t.px(kGap8);
    };
    const auto mark = [&](HostMark which) {
        if (draw) draw_host(ui, which, {x + shape / 2, at.y + line / 2}, shape);
        x += shape + t.px(kGap4);
    };
    words(zone.name, kCaption.strong().in(Color::ink));
    if (zone.marks.empty()) {
        mark(HostMark::healthy);
        words(zone.count, kCaption);
    }
    for (const auto& [which, text] : zone.marks) {
        mark(which);
        words(text, kCaption.in(ink_of(tone_of(which))));
    }
    return x + t.px(kGap4) - at.x;
}

// How many processes run, work half, stand still.
float draw_count(Ui& ui, const Strings& s, const MapView& view, Running running, ImVec2 at, bool draw)
{
    const Theme& t = ui.theme;
    const auto count = std::count_if(view.processes.begin(), view.processes.end(),
                                     [running](const MapProcess& process) { return process.running == running; });
    if (count == 0) return 0;
    const std::string words = word_of(s, running) + " " + std::to_string(count);
    const float height = chip_height(ui), bar = std::round(t.px(20)), bar_height = std::round(t.px(8));
    const TextStyle style = kCaption.strong().in(ink_of(tone_of(running)));
    if (draw) {
        draw_running_bar(ui, running, {at.x, std::round(at.y + (height - bar_height) / 2), bar, bar_height});
        draw_text(ui, {at.x + bar + t.px(kGap4), at.y + (height - t.line_height(Type::caption)) / 2}, words, style);
    }
    return bar + t.px(kGap4) + std::ceil(measure(ui, words, style).x) + 1;
}

// The shortest: zones with something wrong, counts of processes, and the extent.
float draw_brief(Ui& ui, const Strings& s, const MapView& view, const MapChoice& choice, const Rect& at, bool draw,
                 std::optional<std::string>& pressed)
{
    const Theme& t = ui.theme;
    const float height = chip_height(ui);
    Flow flow(at.min(), at.w, t.px(kGap12), t.px(kGap4));
    for (const Running running : {Running::stopped, Running::half, Running::full}) {
        const float width = draw_count(ui, s, view, running, {}, false);
        if (width <= 0) continue;
        const Rect box = flow.next(width, height);
        if (draw) draw_count(ui, s, view, running, box.min(), true);
    }
    for (const MapZone& zone : view.zones) {
        const bool whole = may_press(choice, engine::TargetKind::zone, zone.slug);
        if (zone.marks.empty() && !whole) continue;
        const Rect box = flow.next(draw_zone_line(ui, zone, {}, false), height);
        if (!draw) continue;
        if (whole && press_area(ui, "play.map." + zone.slug, box).pressed) pressed = zone.slug;
        draw_box(ui, box, Color::raised, whole ? Color::accent : Color::line);
        draw_zone_line(ui, zone, box.min(), true);
    }
    const float y = flow.bottom() + t.px(kGap4);
    return y + draw_extent(ui, s, view, {at.x, y, at.w, 0}, draw) - at.y;
}

float draw_folded(Ui& ui, const Strings& s, const MapView& view, const MapChoice& choice, const Rect& at, bool draw,
                  std::optional<std::string>& pressed)
{
    const Theme& t = ui.theme;
    Flow flow(at.min(), at.w, t.px(kGap8), t.px(kGap8));
    for (const MapZone& zone : view.zones) {
        const Rect box = flow.next(draw_zone_line(ui, zone, {}, false), chip_height(ui));
        if (!draw) continue;
        const bool whole = may_press(choice, engine::TargetKind::zone, zone.slug);
        if (whole && press_area(ui, "play.map." + zone.slug, box).pressed) pressed = zone.slug;
        draw_box(ui, box, Color::raised, whole ? Color::accent : Color::line);
        draw_zone_line(ui, zone, box.min(), true);
    }
    const float used = flow.height() + t.px(kGap12);
    return used + draw_business(ui, s, view, choice, {at.x, at.y + used, at.w, 0}, draw, pressed);
}

} // namespace

float folded_map_height(Ui& ui, const Strings& s, const MapView& view, Fold fold, float width)
{
    std::optional<std::string> none;
    const float padding = ui.theme.px(kGap12);
    const Rect inside{0, 0, width - 2 * padding, 0};
    const float rows = fold == Fold::brief ? draw_brief(ui, s, view, {}, inside, false, none)
                                           : draw_folded(ui, s, view, {}, inside, false, none);
    return std::ceil(rows + 2 * padding);
}

std::optional<std::string> draw_folded_map(Ui& ui, const Strings& s, const MapView& view, const MapChoice& choice,
                                           Fold fold, const Rect& at)
{
    std::optional<std::string> pressed;
    begin_card(ui, "map", at, {.padding = kGap12});
    const ImVec2 start = cursor();
    const Rect inside{start.x, start.y, width_left(), 0};
    if (fold == Fold::brief)
        draw_brief(ui, s, view, choice, inside, true, pressed);
    else
        draw_folded(ui, s, view, choice, inside, true, pressed);
    end_card(ui);
    return pressed;
}

} // namespace sonae::ui
