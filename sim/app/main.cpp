// Start-up: reads the command line, finds the data and hands over to one subcommand, or opens the window.
#include "app/command_line.hpp"
#include "app/data.hpp"
#include "base/check.hpp"
#include "store/error.hpp"

#include <cstdio>

namespace {

int fail_with(const char* sentence, int code)
{
    std::fprintf(stderr, "sonae: %s\n", sentence);
    return code;
}

// What the system says of a file or folder is told in the user's language too.
int carry_out(const sonae::app::Run& run, const sonae::app::Shared& shared)
{
    try {
        return run ? run(shared) : sonae::app::run_window(shared);
    } catch (const std::filesystem::filesystem_error& error) {
        sonae::store::rethrow_about(error.path1());
    }
}

} // namespace

int main(int argc, char** argv)
{
    using namespace sonae;
    CLI::App app{"Sonae 備え: incident-handling workshops in a simulated company"};
    std::string language = "ja", data, home, widgets;
    app::Run run;
    const auto* asked = app.add_option("--lang", language, "language of screens and messages: ja or en")
                            ->check(CLI::IsMember({"ja", "en"}));
    app.add_option("--data", data, "folder with scenarios/ and content/");
    app.add_option(
        "--home", home,
        "folder of the window's drills and settings (else SONAE_HOME, XDG_DATA_HOME/sonae, ~/.local/share/sonae)");
    app.add_option("--widgets", widgets,
                   "for tests: a file in which the window keeps the names and places of its controls");
    app.require_subcommand(0, 1);
    app.fallthrough();
    app::add_check(app, run);
    app::add_play(app, run);
    app::add_replay(app, run);
    app::add_why(app, run);
    app::add_export(app, run);
    app::add_import(app, run);
    app::add_playtest(app, run);
    app::add_bench(app, run);
    app::add_shots(app, run);
    app.footer("Exit status: 0 done, 1 faults in the input or a failed check, 2 wrong command line, 3 disk, display or "
               "system.");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? app::kDone : app::kUsage;
    }
    app::Shared shared{language == "en" ? Language::en : Language::ja, app::find_data(data), asked->count() > 0,
                       app::find_home(home), widgets};
    try {
        return carry_out(run, shared);
    } catch (const store::StoreError& error) {
        return fail_with((error.path().string() + ": " + shared.say(error.sentence())).c_str(), app::kSystem);
    } catch (const CheckFailure& failure) {
        return fail_with(failure.what(), app::kFaults);
    } catch (const std::exception& error) {
        return fail_with(error.what(), app::kSystem);
    }
}
