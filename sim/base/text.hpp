// Rules of written text, from ICU: where a line may break, how wide characters are, which spellings are the same.
// All text is UTF-8; bytes that are not are treated as U+FFFD and never trusted.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace sonae {

bool is_utf8(std::string_view text);
std::vector<char32_t> code_points(std::string_view text);

// Byte offsets after which a line may end (kinsoku: "ja@lb=strict"), ascending, the text's end last.
std::vector<std::size_t> line_breaks(std::string_view text);
// The same between phrases only, for headings: after a particle, a punctuation mark or a space, never within 暗号化が.
std::vector<std::size_t> phrase_breaks(std::string_view text);

// Width in half-width columns: 2 for East Asian wide and full-width characters, 1 for the rest, 0 for combining marks.
int columns(std::string_view text);

// One spelling for searching: NFKC, case folded, katakana and full-width forms unified.
std::string fold(std::string_view text);

// The known name that is the fewest edits away from `name`, if that is at most a third of its length (and two edits for
// short names); empty when none is near.
std::string nearest_name(std::string_view name, std::span<const std::string> known);

} // namespace sonae
