#include "ui/sitting.hpp"

#include "base/check.hpp"
#include "workshop/lookup.hpp"

#include <algorithm>
#include <iterator>

namespace sonae::ui {
namespace {

constexpr std::int64_t kDraftMs = 1000; // of typing may be lost to a power cut, twice at most
constexpr std::int64_t kStepMs = 5000;  // a longer gap is a machine that slept, not a table that thought
constexpr std::size_t kMostLater = 8;   // more presses while the disk hangs are no longer meant
constexpr const char* kActor = "table";

std::string draft_field(const std::string& decision) { return "reason:" + decision; }

const engine::Decision* open_decision_of(const workshop::Drill& drill)
{
    if (engine::has_ended(drill.state)) return nullptr;
    const auto open = engine::open_decision(drill.state);
    return open ? &drill.scenario->decisions[open->index()] : nullptr;
}

} // namespace

Sitting::Sitting(OpenedDrill opened, std::int64_t now_ms)
    : room_(std::move(opened.room)), table_(opened.table), drafts_(std::move(opened.drafts)),
      texts_(std::move(opened.texts))
{
    EXPECTS(room_ != nullptr);
    snapshot_ = room_->snapshot();
    pacing_.settle(drill().state, now_ms);
}

bool Sitting::tick(std::int64_t now_ms)
{
    take_answers();
    const bool changed = take_snapshot(now_ms);
    while (sent_.empty() && !later_.empty()) {
        const Intent next = std::move(later_.front());
        later_.pop_front();
        if (!is_void(next)) do_now(next, now_ms);
    }
    count_down(now_ms);
    if (sent_.empty() && !snapshot_.trouble)
        if (const auto to = pacing_.due(*drill().scenario, drill().state, now_ms)) post(workshop::Advance{table_, *to});
    if (draft_ && now_ms >= draft_->due_ms) save_draft();
    return changed || !notices_.empty();
}

void Sitting::take_answers()
{
    for (const live::Answer& answer : room_->take_answers()) {
        const auto sent = sent_.find(answer.ticket);
        if (answer.refusal && !snapshot_.trouble) notices_.push_back(answer.refusal->sentence);
        if (sent == sent_.end()) continue;
        if (!answer.refusal && !sent->second.reason.empty()) texts_[answer.entry]["reason"] = sent->second.reason;
        if (!answer.refusal && !sent->second.decision.empty()) forget_draft(sent->second.decision);
        if (!answer.refusal && sent->second.is_rewind) ++returns_, countdown_ = {};
        sent_.erase(sent);
    }
}

bool Sitting::take_snapshot(std::int64_t now_ms)
{
    live::Snapshot now = room_->snapshot();
    const bool moved = now.version != snapshot_.version;
    const bool trouble = now.trouble != snapshot_.trouble;
    // Nothing can be written: time must not seem to go on.
    if (now.trouble && pacing_.running()) pacing_.pause(now_ms);
    snapshot_ = std::move(now);
    if (moved) pacing_.settle(drill().state, now_ms);
    return moved || trouble;
}

void Sitting::post(workshop::Command command) { post(std::move(command), {}, {}); }

void Sitting::post(workshop::Command command, Sent sent, std::map<std::string, std::string> texts)
{
    sent_.emplace(room_->post(std::move(command), kActor, std::move(texts)), std::move(sent));
}

void Sitting::carry_out(const Intent& intent, std::int64_t now_ms)
{
    if (const auto* typed = std::get_if<KeepDraft>(&intent)) return keep_draft(*typed, now_ms);
    if (!sent_.empty() || !later_.empty()) {
        if (later_.size() < kMostLater) later_.push_back(intent);
        return;
    }
    do_now(intent, now_ms);
}

// What was pressed a second time before the first answer came.
bool Sitting::is_void(const Intent& intent) const
{
    const engine::Decision* open = open_decision_of(drill());
    const auto is_open = [&](const std::string& decision) { return open && open->id == decision; };
    if (const auto* chosen = std::get_if<Decide>(&intent)) return !is_open(chosen->decision);
    if (const auto* passed = std::get_if<PassOn>(&intent)) return !is_open(passed->decision);
    return false;
}

void Sitting::do_now(const Intent& intent, std::int64_t now_ms)
{
    if (const auto* chosen = std::get_if<Decide>(&intent)) return decide(*chosen);
    if (const auto* passed = std::get_if<PassOn>(&intent)) return post(workshop::LetPass{table_, passed->decision});
    if (const auto* act = std::get_if<Act>(&intent)) {
        bring_time_up(now_ms);
        return post(workshop::TakeAction{table_, act->action, act->target});
    }
    if (const auto* stop = std::get_if<StopAct>(&intent)) {
        bring_time_up(now_ms);
        return post(workshop::CallOff{table_, stop->action, stop->target});
    }
    if (const auto* back = std::get_if<GoBack>(&intent)) {
        pacing_.pause(now_ms);
        return post(workshop::Rewind{table_, back->to}, {.is_rewind = true}, {});
    }
    if (std::holds_alternative<ShowNextNews>(intent) && !has_ended() && !open_decision_of(drill()))
        return post(workshop::Advance{table_, next_news_at(drill())});
    if (std::holds_alternative<TogglePause>(intent)) pacing_.running() ? pacing_.pause(now_ms) : pacing_.run(now_ms);
    if (std::holds_alternative<ChangeSpeed>(intent)) {
        const auto* at = std::find(std::begin(live::kSpeeds), std::end(live::kSpeeds), pacing_.speed());
        const bool last = at == std::end(live::kSpeeds) || at + 1 == std::end(live::kSpeeds);
        pacing_.set_speed(last ? live::kSpeeds[0] : at[1], now_ms);
    }
}

// Between two events the clock has gone on; what the table does now, it does now.
void Sitting::bring_time_up(std::int64_t now_ms)
{
    const std::int32_t now = shown(now_ms);
    if (now > drill().state.now && !open_decision_of(drill()) && !has_ended()) post(workshop::Advance{table_, now});
}

void Sitting::decide(const Decide& chosen)
{
    std::map<std::string, std::string> texts;
    if (!chosen.reason.empty()) texts["reason"] = chosen.reason;
    post(workshop::Choose{table_, chosen.decision, chosen.option, chosen.confidence}, {chosen.decision, chosen.reason},
         std::move(texts));
}

void Sitting::leave(std::int64_t now_ms)
{
    save_draft();
    if (!busy()) bring_time_up(now_ms);
    pacing_.pause(now_ms);
}

void Sitting::keep_draft(const KeepDraft& typed, std::int64_t now_ms)
{
    drafts_[draft_field(typed.decision)] = typed.reason;
    if (draft_ && draft_->decision != typed.decision) save_draft();
    const std::int64_t due = draft_ ? draft_->due_ms : now_ms + kDraftMs;
    draft_ = Draft{typed.decision, typed.reason, due};
}

void Sitting::save_draft()
{
    if (draft_) room_->save_draft(table_, draft_field(draft_->decision), draft_->reason);
    draft_.reset();
}

// Its words stand beside the entry now.
void Sitting::forget_draft(const std::string& decision)
{
    if (draft_ && draft_->decision == decision) draft_.reset();
    if (drafts_.erase(draft_field(decision)) > 0) room_->save_draft(table_, draft_field(decision), {});
}

std::string Sitting::draft_of(const std::string& decision) const
{
    const auto found = drafts_.find(draft_field(decision));
    return found == drafts_.end() ? std::string{} : found->second;
}

std::int64_t Sitting::countdown_whole_ms() const
{
    const engine::Decision* open = open_decision_of(drill());
    return timed_ && open ? std::int64_t{open->room_minutes} * 60'000 : 0;
}

void Sitting::count_down(std::int64_t now_ms)
{
    const std::int64_t whole = countdown_whole_ms();
    if (whole == 0) return void(countdown_ = {});
    const engine::Decision& open = *open_decision_of(drill());
    const std::int32_t opened = drill().state.decisions[engine::open_decision(drill().state)->index()].opened;
    if (countdown_.decision != open.id || countdown_.opened != opened) countdown_ = {open.id, opened, 0, now_ms};
    if (pacing_.running()) countdown_.used_ms += std::clamp<std::int64_t>(now_ms - countdown_.last_ms, 0, kStepMs);
    countdown_.last_ms = now_ms;
    if (countdown_.used_ms >= whole && !busy() && !snapshot_.trouble) post(workshop::LetPass{table_, open.id});
}

std::int32_t Sitting::shown(std::int64_t now_ms) const
{
    return pacing_.shown(*drill().scenario, drill().state, now_ms);
}

PlayMoment Sitting::moment() const
{
    PlayMoment now{.time = {pacing_.running(), pacing_.speed()}, .room = {}};
    if (const std::int64_t whole = countdown_whole_ms())
        now.room =
            RoomClock{static_cast<std::int32_t>(std::max<std::int64_t>(0, whole - countdown_.used_ms + 999) / 1000),
                      static_cast<std::int32_t>(whole / 1000)};
    return now;
}

std::optional<std::int64_t> Sitting::wait_ms(std::int64_t now_ms) const
{
    std::optional<std::int64_t> wait;
    const auto at_most = [&wait](std::int64_t ms) {
        wait = std::min(wait.value_or(ms), std::max<std::int64_t>(0, ms));
    };
    if (draft_) at_most(draft_->due_ms - now_ms);
    if (busy() || snapshot_.trouble) return wait; // the room's answer wakes us
    if (const auto due = pacing_.wait_ms(*drill().scenario, drill().state, now_ms)) {
        // The clock shows minutes: the next one, though not more often than the eye follows.
        const std::int64_t to_minute = (kMinute - shown(now_ms) % kMinute) * 1000 / pacing_.speed();
        at_most(std::min(*due, std::max<std::int64_t>(to_minute, 100)) + 1);
    }
    if (pacing_.running() && countdown_whole_ms() > 0) at_most(1000 - countdown_.used_ms % 1000);
    return wait;
}

std::string Sitting::reason_of(const EntryId& entry) const
{
    const auto found = texts_.find(entry);
    if (found == texts_.end()) return {};
    const auto reason = found->second.find("reason");
    return reason == found->second.end() ? std::string{} : reason->second;
}

std::vector<Localized> Sitting::take_notices() { return std::exchange(notices_, {}); }

} // namespace sonae::ui
