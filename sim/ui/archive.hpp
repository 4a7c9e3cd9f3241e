// The folder where a person's drills are kept: names for new files, what is there, the pages saved beside them. All of
// it may wait for the disk: call it from an errand.
#pragma once

#include "base/localized.hpp"
#include "live/live_room.hpp"

#include <filesystem>
#include <functional>
#include <string>

namespace sonae::ui {

// What went wrong, for people: a StoreError's sentence, the system's words.
Localized sentence_of_current_exception(const std::filesystem::path& about);

// A drill or session as it comes from the disk, or why it did not.
struct OpenedDrill {
    std::shared_ptr<live::LiveRoom> room; // null: `trouble` says why
    Localized trouble;
    workshop::TableNumber table = 1;
    bool in_session = false;                                     // what the table began last is a session
    std::map<std::string, std::string> drafts;                   // field → text
    std::map<EntryId, std::map<std::string, std::string>> texts; // typed beside the entries of the record
};

struct NewDrill {
    std::filesystem::path data;   // with scenarios/
    std::filesystem::path folder; // where the file goes
    std::string pack, company;    // an empty company: the pack's first
    workshop::TableNumber table = 1;
    std::uint64_t seed = 0;
    std::filesystem::path into; // a record to go on in; empty: a new one
};

// Begins the pack's drill for the company, or its session: in the record to go on in, with what the table brings from
// there; else in a new `<date>-<pack>-<company>.sonae`, with a number behind it when that name is taken.
OpenedDrill begin_drill(const NewDrill& wanted);
// Opens a file that is there, with the scenarios that it kept. The first table that has a drill or session.
OpenedDrill open_drill(const std::filesystem::path& path);

// Calls `make` with `<folder>/<stem><ending>`, `<stem>-2<ending>` … until one is free, that is, until `make` returns
// true.
std::filesystem::path with_free_name(const std::filesystem::path& folder, const std::string& stem,
                                     const std::string& ending,
                                     const std::function<bool(const std::filesystem::path&)>& make);

// Writes a page (or with another ending a table) beside the programme file that it tells of and never over another;
// `part` stands behind the file's name. Throws std::system_error.
std::filesystem::path save_page(const std::filesystem::path& programme, std::string_view page,
                                const std::string& part = {}, const std::string& ending = ".html");

} // namespace sonae::ui
