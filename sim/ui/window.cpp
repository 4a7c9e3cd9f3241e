#include "ui/window.hpp"

#include "ui/gl.hpp"

#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <imgui.h>

#include <algorithm>
#include <bitset>
#include <cfloat>
#include <deque>
#include <stdexcept>

namespace sonae::ui {
namespace {

static_assert(static_cast<int>(Key::enter) == GLFW_KEY_ENTER && static_cast<int>(Key::end) == GLFW_KEY_END);
static_assert(static_cast<int>(Key::a) == GLFW_KEY_A && static_cast<int>(Key::z) == GLFW_KEY_Z);
static_assert(static_cast<int>(Key::f12) == GLFW_KEY_F12 && static_cast<int>(Key::space) == GLFW_KEY_SPACE);
static_assert(static_cast<int>(Key::keypad_enter) == GLFW_KEY_KP_ENTER && static_cast<int>(Key::up) == GLFW_KEY_UP);

// A frame whose characters were all new is drawn again with them; a third time settles what their widths moved.
constexpr int kMostTries = 3;

std::string glfw_reason()
{
    const char* words = nullptr;
    return glfwGetError(&words) != GLFW_NO_ERROR && words != nullptr ? std::string(" (") + words + ")" : std::string();
}

// What does not fit on the screen with its frame opens maximised, and is a little smaller once it is not.
ImVec2 fitting_size(const WindowOptions& options)
{
    constexpr int kFrame = 48; // of the window manager, about
    int left = 0, top = 0, width = 0, height = 0;
    if (GLFWmonitor* monitor = glfwGetPrimaryMonitor()) glfwGetMonitorWorkarea(monitor, &left, &top, &width, &height);
    const bool fits = width <= 0 || (options.width <= width && options.height + kFrame <= height);
    glfwWindowHint(GLFW_MAXIMIZED, fits ? GLFW_FALSE : GLFW_TRUE);
    if (fits) return {static_cast<float>(options.width), static_cast<float>(options.height)};
    return {static_cast<float>(std::min(options.width, width * 9 / 10)),
            static_cast<float>(std::min(options.height, height * 9 / 10))};
}

GLFWwindow* open_native(const WindowOptions& options, GLFWwindow* first)
{
    const ImVec2 size = fitting_size(options);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    GLFWwindow* window =
        glfwCreateWindow(static_cast<int>(size.x), static_cast<int>(size.y), options.title.c_str(), nullptr, first);
    if (window == nullptr)
        throw std::runtime_error("A window can't be opened: OpenGL 3.3 is needed" + glfw_reason() + ".");
    return window;
}

// The monitor that holds the window's middle, else the first.
GLFWmonitor* monitor_of(GLFWwindow* window)
{
    int x = 0, y = 0, width = 0, height = 0, count = 0;
    glfwGetWindowPos(window, &x, &y);
    glfwGetWindowSize(window, &width, &height);
    GLFWmonitor** monitors = glfwGetMonitors(&count);
    for (int i = 0; i < count; ++i) {
        int left = 0, top = 0;
        glfwGetMonitorPos(monitors[i], &left, &top);
        const GLFWvidmode* mode = glfwGetVideoMode(monitors[i]);
        const int mx = x + width / 2 - left;
        const int my = y + height / 2 - top;
        if (mode != nullptr && mx >= 0 && my >= 0 && mx < mode->width && my < mode->height) return monitors[i];
    }
    return glfwGetPrimaryMonitor();
}

// The mouse as it was, not only as it is when a frame begins: a slow frame must not move a press to where the mouse
// went afterwards, and ImGui hears a press only where it saw the mouse in the frame before (a tap on a touch screen
// jumps).
class MouseQueue {
  public:
    void moved(double x, double y) { events_.push_back({{static_cast<float>(x), static_cast<float>(y)}, -1, false}); }
    void pressed(int button, bool down)
    {
        if (button < kButtons) events_.push_back({{}, button, down});
    }
    bool has_more() const { return !events_.empty(); }

    // After the backend's own reading: as much as one frame can take, in its place.
    void take_into(ImGuiIO& io)
    {
        if (io.MousePos.x == -FLT_MAX) events_.clear(); // not our window's any more
        if (events_.empty() && !waits_) return sync(io);
        bool moved = false, changed = false;
        for (; !events_.empty(); events_.pop_front()) {
            const Event& next = events_.front();
            const bool is_move = next.button < 0;
            if (changed || (!is_move && moved && next.down)) break;
            if (is_move)
                at_ = next.at, moved = true;
            else
                down_[next.button] = next.down, changed = true;
        }
        waits_ = changed || !events_.empty();
        write(io);
    }

