// Somebody before the whole application without its window: presses and types, and waits until it had its effect.
#pragma once

#include "ui/offscreen.hpp"
#include "ui/shell.hpp"

#include <filesystem>

namespace sonae::test {

class Participant {
  public:
    explicit Participant(std::filesystem::path home, int width = 1920, int height = 1080);

    void click(const std::string& widget); // it must be there and on
    void press(ui::Key key);
    void keys(std::vector<ui::Key> all); // at once
    void type(std::string_view words);
    void settle();

    // By keyboard alone.
    bool focused(std::string_view widget);
    bool tab_to(std::string_view widget);
    void press_focused(const std::string& widget); // walks there and presses it
    const ui::DrawnWidget* find(std::string_view widget) { return stage.ui().widgets.find(widget); }

    bool says(std::string_view words); // anywhere on the screen
    std::string screen() const { return std::string(screen_name(shell.screen())); }
    const workshop::Session& session() const { return *shell.session()->place().session; }
    const workshop::GridState& grid(std::string_view activity) const; // its first
    std::size_t steps() const { return shell.session()->place().steps.size(); }
    const workshop::Command& last() const { return shell.session()->place().steps.back()->command; }

    ui::Shell shell;
    ui::Fonts fonts;
    ui::Offscreen stage;
    ui::DrawFunction view = [this](ui::Ui& ui) { shell.draw(ui); };
};

} // namespace sonae::test
