// What a session costs in the window: how long until it stands there, and what a frame takes of our processor while a
// ledger of a thousand rows is scrolled and edited. The application's own shell, without its window.
#include "app/bench_parts.hpp"
#include "app/shell_home.hpp"
#include "ui/offscreen.hpp"
#include "ui/shell.hpp"
#include "workshop/activities/session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <fstream>
#include <thread>

namespace sonae::app {
namespace {

constexpr int kScreenWidth = 1920, kScreenHeight = 1080, kLedgerRows = 1000;
constexpr std::string_view kCells = "session.ledger.ledger.cells";

// Milliseconds of this thread's processor: what others do on the machine is not counted.
double processor_ms_of(const std::function<void()>& work)
{
    const auto now = [] {
        timespec t{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
        return static_cast<double>(t.tv_sec) * 1e3 + static_cast<double>(t.tv_nsec) / 1e6;
    };
    const double before = now();
    work();
    return now() - before;
}

// Somebody before the application.
class BenchVisitor {
  public:
    explicit BenchVisitor(const Shared& shared)
        : shell_({.data = shared.data, .home = home_.path, .language = Language::ja, .user_home = {}, .wake = {}}),
          screen_(fonts_, kScreenWidth, kScreenHeight, shell_.theme())
    {
        settle();
    }

    ui::Shell& shell() { return shell_; }
    const std::filesystem::path& home() const { return home_.path; }
    void frame(const ui::Input& input = {}) { screen_.frame(view_, input); }
    // A frame as the window's loop makes it: what came, the picture, what was pressed.
    double whole_frame_ms(const ui::Input& input = {})
    {
        return processor_ms_of([&] {
            shell_.tick(0);
            frame(input);
            shell_.carry_out(0);
        });
    }
    void click(std::string_view widget)
    {
        if (!screen_.click(view_, widget)) throw std::runtime_error(fmt::format("no control {}", widget));
    }
    void press(ui::Key key)
    {
        screen_.press(view_, key);
        settle();
    }
    void settle()
    {
        for (;;) {
            shell_.tick(0);
            if (!shell_.carry_out(0) && shell_.is_settled()) break;
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        screen_.frames(view_, ui::kSettlingFrames);
    }
    bool shows(std::string_view words)
    {
        screen_.ui().logs_text = true;
        frame();
        screen_.ui().logs_text = false;
        return std::any_of(screen_.ui().texts.begin(), screen_.ui().texts.end(),
                           [&](const ui::DrawnText& text) { return text.text == words; });
    }
    ImVec2 middle_of(std::string_view widget)
    {
        const ui::DrawnWidget* drawn = screen_.ui().widgets.find(widget);
        if (!drawn) throw std::runtime_error(fmt::format("no control {}", widget));
        return {drawn->at.x + drawn->at.w / 2, drawn->at.y + drawn->at.h / 2};
    }
    void choose(const std::string& pack)
    {
        press(ui::Key::enter);
        click("choose.pack." + pack);
        settle();
    }

  private:
    ShellHome home_;
    ui::Shell shell_;
    ui::Fonts fonts_;
    ui::Offscreen screen_;
    ui::DrawFunction view_ = [this](ui::Ui& ui) { shell_.draw(ui); };
};

// From the press on "begin" to the first frame of the session, in a program whose letters are those of two screens.
double open_ms(const Shared& shared, const std::string& pack)
{
    BenchVisitor visitor(shared);
    visitor.choose(pack);
    visitor.click("choose.begin");
    return seconds_of([&] {
               while (visitor.shell().screen() != ui::Screen::session) {
                   visitor.shell().carry_out(0);
                   if (visitor.shell().tick(0) == 0) std::this_thread::sleep_for(std::chrono::microseconds(100));
               }
               visitor.frame();
           }) *
           1000;
}

std::string name_of_row(int n) { return fmt::format("見積りの綴り {}", n); }

// A ledger as long as one can be, nearly every cell filled.
std::string thousand_rows(const workshop::Session& session)
{
    const workshop::Grid& grid = workshop::activity_called(session, "ledger")->grids.front();
    std::string csv = "id,name";
    for (const workshop::Column& column : grid.columns) csv += "," + column.id;
    for (int n = 1; n <= kLedgerRows; ++n) {
        const auto pick = [n](const auto& all) { return all[static_cast<std::size_t>(n) % all.size()].id; };
        csv += "\r\n," + name_of_row(n);
        for (const workshop::Column& column : grid.columns) {
            csv += ',';
            if (column.type == workshop::ColumnType::text) csv += fmt::format("{}号室の棚", n);
            if (column.type == workshop::ColumnType::choice) csv += pick(session.plan->scales[column.scale].values);
            if (column.type == workshop::ColumnType::person && n % 3 != 0) csv += pick(session.plan->company.people);
        }
    }
    return csv;
}

// The rows come in as a person brings them: from a file.
void open_long_ledger(BenchVisitor& visitor)
{
    visitor.choose("session-05");
    visitor.click("choose.begin");
    visitor.settle();
    visitor.click("session.block.gather");
    visitor.settle();
    std::ofstream(visitor.home() / "long.csv", std::ios::binary)
        << thousand_rows(*visitor.shell().session()->place().session);
    visitor.click("session.csv.read");
    visitor.settle();
    visitor.click("csv.file.1");
    visitor.settle();
    visitor.settle();
    visitor.click(kCells);
    visitor.settle();
}

// One cell, until it is durable: checked, written to the journal, applied; beside the frame.
double command_ms(BenchVisitor& visitor, int run)
{
    const auto room = visitor.shell().session()->room();
    const std::string row = fmt::format("r{}", run % kLedgerRows + 1);
    workshop::SetCells cell{.activity = "ledger", .grid = "ledger", .cells = {{row, "note", workshop::Written{}}}};
    std::map<std::string, std::string> texts{
        {workshop::cell_field("ledger", "ledger", row, "note"), fmt::format("{}回目", run)}};
    return seconds_of([&] {
               if (room->post_and_wait(std::move(cell), "bench", std::move(texts)).refusal)
                   throw std::runtime_error("the cell was not taken");
           }) *
           1000;
}

// The dearest of the frames in which a cell is typed into and everything is shown anew.
double edit_ms(BenchVisitor& visitor, int run)
{
    const auto version = visitor.shell().session()->snapshot().version;
    double dearest = visitor.whole_frame_ms({.typed = std::to_string(run)});
    const auto add = [&](const ui::Input& input = {}) { dearest = std::max(dearest, visitor.whole_frame_ms(input)); };
    add();
    add({.keys = {ui::Key::enter}});
    add();
    // The room's worker has the command; the window sleeps until it is told.
    for (int wait = 0; wait < 4000 && visitor.shell().session()->snapshot().version == version; ++wait) {
        std::this_thread::sleep_for(std::chrono::microseconds(500));
        add();
    }
    if (visitor.shell().session()->snapshot().version == version) throw std::runtime_error("the edit was not taken");
    for (int i = 0; i < ui::kSettlingFrames; ++i) add();
    return dearest;
}

} // namespace

void bench_sessions(Bench& bench, const Shared& shared)
{
    for (const int session : {4, 5, 6, 7})
        bench.measure("session_open_ms", "ms",
                      [&] {
                          return Sample{open_ms(shared, fmt::format("session-0{}", session)), 0};
                      },
                      {{"session", session}});

    BenchVisitor visitor(shared);
    open_long_ledger(visitor);
    const ImVec2 cells = visitor.middle_of(kCells);
    // A letter that was never shown is drawn into the atlas once, whatever the table: every one is seen before.
    for (int i = 0; i < kLedgerRows / 3; ++i) visitor.frame({.mouse = cells, .wheel = -1});
    if (!visitor.shows(name_of_row(kLedgerRows))) throw std::runtime_error("the ledger does not scroll to its end");
    for (int i = 0; i < kLedgerRows / 3; ++i) visitor.frame({.mouse = cells, .wheel = 1});
    int run = 0;
    bench.measure(
        "ledger_scroll_ms", "ms",
        [&] {
            const float wheel = ++run / 60 % 2 == 0 ? -1.f : 1.f;
            return Sample{visitor.whole_frame_ms({.mouse = cells, .wheel = wheel}), 0};
        },
        {{"rows", kLedgerRows}}, 240);
    bench.measure(
        "ledger_command_ms", "ms",
        [&] {
            return Sample{command_ms(visitor, ++run), 0};
        },
        {{"rows", kLedgerRows}}, 20);
    visitor.settle();
    visitor.click(kCells);
    visitor.press(ui::Key::end); // notes, that are written in words
    bench.measure(
        "ledger_edit_ms", "ms",
        [&] {
            return Sample{edit_ms(visitor, ++run), 0};
        },
        {{"rows", kLedgerRows}}, 40);
}

} // namespace sonae::app