  private:
    static constexpr int kButtons = 3;
    struct Event {
        ImVec2 at;
        int button; // -1: the mouse moved
        bool down;
    };
    void sync(const ImGuiIO& io)
    {
        at_ = io.MousePos;
        std::copy_n(io.MouseDown, kButtons, down_);
    }
    void write(ImGuiIO& io) const
    {
        io.MousePos = at_;
        std::copy_n(down_, kButtons, io.MouseDown);
    }

    std::deque<Event> events_;
    ImVec2 at_ = {};
    bool down_[kButtons] = {};
    bool waits_ = false; // the last frame left something for the next
};

} // namespace

struct Desktop::Shared {
    std::vector<Window*> windows;
    FontTexture font_texture;
};

struct Window::Native {
    Native(Desktop& on, Fonts& with, const ThemeChoice& look) : desktop(on), fonts(with), ui(with), theme(look) {}

    Desktop& desktop;
    Fonts& fonts;
    Ui ui;
    ThemeChoice theme;
    GLFWwindow* window = nullptr;
    ImGuiContext* context = nullptr;
    int frames = 3;
    double due = -1; // glfw time of a redraw that was asked for
    int windowed[4] = {60, 60, 1280, 720};
    // A key may go down and up between two frames, and ImGui 1.86 sees only how it is when the frame begins: a release
    // waits until its press was seen.
    std::bitset<GLFW_KEY_LAST + 1> fresh;
    std::vector<int> held_back;
    MouseQueue mouse;

    static Native& of(GLFWwindow* window) { return *static_cast<Native*>(glfwGetWindowUserPointer(window)); }
    // Events may arrive while another window's context is current.
    static Native& wake(GLFWwindow* window)
    {
        Native& native = of(window);
        ImGui::SetCurrentContext(native.context);
        native.frames = std::max(native.frames, 3);
        return native;
    }
    void install_callbacks();
    void on_key(int key, int scancode, int action, int mods);
    void let_go_held_back();
    void run_frame(const DrawFunction& view);
};

void Window::Native::on_key(int key, int scancode, int action, int mods)
{
    const bool known = key >= 0 && key <= GLFW_KEY_LAST;
    if (known && action == GLFW_RELEASE && fresh[static_cast<std::size_t>(key)]) {
        held_back.push_back(key);
        return;
    }
    if (known && action == GLFW_PRESS) fresh.set(static_cast<std::size_t>(key));
    ImGui_ImplGlfw_KeyCallback(window, key, scancode, action, mods);
}

void Window::Native::let_go_held_back()
{
    fresh.reset();
    for (const int key : held_back) ImGui_ImplGlfw_KeyCallback(window, key, 0, GLFW_RELEASE, 0);
    if (!held_back.empty()) frames = std::max(frames, 3);
    held_back.clear();
}

void Window::Native::install_callbacks()
{
    glfwSetWindowUserPointer(window, this);
    glfwSetWindowFocusCallback(window,
                               [](GLFWwindow* w, int on) { wake(w), ImGui_ImplGlfw_WindowFocusCallback(w, on); });
    glfwSetCursorEnterCallback(window,
                               [](GLFWwindow* w, int on) { wake(w), ImGui_ImplGlfw_CursorEnterCallback(w, on); });
    glfwSetCursorPosCallback(window, [](GLFWwindow* w, double x, double y) { wake(w).mouse.moved(x, y); });
    glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int button, int action, int) {
        wake(w).mouse.pressed(button, action == GLFW_PRESS);
    });
    glfwSetScrollCallback(window,
                          [](GLFWwindow* w, double x, double y) { wake(w), ImGui_ImplGlfw_ScrollCallback(w, x, y); });
    glfwSetKeyCallback(window, [](GLFWwindow* w, int key, int scancode, int action, int mods) {
        wake(w).on_key(key, scancode, action, mods);
    });
    glfwSetCharCallback(window, [](GLFWwindow* w, unsigned c) { wake(w), ImGui_ImplGlfw_CharCallback(w, c); });
    glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int, int) { wake(w); });
    glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { wake(w); });
    glfwSetWindowCloseCallback(window, [](GLFWwindow* w) { wake(w); });
}

void Window::Native::run_frame(const DrawFunction& view)
{
    fonts.rebuild();
    desktop.shared_->font_texture.follow(fonts);
    ImGui_ImplGlfw_NewFrame();
    mouse.take_into(ImGui::GetIO());
    if (mouse.has_more()) frames = std::max(frames, 3);
    ImGui::NewFrame();
    ui.begin_frame(theme, ImGui::GetIO().DisplaySize.y);
    view(ui);
    ImGui::Render();
}

