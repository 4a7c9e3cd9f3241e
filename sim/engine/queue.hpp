// What falls due in a drill, soonest first. It lives in the state's block: copied, compared and hashed with it.
#pragma once

#include "engine/fact.hpp"
#include "engine/limits.hpp"

#include <array>
#include <bit>

namespace sonae::engine {

enum class Step : std::uint8_t {
    attempt_ends,    // a: hand, b: technique, host, subject: whether some sensor sees it, c: luck of its success
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

// A cup: of each four entries the soonest goes on to the next round. Where among the others a newcomer belongs is
// anyone's guess; here nothing has to know it, and so nothing branches on it.
class Queue {
  public:
    bool empty() const { return count_ == 0; }
    // Also when as many have ever arrived as can be told apart: orders that are called off come without a step.
    bool full() const { return (count_ == kMaxDue) | (order_ == kMaxArrivals); }
    std::uint32_t size() const { return count_; }
    // The queue must not be empty.
    std::int32_t next_at() const { return static_cast<std::int32_t>(next_ >> 32); }
    Step next_step() const { return static_cast<Step>(next_ >> 8 & 0xFF); }

    // What is due at the same second happens in the order in which it came. The queue must not be full.
    void add(std::int32_t at, const Due& due)
    {
        const std::size_t place = free_place();
        const std::uint64_t key = static_cast<std::uint64_t>(at) << 32 | std::uint64_t{order_++} << 16 |
                                  static_cast<std::uint64_t>(due.step) << 8 | place;
        used_[place / 64] |= std::uint64_t{1} << place % 64;
        key_[place] = key;
        for (std::uint64_t* winner : {&second_[place / 4], &third_[place / 16], &last_[place / 64]})
            *winner = sooner(*winner, key);
        // A newcomer is hardly ever next. Foreseeing that, the processor goes on while the key is still worked out.
        if (key < next_) [[unlikely]]
            next_ = key;
        ++count_;
        due_[place] = due;
    }
    // Takes out the next. It can be read where it lies until it is said to be `done`. The queue must not be empty.
    const Due& take()
    {
        const std::size_t place = next_ & 0xFF;
        withdraw(place);
        return due_[place];
    }
    // What was taken out leaves nothing behind that would make equal drills differ.
    void done(const Due& due)
    {
        const auto place = static_cast<std::size_t>(&due - due_.data());
        due_[place] = {};
        used_[place / 64] &= ~(std::uint64_t{1} << place % 64);
    }
    // Takes out the first, in time, for which `asked(Due)` holds.
    template <class Asked>
    void remove_first(const Asked& asked)
    {
        std::uint64_t first = kFree;
        for (std::size_t place = 0; place < due_.size(); ++place)
            if (key_[place] < first && asked(due_[place])) first = key_[place];
        if (first == kFree) return;
        withdraw(first & 0xFF);
        done(due_[first & 0xFF]);
    }

  private:
    static constexpr std::uint32_t kMaxArrivals = 0xFFFF;
    static constexpr std::uint64_t kFree = ~std::uint64_t{0};
    template <std::size_t Count>
    static constexpr std::array<std::uint64_t, Count> all_free()
    {
        std::array<std::uint64_t, Count> keys{};
        keys.fill(kFree);
        return keys;
    }

    std::size_t free_place() const
    {
        std::size_t word = 0;
        while (used_[word] == ~std::uint64_t{0}) ++word;
        return word * 64 + static_cast<std::size_t>(std::countr_one(used_[word]));
    }
    void withdraw(std::size_t place)
    {
        key_[place] = kFree;
        second_[place / 4] = soonest_of(&key_[place / 4 * 4]);
        third_[place / 16] = soonest_of(&second_[place / 16 * 4]);
        last_[place / 64] = soonest_of(&third_[place / 64 * 4]);
        next_ = soonest_of(last_.data());
        --count_;
    }
    static std::uint64_t soonest_of(const std::uint64_t* four)
    {
        return sooner(sooner(four[0], four[1]), sooner(four[2], four[3]));
    }
    // By value: of references a compiler would make a branch.
    static constexpr std::uint64_t sooner(std::uint64_t one, std::uint64_t other) { return one < other ? one : other; }

    // By place: second, order of arrival (16 bits), step, place (8 bits each). The step stands in it, too, as it is
    // known sooner so than by looking at the place.
    static constexpr std::size_t kPlaces = 192; // kMaxDue of them are used
    std::array<std::uint64_t, kPlaces> key_ = all_free<kPlaces>();
    std::array<std::uint64_t, kPlaces / 4> second_ = all_free<kPlaces / 4>(); // rounds
    std::array<std::uint64_t, kPlaces / 16> third_ = all_free<kPlaces / 16>();
    std::array<std::uint64_t, 4> last_ = all_free<4>();
    std::uint64_t next_ = kFree;
    std::array<Due, kMaxDue + 1> due_{};             // one more than are due: that which is being read
    std::array<std::uint64_t, kPlaces / 64> used_{}; // bit a place
    std::uint32_t count_ = 0, order_ = 0;
    static_assert(kMaxDue < kPlaces && kPlaces <= 256 && kMaxSteps + kMaxDue < kMaxArrivals);
};

} // namespace sonae::engine
