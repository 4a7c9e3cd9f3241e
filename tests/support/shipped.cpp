#include "support/shipped.hpp"

#include <catch2/catch.hpp>

#include <regex>

namespace sonae::test {

pack::FileSet shipped_files()
{
    read::Diagnostics faults;
    static const pack::FileSet files = pack::read_folder(std::string(SONAE_SOURCE_DIR) + "/scenarios", faults);
    return files;
}

std::map<std::string, std::string> shipped_pack(const std::string& pack)
{
    read::Diagnostics faults;
    const auto read = pack::read_pack(shipped_files(), pack, faults);
    REQUIRE(read);
    std::map<std::string, std::string> bytes;
    for (const auto& [name, file] : read->files.files) bytes[name] = file.bytes;
    return bytes;
}

std::shared_ptr<const engine::Scenario> compile(const pack::FileSet& files, const std::string& pack,
                                                const std::string& company)
{
    read::Diagnostics faults;
    auto scenario = pack::compile(files, pack, company, faults);
    INFO(read::format(faults, Language::en));
    REQUIRE(scenario);
    return scenario;
}

std::shared_ptr<const engine::Scenario> shipped(const std::string& pack, const std::string& company)
{
    return compile(shipped_files(), pack, company);
}

pack::FileSet with_edit(pack::FileSet files, const std::string& company, const std::string& line,
                        const std::string& from, const std::string& to)
{
    std::string& bytes = files.files.at("companies/" + company + ".json").bytes;
    for (std::size_t begin = 0; begin < bytes.size();) {
        const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
        const std::size_t at = bytes.find(from, begin);
        if (bytes.substr(begin, end - begin).find(line) != std::string::npos && at < end) {
            bytes.replace(at, from.size(), to);
            return files;
        }
        begin = end + 1;
    }
    FAIL("no line with " << line << " and " << from);
    return files;
}

pack::FileSet attack_only(pack::FileSet files)
{
    files.add("attack-only/pack.json",
              R"({"format": 2, "id": "attack-only", "version": 1, "minutes": 60, "valid_until": "2027-03-31",
        "name": {"ja": "攻撃だけ"}, "summary": {"ja": "攻撃だけ"}, "drills": [
        {"company": "tamano", "name": {"ja": "攻撃だけ"}, "start": "2023-11-24T23:40", "yen_per_trust_point": 300000,
         "playbook": "playbook.json", "story": ["story.json", "outputs.json"]},
        {"company": "minatozaka", "name": {"ja": "攻撃だけ"}, "start": "2023-11-24T23:40", "yen_per_trust_point": 300000,
         "playbook": "playbook.json", "story": ["story.json", "outputs.json"]}]})");
    const auto copy = [&](const std::string& from, const std::string& to) {
        files.add("attack-only/" + to, std::string(files.files.at("session-08/" + from).bytes));
    };
    copy("tamano/playbook.json", "playbook.json");
    copy("tamano/outputs.json", "outputs.json");
    std::string& outputs = files.files.at("attack-only/outputs.json").bytes;
    outputs = std::regex_replace(outputs, std::regex(", \"moves\": \"[a-z_]+\""), ""); // nobody acts here
    files.add("attack-only/story.json",
              R"({"format": 1, "endings": [{"id": "end", "name": {"ja": "終わり"}, "text": {"ja": "終わり"}}],
        "flags": ["contacted"], "rules": [{"id": "talks", "on": "extorted", "effects": [{"set": "contacted"}]}],
        "policies": [{"id": "silent", "kind": "silent", "name": {"ja": "何もしない"}}]})");
    return files;
}

} // namespace sonae::test
