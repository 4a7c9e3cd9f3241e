#include "engine/indicator.hpp"

#include "engine/loss_rates.hpp"
#include "engine/mechanism.hpp"

#include <algorithm>

namespace sonae::engine {
namespace {

std::int64_t booked(const State& s, Indicator which) { return s.booked[static_cast<std::size_t>(which)]; }

std::int64_t accruing_downtime(const Scenario& sc, const State& s)
{
    const std::int64_t worked = s.work.worked(s.now) - s.settled_work;
    const LossRates rates(sc, s);
    std::int64_t yen = 0;
    for (std::size_t p = 0; p < sc.company.processes.size(); ++p)
        yen += (s.processes[p].carry + rates.of(s.processes[p]) * worked) / 3600;
    return yen;
}

std::int64_t accruing_penalties(const Scenario& sc, const State& s)
{
    const std::int64_t worked = s.work.worked(s.now) - s.settled_work;
    std::int64_t yen = 0;
    for_each_bit(sc.penal_contacts, [&](std::size_t c) {
        if (!s.contacts[c].penalty_on) return;
        const Penalty& penalty = sc.company.contacts[c].penalty;
        const std::int64_t grown = (s.contacts[c].penalty_carry + penalty.per_hour * worked) / 3600;
        yen += std::min(grown, penalty.cap - s.contacts[c].penalty_total);
    });
    return yen;
}

} // namespace

std::string_view indicator_name(Indicator which)
{
    static constexpr std::array<std::string_view, kIndicators> names{
        "downtime_loss",   "direct_cost",     "compensation",  "insurance_paid",   "records_leaked",
        "trust_customers", "trust_partners",  "trust_staff",   "trust_neighbours", "fatigue",
        "evidence",        "hosts_encrypted", "deadlines_met", "deadlines_missed", "deadlines_running",
        "detected_after",  "total_loss"};
    return names[static_cast<std::size_t>(which)];
}

bool indicator_in_yen(Indicator which)
{
    return which == Indicator::downtime_loss || which == Indicator::direct_cost || which == Indicator::compensation ||
           which == Indicator::insurance_paid || which == Indicator::total_loss;
}

bool more_is_better(Indicator which)
{
    switch (which) {
    case Indicator::insurance_paid:
    case Indicator::trust_customers:
    case Indicator::trust_partners:
    case Indicator::trust_staff:
    case Indicator::trust_neighbours:
    case Indicator::evidence:
    case Indicator::deadlines_met: return true;
    default: return false;
    }
}

Totals booked_at_start(const Scenario& sc)
{
    Totals booked{};
    const auto set = [&](Indicator which, std::int64_t value) { booked[static_cast<std::size_t>(which)] = value; };
    set(Indicator::trust_customers, sc.company.trust.customers);
    set(Indicator::trust_partners, sc.company.trust.partners);
    set(Indicator::trust_staff, sc.company.trust.staff);
    set(Indicator::trust_neighbours, sc.company.trust.neighbours);
    set(Indicator::evidence, 1000);
    return booked;
}

std::int64_t indicator(const Scenario& sc, const State& s, Indicator which)
{
    switch (which) {
    case Indicator::downtime_loss: return booked(s, which) + accruing_downtime(sc, s);
    case Indicator::compensation: return booked(s, which) + accruing_penalties(sc, s);
    case Indicator::fatigue: return s.fatigue;
    case Indicator::detected_after: return s.first_seen == kNotYet ? std::int64_t{sc.horizon} : s.first_seen;
    case Indicator::deadlines_running:
        return std::count_if(s.deadlines.begin(), s.deadlines.end(), [](const DeadlineState& d) {
            return d.began != kNotYet && d.met == kNotYet && !d.missed;
        });
    case Indicator::total_loss:
        return indicator(sc, s, Indicator::downtime_loss) + booked(s, Indicator::direct_cost) +
               indicator(sc, s, Indicator::compensation) - booked(s, Indicator::insurance_paid);
    default: return booked(s, which);
    }
}

} // namespace sonae::engine
