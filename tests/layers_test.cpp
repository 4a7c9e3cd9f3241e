// The arrows between the rooms of the house, and the one door of each library.
#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
const fs::path kSim = fs::path(SONAE_SOURCE_DIR) / "sim";

struct Include {
    fs::path file;
    int line;
    std::string what;
    bool own; // in quotes
};

template <class Visit>
void for_each_line(const Visit& visit)
{
    for (const auto& entry : fs::recursive_directory_iterator(kSim)) {
        if (entry.path().extension() != ".cpp" && entry.path().extension() != ".hpp") continue;
        std::ifstream in(entry.path());
        std::string text;
        for (int line = 1; std::getline(in, text); ++line) visit(fs::relative(entry.path(), kSim), line, text);
    }
}

std::vector<Include> includes()
{
    std::vector<Include> all;
    const std::regex pattern(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])");
    for_each_line([&](const fs::path& file, int line, const std::string& text) {
        std::smatch found;
        if (std::regex_search(text, found, pattern)) all.push_back({file, line, found[2], found[1] == "\""});
    });
    return all;
}

std::string layer_of(const fs::path& path) { return path.begin()->string(); }

const std::map<std::string, std::set<std::string>> kMayInclude{
    {"base", {"base"}},
    {"engine", {"base", "engine"}},
    {"read", {"base", "engine", "read"}},
    {"workshop", {"base", "engine", "read", "workshop"}},
    {"pack", {"base", "engine", "read", "workshop", "pack"}},
    {"store", {"base", "engine", "read", "workshop", "pack", "store"}},
    {"live", {"base", "engine", "read", "workshop", "pack", "store", "live"}},
    {"report", {"base", "engine", "read", "workshop", "pack", "store", "report"}},
    {"ui", {"base", "engine", "read", "workshop", "pack", "store", "live", "report", "ui"}},
    {"app", {"base", "engine", "read", "workshop", "pack", "store", "live", "report", "ui", "app"}},
};

} // namespace

TEST_CASE("No include goes against the arrows between the layers", "[fast][layers]")
{
    const auto all = includes();
    REQUIRE(all.size() > 100);
    for (const Include& include : all) {
        if (!include.own) continue;
        INFO(include.file.string() << ":" << include.line << " includes " << include.what);
        CHECK(include.what.find("..") == std::string::npos);
        CHECK(kMayInclude.at(layer_of(include.file)).contains(layer_of(include.what)));
    }
}

TEST_CASE("Each library has one door", "[fast][layers]")
{
    const std::map<std::string, std::string> doors{
        {"nlohmann/", "read/"}, {"unicode/", "base/text"}, {"SQLiteCpp/", "store/"},    {"sqlite3", "store/"},
        {"GLFW/", "ui/window"}, {"CLI/", "app/"},          {"sha256.h", "base/digest"}, {"stb/", "ui/"},
        {"EGL/", "ui/"},        {"imgui", "ui/"},
    };
    for (const Include& include : includes())
        for (const auto& [library, door] : doors) {
            if (include.own || !include.what.starts_with(library)) continue;
            INFO(include.file.string() << ":" << include.line << " includes <" << include.what << ">");
            CHECK(include.file.string().starts_with(door));
        }
}

TEST_CASE("The engine uses nothing that differs between machines", "[fast][layers]")
{
    const std::regex forbidden(
        R"(\b(float|double|rand\s*\(|std::random|unordered_(map|set)|chrono|time\s*\(\s*(NULL|nullptr|0)\s*\))\b)");
    for_each_line([&](const fs::path& file, int line, const std::string& text) {
        if (layer_of(file) != "engine") return;
        INFO(file.string() << ":" << line << ": " << text);
        CHECK_FALSE(std::regex_search(text, forbidden));
    });
}

TEST_CASE("Text reaches the screen through the drawing layer alone", "[fast][layers]")
{
    const std::regex drawing(
        R"(ImGui::(Text|TextUnformatted|TextColored|TextWrapped|TextDisabled|LabelText|BulletText|Button|SmallButton|Selectable|Checkbox|RadioButton|MenuItem)\s*\(|->AddText\s*\()");
    for_each_line([&](const fs::path& file, int line, const std::string& text) {
        if (layer_of(file) != "ui" || file.parent_path().filename() == "ui") { // the drawing layer is ui/ itself
            if (file.string() == "ui/text.cpp" || layer_of(file) != "ui") return;
        }
        INFO(file.string() << ":" << line << ": " << text);
        CHECK_FALSE(std::regex_search(text, drawing));
    });
}

TEST_CASE("Only the shell, the command line and rollouts know clocks and threads", "[fast][layers]")
{
    const std::set<std::string> may{"live", "app", "ui", "store"};
    for (const Include& include : includes()) {
        if (include.own || (include.what != "thread" && include.what != "chrono" && include.what != "mutex" &&
                            include.what != "random"))
            continue;
        INFO(include.file.string() << ":" << include.line << " includes <" << include.what << ">");
        CHECK(include.what != "random");
        CHECK((may.contains(layer_of(include.file)) || include.file == "engine/rollout.cpp"));
    }
}
