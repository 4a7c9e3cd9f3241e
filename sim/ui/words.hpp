// The words that stand beside shapes, in one place: a state has the same name on every screen.
#pragma once

#include "ui/icons.hpp"
#include "ui/strings.hpp"

namespace sonae::ui {

const std::string& word_of(const Strings& s, HostMark mark);
const std::string& word_of(const Strings& s, Running running);
// Of a channel; other icons have no word and give an empty one.
const std::string& word_of(const Strings& s, Icon channel);

} // namespace sonae::ui
