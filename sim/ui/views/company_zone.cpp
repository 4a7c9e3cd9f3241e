#include "ui/views/company_zone.hpp"

#include <algorithm>
#include <cmath>

namespace sonae::ui {
namespace {

constexpr float kDotPitch = 20, kDot = 13, kShape = 16; // design pixels

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
    const float wanted =
        measure(ui, host.name, style).x + ui.theme.px(kGap8) + measure(ui, host.word, style.strong()).x;
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
            if (!host.group.empty()) continue;
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
            if (zone.hosts[i].group.empty()) {
                ++i;
                continue;
            }
            std::size_t end = i;
            while (end < zone.hosts.size() && zone.hosts[end].group == zone.hosts[i].group) ++end;
            group(i, end);
            i = end;
        }
    }
    void group(std::size_t from, std::size_t to)
    {
        const float pitch = std::round(ui.theme.px(kDotPitch));
        const std::string& name = zone.hosts[from].group;
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
            if (!host.group.empty() && host.mark != HostMark::healthy) bad.push_back(&host);
        if (bad.empty()) return;
        std::stable_sort(bad.begin(), bad.end(),
                         [](const MapHost* a, const MapHost* b) { return rank(*a) < rank(*b); });
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

} // namespace

bool may_press(const MapChoice& choice, engine::TargetKind kind, const std::string& slug)
{
    return choice.takes == kind && choice.targets != nullptr &&
           std::find(choice.targets->begin(), choice.targets->end(), slug) != choice.targets->end();
}

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
        const float count = std::ceil(measure(ui, zone.count, kCaption).x) + t.px(kGap8);
        const float room = at.w - 2 * padding - count;
        const Rect name = draw_text(ui, {at.x + padding, at.y + top}, zone.name, kCaption.strong().lines(1), room);
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

} // namespace sonae::ui
