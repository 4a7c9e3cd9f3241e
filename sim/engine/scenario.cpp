#include "engine/scenario.hpp"

#include "base/check.hpp"
#include "engine/terms.hpp"
#include "engine/topics.hpp"

#include <algorithm>

namespace sonae::engine {
namespace {

// The hosts on which the expression's value depends, as far as it depends on hosts.
Plane hosts_asked(const Scenario& sc, const Expression& when)
{
    Plane hosts;
    for (std::uint32_t i = when.begin; i < when.end; ++i) {
        const Instruction& in = sc.code[i];
        if (!(in.reads & kHostTopics)) continue;
        if (in.op == Op::host_is)
            hosts.set(HostId{in.a});
        else
            hosts.add(in.op == Op::hosts_count ? sc.masks[in.a] : sc.all_hosts, sc.words);
    }
    return hosts;
}

void watch(Scenario& sc, const Expression& when, Watcher watcher, std::size_t index, std::int16_t& clocks)
{
    Condition condition{when, hosts_asked(sc, when), watcher, static_cast<std::uint16_t>(index), -1};
    if (when.clocked && clocks < static_cast<std::int16_t>(kMaxClocked)) condition.clock_slot = clocks++;
    EXPECTS(sc.conditions.size() < kMaxConditions);
    const std::size_t number = sc.conditions.size();
    Topics reads = when.reads;
    if (watcher == Watcher::finish) reads |= sc.topics.of_all(Topic::decisions); // as long as one is open
    const std::uint64_t bit = std::uint64_t{1} << (number % 64);
    for_each_bit(reads, [&](std::size_t topic) { sc.watching[topic][number / 64] |= bit; });
    if (reads & kHostTopics) sc.watching_hosts[number / 64] |= bit;
    sc.conditions.push_back(condition);
}

void listen(Scenario& sc, const Trigger& trigger, Watcher watcher, std::size_t index, std::int16_t& clocks)
{
    if (trigger.never) return;
    if (trigger.on == Occurrence::none) return watch(sc, trigger.when, watcher, index, clocks);
    const auto on = static_cast<std::size_t>(trigger.on);
    sc.listeners[on].push_back(
        {watcher, trigger.severity, trigger.times, static_cast<std::uint16_t>(index), trigger.subject});
    const bool any = trigger.subject == Trigger::kAny;
    sc.subjects_heard[on] |= any ? ~std::uint64_t{0} : std::uint64_t{1} << trigger.subject % 64;
}

void number_hosts(Scenario& sc)
{
    const Company& co = sc.company;
    sc.words = std::max<std::size_t>(1, (co.hosts.size() + 63) / 64);
    for (std::size_t h = 0; h < co.hosts.size(); ++h) {
        const Host& host = co.hosts[h];
        sc.all_hosts.set(HostId{h});
        if (host.edr) sc.edr_hosts.set(HostId{h});
        if (host.works_alone) sc.works_alone.set(HostId{h});
        if (host.kind == HostKind::cloud) sc.cloud_hosts.set(HostId{h});
        if (host.kind == HostKind::appliance) sc.edge_hosts.set(HostId{h});
        if (host.kind == HostKind::server) sc.servers.set(HostId{h});
        sc.zone_hosts[host.zone.index()].set(HostId{h});
        HostRow row{.zone = host.zone, .restore = host.restore, .rebuild = host.rebuild};
        for (std::size_t a = 0; a < co.assets.size(); ++a)
            if (co.assets[a].hosts.has(HostId{h})) row.assets |= std::uint64_t{1} << a;
        if (row.assets) sc.asset_hosts.set(HostId{h});
        sc.hosts.push_back(row);
    }
    for (const RemoteLine& line : co.lines)
        if (line.always_open && line.host.exists()) sc.line_hosts.set(line.host);
    for (std::size_t from = 0; from < co.zones.size(); ++from)
        for (std::size_t to = 0; to < co.zones.size(); ++to)
            if (from == to || (co.zones[from].reaches >> to & 1u))
                for (std::size_t i = 0; i < sc.words; ++i) sc.reach_from[from].word[i] |= sc.zone_hosts[to].word[i];
}

void number_needs(Scenario& sc)
{
    const Company& co = sc.company;
    for (std::size_t p = 0; p < co.processes.size(); ++p) {
        sc.needs_of[p] = static_cast<std::uint16_t>(sc.needs.size());
        for (const Need& need : co.processes[p].needs) sc.needs.push_back({need.total, need.least});
        sc.needs_of[p + 1] = static_cast<std::uint16_t>(sc.needs.size());
    }
    for (std::size_t h = 0; h < co.hosts.size(); ++h) {
        HostRow& row = sc.hosts[h];
        row.needing_begin = static_cast<std::uint16_t>(sc.needing.size());
        for (std::size_t p = 0; p < co.processes.size(); ++p)
            for (std::size_t n = 0; n < co.processes[p].needs.size(); ++n) {
                if (!co.processes[p].needs[n].hosts.has(HostId{h})) continue;
                row.processes |= 1u << p;
                sc.needing.push_back(static_cast<std::uint16_t>(sc.needs_of[p] + n));
            }
        row.needing_end = static_cast<std::uint16_t>(sc.needing.size());
    }
}

void number_people(Scenario& sc)
{
    const auto bits = [](const auto& rows, const auto& asked) {
        std::uint32_t found = 0;
        for (std::size_t i = 0; i < rows.size(); ++i) found |= std::uint32_t{asked(rows[i])} << i;
        return found;
    };
    for (std::size_t skills = 0; skills < sc.people_with.size(); ++skills) {
        const auto skilled = [&](const auto& someone) { return (someone.skills & skills) != 0; };
        sc.people_with[skills] = bits(sc.company.people, skilled);
        sc.contacts_with[skills] = bits(sc.company.contacts, skilled);
    }
    sc.penal_contacts = bits(sc.company.contacts, [](const Contact& c) { return c.penalty.process.exists(); });
    for (std::size_t p = 0; p < sc.company.processes.size(); ++p)
        sc.penalised[p] = bits(sc.company.contacts, [&](const Contact& c) { return c.penalty.process.value == p; });
}

void number_days(Scenario& sc)
{
    const std::int64_t first = day_of(sc.start);
    sc.start_second = static_cast<std::int32_t>(second_of_day(sc.start));
    const auto days = static_cast<std::size_t>(sc.horizon / kDay + 40);
    const Hours& work = sc.company.calendar.work;
    sc.work_prefix.assign(days + 1, 0);
    sc.day_kind.assign(days, 0);
    for (std::size_t d = 0; d < days; ++d) {
        const std::int64_t day = first + static_cast<std::int64_t>(d);
        const bool holiday =
            std::binary_search(sc.company.calendar.holidays.begin(), sc.company.calendar.holidays.end(), day);
        sc.day_kind[d] = static_cast<std::uint8_t>((weekday(day) << 1) | (holiday ? 1 : 0));
        const bool works = (work.weekdays >> weekday(day) & 1) && (!holiday || work.on_holidays);
        sc.work_prefix[d + 1] = sc.work_prefix[d] + (works ? work.close - work.open : 0);
    }
}

void number_attempts(Scenario& sc)
{
    for (const Technique& technique : sc.playbook.techniques) {
        AttemptRow row{.targets = technique.targets,
                       .duration = technique.duration,
                       .kind = technique.kind,
                       .timed = !technique.time_factors.empty(),
                       .limit = technique.limit,
                       .tries = technique.tries};
        for (std::size_t i = 0; i < Plane::kWords; ++i) {
            if (technique.kind == TechniqueKind::stage) row.targets.word[i] &= sc.asset_hosts.word[i];
            if (technique.kind == TechniqueKind::destroy_backup) row.targets.word[i] &= sc.company.backup.hosts.word[i];
        }
        std::uint64_t unseen = std::uint64_t{1} << 32;
        const auto add_sights = [&](bool by_edr) {
            for (std::size_t i = 0; i < sc.company.sensors.size(); ++i) {
                const Sensor& sensor = sc.company.sensors[i];
                const Permille noise = technique.noise[static_cast<std::size_t>(sensor.kind)];
                const Permille chance = noise * sensor.coverage / 1000;
                if (chance <= 0 || (sensor.kind == SensorKind::edr) != by_edr) continue;
                unseen = unseen * static_cast<std::uint64_t>(1000 - chance) / 1000;
                sc.sights.push_back({static_cast<std::uint8_t>(i), chance, unseen});
            }
            return static_cast<std::uint16_t>(sc.sights.size());
        };
        const auto& factors = technique.chance_factors;
        const auto moves = [](const Factor& factor) { return factor.when.reads != 0; };
        const auto first_moving = std::find_if(factors.begin(), factors.end(), moves);
        row.settled_factors = static_cast<std::uint16_t>(first_moving - factors.begin());
        row.moving = first_moving != factors.end();
        row.sights_begin = static_cast<std::uint16_t>(sc.sights.size());
        row.edr_begin = add_sights(false);
        row.unseen[0] = unseen;
        row.sights_end = add_sights(true);
        row.unseen[1] = unseen;
        sc.attempts.push_back(row);
    }
}

void number_fatigue(Scenario& sc)
{
    std::vector<Permille>& marks = sc.fatigue_marks;
    for (const Instruction& in : sc.code) {
        if (in.op != Op::indicator || static_cast<Indicator>(in.b) != Indicator::fatigue) continue;
        const bool compared = in.compare != Op::constant;
        const auto limit = static_cast<Permille>(std::clamp<std::int64_t>(in.value, -1, 1001));
        const Permille first = compared ? std::max(limit, 1) : 1, last = compared ? std::min(limit + 1, 1000) : 1000;
        for (Permille mark = first; mark <= last; ++mark) marks.push_back(mark);
    }
    std::sort(marks.begin(), marks.end());
    marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
}

void make_ready(Scenario& sc, Expression& condition)
{
    take_apart(sc, condition);
    put_calm_first(sc, condition);
}

void make_ready(Scenario& sc, std::vector<Factor>& factors)
{
    for (Factor& factor : factors) make_ready(sc, factor.when);
}

// Every condition that a drill or a policy may ask.
void make_conditions_ready(Scenario& sc)
{
    for (Technique& technique : sc.playbook.techniques) {
        make_ready(sc, technique.when);
        make_ready(sc, technique.chance_factors);
        make_ready(sc, technique.time_factors);
    }
    for (Inject& inject : sc.injects) make_ready(sc, inject.trigger.when);
    for (Decision& decision : sc.decisions) {
        make_ready(sc, decision.trigger.when);
        for (Option& option : decision.options) make_ready(sc, option.when);
    }
    for (Action& action : sc.actions) {
        make_ready(sc, action.when);
        for (Adder& wait : action.waits) make_ready(sc, wait.when);
        make_ready(sc, action.time_factors);
    }
    for (Rule& rule : sc.rules) make_ready(sc, rule.trigger.when);
    for (Policy& policy : sc.policies) {
        for (std::vector<PolicyChoice>& row : policy.choices)
            for (PolicyChoice& choice : row) make_ready(sc, choice.when);
        for (PolicyMove& move : policy.moves) make_ready(sc, move.when);
    }
    for (Ending& ending : sc.endings) make_ready(sc, ending.when);
    make_ready(sc, sc.finish);
}

} // namespace

void Scenario::seal()
{
    make_conditions_ready(*this);
    deal_topics(*this);
    number_hosts(*this);
    number_needs(*this);
    number_people(*this);
    number_days(*this);
    number_attempts(*this);
    number_fatigue(*this);
    std::int16_t clocks = 0;
    for (std::size_t t = 0; t < playbook.techniques.size(); ++t) {
        const Technique& technique = playbook.techniques[t];
        watch(*this, technique.when, Watcher::technique, t, clocks);
        of_kind[static_cast<std::size_t>(technique.kind)] |= std::uint64_t{1} << t;
        if (technique.automatic) automatic_techniques |= std::uint64_t{1} << t;
        for_each_host(technique.targets, words,
                      [&](HostId host) { hosts[host.index()].techniques |= std::uint64_t{1} << t; });
    }
    for (std::size_t i = 0; i < injects.size(); ++i) listen(*this, injects[i].trigger, Watcher::inject, i, clocks);
    for (std::size_t d = 0; d < decisions.size(); ++d)
        listen(*this, decisions[d].trigger, Watcher::decision, d, clocks);
    for (std::size_t r = 0; r < rules.size(); ++r) listen(*this, rules[r].trigger, Watcher::rule, r, clocks);
    if (!finish.always()) watch(*this, finish, Watcher::finish, 0, clocks);
    for (Policy& policy : policies)
        for (PolicyMove& move : policy.moves) {
            move.hosts = hosts_asked(*this, move.when);
            move.limit = actions[move.action].limit;
        }
}

WorkTime Scenario::work_time(std::int64_t at) const
{
    const Hours& work = company.calendar.work;
    const Spell now = spell(work, at);
    WorkTime time{.open = now.open, .turns = WorkTime::kForGood};
    if (now.lasts != kNever) time.turns = static_cast<std::int32_t>(at + now.lasts);
    if (now.open) { // each day's hours begin anew, and in those that never end nothing would be another
        const std::int64_t day = (start_second + at) / kDay;
        time.began = static_cast<std::int32_t>(day * kDay + work.open - start_second);
    }
    time.worked_before = static_cast<std::int32_t>(working_until(now.open ? time.began : at));
    return time;
}

std::int64_t Scenario::working_until(std::int64_t at) const
{
    const std::int64_t since_midnight = start_second + at;
    const auto day = std::min(static_cast<std::size_t>(since_midnight / kDay), day_kind.size() - 1);
    const std::int64_t second = since_midnight - static_cast<std::int64_t>(day) * kDay;
    const std::int64_t whole = work_prefix[day + 1] - work_prefix[day];
    return work_prefix[day] + std::clamp<std::int64_t>(second - company.calendar.work.open, 0, whole);
}

std::int64_t Scenario::working_after(std::int64_t at, std::int64_t seconds) const
{
    const std::int64_t wanted = working_until(at) + seconds;
    const auto day = std::lower_bound(work_prefix.begin(), work_prefix.end(), wanted) - work_prefix.begin();
    if (day == static_cast<std::ptrdiff_t>(work_prefix.size())) return kNever;
    if (day == 0) return at;
    const std::int64_t within = wanted - work_prefix[static_cast<std::size_t>(day - 1)];
    return std::max(at, (day - 1) * kDay + company.calendar.work.open + within - start_second);
}

bool Scenario::opens_on(const Hours& hours, std::size_t day) const
{
    const std::uint8_t kind = day_kind[std::min(day, day_kind.size() - 1)];
    return (hours.weekdays >> (kind >> 1) & 1) && (!(kind & 1) || hours.on_holidays);
}

bool Scenario::open(const Hours& hours, std::int64_t at) const
{
    const auto since_midnight = static_cast<std::uint64_t>(start_second + at);
    const std::uint64_t day = since_midnight / kDay;
    const auto second = static_cast<std::int64_t>(since_midnight - day * kDay);
    return second >= hours.open && second < hours.close && opens_on(hours, day);
}

Scenario::Spell Scenario::spell(const Hours& hours, std::int64_t at) const
{
    if (hours.always()) return {true, kNever};
    const auto since_midnight = static_cast<std::uint64_t>(start_second + at);
    std::uint64_t day = since_midnight / kDay;
    const auto second = static_cast<std::int64_t>(since_midnight - day * kDay);
    if (second >= hours.open && second < hours.close && opens_on(hours, day)) return {true, hours.close - second};
    if (hours.open >= hours.close) return {false, kNever};
    for (day += second > hours.open; day < day_kind.size(); ++day)
        if (opens_on(hours, day))
            return {false,
                    static_cast<std::int64_t>(day * kDay) + hours.open - static_cast<std::int64_t>(since_midnight)};
    return {false, kNever};
}

std::int64_t Scenario::next_open(const Hours& hours, std::int64_t at) const
{
    const Spell now = spell(hours, at);
    return now.open ? at : now.lasts == kNever ? kNever : at + now.lasts;
}

} // namespace sonae::engine
