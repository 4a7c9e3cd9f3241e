// What the tests of screens share: the shipped drill as the pictures show it, and every text that a view holds.
#pragma once

#include "ui/shots.hpp"
#include "ui/views/play.hpp"

#include <string>
#include <vector>

namespace sonae::test {

const ui::Strings& strings(Language language);
const ui::ShotSource& shot_source(Language language);

// Every text and shape of a running drill's view, one a line, in a fixed order.
std::vector<std::string> all_words(const ui::PlayView& view);

} // namespace sonae::test
