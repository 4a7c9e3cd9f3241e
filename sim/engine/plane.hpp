// A bit a host. Set operations over at most kMaxHosts bits; callers pass how many words the company really uses.
#pragma once

#include "base/ids.hpp"
#include "engine/limits.hpp"

#include <array>
#include <bit>

namespace sonae::engine {

// How many bits are set. std::popcount is a call into the compiler's library where the processor's own instruction may
// not be taken for granted.
constexpr int ones(std::uint64_t bits)
{
    bits -= bits >> 1 & 0x5555555555555555ull;
    bits = (bits & 0x3333333333333333ull) + (bits >> 2 & 0x3333333333333333ull);
    return static_cast<int>(((bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0Full) * 0x0101010101010101ull >> 56);
}

// Every bit or none: picks what cannot be foreseen without a branch.
constexpr std::uint64_t all_if(bool so) { return std::uint64_t{0} - so; }

// Applies `visit(index)` to the words of a plane that are in use. The first two are visited in any case, as others are
// nil in every plane: hardly a company has more than 128 hosts, and without a loop they are done at one blow.
template <class Visit>
constexpr void for_each_word(std::size_t words, const Visit& visit)
{
    visit(std::size_t{0});
    visit(std::size_t{1});
    for (std::size_t i = 2; i < words; ++i) visit(i);
}

struct Plane {
    static constexpr std::size_t kWords = kMaxHosts / 64;
    std::array<std::uint64_t, kWords> word{};

    bool has(HostId host) const { return (word[host.value / 64] >> (host.value % 64)) & 1u; }
    void set(HostId host) { word[host.value / 64] |= std::uint64_t{1} << (host.value % 64); }
    void clear(HostId host) { word[host.value / 64] &= ~(std::uint64_t{1} << (host.value % 64)); }
    bool operator==(const Plane&) const = default;

    bool any(std::size_t words = kWords) const
    {
        std::uint64_t all = 0;
        for_each_word(words, [&](std::size_t i) { all |= word[i]; });
        return all != 0;
    }
    int count(std::size_t words = kWords) const
    {
        int total = 0;
        for_each_word(words, [&](std::size_t i) { total += ones(word[i]); });
        return total;
    }
    bool meets(const Plane& other, std::size_t words) const
    {
        std::uint64_t common = 0;
        for_each_word(words, [&](std::size_t i) { common |= word[i] & other.word[i]; });
        return common != 0;
    }
    void add(const Plane& other, std::size_t words)
    {
        for_each_word(words, [&](std::size_t i) { word[i] |= other.word[i]; });
    }
    void add_if(bool so, const Plane& other, std::size_t words)
    {
        for_each_word(words, [&](std::size_t i) { word[i] |= other.word[i] & all_if(so); });
    }
    void remove(const Plane& other, std::size_t words)
    {
        for_each_word(words, [&](std::size_t i) { word[i] &= ~other.word[i]; });
    }
    // The first set host at or after `start`, going round once; an id that does not exist when the plane is empty.
    HostId first_from(HostId start, std::size_t words) const
    {
        if (words <= 2) return first_of_two(start.value);
        const std::size_t begin = start.value / 64;
        const std::uint64_t head = ~std::uint64_t{0} << (start.value % 64);
        if (const std::uint64_t bits = word[begin] & head) return bit(begin, bits);
        for (std::size_t i = begin + 1; i < words; ++i)
            if (word[i]) return bit(i, word[i]);
        for (std::size_t i = 0; i < begin; ++i)
            if (word[i]) return bit(i, word[i]);
        if (const std::uint64_t bits = word[begin] & ~head) return bit(begin, bits);
        return HostId{};
    }

  private:
    // The same for the first two words, by masks that no compiler makes a branch of.
    HostId first_of_two(std::size_t start) const
    {
        const std::uint64_t from = ~std::uint64_t{0} << start % 64, late = all_if(start >= 64);
        const std::uint64_t low = word[0] & from & ~late, high = word[1] & (from | ~late);
        const std::uint64_t round = all_if((low | high) == 0); // nothing ahead: from the beginning
        const std::uint64_t first = low | (word[0] & round), second = high | (word[1] & round);
        if ((first | second) == 0) return HostId{};
        const std::uint64_t later = all_if(first == 0);
        return bit(later & 1, first | (second & later));
    }
    static HostId bit(std::size_t at, std::uint64_t bits)
    {
        return HostId{at * 64 + static_cast<std::size_t>(std::countr_zero(bits))};
    }
};

// Applies `visit(index)` to every set bit in ascending order.
template <class Visit>
void for_each_bit(std::uint64_t bits, Visit&& visit)
{
    for (; bits; bits &= bits - 1) visit(static_cast<std::size_t>(std::countr_zero(bits)));
}

// Applies `visit(HostId)` to every set host in ascending order.
template <class Visit>
void for_each_host(const Plane& plane, std::size_t words, Visit&& visit)
{
    for_each_word(words, [&](std::size_t i) {
        for_each_bit(plane.word[i], [&](std::size_t bit) { visit(HostId{i * 64 + bit}); });
    });
}

} // namespace sonae::engine
