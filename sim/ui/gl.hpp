// What a window and an offscreen picture share: ImGui's GL objects and the font atlas as a texture. Needs a current
// GL 3.3 context and ImGui context.
#pragma once

#include "ui/fonts.hpp"

namespace sonae::ui {

// ImGui's shader and buffers, without the font texture that its backend would make: four bytes a pixel where one does.
void start_gl_backend();
void stop_gl_backend();

// The atlas as one GL texture of one byte a pixel. A Fonts belongs to one of these.
class FontTexture {
  public:
    // Uploads when the atlas was rebuilt since the last time, and frees its pixels.
    void follow(Fonts& fonts);

  private:
    unsigned texture_ = 0; // lives as long as its GL context
    std::uint32_t generation_ = 0;
};

// Draws ImGui's picture into the current framebuffer.
void draw_picture(int width, int height);

} // namespace sonae::ui
