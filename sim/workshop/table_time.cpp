#include "workshop/table_time.hpp"

#include "base/text.hpp"
#include "workshop/fill.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace sonae::workshop {
namespace {

using namespace engine;

std::int64_t characters(const std::string& text)
{
    const std::vector<char32_t> points = code_points(text);
    return std::count_if(points.begin(), points.end(),
                         [](char32_t c) { return c > U' ' && c != U'\u3000' && c != U'\u00A0'; });
}
std::int64_t characters(const Localized& text) { return characters(text.ja); }

struct Gap {
    Beat after, until;
    Seconds lasted = 0;
};
struct PlayTime {
    std::int64_t injects = 0, questions = 0, feedback = 0, decisions = 0;
    Seconds longest = 0, waiting = 0;
    std::vector<Gap> gaps; // that pass the limit
};

class Reading { // the texts' lengths, counted once
  public:
    explicit Reading(const Scenario& sc) : sc_(sc), briefing_(characters(sc.briefing))
    {
        for (const Decision& decision : sc.decisions) {
            std::int64_t sum = characters(decision.title) + characters(decision.question);
            for (const Option& option : decision.options) sum += characters(option.text) + characters(option.note);
            questions_.push_back(sum);
        }
    }

    std::int64_t briefing() const { return briefing_; }
    void add(PlayTime& play, const State& end, const Fact& fact, const std::vector<Fact>& facts) const
    {
        switch (fact.kind) {
        case FactKind::inject_delivered:
            play.injects += inject(delivery_of(sc_, end.injects[fact.a], fact, facts), InjectId{fact.a});
            return;
        case FactKind::decision_opened: ++play.decisions, play.questions += questions_[fact.a]; return;
        case FactKind::decided: play.feedback += characters(sc_.decisions[fact.a].options[fact.b].feedback); return;
        case FactKind::fell_silent: {
            const Decision& decision = sc_.decisions[fact.a];
            play.feedback += characters(decision.silence_text) + characters(decision.silence_feedback);
            return;
        }
        default: return;
        }
    }

  private:
    std::int64_t inject(const InjectState& delivery, InjectId id) const
    {
        return characters(sc_.injects[id.index()].card.sender) +
               characters(inject_title(sc_, delivery, id, Language::ja)) +
               characters(inject_body(sc_, delivery, id, Language::ja));
    }

    const Scenario& sc_;
    std::int64_t briefing_;
    std::vector<std::int64_t> questions_;
};

std::optional<Beat> beat_of(const Fact& fact)
{
    switch (fact.kind) {
    case FactKind::inject_delivered: return Beat{Beat::Kind::inject, fact.a};
    case FactKind::decision_opened: return Beat{Beat::Kind::decision, fact.a};
    case FactKind::drill_ended: return Beat{Beat::Kind::end};
    default: return std::nullopt;
    }
}

PlayTime read_play(const Reading& reading, const State& end, const std::vector<Fact>& facts, Seconds limit)
{
    PlayTime play;
    Beat last;
    Seconds since = 0;
    for (const Fact& fact : facts) {
        reading.add(play, end, fact, facts);
        const auto beat = beat_of(fact);
        if (!beat) continue;
        const Seconds lasted = fact.at - since;
        play.longest = std::max(play.longest, lasted);
        if (lasted > limit) {
            play.waiting += lasted;
            play.gaps.push_back({last, *beat, lasted});
        }
        last = *beat, since = fact.at;
    }
    return play;
}

std::vector<PlayTime> play_all(const Scenario& sc, const Reading& reading, std::size_t policy, std::size_t seeds,
                               Seconds limit, unsigned threads)
{
    const State prepared = prepare(sc, {});
    const PolicyPlayer fresh(sc, policy, prepared);
    std::vector<PlayTime> plays(seeds);
    share_out(seeds, threads, [&](std::size_t from, std::size_t to) {
        std::vector<Fact> facts;
        for (std::size_t i = from; i < to; ++i) {
            facts.clear();
            Recorder tell{facts};
            State state = begin_prepared(sc, prepared, {i + 1, 0}, tell);
            PolicyPlayer player = fresh;
            play_out(sc, state, player, tell);
            plays[i] = read_play(reading, state, facts, limit);
        }
    });
    return plays;
}

template <class Figure>
Spread spread(const std::vector<PlayTime>& plays, const Figure& figure)
{
    std::vector<std::int64_t> values;
    for (const PlayTime& play : plays) values.push_back(figure(play));
    return spread_of(std::move(values));
}

TableTime time_of(std::size_t policy, const std::vector<PlayTime>& plays, std::int64_t briefing)
{
    TableTime time{.policy = policy};
    time.injects = spread(plays, [](const PlayTime& p) { return p.injects; });
    time.questions = spread(plays, [](const PlayTime& p) { return p.questions; });
    time.feedback = spread(plays, [](const PlayTime& p) { return p.feedback; });
    time.characters = spread(plays, [&](const PlayTime& p) { return briefing + p.injects + p.questions + p.feedback; });
    time.decisions = spread(plays, [](const PlayTime& p) { return p.decisions; });
    time.longest_wait = spread(plays, [](const PlayTime& p) { return p.longest; });
    time.waiting = spread(plays, [](const PlayTime& p) { return p.waiting; });
    return time;
}

struct Found { // by the beat that a stretch follows
    std::vector<std::int64_t> lasted;
    std::map<Beat, std::size_t> until;
    std::set<std::pair<std::size_t, std::size_t>> plays; // policy, seed
};

Stretch stretch_of(const Beat& after, const Found& found)
{
    const Spread lasted = spread_of(found.lasted);
    const auto until = std::max_element(found.until.begin(), found.until.end(),
                                        [](const auto& a, const auto& b) { return a.second < b.second; });
    return {after, until->first, found.plays.size(), lasted.median, lasted.most};
}

} // namespace

TimeReport table_time(const Scenario& sc, std::size_t seeds, Seconds limit, unsigned threads)
{
    const Reading reading(sc);
    TimeReport report{.plays = seeds, .policies = {}, .stretches = {}};
    std::map<Beat, Found> found;
    for (std::size_t policy = 0; policy < sc.policies.size(); ++policy) {
        const std::vector<PlayTime> plays = play_all(sc, reading, policy, seeds, limit, threads);
        report.policies.push_back(time_of(policy, plays, reading.briefing()));
        for (std::size_t i = 0; i < plays.size(); ++i)
            for (const Gap& gap : plays[i].gaps) {
                Found& here = found[gap.after];
                here.lasted.push_back(gap.lasted);
                ++here.until[gap.until];
                here.plays.insert({policy, i});
            }
    }
    for (const auto& [after, here] : found) report.stretches.push_back(stretch_of(after, here));
    std::stable_sort(report.stretches.begin(), report.stretches.end(),
                     [](const Stretch& a, const Stretch& b) { return a.plays > b.plays; });
    return report;
}

} // namespace sonae::workshop
