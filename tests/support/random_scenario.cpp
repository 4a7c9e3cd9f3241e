#include "support/random_scenario.hpp"

#include "base/draw.hpp"

#include <algorithm>

namespace sonae::test {
namespace {

using namespace sonae::engine;

class Maker {
  public:
    explicit Maker(std::uint64_t seed) : seed_(seed) {}

    std::shared_ptr<const Scenario> make()
    {
        sc_->id = "random";
        sc_->start = days_from_civil({2023, 11, 20}) * kDay + below(7 * 86400);
        sc_->horizon = (1 + below(10)) * kDay;
        company();
        playbook();
        story();
        policies();
        sc_->seal();
        return sc_;
    }

  private:
    std::uint32_t below(std::uint32_t limit) { return Draw{mix(seed_ * 0x1F3D5B79 + count_++)}.below(limit); }
    bool chance(int permille) { return static_cast<int>(below(1000)) < permille; }
    Localized name(const std::string& id) { return {id, id}; }
    Plane hosts(int permille)
    {
        Plane plane;
        for (std::size_t h = 0; h < sc_->company.hosts.size(); ++h)
            if (chance(permille)) plane.set(HostId{h});
        plane.set(HostId{below(static_cast<std::uint32_t>(sc_->company.hosts.size()))});
        return plane;
    }
    Delay delay(std::uint32_t most)
    {
        if (chance(300)) return Delay::constant(below(most));
        const Seconds a = below(most), b = a + below(most), c = b + below(most);
        return Delay::triangular(a, b, c);
    }
    Hours hours()
    {
        if (chance(300)) return {0x7F, true, 0, 86400};
        const auto open = static_cast<std::int32_t>(below(12) * 3600);
        return {static_cast<std::uint8_t>(1 + below(127)), chance(200), open,
                open + 3600 + static_cast<std::int32_t>(below(11) * 3600)};
    }
    using Code = std::vector<Instruction>;
    static Code load(Op op, std::size_t a, std::size_t b, Topics reads)
    {
        return {{.op = op, .b = static_cast<std::uint8_t>(b), .a = static_cast<std::uint16_t>(a), .reads = reads}};
    }
    Code compared(Code code, Op comparison, std::uint32_t most)
    {
        code.push_back({.op = Op::constant, .value = below(most)});
        if (!compare_with_constant(code, 0, comparison)) code.push_back({.op = comparison});
        return code;
    }
    Code leaf()
    {
        const std::uint32_t flag = below(4);
        switch (below(18)) {
        case 0: return load(Op::flag, flag, 0, topic(Topic::flags));
        case 1: return compared(load(Op::since_start, 0, 0, topic(Topic::clock)), Op::greater, 4 * 86400);
        case 2:
            sc_->masks.push_back(hosts(500));
            return compared(load(Op::hosts_count, sc_->masks.size() - 1,
                                 static_cast<std::size_t>(HostProperty::encrypted), topic(Topic::encrypted)),
                            Op::greater_equal, 10);
        case 3:
            return load(Op::attacker_value, 0, static_cast<std::size_t>(AttackerProperty::admin), topic(Topic::admin));
        case 4:
            return load(Op::calendar_value, 0, static_cast<std::size_t>(CalendarProperty::working_hour),
                        topic(Topic::clock));
        case 5:
            return compared(
                load(Op::indicator, 0, static_cast<std::size_t>(Indicator::hosts_encrypted), topic(Topic::encrypted)),
                Op::equal, 4);
        case 6: return load(Op::sensor_works, 0, 0, topic(Topic::network));
        case 7: return load(Op::inject_delivered, below(kInjects), 0, topic(Topic::injects));
        case 8: return load(Op::decision_made, below(kDecisions), 0, topic(Topic::decisions));
        case 9: return load(Op::decision_silent, below(kDecisions), 0, topic(Topic::decisions));
        case 10: return load(Op::action_done, below(kActions), 0, topic(Topic::actions));
        case 11: return load(Op::action_running, below(kActions), 0, topic(Topic::running));
        case 12: {
            const auto property = static_cast<ContactProperty>(1 + below(3));
            const Topic family = property == ContactProperty::called ? Topic::called : Topic::contacts;
            const std::uint32_t contact = below(static_cast<std::uint32_t>(sc_->company.contacts.size()));
            return load(Op::contact_is, contact, static_cast<std::size_t>(property), topic(family));
        }
        case 13:
            return compared(load(Op::since_inject, below(kInjects), 0, topic(Topic::injects) | topic(Topic::clock)),
                            Op::greater, 86400);
        case 14:
            return load(Op::company_value, 0, static_cast<std::size_t>(CompanyProperty::line_open),
                        topic(Topic::lines));
        case 15: return load(Op::attacker_value, 0, static_cast<std::size_t>(AttackerProperty::out), topic(Topic::out));
        case 16:
            return compared(load(Op::indicator, 0, static_cast<std::size_t>(Indicator::fatigue), topic(Topic::fatigue)),
                            Op::greater, 900);
        default: return compared(load(Op::alerts_seen, 0, 0, topic(Topic::alerts)), Op::greater, 5);
        }
    }
    Code tree(int depth)
    {
        if (depth == 0 || chance(400)) return leaf();
        Code code = tree(depth - 1);
        if (chance(150)) code.push_back({.op = Op::logic_not});
        const bool both = chance(500);
        const Code right = tree(depth - 1);
        code.push_back(
            {.op = both ? Op::skip_if_false : Op::skip_if_true, .value = static_cast<std::int64_t>(right.size() + 1)});
        code.insert(code.end(), right.begin(), right.end());
        code.push_back({.op = both ? Op::logic_and : Op::logic_or});
        return code;
    }
    Expression condition()
    {
        if (chance(140)) return {};
        Expression e;
        e.begin = static_cast<std::uint32_t>(sc_->code.size());
        const Code code = tree(2);
        sc_->code.insert(sc_->code.end(), code.begin(), code.end());
        e.end = static_cast<std::uint32_t>(sc_->code.size());
        for (const Instruction& in : code) e.reads |= in.reads;
        e.clocked = (e.reads & topic(Topic::clock)) != 0;
        return e;
    }

