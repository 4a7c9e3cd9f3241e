// How a Document is stored: nodes in the order of the file, texts in one string, children as ranges of one array. For
// the sources of this layer; everybody else goes through Value.
#pragma once

#include "read/located_json.hpp"

#include <vector>

namespace sonae::read {

struct TextRange {
    std::uint32_t first = 0;
    std::uint32_t size = 0;
};

struct JsonNode {
    Kind kind = Kind::null;
    int line = 0;
    int column = 0;
    int key_line = 0; // 0: stands under no key
    int key_column = 0;
    std::uint32_t parent = 0; // the root is its own
    std::uint32_t position = 0;
    std::uint32_t first_child = 0; // in `children`; of an object, a second range sorted by key follows the first
    std::uint32_t child_count = 0;
    std::int64_t number = 0; // of a boolean 0 or 1
    TextRange text;
    TextRange key;
    bool verbatim = false; // a string without escapes: its characters stand in the file as they are here
};

struct JsonTree {
    std::string file;
    std::string texts;
    std::vector<JsonNode> nodes;
    std::vector<std::uint32_t> children;

    std::string_view text(TextRange range) const { return std::string_view(texts).substr(range.first, range.size); }
};

} // namespace sonae::read
