#include "app/bench_parts.hpp"
#include "app/played.hpp"
#include "live/kept.hpp"
#include "store/raw_commit.hpp"
#include "workshop/autoplay.hpp"
#include "workshop/lookup.hpp"

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

namespace sonae::app {
namespace {

std::filesystem::path work_folder()
{
    const auto folder = std::filesystem::temp_directory_path() / fmt::format("sonae-bench-{}", getpid());
    std::filesystem::create_directories(folder);
    return folder;
}

struct Removed { // a folder that goes when the measurement is over
    std::filesystem::path path = work_folder();
    ~Removed()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path, ignored);
    }
};

void play_to_end(Played& played, const std::string& policy)
{
    workshop::Autoplay table(played.drill(), *workshop::find_policy(*played.drill().scenario, policy), 1);
    while (!engine::has_ended(played.drill().state))
        for (const workshop::Command& command : table.next(played.drill())) played.post(command, "policy:" + policy);
}

// A child plays into a journal and tells every accepted entry through a pipe; it is killed after `acknowledged` of
// them. True when all that it told of is in the file.
bool survives_kill(const Chosen& chosen, const std::filesystem::path& path, std::uint64_t seed, int acknowledged)
{
    int ends[2];
    if (pipe(ends) != 0) throw std::runtime_error("no pipe");
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        Played played(chosen, path);
        played.post(played.start_command(seed, {}), "bench");
        workshop::Autoplay table(played.drill(), *workshop::find_policy(*chosen.scenario, "typical"), 1);
        while (!engine::has_ended(played.drill().state))
            for (const workshop::Command& command : table.next(played.drill())) {
                played.post(command, "bench");
                if (write(ends[1], "x", 1) != 1) _exit(1);
            }
        pause();
        _exit(0);
    }
    close(ends[1]);
    char byte = 0;
    int told = 0;
    while (told < acknowledged && ::read(ends[0], &byte, 1) == 1) ++told;
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    while (::read(ends[0], &byte, 1) == 1) ++told;
    close(ends[0]);
    const auto file = store::ProgrammeFile::open(path, store::OpenMode::read_write);
    const auto replayed = workshop::replay(live::read_record(file).entries, live::kept_scenarios(file));
    return !replayed.differs && replayed.entries >= static_cast<std::size_t>(told) + 1;
}

} // namespace

void bench_pack(Bench& bench, const Shared& shared, const BenchOptions& options)
{
    bench.measure("load_ms", "ms", [&] {
        std::uint64_t check = 0;
        constexpr int kLoads = 5;
        const double took = seconds_of([&] {
            for (int i = 0; i < kLoads; ++i)
                check = choose_pack(options.pack, "", shared.data, shared.language).scenario->code.size();
        });
        return Sample{took * 1000 / kLoads, check};
    });
}

void bench_replay(Bench& bench, const Shared& shared, const BenchOptions& options)
{
    const Chosen chosen = choose_pack(options.pack, "", shared.data, shared.language);
    const Removed folder;
    const auto path = folder.path / "replay.sonae";
    {
        Played played(chosen, path);
        played.post(played.start_command(8, {}), "bench");
        play_to_end(played, "typical");
    }
    const auto file = store::ProgrammeFile::open(path, store::OpenMode::read_only);
    const live::Record record = live::read_record(file);
    const auto scenarios = live::kept_scenarios(file);
    workshop::replay(record.entries, scenarios);
    bench.measure("replay_us", "us",
                  [&] {
                      constexpr int kReplays = 20;
                      std::uint64_t check = 0;
                      const double took = seconds_of([&] {
                          for (int i = 0; i < kReplays; ++i)
                              check =
                                  workshop::fingerprint(workshop::replay(record.entries, scenarios).room.tables.at(1));
                      });
                      return Sample{took * 1e6 / kReplays, check};
                  },
                  {{"entries", static_cast<std::int64_t>(record.entries.size())}});
}

void bench_durable(Bench& bench, const Shared& shared, const BenchOptions& options)
{
    const Chosen chosen = choose_pack(options.pack, "", shared.data, shared.language);
    const Removed folder;
    constexpr int kCommits = 300;
    int round = 0;
    bench.measure("commit_us", "us", [&] {
        auto file =
            store::ProgrammeFile::create(folder.path / fmt::format("commit-{}.sonae", round++), engine::kRulesVersion);
        store::Entry entry{.line = 1,
                           .actor = "bench",
                           .kind = "choose",
                           .body = R"({"table":1,"decision":"d01","option":"isolate","confidence":2})"};
        const double took = seconds_of([&] {
            for (int i = 0; i < kCommits; ++i) entry.parent = file.append(entry, {}, {});
        });
        return Sample{took * 1e6 / kCommits, kCommits};
    });
    bench.measure("raw_sqlite_commit_us", "us", [&] {
        return Sample{store::raw_commit_seconds(folder.path / fmt::format("raw-{}.db", round++), kCommits) * 1e6,
                      kCommits};
    });
    bench.measure("fdatasync_us", "us", [&] {
        return Sample{store::fdatasync_seconds(folder.path / "sync", kCommits) * 1e6, kCommits};
    });
    int lost = 0;
    constexpr int kKills = 200;
    for (int i = 0; i < kKills; ++i)
        lost += !survives_kill(chosen, folder.path / fmt::format("kill-{}.sonae", i), static_cast<std::uint64_t>(i),
                               1 + static_cast<int>(mix(static_cast<std::uint64_t>(i)) % 24));
    fmt::print(R"({{"metric":"kills","unit":"count","median":{},"lost":{}}})"
               "\n",
               kKills, lost);
    if (lost) throw std::runtime_error("an acknowledged command was lost");
}

} // namespace sonae::app
