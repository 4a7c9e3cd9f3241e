// Which topic each thing of a family belongs to. With one of its own, what waits for an action is not woken by another.
#pragma once

#include "engine/expression.hpp"
#include "engine/limits.hpp"

#include <algorithm>
#include <array>

namespace sonae::engine {

class FamilyTopics {
  public:
    FamilyTopics()
    {
        for (std::size_t f = 0; f < kFamilies; ++f) {
            topic_[f].fill(static_cast<std::uint8_t>(kFirst + f));
            all_[f] = Topics{1} << (kFirst + f);
        }
    }
    // What changes with the thing of that number.
    Topics of(Topic family, std::size_t thing) const { return Topics{1} << topic_[at(family)][thing]; }
    // … with any of the family.
    Topics of_all(Topic family) const { return all_[at(family)]; }
    void give(Topic family, std::size_t thing, std::size_t topic)
    {
        topic_[at(family)][thing] = static_cast<std::uint8_t>(topic);
        all_[at(family)] |= Topics{1} << topic;
    }

  private:
    static constexpr std::size_t kFirst = static_cast<std::size_t>(Topic::flags);
    static constexpr std::size_t kMost = std::max({kMaxFlags, kMaxInjects, kMaxDecisions, kMaxActions, kMaxContacts});
    static std::size_t at(Topic family) { return static_cast<std::size_t>(family) - kFirst; }

    std::array<std::array<std::uint8_t, kMost>, kFamilies> topic_{};
    std::array<Topics, kFamilies> all_{};
};

// Gives a topic of its own to everything that a condition or a policy's move waits for, while there are any: first to
// what most of them wait for. Writes into the code, the terms and those expressions what they read.
void deal_topics(Scenario& scenario);

} // namespace sonae::engine
