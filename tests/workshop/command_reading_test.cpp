#include "workshop/command.hpp"

#include <catch2/catch.hpp>

using namespace sonae;
using namespace sonae::workshop;

namespace {

std::string faults(std::string_view line)
{
    read::Diagnostics told;
    CHECK_FALSE(read_script_line(line, "script", 3, told));
    return read::format(told, Language::en);
}

} // namespace

TEST_CASE("A command with a field written twice is refused, not guessed at", "[workshop][command]")
{
    read::Diagnostics told;
    CHECK_FALSE(read_command("advance", kCommandVersion, R"({"to": 1, "to": 2})", told));
    CHECK(told.has("json.duplicate_key"));
    CHECK(faults(R"({"advance": {"to": 1, "to": 2}})").starts_with("script:3:23: error[json.duplicate_key]: "));
}

TEST_CASE("An output carried in that is no number makes no drill begin without it", "[workshop][command]")
{
    CHECK(
        faults(R"({"start_drill": {"pack": "00", "pack_id": "p", "company": "c", "seed": "1", "outputs": {"x": "1"}}})")
            .find("error[field.type]: /start_drill/outputs/x: ") != std::string::npos);
}

TEST_CASE("Whatever is wrong with a line of a script, it is told with its place", "[workshop][command]")
{
    CHECK(faults("{\"sta,to\": 20000}").starts_with("script:3:12: error[field.type]: "));
    CHECK(faults("{\"leap\": {}}").starts_with("script:3:10: error[command.unknown]: "));
    CHECK(faults("[]").starts_with("script:3:1: error[command.shape]: "));
    CHECK(faults("{\"advance\": {\"to\": -1}}").starts_with("script:3:20: error[value.range]: "));
    CHECK(faults("").starts_with("script:3:1: error[json.syntax]: "));
}
