// A table that sits before a running drill: what it does becomes commands, what passes on the wall becomes Advance and,
// with a countdown, LetPass. It never waits: commands go into the room's inbox, and answers are taken when they come.
// Times are milliseconds of a steady clock that the caller reads.
#pragma once

#include "live/pacing.hpp"
#include "ui/archive.hpp"
#include "ui/views/intents.hpp"
#include "ui/views/play.hpp"

#include <deque>
#include <map>
#include <optional>
#include <vector>

namespace sonae::ui {

class Sitting {
  public:
    Sitting(OpenedDrill opened, std::int64_t now_ms);

    // Takes answers, lets time pass. True when something is to be drawn anew.
    bool tick(std::int64_t now_ms);
    // What was done in a drill; other intents are not for it.
    void carry_out(const Intent& intent, std::int64_t now_ms);
    // The table gets up: time stops where the clock stood, and what was typed is kept.
    void leave(std::int64_t now_ms);

    void set_timed(bool on) { timed_ = on; }
    void set_speed(int speed, std::int64_t now_ms) { pacing_.set_speed(speed, now_ms); }
    int speed() const { return pacing_.speed(); }

    // Until `tick` has something to do, if nobody does anything; nothing: never.
    std::optional<std::int64_t> wait_ms(std::int64_t now_ms) const;
    bool busy() const { return !sent_.empty() || !later_.empty(); }

    const live::Snapshot& snapshot() const { return snapshot_; }
    const workshop::Table& place() const { return snapshot_.room->tables.at(table_); }
    const workshop::Drill& drill() const { return *place().drill; }
    workshop::TableNumber table() const { return table_; }
    const std::filesystem::path& path() const { return room_->path(); }
    bool has_ended() const { return engine::has_ended(drill().state); }
    // Other rules recorded the drill: it can be looked back at, and nothing else.
    bool is_read_only() const { return drill().retold != nullptr; }

    std::int32_t shown(std::int64_t now_ms) const;
    PlayMoment moment() const;
    std::string reason_of(const EntryId& entry) const;
    // What was being typed for a decision when the file was closed.
    std::string draft_of(const std::string& decision) const;

    // Refusals since the last call.
    std::vector<Localized> take_notices();
    // Counts the times that the table went back: what a screen keeps of the way it left behind is void then.
    int returns() const { return returns_; }

    // The room, for who lets go of it where waiting for the disk does no harm.
    std::shared_ptr<live::LiveRoom> room() const { return room_; }

  private:
    struct Sent {
        std::string decision, reason; // of a Choose
        bool is_rewind = false;
    };
    struct Countdown {
        std::string decision;
        std::int32_t opened = engine::kNotYet;
        std::int64_t used_ms = 0, last_ms = 0;
    };
    struct Draft {
        std::string decision, reason;
        std::int64_t due_ms = 0;
    };

    void post(workshop::Command command);
    void post(workshop::Command command, Sent sent, std::map<std::string, std::string> texts);
    void do_now(const Intent& intent, std::int64_t now_ms);
    bool is_void(const Intent& intent) const;
    void bring_time_up(std::int64_t now_ms);
    void decide(const Decide& chosen);
    void keep_draft(const KeepDraft& typed, std::int64_t now_ms);
    void save_draft();
    void forget_draft(const std::string& decision);
    void take_answers();
    bool take_snapshot(std::int64_t now_ms);
    void count_down(std::int64_t now_ms);
    std::int64_t countdown_whole_ms() const; // 0: none

    std::shared_ptr<live::LiveRoom> room_;
    workshop::TableNumber table_;
    live::Snapshot snapshot_;
    live::Pacing pacing_;
    bool timed_ = true;
    Countdown countdown_;
    std::optional<Draft> draft_;
    std::map<std::string, std::string> drafts_;
    std::map<EntryId, std::map<std::string, std::string>> texts_;
    std::map<live::Ticket, Sent> sent_; // posted and not answered
    std::deque<Intent> later_;          // done while an answer was on its way
    std::vector<Localized> notices_;
    int returns_ = 0;
};

} // namespace sonae::ui
