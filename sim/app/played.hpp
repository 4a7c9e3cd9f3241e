// A drill at one table for the command line: in memory, or with a programme file behind it.
#pragma once

#include "app/command_line.hpp"
#include "live/live_room.hpp"
#include "pack/chosen.hpp"
#include "workshop/activities/texts.hpp"

#include <memory>
#include <string>

namespace sonae::app {

using pack::Chosen;
// Faults are printed to standard error; nothing to play then.
Chosen choose_pack(const std::filesystem::path& path, const std::string& company, const std::filesystem::path& data,
                   Language language);
// As above, for what needs a drill: where the session has none, standard error says that.
Chosen choose_drill(const std::filesystem::path& path, const std::string& company, const Shared& shared);

class Played {
  public:
    Played(Chosen chosen, const std::filesystem::path& journal); // an empty path: in memory

    // Empty when accepted.
    std::optional<workshop::Refusal> post(const workshop::Command& command, const std::string& actor,
                                          std::map<std::string, std::string> texts = {});
    bool started() const; // its drill
    const workshop::Table& table() const;
    workshop::TextsOf texts() const;
    const std::string& pack() const { return pack_; } // digest of its bytes, once they are kept in a file
    const workshop::Drill& drill() const;
    workshop::StartDrill start_command(std::uint64_t seed, std::map<std::string, std::int64_t> outputs) const;

  private:
    Chosen chosen_;
    workshop::ScenarioSource source_;
    workshop::Room room_;
    std::uint64_t entries_ = 0;
    std::map<EntryId, std::map<std::string, std::string>> texts_; // in memory
    std::unique_ptr<live::LiveRoom> live_;
    std::shared_ptr<const workshop::Room> shown_;
    std::string pack_;
};

} // namespace sonae::app
