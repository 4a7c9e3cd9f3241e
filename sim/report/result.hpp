// The result of one table's drill as plain values: worked out once from its facts and its state, then shown on the
// result page and on the end screen alike. Every text is in the language asked for. It reads the drill and changes
// nothing.
#pragma once

#include "engine/state.hpp"
#include "workshop/causes.hpp"
#include "workshop/command/drill.hpp"
#include "workshop/fact_text.hpp"
#include "workshop/room.hpp"

#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace sonae::report {

// What a table said beside its answer. Free text of people: it never steers anything and may be erased.
struct Said {
    int confidence = 0; // 0 not said, 1 low, 2 middle, 3 high
    std::string reason;
};

struct SessionInput {
    const engine::Scenario& scenario;
    const engine::State& state;
    std::span<const engine::Fact> facts;
    workshop::TableNumber table = 1;
    std::map<std::string, Said> said; // by the decision's name in the pack
    Language language = Language::ja;
    // Those who typed agreed that their words go onto the page. Without it they stay in the programme file: what has
    // left it can't be erased any more.
    bool with_words = false;
    std::map<std::string, std::int64_t>
        carried;     // what the drill was started with; other outputs are as the company stands
    int rewinds = 0; // how often the table went back on the way here
    // Of a drill that is told from its record instead of played (workshop/retell.hpp); null: by our own rules.
    const workshop::Retold* retold = nullptr;
};

// A part of an indicator's change and who owns it. What one technique, action or kind of luck did often is one share.
struct Share {
    workshop::OwnerKind kind = workshop::OwnerKind::luck;
    std::string letter; // of the decision, as on the page; empty for other owners
    std::string text;
    std::int64_t amount = 0;
    bool unsettled = false; // has accrued in a drill that still runs; owned once it is booked
};

// An indicator from start to end. The shares sum exactly to end − start, the largest first.
struct Figure {
    engine::Indicator which = engine::Indicator::total_loss;
    std::string label;
    std::int64_t start = 0, end = 0;
    std::vector<Share> shares;
    std::int64_t change() const { return end - start; }
    bool more_is_better() const;
    std::string end_text(Language language) const;
    std::string change_text(Language language) const; // "▲1,240万円", "変化なし"
};

struct Point {
    std::int32_t at = 0; // seconds since the drill's start
    std::int64_t value = 0;
};
struct Series {
    engine::Indicator which = engine::Indicator::total_loss;
    std::string label;
    std::vector<Point> points; // steps: a value holds until the next point; the first stands at 0, the last at the end
};

struct TimelineRow {
    std::int32_t at = 0, until = 0; // `until` is later when several facts of one kind are told together
    workshop::Lane lane = workshop::Lane::company;
    engine::Seq fact = 0; // the first one
    std::string letter;   // of the decision that it is
    std::string text;
    bool serious = false; // harm done, or a chance missed
};

struct OptionRow {
    std::string text, note;
    bool chosen = false;
};

struct DecisionRow {
    DecisionId id;
    std::string letter; // A, B … in the order in which they were put to the table
    std::string title, question;
    std::int32_t opened = 0, closed = 0; // `closed` is kNotYet while the answer is due
    engine::DecisionStatus status = engine::DecisionStatus::open;
    std::string answer; // the option's text, or what silence meant
    std::string feedback;
    std::string confidence, reason; // empty when not said
    std::vector<OptionRow> options;
    std::vector<TimelineRow> consequences; // what it set in motion
    std::vector<TimelineRow> meanwhile;    // when that changed nothing: what harm went on until the next answer
    std::size_t more_consequences = 0;     // beyond those listed
    std::vector<std::string> moved;        // "停止損失 ▲180万円", every indicator that it owns a part of
};

enum class ActionOutcome { done, in_vain, called_off, running };
struct ActionRow {
    std::string name, target;
    std::string letter; // of the decision that ordered it; empty when the table did so by itself
    std::int32_t ordered = 0, began = engine::kNotYet, ended = engine::kNotYet;
    ActionOutcome outcome = ActionOutcome::running;
    std::string why;       // why nothing came of it
    std::int64_t cost = 0; // yen, with the fees of those who were called
};

enum class DeadlineOutcome { met, missed, running, never_began };
struct DeadlineRow {
    std::string name, basis, to;
    std::int32_t began = engine::kNotYet, due = engine::kNotYet, met = engine::kNotYet;
    DeadlineOutcome outcome = DeadlineOutcome::never_began;
};

// A delay, a chance or a possibility of the drill, as the company stands and as the table made it.
struct PreparationChange {
    std::string what, before, after;
    bool operator==(const PreparationChange&) const = default;
};

// What earlier sessions left and this drill read.
struct PreparationRow {
    std::string name, value, effect;
    int session = 0;
    bool as_company = false;                // the table left nothing: the value is as the company stands
    std::vector<PreparationChange> changes; // of what the table brought, worked out of the scenario
};

struct Standstill {
    std::string process;
    std::int64_t seconds = 0; // below half of its capacity, in all
    bool still = false;       // and so it stood at the end
};

struct CardRow {
    std::string id, title, if_then, owner;
    SimTime due = 0;
};

struct Outcome {
    std::string ending, text; // the ending's name and text; empty while the drill runs
    std::string sentence;     // "4日3時間で収束。損失の合計 1,240万円"
    bool ended = false;
    SimTime start = 0, end = 0;
    std::int64_t total_loss = 0;
};

struct Result {
    std::string title, company, pack;
    std::int64_t pack_version = 1, company_version = 1;
    std::uint32_t rules_version = 1;
    std::uint64_t fingerprint = 0, seed = 0;
    workshop::TableNumber table = 1;
    Language language = Language::ja;
    int rewinds = 0;
    std::string as_recorded; // what to say of a drill that other rules recorded; empty: our own gave this

    Outcome outcome;
    std::vector<Figure> figures; // total loss first, then what it is made of, then what no money shows
    std::vector<Series> series;  // of the figures that moved
    std::vector<TimelineRow> timeline;
    std::vector<DecisionRow> decisions;
    std::vector<std::string> not_asked; // titles of decisions that this course of events never brought
    std::vector<ActionRow> actions;
    std::vector<DeadlineRow> deadlines;
    std::vector<PreparationRow> preparation;
    std::vector<Standstill> standstills; // the longest first
    std::vector<CardRow> cards;

    const Figure* figure(engine::Indicator which) const;
    const Series* series_of(engine::Indicator which) const;
};

Result make_result(const SessionInput& input);

std::string owner_word(workshop::OwnerKind kind, Language language); // "決定", "攻撃者" …

} // namespace sonae::report
