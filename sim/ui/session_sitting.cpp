#include "ui/session_sitting.hpp"

#include "base/check.hpp"

#include <utility>

namespace sonae::ui {

SessionSitting::SessionSitting(OpenedDrill opened)
    : room_(std::move(opened.room)), table_(opened.table), texts_(std::move(opened.texts))
{
    EXPECTS(room_ != nullptr);
    snapshot_ = room_->snapshot();
}

bool SessionSitting::tick()
{
    live::LiveRoom::News news = room_->take_news();
    for (const live::Answer& answer : news.answers) {
        const auto sent = sent_.find(answer.ticket);
        if (answer.refusal && !snapshot_.trouble) notices_.push_back(answer.refusal->sentence);
        if (sent == sent_.end()) continue;
        if (!answer.refusal && !sent->second.empty()) texts_[answer.entry] = std::move(sent->second);
        sent_.erase(sent);
    }
    const bool moved = news.snapshot.version != snapshot_.version || news.snapshot.trouble != snapshot_.trouble;
    snapshot_ = std::move(news.snapshot);
    return moved || !notices_.empty();
}

void SessionSitting::carry_out(const InSession& done)
{
    sent_.emplace(room_->post(done.command, "table", done.texts), done.texts);
}

workshop::TextsOf SessionSitting::texts() const
{
    return [this](const EntryId& entry) {
        const auto found = texts_.find(entry);
        return found == texts_.end() ? Texts{} : found->second;
    };
}

std::vector<Localized> SessionSitting::take_notices() { return std::exchange(notices_, {}); }

} // namespace sonae::ui
