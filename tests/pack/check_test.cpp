// What `sonae check` says of folders: everything that is wrong, at once and in order.
#include "support/broken_packs.hpp"
#include "support/programme_sample.hpp"
#include "support/small_pack.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>

using namespace sonae;
namespace fs = std::filesystem;

namespace {

struct Folder {
    test::Folder own;
    fs::path path = own.path();

    void write(const std::string& name, const std::string& bytes) const
    {
        fs::create_directories((path / name).parent_path());
        std::ofstream(path / name, std::ios::binary) << bytes;
    }
    void write(const pack::FileSet& files, const std::string& below = "") const
    {
        for (const auto& [name, file] : files.files) write(below + name, file.bytes);
    }
};

struct Answer {
    pack::Checked checked;
    std::vector<read::Diagnostic> faults;
    std::string text;
};

Answer check(const fs::path& given)
{
    read::Diagnostics told;
    const pack::Found found = pack::find_scenarios(given, "/no-such-folder", told);
    Answer answer{pack::check(found.files, found.path, told), told.sorted(), read::format(told, Language::en)};
    return answer;
}

std::vector<std::string> codes_of(const Answer& answer)
{
    std::vector<std::string> codes;
    for (const read::Diagnostic& fault : answer.faults) codes.push_back(fault.code);
    return codes;
}

} // namespace

TEST_CASE("A folder of packs gives every fault of every pack at once, in order", "[pack][check]")
{
    const Folder folder;
    folder.write(broken_files("field.unknown"), "b/");
    folder.write(broken_files("value.unknown_name"), "a/");
    folder.write(edited_files("small/story.json\n- \"rules\": [\n+ \"rulez\": [\n\n"
                              "small/pack.json\n- \"minutes\": 20\n+ \"minutes\": 0\n\n"
                              "companies/small.json\n- \"log_days\": 14\n+ \"log_days\": true"),
                 "c/");

    const Answer answer = check(folder.path);

    CHECK(answer.checked.packs == 6); // each folder holds a drill and a session
    CHECK(answer.checked.companies == 3);
    CHECK(codes_of(answer) == std::vector<std::string>{"value.unknown_name", "field.unknown", "field.type",
                                                       "value.range", "field.unknown"});
    CHECK(std::is_sorted(answer.faults.begin(), answer.faults.end(),
                         [](const auto& a, const auto& b) { return a.place < b.place; }));
}

TEST_CASE("A fault that two drills share is told once", "[pack][check]")
{
    pack::FileSet files = edited_files(
        "small/pack.json\n- \"drills\": [\n+ \"drills\": [{\"company\": \"twin\", \"name\": {\"ja\": \"双子\"}, "
        "\"start\": \"2023-11-24T22:00\", \"playbook\": \"playbook.json\", \"story\": [\"story.json\", "
        "\"policies.json\"]},");
    files.add("companies/twin.json", files.find("companies/small.json")->bytes);
    files.files.at("small/playbook.json").bytes.replace(0, 1, "{\"handz\": 2,");
    const Folder folder;
    folder.write(files);

    CHECK(codes_of(check(folder.path)) == std::vector<std::string>{"field.unknown"});
}

TEST_CASE("Faults name files as the user named the folder", "[pack][check]")
{
    const Folder folder;
    folder.write(broken_files("value.range"));

    const std::string pack = (folder.path / "small").string();
    CHECK(check(pack).text == pack + "/pack.json:2:56: error[value.range]: /minutes: expected a whole number from 1 to "
                                     "480, found 0\n");
    CHECK(check(pack + "/pack.json").text == check(pack).text);
}

TEST_CASE("A company can be checked alone", "[pack][check]")
{
    const Folder folder;
    folder.write(broken_files("value.days"));

    const Answer answer = check(folder.path / "companies" / "small.json");

    CHECK(answer.checked.companies == 1);
    CHECK(answer.checked.packs == 0);
    CHECK(codes_of(answer) == std::vector<std::string>{"value.days"});
}

TEST_CASE("A folder without packs is told of rather than passed", "[pack][check]")
{
    const Folder folder;
    folder.write("notes/readme.json", "{}");

    CHECK(codes_of(check(folder.path)) == std::vector<std::string>{"file.missing"});
}

TEST_CASE("A folder of too many files is told of and read no further", "[pack][check]")
{
    const Folder folder;
    for (std::size_t n = 0; n <= pack::kMaxFiles; ++n) folder.write(std::to_string(n) + ".json", "");

    read::Diagnostics told;
    const pack::FileSet files = pack::read_folder(folder.path, told);

    CHECK(files.files.size() == pack::kMaxFiles);
    REQUIRE(told.sorted().size() == 1);
    CHECK(told.sorted().front().code == "folder.too_large");
}

TEST_CASE("Links that lead in circles are not followed", "[pack][check]")
{
    const Folder folder;
    folder.write(small_files());
    fs::create_directory_symlink(folder.path, folder.path / "small" / "again");

    CHECK(check(folder.path).text == "");
}

TEST_CASE("Two packs of one id beside each other are told, with where both lie", "[pack][check]")
{
    pack::FileSet files = small_files();
    for (const auto& [name, file] : small_files().files)
        if (name.starts_with("small/")) files.add("twin/" + name.substr(6), file.bytes);
    const Folder folder;
    folder.write(files);

    const Answer answer = check(folder.path);

    REQUIRE(codes_of(answer) == std::vector<std::string>{"id.duplicate"});
    CHECK(answer.faults.front().place.file.ends_with("twin/pack.json"));
    CHECK(answer.faults.front().hint.en.find("small/pack.json") != std::string::npos);
}

TEST_CASE("A policy may weigh so many answers at one decision and no more", "[pack][check]")
{
    const auto with_more = [](int answers) {
        const std::string begins = "\"d_alert\": [";
        std::string row = begins;
        for (int n = 0; n < answers; ++n) row += R"({"option": "wait", "weight": 10000}, )";
        pack::FileSet files = small_files();
        std::string& bytes = files.files.at("small/policies.json").bytes;
        bytes.replace(bytes.find(begins, bytes.find("weighted")), begins.size(), row);
        const Folder folder;
        folder.write(files);
        return check(folder.path);
    };
    CHECK(with_more(10).faults.empty());
    const Answer many = with_more(65);
    CHECK(codes_of(many) == std::vector<std::string>{"limit.too_many"});
    CHECK(many.text.find("at most 64 are possible") != std::string::npos);
}
