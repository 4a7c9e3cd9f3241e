#include "ui/views/inbox.hpp"

#include "ui/tiles.hpp"
#include "workshop/fill.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace sonae::ui {
namespace {

int bars_of(std::uint8_t severity) { return std::min<int>(severity, 3); }

// A message that came more than once is filled as it was each time.
Letter letter_of(const PlaySource& from, const engine::Fact& fact, int times)
{
    const engine::Scenario& sc = from.scenario();
    const engine::PublicCard& card = sc.injects[fact.a].card;
    const engine::InjectState delivery =
        workshop::delivery_of(sc, from.state().injects[fact.a], fact, from.drill().facts);
    const InjectId id{fact.a};
    return {.key = sc.injects[fact.a].id + "." + std::to_string(times),
            .channel = card.channel,
            .sender = card.sender.in(from.language()),
            .time = when_text(from, fact.at),
            .title = workshop::inject_title(sc, delivery, id, from.language()),
            .body = workshop::inject_body(sc, delivery, id, from.language()),
            .severity = bars_of(card.severity)};
}

void note_channel(InboxView& view, engine::Channel channel)
{
    if (std::find(view.channels.begin(), view.channels.end(), channel) == view.channels.end())
        view.channels.push_back(channel);
}

} // namespace

InboxView make_inbox_view(const PlaySource& from, const Known& known)
{
    InboxView view;
    std::map<std::uint16_t, int> times;
    for (const engine::Fact& fact : known.facts()) {
        if (fact.kind != engine::FactKind::inject_delivered || fact.a >= from.scenario().injects.size()) continue;
        view.letters.push_back(letter_of(from, fact, ++times[fact.a]));
        note_channel(view, view.letters.back().channel);
    }
    std::reverse(view.letters.begin(), view.letters.end());
    return view;
}

int unread_count(const InboxView& view, const InboxScratch& scratch, std::optional<engine::Channel> only)
{
    int unread = 0;
    for (const Letter& letter : view.letters)
        unread += (!only || letter.channel == *only) && !scratch.read.contains(letter.key);
    return unread;
}

namespace {

// A small switch: the channel's icon, its word while it is chosen, and how many messages wait.
struct ChannelTab {
    Icon icon = Icon::none;
    std::string word, count;
    bool selected = false;
};

float tab_width(Ui& ui, const ChannelTab& tab)
{
    float width = 2 * ui.theme.px(kGap8);
    if (tab.icon != Icon::none) width += ui.theme.size(Type::caption);
    for (const std::string* part : {&tab.word, &tab.count})
        if (!part->empty()) width += measure(ui, *part, kCaption.strong()).x + ui.theme.px(kGap4);
    return std::ceil(std::max(width, ui.theme.px(kTarget)));
}

bool draw_tab(Ui& ui, const std::string& name, const Rect& at, const ChannelTab& tab, std::string_view tip_words)
{
    const Pressed p = press_area(ui, name, at);
    const Color border = tab.selected ? Color::accent : p.hovered ? Color::rule : Color::line;
    draw_box(ui, at, tab.selected ? Color::accent_soft : p.hovered ? Color::raised : Color::panel, border);
    const float icon = ui.theme.size(Type::caption);
    const float wanted = tab_width(ui, tab) - 2 * ui.theme.px(kGap8);
    float x = at.x + std::max(ui.theme.px(kGap8), (at.w - wanted) / 2);
    if (tab.icon != Icon::none) {
        if (tab.word.empty() && tab.count.empty()) x = at.x + (at.w - icon) / 2;
        draw_icon(ui, tab.icon, {x + icon / 2, at.y + at.h / 2}, icon, Color::ink2);
        x += icon + ui.theme.px(kGap4);
    }
    const float top = at.y + (at.h - ui.theme.line_height(Type::caption)) / 2;
    if (!tab.word.empty()) x = draw_text(ui, {x, top}, tab.word, kCaption.in(Color::ink)).right() + ui.theme.px(kGap4);
    if (!tab.count.empty()) draw_text(ui, {x, top}, tab.count, kCaption.strong().in(Color::accent));
    if (p.hovered && tab.word.empty()) tip(ui, tip_words);
    return p.pressed;
}

std::string count_word(int count) { return count > 0 ? std::to_string(count) : std::string{}; }

void draw_channels(Ui& ui, const Strings& s, const InboxView& view, InboxScratch& scratch)
{
    const ImVec2 start = cursor();
    const float width = width_left(), step = ui.theme.px(kGap4), height = std::ceil(ui.theme.px(kTarget));
    ImVec2 at = start;
    const auto place = [&](const ChannelTab& tab) {
        const float w = tab_width(ui, tab);
        if (at.x > start.x && at.x + w > start.x + width) at = {start.x, at.y + height + step};
        const Rect box{at.x, at.y, w, height};
        at.x += w + step;
        return box;
    };
    const ChannelTab all{Icon::none, s("play.inbox.all"), count_word(unread_count(view, scratch)), !scratch.only};
    if (draw_tab(ui, "play.channel.all", place(all), all, "")) scratch.only.reset();
    for (const engine::Channel channel : view.channels) {
        const std::string& word = word_of(s, channel);
        const bool selected = scratch.only == channel;
        const ChannelTab tab{icon_of(channel), selected ? word : std::string{},
                             count_word(unread_count(view, scratch, channel)), selected};
        const std::string name = "play.channel." + std::to_string(static_cast<int>(channel));
        if (draw_tab(ui, name, place(tab), tab, word)) scratch.only = selected ? std::nullopt : std::optional(channel);
    }
    move_to(start);
    ImGui::Dummy({width, at.y + height - start.y});
}

void draw_letter(Ui& ui, const Strings& s, const Letter& letter, InboxScratch& scratch)
{
    const bool open = scratch.open == letter.key;
    const bool pressed = inject_card(ui, "play.inject." + letter.key,
                                     {.channel = icon_of(letter.channel),
                                      .sender = letter.sender,
                                      .time = letter.time,
                                      .title = letter.title,
                                      .words = letter.body,
                                      .severity = letter.severity,
                                      .severity_word = s("play.severity"),
                                      .unread = !scratch.read.contains(letter.key),
                                      .open = open});
    if (!pressed) return;
    scratch.open = open ? std::string{} : letter.key;
    scratch.read.insert(letter.key);
}

} // namespace

void draw_inbox_rows(Ui& ui, const Strings& s, const InboxView& view, InboxScratch& scratch)
{
    if (view.letters.empty()) return empty_state(ui, s("play.inbox.empty"), s("play.inbox.empty.todo"));
    if (view.channels.size() > 1) {
        draw_channels(ui, s, view, scratch);
        gap(ui, kGap12);
    }
    begin_scroll(ui, "letters");
    bool first = true;
    for (const Letter& letter : view.letters) {
        if (scratch.only && letter.channel != *scratch.only) continue;
        if (!first) gap(ui, kGap12);
        first = false;
        draw_letter(ui, s, letter, scratch);
    }
    end_scroll(ui);
}

void draw_inbox(Ui& ui, const Strings& s, const InboxView& view, InboxScratch& scratch, const Rect& at)
{
    const int unread = unread_count(view, scratch);
    const std::string aside =
        unread > 0 ? s.format("play.inbox.unread", {{"count", std::to_string(unread)}}) : std::string{};
    begin_card(ui, "inbox", at, {.title = s("play.inbox"), .aside = aside});
    draw_inbox_rows(ui, s, view, scratch);
    end_card(ui);
}

} // namespace sonae::ui
