#include "ui/offscreen.hpp"

#include "ui/offscreen_gl.hpp"

#include "base/check.hpp"

#include <imgui.h>

#include <algorithm>

namespace sonae::ui {
namespace {

constexpr int kMostTries = 3; // as a window: new characters are built and the frame drawn again
constexpr float kFrameSeconds = 1.f / 60.f;

// ImGui's current context is a global: whoever runs frames gives it back.
class CurrentContext {
  public:
    explicit CurrentContext(ImGuiContext* ours) : before_(ImGui::GetCurrentContext())
    {
        ImGui::SetCurrentContext(ours);
    }
    ~CurrentContext() { ImGui::SetCurrentContext(before_); }
    CurrentContext(const CurrentContext&) = delete;
    CurrentContext& operator=(const CurrentContext&) = delete;

  private:
    ImGuiContext* before_;
};

void apply_input(const Input& input)
{
    ImGuiIO& io = ImGui::GetIO();
    if (input.mouse) io.MousePos = *input.mouse;
    io.MouseDown[0] = input.button;
    io.MouseWheel = input.wheel;
    std::fill(std::begin(io.KeysDown), std::end(io.KeysDown), false);
    for (const Key key : input.keys) io.KeysDown[static_cast<int>(key)] = true;
    io.KeyCtrl = io.KeysDown[static_cast<int>(Key::left_control)];
    io.KeyShift = io.KeysDown[static_cast<int>(Key::left_shift)];
    io.KeyAlt = io.KeysDown[static_cast<int>(Key::left_alt)];
    if (!input.typed.empty()) io.AddInputCharactersUTF8(input.typed.c_str());
}

} // namespace

struct Offscreen::Context {
    Context(Fonts& with, const ThemeChoice& look) : fonts(with), ui(with), theme(look) {}
    Fonts& fonts;
    Ui ui;
    ThemeChoice theme;
    ImVec2 size = {};
    ImGuiContext* imgui = nullptr;
    std::unique_ptr<OffscreenGl> gl;
};

Offscreen::Offscreen(Fonts& fonts, int width, int height, const ThemeChoice& theme, Gl gl)
    : context_(std::make_unique<Context>(fonts, theme))
{
    if (gl == Gl::surfaceless) context_->gl = std::make_unique<OffscreenGl>();
    // ImGui makes the first context current by itself: ours must not stay so, or it would be given back when it is
    // gone.
    const CurrentContext current(nullptr);
    context_->imgui = ImGui::CreateContext(&fonts.atlas());
    ImGui::SetCurrentContext(context_->imgui);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.ConfigInputTextCursorBlink = false;
    map_imgui_keys();
    context_->ui.logs_text = true;
    if (context_->gl) start_gl_backend();
    resize(width, height);
}

Offscreen::~Offscreen()
{
    const CurrentContext current(context_->imgui);
    if (context_->gl) {
        context_->gl->make_current();
        stop_gl_backend();
    }
    ImGui::DestroyContext(context_->imgui);
    context_->imgui = nullptr;
}

Ui& Offscreen::ui() { return context_->ui; }
ThemeChoice& Offscreen::theme() { return context_->theme; }

void Offscreen::resize(int width, int height)
{
    EXPECTS(width > 0 && height > 0 && width <= 16384 && height <= 16384);
    context_->size = {static_cast<float>(width), static_cast<float>(height)};
    if (context_->gl) context_->gl->resize(width, height);
}

void Offscreen::frame(const DrawFunction& view, const Input& input)
{
    const CurrentContext current(context_->imgui);
    if (context_->gl) context_->gl->make_current();
    apply_input(input);
    ImGui::GetIO().DisplaySize = context_->size;
    ImGui::GetIO().DeltaTime = kFrameSeconds;
    for (int attempt = 0; attempt < kMostTries; ++attempt) {
        context_->fonts.rebuild();
        if (context_->gl) context_->gl->fonts.follow(context_->fonts);
        ImGui::NewFrame();
        context_->ui.begin_frame(context_->theme, context_->size.y);
        view(context_->ui);
        ImGui::Render();
        if (!context_->fonts.is_stale()) break;
    }
}

void Offscreen::frames(const DrawFunction& view, int count, const std::vector<Input>& script)
{
    for (int i = 0; i < count; ++i) {
        const auto step = static_cast<std::size_t>(i);
        frame(view, step < script.size() ? script[step] : Input{});
    }
}

bool Offscreen::click(const DrawFunction& view, std::string_view name)
{
    // Twice: a scroll area or a popup that appeared knows its size only in its second frame.
    frames(view, 2);
    const DrawnWidget* widget = ui().widgets.find(name);
    if (widget == nullptr || !widget->enabled) return false;
    const Rect seen = widget->at.common(widget->clip);
    if (seen.w <= 0 || seen.h <= 0) return false;
    const ImVec2 target = seen.center();
    frame(view, {.mouse = target});
    frame(view, {.mouse = target, .button = true});
    frame(view, {.mouse = target});
    return true;
}

void Offscreen::press(const DrawFunction& view, Key key)
{
    frame(view, {.keys = {key}});
    frame(view);
}

void Offscreen::type(const DrawFunction& view, std::string_view words)
{
    frame(view, {.typed = std::string(words)});
    frame(view);
}

Picture Offscreen::picture()
{
    EXPECTS(context_->gl != nullptr);
    const CurrentContext current(context_->imgui);
    context_->gl->make_current();
    return context_->gl->draw();
}

} // namespace sonae::ui
