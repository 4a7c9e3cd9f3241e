// What follows from an answer, from silence, from a rule: flags, messages, questions and orders, nothing else.
#include "pack/story_parts.hpp"

#include "read/expectation.hpp"
#include "read/expression_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sonae::pack {
namespace {

using namespace engine;
using namespace read;

struct EffectWord {
    std::string_view key;
    EffectKind kind;
    NameKind names;
};
constexpr EffectWord kEffects[] = {{"set", EffectKind::set_flag, NameKind::flag},
                                   {"clear", EffectKind::clear_flag, NameKind::flag},
                                   {"deliver", EffectKind::deliver, NameKind::inject},
                                   {"ask", EffectKind::ask, NameKind::decision},
                                   {"do", EffectKind::order, NameKind::action}};

struct TargetWord {
    std::string_view key;
    TargetKind kind;
    NameKind names;
};
constexpr TargetWord kTargets[] = {{"host", TargetKind::host, NameKind::host},
                                   {"zone", TargetKind::zone, NameKind::zone},
                                   {"process", TargetKind::process, NameKind::process},
                                   {"contact", TargetKind::contact, NameKind::contact}};

constexpr std::string_view kResults[] = {"loss",    "leak",    "evidence", "cost",         "trust",    "indicator",
                                         "encrypt", "fatigue", "records",  "compensation", "downtime", "detect"};

bool is_result(std::string_view key)
{
    for (std::size_t i = 0; i < kIndicators; ++i)
        if (key == indicator_name(static_cast<Indicator>(i))) return true;
    return std::find(std::begin(kResults), std::end(kResults), key) != std::end(kResults);
}

void refuse_results(ObjectReader& in)
{
    for (const Value& member : in.value()) {
        if (!is_result(member.key())) continue;
        in.optional_value(member.key());
        in.error(member, "effect.writes_result",
                 fmt::format(
                     "「{}」は効果では変えられません。損失・漏えい・証拠・費用・信頼は、シミュレーションだけが変えます",
                     member.key()),
                 fmt::format(
                     "an effect can't change '{}': loss, leaks, evidence, cost and trust change only in the simulation",
                     member.key()))
            .hint("効果に書けるのは set、clear、deliver、ask、do です",
                  "an effect may hold set, clear, deliver, ask or do");
    }
}

Effect read_effect(Draft& draft, ObjectReader& in)
{
    Effect effect;
    refuse_results(in);
    bool sound = in.sound();
    const auto* word =
        std::find_if(std::begin(kEffects), std::end(kEffects), [&](const EffectWord& w) { return in.has(w.key); });
    if (word == std::end(kEffects)) {
        if (sound)
            in.error("field.missing", "効果がありません。set、clear、deliver、ask、do のどれかを書いてください",
                     "there is no effect here: write set, clear, deliver, ask or do");
    } else {
        effect.kind = word->kind;
        const std::uint16_t subject = required_name(draft, in, word->key, word->names);
        effect.subject = subject == kNothing ? std::uint16_t{0} : subject;
        if (effect.kind == EffectKind::order) effect.target = read_target(draft, in, "target", subject);
    }
    effect.after = optional_delay(in, "after");
    in.finish();
    return effect;
}

HostProperty read_state(ObjectReader& in)
{
    struct StateChoice {
        std::string_view name;
        HostProperty value;
    };
    std::vector<StateChoice> choices;
    for (const StateWord& word : state_words()) choices.push_back({word.name, word.property});
    return in.optional_choice("state", choices).value_or(HostProperty::any);
}

// `action` may be unknown after a fault.
TargetKind wanted_by(const Draft& draft, std::uint16_t action)
{
    return action < draft.scenario.actions.size() ? draft.scenario.actions[action].takes : TargetKind::none;
}

void check_kind(Draft& draft, ObjectReader& in, std::string_view key, std::uint16_t action, TargetKind given)
{
    if (action >= draft.scenario.actions.size() || wanted_by(draft, action) == given) return;
    in.error(key, "target.kind", "この対応行動は、この種類の相手には行えません",
             "this action can't be done to a target of this kind");
}

} // namespace

Target read_target(Draft& draft, ObjectReader& in, std::string_view key, std::uint16_t action)
{
    Target target;
    const auto value = in.optional_value(key);
    if (!value) return target;
    if (value->is(Kind::string) && value->string() == "latest_alert") {
        check_kind(draft, in, key, action, TargetKind::host);
        target.by = SelectBy::latest_alert;
        return target;
    }
    ObjectReader object(*value, draft.told);
    if (auto first = object.optional_object("first")) {
        check_kind(draft, in, key, action, TargetKind::host);
        target.by = SelectBy::first_match;
        target.among = optional_hosts(draft, *first, "hosts").value_or(all_hosts(draft.scenario.company));
        target.property = read_state(*first);
        first->finish();
    } else {
        for (const TargetWord& word : kTargets) {
            const std::uint16_t number = optional_name(draft, object, word.key, word.names);
            if (!object.has(word.key)) continue;
            check_kind(draft, in, key, action, word.kind);
            target.by = SelectBy::fixed, target.fixed = number;
            break; // a second target is an unknown member
        }
        if (value->is(Kind::object) && value->size() == 0)
            object.error("field.missing", "相手がありません", "there is no target here");
    }
    object.finish();
    return target;
}

EffectList read_effects(Draft& draft, ObjectReader& in, std::string_view key, bool required)
{
    auto& effects = draft.scenario.effects;
    EffectList list{static_cast<std::uint32_t>(effects.size()), 0};
    for (ObjectReader& row : required ? in.required_objects(key, {1, 32}) : in.optional_objects(key, {0, 32}))
        effects.push_back(read_effect(draft, row));
    list.end = static_cast<std::uint32_t>(effects.size());
    return list;
}

} // namespace sonae::pack