    void company()
    {
        Company& co = sc_->company;
        co.id = "random";
        co.margin_per_hour = 50000 + below(300000);
        co.admin_shared = chance(500);
        co.log_days = 1 + static_cast<std::int32_t>(below(200));
        co.calendar.work = {0b0111110, false, 8 * 3600, 17 * 3600};
        const std::uint32_t zones = 1 + below(6);
        for (std::uint32_t z = 0; z < zones; ++z)
            co.zones.push_back({"z" + std::to_string(z), name("z"), below(1u << zones), chance(800)});
        const std::uint32_t count = chance(100) ? 512 : 3 + below(120);
        for (std::uint32_t h = 0; h < count; ++h) {
            Host host;
            host.id = "h" + std::to_string(h);
            host.zone = ZoneId{below(zones)};
            host.kind = static_cast<HostKind>(below(6));
            host.edr = chance(600);
            host.works_alone = chance(100);
            host.restore = static_cast<std::int32_t>(60 + below(20000));
            host.rebuild = host.restore * 3;
            co.hosts.push_back(host);
        }
        for (std::uint32_t p = 0, all = 1 + below(12); p < all; ++p) {
            Process process;
            process.id = "p" + std::to_string(p);
            process.tolerated = below(20000);
            process.loss_per_hour = below(200000);
            process.manual = static_cast<Permille>(below(800));
            process.manual_limit = 3600 + below(200000);
            for (std::uint32_t n = 0, needs = 1 + below(3); n < needs; ++n) {
                Need need;
                need.hosts = hosts(80);
                need.total = need.hosts.count();
                need.least = static_cast<Permille>(below(1001));
                process.needs.push_back(need);
            }
            co.processes.push_back(process);
        }
        for (std::uint32_t a = 0, all = 1 + below(20); a < all; ++a) {
            Asset asset;
            asset.id = "a" + std::to_string(a);
            asset.hosts = hosts(50);
            asset.personal = static_cast<Personal>(below(4));
            asset.records = static_cast<std::int32_t>(below(5000));
            asset.leak_compensation = below(5000000);
            co.assets.push_back(asset);
        }
        for (std::uint32_t p = 0, all = 1 + below(10); p < all; ++p)
            co.people.push_back(
                {"w" + std::to_string(p), name("w"), static_cast<std::uint8_t>(1 + below(31)), hours(), chance(300)});
        for (std::uint32_t c = 0, all = 1 + below(8); c < all; ++c) {
            Contact contact;
            contact.id = "c" + std::to_string(c);
            contact.kind = static_cast<ContactKind>(below(10));
            contact.hours = hours();
            contact.answers = delay(7200);
            contact.travel = chance(500) ? 0 : below(20000);
            contact.per_hour = below(20000);
            contact.minimum_hours = static_cast<std::int32_t>(below(10));
            contact.skills = static_cast<std::uint8_t>(below(32));
            if (chance(300))
                contact.penalty = {ProcessId{below(static_cast<std::uint32_t>(co.processes.size()))}, below(40000),
                                   below(400000), below(30000000)};
            if (chance(300)) contact.busy = static_cast<Permille>(below(1001)), contact.busy_for = delay(100000);
            co.contacts.push_back(contact);
        }
        const auto some_contact = [&] { return ContactId{below(static_cast<std::uint32_t>(co.contacts.size()))}; };
        for (std::uint32_t i = 0, all = 1 + below(4); i < all; ++i)
            co.sensors.push_back({"s" + std::to_string(i), name("s"), static_cast<SensorKind>(below(4)),
                                  static_cast<Permille>(below(1001)), delay(20000),
                                  static_cast<std::int32_t>(below(20)), chance(500) ? some_contact() : ContactId{},
                                  static_cast<Permille>(below(4)), chance(300) ? sc_->start + below(600000) : 0,
                                  chance(200) ? kHour + below(200000) : 0, sc_->start + below(200000)});
        for (std::uint32_t d = 0, all = below(5); d < all; ++d) {
            Deadline deadline;
            deadline.id = "d" + std::to_string(d);
            deadline.starts = static_cast<ClockStart>(below(3));
            deadline.to = some_contact();
            deadline.due = 3600 + below(600000);
            deadline.late_trust_customers = static_cast<std::int32_t>(below(20));
            co.deadlines.push_back(deadline);
        }
        for (std::uint32_t l = 0, all = 1 + below(3); l < all; ++l)
            co.lines.push_back({"l" + std::to_string(l), name("l"), some_contact(), HostId{below(count)}, chance(500)});
        co.controls.push_back({"g1", name("g1"), name("g1"), chance(500), 1000, 1});
        co.backup.hosts = hosts(30);
        co.backup.offline = chance(300);
        if (chance(500)) co.insurance = {some_contact(), 500, 3000000, 3 * kDay};
    }

