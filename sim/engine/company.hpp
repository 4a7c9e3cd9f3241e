// The simulated company as the engine sees it: numbered tables, whole units. Texts for people live in the pack's part
// of the scenario (story.hpp) and in names here, which the engine never reads.
#pragma once

#include "base/ids.hpp"
#include "base/localized.hpp"
#include "base/sim_time.hpp"
#include "engine/plane.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace sonae::engine {

using Yen = std::int64_t;
using Permille = std::int32_t;

// A delay in seconds, drawn by inverse transform from nine quantiles (0, 1/8 … 1); constants have nine equal ones.
struct Delay {
    std::array<std::int32_t, 9> quantile{};
    static Delay constant(Seconds time);
    // Triangular distribution over [low, high] with its peak at `mode`, tabulated with integer square roots.
    static Delay triangular(Seconds low, Seconds mode, Seconds high);
    bool operator==(const Delay&) const = default;
};

// Opening hours: a bit a weekday (bit 0 = Sunday), seconds of the day. Holidays of the calendar close everyone whose
// `on_holidays` is false.
struct Hours {
    std::uint8_t weekdays = 0b0111110;
    bool on_holidays = false;
    std::int32_t open = 9 * 3600;
    std::int32_t close = 18 * 3600;
    bool always() const { return weekdays == 0x7F && on_holidays && open == 0 && close == 86400; }
};

struct Calendar {
    std::vector<std::int64_t> holidays; // days since 1970, ascending
    Hours work;                         // when the company earns
};

struct Zone {
    std::string id;
    Localized name;
    std::uint32_t reaches = 0; // bit a zone that hosts here can open connections to (its own zone included)
    bool reaches_internet = true;
};

enum class HostKind : std::uint8_t { pc, server, storage, appliance, machine, cloud };

struct Host {
    std::string id;
    Localized name;
    ZoneId zone;
    HostKind kind = HostKind::pc;
    std::uint64_t tags = 0;
    bool edr = false;
    bool works_alone = false;      // goes on working while it is cut off (a machine tool with its stored programs)
    std::uint8_t patch_months = 0; // how far its updates are behind
    std::int32_t restore = 0;      // seconds to bring it back from a good backup
    std::int32_t rebuild = 0;      // seconds to set it up anew without one
};

struct Need {
    Plane hosts;
    std::int32_t total = 0;
    Permille least = 1000; // below this share of working hosts the process stands still
};

struct Process {
    std::string id;
    Localized name;
    std::vector<Need> needs;
    Seconds tolerated = 0;
    Yen loss_per_hour = 0;
    Permille manual = 0;      // share of the loss that working by hand avoids
    Seconds manual_limit = 0; // how long that can be kept up
    Localized fallback;
};

enum class Personal : std::uint8_t { none, personal, special_care, my_number };

struct LedgerRow { // how the asset stands in the company's ledger (the model answer of the ledger activity)
    Localized process, users, owner, place;
    std::uint8_t confidentiality = 1, integrity = 1, availability = 1, importance = 1, threat = 1, vulnerability = 1,
                 likelihood = 1, risk = 1;
};

struct Asset {
    std::string id;
    Localized name;
    Plane hosts;
    Personal personal = Personal::none;
    std::int32_t records = 0;   // people whom a leak would concern
    std::int32_t gigabytes = 1; // scales the time to carry it off
    Yen leak_compensation = 0;  // owed to its owner once it has leaked
    LedgerRow ledger;
};

enum Skill : std::uint8_t {
    skill_command = 1,
    skill_technical = 2,
    skill_liaison = 4,
    skill_operations = 8,
    skill_records = 16
};

struct Person {
    std::string id;
    Localized name;
    std::uint8_t skills = 0;
    Hours hours;
    bool on_call = false; // can be reached and may act outside these hours
};

enum class ContactKind : std::uint8_t {
    maintenance,
    centre,
    expert,
    vendor,
    police,
    insurer,
    customer,
    press,
    authority,
    supplier
};

