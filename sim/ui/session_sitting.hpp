// A table that sits before a session: what it does becomes commands. It never waits: commands go into the room's inbox,
// and answers are taken when they come.
#pragma once

#include "ui/archive.hpp"
#include "ui/views/intents.hpp"
#include "workshop/activities/texts.hpp"

#include <map>
#include <vector>

namespace sonae::ui {

class SessionSitting {
  public:
    explicit SessionSitting(OpenedDrill opened);

    // Takes answers. True when something is to be drawn anew.
    bool tick();
    void carry_out(const InSession& done);
    bool busy() const { return !sent_.empty(); }

    const live::Snapshot& snapshot() const { return snapshot_; }
    const workshop::Table& place() const { return snapshot_.room->tables.at(table_); }
    workshop::TableNumber table() const { return table_; }
    const std::filesystem::path& path() const { return room_->path(); }
    // What was typed beside the entries, those too that came since the file was opened.
    workshop::TextsOf texts() const;
    // Refusals since the last call.
    std::vector<Localized> take_notices();
    // The room, for who lets go of it where waiting for the disk does no harm.
    std::shared_ptr<live::LiveRoom> room() const { return room_; }

  private:
    using Texts = std::map<std::string, std::string>;

    std::shared_ptr<live::LiveRoom> room_;
    workshop::TableNumber table_;
    live::Snapshot snapshot_;
    std::map<EntryId, Texts> texts_;
    std::map<live::Ticket, Texts> sent_; // posted and not answered
    std::vector<Localized> notices_;
};

} // namespace sonae::ui
