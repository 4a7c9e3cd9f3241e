// Reads a playbook: the techniques that the attacker tries, in the order written.
#pragma once

#include "pack/fields.hpp"

namespace sonae::pack {

struct PlaybookSource {
    explicit PlaybookSource(read::ObjectReader file) : root(std::move(file)) {}
    read::ObjectReader root;
    Rows techniques;
};

PlaybookSource open_playbook(read::ObjectReader root, NameBook& names);
// Fills Draft::scenario.playbook.
void read_playbook(Draft& draft, PlaybookSource& source);

// [{"when": …, "permille": …}]
std::vector<engine::Factor> read_factors(Draft& draft, read::ObjectReader& in, std::string_view key);

} // namespace sonae::pack
