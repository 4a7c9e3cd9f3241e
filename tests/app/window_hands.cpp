#include "app/window_hands.hpp"

#include <catch2/catch.hpp>

#include <chrono>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <fstream>
#include <sstream>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

namespace sonae::test {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr auto kPatience = 30s; // for a machine that is busy with other tests

std::vector<char*> pointers(const std::vector<std::string>& texts)
{
    std::vector<char*> all;
    for (const std::string& text : texts) all.push_back(const_cast<char*>(text.c_str()));
    all.push_back(nullptr);
    return all;
}

std::vector<std::string> environment_with(const std::vector<std::string>& variables)
{
    std::vector<std::string> all;
    const auto name_of = [](const std::string& v) { return v.substr(0, v.find('=') + 1); };
    for (char** v = environ; *v; ++v)
        if (std::none_of(variables.begin(), variables.end(),
                         [&](const std::string& ours) { return name_of(ours) == name_of(*v); }))
            all.emplace_back(*v);
    for (const std::string& ours : variables)
        if (!ours.ends_with('=')) all.push_back(ours);
    return all;
}

// A pipe's reading end stays ours; the writing end is handed on.
struct Pipe {
    Pipe()
    {
        REQUIRE(pipe(ends) == 0);
        fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    }
    ~Pipe()
    {
        ::close(ends[0]);
        close_writing();
    }
    void close_writing()
    {
        if (ends[1] >= 0) ::close(std::exchange(ends[1], -1));
    }
    std::string line()
    {
        std::string words;
        for (char c = 0; ::read(ends[0], &c, 1) == 1 && c != '\n';) words += c;
        return words;
    }
    int ends[2] = {-1, -1};
};

std::string key_name(ui::Key key)
{
    const int code = static_cast<int>(key);
    if (code >= '0' && code <= '9') return std::string(1, static_cast<char>(code));
    if (code >= 'A' && code <= 'Z') return std::string(1, static_cast<char>(code - 'A' + 'a'));
    switch (key) {
    case ui::Key::enter: return "Return";
    case ui::Key::space: return "space";
    case ui::Key::right: return "Right";
    case ui::Key::left: return "Left";
    case ui::Key::end: return "End";
    case ui::Key::escape: return "Escape";
    default: FAIL("a key that xdotool is not told of"); return {};
    }
}

} // namespace

Started::Started(const std::vector<std::string>& arguments, const std::vector<std::string>& variables)
{
    const std::vector<std::string> environment = environment_with(variables);
    const auto argv = pointers(arguments), envp = pointers(environment);
    id_ = fork();
    REQUIRE(id_ >= 0);
    if (id_ > 0) return;
    execvpe(argv[0], argv.data(), envp.data());
    _exit(127);
}

Started::~Started()
{
    if (over_) return;
    kill(id_, SIGTERM);
    if (!wait_at_most(3000)) kill(id_, SIGKILL), wait();
}

