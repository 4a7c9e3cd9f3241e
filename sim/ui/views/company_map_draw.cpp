#include "ui/views/company_map.hpp"

#include "ui/views/flow.hpp"
#include "ui/words.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace sonae::ui {
namespace {

constexpr float kDotPitch = 20, kDot = 13, kShape = 16; // design pixels

bool may_press(const MapChoice& choice, engine::TargetKind kind, const std::string& slug)
{
    return choice.takes == kind && choice.targets != nullptr &&
           std::find(choice.targets->begin(), choice.targets->end(), slug) != choice.targets->end();
}

std::string host_tip(const Strings& s, const MapHost& host)
{
    return host.name + " " + host.slug + s("map.tip.between") + (host.word.empty() ? s("host.healthy") : host.word);
}

// Tells its name under the mouse; presses when it may be chosen.
bool touch(Ui& ui, const Strings& s, const MapHost& host, const Rect& at, const MapChoice& choice)
{
    if (may_press(choice, engine::TargetKind::host, host.slug)) {
        const Pressed p = press_area(ui, "play.map." + host.slug, at);
        draw_box(ui, at, p.hovered ? Color::accent_soft : Color::none, Color::accent, 4);
        if (p.hovered) tip(ui, host_tip(s, host));
        return p.pressed;
    }
    if (ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows) && ImGui::IsMouseHoveringRect(at.min(), at.max()))
        tip(ui, host_tip(s, host));
    return false;
}

TextStyle host_style(const MapHost& host)
{
    return kCaption.in(host.mark == HostMark::healthy ? Color::ink : ink_of(tone_of(host.mark)));
}

// The name, and the state's word behind it, or below it where the cell is narrow.
void draw_named_host(Ui& ui, const MapHost& host, const Rect& cell)
{
    const Theme& t = ui.theme;
    const float line = t.line_height(Type::caption), shape = t.px(kShape);
    draw_host(ui, host.mark, {cell.x + shape / 2, cell.y + line / 2}, shape);
    const float x = cell.x + shape + t.px(kGap8);
    const float room = cell.right() - x;
    const TextStyle style = host_style(host);
    const float word = host.word.empty() ? 0 : measure(ui, host.word, style.strong()).x + t.px(kGap8);
    const float name = measure(ui, host.name, style).x;
    if (name + word <= room || host.word.empty()) {
        const Rect drawn = draw_text(ui, {x, cell.y}, host.name, style.lines(1), room);
        if (word > 0) draw_text(ui, {drawn.right() + t.px(kGap8), cell.y}, host.word, style.strong());
        return;
    }
    draw_text(ui, {x, cell.y}, host.name, style.lines(1), room);
    draw_text(ui, {x, cell.y + line}, host.word, style.strong().lines(1), room);
}

float cell_height(Ui& ui, const MapHost& host, float width)
{
    const float line = ui.theme.line_height(Type::caption);
    if (host.word.empty()) return line;
    const TextStyle style = host_style(host);
    const float room = width - ui.theme.px(kShape) - ui.theme.px(kGap8);
    const float wanted = measure(ui, host.name, style).x + ui.theme.px(kGap8) + measure(ui, host.word, style.strong()).x;
    return wanted <= room ? line : 2 * line;
}

struct ZoneDrawing {
    Ui& ui;
    const Strings& s;
    const MapZone& zone;
    const MapChoice& choice;
    Rect inside;
    bool draw;
    float y = 0;
    std::optional<std::string> pressed = {};

