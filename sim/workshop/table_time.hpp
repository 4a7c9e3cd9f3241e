// What a drill asks of a table's hour: characters to read, and stretches of situation time in which nothing arrives.
// Estimates from the pack's own texts and plays, for authors. Room time is the caller's: it knows the clock's speeds.
#pragma once

#include "workshop/survey.hpp"

namespace sonae::workshop {

// Characters a minute that a person takes in who reads silently: an assumption of ours ([設計値]), slow and fast.
inline constexpr std::int64_t kSlowReading = 400, kFastReading = 500;

// Something that a table reads or answers, or the drill's two ends.
struct Beat {
    enum class Kind : std::uint8_t { start, inject, decision, end } kind = Kind::start;
    std::uint16_t index = 0; // of the scenario's injects or decisions
    auto operator<=>(const Beat&) const = default;
};

// Between one beat and the next, longer than asked for; all plays of all policies together.
struct Stretch {
    Beat after;
    Beat until;            // what most often ends it
    std::size_t plays = 0; // with such a stretch after this beat
    Seconds median = 0, longest = 0;
};

// Of one play, by policy. Characters of the Japanese texts, blanks left out.
struct TableTime {
    std::size_t policy = 0;
    Spread injects, questions, feedback; // characters: sender, title and body; question and options; what came of it
    Spread characters;                   // of all that, with the briefing
    Spread decisions;                    // how many were put to the table
    Spread longest_wait, waiting;        // situation seconds: the longest between two beats, and all that pass `limit`
};

struct TimeReport {
    std::size_t plays = 0; // of each policy
    std::vector<TableTime> policies;
    std::vector<Stretch> stretches; // the most frequent first
};

// Plays the seeds 1 … `seeds` of every policy, in the company as it stands. A stretch counts from `limit` on.
TimeReport table_time(const engine::Scenario& scenario, std::size_t seeds, Seconds limit, unsigned threads);

} // namespace sonae::workshop
