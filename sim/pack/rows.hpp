// Opening the lists of a file: their rows are counted against the limits of the engine, and their ids numbered.
#pragma once

#include "pack/fields.hpp"

namespace sonae::pack {

// Rows beyond `most` are told (`limit.too_many`) and left out.
Rows open_rows(read::ObjectReader& in, std::string_view key, std::size_t most, bool required = false);
// Adds the rows of the list `key` to `rows`, for lists that stand in several files.
void add_rows(Rows& rows, read::ObjectReader& in, std::string_view key, std::size_t most);
// Numbers the rows' ids in their order.
void number_rows(Rows& rows, NameKind kind, NameBook& names);
// Tells ids that stand twice in one list (`id.duplicate`).
void tell_repeated(Rows& rows);
void tell_too_many(const read::Value& at, std::size_t most, std::size_t found, read::Diagnostics& told);

} // namespace sonae::pack
