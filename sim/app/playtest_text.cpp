#include "app/playtest_writer.hpp"
#include "app/spread_table.hpp"
#include "base/people_text.hpp"
#include "workshop/fact_text.hpp"

namespace sonae::app {
namespace {

using namespace workshop;

class TextReport : PlaytestWriter {
  public:
    using PlaytestWriter::PlaytestWriter;

    std::string write()
    {
        line("{} ({}, {})", say(sc_.name), of_.pack, of_.company);
        const std::size_t worlds = found_.surveys.size() / std::max<std::size_t>(1, sc_.policies.size());
        line(pick("{}の種 × 自動回答{}種 × 備え{}種 = {}回の演習",
                  "{} seeds × {} policies × {} preparations = {} drills"),
             count_text(as_count(of_.size.seeds)), sc_.policies.size(), worlds, count_text(as_count(found_.plays)));
        write_coverage();
        write_figures();
        write_options();
        write_outputs();
        text_ += playtest_time_text(of_, found_, shared_);
        write_verdict();
        return std::move(text_);
    }

  private:
    // ---- how often what was reached

    void write_coverage()
    {
        heading("何が何回起きたか", "What happened how often");
        line(pick("  列は自動回答ごとの回数({}回のうち)。備え○・備え×は、全部の自動回答を合わせた回数。",
                  "  A column a policy (of {} drills); 'well', 'badly': all policies, well or badly prepared."),
             count_text(as_count(of_.size.seeds)));
        Table table(46, 9);
        std::vector<std::string> names;
        for (const engine::Policy& policy : sc_.policies) names.push_back(policy.id);
        for (const char* prepared : {pick("備え○", "well"), pick("備え×", "badly")}) names.emplace_back(prepared);
        table.head("", names);
        table.row(pick("状況付与", "Injects"));
        for (std::size_t i = 0; i < sc_.injects.size(); ++i)
            coverage_row(table, name_of(sc_.injects[i]), [i](const Coverage& c) { return c.injects[i]; });
        table.row(pick("意思決定", "Decisions"));
        for (std::size_t d = 0; d < sc_.decisions.size(); ++d) decision_rows(table, d);
        table.row(pick("対応行動", "Actions"));
        for (std::size_t a = 0; a < sc_.actions.size(); ++a)
            coverage_row(table, name_of(sc_.actions[a]), [a](const Coverage& c) { return c.actions[a]; });
        table.row(pick("結末", "Endings"));
        for (std::size_t e = 0; e < sc_.endings.size(); ++e)
            coverage_row(table, name_of(sc_.endings[e]), [e](const Coverage& c) { return c.endings[e]; });
        text_ += table.text();
    }

    void decision_rows(Table& table, std::size_t d) const
    {
        const engine::Decision& decision = sc_.decisions[d];
        coverage_row(table, name_of(decision), [d](const Coverage& c) { return c.decisions[d]; });
        for (std::size_t o = 0; o < decision.options.size(); ++o)
            coverage_row(table, "  " + decision.options[o].id, [d, o](const Coverage& c) { return c.options[d][o]; });
        coverage_row(table, pick("  （見送り）", "  (let pass)"), [d](const Coverage& c) { return c.silences[d]; });
    }

    template <class Count>
    void coverage_row(Table& table, const std::string& name, const Count& count) const
    {
        std::vector<std::string> cells;
        std::int64_t good = 0, poor = 0;
        for (const Survey& survey : found_.surveys) {
            const std::int64_t times = count(survey.coverage);
            if (survey.world.preparation == Preparation::company) cells.push_back(count_text(times));
            (survey.world.preparation == Preparation::good ? good : poor) +=
                survey.world.preparation == Preparation::company ? 0 : times;
        }
        const bool prepared = found_.surveys.size() > sc_.policies.size();
        cells.push_back(prepared ? count_text(good) : "-");
        cells.push_back(prepared ? count_text(poor) : "-");
        table.row("  " + name, std::move(cells));
    }

    // ---- figures

    void write_figures()
    {
        heading("指標の広がり(備えなしの会社)", "How the indicators spread (the company as it stands)");
        Table table = spread_table(language_);
        for (std::size_t i = 0; i < engine::kIndicators; ++i) {
            const auto which = static_cast<engine::Indicator>(i);
            table.row(say(indicator_label(which)));
            for (const Survey& survey : found_.surveys)
                if (survey.world.preparation == Preparation::company)
                    table.row("  " + sc_.policies[survey.world.policy].id,
                              spread_cells(which, survey.figures[i], language_));
        }
        text_ += table.text();
    }

    // ---- options

    void write_options()
    {
        heading("選択肢の質", "What the options are worth");
        if (sc_.decisions.empty()) return line(pick("  意思決定がありません。", "  There are no decisions."));
        line(pick("  問いが開いた状態(最大{}個)から、選択肢ごとに{}通りの先を{}で遊び、費用の中央値を比べました。",
                  "  From up to {} states with the question open, {} futures an option were played on by {}."),
             of_.size.trial.states, of_.size.trial.futures, sc_.policies[policy_afterwards(sc_)].id);
        line(pick("  費用 = 総損失 + 失った信頼 × {}/点。最善 = ほかのどれよりも高くない。",
                  "  Cost = total loss + trust lost × {} a point; best = no other was cheaper."),
             yen_text(sc_.yen_per_trust_point, language_));
        Table table(34, 12);
        table.head("", {pick("選べた", "open"), pick("最善", "best"), pick("最善との差", "over best"),
                        pick("印", "marked"), pick("判定", "verdict")});
        for (std::size_t d = 0; d < sc_.decisions.size(); ++d) {
            table.row(name_of(sc_.decisions[d]));
            for (std::size_t o = 0; o < sc_.decisions[d].options.size(); ++o)
                option_row(table, sc_.decisions[d].options[o], found_.trials[d].options[o]);
        }
        text_ += table.text();
    }

