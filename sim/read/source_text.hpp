// The bytes of a JSON text as a person sees them: lines, columns, and what is mere blank between two tokens.
#pragma once

#include <cstddef>
#include <string_view>

namespace sonae::read {

struct LineColumn {
    int line = 1;
    int column = 1;
};

// Counts lines (a CR LF pair is one line end) and code points. Asked in ascending order it reads every byte once.
class LineCounter {
  public:
    explicit LineCounter(std::string_view bytes) : bytes_(bytes) {}
    LineColumn at(std::size_t offset);

  private:
    std::string_view bytes_;
    std::size_t offset_ = 0;
    LineColumn place_;
};

// The first byte at or after `from` that is neither white space nor part of a comment; the end if there is none. A
// comment that never ends is not skipped.
std::size_t skip_blank(std::string_view bytes, std::size_t from);

// The first byte that belongs to no well-formed UTF-8 character, or npos.
std::size_t first_bad_byte(std::string_view bytes);

} // namespace sonae::read