    void playbook()
    {
        Playbook& book = sc_->playbook;
        book.hands = 1 + static_cast<std::int32_t>(below(8));
        book.pace_when_seen = static_cast<Permille>(200 + below(1500));
        for (int round = 0; round < 2; ++round)
            for (int kind = 0; kind <= static_cast<int>(TechniqueKind::publish); ++kind) {
                Technique technique;
                technique.id = "t" + std::to_string(kind) + "_" + std::to_string(round);
                technique.kind = static_cast<TechniqueKind>(kind);
                if (kind != 0) technique.when = condition();
                technique.targets = chance(500) ? hosts(1000) : hosts(300);
                technique.duration = delay(7200);
                technique.chance = static_cast<Permille>(200 + below(801));
                if (chance(300)) technique.chance_factors.push_back({condition(), static_cast<Permille>(below(1500))});
                for (Permille& noise : technique.noise) noise = static_cast<Permille>(below(600));
                technique.severity = static_cast<std::uint8_t>(1 + below(3));
                technique.tries = static_cast<std::uint16_t>(1 + below(40));
                technique.automatic = chance(300);
                book.techniques.push_back(technique);
            }
    }

    Trigger trigger()
    {
        Trigger t;
        t.on = static_cast<Occurrence>(below(static_cast<std::uint32_t>(Occurrence::count_)));
        t.when = condition();
        if (t.on == Occurrence::none && t.when.always()) t.on = Occurrence::alert;
        t.after = chance(500) ? Delay{} : delay(20000);
        t.times = static_cast<std::uint8_t>(1 + below(3));
        if (chance(300)) t.any_host = false, t.hosts = hosts(500);
        t.never = chance(200);
        return t;
    }

    EffectList effects()
    {
        EffectList list;
        list.begin = static_cast<std::uint32_t>(sc_->effects.size());
        for (std::uint32_t e = 0, all = below(4); e < all; ++e) {
            Effect effect;
            effect.kind = static_cast<EffectKind>(below(5));
            constexpr std::uint32_t kSubjects[] = {4, 4, kInjects, kDecisions, kActions};
            effect.subject = static_cast<std::uint16_t>(below(kSubjects[static_cast<std::size_t>(effect.kind)]));
            if (chance(500)) effect.after = delay(10000);
            effect.target = target();
            sc_->effects.push_back(effect);
        }
        list.end = static_cast<std::uint32_t>(sc_->effects.size());
        return list;
    }

    Target target()
    {
        Target t;
        t.by = static_cast<SelectBy>(below(4));
        t.fixed = 0;
        t.among = hosts(300);
        t.property = static_cast<HostProperty>(below(9));
        return t;
    }

