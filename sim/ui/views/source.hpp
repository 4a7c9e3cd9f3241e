// What the views of a running drill are made from: a snapshot's room, the language, and the second that the clock
// shows. Making a view is a pure function of this; it keeps nothing and changes nothing.
#pragma once

#include "ui/strings.hpp"
#include "ui/views/known.hpp"

#include <functional>

namespace sonae::ui {

struct PlaySource {
    const workshop::Room& room;
    workshop::TableNumber table = 1;
    const Strings& s;
    std::int32_t shown = 0; // situation seconds since the drill's start, between its moment and the next thing due
    // The reason that was typed beside a decision.
    std::function<std::string(const EntryId&)> reason_of = {};

    const workshop::Table& place() const { return room.tables.at(table); }
    const workshop::Drill& drill() const { return *place().drill; }
    const engine::Scenario& scenario() const { return *drill().scenario; }
    const engine::State& state() const { return drill().state; }
    Language language() const { return s.language(); }
    SimTime moment(std::int32_t at) const { return scenario().start + at; }
};

// 22:41 within the shown day; 11月28日 22:41 on another.
std::string when_text(const PlaySource& from, std::int32_t at);
// 約10分, 3時間20分: whole minutes from one minute on.
std::string span_text(Seconds time, Language language);

// Whether the company is as the table prepared it: of `all` values from earlier sessions `as_company` are the company's
// own. Empty when the drill takes none.
std::string preparation_words(const Strings& s, std::size_t all, std::size_t as_company);

Icon icon_of(engine::Channel channel);
const std::string& word_of(const Strings& s, engine::Channel channel);

} // namespace sonae::ui
