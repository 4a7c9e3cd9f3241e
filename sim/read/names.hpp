// What the expressions of a pack may name. The reader of expressions asks for numbers here; whoever has read all files
// of a pack answers.
#pragma once

#include "engine/expression.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sonae::read {

enum class NameKind : std::uint8_t {
    host,
    group,
    tag,
    zone,
    asset,
    process,
    person,
    contact,
    control,
    sensor,
    technique,
    inject,
    decision,
    action,
    flag,
    output,
    deadline,
    count_,
};

// "the host", as it stands in a sentence.
struct KindWord {
    std::string_view ja, en;
};
KindWord kind_word(NameKind kind);

// The hosts that fit every part that is given.
struct HostQuery {
    std::optional<std::uint16_t> zone, tag, group;
    auto operator<=>(const HostQuery&) const = default;
};

class Names {
  public:
    Names() = default;
    Names(const Names&) = delete;
    Names& operator=(const Names&) = delete;
    virtual ~Names() = default;

    virtual std::optional<std::uint16_t> find(NameKind kind, std::string_view name) const = 0;
    virtual std::vector<std::string> known(NameKind kind) const = 0;
    virtual std::optional<std::uint8_t> find_option(std::uint16_t decision, std::string_view name) const = 0;
    virtual std::vector<std::string> known_options(std::uint16_t decision) const = 0;
    virtual engine::ValueType output_type(std::uint16_t output) const = 0;
    // The number of that set in Scenario::masks; nothing when no host of the company fits.
    virtual std::optional<std::uint16_t> mask(const HostQuery& query) = 0;
};

} // namespace sonae::read
