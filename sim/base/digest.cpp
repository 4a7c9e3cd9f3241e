#include "base/digest.hpp"

#include <bit>
#include <fmt/format.h>
#include <sha256.h>

namespace sonae {

static_assert(std::endian::native == std::endian::little, "state is hashed in memory order");

std::uint64_t digest_words(const void* data, std::size_t size)
{
    constexpr std::uint64_t kFactor = 0x9FB21C651E98DF25ull;
    std::uint64_t lane[4] = {0x6A09E667F3BCC908ull, 0xBB67AE8584CAA73Bull, 0x3C6EF372FE94F82Bull,
                             0xA54FF53A5F1D36F1ull};
    const auto* bytes = static_cast<const unsigned char*>(data);
    const auto take = [](std::uint64_t& here, const unsigned char* from, std::size_t count) {
        std::uint64_t word = 0;
        std::memcpy(&word, from, count);
        here = (here ^ word) * kFactor;
        here ^= here >> 32;
    };
    std::size_t at = 0;
    for (; size - at >= 32; at += 32)
        for (std::size_t i = 0; i < 4; ++i) take(lane[i], bytes + at + i * 8, 8);
    for (std::size_t i = 0; at < size; at += 8, ++i) take(lane[i], bytes + at, size - at < 8 ? size - at : 8);
    return mix(mix(mix(mix(lane[0] ^ size) ^ lane[1]) ^ lane[2]) ^ lane[3]);
}

std::string hex(std::uint64_t value) { return fmt::format("{:016x}", value); }

std::string sha256(std::string_view bytes)
{
    char text[SHA256_DIGEST_STRING_LENGTH];
    SHA256Data(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size(), text);
    return text;
}

} // namespace sonae
