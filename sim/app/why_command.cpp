// sonae why FILE INDICATOR|SEQ: who moved an indicator, or the chain of causes of one fact.
#include "app/command_line.hpp"
#include "base/people_text.hpp"
#include "live/kept.hpp"
#include "live/read_room.hpp"
#include "read/json_writer.hpp"
#include "workshop/causes.hpp"
#include "workshop/fact_text.hpp"
#include "workshop/lookup.hpp"
#include "workshop/retell.hpp"

#include <fmt/format.h>

#include <charconv>

namespace sonae::app {
namespace {

struct WhyOptions {
    std::string file, what;
    workshop::TableNumber table = 1;
    bool json = false;
};

std::optional<engine::Indicator> indicator_asked(std::string_view name)
{
    if (name.ends_with("_yen")) name.remove_suffix(4);
    return workshop::find_indicator(name);
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

std::string sentence_of(const Shared& shared, const workshop::Drill& drill, const engine::Fact& fact)
{
    return workshop::sentence_of(*drill.scenario, drill.retold.get(), fact, shared.language);
}

void print_chain(const Shared& shared, const workshop::Drill& drill, engine::Seq seq, bool as_json)
{
    const workshop::Causes causes(drill.facts);
    read::JsonWriter json(read::JsonWriter::Layout::indented);
    json.begin_object().key("chain").begin_array();
    for (const engine::Fact& fact : causes.chain(seq)) {
        const std::string sentence = sentence_of(shared, drill, fact);
        if (!as_json)
            fmt::print("{:>6}  {}  {}\n", fact.seq, moment_text(drill.scenario->start + fact.at, shared.language),
                       sentence);
        json.begin_object().member("seq", fact.seq).member("at", moment_iso(drill.scenario->start + fact.at));
        json.member("kind", engine::fact_name(fact.kind)).member("text", sentence).end_object();
    }
    json.end_array().end_object();
    if (as_json) fmt::print("{}\n", json.text());
}

// Who moved an indicator by how much. `amount` is counted towards the indicator that was asked for: what the insurance
// paid makes the total loss smaller.
struct Moved {
    engine::Indicator booked_as;
    workshop::Owned owned;
    std::int64_t amount = 0;
    std::string text; // of the owning fact
};

std::vector<Moved> moved_by(const Shared& shared, const workshop::Drill& drill, engine::Indicator which)
{
    const workshop::Causes causes(drill.facts);
    std::vector<Moved> all;
    for (const workshop::Part& part : workshop::parts_of(which))
        for (const workshop::Owned& owned : causes.owners_of(part.which)) {
            const engine::Fact* fact = causes.fact(owned.owner.fact);
            all.push_back({part.which, owned, part.sign * owned.amount,
                           fact ? sentence_of(shared, drill, *fact) : std::string{}});
        }
    return all;
}

std::int64_t sum_of(const std::vector<Moved>& moved)
{
    std::int64_t sum = 0;
    for (const Moved& one : moved) sum += one.amount;
    return sum;
}

// One object, whatever was asked for; the amounts add up to `sum`.
std::string owners_json(engine::Indicator which, const std::vector<Moved>& moved)
{
    read::JsonWriter json(read::JsonWriter::Layout::indented);
    json.begin_object().member("indicator", engine::indicator_name(which)).key("owners").begin_array();
    for (const Moved& one : moved) {
        json.begin_object().member("booked_as", engine::indicator_name(one.booked_as));
        json.member("owner", owner_label(one.owned.owner.kind).en).member("seq", one.owned.owner.fact);
        json.member("amount", one.amount).member("text", one.text).end_object();
    }
    json.end_array().member("sum", sum_of(moved)).end_object();
    return json.text();
}

void print_owners(const Shared& shared, const workshop::Drill& drill, engine::Indicator which, bool as_json)
{
    const std::vector<Moved> moved = moved_by(shared, drill, which);
    if (as_json) return fmt::print("{}\n", owners_json(which, moved));
    std::optional<engine::Indicator> heading = which;
    for (const Moved& one : moved) {
        if (heading != one.booked_as) fmt::print("{}\n", shared.say(workshop::indicator_label(one.booked_as)));
        heading = one.booked_as;
        fmt::print("{:>12}  {}  #{} {}\n", workshop::change_text(one.booked_as, one.amount, shared.language),
                   shared.say(owner_label(one.owned.owner.kind)), one.owned.owner.fact, one.text);
    }
    fmt::print("{:>12}  {}\n", workshop::change_text(which, sum_of(moved), shared.language),
               shared.say({"合計", "in all"}));
}

int refuse(const Shared& shared, const Localized& why)
{
    fmt::print(stderr, "sonae: {}\n", shared.say(why));
    return kFaults;
}

// A record of other rules answers from its kept facts.
void say_if_retold(const Shared& shared, const workshop::Drill& drill)
{
    if (drill.retold)
        fmt::print(stderr, "sonae: {}\n",
                   shared.say({"いまの規則とは合わない記録なので、記録されたとおりに答えます。",
                               "Today's rules don't give this record: the answer is as it was recorded."}));
}

int answer(const Shared& shared, const WhyOptions& options, const workshop::Drill& drill)
{
    engine::Seq seq = 0;
    const auto [end, error] = std::from_chars(options.what.data(), options.what.data() + options.what.size(), seq);
    if (error == std::errc{} && *end == '\0') {
        if (!workshop::Causes(drill.facts).fact(seq))
            return refuse(shared, {"その番号のできごとはありません。", "There is no such fact."});
        say_if_retold(shared, drill);
        print_chain(shared, drill, seq, options.json);
        return kDone;
    }
    if (const auto which = indicator_asked(options.what)) {
        say_if_retold(shared, drill);
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

int why(const Shared& shared, const WhyOptions& options)
{
    const auto file = store::ProgrammeFile::open(options.file, store::OpenMode::read_only);
    const live::ReadRoom read = live::read_room(file, live::kept_scenarios(file));
    if (const auto untold = read.untold.find(options.table); untold != read.untold.end())
        return refuse(shared, untold->second);
    const auto table = read.room.tables.find(options.table);
    if (table == read.room.tables.end() || !table->second.drill)
        return refuse(shared, {"この班の演習は記録にありません。", "The record holds no drill of this table."});
    return answer(shared, options, *table->second.drill);
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
