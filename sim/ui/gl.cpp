#include "ui/gl.hpp"

#include <backends/imgui_impl_opengl3.h>

#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>

#include <cstdint>
#include <stdexcept>
#include <string>

namespace sonae::ui {

void start_gl_backend()
{
    ImGui_ImplOpenGL3_Init("#version 330 core");
    // The backend uploads whatever atlas it finds while it makes its objects: show it a tiny one and take that back.
    ImGuiIO& io = ImGui::GetIO();
    ImFontAtlas* ours = io.Fonts;
    ImFontAtlas tiny;
    io.Fonts = &tiny;
    ImGui_ImplOpenGL3_CreateDeviceObjects();
    ImGui_ImplOpenGL3_DestroyFontsTexture();
    io.Fonts = ours;
}

void stop_gl_backend() { ImGui_ImplOpenGL3_Shutdown(); }

void FontTexture::follow(Fonts& fonts)
{
    if (generation_ == fonts.generation()) return;
    fonts.restore_pixels();
    unsigned char* pixels = nullptr;
    int width = 0;
    int height = 0;
    fonts.atlas().GetTexDataAsAlpha8(&pixels, &width, &height);
    GLint largest = 0;
    glGetIntegerv(GL_MAX_TEXTURE_SIZE, &largest);
    if (width > largest || height > largest)
        throw std::runtime_error("The characters of this screen need a larger texture than the display takes (" +
                                 std::to_string(largest) + " px). Make the window or the text smaller.");
    if (texture_ == 0) glGenTextures(1, &texture_);
    glBindTexture(GL_TEXTURE_2D, texture_);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    // The shader multiplies by RGBA: white, and the byte as its alpha.
    const GLint swizzle[] = {GL_ONE, GL_ONE, GL_ONE, GL_RED};
    glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, swizzle);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, width, height, 0, GL_RED, GL_UNSIGNED_BYTE, pixels);
    fonts.atlas().SetTexID(reinterpret_cast<ImTextureID>(static_cast<std::intptr_t>(texture_)));
    fonts.forget_pixels();
    generation_ = fonts.generation();
}

void draw_picture(int width, int height)
{
    glViewport(0, 0, width, height);
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

} // namespace sonae::ui
