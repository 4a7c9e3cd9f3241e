#include "report/preparation.hpp"

#include "base/people_text.hpp"
#include "report/partial.hpp"
#include "report/words.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace sonae::report {
namespace {

namespace prep_words {

constexpr Word waits{"{}を始めるまでの待ち{}", "Waiting before {}{}"};
constexpr Word by_day{"(営業時間中)", " (in working hours)"}, by_night{"(夜と休みの日)", " (nights and days off)"};
constexpr Word at_most{"最大{}", "up to {}"}, none{"なし", "none"};
constexpr Word takes{"{}にかかる時間(ふつう)", "Time for {} (usual)"};
constexpr Word succeeds{"攻撃者の{}が、一度でうまくいく見込み", "Chance that the attacker's {} succeeds at one try"};
constexpr Word attacker_takes{"攻撃者の{}にかかる時間(ふつう)", "Time of the attacker's {} (usual)"};
constexpr Word attacker_may{"攻撃者が{}を試みるか", "Does the attacker try {}?"};
constexpr Word can_do{"{}を行えるか", "Can {} be done?"};
constexpr Word can_choose{"{}を選べるか", "Can {} be chosen?"};
constexpr Word asked{"{}が問われるか", "Is {} asked?"};
constexpr Word news{"{}という知らせが来るか", "Does the news {} come?"};
constexpr Word done_before{"{}が前もって済んでいるか", "Is {} done beforehand?"};
constexpr Word comes_back{"バックアップから1台が戻る見込み", "Chance that a machine comes back from the backup"};
constexpr Word never{"いいえ", "no"}, depends{"場合による", "it depends"}, always{"はい", "yes"};

} // namespace prep_words

constexpr std::size_t kMedian = 4; // of the nine quantiles

struct Worlds { // that differ in one output alone
    const engine::Scenario& sc;
    std::vector<std::int64_t> before, after;
    std::size_t output = 0;
    Language language = Language::ja;

    Truth truth(const engine::Expression& when, const std::vector<std::int64_t>& values,
                std::optional<bool> working = {}) const
    {
        return truth_of(sc, when, {values, working});
    }
    bool moves(const engine::Expression& when, std::optional<bool> working = {}) const
    {
        return reads_output(sc, when, output) && truth(when, before, working) != truth(when, after, working);
    }
    std::string quoted(const Localized& name) const
    {
        return language == Language::ja ? "「" + name.in(language) + "」" : "“" + name.in(language) + "”";
    }
};

// Things that change from the same to the same are told together.
class ChangeList {
  public:
    explicit ChangeList(Language language) : language_(language) {}

    void add(const Word& what, const std::string& name, const std::string& before, const std::string& after,
             const char* when = "")
    {
        const auto same = [&](const Group& g) {
            return g.what == &what && g.when == when && g.before == before && g.after == after;
        };
        const auto at = std::find_if(groups_.begin(), groups_.end(), same);
        if (at == groups_.end()) return groups_.push_back({&what, when, name, before, after});
        if (at->names.find(name) == std::string::npos) at->names += (language_ == Language::ja ? "" : ", ") + name;
    }
    std::vector<PreparationChange> take() const
    {
        std::vector<PreparationChange> changes;
        for (const Group& g : groups_)
            changes.push_back({said(*g.what, language_, g.names, g.when), g.before, g.after});
        return changes;
    }

