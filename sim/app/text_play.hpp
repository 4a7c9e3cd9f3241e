// The drill as text on a terminal, for a person.
#pragma once

#include "app/command_line.hpp"
#include "app/played.hpp"

namespace sonae::app {

int play_on_terminal(const Shared& shared, Played& played);

// The outputs that the first drill in a programme file was started with, as far as `scenario` knows them.
std::map<std::string, std::int64_t> carried_outputs(const std::filesystem::path& file,
                                                    const engine::Scenario& scenario);

} // namespace sonae::app
