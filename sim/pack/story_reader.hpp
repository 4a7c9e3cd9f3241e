// Reads the storyline of a pack: injects, decisions, actions, rules, flags, outputs, endings, improvement cards,
// policies.
#pragma once

#include "pack/fields.hpp"

namespace sonae::pack {

// Lists of the same name may stand in several files; they follow each other in the order of the files.
struct StorySource {
    std::vector<read::Slug> flags;
    Rows injects, decisions, actions, rules, outputs, endings, improvements, policies;
    std::vector<Rows> options; // a row a decision
};

// Opens the lists of one file.
void open_story(read::ObjectReader& file, StorySource& source);
// Numbers the names of all files, once all are open.
void number_story(StorySource& source, NameBook& names, read::Diagnostics& told);
// Before anything that holds an expression: the type of `prep.x` is declared here.
void read_outputs(Draft& draft, StorySource& source);
void read_story(Draft& draft, StorySource& source);

} // namespace sonae::pack
