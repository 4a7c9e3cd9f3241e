// What was set to work, by whom, when it was done and what it cost.
#include "report/reading.hpp"
#include "report/words.hpp"
#include "workshop/lookup.hpp"

#include <algorithm>

namespace sonae::report {
namespace {

using engine::Fact;
using engine::FactKind;
using engine::Seq;

struct Work {
    ActionRow row;
    Seq order = 0; // who gave it: an order of the table, a decision, a rule
    Seq began = 0;
    std::uint16_t action = 0xFFFF, target = 0xFFFF;
    bool over = false;
};

class Ledger {
  public:
    explicit Ledger(const Reading& reading) : reading_(reading) {}

    void take(const Fact& fact)
    {
        if (fact.kind == FactKind::ordered)
            open(fact, fact.seq, fact.at);
        else if (fact.kind == FactKind::action_began)
            begin(fact);
        else if (fact.kind == FactKind::action_done || fact.kind == FactKind::action_in_vain)
            finish(fact);
        else if (fact.kind == FactKind::booked && fact.a == static_cast<std::uint16_t>(engine::Indicator::direct_cost))
            pay(fact);
        else if (fails(fact.kind))
            failed_.push_back(fact.parent);
    }

    // Orders of decisions that still wait for someone to be free.
    void take_waiting(const engine::RunningAction& run)
    {
        if (run.status != engine::RunStatus::waiting) return;
        const bool known = std::any_of(work_.begin(), work_.end(), [&](const Work& w) {
            return w.order == run.cause && is(w, run.action, run.target);
        });
        const Fact* order = reading_.causes.fact(run.cause);
        if (!known && order) open(Fact{.a = run.action, .b = run.target}, run.cause, order->at);
    }

    std::vector<ActionRow> rows()
    {
        std::stable_sort(work_.begin(), work_.end(),
                         [](const Work& a, const Work& b) { return a.row.ordered < b.row.ordered; });
        std::vector<ActionRow> rows;
        for (Work& work : work_) rows.push_back(std::move(work.row));
        return rows;
    }

  private:
    static bool is(const Work& work, std::uint16_t action, std::uint16_t target)
    {
        return work.action == action && work.target == target;
    }
    // Facts that say that the work which caused them failed in itself.
    static bool fails(FactKind kind)
    {
        return kind == FactKind::backup_detached || kind == FactKind::ransom_paid || kind == FactKind::scope_lost;
    }

    Work& open(const Fact& fact, Seq order, std::int32_t at)
    {
        Work work{.order = order, .action = fact.a, .target = fact.b};
        work.row.ordered = at;
        if (fact.a < reading_.scenario().actions.size()) {
            const engine::Action& action = reading_.scenario().actions[fact.a];
            work.row.name = reading_.text(action.name);
            work.row.target = reading_.text(workshop::target_name(reading_.scenario(), action, fact.b));
        }
        if (const Fact* cause = reading_.causes.fact(order)) work.row.letter = reading_.letter_of(*cause);
        return work_.emplace_back(std::move(work));
    }

    // An order may name a target that its action does without; so it is known by the order first, then by the action.
    Work* waiting(Seq order, const Fact& fact)
    {
        for (Work& work : work_)
            if (!work.over && !work.began && work.order == order && work.action == fact.a) return &work;
        return nullptr;
    }
    Work* begun(Seq began)
    {
        for (Work& work : work_)
            if (work.began == began && began) return &work;
        return nullptr;
    }
    std::int32_t time_of(Seq seq, std::int32_t otherwise) const
    {
        const Fact* fact = reading_.causes.fact(seq);
        return fact ? fact->at : otherwise;
    }

    void begin(const Fact& fact)
    {
        Work* known = waiting(fact.parent, fact);
        Work& work = known ? *known : open(fact, fact.parent, time_of(fact.parent, fact.at));
        work.began = fact.seq;
        work.row.began = fact.at;
    }

    void finish(const Fact& fact)
    {
        Work* work = begun(fact.parent);
        const bool blocked = !work && fact.value != 0;
        if (!work) work = waiting(fact.parent, fact);
        if (!work) work = &open(fact, fact.parent, time_of(fact.parent, fact.at));
        work->over = true;
        work->row.ended = fact.at;
        const bool failed = std::find(failed_.begin(), failed_.end(), fact.parent) != failed_.end();
        if (fact.kind == FactKind::action_done)
            work->row.outcome = ActionOutcome::done;
        else if (blocked || failed)
            work->row.outcome = ActionOutcome::in_vain;
        else
            work->row.outcome = ActionOutcome::called_off;
        if (blocked) work->row.why = why(fact);
    }

    std::string why(const Fact& fact) const
    {
        const auto block = static_cast<engine::ActionBlock>(fact.value);
        const engine::Scenario& sc = reading_.scenario();
        if (block == engine::ActionBlock::condition && fact.a < sc.actions.size() &&
            !sc.actions[fact.a].when_not.ja.empty())
            return reading_.text(sc.actions[fact.a].when_not);
        return block_word(block).in(reading_.language());
    }

    void pay(const Fact& booked)
    {
        for (const Fact& link : reading_.causes.chain(booked.parent)) {
            if (link.kind != FactKind::action_began) continue;
            if (Work* work = begun(link.seq)) work->row.cost += booked.value;
            return;
        }
    }

    const Reading& reading_;
    std::vector<Work> work_;
    std::vector<Seq> failed_; // beginnings of work that came to nothing
};

} // namespace

std::vector<ActionRow> make_actions(const Reading& reading)
{
    Ledger ledger{reading};
    for (const Fact& fact : reading.input.facts) ledger.take(fact);
    for (const engine::RunningAction& run : reading.input.state.running) ledger.take_waiting(run);
    return ledger.rows();
}

} // namespace sonae::report
