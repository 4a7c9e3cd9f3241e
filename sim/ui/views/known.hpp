// What the company knows. Everything that a screen of a running drill shows of hosts, processes, figures and events
// goes through here: the attacker's truth (footholds, unnoticed encryption, leaks that nobody found) stays behind it. A
// false alarm looks like an alert, as it does to the company.
#pragma once

#include "ui/icons.hpp"
#include "workshop/room.hpp"

#include <optional>
#include <vector>

namespace sonae::ui {

struct KnownHost {
    HostMark mark = HostMark::healthy;
    bool cut_off = false;      // isolated beside what the mark says
    bool switched_off = false; // off beside what the mark says
};

class Known {
  public:
    explicit Known(const workshop::Drill& drill);

    KnownHost host(HostId id) const;
    int touched() const; // hosts of which something bad is known or suspected
    int hosts() const;

    Running process(ProcessId id) const;
    bool by_hand(ProcessId id) const;

    // Nothing: the company cannot say yet.
    std::optional<std::int64_t> amount(engine::Indicator which) const;
    std::int64_t records_leaked() const;
    bool leak_found() const;

    // The state as it would be if nothing had happened that the company has not found out: what an order will take, as
    // far as anyone can say. Never shown as it is, and never played on.
    engine::State expected() const;

    // In order, as the company sees them.
    const std::vector<engine::Fact>& facts() const { return facts_; }
    // Bookings of the figure that the company can follow, with the running value after each.
    struct Booking {
        std::int32_t at = 0;
        std::int64_t by = 0, value = 0;
        engine::Seq cause = 0;
    };
    std::vector<Booking> bookings(engine::Indicator which) const;
    // The nearest event up the chain of causes that the company knows of.
    std::optional<engine::Fact> reason_for(engine::Seq cause) const;

  private:
    bool knows(const engine::Fact& fact) const;
    bool was_noticed_at_work(std::int32_t since) const;
    bool is_own_doing(const engine::Fact& fact) const;
    bool gives_away_host(const engine::Fact& booking) const;
    std::int32_t visible_capacity(std::size_t process) const;

    const workshop::Drill& drill_;
    engine::Plane suspected_; // hosts that were ever suspected
    std::vector<engine::Fact> facts_;
};

// The moment when the company next learns something, as time goes on by itself; the drill's end when nothing more
// comes. Looks ahead on a copy.
std::int32_t next_news_at(const workshop::Drill& drill);

} // namespace sonae::ui
