// The folders of tests/packs_broken: each holds `edit.txt`, which turns the small pack (_base) into the smallest wrong
// one, and `expected.txt`, what an author is told about it.
//
// edit.txt: a file's name, then the old text (lines beginning "- ") and the new text ("+ "); without old text the new
// one is the whole file. Blocks are parted by an empty line. In the new text «x*300» stands for 300 times x.
//
// expected.txt that begins with "…" is the end of what is told.
#pragma once

#include "pack/load.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace sonae {

std::filesystem::path broken_folder();
std::vector<std::string> broken_codes(); // the names of the folders, ascending
pack::FileSet broken_files(const std::string& code);
// The small pack after an edit.txt; throws when it is none, or when repeating makes it larger than `most_bytes`.
pack::FileSet edited_files(const std::string& edits, std::size_t most_bytes = 16u << 20);
std::string faults_of(const pack::FileSet& files); // of every pack and company, in Japanese
std::string text_of(const std::filesystem::path& file);

} // namespace sonae
