// The figures with their owners, and how they grew.
#include "base/people_text.hpp"
#include "engine/indicator.hpp"
#include "report/reading.hpp"
#include "report/words.hpp"
#include "workshop/lookup.hpp"

#include <algorithm>
#include <cstdlib>

namespace sonae::report {
namespace {

using engine::Fact;
using engine::FactKind;
using engine::Indicator;
using workshop::OwnerKind;

constexpr Indicator kShown[] = {
    Indicator::total_loss,     Indicator::downtime_loss,    Indicator::direct_cost,     Indicator::compensation,
    Indicator::insurance_paid, Indicator::records_leaked,   Indicator::trust_customers, Indicator::trust_partners,
    Indicator::trust_staff,    Indicator::trust_neighbours, Indicator::evidence,        Indicator::hosts_encrypted,
    Indicator::deadlines_met,  Indicator::deadlines_missed,
};

std::int64_t start_of(const engine::Scenario& sc, Indicator which)
{
    switch (which) {
    case Indicator::trust_customers: return sc.company.trust.customers;
    case Indicator::trust_partners: return sc.company.trust.partners;
    case Indicator::trust_staff: return sc.company.trust.staff;
    case Indicator::trust_neighbours: return sc.company.trust.neighbours;
    case Indicator::evidence: return 1000;
    default: return 0;
    }
}

std::string owner_text(const Reading& reading, const workshop::Owner& owner)
{
    const engine::Scenario& sc = reading.scenario();
    const Language language = reading.language();
    const Fact* fact = reading.causes.fact(owner.fact);
    if (!fact || fact->kind == FactKind::drill_started) return words::beginning.in(language);
    switch (fact->kind) {
    case FactKind::decided:
        if (fact->a < sc.decisions.size() && fact->b < sc.decisions[fact->a].options.size())
            return reading.text(sc.decisions[fact->a].options[fact->b].text);
        break;
    case FactKind::fell_silent:
        if (fact->a < sc.decisions.size()) return reading.text(sc.decisions[fact->a].silence_text);
        break;
    case FactKind::ordered:
        if (fact->a < sc.actions.size()) return reading.text(sc.actions[fact->a].name);
        break;
    case FactKind::technique_tried:
    case FactKind::technique_succeeded:
        if (fact->a < sc.playbook.techniques.size()) return reading.text(sc.playbook.techniques[fact->a].name);
        break;
    case FactKind::false_alarm_raised: return words::false_alarms.in(language);
    default: break;
    }
    return reading.sentence(*fact);
}

void add(const Reading& reading, std::vector<Share>& groups, const workshop::Owned& owned, int sign)
{
    const Fact* fact = reading.causes.fact(owned.owner.fact);
    Share share{owned.owner.kind, fact ? reading.letter_of(*fact) : "", owner_text(reading, owned.owner),
                sign * owned.amount};
    const auto known = std::find_if(groups.begin(), groups.end(), [&](const Share& s) {
        return s.kind == share.kind && s.letter == share.letter && s.text == share.text;
    });
    if (known == groups.end())
        groups.push_back(share);
    else
        known->amount += share.amount;
}

std::vector<Share> shares_of(const Reading& reading, Indicator which, std::int64_t change)
{
    std::vector<Share> groups;
    for (const workshop::Part& part : workshop::parts_of(which))
        for (const workshop::Owned& owned : reading.causes.owners_of(part.which))
            add(reading, groups, owned, part.sign);
    std::vector<Share> shares;
    for (const Share& group : groups) {
        change -= group.amount;
        if (group.amount != 0) shares.push_back(group);
    }
    if (change != 0) shares.push_back({OwnerKind::luck, "", words::unsettled.in(reading.language()), change, true});
    std::stable_sort(shares.begin(), shares.end(),
                     [](const Share& a, const Share& b) { return std::llabs(a.amount) > std::llabs(b.amount); });
    return shares;
}

// When the loss of this booking began to accrue: after the booking before it, once the process stood past its
// tolerance, or once the customer's penalty ran.
std::int32_t accrues_from(std::span<const Fact> before, const Fact& booked, const Fact& standstill)
{
    std::int32_t from = standstill.at;
    for (const Fact& fact : before) {
        const bool same_loss = fact.kind == FactKind::booked && fact.a == booked.a && fact.parent == booked.parent;
        const bool clause = booked.a == static_cast<std::uint16_t>(Indicator::compensation)
                                ? fact.kind == FactKind::penalty_began && fact.parent == booked.parent
                                : fact.kind == FactKind::tolerance_passed && fact.a == standstill.a;
        if ((same_loss || clause) && fact.at < booked.at) from = std::max(from, fact.at);
    }
    return from;
}

using Changes = std::map<std::int32_t, std::int64_t>;

// Downtime and penalties are booked when something changes, but they are lost hour by hour of working time.
void spread(const Reading& reading, Changes& changes, std::span<const Fact> before, const Fact& booked,
            const Fact& standstill)
{
    const engine::Scenario& sc = reading.scenario();
    const std::int32_t from = accrues_from(before, booked, standstill);
    const std::int64_t base = sc.working_until(from), span = sc.working_until(booked.at) - base;
    std::int64_t told = 0;
    for (std::int64_t at = from + kHour; span > 0 && at < booked.at; at += kHour) {
        const std::int64_t due = booked.value * (sc.working_until(at) - base) / span;
        if (due != told) changes[static_cast<std::int32_t>(at)] += due - told;
        told = due;
    }
    changes[booked.at] += booked.value - told;
}

Changes changes_of(const Reading& reading, Indicator which)
{
    Changes changes;
    for (std::size_t i = 0; i < reading.input.facts.size(); ++i) {
        const Fact& fact = reading.input.facts[i];
        if (fact.kind != FactKind::booked || fact.a != static_cast<std::uint16_t>(which)) continue;
        const Fact* cause = reading.causes.fact(fact.parent);
        const bool accrued =
            cause && (cause->kind == FactKind::process_down || cause->kind == FactKind::process_degraded);
        if (accrued && (which == Indicator::downtime_loss || which == Indicator::compensation))
            spread(reading, changes, reading.input.facts.first(i), fact, *cause);
        else
            changes[fact.at] += fact.value;
    }
    return changes;
}

Series series_for(const Reading& reading, const Figure& figure)
{
    Changes changes;
    for (const workshop::Part& part : workshop::parts_of(figure.which))
        for (const auto& [at, by] : changes_of(reading, part.which)) changes[at] += part.sign * by;
    Series series{figure.which, figure.label, {{0, figure.start}}};
    std::int64_t value = figure.start;
    for (const auto& [at, by] : changes) {
        if (by == 0) continue;
        value += by;
        if (series.points.back().at == at)
            series.points.back().value = value;
        else
            series.points.push_back({at, value});
    }
    series.points.push_back({reading.input.state.now, figure.end});
    return series;
}

} // namespace

std::vector<Figure> make_figures(const Reading& reading)
{
    std::vector<Figure> figures;
    for (const Indicator which : kShown) {
        Figure figure{which,
                      reading.text(workshop::indicator_label(which)),
                      start_of(reading.scenario(), which),
                      engine::indicator(reading.scenario(), reading.input.state, which),
                      {}};
        figure.shares = shares_of(reading, which, figure.change());
        figures.push_back(std::move(figure));
    }
    return figures;
}

std::vector<Series> make_series(const Reading& reading, const std::vector<Figure>& figures)
{
    std::vector<Series> series;
    for (const Figure& figure : figures)
        if (!figure.shares.empty()) series.push_back(series_for(reading, figure));
    return series;
}

std::string owner_word(OwnerKind kind, Language language)
{
    switch (kind) {
    case OwnerKind::decision: return Word{"決定", "Decision"}.in(language);
    case OwnerKind::silence: return Word{"沈黙", "Silence"}.in(language);
    case OwnerKind::action: return Word{"対応行動", "Action"}.in(language);
    case OwnerKind::preparation: return Word{"日ごろの備え", "Preparation"}.in(language);
    case OwnerKind::attacker: return Word{"攻撃者", "Attacker"}.in(language);
    case OwnerKind::luck: break;
    }
    return Word{"運・周りの事情", "Luck, circumstances"}.in(language);
}

bool Figure::more_is_better() const { return engine::more_is_better(which); }

std::string Figure::end_text(Language language) const { return workshop::amount_text(which, end, language); }

std::string Figure::change_text(Language language) const
{
    return change() == 0 ? words::no_change.in(language) : workshop::change_text(which, change(), language);
}

} // namespace sonae::report
