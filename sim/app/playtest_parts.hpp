// How `sonae playtest` writes down what it found.
#pragma once

#include "app/command_line.hpp"
#include "workshop/playtest.hpp"

#include <string>

namespace sonae::app {

struct PlaytestOf { // what was tested
    const engine::Scenario& scenario;
    std::string pack, company;
    workshop::PlaytestSize size;
};

std::string playtest_text(const PlaytestOf& of, const workshop::Playtest& found, const Shared& shared);
std::string playtest_json(const PlaytestOf& of, const workshop::Playtest& found);

std::string_view verdict_name(workshop::Verdict verdict);
std::string_view preparation_name(workshop::Preparation preparation);

} // namespace sonae::app
