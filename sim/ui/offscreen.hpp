// Frames without a window: for pictures, and for tests that look at the layout or press controls by name. With
// `Gl::surfaceless` it draws into an EGL framebuffer, with `Gl::none` it needs no graphics at all.
#pragma once

#include "ui/frame.hpp"

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace sonae::ui {

using DrawFunction = std::function<void(Ui&)>;

struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba; // rows from the top
};
void write_png(const std::filesystem::path& path, const Picture& picture);

// What a person does before one frame. Keys and the button are down for that frame only, unless named again.
struct Input {
    std::optional<ImVec2> mouse = {}; // stays until moved again
    bool button = false;
    float wheel = 0;
    std::vector<Key> keys = {};
    std::string typed = {};
};

class Offscreen {
  public:
    enum class Gl : std::uint8_t { none, surfaceless };
    // Throws std::runtime_error with a sentence when a picture is asked for and EGL has no surfaceless platform.
    Offscreen(Fonts& fonts, int width, int height, const ThemeChoice& theme = {}, Gl gl = Gl::none);
    ~Offscreen();
    Offscreen(const Offscreen&) = delete;
    Offscreen& operator=(const Offscreen&) = delete;

    Ui& ui();
    void resize(int width, int height);
    ThemeChoice& theme();

    // One frame, 1/60 s after the last. Builds what the fonts lack and draws again, so that every frame is whole.
    void frame(const DrawFunction& view, const Input& input = {});
    void frames(const DrawFunction& view, int count, const std::vector<Input>& script = {});
    // Two or three frames each: move, down, up. False when there is no such control or it is off or out of sight.
    bool click(const DrawFunction& view, std::string_view name);
    void press(const DrawFunction& view, Key key);
    void type(const DrawFunction& view, std::string_view words);

    // What the last frame looks like. Only with Gl::surfaceless.
    Picture picture();

  private:
    struct Context;
    std::unique_ptr<Context> context_;
};

} // namespace sonae::ui