    void named_hosts()
    {
        const float widest = ui.theme.px(150), gap = ui.theme.px(kGap8);
        const int columns = std::max(1, static_cast<int>((inside.w + gap) / (widest + gap)));
        const float width = (inside.w - gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
        int column = 0;
        float row = 0;
        for (const MapHost& host : zone.hosts) {
            if (host.is_one_of_many) continue;
            if (column == columns) y += row + ui.theme.px(2), column = 0, row = 0;
            const float height = cell_height(ui, host, width);
            const Rect cell{inside.x + (width + gap) * static_cast<float>(column), y, width, height};
            if (draw) named_host(host, cell);
            row = std::max(row, height);
            ++column;
        }
        if (column > 0) y += row + ui.theme.px(kGap4);
    }
    void named_host(const MapHost& host, const Rect& cell)
    {
        if (touch(ui, s, host, cell, choice)) pressed = host.slug;
        draw_named_host(ui, host, cell);
    }
    // Alike machines: their name once, then a dot each; what is wrong with single ones stands below.
    void groups()
    {
        for (std::size_t i = 0; i < zone.hosts.size();) {
            if (!zone.hosts[i].is_one_of_many) {
                ++i;
                continue;
            }
            std::size_t end = i;
            while (end < zone.hosts.size() && zone.hosts[end].is_one_of_many && zone.hosts[end].name == zone.hosts[i].name)
                ++end;
            group(i, end);
            i = end;
        }
    }
    void group(std::size_t from, std::size_t to)
    {
        const float pitch = std::round(ui.theme.px(kDotPitch));
        const std::string& name = zone.hosts[from].name;
        const float label = measure(ui, name, kCaption.lines(1), inside.w).x;
        if (draw)
            draw_text(ui, {inside.x, y + (pitch - ui.theme.line_height(Type::caption)) / 2}, name, kCaption.lines(1),
                      inside.w);
        float x = inside.x + std::ceil(label) + ui.theme.px(kGap8);
        for (std::size_t i = from; i < to; ++i) {
            if (x + pitch > inside.right() + 1) x = inside.x, y += pitch;
            if (draw) dot(zone.hosts[i], {x, y, pitch, pitch});
            x += pitch;
        }
        y += pitch;
    }
    void dot(const MapHost& host, const Rect& cell)
    {
        if (touch(ui, s, host, cell, choice)) pressed = host.slug;
        const float size = ui.theme.px(host.mark == HostMark::healthy ? kDot : kShape);
        draw_host(ui, host.mark, cell.center(), size);
    }
    // `m-pc-17 暗号化`, as many as there is room for.
    void words()
    {
        const float line = ui.theme.line_height(Type::caption);
        std::vector<const MapHost*> bad;
        for (const MapHost& host : zone.hosts)
            if (host.is_one_of_many && host.mark != HostMark::healthy) bad.push_back(&host);
        if (bad.empty()) return;
        std::stable_sort(bad.begin(), bad.end(), [](const MapHost* a, const MapHost* b) { return rank(*a) < rank(*b); });
        const float width = ui.theme.px(150);
        const int columns = std::max(1, static_cast<int>(inside.w / width));
        const auto lines = static_cast<int>((inside.bottom() - y) / line);
        const int cells = std::max(1, lines) * columns;
        const bool all = static_cast<int>(bad.size()) <= cells;
        const int shown = all ? static_cast<int>(bad.size()) : std::max(0, cells - 1);
        for (int i = 0; i < shown; ++i) word(cell_at(i, columns, line), bad[static_cast<std::size_t>(i)]);
        if (all || lines < 1) return;
        const std::string rest = std::to_string(static_cast<int>(bad.size()) - shown);
        const Rect at = cell_at(shown, columns, line);
        draw_text(ui, at.min(), s.format("map.more", {{"count", rest}}), kCaption.lines(1), at.w);
    }
    static int rank(const MapHost& host)
    {
        constexpr int ranks[] = {6, 2, 1, 0, 3, 4, 5}; // encrypted, compromised, suspicious, …
        return ranks[static_cast<int>(host.mark)];
    }
    Rect cell_at(int i, int columns, float line) const
    {
        const float width = inside.w / static_cast<float>(columns);
        return {inside.x + width * static_cast<float>(i % columns), y + line * static_cast<float>(i / columns), width,
                line};
    }
    void word(const Rect& at, const MapHost* host)
    {
        const std::string words = host->slug + " " + host->word;
        draw_text(ui, at.min(), words, host_style(*host).lines(1), at.w - ui.theme.px(kGap4));
    }
};

// Returns the bottom of what it drew or would draw.
float draw_zone(Ui& ui, const Strings& s, const MapZone& zone, const MapChoice& choice, const Rect& at, bool draw,
                std::optional<std::string>& pressed)
{
    const Theme& t = ui.theme;
    const float padding = t.px(kGap12), top = t.px(kGap8);
    const bool whole = may_press(choice, engine::TargetKind::zone, zone.slug);
    if (draw) {
        Pressed p;
        if (whole) p = press_area(ui, "play.map." + zone.slug, at);
        draw_box(ui, at, p.hovered ? Color::accent_soft : Color::raised, whole ? Color::accent : Color::line);
        if (p.pressed) pressed = zone.slug;
        const Rect name = draw_text(ui, {at.x + padding, at.y + top}, zone.name, kCaption.strong());
        draw_text(ui, {name.right() + t.px(kGap8), at.y + top}, zone.count, kCaption.in(Color::ink3));
    }
    const float first = at.y + top + t.line_height(Type::caption) + t.px(2);
    const Rect inside{at.x + padding, first, at.w - 2 * padding, at.bottom() - top - first};
    ZoneDrawing drawing{ui, s, zone, choice, inside, draw, first};
    drawing.named_hosts();
    drawing.groups();
    if (draw) drawing.words();
    if (drawing.pressed) pressed = drawing.pressed;
    return drawing.y + top;
}

float weight_of(const MapZone& zone)
{
    float weight = 3;
    std::string_view group;
    for (const MapHost& host : zone.hosts) {
        if (host.is_one_of_many && host.name != group) weight += 0.8f, group = host.name;
        weight += host.is_one_of_many ? 0.13f : 1.f;
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
        const Rect cell = at.cut_right(std::ceil(measure(ui, word, kCaption).x) + 1, 0);
        draw_text_in(ui, cell, word, kCaption);
        const Rect icon = at.cut_right(shape + ui.theme.px(kGap4), ui.theme.px(kGap12));
        draw_host(ui, mark, {icon.x + shape / 2, icon.center().y}, shape);
    }
}

} // namespace

