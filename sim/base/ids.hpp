// Strong ids: a HostId is not a PersonId. Every id is the index of its row in a compiled table of the scenario.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace sonae {

template <class Tag>
struct Id {
    static constexpr std::uint16_t kNone = 0xFFFF;
    std::uint16_t value = kNone;

    constexpr Id() = default;
    constexpr explicit Id(std::size_t index) : value(static_cast<std::uint16_t>(index)) {}
    constexpr bool exists() const { return value != kNone; }
    constexpr std::size_t index() const { return value; }
    auto operator<=>(const Id&) const = default;
};

using ZoneId = Id<struct ZoneTag>;
using HostId = Id<struct HostTag>;
using TagId = Id<struct TagTag>;
using ProcessId = Id<struct ProcessTag>;
using AssetId = Id<struct AssetTag>;
using PersonId = Id<struct PersonTag>;
using ContactId = Id<struct ContactTag>;
using ControlId = Id<struct ControlTag>;
using TechniqueId = Id<struct TechniqueTag>;
using InjectId = Id<struct InjectTag>;
using DecisionId = Id<struct DecisionTag>;
using OptionId = Id<struct OptionTag>;
using ActionId = Id<struct ActionTag>;
using FlagId = Id<struct FlagTag>;
using RuleId = Id<struct RuleTag>;
using OutputId = Id<struct OutputTag>;
using EndingId = Id<struct EndingTag>;
using ExpressionId = Id<struct ExpressionTag>;

} // namespace sonae
