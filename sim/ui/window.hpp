// Native windows: the only place that knows GLFW. A desktop sleeps until something happens; a window draws three frames
// after an event or when asked, and then nothing until the next.
#pragma once

#include "ui/frame.hpp"

#include <functional>
#include <memory>
#include <string>

namespace sonae::ui {

using DrawFunction = std::function<void(Ui&)>;
class Window;

// GLFW itself. Throws std::runtime_error with a sentence when there is no display.
class Desktop {
  public:
    Desktop();
    ~Desktop();
    Desktop(const Desktop&) = delete;
    Desktop& operator=(const Desktop&) = delete;

    // Sleeps until an event, `wake`, or so many seconds (negative: without end). Returns at once while a window has
    // frames to draw.
    void wait(double seconds = -1);
    // From any thread, while the desktop lives.
    static void wake();

  private:
    friend class Window;
    struct Shared;
    std::unique_ptr<Shared> shared_;
};

struct WindowOptions {
    std::string title = "Sonae";
    int width = 1280;
    int height = 720;
    bool fullscreen = false;
    ThemeChoice theme = {};
};

class Window {
  public:
    // `first` shares its GL objects with this one: the second window of the facilitator.
    Window(Desktop& desktop, Fonts& fonts, const WindowOptions& options, Window* first = nullptr);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    bool wants_to_close() const;
    void set_fullscreen(bool on);
    bool is_fullscreen() const;
    ThemeChoice& theme(); // takes effect with the next frame

    void redraw(int frames = 3);
    bool has_frames_to_draw() const;
    // Draws one frame when there is one to draw. Characters that the fonts lacked are built and the frame drawn again
    // before anybody sees it.
    bool draw(const DrawFunction& view);

    Ui& ui();

  private:
    friend class Desktop;
    struct Native;
    std::unique_ptr<Native> native_;
};

} // namespace sonae::ui
