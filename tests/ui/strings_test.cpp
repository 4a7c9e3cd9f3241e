#include "ui/strings.hpp"
#include "ui/words.hpp"

#include <catch2/catch.hpp>

#include <cctype>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

using namespace sonae;
using ui::load_strings;
using ui::Strings;

namespace {

const std::filesystem::path kSource = SONAE_SOURCE_DIR;

std::string all_sources()
{
    std::ostringstream all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(kSource / "sim")) {
        const auto kind = entry.path().extension();
        if (kind == ".cpp" || kind == ".hpp") all << std::ifstream(entry.path()).rdbuf() << '\n';
    }
    return all.str();
}

std::set<std::string> keys(const Strings& s)
{
    std::set<std::string> names;
    for (const auto& [key, text] : s.table()) names.insert(key);
    return names;
}

std::set<std::string> holes(const std::string& text)
{
    std::set<std::string> found;
    for (std::size_t open = text.find('{'); open != text.npos; open = text.find('{', open + 1))
        found.insert(text.substr(open, text.find('}', open) - open));
    return found;
}

bool is_part_of_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

// What stands in quotes behind each `call` that is no end of a longer name.
void collect_keys(const std::string& sources, const std::string& call, std::set<std::string>& keys)
{
    for (std::size_t at = sources.find(call); at != sources.npos; at = sources.find(call, at + 1)) {
        if (at > 0 && is_part_of_name(sources[at - 1])) continue;
        const std::size_t begin = sources.find_first_not_of(" \n", at + call.size());
        if (begin == sources.npos || sources[begin] != '"') continue;
        keys.insert(sources.substr(begin + 1, sources.find('"', begin + 1) - begin - 1));
    }
}

std::set<std::string> asked_keys(const std::string& sources)
{
    std::set<std::string> asked;
    for (const char* call : {"s(", "s.format(", "strings(", "strings.format("}) collect_keys(sources, call, asked);
    // The two examples of strings.hpp.
    asked.erase("example.word");
    asked.erase("example.left");
    return asked;
}

} // namespace

TEST_CASE("Japanese and English say the same things, with the same holes", "[ui][strings]")
{
    const Strings ja = load_strings(kSource, Language::ja);
    const Strings en = load_strings(kSource, Language::en);

    CHECK(keys(ja) == keys(en));
    for (const auto& [key, text] : ja.table()) {
        INFO(key);
        CHECK_FALSE(text.empty());
        CHECK(holes(text) == holes(en(key)));
    }
}

TEST_CASE("Every text that the program asks for exists, and none is left over", "[ui][strings]")
{
    const Strings ja = load_strings(kSource, Language::ja);
    const std::string sources = all_sources();

    const std::set<std::string> asked = asked_keys(sources);
    CHECK(asked.contains("host.healthy"));
    for (const std::string& key : asked) {
        INFO(key);
        CHECK(ja.table().contains(key));
    }
    for (const auto& [key, text] : ja.table()) {
        INFO(key);
        CHECK(sources.find('"' + key + '"') != std::string::npos);
    }
}

TEST_CASE("A missing text shows its key and is remembered; holes are filled by name", "[ui][strings]")
{
    const Strings s(Language::ja, {{"left", "残り {time}（{who}）"}, {"odd", "{ {time"}});

    CHECK(s("no.such") == "no.such");
    CHECK(s.missing() == std::set<std::string, std::less<>>{"no.such"});
    CHECK(s.format("left", {{"time", "9分"}, {"who", "{time}"}}) == "残り 9分（{time}）");
    CHECK(s.format("left", {{"time", "9分"}}) == "残り 9分（{who}）");
    CHECK(s.format("odd", {{"time", "9分"}}) == "{ {time");
}

TEST_CASE("Every state and channel has its word", "[ui][strings]")
{
    const Strings s = load_strings(kSource, Language::ja);
    for (int i = 0; i <= static_cast<int>(ui::HostMark::restored); ++i) word_of(s, static_cast<ui::HostMark>(i));
    for (int i = 0; i <= static_cast<int>(ui::Running::stopped); ++i) word_of(s, static_cast<ui::Running>(i));
    for (int i = 0; i <= static_cast<int>(ui::Icon::warning); ++i) word_of(s, static_cast<ui::Icon>(i));
    CHECK(s.missing().empty());
}
