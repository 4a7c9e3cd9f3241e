// What every part of the result needs while it is worked out: the drill, its causes, and the letters of its decisions.
#pragma once

#include "report/result.hpp"

namespace sonae::report {

struct Reading {
    const SessionInput& input;
    workshop::Causes causes;
    std::vector<DecisionId> asked;  // in the order in which they were put to the table
    std::set<engine::Seq> asking;   // facts upon which a decision was put to the table
    std::vector<engine::Seq> roots; // beside the facts: the decision or silence that each descends from; 0 for none

    explicit Reading(const SessionInput& from);

    const engine::Scenario& scenario() const { return input.scenario; }
    Language language() const { return input.language; }
    std::string text(const Localized& words) const { return words.in(input.language); }
    std::string letter(DecisionId decision) const; // empty when it was never asked
    std::string sentence(const engine::Fact& fact) const;
    // The letter of the decision or silence that this fact is.
    std::string letter_of(const engine::Fact& fact) const;
};

// The parts of make_result.
std::vector<Figure> make_figures(const Reading& reading);
std::vector<Series> make_series(const Reading& reading, const std::vector<Figure>& figures);
std::vector<TimelineRow> make_timeline(const Reading& reading);
std::vector<DecisionRow> make_decisions(const Reading& reading, const std::vector<Figure>& figures);
std::vector<ActionRow> make_actions(const Reading& reading);

// Facts told as rows: what does not matter is left out, runs of one kind are told together. The outline of a whole
// drill leaves out more than the list of what one decision brought about.
enum class Detail { outline, full };
std::vector<TimelineRow> tell(const Reading& reading, const std::vector<engine::Fact>& facts, Detail detail);

} // namespace sonae::report
