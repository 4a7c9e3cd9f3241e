// For tests that press a real window: what can be pressed and where, as a file that is whole whenever it is there.
#pragma once

#include "ui/shell.hpp"

#include <filesystem>
#include <string>

namespace sonae::app {

class WidgetReport {
  public:
    explicit WidgetReport(std::filesystem::path path) : path_(std::move(path)) {} // empty: nothing is written

    // Call it when everything that was pressed has had its effect. First line: screen, accepted commands, saved page;
    // then a line a control: name, x, y, w, h of its visible part, "on" or "off", tab-separated.
    void write(const ui::Shell& shell, const ui::Ui& ui);

  private:
    std::filesystem::path path_;
    std::string last_;
};

} // namespace sonae::app