  private:
    struct Group {
        const Word* what;
        std::string_view when;
        std::string names, before, after;
    };
    Language language_;
    std::vector<Group> groups_;
};

// --- waiting until somebody may decide

struct Wait {
    Seconds before = 0, after = 0;
    bool sure = true; // otherwise something that happens may spare it
    bool operator==(const Wait&) const = default;
    bool moved() const { return before != after; }
};

Wait wait_of(const Worlds& w, const engine::Action& action, bool working)
{
    Wait wait;
    for (const engine::Adder& adder : action.waits) {
        if (!w.moves(adder.when, working)) continue;
        const Truth before = w.truth(adder.when, w.before, working), after = w.truth(adder.when, w.after, working);
        if (before != Truth::never) wait.before += adder.add;
        if (after != Truth::never) wait.after += adder.add;
        wait.sure &= before != Truth::depends && after != Truth::depends;
    }
    return wait;
}

std::string wait_words(Seconds wait, bool sure, Language language)
{
    if (wait == 0) return prep_words::none.in(language);
    const std::string time = duration_text(wait, language);
    return sure ? time : said(prep_words::at_most, language, time);
}

void add_waits(const Worlds& w, const engine::Action& action, ChangeList& changes)
{
    const Wait day = wait_of(w, action, true), night = wait_of(w, action, false);
    const auto add = [&](const Wait& wait, const char* when) {
        if (wait.moved())
            changes.add(prep_words::waits, w.quoted(action.name), wait_words(wait.before, wait.sure, w.language),
                        wait_words(wait.after, wait.sure, w.language), when);
    };
    if (day == night) return add(day, "");
    add(day, prep_words::by_day.in(w.language));
    add(night, prep_words::by_night.in(w.language));
}

// --- factors

// What the factors that the output moves make of a value, in the world before or after.
std::int64_t scaled(const Worlds& w, std::int64_t value, const std::vector<engine::Factor>& factors,
                    const std::vector<std::int64_t>& world)
{
    for (const engine::Factor& factor : factors) {
        const Truth truth = w.truth(factor.when, world);
        const bool counts = w.moves(factor.when) ? truth != Truth::never : truth == Truth::always;
        if (counts) value = value * factor.permille / 1000;
    }
    return value;
}

bool any_moves(const Worlds& w, const std::vector<engine::Factor>& factors)
{
    return std::any_of(factors.begin(), factors.end(), [&](const engine::Factor& f) { return w.moves(f.when); });
}

std::string usual(const Worlds& w, const engine::Delay& delay, const std::vector<engine::Factor>& factors,
                  const std::vector<std::int64_t>& world)
{
    const Seconds time = scaled(w, delay.quantile[kMedian], factors, world);
    return duration_text(time >= kMinute ? (time + kMinute / 2) / kMinute * kMinute : time, w.language);
}

void add_durations(const Worlds& w, const Word& what, const Localized& name, const engine::Delay& delay,
                   const std::vector<engine::Factor>& factors, ChangeList& changes)
{
    if (delay.quantile[kMedian] == 0 || !any_moves(w, factors)) return;
    changes.add(what, w.quoted(name), usual(w, delay, factors, w.before), usual(w, delay, factors, w.after));
}

void add_chance(const Worlds& w, const engine::Technique& technique, ChangeList& changes)
{
    if (!any_moves(w, technique.chance_factors)) return;
    const auto chance = [&](const std::vector<std::int64_t>& world) {
        return permille_text(scaled(w, technique.chance, technique.chance_factors, world));
    };
    changes.add(prep_words::succeeds, w.quoted(technique.name), chance(w.before), chance(w.after));
}

// --- what becomes possible

const char* truth_words(Truth truth, Language language)
{
    return (truth == Truth::never    ? prep_words::never
            : truth == Truth::always ? prep_words::always
                                     : prep_words::depends)
        .in(language);
}

void add_truth(const Worlds& w, const Word& what, const std::string& name, const engine::Expression& when,
               ChangeList& changes)
{
    if (!w.moves(when)) return;
    changes.add(what, name, truth_words(w.truth(when, w.before), w.language),
                truth_words(w.truth(when, w.after), w.language));
}

std::string title_of(const Worlds& w, const engine::Inject& inject)
{
    const engine::Template& title = inject.card.title;
    std::string words;
    for (const engine::TextPiece& piece : w.language == Language::en && !title.en.empty() ? title.en : title.ja)
        words += piece.hole == engine::Hole::none ? piece.text : "…";
    return w.quoted({words, words});
}

// A rule acts by its effects: what it has people do, and what that means for the backup.
void add_rule(const Worlds& w, const engine::Rule& rule, ChangeList& changes)
{
    if (!w.moves(rule.trigger.when)) return;
    for (std::uint32_t e = rule.effects.begin; e < rule.effects.end; ++e) {
        const engine::Effect& effect = w.sc.effects[e];
        if (effect.kind != engine::EffectKind::order) continue;
        const engine::Action& action = w.sc.actions[effect.subject];
        add_truth(w, prep_words::done_before, w.quoted(action.name), rule.trigger.when, changes);
        if (action.kind != engine::ActionKind::detach_backup) continue;
        const engine::Backup& backup = w.sc.company.backup;
        const auto chance = [&](const std::vector<std::int64_t>& world) {
            const bool apart = w.truth(rule.trigger.when, world) != Truth::never;
            return permille_text(apart ? backup.offline_success : backup.online_success);
        };
        changes.add(prep_words::comes_back, "", chance(w.before), chance(w.after));
    }
}

void add_decision(const Worlds& w, const engine::Decision& decision, ChangeList& changes)
{
    add_truth(w, prep_words::asked, w.quoted(decision.title), decision.trigger.when, changes);
    for (const engine::Option& option : decision.options)
        add_truth(w, prep_words::can_choose, w.quoted(decision.title) + w.quoted(option.text), option.when, changes);
}

std::vector<PreparationChange> changes_between(const Worlds& w)
{
    ChangeList changes(w.language);
    for (const engine::Action& action : w.sc.actions) add_waits(w, action, changes);
    for (const engine::Action& action : w.sc.actions)
        add_durations(w, prep_words::takes, action.name, action.duration, action.time_factors, changes);
    for (const engine::Technique& technique : w.sc.playbook.techniques) add_chance(w, technique, changes);
    for (const engine::Technique& technique : w.sc.playbook.techniques)
        add_durations(w, prep_words::attacker_takes, technique.name, technique.duration, technique.time_factors,
                      changes);
    for (const engine::Technique& technique : w.sc.playbook.techniques)
        add_truth(w, prep_words::attacker_may, w.quoted(technique.name), technique.when, changes);
    for (const engine::Rule& rule : w.sc.rules) add_rule(w, rule, changes);
    for (const engine::Action& action : w.sc.actions)
        add_truth(w, prep_words::can_do, w.quoted(action.name), action.when, changes);
    for (const engine::Inject& inject : w.sc.injects)
        add_truth(w, prep_words::news, title_of(w, inject), inject.trigger.when, changes);
    for (const engine::Decision& decision : w.sc.decisions) add_decision(w, decision, changes);
    return changes.take();
}

} // namespace

// Beside the table's other values first. Where one of them alone would do (`a or b`) neither changes anything there:
// then beside the company's.
std::vector<PreparationChange> changes_by(const engine::Scenario& sc, std::span<const std::int64_t> values,
                                          std::size_t output, Language language)
{
    const std::int64_t as_company = sc.outputs[output].as_company;
    if (values[output] == as_company) return {};
    Worlds beside{sc, {values.begin(), values.end()}, {values.begin(), values.end()}, output, language};
    beside.before[output] = as_company;
    if (auto changes = changes_between(beside); !changes.empty()) return changes;
    Worlds alone{sc, {}, {}, output, language};
    for (const engine::Output& other : sc.outputs) alone.before.push_back(other.as_company);
    alone.after = alone.before;
    alone.after[output] = values[output];
    return changes_between(alone);
}

} // namespace sonae::report
