// Who owns what happened: every booking is walked up its chain of parents to the first decision, silence, preparation,
// attacker's move or luck. The owners of an indicator sum exactly to its change.
#pragma once

#include "engine/state.hpp"

#include <span>
#include <vector>

namespace sonae::workshop {

enum class OwnerKind { decision, silence, action, preparation, attacker, luck };

struct Owner {
    OwnerKind kind = OwnerKind::luck;
    engine::Seq fact = 0; // the owning fact; 0 for what was there from the start
    bool operator==(const Owner&) const = default;
};

struct Owned {
    Owner owner;
    std::int64_t amount = 0;
};

// What an indicator is booked as: itself, or the parts of the total loss with their signs.
struct Part {
    engine::Indicator which;
    int sign = 1;
};
std::vector<Part> parts_of(engine::Indicator which);

class Causes {
  public:
    explicit Causes(std::span<const engine::Fact> facts);

    const engine::Fact* fact(engine::Seq seq) const; // null for 0 and unknown ones
    Owner owner_of(engine::Seq seq) const;
    // From the fact itself up to the beginning.
    std::vector<engine::Fact> chain(engine::Seq seq) const;
    // Bookings of one indicator by owner, the largest change first.
    std::vector<Owned> owners_of(engine::Indicator which) const;

  private:
    std::span<const engine::Fact> facts_;
};

} // namespace sonae::workshop
