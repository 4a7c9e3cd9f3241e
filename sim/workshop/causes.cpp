#include "workshop/causes.hpp"

#include <algorithm>
#include <cstdlib>

namespace sonae::workshop {
namespace {

using engine::FactKind;

std::optional<OwnerKind> owns(FactKind kind)
{
    switch (kind) {
    case FactKind::decided: return OwnerKind::decision;
    case FactKind::fell_silent: return OwnerKind::silence;
    case FactKind::ordered: return OwnerKind::action;
    case FactKind::logs_aged:
    case FactKind::backup_lost:
    case FactKind::scope_lost: return OwnerKind::preparation;
    case FactKind::technique_tried:
    case FactKind::technique_succeeded: return OwnerKind::attacker;
    case FactKind::false_alarm_raised:
    case FactKind::drill_started: return OwnerKind::luck;
    default: return std::nullopt;
    }
}

} // namespace

std::vector<Part> parts_of(engine::Indicator which)
{
    using engine::Indicator;
    if (which != Indicator::total_loss) return {{which, 1}};
    return {{Indicator::downtime_loss, 1},
            {Indicator::direct_cost, 1},
            {Indicator::compensation, 1},
            {Indicator::insurance_paid, -1}};
}

Causes::Causes(std::span<const engine::Fact> facts) : facts_(facts) {}

const engine::Fact* Causes::fact(engine::Seq seq) const
{
    const auto at = std::lower_bound(facts_.begin(), facts_.end(), seq,
                                     [](const engine::Fact& f, engine::Seq wanted) { return f.seq < wanted; });
    return at != facts_.end() && at->seq == seq ? &*at : nullptr;
}

Owner Causes::owner_of(engine::Seq seq) const
{
    for (const engine::Fact* at = fact(seq); at; at = at->parent < at->seq ? fact(at->parent) : nullptr)
        if (const auto kind = owns(at->kind)) return {*kind, at->seq};
    return {};
}

std::vector<engine::Fact> Causes::chain(engine::Seq seq) const
{
    std::vector<engine::Fact> links;
    for (const engine::Fact* at = fact(seq); at; at = at->parent < at->seq ? fact(at->parent) : nullptr)
        links.push_back(*at);
    return links;
}

std::vector<Owned> Causes::owners_of(engine::Indicator which) const
{
    std::vector<Owned> owners;
    for (const engine::Fact& booked : facts_) {
        if (booked.kind != FactKind::booked || booked.a != static_cast<std::uint16_t>(which)) continue;
        const Owner owner = owner_of(booked.parent);
        const auto known = std::find_if(owners.begin(), owners.end(), [&](const Owned& o) { return o.owner == owner; });
        if (known == owners.end())
            owners.push_back({owner, booked.value});
        else
            known->amount += booked.value;
    }
    std::stable_sort(owners.begin(), owners.end(),
                     [](const Owned& a, const Owned& b) { return std::llabs(a.amount) > std::llabs(b.amount); });
    return owners;
}

} // namespace sonae::workshop
