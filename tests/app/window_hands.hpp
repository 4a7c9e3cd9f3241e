// Hands on a real window: Xvfb, a window manager, the program itself, and xdotool for mouse and keyboard. Where to
// press is read from the file that the program writes for this (--widgets).
#pragma once

#include "ui/drill_by_hand.hpp"

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <sys/types.h>

namespace sonae::test {

// A program that was started and ends with this.
class Started {
  public:
    // `variables` as NAME=value, beside ours; an empty value removes it. `told` is inherited under its own number.
    Started(const std::vector<std::string>& arguments, const std::vector<std::string>& variables = {});
    ~Started();
    Started(const Started&) = delete;
    Started& operator=(const Started&) = delete;
    pid_t id() const { return id_; }
    int wait();                              // its exit status
    std::optional<int> wait_at_most(int ms); // nothing: it still runs

  private:
    pid_t id_ = -1;
    bool over_ = false;
};

// An X server with a window manager, on a number that was free.
class Display {
  public:
    Display();
    const std::string& variable() const { return variable_; } // DISPLAY=:7

  private:
    std::string variable_;
    std::unique_ptr<Started> server_, manager_;
};

class WindowHands : public Hands {
  public:
    WindowHands(const Display& display, const std::filesystem::path& home);

    void click(const std::string& widget) override;
    void press(ui::Key key) override;
    void type(const std::string& words) override;
    void await(const std::string& screen, std::uint64_t accepted) override;
    void await_widget(const std::string& name) override;
    bool sees(const std::string& widget) override;

    std::string await_page();      // where the result page was saved
    int close();                   // by the window manager's key; the program's exit status
    int processor_ms(int wall_ms); // that the program uses while nobody touches it

  private:
    struct Spot {
        float x = 0, y = 0, w = 0, h = 0;
        bool on = false;
    };
    struct Report {
        std::string screen, page;
        std::uint64_t accepted = 0, clicks = 0, keys = 0, letters = 0;
        std::map<std::string, Spot> spots;
    };
    Report read() const;
    template <class Reached>
    void until(const std::string& what, const Reached& reached);
    void tool(const std::vector<std::string>& arguments) const;
    void find_window();

    std::string display_;
    std::filesystem::path report_;
    std::string window_; // its X id
    std::unique_ptr<Started> program_;
};

int run_without_display(const std::filesystem::path& home); // the exit status

} // namespace sonae::test
