// Every decision that was put to the table: the answer, what it set in motion, what it moved, what else could be
// chosen.
#include "report/reading.hpp"
#include "report/words.hpp"

#include <algorithm>

namespace sonae::report {
namespace {

using engine::DecisionStatus;
using engine::Fact;
using engine::FactKind;

constexpr std::size_t kMostConsequences = 5, kMostMeanwhile = 4;

engine::Seq answer_of(const Reading& reading, DecisionId decision)
{
    for (const Fact& fact : reading.input.facts)
        if ((fact.kind == FactKind::decided || fact.kind == FactKind::fell_silent) && fact.a == decision.value)
            return fact.seq;
    return 0;
}

int weight_of(const Reading& reading, const TimelineRow& row)
{
    if (row.serious) return 3;
    const Fact* fact = reading.causes.fact(row.fact);
    switch (fact ? fact->kind : FactKind::booked) {
    case FactKind::inject_delivered: return 1;
    case FactKind::action_done:
    case FactKind::contact_answered:
    case FactKind::contact_closed:
    case FactKind::contact_arrived:
    case FactKind::false_alarm_raised: return 0;
    default: return 2;
    }
}

// In the order of time again, but only what says most.
void keep_weightiest(const Reading& reading, std::vector<TimelineRow>& rows)
{
    std::stable_sort(rows.begin(), rows.end(), [&](const TimelineRow& a, const TimelineRow& b) {
        return weight_of(reading, a) > weight_of(reading, b);
    });
    rows.resize(kMostConsequences);
    std::stable_sort(rows.begin(), rows.end(), [](const TimelineRow& a, const TimelineRow& b) { return a.at < b.at; });
}

// The answer itself stands above them; what the table did next of its own accord is no consequence.
void set_consequences(const Reading& reading, DecisionRow& row)
{
    const engine::Seq answer = answer_of(reading, row.id);
    if (answer == 0) return;
    std::vector<Fact> facts;
    for (std::size_t i = 0; i < reading.input.facts.size(); ++i)
        if (reading.roots[i] == answer && reading.input.facts[i].seq != answer) facts.push_back(reading.input.facts[i]);
    row.consequences = tell(reading, facts, Detail::full);
    if (row.consequences.size() <= kMostConsequences) return;
    row.more_consequences = row.consequences.size() - kMostConsequences;
    keep_weightiest(reading, row.consequences);
}

// Where a decision changed nothing at the company, what went on without it until the table answered again.
void set_meanwhile(const Reading& reading, const std::vector<DecisionRow>& all, DecisionRow& row)
{
    const bool acted = std::any_of(row.consequences.begin(), row.consequences.end(),
                                   [&](const TimelineRow& next) { return weight_of(reading, next) >= 2; });
    if (acted || row.closed == engine::kNotYet) return;
    std::int32_t until = reading.input.state.now;
    for (const DecisionRow& other : all)
        if (other.closed != engine::kNotYet && other.closed > row.closed) until = std::min(until, other.closed);
    std::vector<Fact> facts;
    for (const Fact& fact : reading.input.facts)
        if (fact.at >= row.closed && fact.at <= until && fact.kind != FactKind::fell_silent) facts.push_back(fact);
    for (const TimelineRow& next : tell(reading, facts, Detail::outline))
        if ((next.lane == workshop::Lane::attacker || next.serious) && row.meanwhile.size() < kMostMeanwhile)
            row.meanwhile.push_back(next);
}

void set_moved(const Reading& reading, DecisionRow& row, const std::vector<Figure>& figures)
{
    for (const Figure& figure : figures) {
        if (figure.which == engine::Indicator::total_loss) continue;
        std::int64_t amount = 0;
        for (const Share& share : figure.shares)
            if (!share.letter.empty() && share.letter == row.letter) amount += share.amount;
        if (amount == 0) continue;
        row.moved.push_back(figure.label + " " + workshop::change_text(figure.which, amount, reading.language()));
    }
}

void set_answer(const Reading& reading, const engine::Decision& decision, DecisionRow& row)
{
    const engine::DecisionState& state = reading.input.state.decisions[row.id.index()];
    row.opened = state.opened, row.closed = state.closed, row.status = state.status;
    for (std::size_t o = 0; o < decision.options.size(); ++o) {
        const bool chosen = state.status == DecisionStatus::decided && state.option == o;
        row.options.push_back({reading.text(decision.options[o].text), reading.text(decision.options[o].note), chosen});
        if (!chosen) continue;
        row.answer = row.options.back().text;
        row.feedback = reading.text(decision.options[o].feedback);
    }
    if (state.status == DecisionStatus::silent) {
        row.answer = reading.text(decision.silence_text);
        row.feedback = reading.text(decision.silence_feedback);
    } else if (row.answer.empty())
        row.answer = words::not_answered.in(reading.language());
}

void set_said(const Reading& reading, const engine::Decision& decision, DecisionRow& row)
{
    const auto at = reading.input.said.find(decision.id);
    if (at == reading.input.said.end()) return;
    const auto level = static_cast<std::size_t>(std::clamp(at->second.confidence, 0, 3));
    row.confidence = words::confidence[level].in(reading.language());
    if (reading.input.with_words) row.reason = at->second.reason;
}

} // namespace

std::vector<DecisionRow> make_decisions(const Reading& reading, const std::vector<Figure>& figures)
{
    std::vector<DecisionRow> rows;
    for (const DecisionId id : reading.asked) {
        if (id.index() >= reading.scenario().decisions.size()) continue;
        const engine::Decision& decision = reading.scenario().decisions[id.index()];
        DecisionRow row{.id = id,
                        .letter = reading.letter(id),
                        .title = reading.text(decision.title),
                        .question = reading.text(decision.question)};
        set_answer(reading, decision, row);
        set_said(reading, decision, row);
        set_consequences(reading, row);
        set_moved(reading, row, figures);
        rows.push_back(std::move(row));
    }
    for (DecisionRow& row : rows) set_meanwhile(reading, rows, row);
    return rows;
}

} // namespace sonae::report
