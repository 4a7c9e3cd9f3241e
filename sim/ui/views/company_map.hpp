// The company as its people see it: zones as panels, hosts by shape and word, processes, and how far the trouble is
// known to reach. Folded, a zone is one line of counts.
#pragma once

#include "ui/panels.hpp"
#include "ui/tiles.hpp"
#include "ui/views/source.hpp"

#include <string>
#include <vector>

namespace sonae::ui {

struct MapHost {
    std::uint16_t id = 0;
    std::string slug, name, word; // word: empty while healthy
    std::string group;            // of alike machines: each is a dot without its name; empty: it stands by itself
    HostMark mark = HostMark::healthy;
};

struct MapZone {
    std::string slug, name, count;
    std::vector<MapHost> hosts;
    bool is_small = false;                               // few hosts, all with names: stands in the lower row
    std::vector<std::pair<HostMark, std::string>> marks; // what is not healthy, as "2 暗号化"
};

struct MapProcess {
    std::string slug, name, word;
    Running running = Running::full;
};

struct MapView {
    std::vector<MapZone> zones;
    std::vector<MapProcess> processes;
    int touched = 0, hosts = 0;
    std::string extent; // "分かっている範囲 3 / 78台"
};

// While a target is being chosen: what may be pressed on the map.
struct MapChoice {
    engine::TargetKind takes = engine::TargetKind::none;
    const std::vector<std::string>* targets = nullptr; // slugs
};

MapView make_map_view(const PlaySource& from, const Known& known);
// Each returns the slug of the target that was pressed, or nothing.
std::optional<std::string> draw_map(Ui& ui, const Strings& s, const MapView& view, const MapChoice& choice,
                                    const Rect& at);
// The height at which nothing has to scroll.
float map_height(Ui& ui, const Strings& s, const MapView& view, float width);
enum class Fold : std::uint8_t { none, strip, brief };
std::optional<std::string> draw_folded_map(Ui& ui, const Strings& s, const MapView& view, const MapChoice& choice,
                                           Fold fold, const Rect& at);
float folded_map_height(Ui& ui, const Strings& s, const MapView& view, Fold fold, float width);

} // namespace sonae::ui
