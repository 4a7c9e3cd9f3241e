#include "ui/views/company_map.hpp"

#include "ui/words.hpp"

#include <algorithm>
#include <array>

namespace sonae::ui {
namespace {

constexpr std::size_t kSmallZone = 4; // so many named hosts fit on a line

std::string word_for(const Strings& s, const KnownHost& known)
{
    if (known.mark == HostMark::healthy) return {};
    std::string word = word_of(s, known.mark);
    if (known.cut_off) word += s("map.and") + word_of(s, HostMark::isolated);
    if (known.switched_off) word += s("map.and") + word_of(s, HostMark::off);
    return word;
}

// 事務PC of 事務PC 17: machines of a group differ only in their number.
std::string_view group_name(std::string_view name)
{
    const std::size_t end = name.find_last_not_of("0123456789");
    if (end == name.npos || end + 1 == name.size() || name[end] != ' ') return name;
    return name.substr(0, end);
}

void find_groups(MapZone& zone)
{
    for (MapHost& host : zone.hosts) {
        const auto alike = [&](const MapHost& other) { return group_name(other.name) == group_name(host.name); };
        if (std::count_if(zone.hosts.begin(), zone.hosts.end(), alike) > 1) host.group = group_name(host.name);
    }
}

void count_marks(const Strings& s, MapZone& zone)
{
    constexpr std::array order = {HostMark::encrypted, HostMark::compromised, HostMark::suspicious,
                                  HostMark::isolated,  HostMark::off,         HostMark::restored};
    for (const HostMark mark : order) {
        const auto count = std::count_if(zone.hosts.begin(), zone.hosts.end(),
                                         [mark](const MapHost& host) { return host.mark == mark; });
        if (count > 0) zone.marks.emplace_back(mark, word_of(s, mark) + " " + std::to_string(count));
    }
}

MapZone make_zone(const PlaySource& from, const Known& known, std::size_t z)
{
    const engine::Scenario& sc = from.scenario();
    MapZone zone{.slug = sc.company.zones[z].id, .name = sc.company.zones[z].name.in(from.language())};
    for (std::size_t h = 0; h < sc.company.hosts.size(); ++h) {
        const engine::Host& host = sc.company.hosts[h];
        if (host.zone.index() != z) continue;
        const KnownHost seen = known.host(HostId{h});
        zone.hosts.push_back({static_cast<std::uint16_t>(h),
                              host.id,
                              host.name.in(from.language()),
                              word_for(from.s, seen),
                              {},
                              seen.mark});
    }
    find_groups(zone);
    zone.count = from.s.format("map.count", {{"count", std::to_string(zone.hosts.size())}});
    zone.is_small = zone.hosts.size() <= kSmallZone && std::none_of(zone.hosts.begin(), zone.hosts.end(),
                                                                    [](const MapHost& h) { return !h.group.empty(); });
    count_marks(from.s, zone);
    return zone;
}

MapProcess make_process(const PlaySource& from, const Known& known, std::size_t p)
{
    const engine::Process& process = from.scenario().company.processes[p];
    const Running running = known.process(ProcessId{p});
    std::string word = word_of(from.s, running);
    if (running != Running::full && known.by_hand(ProcessId{p})) word = from.s("process.by_hand");
    return {process.id, process.name.in(from.language()), word, running};
}

} // namespace

MapView make_map_view(const PlaySource& from, const Known& known)
{
    MapView view;
    const engine::Company& company = from.scenario().company;
    for (std::size_t z = 0; z < company.zones.size(); ++z) {
        MapZone zone = make_zone(from, known, z);
        if (!zone.hosts.empty()) view.zones.push_back(std::move(zone));
    }
    for (std::size_t p = 0; p < company.processes.size(); ++p) view.processes.push_back(make_process(from, known, p));
    view.touched = known.touched();
    view.hosts = known.hosts();
    view.extent =
        from.s.format("map.extent", {{"known", std::to_string(view.touched)}, {"all", std::to_string(view.hosts)}});
    return view;
}

} // namespace sonae::ui
