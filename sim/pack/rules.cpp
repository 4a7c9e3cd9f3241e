#include "pack/rules.hpp"

#include "pack/rules_parts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sonae::pack {
namespace {

using namespace engine;
using namespace read;

constexpr std::size_t kMostEffects = 4096;

// Conditions that seal() will watch.
void check_conditions(const WholePack& whole)
{
    const Scenario& sc = whole.draft.scenario;
    std::size_t count = 0, clocked = 0;
    const auto watch = [&](const Expression& when) { ++count, clocked += when.clocked; };
    const auto listen = [&](const Trigger& trigger) {
        if (!trigger.never && trigger.on == Occurrence::none) watch(trigger.when);
    };
    for (const Technique& technique : sc.playbook.techniques) watch(technique.when);
    for (const Inject& inject : sc.injects) listen(inject.trigger);
    for (const Decision& decision : sc.decisions) listen(decision.trigger);
    for (const Rule& rule : sc.rules) listen(rule.trigger);
    if (!sc.finish.always()) watch(sc.finish);
    const auto limit = [&](std::size_t most, std::size_t found, std::string ja, std::string en) {
        if (found > most)
            error(whole.draft.told, whole.pack, "limit.too_many",
                  fmt::format("{}は、パック全体で{}個までです（いまは{}個）", ja, most, found),
                  fmt::format("a pack may hold at most {} {}, found {}", most, en, found));
    };
    limit(kMaxConditions, count, "when による始まり", "conditions that begin something");
    limit(kMaxClocked, clocked, "時刻や経過時間を見る when", "such conditions that watch the clock");
    limit(kMostEffects, sc.effects.size(), "効果", "effects");
}

void check_decision(const WholePack& whole, const Decision& decision, const ObjectReader& row)
{
    const Value options = row.value().find("options");
    if (decision.options.size() < 2 || decision.options.size() > kMaxOptions) return; // told when it was opened
    bool always_one = false; // by what is written: a faulty condition was told of already
    for (const Value& option : options) always_one = always_one || !option.find("when").exists();
    if (!always_one)
        error(whole.draft.told, options, "decision.no_way_out", "いつでも選べる選択肢がありません",
              "no option can always be chosen")
            .hint("少なくとも一つの選択肢から when を外してください", "leave \"when\" out of at least one option");
}

void check_endings(const WholePack& whole)
{
    const auto& rows = whole.story.endings;
    if (rows.empty()) {
        error(whole.draft.told, whole.pack, "ending.no_default", "結末（endings）が一つもありません",
              "there are no endings");
        return;
    }
    if (rows.back().value().find("when").exists())
        error(whole.draft.told, rows.back().value(), "ending.no_default",
              "最後の結末には when を書けません。どの条件にも当たらないときの結末です",
              "the last ending has no \"when\": it is for everything else");
    for (std::size_t e = 0; e + 1 < rows.size(); ++e)
        if (!rows[e].value().find("when").exists())
            error(whole.draft.told, rows[e + 1].value(), "story.unreachable",
                  "前の結末に条件がないので、この結末にはなりません",
                  "the ending before has no condition, so this one never comes");
}

// Whether anybody could do an action that ties people up.
void check_crew(const WholePack& whole, const Action& action, const ObjectReader& row)
{
    const Company& company = whole.draft.scenario.company;
    if (action.skill == 0) return;
    const auto able = [&](const auto& someone) { return (someone.skills & action.skill) != 0; };
    if (std::count_if(company.people.begin(), company.people.end(), able) >= action.people) return;
    if (action.by_contact && std::any_of(company.contacts.begin(), company.contacts.end(), able)) return;
    error(whole.draft.told, row.value().find("skill"), "action.no_one",
          fmt::format("会社「{}」には、この技能のある人が足りません（{}人要ります）", company.id, action.people),
          fmt::format("the company '{}' has too few people with this skill ({} needed)", company.id, action.people));
}

// What nothing reads can move nothing, whatever its author says.
void check_output(const WholePack& whole, std::size_t output, const ObjectReader& row)
{
    const Scenario& sc = whole.draft.scenario;
    if (!sc.outputs[output].moves) return;
    if (std::any_of(sc.code.begin(), sc.code.end(),
                    [&](const Instruction& in) { return in.op == Op::output && in.a == output; }))
        return;
    const std::string& id = sc.outputs[output].id;
    error(whole.draft.told, row.value().find("moves"), "output.unread",
          fmt::format("成果「{}」を読む式がないので、何も動かせません", id),
          fmt::format("nothing reads the output '{}', so it moves nothing", id))
        .hint(fmt::format("手口・対応行動・規則のどれかで prep.{} を使ってください", id),
              fmt::format("use prep.{} in a technique, an action or a rule", id));
}

void check_playbook(const WholePack& whole)
{
    const auto& techniques = whole.draft.scenario.playbook.techniques;
    if (!whole.playbook.exists() || techniques.empty()) return;
    if (std::none_of(techniques.begin(), techniques.end(),
                     [](const Technique& t) { return t.kind == TechniqueKind::access; }))
        error(whole.draft.told, whole.playbook.find("techniques"), "playbook.no_access",
              "最初の侵入（kind: access）の手口がありません", "no technique gets the attacker in (kind: access)");
}

} // namespace

void check_rules(const WholePack& whole)
{
    const Scenario& sc = whole.draft.scenario;
    check_conditions(whole);
    check_playbook(whole);
    for (std::size_t d = 0; d < sc.decisions.size(); ++d)
        check_decision(whole, sc.decisions[d], whole.story.decisions[d]);
    for (std::size_t a = 0; a < sc.actions.size(); ++a) check_crew(whole, sc.actions[a], whole.story.actions[a]);
    for (std::size_t o = 0; o < sc.outputs.size(); ++o) check_output(whole, o, whole.story.outputs[o]);
    check_endings(whole);
    // Chains are only worth following when every link of them could be read.
    if (!whole.draft.told.empty()) return;
    check_reach(whole);
    check_zero_delay(whole);
}

} // namespace sonae::pack
