#include "live/pacing.hpp"

#include <algorithm>

namespace sonae::live {

// Situation seconds since the clock was set, paused or sped up.
std::int64_t Pacing::passed(std::int64_t now_ms) const { return running_ ? (now_ms - since_ms_) * speed_ / 1000 : 0; }

void Pacing::run(std::int64_t now_ms)
{
    if (running_) return;
    running_ = true;
    since_ms_ = now_ms;
}

void Pacing::pause(std::int64_t now_ms)
{
    if (!running_) return;
    from_ += passed(now_ms);
    running_ = false;
}

void Pacing::set_speed(int speed, std::int64_t now_ms)
{
    from_ += passed(now_ms);
    since_ms_ = now_ms;
    speed_ = speed;
}

// A machine that slept for days must not let the clock run past what is due: what is overdue happens, then time goes
// on.
std::int32_t Pacing::shown(const engine::Scenario& scenario, const engine::State& state, std::int64_t now_ms) const
{
    const std::int32_t limit = engine::next_due_at(scenario, state);
    const std::int64_t at = std::max<std::int64_t>(from_, state.now) + std::max<std::int64_t>(passed(now_ms), 0);
    return static_cast<std::int32_t>(std::clamp<std::int64_t>(at, state.now, std::max(limit, state.now)));
}

std::optional<std::int32_t> Pacing::due(const engine::Scenario& scenario, const engine::State& state,
                                        std::int64_t now_ms)
{
    if (!running_ || engine::has_ended(state) || engine::open_decision(state)) return std::nullopt;
    const std::int32_t next = engine::next_due_at(scenario, state);
    if (shown(scenario, state, now_ms) < next) return std::nullopt;
    return next;
}

void Pacing::settle(const engine::State& state, std::int64_t now_ms)
{
    from_ = std::max(state.now, 0);
    since_ms_ = now_ms;
}

std::optional<std::int64_t> Pacing::wait_ms(const engine::Scenario& scenario, const engine::State& state,
                                            std::int64_t now_ms) const
{
    if (!running_ || engine::has_ended(state) || engine::open_decision(state)) return std::nullopt;
    const std::int64_t left = engine::next_due_at(scenario, state) - shown(scenario, state, now_ms);
    return std::max<std::int64_t>(0, left * 1000 / speed_);
}

} // namespace sonae::live
