// The imperative shell of a running room. Commands come into an inbox from any thread; one worker checks them, makes
// them durable, and only then shows the new room. Whoever looks, looks at a snapshot; nobody waits for the disk.
#pragma once

#include "store/journal.hpp"
#include "workshop/room.hpp"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace sonae::live {

using Ticket = std::uint64_t;

// What became of a posted command. `refusal` empty: it is durable.
struct Answer {
    Ticket ticket = 0;
    std::optional<workshop::Refusal> refusal;
    EntryId entry;
};

struct Snapshot {
    std::shared_ptr<const workshop::Room> room;
    std::uint64_t version = 0;        // counts accepted commands since opening
    std::optional<Localized> trouble; // the journal cannot be written: nothing more is accepted until it can
};

// Opens a programme file (or makes it) and folds its record.
struct RoomOptions {
    std::filesystem::path path;
    bool create = false;
    std::uint32_t rules_version = engine::kRulesVersion;
};

class LiveRoom {
  public:
    // Throws store::StoreError when the file cannot be opened, read or made.
    explicit LiveRoom(const RoomOptions& options);
    ~LiveRoom();
    LiveRoom(const LiveRoom&) = delete;
    LiveRoom& operator=(const LiveRoom&) = delete;

    // Keeps the bytes of a pack and its companies in the file; answers the digest for StartDrill::pack.
    std::string keep_pack(const std::map<std::string, std::string>& files);

    // Never blocks on the disk. `texts` are what was typed beside the command (field → text), kept apart from the
    // record.
    Ticket post(workshop::Command command, std::string actor, std::map<std::string, std::string> texts = {});
    // The same, and waits until it is answered: for the command line and tests.
    Answer post_and_wait(workshop::Command command, std::string actor, std::map<std::string, std::string> texts = {});

    Snapshot snapshot() const;
    std::vector<Answer> take_answers();
    // Both of one moment: what was typed beside a command is there with the room that it made.
    struct News {
        Snapshot snapshot;
        std::vector<Answer> answers;
    };
    News take_news();
    void save_draft(workshop::TableNumber table, std::string field, std::string text);
    std::map<std::string, std::string> drafts(workshop::TableNumber table) const;
    std::map<std::string, std::string> texts(const EntryId& entry) const;

    // Called from the worker after each change; must be quick (it wakes the window).
    void on_change(std::function<void()> wake);
    const std::filesystem::path& path() const;
    // Why the record is told from its facts and not played on: other rules made it, or ours give another course of
    // events. See read_room.hpp.
    const std::optional<std::string>& differs() const;
    const std::map<workshop::TableNumber, Localized>& untold() const; // tables that can't be shown even so, and why

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace sonae::live
