// Lines and names that the parts of a playtest's report share.
#pragma once

#include "app/columns.hpp"
#include "app/playtest_parts.hpp"

#include <fmt/format.h>

namespace sonae::app {

class PlaytestWriter {
  public:
    PlaytestWriter(const PlaytestOf& of, const workshop::Playtest& found, const Shared& shared)
        : of_(of), sc_(of.scenario), found_(found), shared_(shared), language_(shared.language)
    {
    }

  protected:
    const char* pick(const char* ja, const char* en) const { return language_ == Language::ja ? ja : en; }
    const std::string& say(const Localized& text) const { return shared_.say(text); }
    static std::int64_t as_count(std::size_t count) { return static_cast<std::int64_t>(count); }

    template <class... Args>
    void line(const char* format, const Args&... args)
    {
        text_ += clipped(fmt::format(fmt::runtime(format), args...), kTerminal) + '\n';
    }
    void heading(const char* ja, const char* en) { line("\n■ {}", pick(ja, en)); }

    std::string name_of(const engine::Inject& inject) const
    {
        std::string title;
        const auto& pieces =
            language_ == Language::en && !inject.card.title.en.empty() ? inject.card.title.en : inject.card.title.ja;
        for (const engine::TextPiece& piece : pieces) title += piece.hole == engine::Hole::none ? piece.text : "…";
        return inject.id + " " + title;
    }
    std::string name_of(const engine::Decision& decision) const { return decision.id + " " + say(decision.title); }
    template <class Row>
    std::string name_of(const Row& row) const
    {
        return row.id + " " + say(row.name);
    }

    const PlaytestOf& of_;
    const engine::Scenario& sc_;
    const workshop::Playtest& found_;
    const Shared& shared_;
    Language language_;
    std::string text_;
};

std::string playtest_time_text(const PlaytestOf& of, const workshop::Playtest& found, const Shared& shared);

} // namespace sonae::app
