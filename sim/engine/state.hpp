// The whole of a running drill in one block of plain words: copied by memcpy, compared and fingerprinted with
// everything that steers its future inside, the event queue too. Times are seconds since the scenario's start.
#pragma once

#include "base/draw.hpp"
#include "engine/fact.hpp"
#include "engine/plane.hpp"
#include "engine/queue.hpp"
#include "engine/scenario.hpp"

#include <cstring>
#include <type_traits>

namespace sonae::engine {

inline constexpr std::int32_t kNotYet = -1;

struct HandState { // what a hand of the attacker is at
    std::uint16_t technique = 0xFFFF, host = 0xFFFF;
    std::uint32_t glimpse = 0; // the luck of whoever may see it: see Sight
};

enum class RunStatus : std::uint16_t { empty, waiting, running };
struct RunningAction {
    std::uint16_t action = 0xFFFF, target = 0xFFFF, contact = 0xFFFF;
    RunStatus status = RunStatus::empty;
    std::int32_t begins = 0, ends = 0;
    std::uint32_t people = 0; // bit a person
    Seq cause = 0;
};

struct ProcessState {
    std::int64_t carry = 0;            // yen-seconds not yet booked, below 3600
    std::int32_t capacity = 1000;      // permille
    std::int32_t down_since = kNotYet; // capacity is below 1000 since
    std::int32_t rate = 0;             // yen per working hour that it loses by itself: see LossRates
    std::int32_t manual_since = kNotYet;
    Seq cause = 0;                // the fact that brought it down
    std::uint16_t generation = 0; // counts standstills, so that a stale event is known
    std::uint8_t counting = 0;    // past its tolerance
    std::uint8_t stopped = 0;     // by order
};

struct ContactState {
    std::int32_t called = kNotYet, answers = kNotYet, engaged = kNotYet, notified = kNotYet;
    std::int64_t penalty_carry = 0;
    std::int64_t penalty_total = 0;
    std::uint32_t penalty_on = 0;
    std::uint32_t calls = 0;
};

struct DeadlineState {
    std::int32_t began = kNotYet, met = kNotYet;
    std::uint32_t missed = 0;
    Seq cause = 0;
};

enum class DecisionStatus : std::uint8_t { unborn, open, passed, decided, silent };
struct DecisionState {
    std::int32_t opened = kNotYet, closed = kNotYet;
    std::uint16_t host = 0xFFFF;
    DecisionStatus status = DecisionStatus::unborn;
    std::uint8_t option = 0xFF;
};

struct InjectState {
    std::int32_t delivered = kNotYet, value = 0;
    std::uint16_t host = 0xFFFF, subject = 0xFFFF;
    std::uint32_t times = 0;
};

struct State {
    Luck luck;
    LuckKey world{}; // of `luck`: see set_luck
    std::int32_t now = 0;
    Seq seq = 0;
    std::uint32_t steps = 0;
    std::int32_t settled_work = 0; // seconds of working time up to which processes' losses are booked
    WorkTime work;                 // now

    // Truth about hosts.
    Plane foothold, encrypted, ever_encrypted, isolated, off, wiped, restored, imaged, immune;
    // What the company knows.
    Plane suspicious, known_bad, noticed;
    Plane noted, unread; // seen by a sensor that reports: in the report being written, in those that nobody has read
    // Work under way.
    Plane restoring;
    // What follows from the planes above and is asked for at every step. `Stepper::survey` keeps the attacker's part,
    // `Stepper::carry_on` the company's.
    Plane held;                                 // the attacker can go on from it
    Plane near;                                 // a zone whence it can be reached holds such a host
    Plane bare;                                 // every asset on it is staged
    std::array<Plane, kTechniqueKinds> grounds; // where a technique of each kind has something to do, if anything
    std::array<Plane, kTechniqueKinds> tried;   // where a hand is trying a technique of each kind
    Plane stopped;                              // no work can be done on it

    Topics dirty = 0;                 // to be looked at by conditions
    Topics changed = 0;               // in this instant
    Plane dirty_hosts, changed_hosts; // on which, as far as the topics are of hosts
    ConditionSet truth{}, spent{};    // of Scenario::conditions: holds now; need not be looked at again
    ConditionSet woken{};             // to be looked at because their time has come
    std::array<std::int32_t, kMaxClocked> wake_at{};
    std::array<Topics, kMaxConditions> waits_for{}; // what must change before the condition can turn over
    Topics awaited = 0;                             // whatever some condition waits for is among these …
    Plane awaited_hosts;                            // … and happens, as far as it is of hosts, on these

