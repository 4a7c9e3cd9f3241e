// What only shows once a whole drill has been read: limits, things that can never happen, chains without end.
#pragma once

#include "pack/story_reader.hpp"

namespace sonae::pack {

struct WholePack {
    Draft& draft;
    read::Value company, playbook, pack;
    const StorySource& story;
};
void check_rules(const WholePack& whole);

} // namespace sonae::pack