    void story()
    {
        sc_->flags = {"f0", "f1", "f2", "f3"};
        for (std::uint32_t i = 0; i < kInjects; ++i) {
            Inject inject;
            inject.id = "i" + std::to_string(i);
            inject.trigger = trigger();
            sc_->injects.push_back(inject);
        }
        for (std::uint32_t d = 0; d < kDecisions; ++d) {
            Decision decision;
            decision.id = "q" + std::to_string(d);
            decision.trigger = trigger();
            decision.trigger.times = 1;
            decision.deadline = 60 + below(20000);
            for (std::uint32_t o = 0; o < 3; ++o) {
                Option option;
                option.id = "o" + std::to_string(o);
                if (o > 0) option.when = condition();
                option.effects = effects();
                decision.options.push_back(option);
            }
            decision.silence = effects();
            sc_->decisions.push_back(decision);
        }
        for (std::uint32_t a = 0; a < kActions; ++a) {
            Action action;
            action.id = "x" + std::to_string(a);
            action.kind = static_cast<ActionKind>(a);
            action.takes = takes(action.kind);
            action.hosts = hosts(1000);
            action.skill = static_cast<std::uint8_t>(below(32));
            action.people = 1 + static_cast<std::int32_t>(below(2));
            action.by_contact = chance(500);
            action.when = chance(200) ? condition() : Expression{};
            action.duration = delay(7200);
            if (chance(300)) action.waits.push_back({condition(), below(20000)});
            action.cost = below(100000);
            action.limit = static_cast<std::uint16_t>(1 + below(20));
            action.sensor = static_cast<std::uint16_t>(below(static_cast<std::uint32_t>(sc_->company.sensors.size())));
            sc_->actions.push_back(action);
        }
        for (std::uint32_t r = 0; r < 10; ++r) sc_->rules.push_back({"r" + std::to_string(r), trigger(), effects()});
        sc_->endings.push_back({"end", name("end"), name("end"), {}});
    }

    static TargetKind takes(ActionKind kind)
    {
        switch (kind) {
        case ActionKind::isolate_host:
        case ActionKind::rejoin_host:
        case ActionKind::power_off:
        case ActionKind::power_on:
        case ActionKind::image_host:
        case ActionKind::clean_host: return TargetKind::host;
        case ActionKind::isolate_zone:
        case ActionKind::rejoin_zone: return TargetKind::zone;
        case ActionKind::start_manual:
        case ActionKind::stop_process:
        case ActionKind::resume_process: return TargetKind::process;
        case ActionKind::call_contact:
        case ActionKind::notify_contact: return TargetKind::contact;
        default: return TargetKind::none;
        }
    }

    void policies()
    {
        sc_->policies.push_back({"silent", name("silent"), PolicyKind::silent, {}, {}, 0});
        sc_->policies.push_back({"random", name("random"), PolicyKind::random, {}, {}, 400});
        Policy weighted{"typical", name("typical"), PolicyKind::weighted, {}, {}, 0};
        for (const Decision& decision : sc_->decisions) {
            std::vector<PolicyChoice> row;
            for (std::size_t o = 0; o < decision.options.size(); ++o)
                row.push_back({{}, static_cast<std::uint8_t>(o), 1 + static_cast<std::int32_t>(below(5))});
            weighted.choices.push_back(row);
        }
        for (std::uint32_t m = 0; m < 12; ++m) {
            PolicyMove move;
            move.when = condition();
            if (move.when.always()) continue;
            move.action = static_cast<std::uint16_t>(below(kActions));
            move.target = target();
            move.after = delay(7200);
            move.chance = static_cast<Permille>(below(1001));
            move.times = static_cast<std::uint8_t>(1 + below(5));
            weighted.moves.push_back(move);
        }
        sc_->policies.push_back(weighted);
        Policy ordered = sc_->policies.back();
        ordered.id = "careful";
        ordered.kind = PolicyKind::ordered;
        sc_->policies.push_back(ordered);
    }

    static constexpr std::uint32_t kInjects = 20, kDecisions = 8,
                                   kActions = static_cast<std::uint32_t>(ActionKind::blame_staff) + 1;
    std::uint64_t seed_;
    std::uint64_t count_ = 0;
    std::shared_ptr<Scenario> sc_ = std::make_shared<Scenario>();
};

} // namespace

std::shared_ptr<const Scenario> random_scenario(std::uint64_t seed) { return Maker(seed).make(); }

} // namespace sonae::test
