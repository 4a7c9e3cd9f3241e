// Inside of the step function: what every part of the mechanism shares while one drill advances. The definitions of its
// parts are in step_*.hpp; drill.cpp alone instantiates them.
#pragma once

#include "engine/drill.hpp"
#include "engine/loss_rates.hpp"
#include "engine/mechanism.hpp"
#include "engine/terms.hpp"

#include <algorithm>
#include <span>

namespace sonae::engine {

inline constexpr std::uint16_t kNobody = 0xFFFF;

// A time or a chance after the factors that hold. What many factors swell beyond all sense stays a number.
inline std::int64_t after_factors(const Scenario& sc, const State& s, std::int64_t value,
                                  std::span<const Factor> factors)
{
    constexpr std::int64_t kMost = std::int64_t{1} << 30;
    for (const Factor& factor : factors)
        if (holds(sc, s, factor.when)) value = std::min(value * factor.permille / 1000, kMost);
    return value;
}

template <class Sink>
struct Stepper {
    const Scenario& sc;
    State& s;
    Sink& tell;
    int chain = 0; // effects that followed each other in this instant

    // --- what everything uses (drill.cpp)
    Seq fact(FactKind kind, Seq cause, std::uint16_t a = kNobody, std::uint16_t b = kNobody, std::int64_t value = 0)
    {
        ++s.seq;
        if constexpr (Sink::records) tell(Fact{s.seq, cause, s.now, kind, a, b, value});
        return s.seq;
    }
    void book(Indicator which, std::int64_t by, Seq cause)
    {
        if (by == 0) return;
        s.booked[static_cast<std::size_t>(which)] += by;
        s.dirty |= topic(Topic::money);
        fact(FactKind::booked, cause, static_cast<std::uint16_t>(which), kNobody, by);
    }
    void book_trust(Indicator which, std::int64_t by, Seq cause)
    {
        std::int64_t& value = s.booked[static_cast<std::size_t>(which)];
        by = std::clamp<std::int64_t>(value + by, 0, 100) - value;
        if (by == 0) return;
        s.dirty |= topic(Topic::trust);
        book(which, by, cause);
    }
    void book_evidence(std::int64_t by, Seq cause)
    {
        std::int64_t& value = s.booked[static_cast<std::size_t>(Indicator::evidence)];
        by = std::clamp<std::int64_t>(value + by, 0, 1000) - value;
        s.dirty |= topic(Topic::evidence);
        book(Indicator::evidence, by, cause);
    }
    Draw luck(Stream stream, std::uint32_t what, std::uint32_t time = 0) const
    {
        return draw(s.world, stream, what, time);
    }
    std::int32_t drawn(const Delay& delay, Stream stream, std::uint32_t what, std::uint32_t time = 0) const
    {
        return draw_delay(s.world, delay, stream, what, time);
    }
    bool holds(const Expression& when) const { return engine::holds(sc, s, when); }
    // Something of `what` changed on the host, or on each of them.
    void touch(Topics what, HostId host)
    {
        s.dirty |= what;
        s.dirty_hosts.set(host);
    }
    void touch(Topics what, const Plane& hosts)
    {
        s.dirty |= what;
        s.dirty_hosts.add(hosts, sc.words);
    }
    bool network(NetworkBit bit) const { return (s.network_bits & bit) != 0; }
    // Here, and so inline, for the sake of its callers: what they say is written straight to its place in the queue.
    void push(std::int64_t at, const Due& due)
    {
        if (at > sc.horizon) return; // beyond the end nothing matters
        if (s.queue.full())
            s.ended = 3;
        else
            s.queue.add(static_cast<std::int32_t>(std::max<std::int64_t>(at, s.now)), due);
    }
    // Another instant begins, in which nothing has changed yet.
    void pass_to(std::int32_t at)
    {
        if (at == s.now) return;
        s.now = at;
        if (at >= s.work.turns) s.work = sc.work_time(at);
        s.changed = 0;
        s.changed_hosts = {};
    }
    void run(Step step, const Due& due);
    void settle_story();
    void finish(std::uint16_t how);

    // --- the company (step_company.hpp)
    void settle();
    struct Turned { // bit a process some host of which can be worked on no longer, or again
        std::uint32_t worse = 0, better = 0;
    };
    void carry_on(Seq cause);
    void carry_on(HostId host, Seq cause);
    void turn_hosts(std::size_t word, Turned& turned);
    std::int32_t capacity_of(std::size_t process) const;
    void refresh(std::uint32_t worse, std::uint32_t better, Seq cause);
    void tolerance_passes(const Due& due);
    void expect_penalty(std::size_t contact, const ProcessState& process);
    void penalty_begins(const Due& due);
    void manual_ends(const Due& due);
    void trust_wears(const Due& due);
    bool spoke_of_leak() const;
    void silence_wears(const Due& due);
    void hush_comes_out();
    void start_manual(std::size_t process, Seq cause);
    void rate(std::size_t process);
    void host_back(const Due& due);
    void pump_restores(Seq cause);
    void know_incident(Seq cause);
    void suspect_leak(Seq cause);
    void begin_deadline(std::size_t deadline, Seq cause);
    void deadline_passes(const Due& due);
    void logs_age(const Due& due);
    void aftermath();

