// sonae play PACK: the session's drill without a window, by a policy, by a script, or by a person on a terminal.
#include "app/command_line.hpp"
#include "app/data.hpp"
#include "app/played.hpp"
#include "app/text_play.hpp"
#include "base/digest.hpp"
#include "read/json_writer.hpp"
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
    std::string pack, company, policy, commands, prep = "company", journal, transcript;
    std::uint64_t seed = 1;
    bool json = false;
};

int refuse(const Shared& shared, const std::string& what, const workshop::Refusal& refusal)
{
    fmt::print(stderr, "sonae: {}: {}\n", what, shared.say(refusal.sentence));
    return kFaults;
}

// The outputs that earlier sessions leave behind: a named preset.
std::optional<std::map<std::string, std::int64_t>> prepared(const engine::Scenario& scenario, const std::string& prep)
{
    std::map<std::string, std::int64_t> outputs;
    if (prep == "company") return outputs;
    if (prep != "good" && prep != "poor") return std::nullopt;
    for (const engine::Output& output : scenario.outputs)
        outputs[output.id] = prep == "good" ? output.good : output.poor;
    return outputs;
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
        const auto command = workshop::read_script_line(line, options.commands, number, faults);
        if (!command) {
            std::fputs(read::format(faults, shared.language).c_str(), stderr);
            return kFaults;
        }
        if (std::holds_alternative<workshop::StartDrill>(*command)) continue; // begun already, by the options
        if (auto refusal = played.post(*command, "script"))
            return refuse(shared, fmt::format("{}:{}", options.commands, number), *refusal);
    }
    return kDone;
}

void print_json(const Played& played, const PlayOptions& options)
{
    const workshop::Drill& drill = played.drill();
    const engine::State& s = drill.state;
    const auto delivered =
        std::count_if(s.injects.begin(), s.injects.end(), [](const auto& i) { return i.delivered != engine::kNotYet; });
    const auto closed = std::count_if(s.decisions.begin(), s.decisions.end(),
                                      [](const auto& d) { return d.closed != engine::kNotYet; });
    read::JsonWriter json(read::JsonWriter::Layout::indented);
    json.begin_object();
    json.member("pack", drill.started.pack_id);
    json.member("company", drill.started.company);
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
    json.end_object().end_object();
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

int play(const Shared& shared, const PlayOptions& options)
{
    if (!options.journal.empty() && std::filesystem::exists(options.journal)) {
        fmt::print(stderr, "sonae: {}: {}\n", options.journal,
                   shared.say({"このファイルはもうあります。別の名前にしてください。",
                               "This file exists. Choose another name."}));
        return kUsage;
    }
    Chosen chosen = choose_pack(options.pack, options.company, shared.data, shared.language);
    if (!chosen.scenario) return kFaults;
    auto outputs = prepared(*chosen.scenario, options.prep);
    if (!outputs && std::filesystem::exists(options.prep)) outputs = carried_outputs(options.prep, *chosen.scenario);
    if (!outputs) {
        fmt::print(stderr, "sonae: --prep {}: {}\n", options.prep,
                   shared.say({"company・good・poor か、記録ファイルを指定します。",
                               "give company, good, poor or a programme file"}));
        return kUsage;
    }
    Played played(std::move(chosen), options.journal);
    if (auto refusal = played.post(played.start_command(options.seed, std::move(*outputs)), "command line"))
        return refuse(shared, options.pack, *refusal);

    int code = kDone;
    if (!options.policy.empty())
        code = play_policy(shared, played, options);
    else if (!options.commands.empty())
        code = play_script(shared, played, options);
    else if (isatty(STDIN_FILENO))
        code = play_on_terminal(shared, played);
    else {
        fmt::print(stderr, "sonae: {}\n",
                   shared.say({"--policy か --commands を指定してください(端末からなら対話で遊べます)。",
                               "Give --policy or --commands, or play on a terminal."}));
        return kUsage;
    }
    if (!options.transcript.empty())
        write_file(options.transcript, workshop::transcript(played.drill(), shared.language));
    if (options.json)
        print_json(played, options);
    else
        print_outcome(shared, played);
    return code;
}

} // namespace

void add_play(CLI::App& app, Run& run)
{
    auto* command = app.add_subcommand("play", "play a pack's drill without a window");
    auto options = std::make_shared<PlayOptions>();
    command->add_option("PACK", options->pack, "the pack's folder")->required();
    command->add_option("--company", options->company, "id of the company (default: the pack's first)");
    command->add_option("--seed", options->seed, "the world's luck");
    auto* policy = command->add_option("--policy", options->policy,
                                       "who answers: silent, random, careful, typical or another of the pack's");
    command->add_option("--commands", options->commands, "script of commands, one a line")
        ->excludes(policy)
        ->check(CLI::ExistingFile);
    command->add_option("--prep", options->prep, "what earlier sessions left: company, good, poor or a programme file");
    command->add_option("--journal", options->journal, "write a programme file");
    command->add_option("--transcript", options->transcript, "write what happened as text");
    command->add_flag("--json", options->json, "print one JSON object");
    command->callback([&run, options] { run = [options](const Shared& shared) { return play(shared, *options); }; });
}

} // namespace sonae::app
