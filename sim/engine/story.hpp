// The storyline that a pack's author writes over the mechanism: injects, decisions, actions, rules, policies, endings.
// Effects set flags, times, messages and orders to people. No type here can hold a loss, a leak or a piece of evidence.
#pragma once

#include "engine/attack.hpp"
#include "engine/indicator.hpp"

#include <optional>
#include <string>
#include <vector>

namespace sonae::engine {

// What happens in the mechanism that a storyline may listen to.
enum class Occurrence : std::uint8_t {
    none,
    start,
    technique_succeeded,
    alert,
    false_alarm,
    host_encrypted,
    host_isolated,
    centre_isolated,
    users_notice,
    process_down,
    process_tolerance,
    process_up,
    penalty_begins,
    asset_staged,
    asset_leaked,
    leak_found,
    extorted,
    published,
    backup_lost,
    contact_answers,
    contact_closed,
    contact_arrives,
    action_done,
    host_restored,
    restore_failed,
    all_restored,
    deadline_missed,
    attacker_out,
    scope_found,
    sensor_ends,
    report_comes,
    contact_busy,
    count_,
};

// When a beat of the storyline begins: upon an occurrence that passes the filters, or, without one, when the condition
// turns true. `times` limits how often.
struct Trigger {
    static constexpr std::uint16_t kAny = 0xFFFF;
    Occurrence on = Occurrence::none;
    std::uint16_t subject = kAny; // technique, sensor, process, asset, contact, action or deadline, by `on`
    std::uint8_t severity = 0;    // at least (alerts)
    Plane hosts;                  // the host it happens on must be one of these …
    bool any_host = true;         // … unless this is set
    Expression when;
    Delay after;
    std::uint8_t times = 1;
    bool never = false; // begins only by an effect
};

enum class TargetKind : std::uint8_t { none, host, zone, process, contact };
enum class SelectBy : std::uint8_t { none, fixed, latest_alert, first_match };

struct Target { // what an order or a policy points at
    SelectBy by = SelectBy::none;
    std::uint16_t fixed = 0xFFFF;
    Plane among;                               // first_match: these hosts …
    HostProperty property = HostProperty::any; // … in this state
};

enum class EffectKind : std::uint8_t { set_flag, clear_flag, deliver, ask, order };

struct Effect {
    EffectKind kind = EffectKind::set_flag;
    std::uint16_t subject = 0; // flag, inject, decision or action
    Delay after;
    Target target;
};
struct EffectList {
    std::uint32_t begin = 0, end = 0;
}; // into Scenario::effects

enum class Channel : std::uint8_t { mail, phone, edr, utm, press, customer, police, colleague, printer };

// A text with holes such as {host.name}, filled from what the inject was raised by.
enum class Hole : std::uint8_t { none, host_name, host_id, zone_name, time, date, subject_name, value };
struct TextPiece {
    std::string text;
    Hole hole = Hole::none;
};
struct Template {
    std::vector<TextPiece> ja, en;
};

struct PublicCard { // what tables may read
    Channel channel = Channel::mail;
    Localized sender;
    Template title, body;
    std::uint8_t severity = 0;
};

struct FacilitatorNotes { // what they may not
    Localized teaches, ask, watch_for;
};

struct Inject {
    std::string id;
    PublicCard card;
    FacilitatorNotes notes;
    Trigger trigger;
    Expression value; // of {value}, taken at delivery
    bool has_value = false;
    bool true_news = true; // false: a trap or a rumour
};

// What an option is in the pack for. A choice is the best one somewhere; harm sounds right and never is; a rule is what
// the law or a recognised rule asks for, and may be the best everywhere.
enum class Teaches : std::uint8_t { choice, harm, rule };

struct Option {
    std::string id;
    Localized text, note; // note: what is known beforehand of its cost and time
    Expression when;      // choosable
    EffectList effects;
    Localized feedback;
    Teaches teaches = Teaches::choice;
    Localized source; // of a rule: publication and date
};

struct Decision {
    std::string id;
    Localized title, question;
    FacilitatorNotes notes;
    Trigger trigger;
    Seconds deadline = 30 * kMinute; // situation time until silence happens
    std::int32_t room_minutes = 0;   // 0: the table may take its time
    std::vector<Option> options;
    EffectList silence;
    Localized silence_text, silence_feedback;
};

// What the mechanism knows how to do. The order is part of recorded fingerprints only through the pack's own numbering.
enum class ActionKind : std::uint8_t {
    isolate_host,
    rejoin_host,
    isolate_zone,
    rejoin_zone,
    cut_internet,
    restore_internet,
    block_outbound,
    close_lines,
    power_off,
    power_on,
    photograph,
    image_host,
    save_logs,
    review_logs,
    hunt,
    reset_credentials,
    patch_edge,
    detach_backup,
    check_backup,
    clean_host,
    restore_hosts,
    start_manual,
    stop_process,
    resume_process,
    call_contact,
    notify_contact,
    announce,
    tell_staff,
    rest,
    pay_ransom,
    hold_meeting,
    renew_sensor,
    read_report,
    blame_staff,
};

struct Adder {
    Expression when;
    Seconds add = 0;
};

struct Action { // what the mechanism asks stands together, before the texts
    ActionKind kind = ActionKind::photograph;
    TargetKind takes = TargetKind::none;
    std::uint8_t skill = 0;             // somebody with one of these has to do it; 0: nobody is tied up
    bool by_contact = false;            // an engaged contact with the skill may do it instead
    std::uint8_t report = kFirstReport; // notify: first or final report
    std::uint16_t fixed = 0xFFFF;       // the only target, when the author fixed it
    std::uint16_t limit = 0xFFFF;
    std::uint16_t sensor = 0xFFFF; // renew_sensor: whose contract goes on
    std::int32_t people = 1;
    Yen cost = 0;
    Expression when;
    std::vector<Adder> waits; // extra time before it begins (someone who may decide has to be found)
    std::vector<Factor> time_factors;
    Delay duration;
    Plane hosts; // host targets that may be chosen
    std::string id;
    Localized name, note, feedback;
    Localized when_not; // why it can't be done while `when` is false
};

struct Rule {
    std::string id;
    Trigger trigger;
    EffectList effects;
};

struct Output { // a value carried in from an earlier session
    std::string id;
    Localized name, effect; // what it changes, for the result page
    ValueType type = ValueType::boolean;
    int session = 0;
    std::int64_t as_company = 0, good = 0, poor = 0;
    std::optional<Indicator> moves; // what it betters, as the author says; a playtest measures it
};

enum class PolicyKind : std::uint8_t { silent, random, ordered, weighted };

struct PolicyChoice {
    Expression when;
    std::uint8_t option = 0;
    std::int32_t weight = 0;
};
struct PolicyMove { // an action that this policy takes by itself
    Expression when;
    std::uint16_t action = 0;
    std::uint16_t limit = 0xFFFF; // of the action; made by Scenario::seal(), as `hosts`
    std::uint8_t times = 1;
    Permille chance = 1000;
    Plane hosts; // on which `when` depends
    Delay after;
    Target target;
};

struct Policy {
    std::string id;
    Localized name;
    PolicyKind kind = PolicyKind::silent;
    std::vector<std::vector<PolicyChoice>> choices; // a row a decision
    std::vector<PolicyMove> moves;
    Permille random_actions = 0; // random: chance of trying something at each new message
};

struct Ending {
    std::string id;
    Localized name, text;
    Expression when;
};

struct ImprovementSeed { // a card offered on the result page while its condition holds at the end
    std::string id;
    Localized title, if_then;
    Localized owner;
    std::int32_t due_days = 30;
    Expression when;
};

} // namespace sonae::engine
