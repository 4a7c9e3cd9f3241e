// What a table brings to `sonae play`: a named preset, or a programme file of an earlier session.
#pragma once

#include "app/command_line.hpp"
#include "app/earlier.hpp"
#include "app/played.hpp"

namespace sonae::app {

using Outputs = std::map<std::string, std::int64_t>;

struct Prepared {
    std::optional<Earlier> earlier;
    Outputs drill, session; // by output; what is not here stands as the company does
};

// `named` is company, good, poor or a file. Empty, after saying so, when it is none of them.
std::optional<Prepared> prepare(const Shared& shared, const Chosen& chosen, const std::string& named);

} // namespace sonae::app