// Process chips and the extent bar; returns what they took. In the folded map too.
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
    const float line = t.line_height(Type::caption);
    const float y = flow.bottom() + t.px(kGap12);
    if (draw) {
        const float words = std::ceil(measure(ui, view.extent, kCaption.in(Color::ink)).x) + 1;
        const float name = std::ceil(measure(ui, s("map.spread"), kCaption).x) + t.px(kGap12);
        draw_text(ui, {at.x, y}, s("map.spread"), kCaption);
        const float bar = std::round(t.px(12));
        const Rect share{at.x + name, std::round(y + (line - bar) / 2), at.w - name - words - t.px(kGap12), bar};
        draw_share(ui, share, view.touched, view.hosts, Tone::serious);
        draw_text(ui, {at.right() - words, y}, view.extent, kCaption.in(Color::ink));
    }
    return y + line - at.y;
}

std::optional<std::string> draw_map(Ui& ui, const Strings& s, const MapView& view, const MapChoice& choice,
                                    const Rect& at)
{
    std::optional<std::string> pressed;
    begin_card(ui, "map", at, {.title = s("map.title"), .scrolls = true});
    const float title = ui.theme.line_height(Type::heading);
    const float padding = ui.theme.px(kGap16);
    draw_legend(ui, s, {at.x + padding, at.y + padding, at.w - 2 * padding, title});
    const ImVec2 start = cursor();
    const float width = width_left();
    ZoneRow big, small;
    for (const MapZone& zone : view.zones) (zone.is_small ? small : big).zones.push_back(&zone);
    if (big.zones.empty()) std::swap(big, small);
    lay_row(ui, big, {start.x, start.y, width, 0});
    if (!small.zones.empty()) lay_row(ui, small, {start.x, start.y, width, 0});
    const float gap12 = ui.theme.px(kGap12);
    const float below = draw_business(ui, s, view, choice, {start.x, start.y, width, 0}, false, pressed);
    const float low = small.zones.empty() ? 0 : needed(ui, s, small) + gap12;
    const float lines = 2 * ui.theme.line_height(Type::caption); // for words about single machines
    const float spare = height_left() - below - gap12 - low;
    const float high = std::clamp(spare, needed(ui, s, big), needed(ui, s, big) + 3 * lines);
    draw_row(ui, s, big, start.y, high, choice, pressed);
    if (low > 0) draw_row(ui, s, small, start.y + high + gap12, low - gap12, choice, pressed);
    draw_business(ui, s, view, choice, {start.x, start.y + high + low + gap12, width, 0}, true, pressed);
    move_to(start);
    ImGui::Dummy({width, high + low + gap12 + below});
    end_card(ui);
    return pressed;
}

namespace {

// A zone on one line: its name, and counts of what is wrong, or that all is well.
float draw_zone_line(Ui& ui, const Strings& s, const MapZone& zone, ImVec2 at, bool draw)
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
    (void)s;
    return x + t.px(kGap4) - at.x;
}

float draw_folded(Ui& ui, const Strings& s, const MapView& view, const MapChoice& choice, const Rect& at, bool draw,
                  std::optional<std::string>& pressed)
{
    const Theme& t = ui.theme;
    Flow flow(at.min(), at.w, t.px(kGap8), t.px(kGap8));
    for (const MapZone& zone : view.zones) {
        const Rect box = flow.next(draw_zone_line(ui, s, zone, {}, false), chip_height(ui));
        if (!draw) continue;
        const bool whole = may_press(choice, engine::TargetKind::zone, zone.slug);
        if (whole && press_area(ui, "play.map." + zone.slug, box).pressed) pressed = zone.slug;
        draw_box(ui, box, Color::raised, whole ? Color::accent : Color::line);
        draw_zone_line(ui, s, zone, box.min(), true);
    }
    const float used = flow.height() + t.px(kGap12);
    return used + draw_business(ui, s, view, choice, {at.x, at.y + used, at.w, 0}, draw, pressed);
}

} // namespace

float folded_map_height(Ui& ui, const Strings& s, const MapView& view, float width)
{
    std::optional<std::string> none;
    const float padding = ui.theme.px(kGap12);
    return std::ceil(draw_folded(ui, s, view, {}, {0, 0, width - 2 * padding, 0}, false, none) + 2 * padding);
}

std::optional<std::string> draw_folded_map(Ui& ui, const Strings& s, const MapView& view, const MapChoice& choice,
                                           const Rect& at)
{
    std::optional<std::string> pressed;
    begin_card(ui, "map", at, {.padding = kGap12});
    const ImVec2 start = cursor();
    draw_folded(ui, s, view, choice, {start.x, start.y, width_left(), 0}, true, pressed);
    end_card(ui);
    return pressed;
}

} // namespace sonae::ui