struct Penalty { // a contract clause: yen per working hour once a process has stood still for `after` working time, up
                 // to `cap`
    ProcessId process;
    Seconds after = 0;
    Yen per_hour = 0;
    Yen cap = 0;
};

struct Contact {
    std::string id;
    Localized name, given, gap; // what is handed over, and the hole in the arrangement
    ContactKind kind = ContactKind::maintenance;
    Hours hours;
    Delay answers;      // from the call to their first useful answer
    Seconds travel = 0; // before hands are on the spot; 0 when they work from afar
    Yen per_hour = 0;
    std::int32_t minimum_hours = 0;
    std::uint8_t skills = 0; // what they can do for the company once engaged
    Penalty penalty;
    Permille busy = 0; // how likely a call finds them taken by others …
    Delay busy_for;    // … until then they don't begin to answer
};

struct Control { // a measure that is in place or not, named by the company's author
    std::string id;
    Localized name, remedy;
    bool on = false;
    Yen cost = 0;
    std::int32_t days = 0;
};

struct RemoteLine { // a maintenance line into the company
    std::string id;
    Localized name;
    ContactId contact;
    HostId host;
    bool always_open = false;
};

enum class SensorKind : std::uint8_t { utm, edr, log, people };

struct Sensor {
    std::string id;
    Localized name;
    SensorKind kind = SensorKind::edr;
    Permille coverage = 1000; // of the noise that a technique makes for this kind
    Delay delay;              // from the act to the alert
    std::int32_t false_per_week = 0;
    ContactId centre; // who watches; none: the alert waits for a mail reader in working hours
    Permille centre_isolates =
        0;             // severity from which the centre isolates by itself (0 never, 1 low, 2 high, 3 critical)
    SimTime until = 0; // the trial or licence ends, unless it is renewed; 0: it goes on
    Seconds report_every =
        0; // what it sees stands in a report that comes so often and has to be read; 0: it tells at once
    SimTime report_first = 0;
};

enum class ClockStart : std::uint8_t { incident_known, leak_suspected, personal_leak_suspected };

inline constexpr std::uint8_t kFirstReport = 0, kFinalReport = 1; // of a deadline, of an action that tells somebody

struct Deadline { // a duty to tell someone in time, by law or contract
    std::string id;
    Localized name, basis;
    ClockStart starts = ClockStart::incident_known;
    ContactId to;
    std::uint8_t report = kFirstReport;
    Seconds soft = 0; // the day it should be done
    Seconds due = 0;
    std::int32_t late_trust_partners = 0, late_trust_customers = 0;
};

struct Backup {
    Plane hosts;          // where the copies lie
    bool offline = false; // a copy that no intruder can reach
    bool tested = false;
    Permille online_success = 190; // a host comes back from an online copy after an attack
    Permille offline_success = 750;
};

struct Audience {
    std::int32_t customers = 70, partners = 70, staff = 70, neighbours = 70;
};

struct Insurance {
    ContactId insurer;
    Permille pays = 0; // of direct cost, if told in time
    Yen cap = 0;
    Seconds notify_within = 0;
};

struct Company {
    std::string id;
    std::int64_t version = 1;
    Localized name, kind, profile;
    Calendar calendar;
    Yen margin_per_hour = 0; // ceiling of downtime loss over all processes
    Yen staff_per_hour = 3200;
    Yen overtime_per_hour = 4000;
    Yen notice_per_record = 130; // writing to one person
    bool admin_shared = true;    // one administrator account for all machines
    std::int32_t log_days = 14;
    std::int32_t disorder = 0; // permille by which late news costs more trust while nobody keeps the contact list
    Audience trust;
    Backup backup;
    Insurance insurance;
    std::vector<Zone> zones;
    std::vector<std::string> tags;
    std::vector<Host> hosts;
    std::vector<Process> processes;
    std::vector<Asset> assets;
    std::vector<Person> people;
    std::vector<Contact> contacts;
    std::vector<Control> controls;
    std::vector<RemoteLine> lines;
    std::vector<Sensor> sensors;
    std::vector<Deadline> deadlines;
};

} // namespace sonae::engine
