// Keyed luck: a draw is a pure function of what is drawn, not a step in a stream. Adding a draw elsewhere, or deciding
// otherwise, shifts no other draw, which makes a counterfactual a fair comparison.
#pragma once

#include <cstdint>

namespace sonae {

inline constexpr std::uint64_t kGolden = 0x9E3779B97F4A7C15ull; // 2^64 by the golden ratio

// One round of SplitMix64 (Steele, Lea, Flood 2014): a bijective mix whose output passes BigCrush as a counter
// generator.
constexpr std::uint64_t mix(std::uint64_t x)
{
    x += kGolden;
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ull;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBull;
    return x ^ (x >> 31);
}

// The world's luck. Future 0 is the world that is played; the others are for rollouts.
struct Luck {
    std::uint64_t seed = 0;
    std::uint64_t future = 0;
    bool operator==(const Luck&) const = default;
};

// What a draw is for. New kinds go at the end: the numbers are part of every recorded fingerprint.
enum class Stream : std::uint16_t {
    technique_course,
    technique_success,
    detection,
    detection_time,
    false_alarm,
    false_alarm_host,
    user_notices,
    contact_answers,
    contact_time,
    action_chance,
    action_time,
    restore,
    story_delay,
    policy,
    press,
    centre,
    payment,
    contact_busy,
    contact_busy_for,
};

class Draw {
  public:
    constexpr explicit Draw(std::uint64_t bits) : bits_(bits) {}
    constexpr std::uint64_t bits() const { return bits_; }
    // A whole number in [0, limit); limit 0 gives 0. Multiply-shift: no division, a bias below 2^-32.
    constexpr std::uint32_t below(std::uint32_t limit) const
    {
        return static_cast<std::uint32_t>(((bits_ >> 32) * limit) >> 32);
    }
    constexpr bool chance(std::int64_t permille) const { return static_cast<std::int64_t>(below(1000)) < permille; }
    // The half of its bits that `below` leaves alone, for something else that is drawn at the same time.
    constexpr std::uint32_t spare() const { return static_cast<std::uint32_t>(bits_); }

  private:
    std::uint64_t bits_;
};

// A world's luck mixed once for the many draws made in it.
struct LuckKey {
    std::uint64_t bits = 0;
    constexpr LuckKey() = default;
    constexpr explicit LuckKey(const Luck& luck) : bits(mix(luck.seed + luck.future * 0xD1B54A32D192ED03ull)) {}
};

// The output of the world's own SplitMix64 whose number is the draw's name: `what` names the thing drawn for, `time`
// counts how often it was drawn for before.
constexpr Draw draw(LuckKey key, Stream stream, std::uint32_t what, std::uint32_t time = 0)
{
    const std::uint64_t name =
        (static_cast<std::uint64_t>(stream) << 48) ^ (static_cast<std::uint64_t>(what) << 24) ^ time;
    return Draw{mix(key.bits + name * kGolden)};
}
constexpr Draw draw(const Luck& luck, Stream stream, std::uint32_t what, std::uint32_t time = 0)
{
    return draw(LuckKey{luck}, stream, what, time);
}

} // namespace sonae
