// A running drill, from outside: begin it, let time pass, answer, act. One step function serves the played drill (with
// a Recorder) and the rollout (with NoSink); nothing allocates while a drill advances.
#pragma once

#include "engine/state.hpp"

#include <optional>
#include <span>

namespace sonae::engine {

enum class Pause : std::uint8_t { reached, decision, ended };

// The world before the scenario's start, as yet without luck: many drills may begin from one. `outputs` are the values
// carried in, by OutputId; missing ones are "as the company stands".
State prepare(const Scenario& scenario, std::span<const std::int64_t> outputs);

// The world at the scenario's start.
template <class Sink>
State begin_prepared(const Scenario& scenario, const State& prepared, Luck luck, Sink& tell);
template <class Sink>
State begin(const Scenario& scenario, Luck luck, std::span<const std::int64_t> outputs, Sink& tell);

// Lets situation time pass up to `to` (seconds since the start), at most to the next decision that waits for an answer
// or to the end. Everything that falls due in one instant happens before it stops.
template <class Sink>
Pause advance(const Scenario& scenario, State& state, std::int32_t to, Sink& tell);

// What somebody who plays waits for, to be left alone until then.
struct Watch {
    bool always = false;   // anything at all, or …
    Topics topics = 0;     // that something of these changes, or …
    std::int32_t from = 0; // … that this moment comes
    Seq seen = 0;          // State::seq when it was asked last, or acted upon: without a new fact it does not stir

    bool stirs(const State& state)
    {
        if (always) return true;
        if (seen == state.seq) return false;
        if (((topics & state.changed) != 0) | (state.now >= from)) return true;
        seen = state.seq;
        return false;
    }
};
// As above, and stops also after the first instant that stirs the watch.
template <class Sink>
Pause advance(const Scenario& scenario, State& state, std::int32_t to, Watch& watch, Sink& tell);

// When the next thing falls due; the present moment when a decision is open or the drill has ended.
std::int32_t next_due_at(const Scenario& scenario, const State& state);

bool has_ended(const State& state);
std::optional<DecisionId> open_decision(const State& state); // the one opened first

bool can_choose(const Scenario& scenario, const State& state, DecisionId decision, std::size_t option);
template <class Sink>
void choose(const Scenario& scenario, State& state, DecisionId decision, std::size_t option, Sink& tell);
// Time may go on; silence happens at the deadline.
template <class Sink>
void let_pass(const Scenario& scenario, State& state, DecisionId decision, Sink& tell);

// Why an action cannot begin, or who would do it and when.
enum class ActionBlock : std::uint8_t { none, ended, condition, limit, running, target, already, nobody, too_many };
struct ActionPlan {
    ActionBlock block = ActionBlock::none;
    std::int32_t begins = 0, ends = 0; // seconds since the start
    std::uint32_t people = 0;          // bit a person
    std::uint16_t contact = 0xFFFF;
};
ActionPlan plan_action(const Scenario& scenario, const State& state, ActionId action, std::uint16_t target);
template <class Sink>
void start_action(const Scenario& scenario, State& state, ActionId action, std::uint16_t target, Sink& tell);
// As above, by the plan that was just made of it.
template <class Sink>
void start_action(const Scenario& scenario, State& state, ActionId action, std::uint16_t target, const ActionPlan& plan,
                  Sink& tell);
// Calls off an action that has not ended: its people are free again, nothing comes of it.
template <class Sink>
bool call_off(const Scenario& scenario, State& state, std::size_t slot, Sink& tell);

// What an order of `action` points at now; `host` is where its occasion happened. Hosts that are already as the action
// would make them are passed over. 0xFFFF when nothing fits.
std::uint16_t aim_at(const Scenario& scenario, const State& state, const Target& target, std::uint16_t host,
                     ActionId action);

std::uint64_t fingerprint(const State& state);

} // namespace sonae::engine
