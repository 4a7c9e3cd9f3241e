// A table with the small workshop (tests/packs_broken/_base/workshop), in memory, driven by lines of a script; and the
// same workshop once more under the name of session 5, for what one session hands to the next.
#pragma once

#include "pack/load.hpp"
#include "workshop/activities/findings.hpp"
#include "workshop/activities/opening.hpp"
#include "workshop/activities/outputs.hpp"
#include "workshop/replay.hpp"

namespace sonae::test {

const pack::FileSet& session_files();                                     // "workshop", "session-05", "small"
std::map<std::string, std::string> session_pack(const std::string& pack); // bytes to keep in a programme file
const workshop::ScenarioSource& session_source();
// Of the small company, or of a shipped pack and company.
std::shared_ptr<const workshop::SessionPlan> session_plan(const std::string& pack,
                                                          const std::string& company = "small");

class SessionRoom {
  public:
    SessionRoom() = default;

    // With what this table left before.
    void open(const std::string& pack = "workshop", const std::string& company = "small");
    std::optional<workshop::Refusal> post(const workshop::Command& command, workshop::ScriptTexts texts = {});
    std::optional<workshop::Refusal> say(const std::string& line); // {"set_cells": {…}}
    void must(const std::string& line);

    const workshop::Room& room() const { return room_; }
    const workshop::Table& table() const { return room_.tables.at(1); }
    const workshop::Session& session() const { return *table().session; }
    const workshop::Activity& activity(const std::string& id) const;
    const workshop::ActivityState& state(const std::string& id) const;
    std::uint64_t fingerprint() const { return workshop::fingerprint(table()); }
    workshop::TableTexts texts() const;
    workshop::TextsOf texts_of() const;
    void erase_texts() { texts_.clear(); }

    // The ids of what is found, each with its row: "no_deputy systems".
    std::vector<std::string> found(const std::string& activity) const;
    std::string sentence(const std::string& activity, const std::string& check, const std::string& row) const;
    std::optional<std::int64_t> output(const std::string& id) const;
    std::optional<std::int64_t> number(const std::string& grid, const std::string& row, const std::string& column,
                                       int seat = 0) const;
    std::span<const workshop::Recorded> record() const { return record_; }

  private:
    workshop::Room room_;
    std::vector<workshop::Recorded> record_;
    std::map<EntryId, workshop::ScriptTexts> texts_;
};

} // namespace sonae::test
