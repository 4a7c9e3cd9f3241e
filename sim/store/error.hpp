// What can go wrong between the program and its file, as one exception with a sentence for people: what happened and
// what to do about it, in both languages. Never for a command that the rules refuse.
#pragma once

#include "base/localized.hpp"

#include <filesystem>
#include <stdexcept>
#include <string>

namespace sonae::store {

enum class StoreFault {
    missing,    // no such file or folder
    exists,     // a new file was asked for where one already stands
    not_ours,   // some other file, or another program's database
    newer,      // written by a later Sonae
    damaged,    // unreadable or inconsistent; salvage() may save a part
    locked,     // another program holds it
    read_only,  // the file, its folder or this opening may not be written
    full,       // no room on the disk
    io,         // the disk or the system said no in another way
    stale,      // the line was moved on by another program since it was read
    unknown,    // an entry, blob or pack that this file does not hold
    other_rules // two files whose entries cannot stand in one file
};

class StoreError : public std::runtime_error {
  public:
    // `detail` is the cause in the system's or SQLite's own words, for the log.
    StoreError(StoreFault fault, std::filesystem::path path, std::string detail = {});

    StoreFault fault() const { return fault_; }
    const Localized& sentence() const { return sentence_; }
    const std::filesystem::path& path() const { return path_; }
    const std::string& detail() const { return detail_; }

  private:
    StoreFault fault_;
    std::filesystem::path path_;
    std::string detail_;
    Localized sentence_;
};

// To be called while an exception is handled: leaves with a StoreError about `path` when SQLite or the system failed,
// and with the exception itself when it is anything else.
[[noreturn]] void rethrow_about(const std::filesystem::path& path);

} // namespace sonae::store
