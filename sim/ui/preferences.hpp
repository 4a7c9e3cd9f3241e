// What a person sets once on the home screen and keeps between runs. The shell stores it; views show it.
#pragma once

#include "base/localized.hpp"
#include "ui/theme.hpp"

namespace sonae::ui {

struct Preferences {
    Language language = Language::ja;
    int text_percent = 100;
    Look look = Look::light;
    bool timed = true; // decisions have a countdown of room minutes
};

} // namespace sonae::ui
