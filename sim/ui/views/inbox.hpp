// The messages that reached the table, the newest first; by channel, opened in place.
#pragma once

#include "ui/panels.hpp"
#include "ui/views/source.hpp"

#include <set>
#include <string>
#include <vector>

namespace sonae::ui {

struct Letter {
    std::string key; // of one delivery: the inject's id and which time it came
    engine::Channel channel = engine::Channel::mail;
    std::string sender, time, title, body;
    int severity = 0;
};

struct InboxView {
    std::vector<Letter> letters;
    std::vector<engine::Channel> channels; // that were used, in the order of their first message
};

struct InboxScratch {
    std::set<std::string, std::less<>> read;
    std::string open; // the key of the letter that is open
    std::optional<engine::Channel> only;
};

InboxView make_inbox_view(const PlaySource& from, const Known& known);
int unread_count(const InboxView& view, const InboxScratch& scratch, std::optional<engine::Channel> only = {});
void draw_inbox(Ui& ui, const Strings& s, const InboxView& view, InboxScratch& scratch, const Rect& at);
void draw_inbox_rows(Ui& ui, const Strings& s, const InboxView& view, InboxScratch& scratch);

} // namespace sonae::ui
