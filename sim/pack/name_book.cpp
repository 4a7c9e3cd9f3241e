#include "pack/name_book.hpp"

#include "base/text.hpp"
#include "read/expectation.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sonae::pack {
namespace {

using namespace engine;
using namespace read;

void tell_duplicate(const Slug& name, const Place& first, Diagnostics& told)
{
    error(told, name.at, "id.duplicate", fmt::format("「{}」という識別名は、もう使われています", name.text),
          fmt::format("the id '{}' is taken already", name.text))
        .hint(fmt::format("先に使われている場所: {}:{}", first.file, first.line),
              fmt::format("first used at {}:{}", first.file, first.line));
}

// Hosts, groups and tags stand side by side in the same lists, so they share one set of names.
bool names_hosts(NameKind kind) { return kind == NameKind::host || kind == NameKind::group || kind == NameKind::tag; }

} // namespace

const NameBook::Known* NameBook::taken(NameKind kind, std::string_view name) const
{
    const auto look = [&](NameKind where) -> const Known* {
        const auto found = of(where).by_name.find(name);
        return found == of(where).by_name.end() ? nullptr : &found->second;
    };
    if (!names_hosts(kind)) return look(kind);
    for (const NameKind where : {NameKind::host, NameKind::group, NameKind::tag})
        if (const Known* known = look(where)) return known;
    return nullptr;
}

void NameBook::add(NameKind kind, const Slug& name, Diagnostics& told)
{
    Table& table = of(kind);
    const auto number = static_cast<std::uint16_t>(table.names.size());
    const Known* known = name.text.empty() ? nullptr : taken(kind, name.text);
    if (known) tell_duplicate(name, known->place, told);
    table.names.push_back(name.text);
    if (!known && !name.text.empty()) table.by_name[name.text] = {name.at.place(), number};
}

void NameBook::add_hosts(const Slug& group, std::size_t count, Diagnostics& told)
{
    const std::size_t first = of(NameKind::host).names.size();
    groups_.push_back({group.text, first, count});
    if (count == 1) {
        add(NameKind::host, group, told);
        of(NameKind::group).names.push_back(group.text);
    } else {
        add(NameKind::group, group, told);
        for (std::size_t i = 1; i <= count; ++i)
            add(NameKind::host, {fmt::format("{}-{:02}", group.text, i), group.at}, told);
    }
}

void NameBook::add_option(std::size_t decision, const Slug& name, Diagnostics& told)
{
    if (options_.size() <= decision) options_.resize(decision + 1);
    auto& row = options_[decision];
    const bool known = !name.text.empty() && std::find(row.begin(), row.end(), name.text) != row.end();
    if (known)
        error(told, name.at, "id.duplicate", fmt::format("「{}」という選択肢は、もうあります", name.text),
              fmt::format("there is an option '{}' already", name.text));
    row.push_back(name.text);
}

std::optional<std::uint16_t> NameBook::find(NameKind kind, std::string_view name) const
{
    const auto& by_name = of(kind).by_name;
    if (const auto found = by_name.find(name); found != by_name.end()) return found->second.number;
    if (kind != NameKind::group) return std::nullopt;
    for (std::size_t g = 0; g < groups_.size(); ++g)
        if (groups_[g].id == name && !name.empty()) return static_cast<std::uint16_t>(g);
    return std::nullopt;
}

std::vector<std::string> NameBook::known(NameKind kind) const
{
    std::vector<std::string> names;
    for (const auto& [name, known] : of(kind).by_name) names.push_back(name);
    if (kind == NameKind::group)
        for (const HostGroup& group : groups_) names.push_back(group.id);
    return names;
}

std::optional<std::uint8_t> NameBook::find_option(std::uint16_t decision, std::string_view name) const
{
    if (decision >= options_.size() || name.empty()) return std::nullopt;
    const auto& row = options_[decision];
    const auto found = std::find(row.begin(), row.end(), name);
    if (found == row.end()) return std::nullopt;
    return static_cast<std::uint8_t>(found - row.begin());
}

std::vector<std::string> NameBook::known_options(std::uint16_t decision) const
{
    return decision < options_.size() ? options_[decision] : std::vector<std::string>{};
}

Plane NameBook::fitting(const HostQuery& query) const
{
    Plane plane;
    const auto& hosts = scenario_->company.hosts;
    for (std::size_t h = 0; h < hosts.size(); ++h) {
        if (query.zone && hosts[h].zone.value != *query.zone) continue;
        if (query.tag && !(hosts[h].tags >> *query.tag & 1u)) continue;
        if (query.group &&
            (h < groups_[*query.group].first || h >= groups_[*query.group].first + groups_[*query.group].count))
            continue;
        plane.set(HostId{h});
    }
    return plane;
}

std::optional<std::uint16_t> NameBook::mask(const HostQuery& query)
{
    const Plane plane = fitting(query);
    if (!plane.any()) return std::nullopt;
    auto& masks = scenario_->masks;
    const auto found = std::find(masks.begin(), masks.end(), plane);
    if (found != masks.end()) return static_cast<std::uint16_t>(found - masks.begin());
    masks.push_back(plane);
    return static_cast<std::uint16_t>(masks.size() - 1);
}

std::optional<Plane> NameBook::hosts_called(const Slug& name, Diagnostics& told) const
{
    Plane plane;
    if (const auto host = find(NameKind::host, name.text)) {
        plane.set(HostId{*host});
        return plane;
    }
    if (const auto group = find(NameKind::group, name.text)) return fitting({.group = group});
    if (const auto tag = find(NameKind::tag, name.text)) return fitting({.tag = tag});
    if (name.text.empty()) return std::nullopt;
    auto fault =
        error(told, name.at, "id.unknown", fmt::format("「{}」という機器・まとまり・タグはありません", name.text),
              fmt::format("there is no host, group or tag called '{}'", name.text));
    if (told.full()) return std::nullopt;
    std::vector<std::string> names = known(NameKind::host), more = known(NameKind::group), tags = known(NameKind::tag);
    names.insert(names.end(), more.begin(), more.end());
    names.insert(names.end(), tags.begin(), tags.end());
    suggest(fault, nearest_name(name.text, names), tags);
    return std::nullopt;
}

std::optional<std::uint16_t> NameBook::resolve(NameKind kind, const Slug& name, Diagnostics& told) const
{
    if (const auto number = find(kind, name.text)) return number;
    if (name.text.empty()) return std::nullopt; // told when it was read
    const KindWord word = kind_word(kind);
    auto fault = error(told, name.at, "id.unknown", fmt::format("「{}」という{}はありません", name.text, word.ja),
                       fmt::format("there is no {} called '{}'", word.en, name.text));
    if (told.full()) return std::nullopt;
    if (kind == NameKind::host && find(NameKind::group, name.text)) {
        fault.hint(fmt::format("「{0}」は複数の機器です。{0}-01 のように一台を書いてください", name.text),
                   fmt::format("'{0}' is several hosts: name one, like {0}-01", name.text));
        return std::nullopt;
    }
    const auto names = known(kind);
    suggest(fault, nearest_name(name.text, names), names);
    return std::nullopt;
}

} // namespace sonae::pack
