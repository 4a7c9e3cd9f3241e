// Why a text is no JSON, said to a person who is no programmer. The parser knows only which token it did not expect;
// what the author most likely did (a comma too many, a bracket forgotten, a full-width quote) is worked out here.
#pragma once

#include "base/localized.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sonae::read {

enum class Understood : std::uint8_t { nothing, opening, key, value };

struct SyntaxContext {
    std::string_view bytes;
    std::size_t consumed = 0; // bytes up to the end of the token that was not expected
    std::size_t last_end = 0; // end of the last thing understood
    Understood last = Understood::nothing;
    bool in_object = false;
    bool in_array = false;
    int open_line = 0; // of the innermost bracket still open
};

struct SyntaxFault {
    std::size_t offset = 0;
    Localized sentence;
    Localized hint;
};

// `reason` is the parser's own message.
SyntaxFault explain_syntax(const SyntaxContext& context, std::string_view reason);

} // namespace sonae::read