    void option_row(Table& table, const engine::Option& option, const OptionTrial& trial) const
    {
        table.row("  " + option.id,
                  {count_text(trial.open), count_text(trial.best),
                   trial.open ? yen_text(trial.over_best, language_) : "-", mark_of(option), verdict_of(trial)});
    }

    std::string mark_of(const engine::Option& option) const
    {
        switch (option.teaches) {
        case engine::Teaches::choice: return "";
        case engine::Teaches::harm: return pick("害", "harm");
        case engine::Teaches::rule: return pick("規則", "rule");
        }
        return {};
    }

    std::string verdict_of(const OptionTrial& trial) const
    {
        switch (trial.verdict) {
        case Verdict::fine: return "";
        case Verdict::never_best: return pick("最善なし", "never best");
        case Verdict::always_best: return pick("常に最善", "always best");
        case Verdict::harm_pays: return pick("害が得", "harm pays");
        }
        return {};
    }

    // ---- outputs

    void write_outputs()
    {
        if (found_.outputs.empty()) return;
        heading("前の回の成果の値打ち", "What the outputs of earlier sessions are worth");
        line(pick("  {}で同じ{}の種。その成果だけが良く、ほかは会社のままの時の中央値。( )はパックにない指標。",
                  "  {}, the same {} seeds: medians with this output alone good. ( ): the pack states none."),
             sc_.policies[policy_afterwards(sc_)].id, count_text(as_count(of_.size.seeds)));
        Table table(60, 12);
        table.head("", {pick("なし", "without"), pick("あり", "with"), pick("改善", "better by")});
        int session = 0;
        for (std::size_t o = 0; o < sc_.outputs.size(); ++o) {
            if (sc_.outputs[o].session != session) {
                session = sc_.outputs[o].session;
                table.row(fmt::format(fmt::runtime(pick("第{}回", "Session {}")), session));
            }
            output_row(table, sc_.outputs[o], found_.outputs[o]);
        }
        text_ += table.text();
    }

    void output_row(Table& table, const engine::Output& output, const OutputTrial& trial) const
    {
        const std::string label = say(indicator_label(trial.indicator));
        table.row(fmt::format("  {} → {}", clipped(name_of(output), 40), trial.stated ? label : "(" + label + ")"),
                  {amount_text(trial.indicator, trial.without, language_),
                   amount_text(trial.indicator, trial.with, language_), gain_text(trial.better)});
    }

    // ---- what has to be mended

    void write_verdict()
    {
        heading("まとめ", "In short");
        if (found_.passes())
            return line(
                pick("  "
                     "すべてが一度は起き、どの選択肢にも最善の場面があり(害・規則を除く)、成果も書いたとおり効きます。",
                     "  All is reached, every option is best somewhere (but for marks), every output pays."));
        for (const std::size_t i : found_.never.injects) never(name_of(sc_.injects[i]));
        for (const std::size_t d : found_.never.decisions) never(name_of(sc_.decisions[d]));
        for (const auto& [d, o] : found_.never.options)
            never(sc_.decisions[d].id + "." + sc_.decisions[d].options[o].id);
        for (const std::size_t a : found_.never.actions) never(name_of(sc_.actions[a]));
        for (const std::size_t e : found_.never.endings) never(name_of(sc_.endings[e]));
        for (std::size_t d = 0; d < found_.trials.size(); ++d)
            for (std::size_t o = 0; o < found_.trials[d].options.size(); ++o) judged(d, o);
        for (std::size_t o = 0; o < found_.outputs.size(); ++o)
            if (found_.outputs[o].stated && !found_.outputs[o].pays())
                line(pick("  言うほど効かない成果: {} ({}、{}%から)",
                          "  moves less than it says: {} ({}, {} % is enough)"),
                     name_of(sc_.outputs[o]), gain_text(found_.outputs[o].better), kOutputPays / 10);
    }

    void never(const std::string& name) { line(pick("  一度も起きない: {}", "  never reached: {}"), name); }

    void judged(std::size_t d, std::size_t o)
    {
        const std::string name = sc_.decisions[d].id + "." + sc_.decisions[d].options[o].id;
        const OptionTrial& trial = found_.trials[d].options[o];
        switch (trial.verdict) {
        case Verdict::fine: return;
        case Verdict::never_best:
            return line(pick("  どの状態でも最善でない: {}(わざとなら \"teaches\": \"harm\")",
                             "  best in no state: {} (if meant: \"teaches\": \"harm\")"),
                        name);
        case Verdict::always_best:
            return line(pick("  どの状態でも最善: {}(法や規則の答えなら \"teaches\": \"rule\" と出典)",
                             "  best in every state: {} (the law's answer? \"teaches\": \"rule\" with its source)"),
                        name);
        case Verdict::harm_pays:
            return line(pick("  害なのに最善が多い: {}(選べた{}の状態のうち{}。{}分の1まで)",
                             "  marked as harm, but best too often: {} (of {} states in {}; one in {} may be)"),
                        name, trial.open, trial.best, kHarmBestInOneOf);
        }
    }
};

} // namespace

std::string playtest_text(const PlaytestOf& of, const Playtest& found, const Shared& shared)
{
    return TextReport(of, found, shared).write();
}

} // namespace sonae::app
