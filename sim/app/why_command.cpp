// sonae why FILE INDICATOR|SEQ: who moved an indicator, or the chain of causes of one fact.
#include "app/command_line.hpp"
#include "base/people_text.hpp"
#include "live/kept.hpp"
#include "read/json_writer.hpp"
#include "workshop/causes.hpp"
#include "workshop/fact_text.hpp"

#include <fmt/format.h>

#include <charconv>

namespace sonae::app {
namespace {

struct WhyOptions {
    std::string file, what;
    workshop::TableNumber table = 1;
    bool json = false;
};

std::optional<engine::Indicator> find_indicator(std::string_view name)
{
    if (name.ends_with("_yen")) name.remove_suffix(4);
    for (std::size_t i = 0; i < engine::kIndicators; ++i)
        if (engine::indicator_name(static_cast<engine::Indicator>(i)) == name) return static_cast<engine::Indicator>(i);
    return std::nullopt;
}

Localized owner_label(workshop::OwnerKind kind)
{
    using enum workshop::OwnerKind;
    switch (kind) {
    case decision: return {"決定", "decision"};
    case silence: return {"見送り", "silence"};
    case action: return {"対応行動", "action"};
    case preparation: return {"備え", "preparation"};
    case attacker: return {"攻撃者", "attacker"};
    case luck: return {"めぐり合わせ", "luck"};
    }
    return {};
}

void print_chain(const Shared& shared, const workshop::Drill& drill, engine::Seq seq, bool as_json)
{
    const workshop::Causes causes(drill.facts);
    read::JsonWriter json(read::JsonWriter::Layout::indented);
    json.begin_object().key("chain").begin_array();
    for (const engine::Fact& fact : causes.chain(seq)) {
        const std::string sentence = workshop::fact_text(*drill.scenario, fact, shared.language);
        if (!as_json)
            fmt::print("{:>6}  {}  {}\n", fact.seq, moment_text(drill.scenario->start + fact.at, shared.language),
                       sentence);
        json.begin_object().member("seq", fact.seq).member("at", moment_iso(drill.scenario->start + fact.at));
        json.member("kind", engine::fact_name(fact.kind)).member("text", sentence).end_object();
    }
    json.end_array().end_object();
    if (as_json) fmt::print("{}\n", json.text());
}

void print_owners(const Shared& shared, const workshop::Drill& drill, engine::Indicator which, bool as_json)
{
    const workshop::Causes causes(drill.facts);
    read::JsonWriter json(read::JsonWriter::Layout::indented);
    json.begin_object().member("indicator", engine::indicator_name(which)).key("owners").begin_array();
    std::int64_t sum = 0;
    for (const workshop::Owned& owned : causes.owners_of(which)) {
        sum += owned.amount;
        const engine::Fact* fact = causes.fact(owned.owner.fact);
        const std::string sentence =
            fact ? workshop::fact_text(*drill.scenario, *fact, shared.language) : std::string{};
        if (!as_json)
            fmt::print("{:>12}  {}  #{} {}\n", workshop::change_text(which, owned.amount, shared.language),
                       shared.say(owner_label(owned.owner.kind)), owned.owner.fact, sentence);
        json.begin_object().member("owner", owner_label(owned.owner.kind).en).member("seq", owned.owner.fact);
        json.member("amount", owned.amount).member("text", sentence).end_object();
    }
    json.end_array().member("sum", sum).end_object();
    if (as_json)
        fmt::print("{}\n", json.text());
    else
        fmt::print("{:>12}  {}\n", workshop::change_text(which, sum, shared.language), shared.say({"合計", "in all"}));
}

int why(const Shared& shared, const WhyOptions& options)
{
    const auto file = store::ProgrammeFile::open(options.file, store::OpenMode::read_only);
    const workshop::Replayed replayed = workshop::replay(live::read_record(file).entries, live::kept_scenarios(file));
    const auto table = replayed.room.tables.find(options.table);
    if (table == replayed.room.tables.end() || !table->second.drill) {
        fmt::print(stderr, "sonae: {}\n",
                   shared.say({"この班の演習は記録にありません。", "The record holds no drill of this table."}));
        return kFaults;
    }
    const workshop::Drill& drill = *table->second.drill;
    engine::Seq seq = 0;
    const auto [end, error] = std::from_chars(options.what.data(), options.what.data() + options.what.size(), seq);
    if (error == std::errc{} && *end == '\0') {
        if (!workshop::Causes(drill.facts).fact(seq)) {
            fmt::print(stderr, "sonae: {}\n",
                       shared.say({"その番号のできごとはありません。", "There is no such fact."}));
            return kFaults;
        }
        print_chain(shared, drill, seq, options.json);
        return kDone;
    }
    if (const auto which = find_indicator(options.what)) {
        if (*which == engine::Indicator::total_loss)
            for (const auto part : {engine::Indicator::downtime_loss, engine::Indicator::direct_cost,
                                    engine::Indicator::compensation, engine::Indicator::insurance_paid}) {
                if (!options.json) fmt::print("{}\n", shared.say(workshop::indicator_label(part)));
                print_owners(shared, drill, part, options.json);
            }
        else
            print_owners(shared, drill, *which, options.json);
        return kDone;
    }
    fmt::print(
        stderr, "sonae: {}: {}\n", options.what,
        shared.say({"指標の名前か、できごとの番号を書いてください。", "Give an indicator's name or a fact's number."}));
    for (std::size_t i = 0; i < engine::kIndicators; ++i)
        fmt::print(stderr, "  {}\n", engine::indicator_name(static_cast<engine::Indicator>(i)));
    return kUsage;
}

} // namespace

void add_why(CLI::App& app, Run& run)
{
    auto* command = app.add_subcommand("why", "tell who moved an indicator, or what caused a fact");
    auto options = std::make_shared<WhyOptions>();
    command->add_option("FILE", options->file, "a programme file")->required();
    command->add_option("WHAT", options->what, "an indicator's name or a fact's number")->required();
    command->add_option("--table", options->table, "the table's number");
    command->add_flag("--json", options->json, "print JSON");
    command->callback([&run, options] { run = [options](const Shared& shared) { return why(shared, *options); }; });
}

} // namespace sonae::app