int Started::wait()
{
    int status = 0;
    waitpid(id_, &status, 0);
    over_ = true;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

std::optional<int> Started::wait_at_most(int ms)
{
    for (const auto end = Clock::now() + std::chrono::milliseconds(ms);; std::this_thread::sleep_for(10ms)) {
        siginfo_t info{};
        if (waitid(P_PID, static_cast<id_t>(id_), &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == id_)
            return wait();
        if (Clock::now() >= end) return std::nullopt;
    }
}

// The number comes from our process id: servers that look for a free one themselves may, when two start at once, take
// the same.
Display::Display()
{
    static int uses = 0;
    std::string number;
    for (int attempt = 0; number.empty() && attempt < 20; ++attempt) {
        const int wanted = 100 + (getpid() * 20 + uses++) % 20'000;
        Pipe told;
        server_ = std::make_unique<Started>(std::vector<std::string>{
            "Xvfb", ":" + std::to_string(wanted), "-displayfd", std::to_string(told.ends[1]), "-screen", "0",
            "1700x1000x24", "+extension", "GLX", "-nolisten", "tcp", "-noreset"});
        told.close_writing();
        number = told.line();
    }
    INFO("Xvfb is in the Debian package xvfb, which ./dev test installs");
    REQUIRE_FALSE(number.empty());
    variable_ = "DISPLAY=:" + number;
    manager_ = std::make_unique<Started>(std::vector<std::string>{"openbox"}, std::vector<std::string>{variable_});
    // A window that appears while the manager starts may never be mapped: it is there once it answers.
    const auto answers = [this] {
        return Started({"/bin/sh", "-c", "exec xdotool get_num_desktops >/dev/null 2>&1"}, {variable_}).wait() == 0;
    };
    for (const auto end = Clock::now() + kPatience; !answers(); std::this_thread::sleep_for(20ms)) {
        INFO("openbox and xdotool are Debian packages, which ./dev test installs");
        REQUIRE(Clock::now() < end);
    }
}

WindowHands::WindowHands(const Display& display, const std::filesystem::path& home)
    : display_(display.variable()), report_(home / "widgets.txt")
{
    program_ = std::make_unique<Started>(
        std::vector<std::string>{SONAE_BINARY, "--data", SONAE_SOURCE_DIR, "--home", home.string(), "--widgets",
                                 report_.string()},
        std::vector<std::string>{display_, "WAYLAND_DISPLAY=", "LIBGL_ALWAYS_SOFTWARE=1",
                                 // The graphics driver leaks, and is unloaded before its leaks could be named.
                                 "ASAN_OPTIONS=detect_leaks=0"});
    until("the first screen", [](const Report& r) { return !r.screen.empty(); });
    find_window();
}

void WindowHands::find_window()
{
    for (const auto end = Clock::now() + kPatience; window_.empty() && Clock::now() < end;
         std::this_thread::sleep_for(50ms)) {
        Pipe told;
        const std::string command = "exec xdotool search --onlyvisible --pid " + std::to_string(program_->id()) +
                                    " >&" + std::to_string(told.ends[1]);
        Started search({"/bin/sh", "-c", command}, {display_});
        told.close_writing();
        window_ = told.line();
        search.wait();
    }
    INFO("xdotool is in the Debian package xdotool, openbox in openbox; ./dev test installs them");
    REQUIRE_FALSE(window_.empty());
    tool({"windowactivate", "--sync", window_});
}

void WindowHands::tool(const std::vector<std::string>& arguments) const
{
    std::vector<std::string> all{"xdotool"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    REQUIRE(Started(all, {display_}).wait() == 0);
}

WindowHands::Report WindowHands::read() const
{
    Report report;
    std::ifstream in(report_);
    std::string line;
    const auto fields = [&line] {
        std::vector<std::string> parts(1);
        for (const char c : line) c == '\t' ? parts.emplace_back() : parts.back().append(1, c);
        return parts;
    };
    if (!std::getline(in, line)) return report;
    const auto head = fields();
    report.screen = head.at(0), report.page = head.at(5);
    report.accepted = std::stoull(head.at(1)), report.clicks = std::stoull(head.at(2)),
    report.keys = std::stoull(head.at(3)), report.letters = std::stoull(head.at(4));
    while (std::getline(in, line)) {
        const auto f = fields();
        report.spots[f.at(0)] = {std::stof(f.at(1)), std::stof(f.at(2)), std::stof(f.at(3)), std::stof(f.at(4)),
                                 f.at(5) == "on"};
    }
    return report;
}

template <class Reached>
void WindowHands::until(const std::string& what, const Reached& reached)
{
    for (const auto end = Clock::now() + kPatience; Clock::now() < end; std::this_thread::sleep_for(4ms)) {
        if (reached(read())) return;
        if (const auto status = program_->wait_at_most(0))
            FAIL("the program left with " << *status << " before " << what);
    }
    const Report last = read();
    FAIL("waited in vain for " << what << "; the screen is " << last.screen << " after " << last.accepted
                               << " commands");
}

void WindowHands::click(const std::string& widget)
{
    await_widget(widget);
    const Report before = read();
    const Spot at = before.spots.at(widget);
    const auto whole = [](float v) { return std::to_string(static_cast<int>(v)); };
    tool({"mousemove", "--window", window_, whole(at.x + at.w / 2), whole(at.y + at.h / 2), "click", "1"});
    until("a press on " + widget, [&](const Report& now) { return now.clicks > before.clicks; });
}

void WindowHands::press(ui::Key key)
{
    const std::uint64_t before = read().keys;
    tool({"key", key_name(key)});
    until("the key " + key_name(key), [&](const Report& now) { return now.keys > before; });
}

void WindowHands::type(const std::string& words)
{
    const std::uint64_t before = read().letters;
    tool({"type", "--delay", "30", words});
    until("typing " + words, [&](const Report& now) { return now.letters >= before + words.size(); });
}

void WindowHands::await(const std::string& screen, std::uint64_t accepted)
{
    until(screen + " after " + std::to_string(accepted) + " commands",
          [&](const Report& now) { return now.screen == screen && now.accepted == accepted; });
}

void WindowHands::await_widget(const std::string& name)
{
    until(name, [&](const Report& now) { return now.spots.contains(name) && now.spots.at(name).on; });
}

bool WindowHands::sees(const std::string& widget)
{
    const Report now = read();
    const auto spot = now.spots.find(widget);
    return spot != now.spots.end() && spot->second.on && spot->second.h > 4;
}

std::string WindowHands::await_page()
{
    until("the saved page", [](const Report& now) { return !now.page.empty(); });
    return read().page;
}

// The first key that a display ever sees makes the window manager read the keyboard anew; it may miss that one.
int WindowHands::close()
{
    std::optional<int> status;
    for (int attempt = 0; attempt < 10 && !status; ++attempt) {
        tool({"key", "alt+F4"});
        status = program_->wait_at_most(3000);
    }
    REQUIRE(status);
    return *status;
}

int WindowHands::processor_ms(int wall_ms)
{
    const auto used = [this] {
        std::ifstream in("/proc/" + std::to_string(program_->id()) + "/stat");
        std::string words((std::istreambuf_iterator<char>(in)), {});
        std::istringstream rest(words.substr(words.rfind(')') + 2)); // the name may hold blanks
        std::string skipped;
        for (int field = 3; field < 14; ++field) rest >> skipped;
        long user = 0, system = 0;
        rest >> user >> system;
        return (user + system) * 1000 / sysconf(_SC_CLK_TCK);
    };
    std::this_thread::sleep_for(500ms); // what starting left to do
    const auto before = used();
    std::this_thread::sleep_for(std::chrono::milliseconds(wall_ms));
    return static_cast<int>(used() - before);
}

int run_without_display(const std::filesystem::path& home)
{
    return Started({SONAE_BINARY, "--data", SONAE_SOURCE_DIR, "--home", home.string()},
                   {"DISPLAY=", "WAYLAND_DISPLAY="})
        .wait();
}

} // namespace sonae::test
