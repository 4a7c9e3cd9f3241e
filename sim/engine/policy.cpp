#include "engine/policy.hpp"

#include "base/check.hpp"
#include "engine/terms.hpp"

#include <algorithm>
#include <bit>
#include <limits>
#include <utility>

namespace sonae::engine {
namespace {

constexpr std::int32_t kNoClock = std::numeric_limits<std::int32_t>::max();

// What others than the clock must change. It is waited for by its moment: that it woke some condition says nothing.
constexpr Topics but_for_clock(Topics topics) { return topics & ~topic(Topic::clock); }

// Of the moments of these moves, or else `latest`.
std::int32_t earliest(std::uint64_t moves, const std::array<std::int32_t, kMaxMoves>& moments, std::int32_t latest)
{
    for_each_bit(moves, [&](std::size_t m) { latest = std::min(latest, moments[m]); });
    return latest;
}

std::uint16_t any_target(const Scenario& sc, const State& s, const Action& action, Draw draw)
{
    if (action.fixed != 0xFFFF) return action.fixed;
    const Company& co = sc.company;
    switch (action.takes) {
    case TargetKind::host:
        return s.latest_alert != 0xFFFF
                   ? s.latest_alert
                   : static_cast<std::uint16_t>(draw.below(static_cast<std::uint32_t>(co.hosts.size())));
    case TargetKind::zone: return static_cast<std::uint16_t>(draw.below(static_cast<std::uint32_t>(co.zones.size())));
    case TargetKind::process:
        return static_cast<std::uint16_t>(draw.below(static_cast<std::uint32_t>(co.processes.size())));
    case TargetKind::contact:
        return static_cast<std::uint16_t>(draw.below(static_cast<std::uint32_t>(co.contacts.size())));
    case TargetKind::none: break;
    }
    return 0xFFFF;
}

} // namespace

PolicyPlayer::PolicyPlayer(const Scenario& scenario, std::size_t policy)
    : scenario_(&scenario), policy_(&scenario.policies[policy]), next_(static_cast<std::int32_t>(scenario.horizon))
{
    EXPECTS(policy_->moves.size() <= kMaxMoves);
    watch_.always = policy_->random_actions > 0;
    watch_.from = kNoClock;
    from_.fill(kNoClock);
    for (std::size_t m = 0; m < policy_->moves.size(); ++m) {
        leave(m, kNotYet);
        wait(m, topics_[m], 0); // whether it holds is still to be seen
    }
}

PolicyPlayer::PolicyPlayer(const Scenario& scenario, std::size_t policy, const State& s)
    : PolicyPlayer(scenario, policy)
{
    for (std::size_t m = 0; m < policy_->moves.size(); ++m)
        if (const Foreseen seen = foresee(*scenario_, s, policy_->moves[m].when); !seen.value) refuse(m, seen, s.now);
}

std::int32_t PolicyPlayer::next_at() const { return next_; }

// Has the move wait for a change of these, or for the moment.
void PolicyPlayer::wait(std::size_t m, Topics topics, std::int32_t from)
{
    const std::uint64_t bit = std::uint64_t{1} << m;
    for_each_bit(topics_[m] ^ topics, [&](std::size_t turned) {
        waiting_[turned] ^= bit;
        const Topics one = Topics{1} << turned;
        watch_.topics = (watch_.topics & ~one) | (one & all_if(waiting_[turned] != 0));
    });
    topics_[m] = topics;
    const std::int32_t before = std::exchange(from_[m], from);
    clocked_ = from == kNoClock ? clocked_ & ~bit : clocked_ | bit;
    if (from <= watch_.from)
        watch_.from = from;
    else if (before == watch_.from)
        watch_.from = earliest(clocked_, from_, kNoClock);
}

// Notes when the move is due, or leaves it to the next occasion.
void PolicyPlayer::leave(std::size_t m, std::int32_t due)
{
    const PolicyMove& move = policy_->moves[m];
    const bool asleep = due != kNotYet || times_[m] >= move.times;
    const bool clocked = (move.when.reads & topic(Topic::clock)) != 0;
    wait(m, asleep ? 0 : but_for_clock(move.when.reads), asleep || !clocked ? kNoClock : 0);
    due_[m] = due;
    const std::uint64_t bit = std::uint64_t{1} << m;
    planned_ = due == kNotYet ? planned_ & ~bit : planned_ | bit;
    refused_ &= ~bit;
}

void PolicyPlayer::plan(std::size_t m, std::int32_t due)
{
    const auto horizon = static_cast<std::int32_t>(scenario_->horizon);
    leave(m, due);
    next_ = due == kNotYet ? earliest(planned_, due_, horizon) : std::min(next_, due);
}

std::optional<Intent> PolicyPlayer::act(const State& s)
{
    if (s.ended) return std::nullopt;
    if (s.open_decisions) return answer(s, *open_decision(s));
    if (watch_.seen != s.seq) make_up_mind(s);
    for (std::uint64_t left = planned_; next_ <= s.now && left; left &= left - 1) {
        const auto m = static_cast<std::size_t>(std::countr_zero(left));
        if (due_[m] > s.now) continue;
        const PolicyMove& move = policy_->moves[m];
        const std::uint16_t target = aim_at(*scenario_, s, move.target, s.latest_host, ActionId{move.action});
        const ActionPlan planned = plan_action(*scenario_, s, ActionId{move.action}, target);
        const bool possible = planned.block == ActionBlock::none;
        times_[m] += possible;
        plan(m, kNotYet);
        if (possible)
            return Intent{
                .kind = Intent::Kind::act, .action = ActionId{move.action}, .target = target, .plan = planned};
    }
    if (policy_->random_actions > 0) return try_anything(s);
    return std::nullopt;
}

void PolicyPlayer::make_up_mind(const State& s)
{
    watch_.seen = s.seq;
    std::uint64_t stirred = 0; // bit a move
    for_each_bit(watch_.topics & s.changed, [&](std::size_t changed) { stirred |= waiting_[changed]; });
    if (s.now >= watch_.from)
        for_each_bit(clocked_, [&](std::size_t m) { stirred |= all_if(s.now >= from_[m]) & std::uint64_t{1} << m; });
    for_each_bit(stirred, [&](std::size_t m) {
        if (concerns(s, m)) look_at(m, s);
    });
}

// Whether what stirred the move is more than something on hosts that it does not ask for.
bool PolicyPlayer::concerns(const State& s, std::size_t m) const
{
    if (s.now >= from_[m] || !(refused_ >> m & 1u) || (topics_[m] & s.changed & ~kHostTopics)) return true;
    return policy_->moves[m].hosts.meets(s.changed_hosts, scenario_->words);
}

// Has the move, whose condition does not hold, wait for what may turn it over.
void PolicyPlayer::refuse(std::size_t m, const Foreseen& seen, std::int32_t now)
{
    const std::int64_t from = seen.turn ? now + seen.turn : kNoClock;
    wait(m, but_for_clock(seen.reads), static_cast<std::int32_t>(std::min<std::int64_t>(from, kNoClock)));
    refused_ |= std::uint64_t{1} << m;
}

// Plans the move when its condition holds; else notes what it waits for.
void PolicyPlayer::look_at(std::size_t m, const State& s)
{
    const PolicyMove& move = policy_->moves[m];
    if (s.action_count[move.action] >= move.limit) { // it can never be done again
        times_[m] = move.times;
        return leave(m, kNotYet);
    }
    const Foreseen seen = foresee(*scenario_, s, move.when);
    if (!seen.value) return refuse(m, seen, s.now);
    const auto key = static_cast<std::uint32_t>(0x4000 | m);
    const bool taken = draw(s.world, Stream::policy, key, times_[m]).chance(move.chance);
    times_[m] += !taken; // lets this occasion go by
    plan(m, taken ? s.now + draw_delay(s.world, move.after, Stream::policy, key | 0x8000u, times_[m]) : kNotYet);
}

std::optional<Intent> PolicyPlayer::try_anything(const State& s)
{
    if (!(s.changed & scenario_->topics.of_all(Topic::injects))) return std::nullopt;
    const auto delivered = static_cast<std::uint32_t>(
        std::count_if(s.injects.begin(), s.injects.end(), [](const InjectState& i) { return i.delivered != kNotYet; }));
    if (delivered <= messages_) return std::nullopt;
    messages_ = delivered;
    if (!draw(s.world, Stream::policy, 0x2000, delivered).chance(policy_->random_actions)) return std::nullopt;
    const Draw which = draw(s.world, Stream::policy, 0x2001, delivered);
    const ActionId action{which.below(static_cast<std::uint32_t>(scenario_->actions.size()))};
    const std::uint16_t target =
        any_target(*scenario_, s, scenario_->actions[action.index()], draw(s.world, Stream::policy, 0x2002, delivered));
    const ActionPlan planned = plan_action(*scenario_, s, action, target);
    if (planned.block != ActionBlock::none) return std::nullopt;
    return Intent{.kind = Intent::Kind::act, .action = action, .target = target, .plan = planned};
}

std::optional<Intent> PolicyPlayer::answer(const State& s, DecisionId decision) const
{
    const Intent pass{.kind = Intent::Kind::let_pass, .decision = decision};
    const auto pick = [&](std::size_t option) {
        return Intent{.kind = Intent::Kind::choose, .decision = decision, .option = static_cast<std::uint8_t>(option)};
    };
    const Draw luck = draw(s.world, Stream::policy, decision.value);
    if (policy_->kind == PolicyKind::silent) return pass;
    if (policy_->kind == PolicyKind::random) {
        std::array<std::size_t, kMaxOptions> open{};
        std::uint32_t count = 0;
        for (std::size_t o = 0; o < scenario_->decisions[decision.index()].options.size(); ++o)
            if (can_choose(*scenario_, s, decision, o)) open[count++] = o;
        return count ? pick(open[luck.below(count)]) : pass;
    }
    const auto possible = [&](const PolicyChoice& choice) {
        return can_choose(*scenario_, s, decision, choice.option) && holds(*scenario_, s, choice.when);
    };
    const auto& choices = policy_->choices[decision.index()];
    if (policy_->kind == PolicyKind::ordered) {
        const auto first = std::find_if(choices.begin(), choices.end(), possible);
        return first == choices.end() ? pass : pick(first->option);
    }
    EXPECTS(choices.size() <= kMaxChoices);
    std::array<std::int32_t, kMaxChoices> weights;
    std::int32_t sum = 0;
    for (std::size_t c = 0; c < choices.size(); ++c) sum += weights[c] = possible(choices[c]) ? choices[c].weight : 0;
    if (sum <= 0) return pass;
    auto left = static_cast<std::int32_t>(luck.below(static_cast<std::uint32_t>(sum)));
    std::size_t chosen = 0;
    while (left >= weights[chosen]) left -= weights[chosen++];
    return pick(choices[chosen].option);
}

template <class Sink>
void apply(const Scenario& scenario, State& state, const Intent& intent, Sink& tell)
{
    switch (intent.kind) {
    case Intent::Kind::choose: return choose(scenario, state, intent.decision, intent.option, tell);
    case Intent::Kind::let_pass: return let_pass(scenario, state, intent.decision, tell);
    case Intent::Kind::act: return start_action(scenario, state, intent.action, intent.target, intent.plan, tell);
    }
}
template void apply(const Scenario&, State&, const Intent&, NoSink&);
template void apply(const Scenario&, State&, const Intent&, Recorder&);

} // namespace sonae::engine
