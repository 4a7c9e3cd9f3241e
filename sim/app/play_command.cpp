// sonae play PACK: a session, its drill or both without a window, by a policy, by a script, or by a person on a
// terminal.
#include "app/command_line.hpp"
#include "app/data.hpp"
#include "app/play_many.hpp"
#include "app/session_print.hpp"
#include "app/text_play.hpp"
#include "base/digest.hpp"
#include "read/json_writer.hpp"
#include "workshop/activities/opening.hpp"
#include "workshop/autoplay.hpp"
#include "workshop/fact_text.hpp"
#include "workshop/lookup.hpp"
#include "workshop/transcript.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <sstream>

namespace sonae::app {
namespace {

struct PlayOptions {
    std::string pack, company, policy, commands, journal, transcript;
    std::vector<std::string> preps; // none: the company as it stands
    std::uint64_t seed = 1;
    std::size_t seeds = 1;
    bool json = false;
};

int refuse(const Shared& shared, const std::string& what, const workshop::Refusal& refusal)
{
    fmt::print(stderr, "sonae: {}: {}\n", what, shared.say(refusal.sentence));
    return kFaults;
}

int play_policy(const Shared& shared, Played& played, const PlayOptions& options)
{
    const auto policy = workshop::find_policy(*played.drill().scenario, options.policy);
    if (!policy) {
        fmt::print(stderr, "sonae: {}: {}\n", options.policy,
                   shared.say({"この自動回答はシナリオにありません。", "The pack has no such policy."}));
        return kUsage;
    }
    workshop::Autoplay table(played.drill(), *policy, 1);
    while (!engine::has_ended(played.drill().state))
        for (const workshop::Command& command : table.next(played.drill()))
            if (auto refusal = played.post(command, "policy:" + options.policy))
                return refuse(shared, workshop::write_script_line(command), *refusal);
    return kDone;
}

int play_script(const Shared& shared, Played& played, const PlayOptions& options)
{
    std::istringstream lines(read_file(options.commands));
    std::string line;
    for (int number = 1; std::getline(lines, line); ++number) {
        if (line.find_first_not_of(" \t\r") == std::string::npos || line.starts_with("//")) continue;
        read::Diagnostics faults;
        workshop::ScriptTexts texts;
        const auto command = workshop::read_script_line(line, options.commands, number, faults, &texts);
        if (!command) {
            std::fputs(read::format(faults, shared.language).c_str(), stderr);
            return kFaults;
        }
        if (std::holds_alternative<workshop::StartDrill>(*command) ||
            std::holds_alternative<workshop::StartSession>(*command))
            continue; // begun already, by the options
        if (auto refusal = played.post(*command, "script", std::move(texts)))
            return refuse(shared, fmt::format("{}:{}", options.commands, number), *refusal);
    }
    return kDone;
}

void write_drill(read::JsonWriter& json, const workshop::Drill& drill, const PlayOptions& options)
{
    const engine::State& s = drill.state;
    const auto delivered =
        std::count_if(s.injects.begin(), s.injects.end(), [](const auto& i) { return i.delivered != engine::kNotYet; });
    const auto closed = std::count_if(s.decisions.begin(), s.decisions.end(),
                                      [](const auto& d) { return d.closed != engine::kNotYet; });
    json.member("seed", drill.started.seed);
    json.member("policy", options.policy);
    json.member("ending", s.ending < drill.scenario->endings.size() ? drill.scenario->endings[s.ending].id : "");
    json.member("fingerprint", hex(engine::fingerprint(s)));
    json.member("situation_seconds", s.now);
    json.member("events", s.steps);
    json.member("injects", static_cast<std::int64_t>(delivered));
    json.member("decisions", static_cast<std::int64_t>(closed));
    json.member("total_loss_yen", engine::indicator(*drill.scenario, s, engine::Indicator::total_loss));
    json.key("indicators").begin_object();
    for (std::size_t i = 0; i < engine::kIndicators; ++i) {
        const auto which = static_cast<engine::Indicator>(i);
        json.member(engine::indicator_name(which), engine::indicator(*drill.scenario, s, which));
    }
    json.end_object();
}

void print_json(const Shared& shared, const Chosen& chosen, const Played& played, const PlayOptions& options)
{
    read::JsonWriter json(read::JsonWriter::Layout::indented);
    json.begin_object();
    json.member("pack", chosen.pack_id);
    json.member("company", chosen.company);
    if (played.started()) write_drill(json, played.drill(), options);
    if (played.table().session) write_session(json, shared, played);
    json.end_object();
    fmt::print("{}\n", json.text());
}

void print_outcome(const Shared& shared, const Played& played)
{
    const workshop::Drill& drill = played.drill();
    const engine::State& s = drill.state;
    const bool over = s.ending < drill.scenario->endings.size();
    fmt::print("{}\n", over ? shared.say(drill.scenario->endings[s.ending].name)
                            : shared.say({"演習は途中です。", "The drill is not over."}));
    for (const engine::Indicator which :
         {engine::Indicator::total_loss, engine::Indicator::downtime_loss, engine::Indicator::direct_cost,
          engine::Indicator::compensation, engine::Indicator::insurance_paid, engine::Indicator::records_leaked,
          engine::Indicator::trust_customers, engine::Indicator::evidence, engine::Indicator::deadlines_missed})
        fmt::print("  {}  {}\n", shared.say(workshop::indicator_label(which)),
                   workshop::amount_text(which, engine::indicator(*drill.scenario, s, which), shared.language));
}

std::optional<workshop::Refusal> begin(Played& played, const Chosen& chosen, const PlayOptions& options,
                                       Prepared& prepared)
{
    if (chosen.session) {
        const workshop::Table* from = prepared.earlier ? prepared.earlier->table() : nullptr;
        auto opening = workshop::open_session(*chosen.session, played.pack(), 1, from,
                                              prepared.earlier ? prepared.earlier->texts() : workshop::TextsOf{});
        opening.command.outputs.merge(prepared.session);
        if (auto refusal = played.post(opening.command, "command line", std::move(opening.texts))) return refusal;
    }
    if (!chosen.scenario) return std::nullopt;
    return played.post(played.start_command(options.seed, std::move(prepared.drill)), "command line");
}

int carry_out(const Shared& shared, Played& played, const PlayOptions& options)
{
    if (!options.policy.empty() && played.started()) return play_policy(shared, played, options);
    if (!options.commands.empty()) return play_script(shared, played, options);
    if (isatty(STDIN_FILENO) && played.started() && options.policy.empty()) return play_on_terminal(shared, played);
    fmt::print(stderr, "sonae: {}\n",
               played.started() ? shared.say({"--policy か --commands を指定してください(端末からなら対話で遊べます)。",
                                              "Give --policy or --commands, or play on a terminal."})
                                : shared.say({"演習のない回です。--commands を指定してください。",
                                              "This session has no drill: give --commands."}));
    return kUsage;
}

int play(const Shared& shared, const PlayOptions& options)
{
    if (options.seeds == 1 && options.preps.size() > 1) {
        fmt::print(stderr, "sonae: --prep: {}\n",
                   shared.say({"--seeds がなければ、一つだけ指定できます。", "only one without --seeds"}));
        return kUsage;
    }
    if (!options.journal.empty() && std::filesystem::exists(options.journal)) {
        fmt::print(stderr, "sonae: {}: {}\n", options.journal,
                   shared.say({"このファイルはもうあります。別の名前にしてください。",
                               "This file exists. Choose another name."}));
        return kUsage;
    }
    const Chosen chosen = choose_pack(options.pack, options.company, shared.data, shared.language);
    if (!chosen.scenario && !chosen.session) return kFaults;
    if (options.seeds > 1)
        return play_many(shared, chosen, {options.policy, options.preps, options.seed, options.seeds, options.json});
    auto preparation = prepare(shared, chosen, options.preps.empty() ? "company" : options.preps.front());
    if (!preparation) return kUsage;
    Played played(chosen, options.journal);
    if (auto refusal = begin(played, chosen, options, *preparation)) return refuse(shared, options.pack, *refusal);
    const int code = carry_out(shared, played, options);
    if (code == kUsage) return code;
    if (!options.transcript.empty() && played.started())
        write_file(options.transcript, workshop::transcript(played.drill(), shared.language));
    if (options.json) {
        print_json(shared, chosen, played, options);
        return code;
    }
    if (played.table().session) print_session(shared, played);
    if (played.started()) print_outcome(shared, played);
    return code;
}

} // namespace

void add_play(CLI::App& app, Run& run)
{
    auto* command = app.add_subcommand("play", "play a pack's session or drill without a window");
    auto options = std::make_shared<PlayOptions>();
    command->add_option("PACK", options->pack, "the pack's folder")->required();
    command->add_option("--company", options->company, "id of the company (default: the pack's first)");
    command->add_option("--seed", options->seed, "the world's luck");
    auto* policy = command->add_option("--policy", options->policy,
                                       "who answers: silent, random, careful, typical or another of the pack's");
    auto* commands = command->add_option("--commands", options->commands, "script of commands, one a line")
                         ->excludes(policy)
                         ->check(CLI::ExistingFile);
    command
        ->add_option("--prep", options->preps,
                     "what earlier sessions left: company (the default), good, poor or a programme file; with --seeds "
                     "several times, or all three")
        ->expected(1)
        ->take_all();
    auto* journal = command->add_option("--journal", options->journal, "write a programme file");
    auto* transcript = command->add_option("--transcript", options->transcript, "write what happened as text");
    command
        ->add_option("--seeds", options->seeds,
                     "play so many seeds from --seed on by the policy, and tell how the figures spread")
        ->check(CLI::Range(1, 100'000))
        ->excludes(journal)
        ->excludes(transcript)
        ->excludes(commands);
    command->add_flag("--json", options->json, "print one JSON object");
    command->callback([&run, options] { run = [options](const Shared& shared) { return play(shared, *options); }; });
}

} // namespace sonae::app
