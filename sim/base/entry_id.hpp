// Who an entry of a record is, on every machine. `file` is drawn at random by every opening for writing, so that two
// copies of one record, each played on elsewhere, never give one identity to two entries; `number` counts from 1.
#pragma once

#include <compare>
#include <cstdint>

namespace sonae {

struct EntryId {
    std::uint64_t file = 0;
    std::uint64_t number = 0;
    bool exists() const { return number != 0; }
    auto operator<=>(const EntryId&) const = default;
};

} // namespace sonae
