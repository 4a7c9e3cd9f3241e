// Conditions and figures that a pack's author writes, compiled to a few flat instructions over the state. Types are
// checked by the parser (read/expression_parser); evaluation cannot fail, divides safely and allocates nothing.
#pragma once

#include "base/ids.hpp"

#include <cstdint>
#include <vector>

namespace sonae::engine {

struct Scenario;
struct State;

enum class Op : std::uint8_t {
    constant, // value
    add,
    subtract,
    multiply,
    divide,
    minimum,
    maximum,
    negate,
    equal,
    not_equal,
    less,
    less_equal,
    greater,
    greater_equal,
    logic_and,
    logic_or,
    logic_not,
    // Over the next `value` instructions, when what stands on the stack decides already: the right side of `and` and
    // `or`.
    skip_if_false,
    skip_if_true,
    // Loads. `a` names the thing (an index), `b` the property or a second index.
    flag, // a: flag; bool
    since_flag,
    since_inject,
    since_decision,
    since_action,
    since_start, // seconds; kNever when it has not happened
    hosts_count, // a: mask index, b: HostProperty
    host_is,     // a: host, b: HostProperty
    asset_is,    // a: asset, b: AssetProperty
    process_is,  // a: process, b: ProcessProperty
    process_down_for,
    person_is,   // a: person, b: 0 free, 1 on duty
    people_free, // a: skill bits; how many are free now
    contact_is,  // a: contact, b: ContactProperty
    inject_delivered,
    decision_chose /* a: decision, b: option */,
    decision_silent,
    decision_made,
    action_done,
    action_running,
    deadline_is,    // a: deadline, b: 0 running, 1 met, 2 missed
    output,         // a: output
    control,        // a: control; bool
    company_value,  // b: CompanyProperty
    attacker_value, // b: AttackerProperty
    calendar_value, // b: CalendarProperty
    indicator,      // b: Indicator
    alerts_seen,    // how many alerts have reached the company
    sensor_works,   // a: sensor; whether its contract still runs
    reports_unread, // how many reports have come and not been read
};

enum class HostProperty : std::uint8_t {
    any,
    foothold,
    encrypted,
    isolated,
    off,
    restored,
    suspicious,
    known_bad,
    clean,
    line_open
};
enum class AssetProperty : std::uint8_t { staged, leaked, known };
enum class ProcessProperty : std::uint8_t { down, degraded, manual };
enum class ContactProperty : std::uint8_t { open, called, engaged, notified };
enum class CompanyProperty : std::uint8_t {
    admin_shared,
    backup_offline,
    backup_tested,
    backup_lost,
    edr_hosts,
    log_days,
    internet_cut,
    line_open,
    scope_known,
    hosts,
    credentials_reset,
    manual_share
};
enum class AttackerProperty : std::uint8_t { inside, admin, seen, connected, hosts, extorted, out };
enum class CalendarProperty : std::uint8_t { working_hour, night, holiday, hour };

// Set instead of a duration when the thing has not happened: smaller than every duration, so `since(x) > 30m` is false.
inline constexpr std::int64_t kNever = -1;

enum class ValueType : std::uint8_t { boolean, count, yen, permille, duration, moment };

// What a load reads, a bit a topic: a condition is looked at again only after one of its topics changed.
enum class Topic : std::uint8_t {
    attacker, // where he stands, but for `admin`, `seen` and `out`
    foothold,
    encrypted,
    isolated,
    off,
    restored,
    suspicious,
    assets,
    processes,
    people,
    deadlines,
    backup,
    network,
    money,
    trust,
    evidence,
    fatigue,
    scope,
    alerts,
    admin, // whether the attacker has an administrator's credentials
    seen,  // whether he knows that he was seen
    out,   // whether he has lost his last hold
    lines, // whether lines for maintenance from afar are closed
    clock, // passes by itself: see `Expression::clocked`
    // Families of things. What somebody waits for has a topic of its own, from `dealt` on, as long as there are any:
    // see topics.hpp. All others of a family share this one; an expression names it until the scenario is sealed.
    flags,
    injects,
    decisions,
    actions,  // that they were done
    running,  // … are being done
    contacts, // that they help, or were told
    called,   // … were called
    dealt,
};
using Topics = std::uint64_t;
constexpr Topics topic(Topic t) { return Topics{1} << static_cast<int>(t); }
inline constexpr std::size_t kFamilies =
    static_cast<std::size_t>(Topic::dealt) - static_cast<std::size_t>(Topic::flags);

// What happens on hosts: State::dirty_hosts says on which.
inline constexpr Topics kHostTopics = topic(Topic::foothold) | topic(Topic::encrypted) | topic(Topic::isolated) |
                                      topic(Topic::off) | topic(Topic::restored) | topic(Topic::suspicious);

struct Instruction {
    Op op = Op::constant;
    std::uint8_t b = 0;
    std::uint16_t a = 0;
    Op compare = Op::constant; // of a load: a comparison of it with `value` follows at once
    std::int64_t value = 0;    // the constant, or how many instructions are skipped
    Topics reads = 0;          // of a load
};

// Where a term's figure comes from.
enum class TermKind : std::uint8_t {
    figure,       // lies in the state
    fixed,        // the company's own, the same for the whole drill
    since,        // seconds since a moment that lies in the state; kNever when it has not come
    since_start,  // seconds since the drill began
    working_hour, // whether the company works now
    loaded,       // has to be worked out
    clocked,      // … and may turn over by time alone
};

struct Term {                        // one comparison of a condition that is made of them: see terms.hpp
    std::uint64_t low = 0, span = 0; // of the figure: what it is compared with, as a range
    Topics reads = 0;
    std::uint32_t code = 0; // the load that it was made of, in Scenario::code
    std::uint16_t at = 0;   // where the figure or moment lies in the state, in bytes …
    std::uint8_t up = 0;    // … and which of its bits, by what is shifted out at the top …
    std::uint8_t down = 0;  // … and then at the bottom
    TermKind kind = TermKind::loaded;
    bool outside = false;  // holds outside the range
    bool negated = false;  // holds when the load, with its comparison, does not
    std::uint8_t rest = 0; // how many more there are in its group
    bool settled[2] = {};  // by whether it holds: it does so for good
};

struct Expression {
    std::uint32_t begin = 0; // into Scenario::code
    std::uint32_t end = 0;   // empty: true
    Topics reads = 0;
    bool clocked = false; // turns true by the passing of time alone
    ValueType type = ValueType::boolean;
    bool any_group = false; // any group of its terms is enough, and all of a group must hold; else the other way round
    std::uint8_t term_count = 0;
    std::uint32_t first_term = 0; // into Scenario::terms, where seal() could take it apart
    bool always() const { return begin == end; }
};

// Folds `op` into the load that it compares with a constant, where the code since `begin` ends with these two: most
// conditions are made of such. False when it does not apply.
bool compare_with_constant(std::vector<Instruction>& code, std::size_t begin, Op op);

// The value of the expression: booleans are 0 or 1. An empty expression is 1.
std::int64_t evaluate(const Scenario& scenario, const State& state, const Expression& expression);

bool host_is(const Scenario& scenario, const State& state, HostId host, HostProperty property);

// The value, what must change before it can be another, and the seconds until it may turn over by time alone (0 when it
// will not). What an `and` or an `or` did not need to look at is not waited for.
struct Foreseen {
    std::int64_t value = 1;
    std::int64_t turn = 0;
    Topics reads = 0;
};
Foreseen foresee(const Scenario& scenario, const State& state, const Expression& expression);

} // namespace sonae::engine
