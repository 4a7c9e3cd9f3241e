// Every decision that was put to the table: the answer, what it set in motion, what it moved, what else could be chosen.
#include "report/reading.hpp"
#include "report/words.hpp"

#include <algorithm>

namespace sonae::report {
namespace {

using engine::DecisionStatus;
using engine::Fact;
using engine::FactKind;

constexpr std::size_t kMostConsequences = 8;

engine::Seq answer_of(const Reading& reading, DecisionId decision)
{
    for (const Fact& fact : reading.input.facts)
        if ((fact.kind == FactKind::decided || fact.kind == FactKind::fell_silent) && fact.a == decision.value) return fact.seq;
    return 0;
}

// The answer itself stands above them; what the table did next of its own accord is no consequence.
void set_consequences(const Reading& reading, DecisionRow& row)
{
    const engine::Seq answer = answer_of(reading, row.id);
    if (answer == 0) return;
    std::vector<Fact> facts;
    for (std::size_t i = 0; i < reading.input.facts.size(); ++i)
        if (reading.roots[i] == answer && reading.input.facts[i].seq != answer) facts.push_back(reading.input.facts[i]);
    row.consequences = tell(reading, facts);
    if (row.consequences.size() <= kMostConsequences) return;
    row.more_consequences = row.consequences.size() - kMostConsequences;
    row.consequences.resize(kMostConsequences);
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
    } else if (row.answer.empty()) row.answer = words::not_answered.in(reading.language());
}

void set_said(const Reading& reading, const engine::Decision& decision, DecisionRow& row)
{
    const auto at = reading.input.said.find(decision.id);
    if (at == reading.input.said.end()) return;
    const auto level = static_cast<std::size_t>(std::clamp(at->second.confidence, 0, 3));
    row.confidence = words::confidence[level].in(reading.language());
    if (!reading.input.anonymous) row.reason = at->second.reason;
}

} // namespace

std::vector<DecisionRow> make_decisions(const Reading& reading, const std::vector<Figure>& figures)
{
    std::vector<DecisionRow> rows;
    for (const DecisionId id : reading.asked) {
        if (id.index() >= reading.scenario().decisions.size()) continue;
        const engine::Decision& decision = reading.scenario().decisions[id.index()];
        DecisionRow row{.id = id, .letter = reading.letter(id), .title = reading.text(decision.title), .question = reading.text(decision.question)};
        set_answer(reading, decision, row);
        set_said(reading, decision, row);
        set_consequences(reading, row);
        set_moved(reading, row, figures);
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace sonae::report
