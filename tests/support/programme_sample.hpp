// Programme files for tests: a folder that goes away, entries that are easy to make, and the sample that stands for a
// whole schema (tests/golden/files/schema-<N>.sonae is made by write_sample).
#pragma once

#include "store/journal.hpp"

#include <filesystem>
#include <functional>
#include <string>

namespace sonae::test {

class Folder {
  public:
    Folder();
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder();
    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }
    const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

// The next entry of a line, with `facts` facts and a point, its fields told by its number on the line.
store::Entry next_entry(const store::ProgrammeFile& file, std::uint32_t line,
                        const std::string& kind = "choose_option");
store::Entry append_one(store::ProgrammeFile& file, std::uint32_t line, int facts = 2);
store::Entry rewind_to(store::ProgrammeFile& file, std::uint32_t line, const store::EntryId& head);

// Two tables and the room, a rewind, a pack, a company, texts, drafts and settings.
void write_sample(const std::filesystem::path& path);

// Everything that a reader can ask of the file, as one text to compare.
std::string everything_in(const store::ProgrammeFile& file);

// Statements of SQL on a file that somebody else may have open.
void run_sql(const std::filesystem::path& path, const std::string& statements);

std::string bytes_of(const std::filesystem::path& path);
void write_bytes(const std::filesystem::path& path, const std::string& bytes);

// The fault that `work` ends with, in words; "none" when it ends well.
std::string fault_of(const std::function<void()>& work);

} // namespace sonae::test
