// A picture in memory: an EGL context without a surface and a framebuffer object.
#pragma once

#include "ui/gl.hpp"
#include "ui/offscreen.hpp"

namespace sonae::ui {

class OffscreenGl {
  public:
    OffscreenGl(); // throws std::runtime_error with a sentence
    ~OffscreenGl();
    OffscreenGl(const OffscreenGl&) = delete;
    OffscreenGl& operator=(const OffscreenGl&) = delete;

    void make_current();
    void resize(int width, int height);
    FontTexture fonts;
    Picture draw(); // ImGui's last frame

  private:
    void release();
    void* display_ = nullptr;
    void* context_ = nullptr;
    unsigned framebuffer_ = 0, color_ = 0;
    int width_ = 0, height_ = 0;
};

} // namespace sonae::ui
