#include "support/broken_packs.hpp"

#include "support/first_difference.hpp"
#include "support/small_pack.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

using namespace sonae;

namespace {

// Quoted words that look like codes and are none: words of expressions, holes of texts, names of files.
bool is_code(const std::string& word)
{
    for (const char* family : {"attacker.", "backup.", "calendar.", "company.admin", "company.edr", "company.hosts",
                               "company.log", "edr.", "host.", "subject.", "zone.", "pack.json"})
        if (word.starts_with(family)) return false;
    return true;
}

// Every code that a source tells.
std::set<std::string> codes_in_sources()
{
    static const std::regex kCode("\"([a-z]+\\.[a-z_]+)\"");
    std::set<std::string> codes;
    for (const char* folder : {"sim/read", "sim/pack"})
        for (const auto& entry :
             std::filesystem::directory_iterator(std::filesystem::path(SONAE_SOURCE_DIR) / folder)) {
            const std::string text = text_of(entry.path());
            for (std::sregex_iterator match(text.begin(), text.end(), kCode), end; match != end; ++match)
                if (is_code((*match)[1])) codes.insert((*match)[1]);
        }
    return codes;
}

// Codes that no small pack can show, and the test that does.
const std::map<std::string, std::string> kShownElsewhere{{"folder.too_large", "tests/pack/check_test.cpp"},
                                                         {"csv.encoding", "tests/workshop/grid_csv_test.cpp"},
                                                         {"csv.syntax", "tests/workshop/grid_csv_test.cpp"}};

// Of a very long answer the end is enough.
std::string compared_part(const std::string& expected, const std::string& found)
{
    if (!expected.starts_with("…\n")) return found;
    const std::size_t size = expected.size() - std::string("…\n").size();
    return "…\n" + found.substr(found.size() - std::min(size, found.size()));
}

std::string approved_part(const std::string& found)
{
    constexpr std::size_t kMost = 4000;
    if (found.size() <= kMost) return found;
    return "…\n" + found.substr(found.rfind('\n', found.size() - 2) + 1);
}

} // namespace

TEST_CASE("Each broken pack is told of as its author needs it", "[pack][broken]")
{
    for (const std::string& code : broken_codes()) {
        INFO("tests/packs_broken/" << code);
        const std::string found = faults_of(broken_files(code));
        const std::string expected = text_of(broken_folder() / code / "expected.txt");
        CHECK(test::first_difference(expected, compared_part(expected, found)) == "");
        CHECK(found.find("error[" + code + "]") != std::string::npos);
    }
}

TEST_CASE("Every code that a fault may bear has its broken pack", "[pack][broken]")
{
    const auto folders = broken_codes();
    const std::set<std::string> shown(folders.begin(), folders.end());
    for (const std::string& code : codes_in_sources()) {
        INFO(code);
        const auto elsewhere = kShownElsewhere.find(code);
        if (elsewhere == kShownElsewhere.end())
            CHECK(shown.count(code) == 1);
        else
            CHECK(text_of(std::filesystem::path(SONAE_SOURCE_DIR) / elsewhere->second).find(code) != std::string::npos);
    }
    for (const std::string& code : shown) CHECK(codes_in_sources().count(code) == 1);
}

TEST_CASE("The unbroken pack is told nothing of", "[pack][broken]") { CHECK(faults_of(small_files()) == ""); }

TEST_CASE("Approve what is told of the broken packs", "[.approve]")
{
    for (const std::string& code : broken_codes())
        std::ofstream(broken_folder() / code / "expected.txt", std::ios::binary)
            << approved_part(faults_of(broken_files(code)));
}
