// What falls due in a drill, soonest first. It lives in the state's block: copied, compared and hashed with it.
#pragma once

#include "engine/fact.hpp"
#include "engine/limits.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace sonae::engine {

enum class Step : std::uint8_t {
    attempt_ends,    // a: hand
    alert_arrives,   // a: host, b: sensor, c: severity
    false_alarm,     // b: sensor, c: how many before
    centre_isolates, // a: host, b: sensor
    users_notice,
    tolerance_passes, // a: process, c: generation of its standstill
    penalty_begins,   // a: contact, c: generation
    manual_ends,      // a: process, c: generation
    trust_wears,
    action_begins,   // a: running slot
    action_ends,     // a: running slot
    host_back,       // a: host, from the restoring campaign
    contact_answers, // a: contact
    contact_arrives, // a: contact
    deadline_passes, // a: deadline
    condition_wakes, // a: condition
    inject_due,      // a: inject
    decision_due,    // a: decision
    effect_due,      // a: effect
    silence_falls,   // a: decision
    logs_age,
    horizon,
    sensor_ends,   // b: sensor
    report_comes,  // b: sensor
    silence_wears, // a: deadline, or 0xFFFF for what the attacker published; c: how often so far
};

struct Due {
    Seq cause = 0;
    std::uint16_t a = 0;
    Step step = Step::horizon;
    std::uint8_t b = 0;
    std::uint16_t host = 0xFFFF;    // binding carried to a message: where it happened …
    std::uint16_t subject = 0xFFFF; // … and what
    std::uint32_t c = 0;
};

// Two arrays: what is sorted is a word an entry, so that making room for one moves little; what the entry says lies
// still in its place until it is taken.
class Queue {
  public:
    bool empty() const { return count_ == 0; }
    bool full() const { return count_ == kMaxDue; }
    std::uint32_t size() const { return count_; }
    std::int32_t next_at() const { return static_cast<std::int32_t>(key_[count_ - 1] >> 32); }

    // A place for something due at that second, to be filled in; what is due at the same second happens in the order in
    // which it came. The queue must not be full.
    Due& add(std::int32_t at)
    {
        const std::size_t place = free_place();
        used_[place / 64] |= std::uint64_t{1} << place % 64;
        const std::uint64_t key = static_cast<std::uint64_t>(at) << 32 | std::uint64_t{order_++} << 8 | place;
        insert(key);
        return due_[place];
    }
    Due pop()
    {
        const std::size_t place = key_[--count_] & 0xFF;
        const Due due = due_[place];
        key_[count_] = 0;
        leave(place);
        return due;
    }
    // Takes out the first, in time, for which `asked(Due)` holds.
    template <class Asked>
    void remove_first(const Asked& asked)
    {
        for (std::uint32_t i = count_; i-- > 0;)
            if (asked(due_[key_[i] & 0xFF])) return forget(i);
    }

  private:
    static constexpr std::size_t kPlaceWords = (kMaxDue + 63) / 64;

    std::size_t free_place() const
    {
        std::size_t word = 0;
        while (used_[word] == ~std::uint64_t{0}) ++word;
        return word * 64 + static_cast<std::size_t>(std::countr_one(used_[word]));
    }
    // Where it belongs is anyone's guess: what falls due before it makes room four at a time, and the last three are
    // put in order without a branch.
    void insert(std::uint64_t key)
    {
        std::size_t i = count_++;
        for (; i >= 4 && key_[i - 4] < key; i -= 4) {
            const std::uint64_t a = key_[i - 4], b = key_[i - 3], c = key_[i - 2], d = key_[i - 1];
            key_[i - 3] = a, key_[i - 2] = b, key_[i - 1] = c, key_[i] = d;
        }
        if (i < 4) {
            for (; i > 0 && key_[i - 1] < key; --i) key_[i] = key_[i - 1];
            key_[i] = key;
            return;
        }
        const std::uint64_t first = key_[i - 3], second = key_[i - 2], third = key_[i - 1];
        const std::uint64_t first_or = sooner(first, key), second_or = sooner(second, first_or);
        key_[i - 3] = first ^ key ^ first_or;
        key_[i - 2] = second ^ first_or ^ second_or;
        key_[i] = sooner(third, second_or);
        key_[i - 1] = third ^ second_or ^ key_[i];
    }
    // The smaller one, worked out so that no compiler makes a branch of it.
    static constexpr std::uint64_t sooner(std::uint64_t one, std::uint64_t other)
    {
        return other ^ ((one ^ other) & (std::uint64_t{0} - (one < other)));
    }
    // What is no longer due leaves nothing behind that would make equal drills differ.
    void leave(std::size_t place)
    {
        due_[place] = {};
        used_[place / 64] &= ~(std::uint64_t{1} << place % 64);
    }
    void forget(std::uint32_t i)
    {
        leave(key_[i] & 0xFF);
        for (--count_; i < count_; ++i) key_[i] = key_[i + 1];
        key_[count_] = 0;
    }

    // Descending, the next is the last: second, order of arrival (24 bits), place (8 bits). An entry that arrives takes
    // a place that a step has freed, so there are never more of them than steps and places: 24 bits are plenty.
    std::array<std::uint64_t, kMaxDue> key_{};
    std::array<Due, kMaxDue> due_{};
    std::array<std::uint64_t, kPlaceWords> used_{}; // bit a place
    std::uint32_t count_ = 0, order_ = 0;
    static_assert(kMaxDue <= 256 && kMaxSteps + kMaxDue < (1u << 24));
};

} // namespace sonae::engine
