// What a table's sessions leave behind, and what a later session or drill begins with because of it.
#pragma once

#include "workshop/room.hpp"

namespace sonae::workshop {

// The figure as the session stands; nothing where it may not be told (a mean of too few answers) or is not there yet.
// `drill` is the table's, if it has one.
std::optional<std::int64_t> figure_value(const Session& session, const Drill* drill, const Figure& figure);

struct Left {
    std::string session; // pack id
    const OutputDef* output = nullptr;
    std::optional<std::int64_t> value;
};
// Of every session that the table held, the earliest first. The table must outlive it.
std::vector<Left> outputs_of(const Table& table);

// The values that the table brings of those that are wanted, the latest session's first. What is not named is as the
// company stands.
std::map<std::string, std::int64_t> outputs_for(std::span<const engine::Output> wanted, const Table& from);

// With what a drill or session begins: the table's own values, and, marked, the company's where it has none.
struct Brought {
    const engine::Output* output = nullptr;
    std::int64_t value = 0;
    bool own = false; // false: as the company stands
};
std::vector<Brought> brought(std::span<const engine::Output> wanted,
                             const std::map<std::string, std::int64_t>& outputs);

} // namespace sonae::workshop
