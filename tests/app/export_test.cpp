// The result page as `sonae export` writes it, from a record with words that somebody typed.
#include "live/live_room.hpp"
#include "support/programme_sample.hpp"
#include "support/shipped.hpp"
#include "workshop/autoplay.hpp"
#include "workshop/lookup.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <cstdlib>

using namespace sonae;

namespace {

constexpr const char* kTyped = "佐藤花子さんが言い出した";

// A drill by the policy `careful`, with a reason typed beside every answer.
void record_drill(const std::filesystem::path& path)
{
    live::LiveRoom room({.path = path, .create = true});
    const auto drill = [&] { return room.snapshot().room->tables.at(1).drill; };
    REQUIRE_FALSE(room.post_and_wait(
                          workshop::StartDrill{
                              1, room.keep_pack(test::shipped_pack("session-08")), "session-08", "tamano", 8, {}},
                          "table")
                      .refusal);
    workshop::Autoplay player(*drill(), *workshop::find_policy(*drill()->scenario, "careful"), 1);
    while (!engine::has_ended(drill()->state))
        for (const workshop::Command& command : player.next(*drill())) {
            const bool answer = std::holds_alternative<workshop::Choose>(command);
            REQUIRE_FALSE(room.post_and_wait(command, "佐藤花子",
                                             answer ? std::map<std::string, std::string>{{"reason", kTyped}}
                                                    : std::map<std::string, std::string>{})
                              .refusal);
        }
}

// The one page that was written into `to`.
std::string export_page(const std::filesystem::path& record, const std::filesystem::path& to,
                        const std::string& options = {})
{
    const std::string command = fmt::format("'{}' export '{}' --what session --format html --to '{}' {} >/dev/null",
                                            SONAE_BINARY, record.string(), to.string(), options);
    REQUIRE(std::system(command.c_str()) == 0);
    REQUIRE(std::distance(std::filesystem::directory_iterator(to), {}) == 1);
    return test::bytes_of(to / "session-08-table-1.html");
}

} // namespace

TEST_CASE("An exported page holds nobody's name and nothing that was typed, unless they agreed", "[report]")
{
    const test::Folder folder;
    record_drill(folder / "a.sonae");

    const std::string page = export_page(folder / "a.sonae", folder / "plain");
    const std::string agreed = export_page(folder / "a.sonae", folder / "agreed", "--with-reasons");

    CHECK(page.find("佐藤") == std::string::npos);
    CHECK(page.find(kTyped) == std::string::npos);
    CHECK(agreed.find(kTyped) != std::string::npos);
}

TEST_CASE("The same record gives the same page, byte for byte, in either language", "[report]")
{
    const test::Folder folder;
    record_drill(folder / "a.sonae");
    std::filesystem::copy_file(folder / "a.sonae", folder / "b.sonae");

    for (const std::string language : {"ja", "en"}) {
        const std::string first = export_page(folder / "a.sonae", folder / ("first-" + language), "--lang " + language);
        const std::string second =
            export_page(folder / "b.sonae", folder / ("second-" + language), "--lang " + language);
        INFO(language);
        CHECK(first == second);
        CHECK(first.find("<html lang=\"" + language + "\">") != std::string::npos);
    }
}
