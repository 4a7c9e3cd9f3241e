// The result page as `sonae export` writes it, from a record with words that somebody typed.
#include "store/rows.hpp"
#include "support/programme_sample.hpp"
#include "support/recorded_file.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <cstdlib>

using namespace sonae;

namespace {

constexpr const char* kTyped = "佐藤花子さんが言い出した";

void record_drill(const std::filesystem::path& path)
{
    test::record_drill(path, {.policy = "careful", .actor = "佐藤花子", .reason = kTyped});
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

TEST_CASE("A record of other rules gives the page of what was recorded, and the page says so", "[report][retold]")
{
    const test::Folder folder;
    record_drill(folder / "ours.sonae");
    test::copy_record(folder / "ours.sonae", folder / "theirs.sonae", {.rules_version = engine::kRulesVersion + 1});
    std::filesystem::copy_file(folder / "ours.sonae", folder / "edited.sonae");
    const std::string other = std::to_string(engine::kRulesVersion + 1);
    test::run_sql(folder / "edited.sonae",
                  fmt::format("UPDATE meta SET value = '{}', sum = {} WHERE key = 'sonae.rules_version'", other,
                              store::sum_of_texts("sonae.rules_version", other)));

    const std::string ours = export_page(folder / "ours.sonae", folder / "page-ours", "--with-reasons");
    const std::string theirs = export_page(folder / "theirs.sonae", folder / "page-theirs", "--with-reasons");
    const std::string edited = export_page(folder / "edited.sonae", folder / "page-edited", "--with-reasons");

    CHECK(theirs == edited);
    CHECK(ours.find("class=\"as-recorded\"") == std::string::npos);
    const std::size_t mark = theirs.find("<p class=\"as-recorded\">");
    REQUIRE(mark != std::string::npos);
    CHECK(theirs.find("版" + other, mark) < theirs.find("</p>", mark));
    CHECK(theirs.find(kTyped) != std::string::npos);
    // But for the mark, the cards and the foot it is the same page.
    const auto part = [](const std::string& page, const std::string& from, const std::string& to) {
        const std::size_t begin = page.find(from);
        REQUIRE(begin != std::string::npos);
        return page.substr(begin, page.find(to, begin) - begin);
    };
    for (const auto& [from, to] :
         {std::pair("<div class=\"outcome\">", "<h2>改善カード"), std::pair("<h2>知らせる", "<h2>対応行動"),
          std::pair("<h2>だれの", "<div class=\"record\">")})
        CHECK(part(theirs, from, to) == part(ours, from, to));
}

TEST_CASE("A record whose pack can't be read any more is refused with the pack's fault", "[report][retold]")
{
    const test::Folder folder;
    record_drill(folder / "ours.sonae");
    const auto break_pack = [](std::map<std::string, std::string>& files) {
        files.at("session-08/pack.json") = R"({"format": 99})";
    };
    test::copy_record(folder / "ours.sonae", folder / "theirs.sonae",
                      {.rules_version = engine::kRulesVersion + 1, .change = {}, .change_pack = break_pack});

    const std::string command =
        fmt::format("'{}' export '{}' --to '{}' 2>'{}'", SONAE_BINARY, (folder / "theirs.sonae").string(),
                    folder.path().string(), (folder / "said.txt").string());
    const int status = std::system(command.c_str());

    CHECK(WEXITSTATUS(status) == 1);
    CHECK(test::bytes_of(folder / "said.txt").find("pack.json:1:") != std::string::npos);
}
