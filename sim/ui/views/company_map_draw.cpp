#include "ui/views/company_zone.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace sonae::ui {
namespace {

float weight_of(const MapZone& zone)
{
    float weight = 3;
    std::string_view group;
    for (const MapHost& host : zone.hosts) {
        if (!host.group.empty() && host.group != group) weight += 0.8f, group = host.group;
        weight += host.group.empty() ? 1.7f : 0.13f;
    }
    return weight;
}

struct ZoneRow {
    std::vector<const MapZone*> zones;
    std::vector<Rect> boxes;
};

void lay_row(Ui& ui, ZoneRow& row, const Rect& at)
{
    const float gap = ui.theme.px(kGap12);
    float total = 0;
    for (const MapZone* zone : row.zones) total += weight_of(*zone);
    float x = at.x;
    const float room = at.w - gap * static_cast<float>(row.zones.size() - 1);
    for (const MapZone* zone : row.zones) {
        const float width = room * weight_of(*zone) / total;
        row.boxes.push_back({x, at.y, width, at.h});
        x += width + gap;
    }
}

float needed(Ui& ui, const Strings& s, const ZoneRow& row)
{
    std::optional<std::string> none;
    float height = 0;
    for (std::size_t i = 0; i < row.zones.size(); ++i)
        height = std::max(height, draw_zone(ui, s, *row.zones[i], {}, row.boxes[i], false, none) - row.boxes[i].y);
    return height;
}

void draw_row(Ui& ui, const Strings& s, ZoneRow& row, float y, float height, const MapChoice& choice,
              std::optional<std::string>& pressed)
{
    for (std::size_t i = 0; i < row.zones.size(); ++i) {
        row.boxes[i].y = y, row.boxes[i].h = height;
        draw_zone(ui, s, *row.zones[i], choice, row.boxes[i], true, pressed);
    }
}

void draw_legend(Ui& ui, const Strings& s, Rect at)
{
    constexpr std::array marks = {HostMark::isolated, HostMark::encrypted, HostMark::compromised, HostMark::suspicious,
                                  HostMark::healthy};
    const float shape = ui.theme.px(kGap12);
    for (const HostMark mark : marks) {
        const std::string& word = word_of(s, mark);
        const float wide = std::ceil(measure(ui, word, kCaption).x) + 1;
        if (at.w < wide + shape + ui.theme.px(kGap16)) return; // the plainest comes last, and is missed least
        const Rect cell = at.cut_right(wide, 0);
        draw_text_in(ui, cell, word, kCaption);
        const Rect icon = at.cut_right(shape + ui.theme.px(kGap4), ui.theme.px(kGap12));
        draw_host(ui, mark, {icon.x + shape / 2, icon.center().y}, shape);
    }
}

// What stands where on the map of a width; `high` is what the upper row needs, `low` the lower with the gap before it.
struct MapLayout {
    ZoneRow big, small;
    float high = 0, low = 0, below = 0, gap = 0;
    float needed() const { return high + low + gap + below; }
};

MapLayout lay_map(Ui& ui, const Strings& s, const MapView& view, ImVec2 start, float width)
{
    MapLayout m;
    std::optional<std::string> none;
    m.gap = ui.theme.px(kGap12);
    for (const MapZone& zone : view.zones) (zone.is_small ? m.small : m.big).zones.push_back(&zone);
    if (m.big.zones.empty()) std::swap(m.big, m.small);
    lay_row(ui, m.big, {start.x, start.y, width, 0});
    m.high = needed(ui, s, m.big);
    if (!m.small.zones.empty()) {
        lay_row(ui, m.small, {start.x, start.y, width, 0});
        m.low = needed(ui, s, m.small) + m.gap;
    }
    m.below = draw_business(ui, s, view, {}, {start.x, start.y, width, 0}, false, none);
    return m;
}

} // namespace

float map_height(Ui& ui, const Strings& s, const MapView& view, float width)
{
    const float padding = ui.theme.px(kGap16);
    const float head = ui.theme.line_height(Type::heading) + ui.theme.px(kGap8);
    return std::ceil(lay_map(ui, s, view, {0, 0}, width - 2 * padding).needed() + head + 2 * padding) + 1;
}

std::optional<std::string> draw_map(Ui& ui, const Strings& s, const MapView& view, const MapChoice& choice,
                                    const Rect& at)
{
    std::optional<std::string> pressed;
    begin_card(ui, "map", at, {.title = s("map.title")});
    const float padding = ui.theme.px(kGap16);
    Rect head{at.x + padding, at.y + padding, at.w - 2 * padding, ui.theme.line_height(Type::heading)};
    head.cut_left(measure(ui, s("map.title"), kHeading).x, padding);
    draw_legend(ui, s, head);
    begin_scroll(ui, "zones");
    const ImVec2 start = cursor();
    const float width = width_left();
    MapLayout m = lay_map(ui, s, view, start, width);
    const float lines = 2 * ui.theme.line_height(Type::caption); // for words about single machines
    const float high = std::clamp(height_left() - m.below - m.gap - m.low, m.high, m.high + 3 * lines);
    draw_row(ui, s, m.big, start.y, high, choice, pressed);
    if (m.low > 0) draw_row(ui, s, m.small, start.y + high + m.gap, m.low - m.gap, choice, pressed);
    draw_business(ui, s, view, choice, {start.x, start.y + high + m.low + m.gap, width, 0}, true, pressed);
    move_to(start);
    ImGui::Dummy({width, high + m.low + m.gap + m.below});
    end_scroll(ui);
    end_card(ui);
    return pressed;
}

} // namespace sonae::ui
