#include "workshop/retell.hpp"

#include "base/check.hpp"
#include "workshop/fact_text.hpp"
#include "workshop/fill.hpp"
#include "workshop/lookup.hpp"

#include <algorithm>

namespace sonae::workshop {
namespace {

using engine::DecisionStatus;
using engine::Fact;
using engine::FactKind;
using engine::Indicator;

// How many things there are of the kind that `fact.a` numbers; nothing for hosts and kinds without a thing, whose
// readers look for themselves.
std::optional<std::size_t> things_for(const engine::Scenario& sc, FactKind kind)
{
    switch (kind) {
    case FactKind::decided:
    case FactKind::fell_silent:
    case FactKind::decision_opened: return sc.decisions.size();
    case FactKind::ordered:
    case FactKind::action_began:
    case FactKind::action_done:
    case FactKind::action_in_vain: return sc.actions.size();
    case FactKind::technique_tried:
    case FactKind::technique_succeeded: return sc.playbook.techniques.size();
    case FactKind::process_down:
    case FactKind::process_degraded:
    case FactKind::process_up:
    case FactKind::process_by_hand:
    case FactKind::by_hand_ended:
    case FactKind::tolerance_passed: return sc.company.processes.size();
    case FactKind::asset_staged:
    case FactKind::asset_leaked:
    case FactKind::leak_found:
    case FactKind::leak_hushed_up: return sc.company.assets.size();
    case FactKind::contact_called:
    case FactKind::contact_closed:
    case FactKind::contact_answered:
    case FactKind::contact_arrived:
    case FactKind::contact_notified:
    case FactKind::contact_busy:
    case FactKind::penalty_began: return sc.company.contacts.size();
    case FactKind::sensor_ended:
    case FactKind::sensor_renewed:
    case FactKind::report_came:
    case FactKind::report_read: return sc.company.sensors.size();
    case FactKind::deadline_began:
    case FactKind::deadline_met:
    case FactKind::deadline_missed: return sc.company.deadlines.size();
    case FactKind::inject_delivered: return sc.injects.size();
    case FactKind::flag_set:
    case FactKind::flag_cleared: return sc.flags.size();
    case FactKind::booked: return engine::kIndicators;
    default: return std::nullopt;
    }
}

bool is_about_something(const engine::Scenario& sc, const Fact& fact)
{
    const auto things = things_for(sc, fact.kind);
    if (things && fact.a >= *things) return false;
    return fact.kind != FactKind::decided || fact.b < sc.decisions[fact.a].options.size();
}

engine::State state_at_start(const engine::Scenario& sc, const DrillRecord& record)
{
    engine::State s{};
    set_luck(s, {record.started.seed, 0});
    s.now = record.now;
    s.work = sc.work_time(record.now);
    s.settled_work = s.work.worked(record.now); // what had accrued unbooked is in no fact
    s.flag_at.fill(engine::kNotYet);
    s.action_at.fill(engine::kNotYet);
    for (std::size_t o = 0; o < sc.outputs.size(); ++o) {
        const auto carried = record.started.outputs.find(sc.outputs[o].id);
        s.outputs[o] = carried == record.started.outputs.end() ? sc.outputs[o].as_company : carried->second;
    }
    for (std::size_t c = 0; c < sc.company.controls.size(); ++c)
        if (sc.company.controls[c].on) s.controls |= std::uint64_t{1} << c;
    s.booked = engine::booked_at_start(sc);
    return s;
}

void close(engine::State& s, const Fact& fact, DecisionStatus how)
{
    engine::DecisionState& decision = s.decisions[fact.a];
    decision.status = how;
    decision.closed = fact.at;
    if (how == DecisionStatus::decided) decision.option = static_cast<std::uint8_t>(fact.b);
    s.open_decisions &= ~(std::uint64_t{1} << fact.a);
}

void take(const engine::Scenario& sc, engine::State& s, std::span<const Fact> before, const Fact& fact)
{
    s.seq = fact.seq;
    switch (fact.kind) {
    case FactKind::decision_opened:
        s.decisions[fact.a] = {.opened = fact.at, .host = fact.b, .status = DecisionStatus::open};
        s.open_decisions |= std::uint64_t{1} << fact.a;
        return;
    case FactKind::decided: return close(s, fact, DecisionStatus::decided);
    case FactKind::fell_silent: return close(s, fact, DecisionStatus::silent);
    case FactKind::inject_delivered:
        s.injects[fact.a] = delivery_of(sc, s.injects[fact.a], fact, before);
        ++s.injects[fact.a].times;
        return;
    case FactKind::deadline_began: s.deadlines[fact.a] = {.began = fact.at, .cause = fact.seq}; return;
    case FactKind::deadline_met: s.deadlines[fact.a].met = fact.at; return;
    case FactKind::deadline_missed: s.deadlines[fact.a].missed = 1; return;
    case FactKind::flag_set: s.flag_at[fact.a] = fact.at; return;
    case FactKind::flag_cleared: s.flag_at[fact.a] = engine::kNotYet; return;
    case FactKind::asset_staged: s.staged |= std::uint64_t{1} << fact.a; return;
    case FactKind::asset_leaked: s.leaked |= std::uint64_t{1} << fact.a; return;
    case FactKind::leak_found: s.leak_known |= std::uint64_t{1} << fact.a; return;
    case FactKind::booked: s.booked[fact.a] += fact.value; return;
    case FactKind::drill_ended:
        s.ended = s.now >= sc.horizon ? 2 : 1;
        s.ending = fact.a;
        return;
    default: return;
    }
}

void let_pass(const engine::Scenario& sc, engine::State& s, const std::vector<Command>& commands)
{
    for (const Command& command : commands) {
        const auto* passed = std::get_if<LetPass>(&command);
        const auto decision = passed ? find_decision(sc, passed->decision) : std::nullopt;
        if (!decision || s.decisions[decision->index()].status != DecisionStatus::open) continue;
        s.decisions[decision->index()].status = DecisionStatus::passed;
        s.open_decisions &= ~(std::uint64_t{1} << decision->index());
    }
}

// Facts that we know, the others told apart. Whose cause is one of these hangs on what caused that.
void sort_out(const engine::Scenario& sc, const DrillRecord& record, Drill& drill, Retold& retold)
{
    std::map<engine::Seq, engine::Seq> instead;
    for (const KeptFact& kept : record.facts) {
        Fact fact = kept.fact;
        if (!drill.facts.empty() && fact.seq <= drill.facts.back().seq) continue;
        if (const auto cause = instead.find(fact.parent); cause != instead.end()) fact.parent = cause->second;
        if (kept.known && is_about_something(sc, fact)) {
            retold.sentences[fact.seq] = kept.sentence;
            drill.facts.push_back(fact);
        } else {
            instead[fact.seq] = fact.parent;
            retold.strange.push_back({fact.at, kept.sentence});
        }
    }
}

bool is_told(Indicator which)
{
    return which != Indicator::fatigue && which != Indicator::detected_after && which != Indicator::count_;
}

bool is_told(const engine::Instruction& in)
{
    using enum engine::Op;
    using engine::CompanyProperty;
    switch (in.op) {
    case since_action:
    case hosts_count:
    case host_is:
    case process_is:
    case process_down_for:
    case person_is:
    case people_free:
    case contact_is:
    case action_done:
    case action_running:
    case attacker_value:
    case alerts_seen:
    case sensor_works:
    case reports_unread: return false;
    case company_value: {
        const auto property = static_cast<CompanyProperty>(in.b);
        return property == CompanyProperty::admin_shared || property == CompanyProperty::backup_offline ||
               property == CompanyProperty::backup_tested || property == CompanyProperty::edr_hosts ||
               property == CompanyProperty::log_days || property == CompanyProperty::hosts;
    }
    case indicator: return is_told(static_cast<Indicator>(in.b));
    default: return true;
    }
}

} // namespace

std::shared_ptr<const Drill> retell(const DrillRecord& record, std::shared_ptr<const engine::Scenario> scenario)
{
    EXPECTS(scenario != nullptr);
    const engine::Scenario& sc = *scenario;
    auto drill = std::make_shared<Drill>();
    auto retold = std::make_shared<Retold>();
    retold->rules_version = record.rules_version;
    retold->fingerprint = record.fingerprint;
    drill->started = record.started;
    drill->scenario = std::move(scenario);
    drill->state = state_at_start(sc, record);
    sort_out(sc, record, *drill, *retold);
    for (std::size_t i = 0; i < drill->facts.size(); ++i)
        take(sc, drill->state, std::span(drill->facts).first(i), drill->facts[i]);
    let_pass(sc, drill->state, record.commands);
    for (const auto& [which, value] : record.figures) drill->state.booked[static_cast<std::size_t>(which)] = value;
    drill->retold = std::move(retold);
    return drill;
}

bool told_by_facts(const engine::Scenario& sc, const engine::Expression& expression)
{
    return std::all_of(sc.code.begin() + expression.begin, sc.code.begin() + expression.end,
                       [](const engine::Instruction& in) { return is_told(in); });
}

std::string sentence_of(const engine::Scenario& sc, const Retold* retold, const Fact& fact, Language language)
{
    if (retold)
        if (const auto told = retold->sentences.find(fact.seq);
            told != retold->sentences.end() && !told->second.ja.empty())
            return told->second.in(language);
    return fact_text(sc, fact, language);
}

} // namespace sonae::workshop
