// What `sonae why` prints, for people and for programs.
#include "read/located_json.hpp"
#include "support/programme_sample.hpp"
#include "support/recorded_file.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <cstdlib>

using namespace sonae;

namespace {

std::string printed(const test::Folder& folder, const std::string& arguments)
{
    const auto out = folder / "out.txt";
    const std::string command = fmt::format("'{}' {} >'{}' 2>/dev/null", SONAE_BINARY, arguments, out.string());
    INFO(command);
    REQUIRE(std::system(command.c_str()) == 0);
    return test::bytes_of(out);
}

// The one object that the text is, or a failure.
read::Document object_in(const std::string& text)
{
    read::Diagnostics faults;
    auto document = read::parse_json(text, "why", faults);
    INFO(text << read::format(faults, Language::en));
    REQUIRE(document);
    REQUIRE(faults.empty());
    REQUIRE(document->root().is(read::Kind::object));
    return *std::move(document);
}

} // namespace

TEST_CASE("Who moved an indicator is one JSON object whose amounts add up, the total loss too", "[app][why]")
{
    const test::Folder folder;
    const auto drill = test::record_drill(folder / "a.sonae", {});
    for (const auto which : {engine::Indicator::downtime_loss, engine::Indicator::direct_cost,
                             engine::Indicator::trust_customers, engine::Indicator::total_loss}) {
        const std::string name(engine::indicator_name(which));
        INFO(name);
        const auto document =
            object_in(printed(folder, fmt::format("why '{}' {} --json", (folder / "a.sonae").string(), name)));
        const read::Value root = document.root();

        CHECK(root.find("indicator").string() == name);
        std::int64_t sum = 0;
        for (const read::Value& owner : root.find("owners")) {
            sum += owner.find("amount").integer();
            if (which != engine::Indicator::total_loss) CHECK(owner.find("booked_as").string() == name);
            CHECK_FALSE(owner.find("owner").string().empty());
        }
        CHECK(root.find("sum").integer() == sum);
        const std::int64_t start =
            which == engine::Indicator::trust_customers ? drill->scenario->company.trust.customers : 0;
        CHECK(start + sum == engine::indicator(*drill->scenario, drill->state, which));
    }
}

TEST_CASE("A chain of causes is one JSON object", "[app][why]")
{
    const test::Folder folder;
    test::record_drill(folder / "a.sonae", {});
    const auto document = object_in(printed(folder, fmt::format("why '{}' 100 --json", (folder / "a.sonae").string())));
    CHECK(document.root().find("chain")[0].find("seq").integer() == 100);
}

TEST_CASE("A record of other rules answers why from what was told then", "[app][why][retold]")
{
    const test::Folder folder;
    test::record_drill(folder / "ours.sonae", {});
    const auto retell = [](test::CopiedEntry& copied) {
        for (store::StoredFact& fact : copied.facts)
            if (fact.seq == 1) fact.body = R"({"ja": "昔の演習が始まった", "en": "An old drill began", "mood": 3})";
    };
    test::copy_record(folder / "ours.sonae", folder / "theirs.sonae",
                      {.rules_version = engine::kRulesVersion + 1, .change = retell});

    for (const std::string what : {"total_loss --json", "total_loss", "evidence"})
        CHECK(printed(folder, fmt::format("why '{}' {}", (folder / "theirs.sonae").string(), what)) ==
              printed(folder, fmt::format("why '{}' {}", (folder / "ours.sonae").string(), what)));
    CHECK(printed(folder, fmt::format("why '{}' 1", (folder / "theirs.sonae").string())).find("昔の演習が始まった") !=
          std::string::npos);
}
