// sonae shots --to DIR: a picture of every screen, for README and for those who look at the layout.
#include "app/command_line.hpp"
#include "app/data.hpp"
#include "pack/load.hpp"
#include "ui/shots.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace sonae::app {
namespace {

constexpr const char* kPack = "session-08";

struct ShotsOptions {
    std::string to = "out/shots", size, only, look = "light", company = "tamano";
    int text_percent = 100;
};

struct Size {
    int width = 0, height = 0;
};

std::vector<Size> sizes_of(const std::string& asked)
{
    if (asked.empty()) return {{1280, 720}, {1920, 1080}, {3840, 2160}};
    Size size;
    char rest = 0;
    const bool read = std::sscanf(asked.c_str(), "%dx%d%c", &size.width, &size.height, &rest) ==
                      2; // NOLINT(cert-err34-c): checked below
    if (!read || size.width < 320 || size.height < 240 || size.width > 8192 || size.height > 8192) return {};
    return {size};
}

ui::Look look_of(const std::string& name)
{
    return name == "dark" ? ui::Look::dark : name == "contrast" ? ui::Look::contrast : ui::Look::light;
}

// Everything that the data folder offers; the drill that is shown is session 8's.
ui::ShotSource read_source(const Shared& shared, const std::string& company, const ui::Strings& s,
                           read::Diagnostics& faults)
{
    const pack::Found found = pack::find_scenarios(shared.data / "scenarios", shared.data, faults);
    ui::ShotSource from{s, nullptr, ui::read_offers(found.files, faults), {}};
    from.sessions = ui::read_sessions(found.files, from.offers, company, faults);
    for (const ui::OfferedPack& pack : from.offers.packs)
        if (pack.id == kPack) from.scenario = pack::compile(found.files, pack.path, company, faults);
    return from;
}

int draw_shots(const ShotsOptions& options, const ui::ShotSource& from, const std::vector<Size>& sizes,
               Language language)
{
    ui::Fonts fonts;
    ui::Offscreen screen(fonts, sizes.front().width, sizes.front().height,
                         {.look = look_of(options.look), .text_percent = options.text_percent},
                         ui::Offscreen::Gl::surfaceless);
    int drawn = 0;
    for (const ui::Shot& shot : ui::all_shots()) {
        if (!options.only.empty() && shot.name != options.only) continue;
        for (const Size& size : sizes) {
            screen.resize(size.width, size.height);
            screen.frames(shot.set_up(from), ui::kShotFrames);
            const auto path =
                std::filesystem::path(options.to) / fmt::format("{}-{}x{}-{}.png", shot.name, size.width, size.height,
                                                                language == Language::ja ? "ja" : "en");
            ui::write_png(path, screen.picture());
            fmt::print("{}\n", path.string());
            ++drawn;
        }
    }
    return drawn;
}

int write_shots(const Shared& shared, const ShotsOptions& options)
{
    const std::vector<Size> sizes = sizes_of(options.size);
    if (sizes.empty()) {
        fmt::print(stderr, "sonae: --size {}: {}\n", options.size,
                   shared.say({"幅x高さで書いてください（例 1280x720）。",
                               "Write it as WIDTHxHEIGHT, for example 1280x720."}));
        return kUsage;
    }
    read::Diagnostics faults;
    const ui::Strings s = ui::load_strings(shared.data, shared.language);
    const ui::ShotSource from = read_source(shared, options.company, s, faults);
    if (!faults.empty()) std::fputs(read::format(faults, shared.language).c_str(), stderr);
    if (!from.scenario) return kFaults;
    std::filesystem::create_directories(options.to);
    if (draw_shots(options, from, sizes, shared.language) > 0) return kDone;
    fmt::print(stderr, "sonae: --only {}: {}\n", options.only,
               shared.say({"その名前の画面はありません。", "There is no screen of that name."}));
    return kUsage;
}

} // namespace

void add_shots(CLI::App& app, Run& run)
{
    auto* command = app.add_subcommand("shots", "write a picture of every screen");
    auto options = std::make_shared<ShotsOptions>();
    command->add_option("--to", options->to, "folder to write to");
    command->add_option("--size", options->size, "WIDTHxHEIGHT; else 1280x720, 1920x1080 and 3840x2160");
    command->add_option("--only", options->only, "one screen by its name");
    command->add_option("--company", options->company, "whose drill of session 8 is shown (default: tamano)");
    command->add_option("--look", options->look, "light, dark or contrast")
        ->check(CLI::IsMember({"light", "dark", "contrast"}));
    command->add_option("--text", options->text_percent, "size of text in percent")->check(CLI::Range(100, 200));
    command->callback(
        [&run, options] { run = [options](const Shared& shared) { return write_shots(shared, *options); }; });
}

} // namespace sonae::app
