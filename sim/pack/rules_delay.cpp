// Beats that bring each other about again and again without a moment passing. A decision waits for people, so a chain
// ends there.
#include "pack/rules_parts.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sonae::pack {
namespace {

using namespace engine;
using namespace read;

// Rules first, then injects.
class ZeroDelayGraph {
  public:
    explicit ZeroDelayGraph(const Scenario& scenario)
        : sc_(scenario), all_(scenario, true), next_(scenario.rules.size() + scenario.injects.size())
    {
        for (std::size_t r = 0; r < sc_.rules.size(); ++r) add_effects(r, sc_.rules[r].effects);
        for (std::size_t i = 0; i < sc_.injects.size(); ++i)
            add_watchers(sc_.rules.size() + i,
                         [i](const Instruction& in) { return in.op == Op::inject_delivered && in.a == i; });
    }

    // Nodes of a circle, in order; empty when there is none.
    std::vector<std::size_t> circle()
    {
        seen_.assign(next_.size(), 0);
        for (std::size_t n = 0; n < next_.size() && circle_.empty(); ++n)
            if (seen_[n] == 0) visit(n);
        return circle_;
    }

  private:
    static bool at_once(const Delay& delay) { return delay.quantile.front() == 0; }
    const Trigger& trigger(std::size_t node) const
    {
        return node < sc_.rules.size() ? sc_.rules[node].trigger : sc_.injects[node - sc_.rules.size()].trigger;
    }

    // Edges to what may begin at once because of something that `concerns` picks out in its condition.
    template <class Concerns>
    void add_watchers(std::size_t from, Concerns concerns)
    {
        for (std::size_t n = 0; n < next_.size(); ++n) {
            const Trigger& t = trigger(n);
            if (t.never || t.on != Occurrence::none || !at_once(t.after)) continue;
            const auto begin = sc_.code.begin();
            if (std::any_of(begin + t.when.begin, begin + t.when.end, concerns)) next_[from].push_back(n);
        }
    }
    void add_flag(std::size_t from, std::size_t flag, bool set)
    {
        for (std::size_t n = 0; n < next_.size(); ++n) {
            const Trigger& t = trigger(n);
            if (t.never || t.on != Occurrence::none || !at_once(t.after)) continue;
            if (range_of(sc_, t.when, all_, {flag, !set}).can_be_false() &&
                range_of(sc_, t.when, all_, {flag, set}).can_be_true() && mentions(t.when, flag))
                next_[from].push_back(n);
        }
    }
    bool mentions(const Expression& when, std::size_t flag) const
    {
        return std::any_of(sc_.code.begin() + when.begin, sc_.code.begin() + when.end,
                           [&](const Instruction& in) { return in.op == Op::flag && in.a == flag; });
    }
    void add_ordered(std::size_t from, std::size_t action)
    {
        if (!at_once(sc_.actions[action].duration)) return;
        for (std::size_t n = 0; n < next_.size(); ++n) {
            const Trigger& t = trigger(n);
            const bool hears = t.on == Occurrence::action_done && (t.subject == Trigger::kAny || t.subject == action);
            if (hears && at_once(t.after)) next_[from].push_back(n);
        }
    }
    void add_effects(std::size_t rule, const EffectList& effects)
    {
        for (std::uint32_t e = effects.begin; e < effects.end; ++e) {
            const Effect& effect = sc_.effects[e];
            if (!at_once(effect.after)) continue;
            switch (effect.kind) {
            case EffectKind::set_flag: add_flag(rule, effect.subject, true); break;
            case EffectKind::clear_flag: add_flag(rule, effect.subject, false); break;
            case EffectKind::deliver:
                if (at_once(sc_.injects[effect.subject].trigger.after))
                    next_[rule].push_back(sc_.rules.size() + effect.subject);
                break;
            case EffectKind::order: add_ordered(rule, effect.subject); break;
            case EffectKind::ask: break;
            }
        }
    }
    // Depth first; at most 224 nodes, so the recursion is bounded.
    void visit(std::size_t node)
    {
        seen_[node] = 1;
        path_.push_back(node);
        for (const std::size_t next : next_[node]) {
            if (!circle_.empty()) return;
            if (seen_[next] == 0)
                visit(next);
            else if (seen_[next] == 1)
                circle_.assign(std::find(path_.begin(), path_.end(), next), path_.end());
        }
        seen_[node] = 2;
        path_.pop_back();
    }

    const Scenario& sc_;
    Possible all_;
    std::vector<std::vector<std::size_t>> next_;
    std::vector<int> seen_;
    std::vector<std::size_t> path_, circle_;
};

} // namespace

void check_zero_delay(const WholePack& whole)
{
    const Scenario& sc = whole.draft.scenario;
    const std::vector<std::size_t> circle = ZeroDelayGraph(sc).circle();
    if (circle.empty()) return;
    const auto name = [&](std::size_t n) {
        return n < sc.rules.size() ? sc.rules[n].id : sc.injects[n - sc.rules.size()].id;
    };
    std::string names;
    for (const std::size_t node : circle) names += name(node) + " → ";
    names += name(circle.front());
    const std::size_t first = circle.front();
    const ObjectReader& row =
        first < sc.rules.size() ? whole.story.rules[first] : whole.story.injects[first - sc.rules.size()];
    error(whole.draft.told, row.value(), "story.zero_delay_cycle",
          fmt::format("時間がたたないまま、同じことがくり返されます（{}）", names),
          fmt::format("this goes round and round without a moment passing ({})", names))
        .hint("どこかに \"after\": \"5m\" のような間を入れてください",
              "let some time pass on the way, such as \"after\": \"5m\"");
}

} // namespace sonae::pack
