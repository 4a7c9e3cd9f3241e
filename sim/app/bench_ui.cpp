#include "app/bench_parts.hpp"
#include "app/played.hpp"
#include "app/shell_home.hpp"
#include "base/digest.hpp"
#include "ui/offscreen.hpp"
#include "ui/shell.hpp"
#include "ui/stage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace sonae::app {
namespace {

constexpr int kWidth = 1920, kHeight = 1080;

void run_itself(const Shared& shared)
{
    const std::string data = shared.data.string();
    const char* arguments[] = {"sonae", "--data", data.c_str(), "bench", "ui", "--first-frame", nullptr};
    pid_t child = 0;
    int status = 0;
    if (posix_spawn(&child, "/proc/self/exe", nullptr, nullptr, const_cast<char* const*>(arguments), environ) != 0 ||
        waitpid(child, &status, 0) != child || status != 0)
        throw std::runtime_error("the first frame could not be drawn");
}

std::uint64_t check_of(const ui::TextLog& texts)
{
    std::uint64_t check = texts.size();
    for (const ui::DrawnText& text : texts) {
        check =
            mix(check ^ static_cast<std::uint64_t>(text.at.x * 16) ^ static_cast<std::uint64_t>(text.at.y * 16) << 32);
        for (const char c : text.text) check = mix(check ^ static_cast<unsigned char>(c));
    }
    return check;
}

// Late in the drill, while a decision waits: the inbox, the record and the map have the most to show then.
ui::Stage busiest_moment(const Chosen& chosen)
{
    ui::Stage whole(chosen.scenario, 8);
    whole.play_to_end("typical");
    const auto& decisions = whole.drill().state.decisions;
    const auto opened =
        std::count_if(decisions.begin(), decisions.end(), [](const auto& d) { return d.opened != engine::kNotYet; });
    ui::Stage stage(chosen.scenario, 8);
    stage.play_to_decision("typical", static_cast<int>(opened));
    return stage;
}

void draw_first_frame(const Shared& shared)
{
    const ShellHome home;
    ui::Shell shell({.data = shared.data, .home = home.path, .language = Language::ja, .user_home = {}, .wake = {}});
    ui::Fonts fonts;
    fonts.want_everywhere(shell.strings().all_texts());
    ui::Offscreen screen(fonts, kWidth, kHeight, shell.theme(), ui::Offscreen::Gl::surfaceless);
    shell.tick(0);
    screen.frame([&](ui::Ui& ui) { shell.draw(ui); });
    screen.picture();
}

} // namespace

void bench_ui(Bench& bench, const Shared& shared, const BenchOptions& options)
{
    if (options.first_frame) return draw_first_frame(shared);
    bench.measure("first_frame_ms", "ms", [&] { return Sample{seconds_of([&] { run_itself(shared); }) * 1000, 0}; });

    const Chosen chosen = choose_pack(options.pack, "", shared.data, shared.language);
    const ui::Strings s = ui::load_strings(shared.data, shared.language);
    const ui::Stage stage = busiest_moment(chosen);
    const ui::PlaySource from{.room = stage.room(), .table = stage.table(), .s = s, .shown = stage.drill().state.now};
    const ui::PlayView view = ui::make_play_view(from);
    const std::vector<std::pair<std::string, std::int64_t>> extra{
        {"letters", static_cast<std::int64_t>(view.inbox.letters.size())},
        {"record_rows", static_cast<std::int64_t>(view.record.rows.size())}};

    bench.measure(
        "view_us", "us",
        [&] {
            constexpr int kViews = 50;
            std::size_t rows = 0;
            const double took = seconds_of([&] {
                for (int i = 0; i < kViews; ++i) rows += ui::make_play_view(from).record.rows.size();
            });
            return Sample{took * 1e6 / kViews, rows};
        },
        extra);

    ui::Fonts fonts;
    ui::Offscreen screen(fonts, kWidth, kHeight);
    for (const bool whole_record : {false, true}) {
        ui::PlayScratch scratch;
        scratch.record.open = whole_record;
        ui::Intents none;
        const ui::DrawFunction draw = [&](ui::Ui& ui) { ui::draw_play(ui, s, view, {}, scratch, none); };
        screen.frames(draw, 5);
        bench.measure(
            whole_record ? "record_frame_us" : "frame_us", "us",
            [&] {
                constexpr int kFrames = 100;
                screen.ui().logs_text = false;
                const double took = seconds_of([&] { screen.frames(draw, kFrames); });
                screen.ui().logs_text = true;
                screen.frame(draw);
                return Sample{took * 1e6 / kFrames, check_of(screen.ui().texts)};
            },
            extra);
    }
    bench_sessions(bench, shared);
}

} // namespace sonae::app
