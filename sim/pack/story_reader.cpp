#include "pack/story_reader.hpp"

#include "pack/rows.hpp"
#include "pack/story_parts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sonae::pack {
namespace {

using namespace engine;
using namespace read;

constexpr int kTitleWidth = 24, kBodyWidth = 160; // full-width characters
constexpr std::size_t kMaxPolicies = 16, kMaxImprovements = 64;

constexpr Choice<Channel> kChannels[] = {
    {"mail", Channel::mail},     {"phone", Channel::phone},         {"edr", Channel::edr},
    {"utm", Channel::utm},       {"press", Channel::press},         {"customer", Channel::customer},
    {"police", Channel::police}, {"colleague", Channel::colleague}, {"printer", Channel::printer}};
constexpr Choice<Teaches> kTeaches[] = {{"harm", Teaches::harm}, {"rule", Teaches::rule}};

bool holds(const Template& text, Hole hole)
{
    const auto is = [hole](const TextPiece& piece) { return piece.hole == hole; };
    return std::any_of(text.ja.begin(), text.ja.end(), is) || std::any_of(text.en.begin(), text.en.end(), is);
}

// Holes that nothing would ever fill.
void check_holes(ObjectReader& in, const Inject& inject)
{
    const bool subject = inject.trigger.on != Occurrence::none && !inject.trigger.never;
    for (const std::string_view key : {"title", "body"}) {
        const Template& text = key == "title" ? inject.card.title : inject.card.body;
        if (holds(text, Hole::value) && !inject.has_value)
            in.error(key, "text.hole", "{value} に入れる数がありません。\"value\" に式を書いてください",
                     "there is nothing to fill {value}: write an expression in \"value\"");
        if (holds(text, Hole::subject_name) && !subject)
            in.error(key, "text.hole", "{subject.name} は、on で始まる状況付与だけで使えます",
                     "{subject.name} is only filled in injects that begin by \"on\"");
    }
}

Inject read_inject(Draft& draft, ObjectReader& in)
{
    Inject inject;
    inject.card.channel = in.required_choice("channel", kChannels);
    inject.card.sender = in.required_text("sender", 80);
    inject.card.title = required_template(in, "title", kTitleWidth);
    inject.card.body = required_template(in, "body", kBodyWidth);
    inject.card.severity = in.optional_choice("severity", kSeverities).value_or(std::uint8_t{0});
    inject.notes = read_notes(in);
    inject.trigger = read_trigger(draft, in, Beat::inject);
    inject.has_value = in.has("value");
    inject.value = optional_figure(draft, in, "value");
    check_holes(in, inject);
    inject.true_news = in.optional_bool("true_news").value_or(true);
    in.finish();
    return inject;
}

// A rule that nobody could look up is an opinion; a source of anything else would claim what it does not say.
void read_lesson(ObjectReader& in, Option& option)
{
    option.teaches = in.optional_choice("teaches", kTeaches).value_or(Teaches::choice);
    option.source = in.optional_text("source").value_or(Localized{});
    const bool rule = option.teaches == Teaches::rule;
    if (rule && !in.has("source"))
        in.error("teaches", "option.source",
                 "\"rule\" には出典が要ります。\"source\" に、資料の名前と日付を書いてください",
                 "a \"rule\" needs its \"source\": the publication and its date");
    if (!rule && in.has("source"))
        in.error("source", "option.source", "\"source\" は \"teaches\": \"rule\" の選択肢だけに書けます",
                 "\"source\" belongs only to an option that teaches a \"rule\"");
}

Option read_option(Draft& draft, ObjectReader& in)
{
    Option option;
    option.text = in.required_text("text");
    option.note = in.optional_text("note").value_or(Localized{});
    option.when = optional_condition(draft, in, "when");
    if (!option.when.always()) draft.conditions.back().of_option = true;
    option.effects = read_effects(draft, in, "effects");
    option.feedback = in.optional_text("feedback").value_or(Localized{});
    read_lesson(in, option);
    in.finish();
    return option;
}

Decision read_decision(Draft& draft, ObjectReader& in, Rows& options, std::size_t number)
{
    Decision decision;
    decision.title = in.required_text("title", 80);
    decision.question = in.required_text("question");
    decision.notes = read_notes(in);
    decision.trigger = read_trigger(draft, in, Beat::decision);
    decision.deadline = in.optional_duration("deadline", {kMinute, 60 * kDay}).value_or(decision.deadline);
    decision.room_minutes = in.optional_integer<std::int32_t>("room_minutes", 0, 240).value_or(0);
    for (std::size_t o = 0; o < options.size(); ++o) {
        decision.options.push_back(read_option(draft, options[o]));
        decision.options.back().id = draft.names.option(number, o);
    }
    if (auto silence = in.optional_object("silence")) {
        decision.silence_text = silence->optional_text("text").value_or(Localized{});
        decision.silence = read_effects(draft, *silence, "effects");
        decision.silence_feedback = silence->optional_text("feedback").value_or(Localized{});
        silence->finish();
    }
    in.finish();
    return decision;
}

Rule read_rule(Draft& draft, ObjectReader& in)
{
    Rule rule;
    rule.id = in.required_slug("id").text;
    rule.trigger = read_trigger(draft, in, Beat::rule);
    rule.effects = read_effects(draft, in, "effects", true);
    in.finish();
    return rule;
}

std::int64_t output_value(ObjectReader& in, std::string_view key, ValueType type)
{
    switch (type) {
    case ValueType::boolean: return in.required_bool(key) ? 1 : 0;
    case ValueType::duration: return in.required_duration(key);
    case ValueType::permille: return in.required_integer<std::int64_t>(key, 0, 10'000);
    default: return in.required_integer<std::int64_t>(key, 0, kMostYen);
    }
}

Ending read_ending(Draft& draft, ObjectReader& in)
{
    Ending ending;
    ending.id = in.required_slug("id").text;
    ending.name = in.required_text("name", 80);
    ending.text = in.required_text("text");
    ending.when = optional_condition(draft, in, "when");
    in.finish();
    return ending;
}

ImprovementSeed read_improvement(Draft& draft, ObjectReader& in)
{
    ImprovementSeed seed;
    seed.id = in.required_slug("id").text;
    seed.title = in.required_text("title", 80);
    seed.if_then = in.required_text("if_then");
    seed.owner = in.optional_text("owner").value_or(Localized{});
    seed.due_days = in.optional_integer<std::int32_t>("due_days", 1, 3650).value_or(30);
    seed.when = optional_condition(draft, in, "when");
    in.finish();
    return seed;
}

// A question has at least two answers; more than six no table can weigh.
Rows open_options(ObjectReader& decision)
{
    Rows rows = decision.required_objects("options", {0, 1000});
    const Value options = decision.value().find("options");
    if (options.is(Kind::array) && (options.size() < 2 || options.size() > kMaxOptions))
        decision.error(options, "decision.options",
                       fmt::format("選択肢は2〜{}個です（いまは{}個）", kMaxOptions, options.size()),
                       fmt::format("a decision has 2 to {} options, found {}", kMaxOptions, options.size()));
    if (rows.size() > kMaxOptions) rows.erase(rows.begin() + kMaxOptions, rows.end());
    return rows;
}

void add_flags(ObjectReader& file, StorySource& source)
{
    for (Slug& flag : file.optional_slugs("flags")) {
        if (source.flags.size() == kMaxFlags)
            return tell_too_many(flag.at, kMaxFlags, kMaxFlags + 1, file.diagnostics());
        source.flags.push_back(std::move(flag));
    }
}

std::vector<Choice<Indicator>> indicator_choices()
{
    std::vector<Choice<Indicator>> choices;
    for (std::size_t i = 0; i < kIndicators; ++i)
        choices.push_back({indicator_name(static_cast<Indicator>(i)), static_cast<Indicator>(i)});
    return choices;
}

} // namespace

FacilitatorNotes read_notes(ObjectReader& in)
{
    FacilitatorNotes notes;
    auto object = in.optional_object("notes");
    if (!object) return notes;
    notes.teaches = object->optional_text("teaches").value_or(Localized{});
    notes.ask = object->optional_text("ask").value_or(Localized{});
    notes.watch_for = object->optional_text("watch_for").value_or(Localized{});
    object->finish();
    return notes;
}

Output read_output(ObjectReader& in)
{
    Output output;
    output.type = in.required_choice("type", kOutputTypes);
    output.session = in.required_integer("session", 1, 10);
    output.name = in.required_text("name", 80);
    output.effect = in.optional_text("effect").value_or(Localized{});
    output.as_company = output_value(in, "company", output.type);
    output.good = output_value(in, "good", output.type);
    output.poor = output_value(in, "poor", output.type);
    in.finish();
    return output;
}

void open_story(ObjectReader& file, StorySource& source)
{
    add_flags(file, source);
    add_rows(source.injects, file, "injects", kMaxInjects);
    add_rows(source.decisions, file, "decisions", kMaxDecisions);
    add_rows(source.actions, file, "actions", kMaxActions);
    add_rows(source.rules, file, "rules", kMaxRules);
    add_rows(source.outputs, file, "outputs", kMaxOutputs);
    add_rows(source.endings, file, "endings", kMaxEndings);
    add_rows(source.improvements, file, "improvements", kMaxImprovements);
    add_rows(source.policies, file, "policies", kMaxPolicies);
    file.finish();
}

void number_story(StorySource& source, NameBook& names, Diagnostics& told)
{
    for (const Slug& flag : source.flags) names.add(NameKind::flag, flag, told);
    number_rows(source.injects, NameKind::inject, names);
    number_rows(source.decisions, NameKind::decision, names);
    number_rows(source.actions, NameKind::action, names);
    number_rows(source.outputs, NameKind::output, names);
    for (std::size_t d = 0; d < source.decisions.size(); ++d) {
        source.options.push_back(open_options(source.decisions[d]));
        for (ObjectReader& option : source.options.back()) names.add_option(d, option.required_slug("id"), told);
    }
    for (Rows* rows : {&source.rules, &source.endings, &source.improvements, &source.policies}) tell_repeated(*rows);
}

void read_outputs(Draft& draft, StorySource& source)
{
    Scenario& sc = draft.scenario;
    for (std::size_t o = 0; o < source.outputs.size(); ++o) {
        const auto moves =
            source.outputs[o].optional_choice("moves", indicator_choices()); // a drill's, not a session's
        sc.outputs.push_back(read_output(source.outputs[o]));
        sc.outputs.back().moves = moves;
        sc.outputs.back().id = draft.names.name(NameKind::output, o);
        draft.names.set_output_type(sc.outputs.back().type);
    }
}

void read_story(Draft& draft, StorySource& source)
{
    Scenario& sc = draft.scenario;
    const NameBook& names = draft.names;
    for (const Slug& flag : source.flags) sc.flags.push_back(flag.text);
    for (std::size_t a = 0; a < source.actions.size(); ++a) {
        sc.actions.push_back(read_action(draft, source.actions[a]));
        sc.actions.back().id = names.name(NameKind::action, a);
    }
    for (std::size_t i = 0; i < source.injects.size(); ++i) {
        sc.injects.push_back(read_inject(draft, source.injects[i]));
        sc.injects.back().id = names.name(NameKind::inject, i);
    }
    for (std::size_t d = 0; d < source.decisions.size(); ++d) {
        sc.decisions.push_back(read_decision(draft, source.decisions[d], source.options[d], d));
        sc.decisions.back().id = names.name(NameKind::decision, d);
    }
    for (ObjectReader& row : source.rules) sc.rules.push_back(read_rule(draft, row));
    for (ObjectReader& row : source.endings) sc.endings.push_back(read_ending(draft, row));
    for (ObjectReader& row : source.improvements) sc.improvements.push_back(read_improvement(draft, row));
    for (ObjectReader& row : source.policies) sc.policies.push_back(read_policy(draft, row));
}

} // namespace sonae::pack
