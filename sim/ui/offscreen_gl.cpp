#include "ui/offscreen_gl.hpp"

#include <EGL/egl.h>
#include <EGL/eglext.h>
#define GL_GLEXT_PROTOTYPES
#include <GL/gl.h>
#include <GL/glext.h>

#include <cstring>
#include <stdexcept>

namespace sonae::ui {
namespace {

[[noreturn]] void refuse(const char* what)
{
    throw std::runtime_error(std::string("Pictures can't be drawn here: ") + what +
                             ". They need EGL with a surfaceless platform (package libegl-mesa0).");
}

EGLDisplay open_display()
{
    const auto get_display =
        reinterpret_cast<PFNEGLGETPLATFORMDISPLAYEXTPROC>(eglGetProcAddress("eglGetPlatformDisplayEXT"));
    if (get_display == nullptr) refuse("EGL knows no platforms");
    EGLDisplay display = get_display(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
    if (display == EGL_NO_DISPLAY || eglInitialize(display, nullptr, nullptr) == EGL_FALSE)
        refuse("EGL opens no display");
    return display;
}

EGLContext open_context(EGLDisplay display)
{
    const EGLint wanted[] = {EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_SURFACE_TYPE, EGL_DONT_CARE, EGL_NONE};
    EGLConfig config = nullptr;
    EGLint count = 0;
    eglChooseConfig(display, wanted, &config, 1, &count);
    eglBindAPI(EGL_OPENGL_API);
    const EGLint version[] = {
        EGL_CONTEXT_MAJOR_VERSION,           3,       EGL_CONTEXT_MINOR_VERSION, 3, EGL_CONTEXT_OPENGL_PROFILE_MASK,
        EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT, EGL_NONE};
    EGLContext context = eglCreateContext(display, count > 0 ? config : nullptr, EGL_NO_CONTEXT, version);
    if (context == EGL_NO_CONTEXT) refuse("OpenGL 3.3 is missing");
    return context;
}

} // namespace

OffscreenGl::OffscreenGl() : display_(open_display()), context_(open_context(display_)) { make_current(); }

OffscreenGl::~OffscreenGl()
{
    make_current();
    release();
    eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
    // The display stays: EGL hands the same one to everybody in the process.
    eglDestroyContext(display_, context_);
}

void OffscreenGl::make_current()
{
    if (eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, context_) == EGL_FALSE)
        refuse("a context without a surface is refused");
}

void OffscreenGl::release()
{
    if (framebuffer_ != 0) glDeleteFramebuffers(1, &framebuffer_);
    if (color_ != 0) glDeleteRenderbuffers(1, &color_);
    framebuffer_ = color_ = 0;
}

void OffscreenGl::resize(int width, int height)
{
    if (width == width_ && height == height_ && framebuffer_ != 0) return;
    release();
    width_ = width;
    height_ = height;
    glGenRenderbuffers(1, &color_);
    glBindRenderbuffer(GL_RENDERBUFFER, color_);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
    glGenFramebuffers(1, &framebuffer_);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, color_);
    if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) refuse("the picture is too large");
}

Picture OffscreenGl::draw()
{
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
    draw_picture(width_, height_);
    Picture picture{width_, height_, {}};
    const std::size_t row = static_cast<std::size_t>(width_) * 4;
    const auto rows = static_cast<std::size_t>(height_);
    std::vector<std::uint8_t> upside_down(row * rows);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width_, height_, GL_RGBA, GL_UNSIGNED_BYTE, upside_down.data());
    picture.rgba.resize(upside_down.size());
    for (std::size_t y = 0; y < rows; ++y)
        std::memcpy(picture.rgba.data() + y * row, upside_down.data() + (rows - 1 - y) * row, row);
    return picture;
}

} // namespace sonae::ui
