// Drills in memory for tests of the result page: played by a policy, stopped anywhere, rewound.
#pragma once

#include "report/session_report.hpp"
#include "report/table_input.hpp"
#include "support/small_pack.hpp"
#include "workshop/autoplay.hpp"

#include <catch2/catch.hpp>

namespace sonae::test {

class ReportPlay {
  public:
    explicit ReportPlay(std::shared_ptr<const engine::Scenario> scenario, std::uint64_t seed = 8)
        : scenario_(std::move(scenario))
    {
        post(workshop::StartDrill{.pack_id = scenario_->id, .seed = seed});
    }

    void post(const workshop::Command& command)
    {
        const auto source = [this](const workshop::StartDrill&) { return scenario_; };
        REQUIRE_FALSE(workshop::carry_out(room_, command, EntryId{1, ++entries_}, source));
    }

    // On by a policy until the end, or until this many commands more were given.
    ReportPlay& play(const std::string& policy, int commands = 100'000)
    {
        workshop::Autoplay player(*table().drill, policy_called(*scenario_, policy), 1);
        while (!engine::has_ended(state()) && commands > 0)
            for (const workshop::Command& command : player.next(*table().drill)) post(command), --commands;
        return *this;
    }

    // Until the next question waits for an answer.
    ReportPlay& advance_to_question()
    {
        while (!engine::has_ended(state()) && !engine::open_decision(state()))
            post(workshop::Advance{1, engine::next_due_at(*scenario_, state())});
        return *this;
    }

    ReportPlay& go_back(std::size_t step)
    {
        post(workshop::Rewind{1, table().steps.at(step)->id});
        return *this;
    }

    const workshop::Table& table() const { return room_.tables.at(1); }
    const engine::State& state() const { return table().drill->state; }
    const engine::Scenario& scenario() const { return *scenario_; }

    report::SessionInput input(Language language = Language::ja) const { return report::input_of(table(), language); }
    report::Result result(Language language = Language::ja) const { return report::make_result(input(language)); }
    std::string page(Language language = Language::ja) const { return report::write_session_html(input(language)); }

  private:
    std::shared_ptr<const engine::Scenario> scenario_;
    workshop::Room room_;
    std::uint64_t entries_ = 0;
};

inline constexpr const char* kPolicies[] = {"silent", "random", "careful", "typical"};

} // namespace sonae::test