    Totals booked{};
    std::array<ProcessState, kMaxProcesses> processes{};
    std::array<std::uint16_t, kMaxProcesses * kMaxNeedsEach> idle_of_need{}; // hosts of it that no work can be done on
    std::array<ContactState, kMaxContacts> contacts{};
    std::array<DeadlineState, kMaxDeadlines> deadlines{};
    std::array<std::int32_t, kMaxPeople> busy_until{};
    std::array<std::int32_t, kMaxPeople> worked{}; // seconds of effort not slept off
    Permille fatigue = 0;                          // of whoever worked most
    std::uint32_t slots = 0;                       // bit a place among `running` that is taken
    std::array<DecisionState, kMaxDecisions> decisions{};
    std::array<InjectState, kMaxInjects> injects{};
    std::array<std::int32_t, kMaxFlags> flag_at{};     // kNotYet while clear
    std::array<std::int32_t, kMaxActions> action_at{}; // when last done
    std::array<std::uint16_t, kMaxActions> action_count{};
    std::array<std::uint8_t, kMaxRules> rule_times{};
    std::array<std::int64_t, kMaxOutputs> outputs{};
    std::array<RunningAction, kMaxRunning> running{};

    std::uint64_t staged = 0, leaked = 0, leak_known = 0; // bit an asset
    std::array<Seq, kMaxAssets> leak_cause{};             // the theft, by asset
    std::uint64_t ready_techniques = 0;                   // bit a technique whose condition holds
    std::uint64_t spent_techniques = 0;                   // … that has succeeded or failed as often as it may
    std::uint64_t barren_techniques = 0; // … that found no host, and none has been opened to it since
    std::uint64_t idle_techniques = 0;   // … of a kind that has nothing to do now, wherever
    std::uint64_t open_decisions = 0;    // bit a decision that waits for an answer
    std::uint64_t unheard = 0;           // bit an occurrence to which nobody listens any more
    std::uint64_t controls = 0;          // bit a control that is on
    std::array<HandState, kMaxHands> hands{};
    std::array<std::uint16_t, kMaxTechniques> begun{}, successes{}, failures{}; // attempts with it
    std::array<std::int32_t, kMaxTechniques> chances{}; // after the factors that stand for the whole drill: permille
    std::uint32_t attacker_bits = 0;                    // AttackerBit
    std::uint32_t network_bits = 0;                     // NetworkBit
    Seq attack_cause = 0;                               // the attacker's last success
    std::uint32_t alerts = 0, false_alarms = 0;
    std::uint32_t notices = 0, noticing = 0; // by users: how many so far; whether the next one is on its way
    std::int32_t first_seen = kNotYet;       // by the company
    Seq first_seen_cause = 0;
    std::uint16_t latest_alert = 0xFFFF;
    std::uint16_t latest_host = 0xFFFF;
    std::uint16_t ended = 0; // 0 running, 1 finished, 2 horizon, 3 limit passed
    std::uint16_t ending = 0xFFFF;
    std::uint16_t way_in = 0xFFFF; // the first host that the attacker held
    std::uint16_t restore_workers = 0;
    std::uint32_t lapsed = 0, renewed = 0; // bit a sensor whose contract has ended, goes on
    std::uint32_t reports_unread = 0;
    std::uint32_t idle_hands = 0; // bit a hand of the attacker
    Queue queue;

    bool operator==(const State& other) const
    {
        return std::memcmp(this, &other, sizeof *this) == 0;
    } // it has no padding
};

enum AttackerBit : std::uint32_t {
    attacker_inside = 1,
    attacker_admin = 2,
    attacker_extorted = 8,
    attacker_published = 16,
    attacker_gone = 32,
    attacker_knows = 64, // that it was seen
};
enum NetworkBit : std::uint32_t {
    internet_cut = 1,
    outbound_blocked = 2,
    lines_closed = 4,
    credentials_reset = 8,
    edge_patched = 16,
    backup_lost = 32,
    backup_detached = 64,
    logs_saved = 128,
    scope_known = 256,
    scope_lost = 512,
    announced = 1024,
    staff_told = 2048,
    ransom_paid = 4096,
    hunted = 8192,
    incident_known = 16384,
    trust_wearing = 32768,
    staff_blamed = 65536,
};

static_assert(static_cast<std::size_t>(Occurrence::count_) <= 64); // State::unheard
static_assert(std::is_trivially_copyable_v<State>);
static_assert(std::has_unique_object_representations_v<State>, "padding would make equal states differ");

inline void set_luck(State& state, const Luck& luck)
{
    state.luck = luck;
    state.world = LuckKey{luck};
}

// A delay in seconds by inverse transform from its quantiles: of the draw, its 19 highest bits.
inline std::int32_t delay_of(const Delay& delay, Draw draw)
{
    if (delay.quantile.front() == delay.quantile.back()) return delay.quantile.front();
    const std::size_t part = draw.bits() >> 61;
    const auto within = static_cast<std::int64_t>(draw.bits() >> 45 & 0xFFFF);
    const std::int64_t low = delay.quantile[part], high = delay.quantile[part + 1];
    return static_cast<std::int32_t>(low + ((high - low) * within >> 16));
}
inline std::int32_t draw_delay(LuckKey luck, const Delay& delay, Stream stream, std::uint32_t what, std::uint32_t time)
{
    return delay_of(delay, draw(luck, stream, what, time));
}

} // namespace sonae::engine
