#include "app/playtest_parts.hpp"
#include "app/spread_table.hpp"
#include "live/pacing.hpp"

namespace sonae::app {
namespace {

using namespace workshop;

class JsonReport {
  public:
    JsonReport(const PlaytestOf& of, const Playtest& found) : of_(of), sc_(of.scenario), found_(found) {}

    std::string write()
    {
        json_.begin_object().member("pack", of_.pack).member("company", of_.company);
        json_.member("seeds", of_.size.seeds).member("plays", found_.plays).member("passes", found_.passes());
        write_never();
        write_worlds();
        write_options();
        write_outputs();
        write_reading();
        write_stretches();
        json_.end_object();
        return json_.text();
    }

  private:
    void write_never()
    {
        json_.key("never").begin_object();
        write_ids("injects", found_.never.injects, sc_.injects);
        write_ids("decisions", found_.never.decisions, sc_.decisions);
        json_.key("options").begin_array();
        for (const auto& [d, o] : found_.never.options)
            json_.value(sc_.decisions[d].id + "." + sc_.decisions[d].options[o].id);
        json_.end_array();
        write_ids("actions", found_.never.actions, sc_.actions);
        write_ids("endings", found_.never.endings, sc_.endings);
        json_.end_object();
    }

    template <class Row>
    void write_ids(std::string_view name, const std::vector<std::size_t>& which, const std::vector<Row>& rows)
    {
        json_.key(name).begin_array();
        for (const std::size_t i : which) json_.value(rows[i].id);
        json_.end_array();
    }

    template <class Row>
    void write_counts(std::string_view name, const std::vector<std::uint32_t>& counts, const std::vector<Row>& rows)
    {
        json_.key(name).begin_object();
        for (std::size_t i = 0; i < rows.size(); ++i) json_.member(rows[i].id, counts[i]);
        json_.end_object();
    }

    void write_worlds()
    {
        json_.key("worlds").begin_array();
        for (const Survey& survey : found_.surveys) {
            json_.begin_object().member("policy", sc_.policies[survey.world.policy].id);
            json_.member("preparation", preparation_name(survey.world.preparation)).member("plays", survey.plays);
            write_coverage(survey.coverage);
            json_.key("indicators").begin_object();
            write_spreads(json_, survey.figures);
            json_.end_object().end_object();
        }
        json_.end_array();
    }

    void write_coverage(const Coverage& coverage)
    {
        json_.key("reached").begin_object();
        write_counts("injects", coverage.injects, sc_.injects);
        write_counts("decisions", coverage.decisions, sc_.decisions);
        write_counts("silences", coverage.silences, sc_.decisions);
        json_.key("options").begin_object();
        for (std::size_t d = 0; d < sc_.decisions.size(); ++d)
            write_counts(sc_.decisions[d].id, coverage.options[d], sc_.decisions[d].options);
        json_.end_object();
        write_counts("actions", coverage.actions, sc_.actions);
        write_counts("endings", coverage.endings, sc_.endings);
        json_.end_object();
    }

    void write_options()
    {
        json_.key("option_trials").begin_object();
        json_.member("states_at_most", of_.size.trial.states).member("futures", of_.size.trial.futures);
        json_.member("policy", sc_.policies.empty() ? "" : sc_.policies[policy_afterwards(sc_)].id);
        json_.key("decisions").begin_object();
        for (std::size_t d = 0; d < found_.trials.size(); ++d) {
            json_.key(sc_.decisions[d].id).begin_object().member("states", found_.trials[d].states);
            json_.key("options").begin_object();
            for (std::size_t o = 0; o < sc_.decisions[d].options.size(); ++o)
                write_option(sc_.decisions[d].options[o], found_.trials[d].options[o]);
            json_.end_object().end_object();
        }
        json_.end_object().end_object();
    }

