// A table's session: its plan, and the states of its activities. A copy shares every activity that did not change.
#pragma once

#include "workshop/activities/session_plan.hpp"
#include "workshop/command.hpp"
#include "workshop/refusal.hpp"

namespace sonae::workshop {

struct Session {
    StartSession started;
    std::shared_ptr<const SessionPlan> plan;
    std::string block;                                        // where the table is; empty before the first
    std::vector<std::shared_ptr<const ActivityState>> states; // as plan->activities
    std::uint64_t digest = 0;                                 // of all that commands have made of it
};

// `step` is the number that the starting command gets on the table's line, from 1.
Session begin_session(const StartSession& start, std::shared_ptr<const SessionPlan> plan, std::uint32_t step);
std::optional<Refusal> check_carried(const SessionPlan& plan, const StartSession& start);

std::optional<Refusal> check_step(const Session& session, const EnterBlock& command);
std::optional<Refusal> check_step(const Session& session, const SetCells& command);
std::optional<Refusal> check_step(const Session& session, const MoveCard& command);
std::optional<Refusal> check_step(const Session& session, const GiveAnswer& command);
std::optional<Refusal> check_step(const Session& session, const WriteNote& command);
std::optional<Refusal> check_step(const Session& session, const Reveal& command);
std::optional<Refusal> check_step(const Session& session, const MakeCall& command);
std::optional<Refusal> check_step(const Session& session, const TakeBackCall& command);

// `check_step` must have had nothing against it. The digest is not kept up: see seal().
void apply_step(Session& session, const EnterBlock& command, std::uint32_t step);
void apply_step(Session& session, const SetCells& command, std::uint32_t step);
void apply_step(Session& session, const MoveCard& command, std::uint32_t step);
void apply_step(Session& session, const GiveAnswer& command, std::uint32_t step);
void apply_step(Session& session, const WriteNote& command, std::uint32_t step);
void apply_step(Session& session, const Reveal& command, std::uint32_t step);
void apply_step(Session& session, const MakeCall& command, std::uint32_t step);
void apply_step(Session& session, const TakeBackCall& command, std::uint32_t step);
void seal(Session& session);

// What the digest covers and a dump shows: names instead of numbers, texts only by the step that wrote them.
std::string dump_session(const Session& session);

// --- for the steps of each kernel

const Activity* activity_called(const Session& session, std::string_view id);
const ActivityState& state_of(const Session& session, const Activity& activity);
ActivityState& change(Session& session, std::string_view activity); // its own copy from now on
Refusal no_such_activity();
Refusal was_shown(); // what each did for himself stays as everyone saw it, until it is sealed again

// May the column hold it, in this session as it stands?
bool fits(const SessionPlan& plan, const Column& column, const CellValue& value);
// Rows of the company that a grid may show although it does not prepare them.
bool company_has(const engine::Company& company, std::string_view id);

} // namespace sonae::workshop