Desktop::Desktop() : shared_(std::make_unique<Shared>())
{
    if (glfwInit() != GLFW_TRUE)
        throw std::runtime_error("No display can be opened" + glfw_reason() +
                                 ". Start Sonae in a graphical session, or use a command that needs no window.");
}

Desktop::~Desktop() { glfwTerminate(); }

void Desktop::wake() { glfwPostEmptyEvent(); }

void Desktop::wait(double seconds)
{
    const double now = glfwGetTime();
    double until = seconds < 0 ? -1 : now + seconds;
    bool busy = false;
    for (const Window* window : shared_->windows) {
        const double due = window->native_->due;
        busy = busy || window->has_frames_to_draw();
        if (due >= 0 && (until < 0 || due < until)) until = due;
    }
    if (busy || (until >= 0 && until <= now))
        glfwPollEvents();
    else if (until < 0)
        glfwWaitEvents();
    else
        glfwWaitEventsTimeout(until - now);
    for (Window* window : shared_->windows) {
        if (window->native_->due < 0 || window->native_->due > glfwGetTime()) continue;
        window->native_->due = -1;
        window->redraw();
    }
}

Window::Window(Desktop& desktop, Fonts& fonts, const WindowOptions& options, Window* first)
    : native_(std::make_unique<Native>(desktop, fonts, options.theme))
{
    native_->window = open_native(options, first != nullptr ? first->native_->window : nullptr);
    glfwMakeContextCurrent(native_->window);
    // One window waits for the display; a second one that waited too would halve the frame rate.
    glfwSwapInterval(first == nullptr ? 1 : 0);
    native_->context = ImGui::CreateContext(&fonts.atlas());
    ImGui::SetCurrentContext(native_->context);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    io.ConfigInputTextCursorBlink = false; // nothing blinks, and an idle window draws nothing
    native_->install_callbacks();
    ImGui_ImplGlfw_InitForOpenGL(native_->window, false);
    map_imgui_keys();
    start_gl_backend();
    desktop.shared_->windows.push_back(this);
    if (options.fullscreen) set_fullscreen(true);
}

Window::~Window()
{
    std::erase(native_->desktop.shared_->windows, this);
    glfwMakeContextCurrent(native_->window);
    ImGui::SetCurrentContext(native_->context);
    stop_gl_backend();
    ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext(native_->context);
    glfwDestroyWindow(native_->window);
}

bool Window::wants_to_close() const { return glfwWindowShouldClose(native_->window) == GLFW_TRUE; }
bool Window::is_fullscreen() const { return glfwGetWindowMonitor(native_->window) != nullptr; }
ThemeChoice& Window::theme() { return native_->theme; }
Ui& Window::ui() { return native_->ui; }
void Window::redraw(int frames) { native_->frames = std::max(native_->frames, frames); }
bool Window::has_frames_to_draw() const { return native_->frames > 0; }

void Window::set_fullscreen(bool on)
{
    if (on == is_fullscreen()) return;
    int* was = native_->windowed;
    if (!on) {
        glfwSetWindowMonitor(native_->window, nullptr, was[0], was[1], was[2], was[3], GLFW_DONT_CARE);
        return redraw();
    }
    GLFWmonitor* monitor = monitor_of(native_->window);
    const GLFWvidmode* mode = monitor != nullptr ? glfwGetVideoMode(monitor) : nullptr;
    if (mode == nullptr) return;
    glfwGetWindowPos(native_->window, &was[0], &was[1]);
    glfwGetWindowSize(native_->window, &was[2], &was[3]);
    glfwSetWindowMonitor(native_->window, monitor, 0, 0, mode->width, mode->height, mode->refreshRate);
    redraw();
}

bool Window::draw(const DrawFunction& view)
{
    if (native_->frames <= 0) return false;
    --native_->frames;
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(native_->window, &width, &height);
    if (width <= 0 || height <= 0) return false; // minimised
    glfwMakeContextCurrent(native_->window);
    ImGui::SetCurrentContext(native_->context);
    for (int attempt = 0; attempt < kMostTries; ++attempt) {
        native_->run_frame(view);
        if (!native_->fonts.is_stale()) break;
    }
    const float due = native_->ui.redraw_due();
    native_->due = due < 0 ? -1 : glfwGetTime() + static_cast<double>(due);
    native_->let_go_held_back();
    draw_picture(width, height);
    glfwSwapBuffers(native_->window);
    return true;
}

} // namespace sonae::ui
