// Records of long ago: one of every schema that was ever written lies in tests/golden/files, and every one still opens.
#include "support/programme_sample.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include <cstdlib>

using namespace sonae;

namespace {

// A copy of the kept file, so that an upgrade does not touch it, and what the program makes of it.
class KeptFile {
  public:
    explicit KeptFile(const std::string& name)
    {
        const auto kept = std::filesystem::path(SONAE_SOURCE_DIR) / "tests/golden/files" / (name + ".sonae");
        std::filesystem::copy_file(kept, folder_ / "kept.sonae");
    }
    std::string says(const std::string& command, const std::string& options = "") const
    {
        const auto out = folder_ / "out.txt", err = folder_ / "err.txt";
        const std::string line = fmt::format("'{}' {} '{}' {} >'{}' 2>'{}'", SONAE_BINARY, command,
                                             (folder_ / "kept.sonae").string(), options, out.string(), err.string());
        const int status = std::system(line.c_str());
        INFO(line << "\n" << test::bytes_of(err));
        REQUIRE(status == 0);
        return test::bytes_of(out);
    }
    std::string exported(const std::string& what, const std::string& file) const
    {
        says("export", fmt::format("--what {} --to '{}'", what, folder_.path().string()));
        return test::bytes_of(folder_ / file);
    }

  private:
    test::Folder folder_;
};

bool tells(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

} // namespace

TEST_CASE("A drill that was kept under schema 1 still has its page and its causes", "[app][store][files]")
{
    const KeptFile drill("schema-1-drill");
    const std::string page = drill.exported("session --format html", "small-table-1.html");
    CHECK(tells(page, "損失の合計は664万円"));
    CHECK(tells(page, "運の種 8"));
    CHECK(tells(drill.says("why", "downtime_loss"), "216万円"));
}

TEST_CASE("A session that was kept under schema 1 still has its ledger with its words", "[app][store][files]")
{
    const KeptFile session("schema-1-session");
    CHECK(tells(session.exported("session --format html", "workshop-table-1.html"), "下書きの図面"));
    const std::string ledger = session.exported("ledger --format csv", "workshop-ledger-table-1.csv");
    CHECK(tells(ledger, "ledger,帳簿,,,,,2,1,1,2,,"));
    CHECK(tells(ledger, "r1,下書きの図面"));
}
