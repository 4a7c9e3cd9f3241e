// sonae without a subcommand: the window. It sleeps until something happens to it, to the room, or to the clock.
#include "app/command_line.hpp"
#include "ui/shell.hpp"
#include "ui/widget_report.hpp"
#include "ui/window.hpp"

#include <chrono>
#include <cstdlib>

namespace sonae::app {
namespace {

std::int64_t steady_ms()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

ui::ShellOptions shell_options(const Shared& shared)
{
    const char* user_home = std::getenv("HOME");
    return {.data = shared.data,
            .home = shared.home,
            .language = shared.language_asked ? std::optional(shared.language) : std::nullopt,
            .user_home = user_home ? user_home : "",
            .wake = [] { ui::Desktop::wake(); }};
}

double sleep_seconds(const ui::Shell& shell)
{
    const auto wait = shell.wait_ms(steady_ms());
    return wait ? static_cast<double>(*wait) / 1000 : -1;
}

// One round: what came, a frame if there is one to draw, what was pressed in it.
void go_round(ui::Desktop& desktop, ui::Window& window, ui::Shell& shell, ui::WidgetReport& report)
{
    desktop.wait(sleep_seconds(shell));
    window.redraw(shell.tick(steady_ms()));
    window.theme() = shell.theme();
    bool fullscreen = window.is_fullscreen();
    const bool drawn = window.draw([&](ui::Ui& ui) {
        report.see_input();
        shell.draw(ui);
        if (ui.key_pressed(ui::Key::f11)) fullscreen = !fullscreen;
    });
    if (!drawn) return;
    window.set_fullscreen(fullscreen);
    if (shell.carry_out(steady_ms())) window.redraw(ui::kSettlingFrames);
    if (!window.has_frames_to_draw() && shell.is_settled()) report.write(shell, window.ui());
}

} // namespace

int run_window(const Shared& shared)
{
    ui::Desktop desktop; // first: without a display there is nothing else to do
    ui::Fonts fonts;
    // Before anything can wake it: GLFW 3.3 spins until a new window is mapped when an event of ours is waiting.
    ui::Window window(desktop, fonts, {.title = "Sonae 備え", .width = 1600, .height = 900});
    ui::Shell shell(shell_options(shared));
    fonts.want_everywhere(shell.strings().all_texts());
    ui::WidgetReport report(shared.widgets);
    while (!window.wants_to_close()) go_round(desktop, window, shell, report);
    shell.leave(steady_ms());
    return kDone;
}

} // namespace sonae::app
