// How a simulated table answers.
#include "engine/policy.hpp"
#include "pack/rows.hpp"
#include "pack/story_parts.hpp"

#include "base/text.hpp"
#include "read/expectation.hpp"

#include <fmt/format.h>

namespace sonae::pack {
namespace {

using namespace engine;
using namespace read;

constexpr Choice<PolicyKind> kPolicyKinds[] = {{"silent", PolicyKind::silent},
                                               {"random", PolicyKind::random},
                                               {"ordered", PolicyKind::ordered},
                                               {"weighted", PolicyKind::weighted}};

std::uint8_t read_option(Draft& draft, ObjectReader& in, std::uint16_t decision)
{
    const Slug name = in.required_slug("option");
    if (const auto option = draft.names.find_option(decision, name.text)) return *option;
    if (name.text.empty()) return 0;
    auto told = in.error(name.at, "policy.unknown_option",
                         fmt::format("この意思決定に「{}」という選択肢はありません", name.text),
                         fmt::format("this decision has no option called '{}'", name.text));
    const auto known = draft.names.known_options(decision);
    suggest(told, nearest_name(name.text, known), known);
    return 0;
}

void read_row(Draft& draft, Policy& policy, std::uint16_t decision, const Value& list)
{
    ObjectReader none({}, draft.told);
    if (!list.is(Kind::array)) {
        none.error(list, "field.type", "配列（[ … ]）を書いてください", "expected a list ([ … ])");
        return;
    }
    if (list.size() > kMaxChoices) return tell_too_many(list, kMaxChoices, list.size(), draft.told);
    for (const Value& element : list) {
        ObjectReader in(element, draft.told);
        PolicyChoice choice;
        choice.when = optional_condition(draft, in, "when");
        choice.option = read_option(draft, in, decision);
        if (policy.kind == PolicyKind::weighted) choice.weight = in.required_integer<std::int32_t>("weight", 0, 10'000);
        in.finish();
        policy.choices[decision].push_back(choice);
    }
}

// {"d01": [ … ]}: the keys are decisions.
void read_choices(Draft& draft, ObjectReader& in, Policy& policy)
{
    const auto choices = in.optional_object("choices");
    if (!choices) return;
    for (const Value& member : choices->value()) {
        const std::string name(member.key());
        const auto decision = draft.names.find(NameKind::decision, name);
        if (decision) {
            read_row(draft, policy, *decision, member);
            continue;
        }
        auto told = draft.told.add(member.key_place(), "id.unknown", member.pointer(),
                                   {fmt::format("「{}」という意思決定はありません", shown(name)),
                                    fmt::format("there is no decision called '{}'", shown(name))});
        const auto known = draft.names.known(NameKind::decision);
        if (!draft.told.full()) suggest(told, nearest_name(name, known), known);
    }
}

// A table that answers by an ordered list takes the first option that is always open rather than fall silent by
// oversight.
void add_default(const std::vector<Decision>& decisions, Policy& policy)
{
    for (std::size_t d = 0; d < decisions.size(); ++d)
        for (std::size_t o = 0; o < decisions[d].options.size(); ++o) {
            if (!decisions[d].options[o].when.always()) continue;
            policy.choices[d].push_back({{}, static_cast<std::uint8_t>(o), 0});
            break;
        }
}

PolicyMove read_move(Draft& draft, ObjectReader& in)
{
    PolicyMove move;
    move.when = optional_condition(draft, in, "when");
    if (move.when.reads == 0) move.when.reads = topic(Topic::clock); // a player looks at it at every turn
    move.action = required_name(draft, in, "do", NameKind::action);
    move.target = read_target(draft, in, "target", move.action);
    move.after = optional_delay(in, "after");
    move.chance = in.optional_integer<Permille>("chance", 0, 1000).value_or(1000);
    move.times = in.optional_integer<std::uint8_t>("times", 1, 255).value_or(std::uint8_t{1});
    in.finish();
    return move;
}

} // namespace

Policy read_policy(Draft& draft, ObjectReader& in)
{
    Policy policy;
    policy.id = in.required_slug("id").text;
    policy.name = in.required_text("name", 80);
    policy.kind = in.required_choice("kind", kPolicyKinds);
    policy.choices.resize(draft.names.count(NameKind::decision));
    const bool chooses = policy.kind == PolicyKind::ordered || policy.kind == PolicyKind::weighted;
    if (chooses) read_choices(draft, in, policy);
    if (policy.kind == PolicyKind::ordered) add_default(draft.scenario.decisions, policy);
    if (policy.kind == PolicyKind::random) {
        policy.random_actions = in.optional_integer<Permille>("actions", 0, 1000).value_or(0);
        if (draft.scenario.actions.empty()) policy.random_actions = 0;
    }
    Rows moves = open_rows(in, "moves", kMaxMoves);
    for (ObjectReader& row : moves) policy.moves.push_back(read_move(draft, row));
    in.finish();
    return policy;
}

} // namespace sonae::pack
