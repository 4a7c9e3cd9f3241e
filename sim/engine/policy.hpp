// How a simulated table answers, as its pack wrote it. A player looks at the state and says what it would do; whoever
// holds it posts that as commands (play) or applies it (rollout). It keeps its own memory; the drill's state knows
// nothing of it.
#pragma once

#include "engine/drill.hpp"

namespace sonae::engine {

struct Intent {
    enum class Kind : std::uint8_t { choose, let_pass, act } kind = Kind::let_pass;
    DecisionId decision;
    std::uint8_t option = 0;
    ActionId action;
    std::uint16_t target = 0xFFFF;
    ActionPlan plan; // of the action, as things stood
};

inline constexpr std::size_t kMaxMoves = 64;
inline constexpr std::size_t kMaxChoices = 64; // at one decision, as the pack wrote them

class PolicyPlayer {
  public:
    PolicyPlayer(const Scenario& scenario, std::size_t policy);
    // As above, and takes in how things stand, so that copies that begin from there need not do so each.
    PolicyPlayer(const Scenario& scenario, std::size_t policy, const State& from);

    // Whether `act` may have something to say. When it has not, it need not be asked before more has happened.
    bool stirs(const State& state) { return state.open_decisions || next_ <= state.now || watch_.stirs(state); }
    // What else than its own time makes it stir.
    Watch& watch() { return watch_; }
    // What it does now; ask again after it was done, until nothing comes.
    std::optional<Intent> act(const State& state);
    // When it will move by itself; the horizon when it has nothing in mind.
    std::int32_t next_at() const;

  private:
    std::optional<Intent> answer(const State& state, DecisionId decision) const;
    std::optional<Intent> try_anything(const State& state);
    void make_up_mind(const State& state);
    void wait(std::size_t move, Topics topics, std::int32_t from);
    void leave(std::size_t move, std::int32_t due);
    void plan(std::size_t move, std::int32_t due);
    bool concerns(const State& state, std::size_t move) const;
    void refuse(std::size_t move, const Foreseen& seen, std::int32_t now);
    void look_at(std::size_t move, const State& state);

    const Scenario* scenario_;
    const Policy* policy_;
    // What keeps each move waiting: what must change, the moment from which the clock may have changed it, and once it
    // is planned its own time.
    std::array<Topics, kMaxMoves> topics_{};
    std::array<std::int32_t, kMaxMoves> from_{}, due_{};
    std::array<std::uint8_t, kMaxMoves> times_{};
    std::array<std::uint64_t, 64> waiting_{}; // by topic: bit a move that waits for it
    std::uint64_t clocked_ = 0;               // bit a move that the clock may stir
    std::uint64_t planned_ = 0;               // bit a move that is due at a moment
    std::uint64_t refused_ = 0; // bit a move found not to hold: of hosts, only those that it asks for can change that
    Watch watch_;               // of all moves that wait
    std::int32_t next_;         // the earliest that is due
    std::uint32_t messages_ = 0;
};

// Applies an intent to the state in which it was formed.
template <class Sink>
void apply(const Scenario& scenario, State& state, const Intent& intent, Sink& tell);

} // namespace sonae::engine
