#include "ui/participant.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <thread>

namespace sonae::test {

using namespace ui;

Participant::Participant(std::filesystem::path home, int width, int height)
    : shell({.data = SONAE_SOURCE_DIR, .home = std::move(home), .language = {}, .user_home = {}, .wake = {}}),
      stage(fonts, width, height)
{
    settle();
}

void Participant::click(const std::string& widget)
{
    INFO(widget);
    REQUIRE(stage.click(view, widget));
    settle();
}

void Participant::press(Key key) { stage.press(view, key), settle(); }
void Participant::keys(std::vector<Key> all) { stage.frame(view, {.keys = std::move(all)}), settle(); }
void Participant::type(std::string_view words) { stage.type(view, words), settle(); }

void Participant::settle()
{
    // A picture may itself ask for something: a table that was read goes into its grid while it is drawn.
    for (int picture = 0; picture < 5; ++picture) {
        for (int round = 0; round < 20'000; ++round) {
            shell.tick(1000);
            if (!shell.carry_out(1000) && shell.is_settled()) break;
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        REQUIRE(shell.is_settled());
        shell.tick(1000);
        stage.frames(view, 3);
        if (shell.is_settled()) return;
    }
    FAIL("the screen does not come to rest");
}

bool Participant::focused(std::string_view widget)
{
    const DrawnWidget* drawn = find(widget);
    return drawn && drawn->focused;
}

bool Participant::tab_to(std::string_view widget)
{
    for (int tries = 0; tries < 250; ++tries) {
        if (focused(widget)) return true;
        stage.press(view, Key::tab);
        stage.frame(view);
    }
    return false;
}

void Participant::press_focused(const std::string& widget)
{
    INFO(widget);
    REQUIRE(tab_to(widget));
    press(Key::enter);
}

bool Participant::says(std::string_view words)
{
    stage.ui().logs_text = true;
    stage.frames(view, 2);
    for (const DrawnText& text : stage.ui().texts)
        if (text.text.find(words) != std::string::npos) return true;
    return false;
}

const workshop::GridState& Participant::grid(std::string_view activity) const
{
    return workshop::state_of(session(), *workshop::activity_called(session(), activity)).grids[0];
}

} // namespace sonae::test
