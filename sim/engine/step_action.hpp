// Actions as work: who does it, when it can begin, how long it takes, what it costs. What comes of it is in
// step_response.
#pragma once

#include "engine/step_services.hpp"

namespace sonae::engine {

// How tired somebody is by so many seconds of effort.
constexpr Permille fatigue_of(std::int64_t worked)
{
    return static_cast<Permille>(std::min<std::int64_t>(1000, worked * 1000 / kFullFatigue));
}
inline Permille tiredest(const State& s) { return fatigue_of(*std::max_element(s.worked.begin(), s.worked.end())); }

// When somebody with the skill can begin, and who.
struct Crew {
    std::int64_t from = kNever;
    std::uint32_t people = 0;
    std::uint16_t contact = kNobody;
};

inline std::int64_t person_from(const Scenario& sc, const State& s, std::size_t person)
{
    const std::int64_t free = std::max(s.now, s.busy_until[person]);
    const Person& someone = sc.company.people[person];
    return someone.on_call ? free : sc.next_open(someone.hours, free);
}

inline Crew find_crew(const Scenario& sc, const State& s, const Action& action)
{
    Crew crew;
    for (std::int32_t wanted = 0; wanted < action.people; ++wanted) {
        std::size_t best = kMaxPeople;
        std::int64_t soonest = 0;
        std::uint32_t others = sc.people_with[action.skill] & ~crew.people;
        for (; others && (best == kMaxPeople || soonest > s.now); others &= others - 1) {
            const auto p = static_cast<std::size_t>(std::countr_zero(others));
            const std::int64_t from = person_from(sc, s, p);
            if (from == kNever || (best != kMaxPeople && from >= soonest)) continue;
            best = p, soonest = from;
        }
        if (best == kMaxPeople) {
            crew = {};
            break;
        }
        crew.people |= 1u << best;
        crew.from = std::max(crew.from, soonest);
    }
    for_each_bit(action.by_contact ? sc.contacts_with[action.skill] : 0, [&](std::size_t c) {
        if (s.contacts[c].engaged == kNotYet || !serves(sc, s, c)) return;
        const std::int64_t from = sc.next_open(sc.company.contacts[c].hours, s.now);
        if (from == kNever || (crew.from != kNever && from >= crew.from)) return;
        crew = {from, 0, static_cast<std::uint16_t>(c)};
    });
    return crew;
}

inline bool target_fits(const Scenario& sc, const Action& action, std::uint16_t target)
{
    if (action.takes == TargetKind::none) return true;
    if (action.fixed != kNobody) return target == action.fixed;
    switch (action.takes) {
    case TargetKind::host: return target < sc.company.hosts.size() && action.hosts.has(HostId{target});
    case TargetKind::zone: return target < sc.company.zones.size();
    case TargetKind::process: return target < sc.company.processes.size();
    case TargetKind::contact: return target < sc.company.contacts.size();
    case TargetKind::none: break;
    }
    return true;
}

// Whether the world is already as the action would make it.
inline bool already_so(const Scenario& sc, const State& s, const Action& action, std::uint16_t target)
{
    const auto bit = [&](NetworkBit which) { return (s.network_bits & which) != 0; };
    switch (action.kind) {
    case ActionKind::isolate_host: return s.isolated.has(HostId{target});
    case ActionKind::rejoin_host: return !s.isolated.has(HostId{target});
    case ActionKind::power_off: return s.off.has(HostId{target});
    case ActionKind::power_on: return !s.off.has(HostId{target});
    case ActionKind::image_host: return s.imaged.has(HostId{target});
    case ActionKind::clean_host: return s.wiped.has(HostId{target});
    case ActionKind::cut_internet: return bit(internet_cut);
    case ActionKind::restore_internet: return !bit(internet_cut) && !bit(outbound_blocked);
    case ActionKind::block_outbound: return bit(outbound_blocked);
    case ActionKind::close_lines: return bit(lines_closed);
    case ActionKind::patch_edge: return bit(edge_patched);
    case ActionKind::detach_backup: return bit(backup_detached);
    case ActionKind::start_manual: return s.processes[target].manual_since != kNotYet;
    case ActionKind::stop_process: return s.processes[target].stopped != 0;
    case ActionKind::resume_process: return s.processes[target].stopped == 0;
    case ActionKind::renew_sensor: return s.renewed >> action.sensor & 1u;
    case ActionKind::read_report: return s.reports_unread == 0;
    case ActionKind::isolate_zone:
        for (std::size_t i = 0; i < sc.words; ++i)
            if (sc.zone_hosts[target].word[i] & ~s.isolated.word[i]) return false;
        return true;
    default: return false;
    }
}

inline ActionPlan plan_action_of(const Scenario& sc, const State& s, ActionId id, std::uint16_t target)
{
    const auto blocked = [](ActionBlock block) { return ActionPlan{.block = block}; };
    if (s.ended) return blocked(ActionBlock::ended);
    if (id.index() >= sc.actions.size()) return blocked(ActionBlock::target);
    const Action& action = sc.actions[id.index()];
    if (action.takes == TargetKind::none) target = kNobody;
    if (!target_fits(sc, action, target)) return blocked(ActionBlock::target);
    if (s.action_count[id.index()] >= action.limit) return blocked(ActionBlock::limit);
    bool running = false; // of an empty slot the action is none
    for (const RunningAction& run : s.running) running |= (run.action == id.value) & (run.target == target);
    if (running) return blocked(ActionBlock::running);
    if (s.slots == (1u << kMaxRunning) - 1) return blocked(ActionBlock::too_many);
    if (!holds(sc, s, action.when)) return blocked(ActionBlock::condition);
    if (already_so(sc, s, action, target)) return blocked(ActionBlock::already);

    Crew crew{s.now, 0, kNobody};
    if (action.skill) crew = find_crew(sc, s, action);
    if (crew.from == kNever) return blocked(ActionBlock::nobody);
    std::int64_t begins = crew.from;
    for (const Adder& wait : action.waits)
        if (holds(sc, s, wait.when)) begins += wait.add;

    const std::uint32_t key = static_cast<std::uint32_t>(id.value) << 10 | (target & 0x3FFu);
    std::int64_t lasts = draw_delay(s.world, action.duration, Stream::action_time, key, s.action_count[id.index()]);
    lasts = after_factors(sc, s, lasts, action.time_factors);
    std::int64_t tired = 0;
    for_each_bit(crew.people, [&](std::size_t p) {
        tired = std::max<std::int64_t>(tired, std::min<std::int32_t>(s.worked[p], kFullFatigue));
    });
    lasts += lasts * tired / (2 * kFullFatigue);
    if (begins + lasts > sc.horizon) return blocked(ActionBlock::nobody);
    return {ActionBlock::none, static_cast<std::int32_t>(begins), static_cast<std::int32_t>(begins + lasts),
            crew.people, crew.contact};
}

// Begins an action if anything can come of it; an order that finds nobody is a fact without effect.
template <class Sink>
void Stepper<Sink>::order(std::size_t action, std::uint16_t target, Seq cause)
{
    if (sc.actions[action].takes == TargetKind::none)
        target = kNobody;
    else if (sc.actions[action].fixed != kNobody)
        target = sc.actions[action].fixed;
    const ActionPlan plan = plan_action_of(sc, s, ActionId{action}, target);
    const auto id = static_cast<std::uint16_t>(action);
    if (plan.block != ActionBlock::none) {
        fact(FactKind::action_in_vain, cause, id, target, static_cast<std::int64_t>(plan.block));
        return;
    }
    take_up(id, target, plan, cause);
}

template <class Sink>
void Stepper<Sink>::take_up(std::uint16_t action, std::uint16_t target, const ActionPlan& plan, Seq cause)
{
    const auto slot = static_cast<std::size_t>(std::countr_one(s.slots));
    s.slots |= 1u << slot;
    s.running[slot] = {action, target, plan.contact, RunStatus::waiting, plan.begins, plan.ends, plan.people, cause};
    bool slept = false;
    for_each_bit(plan.people, [&](std::size_t p) {
        if (plan.begins - s.busy_until[p] < kSleep || s.worked[p] == 0) return;
        s.worked[p] /= 2; // slept in between
        slept = true;
    });
    if (slept) tire(tiredest(s));
    s.dirty |= topic(Topic::people) | sc.topics.of(Topic::running, action);
    const Due begins{.cause = cause, .a = static_cast<std::uint16_t>(slot), .step = Step::action_begins};
    plan.begins > s.now ? push(plan.begins, begins) : action_begins(begins);
}

template <class Sink>
void Stepper<Sink>::action_begins(const Due& due)
{
    RunningAction& run = s.running[due.a];
    run.status = RunStatus::running;
    for_each_bit(run.people, [&](std::size_t p) { s.busy_until[p] = std::max(s.busy_until[p], run.ends); });
    s.dirty |= topic(Topic::people);
    run.cause = fact(FactKind::action_began, due.cause, run.action, run.target);
    push(run.ends, {.cause = run.cause, .a = due.a, .step = Step::action_ends});
}

template <class Sink>
void Stepper<Sink>::action_ends(const Due& due)
{
    const RunningAction run = s.running[due.a];
    s.running[due.a] = {};
    s.slots &= ~(1u << due.a);
    const Action& action = sc.actions[run.action];
    s.action_at[run.action] = s.now;
    ++s.action_count[run.action];
    s.dirty |=
        topic(Topic::people) | sc.topics.of(Topic::actions, run.action) | sc.topics.of(Topic::running, run.action);
    pay_people(action, run, due.cause);
    book(Indicator::direct_cost, action.cost, due.cause);
    const bool worked = carry_out(action, run, due.cause);
    const Seq cause =
        fact(worked ? FactKind::action_done : FactKind::action_in_vain, due.cause, run.action, run.target);
    const HostId host = action.takes == TargetKind::host ? HostId{run.target} : HostId{};
    if (worked) occur(Occurrence::action_done, host, run.action, cause);
}

template <class Sink>
void Stepper<Sink>::tire(Permille fatigue)
{
    const auto between = [&](Permille mark) { return (s.fatigue < mark) != (fatigue < mark); };
    if (std::any_of(sc.fatigue_marks.begin(), sc.fatigue_marks.end(), between)) s.dirty |= topic(Topic::fatigue);
    s.fatigue = fatigue;
}

// Overtime of our own people outside their hours; an outsider's hours at their rate.
template <class Sink>
void Stepper<Sink>::pay_people(const Action& action, const RunningAction& run, Seq cause)
{
    const std::int32_t lasted = run.ends - run.begins;
    Yen pay = 0;
    Permille fatigue = s.fatigue;
    for_each_bit(run.people, [&](std::size_t p) {
        s.worked[p] += lasted;
        fatigue = std::max(fatigue, fatigue_of(s.worked[p]));
        if (!sc.open(sc.company.people[p].hours, run.begins)) pay += sc.company.overtime_per_hour * lasted / 3600;
    });
    tire(fatigue);
    if (run.contact != kNobody) pay += sc.company.contacts[run.contact].per_hour * lasted / 3600;
    if (action.skill) book(Indicator::direct_cost, pay, cause);
}

} // namespace sonae::engine
