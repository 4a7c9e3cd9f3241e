#include "app/play_many.hpp"

#include "app/spread_table.hpp"
#include "base/people_text.hpp"
#include "workshop/fact_text.hpp"
#include "workshop/lookup.hpp"

#include <fmt/format.h>

#include <thread>

namespace sonae::app {
namespace {

using workshop::Spread;
using workshop::Spreads;

struct Row { // one preparation
    std::string prep;
    Spreads spreads;
};

constexpr auto kTotal = static_cast<std::size_t>(engine::Indicator::total_loss);

std::int64_t change_permille(const Spread& from, const Spread& to)
{
    return from.median == 0 ? 0 : (to.median - from.median) * 1000 / from.median;
}

void print_rows(const Shared& shared, const Chosen& chosen, const ManyPlays& plays, const std::vector<Row>& rows)
{
    fmt::print("{} ({}, {})\n", shared.say(chosen.scenario->name), chosen.pack_id, chosen.company);
    fmt::print("{}\n", fmt::format(fmt::runtime(shared.say({"自動回答 {}、種 {}〜{}。行は備え(前の回の成果)ごと。",
                                                            "Policy {}, seeds {} to {}. A row a preparation."})),
                                   plays.policy, plays.first_seed, plays.first_seed + plays.seeds - 1));
    Table table = spread_table(shared.language);
    for (std::size_t i = 0; i < engine::kIndicators; ++i) {
        const auto which = static_cast<engine::Indicator>(i);
        table.row(shared.say(workshop::indicator_label(which)));
        for (const Row& row : rows) table.row("  " + row.prep, spread_cells(which, row.spreads[i], shared.language));
    }
    fmt::print("{}", table.text());
    for (std::size_t r = 1; r < rows.size(); ++r)
        fmt::print("{}\n",
                   fmt::format(fmt::runtime(shared.say({"総損失の中央値: {} は {} より {}({})",
                                                        "Median of the total loss: {} against {}: {} ({})"})),
                               rows[r].prep, rows[0].prep,
                               workshop::change_text(engine::Indicator::total_loss,
                                                     rows[r].spreads[kTotal].median - rows[0].spreads[kTotal].median,
                                                     shared.language),
                               gain_text(change_permille(rows[0].spreads[kTotal], rows[r].spreads[kTotal]))));
}

void print_json(const Chosen& chosen, const ManyPlays& plays, const std::vector<Row>& rows)
{
    read::JsonWriter json(read::JsonWriter::Layout::indented);
    json.begin_object().member("pack", chosen.pack_id).member("company", chosen.company);
    json.member("policy", plays.policy).member("first_seed", plays.first_seed).member("seeds", plays.seeds);
    json.key("preparations").begin_array();
    for (const Row& row : rows) {
        json.begin_object().member("prep", row.prep).key("indicators").begin_object();
        write_spreads(json, row.spreads);
        json.end_object().end_object();
    }
    json.end_array().end_object();
    fmt::print("{}\n", json.text());
}

std::vector<std::string> preps_of(const Chosen& chosen, const ManyPlays& plays)
{
    if (!plays.preps.empty()) return plays.preps;
    if (chosen.scenario->outputs.empty()) return {"company"};
    return {"company", "good", "poor"};
}

} // namespace

int play_many(const Shared& shared, const Chosen& chosen, const ManyPlays& plays)
{
    if (!chosen.scenario) {
        fmt::print(stderr, "sonae: {}\n",
                   shared.say({"演習のない回です。--seeds は使えません。",
                               "This session has no drill: --seeds has nothing to play."}));
        return kUsage;
    }
    const engine::Scenario& sc = *chosen.scenario;
    const auto policy = workshop::find_policy(sc, plays.policy);
    if (!policy) {
        fmt::print(
            stderr, "sonae: --seeds: {}\n",
            shared.say({"--policy にシナリオの自動回答を指定してください。", "give --policy, one of the pack's."}));
        return kUsage;
    }
    const unsigned threads = std::max(1u, std::thread::hardware_concurrency());
    std::vector<Row> rows;
    for (const std::string& prep : preps_of(chosen, plays)) {
        const auto prepared = prepare(shared, chosen, prep);
        if (!prepared) return kUsage;
        const auto values = workshop::output_values(sc, prepared->drill);
        rows.push_back({prep, workshop::spreads_of(sc, *policy, values, plays.first_seed, plays.seeds, threads)});
    }
    if (plays.json)
        print_json(chosen, plays, rows);
    else
        print_rows(shared, chosen, plays, rows);
    return kDone;
}

} // namespace sonae::app