    void write_option(const engine::Option& option, const OptionTrial& trial)
    {
        json_.key(option.id).begin_object().member("open", trial.open).member("best", trial.best);
        json_.member("over_best_yen", trial.over_best).member("verdict", verdict_name(trial.verdict));
        if (option.teaches != engine::Teaches::choice)
            json_.member("teaches", option.teaches == engine::Teaches::harm ? "harm" : "rule");
        if (!option.source.ja.empty()) json_.member("source", option.source);
        json_.end_object();
    }

    void write_outputs()
    {
        json_.key("outputs").begin_object();
        json_.member("policy", sc_.policies.empty() ? "" : sc_.policies[policy_afterwards(sc_)].id);
        json_.member("seeds", of_.size.seeds).member("pays_from_permille", kOutputPays).key("alone").begin_array();
        for (std::size_t o = 0; o < found_.outputs.size(); ++o) {
            const OutputTrial& trial = found_.outputs[o];
            json_.begin_object().member("id", sc_.outputs[o].id).member("session", sc_.outputs[o].session);
            json_.member("indicator", json_name(trial.indicator)).member("stated", trial.stated);
            json_.member("median_without", trial.without).member("median_with", trial.with);
            json_.member("better_permille", trial.better).member("pays", trial.pays()).end_object();
        }
        json_.end_array().end_object();
    }

    void write_reading()
    {
        json_.key("time").begin_object().member("minutes", sc_.minutes).member("plays", found_.time.plays);
        json_.member("slow_characters_a_minute", kSlowReading).member("fast_characters_a_minute", kFastReading);
        json_.key("policies").begin_object();
        for (const TableTime& time : found_.time.policies) {
            json_.key(sc_.policies[time.policy].id).begin_object();
            write_spread(json_, "inject_characters", time.injects);
            write_spread(json_, "question_characters", time.questions);
            write_spread(json_, "feedback_characters", time.feedback);
            write_spread(json_, "characters", time.characters);
            write_spread(json_, "decisions", time.decisions);
            write_spread(json_, "longest_wait_seconds", time.longest_wait);
            write_spread(json_, "waiting_seconds", time.waiting);
            json_.end_object();
        }
        json_.end_object().end_object();
    }

    std::string beat_name(const Beat& beat) const
    {
        switch (beat.kind) {
        case Beat::Kind::start: return "start";
        case Beat::Kind::inject: return sc_.injects[beat.index].id;
        case Beat::Kind::decision: return sc_.decisions[beat.index].id;
        case Beat::Kind::end: return "end";
        }
        return {};
    }

    void write_stretches()
    {
        json_.key("waits").begin_object().member("clock_speed", live::Pacing{}.speed());
        json_.member("longer_than_seconds", of_.size.longest_wait);
        json_.member("plays", found_.time.plays * found_.time.policies.size()).key("stretches").begin_array();
        for (const Stretch& stretch : found_.time.stretches) {
            json_.begin_object().member("after", beat_name(stretch.after)).member("until", beat_name(stretch.until));
            json_.member("plays", stretch.plays).member("median_seconds", stretch.median);
            json_.member("longest_seconds", stretch.longest).end_object();
        }
        json_.end_array().end_object();
    }

    const PlaytestOf& of_;
    const engine::Scenario& sc_;
    const Playtest& found_;
    read::JsonWriter json_{read::JsonWriter::Layout::indented};
};

} // namespace

std::string_view verdict_name(Verdict verdict)
{
    switch (verdict) {
    case Verdict::fine: return "fine";
    case Verdict::never_best: return "never_best";
    case Verdict::always_best: return "always_best";
    case Verdict::harm_pays: return "harm_pays";
    }
    return {};
}

std::string_view preparation_name(Preparation preparation)
{
    switch (preparation) {
    case Preparation::company: return "company";
    case Preparation::good: return "good";
    case Preparation::poor: return "poor";
    }
    return {};
}

std::string playtest_json(const PlaytestOf& of, const Playtest& found) { return JsonReport(of, found).write(); }

} // namespace sonae::app
