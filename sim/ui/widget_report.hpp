// For tests that press a real window: what can be pressed and where, as a file that is whole whenever it is there.
#pragma once

#include "ui/shell.hpp"

#include <filesystem>
#include <string>

namespace sonae::ui {

class WidgetReport {
  public:
    explicit WidgetReport(std::filesystem::path path)
        : path_(std::move(path)) {} // empty: nothing is counted or written

    void see_input(); // at the beginning of every frame
    // Call it when everything that was pressed has had its effect. First line: screen, accepted commands, mouse
    // presses, key presses and characters seen so far, where the result page was saved. Then a line a control that is
    // in sight: name, x, y, w, h of its visible part, "on" or "off". Tab-separated.
    void write(const Shell& shell, const Ui& ui);

  private:
    std::filesystem::path path_;
    std::string last_;
    std::uint64_t clicks_ = 0, keys_ = 0, letters_ = 0;
};

} // namespace sonae::ui
