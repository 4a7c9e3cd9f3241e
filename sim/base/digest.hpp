// Two digests: a fast one over words, for fingerprints of state, and SHA-256, for the identity of files.
#pragma once

#include "base/draw.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

namespace sonae {

// Fingerprint of `size` bytes read as little-endian 64-bit words in four independent lanes; a size that is no multiple
// of eight is padded with zeros. Not a defence against forgery: it tells whether two folds agree.
std::uint64_t digest_words(const void* data, std::size_t size);

template <class T>
std::uint64_t digest_of(const T& value)
{
    static_assert(std::has_unique_object_representations_v<T>, "padding would make equal values differ");
    return digest_words(&value, sizeof value);
}

std::string hex(std::uint64_t value);       // 16 lower-case digits
std::string sha256(std::string_view bytes); // 64 lower-case digits

} // namespace sonae
