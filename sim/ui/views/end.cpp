#include "ui/views/end.hpp"

#include "base/people_text.hpp"
#include "report/table_input.hpp"

#include <algorithm>

namespace sonae::ui {
namespace {

constexpr std::size_t kMostCauses = 3, kMostCausesOfTotal = 5;

const std::string& word_of(const Strings& s, workshop::Lane lane)
{
    switch (lane) {
    case workshop::Lane::attacker: return s("end.lane.attacker");
    case workshop::Lane::table: return s("end.lane.table");
    case workshop::Lane::outside: return s("end.lane.outside");
    case workshop::Lane::figures: return s("end.lane.figures");
    case workshop::Lane::inside: return s("end.lane.inside");
    case workshop::Lane::company: break;
    }
    return s("end.lane.company");
}

EndCause make_cause(const EndSource& from, engine::Indicator which, const report::Share& share)
{
    const Language language = from.s.language();
    const std::string owner = report::owner_word(share.kind, language);
    return {share.letter.empty() ? owner
                                 : from.s.format("end.owner.letter", {{"owner", owner}, {"letter", share.letter}}),
            share.text, workshop::change_text(which, share.amount, language)};
}

EndFigure make_figure(const EndSource& from, const report::Figure& figure)
{
    const Language language = from.s.language();
    report::Figure at_start = figure;
    at_start.end = figure.start;
    EndFigure made{.label = figure.label,
                   .from_to = figure.change() == 0
                                  ? figure.end_text(language)
                                  : from.s.format("end.from_to", {{"from", at_start.end_text(language)},
                                                                  {"to", figure.end_text(language)}}),
                   .change = figure.change_text(language)};
    if (figure.change() != 0) made.tone = (figure.change() > 0) == figure.more_is_better() ? Tone::ok : Tone::serious;
    const std::size_t most = figure.which == engine::Indicator::total_loss ? kMostCausesOfTotal : kMostCauses;
    for (const report::Share& share : figure.shares) {
        if (made.causes.size() == most) break;
        made.causes.push_back(make_cause(from, figure.which, share));
    }
    made.more_causes = figure.shares.size() - made.causes.size();
    return made;
}

std::vector<EndMoment> make_timeline(const EndSource& from)
{
    std::vector<EndMoment> rows;
    std::int64_t day = -1;
    for (const report::TimelineRow& row : from.result.timeline) {
        const SimTime at = from.result.outcome.start + row.at;
        rows.push_back({.day = day_of(at) == day ? std::string{} : date_text(at, from.s.language()),
                        .time = clock_text(at),
                        .lane = word_of(from.s, row.lane),
                        .letter = row.letter,
                        .text = row.text,
                        .serious = row.serious});
        day = day_of(at);
    }
    return rows;
}

std::string said_text(const Strings& s, const report::DecisionRow& row)
{
    std::string said;
    if (!row.confidence.empty()) said = s.format("end.said.sure", {{"level", row.confidence}});
    if (row.reason.empty()) return said;
    if (!said.empty()) said += "　";
    return said + s.format("end.said.reason", {{"reason", row.reason}});
}

EndDecision make_decision(const EndSource& from, const report::DecisionRow& row)
{
    const Language language = from.s.language();
    EndDecision made{
        .letter = row.letter,
        .title = row.title,
        .time = from.s.format("end.asked", {{"time", moment_text(from.result.outcome.start + row.opened, language)}}),
        .answer = row.answer,
        .said = said_text(from.s, row),
        .feedback = row.feedback,
        .passed = row.status == engine::DecisionStatus::silent,
        .moved = row.moved,
        .more_consequences = row.more_consequences};
    for (const report::OptionRow& option : row.options)
        if (!option.chosen) made.others.push_back({option.text, option.note});
    for (const report::TimelineRow& next : row.consequences)
        made.consequences.push_back(moment_text(from.result.outcome.start + next.at, language) + "　" + next.text);
    return made;
}

} // namespace

report::SessionInput make_session_input(const PlaySource& from)
{
    const auto typed = [&from](const EntryId& entry) {
        return std::map<std::string, std::string>{{"reason", from.reason_of ? from.reason_of(entry) : std::string{}}};
    };
    return report::input_of(from.place(), from.language(), typed);
}

EndView make_end_view(const EndSource& from)
{
    const report::Result& result = from.result;
    EndView view{
        .session = result.title,
        .place = from.s.format("play.place", {{"company", result.company}, {"table", std::to_string(result.table)}}),
        .ending = result.outcome.ending,
        .sentence = result.outcome.sentence,
        .text = result.outcome.text,
        .as_recorded = result.as_recorded,
        .timeline = make_timeline(from),
        .saved_to = from.saved_to,
        .trouble = from.trouble};
    const auto as_company = std::count_if(result.preparation.begin(), result.preparation.end(),
                                          [](const auto& row) { return row.as_company; });
    view.preparation = preparation_words(from.s, result.preparation.size(), static_cast<std::size_t>(as_company));
    for (const report::Figure& figure : result.figures) view.figures.push_back(make_figure(from, figure));
    for (const report::DecisionRow& row : result.decisions) view.decisions.push_back(make_decision(from, row));
    for (const report::CardRow& card : result.cards)
        view.cards.push_back({card.title, card.if_then, from.s.format("end.card.owner", {{"owner", card.owner}}),
                              from.s.format("end.card.due", {{"date", date_text(card.due, from.s.language())}})});
    return view;
}

} // namespace sonae::ui