    // --- the attacker (step_attack.hpp)
    // Here, and so inline: after most events there is nothing to do, or nobody to do it.
    void busy_hands()
    {
        const std::uint64_t promising =
            s.ready_techniques & ~(s.spent_techniques | s.barren_techniques | s.idle_techniques); // bit a technique
        if ((promising != 0) & (s.idle_hands != 0) & !s.ended) set_to_work(promising);
    }
    void set_to_work(std::uint64_t promising);
    std::uint64_t of(TechniqueKind kind) const { return sc.of_kind[static_cast<std::size_t>(kind)]; }
    // Whatever may give a technique a host to be tried on must say `opened`: to any of them, or to those of
    // `techniques` that may be tried on the host at all.
    void opened() { s.barren_techniques = 0; }
    void opened(HostId host, std::uint64_t techniques)
    {
        s.barren_techniques &= ~(sc.hosts[host.index()].techniques & techniques);
    }
    void survey();
    void survey(HostId host);
    void survey_near();
    void survey_ground(std::size_t word);
    std::uint64_t held_in(std::size_t word) const;
    bool connected() const { return !network(internet_cut) && !network(outbound_blocked); }
    void rule_out_techniques();
    Plane targets_of(std::size_t technique) const;
    HostId begin_attempt(std::size_t technique, const Plane& targets);
    void attempt_ends(const Due& due);
    void succeed(std::size_t technique, HostId host, Seq cause);
    void encrypt(HostId host, Seq cause);
    void lose_backup(HostId host, Seq cause);
    void attacker_learns(const Plane& touched, Seq cause);
    void attacker_sees(Seq cause);
    void check_attacker(Seq cause);
    void surface_leak(Permille dearer, Seq cause);

    // --- who sees him (step_detect.hpp)
    void detect(std::size_t technique, HostId host, std::uint32_t glimpse, Seq cause);
    void alert_arrives(const Due& due);
    void false_alarm(const Due& due);
    void plan_false_alarm(std::size_t sensor, std::uint32_t before, Seq cause);
    void users_notice(const Due& due);
    void expect_notice(Seq cause);
    Plane unnoticed_hosts() const;
    std::int64_t until_reported(std::int64_t wait) const;

    // --- what the table sets in motion (step_action.hpp, step_response.hpp)
    void order(std::size_t action, std::uint16_t target, Seq cause);
    void take_up(std::uint16_t action, std::uint16_t target, const ActionPlan& plan, Seq cause);
    void action_begins(const Due& due);
    void action_ends(const Due& due);
    bool carry_out(const Action& action, const RunningAction& run, Seq cause);
    bool change_hosts(const Action& action, HostId host, Seq cause);
    bool change_network(const Action& action, std::uint16_t target, Seq cause);
    bool investigate(const Action& action, const RunningAction& run, Seq cause);
    bool speak(const Action& action, std::uint16_t target, Seq cause);
    void win_back(Indicator which, std::int32_t at_start, Seq cause);
    void isolate(const Plane& hosts, FactKind kind, HostId named, Seq cause);
    void call_contact(std::size_t contact, Seq cause);
    void contact_answers(const Due& due);
    void contact_arrives(const Due& due);
    void engage(std::size_t contact, Seq cause);
    void tire(Permille fatigue);
    void pay_people(const Action& action, const RunningAction& run, Seq cause);

    // --- services by contract (step_services.hpp)
    void plan_services(Seq cause);
    void sensor_ends(const Due& due);
    void report_comes(const Due& due);
    bool renew_sensor(std::uint16_t sensor, Seq cause);
    bool read_report(Seq cause);
    Seq tell_alert(HostId host, std::uint16_t sensor, std::uint8_t severity, Seq cause);

    // --- the storyline (step_story.hpp)
    // Here, and so inline: most of what occurs nobody listens to, or no longer.
    void occur(Occurrence what, HostId host, std::uint16_t subject, Seq cause, std::uint8_t severity = 0)
    {
        if (host.exists()) s.latest_host = host.value;
        const auto on = static_cast<std::size_t>(what);
        const std::uint64_t heard = ~s.unheard >> on & sc.subjects_heard[on] >> subject % 64;
        if (heard & 1u) hear(what, host, subject, cause, severity);
    }
    void hear(Occurrence what, HostId host, std::uint16_t subject, Seq cause, std::uint8_t severity);
    void begin_beat(Watcher watcher, std::size_t index, std::uint16_t host, std::uint16_t subject, Seq cause);
    void deliver(const Due& due);
    void open_decision(const Due& due);
    void perform(const EffectList& effects, std::uint16_t host, Seq cause);
    void perform_one(std::size_t effect, std::uint16_t host, Seq cause);
    void silence_falls(const Due& due);
    std::uint64_t stirred_conditions(std::size_t word) const;
    void look_at_conditions();
    void find_awaited_hosts();
    void await(std::size_t condition, Topics topics);
    bool look_at(std::size_t condition);
    bool concerns(Topics changed, const Plane& asked, const Plane& touched) const;
};

} // namespace sonae::engine
