// Whatever stands in the files of a pack, checking it ends; every fault has its place, its code and both its sentences;
// and a pack without a fault can be played to an end.
//
// An input changes the small pack (tests/packs_broken/_base). One that begins with a file's name is an edit.txt of the
// broken packs. Any other is a row of changes to the parsed files, six bytes each: file, node (2), what, argument (2).
#include "base/text.hpp"
#include "engine/rollout.hpp"
#include "read/expression_words.hpp"
#include "support/broken_packs.hpp"
#include "support/small_pack.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <sstream>

using namespace sonae;
using Json = nlohmann::ordered_json;

namespace {

constexpr std::size_t kMostChanges = 12, kMostTokens = 60, kMostCopies = 700, kMostBytes = 128u << 10;

void must(bool condition)
{
    if (!condition) std::abort();
}

class Input {
  public:
    explicit Input(std::string_view bytes) : rest_(bytes) {}
    bool ended() const { return rest_.empty(); }
    std::size_t byte()
    {
        if (rest_.empty()) return 0;
        const auto value = static_cast<unsigned char>(rest_.front());
        rest_.remove_prefix(1);
        return value;
    }
    std::size_t two()
    {
        const std::size_t low = byte();
        return low + 256 * byte();
    }
    std::string_view line()
    {
        const std::string_view taken = rest_.substr(0, rest_.find('\0'));
        rest_.remove_prefix(std::min(rest_.size(), taken.size() + 1));
        return taken;
    }

  private:
    std::string_view rest_;
};

struct File {
    std::string name;
    Json tree;
};

const std::vector<File>& small_trees()
{
    static const auto trees = [] {
        std::vector<File> made;
        for (const auto& [name, file] : small_files().files)
            made.push_back({name, Json::parse(file.bytes, nullptr, true, true)});
        return made;
    }();
    return trees;
}

void collect(Json& node, std::vector<Json*>& nodes)
{
    nodes.push_back(&node);
    if (node.is_structured())
        for (Json& child : node) collect(child, nodes);
}

// Values that sit on an edge, or belong somewhere else.
const Json& edge(std::size_t which)
{
    static const Json kEdges = Json::parse(R"json([null, true, false, 0, -1, 1, 2, 3, 64, 255, 256, 1000, 65534, 65535,
        1000000000000, 9223372036854775807, -9223372036854775808, "", "x", "0m", "1m", "5m", "3650d", "always", "mon-fri",
        "latest_alert", "{host.name}{value}{subject.name}", "pc", "s-file", "d_ransom", "i_press", "wrapped_up", "isolate",
        "effect", "start", "all_restored", "alerts >= 0", "since(start) > 0m", "not flag(wrapped_up)", [], {}, [[]],
        {"triangular": ["0m", "0m", "0m"]}, {"ja": "文"}, {"set": "wrapped_up"}, {"clear": "wrapped_up"},
        {"deliver": "i_press"}, {"ask": "d_ransom"}, {"ask": "d_tell", "after": "1m"}, {"first": {"state": "clean"}}])json");
    return kEdges[which % kEdges.size()];
}

const std::vector<std::string>& tokens()
{
    static const auto words = [] {
        std::vector<std::string> made = read::operand_names();
        std::istringstream more(
            "and or not ( ) , . : < > <= >= = != + - * / 0 1 7 99999999999999 30m 2h 3650d zone: tag: "
            "group: state: flag. start decision. inject. action. office cloud pc s-pc s-file "
            "encrypted clean orders boss technical centre mfa isolation_authority d_alert isolate "
            "i_alert night_watch down down_for free open missed ppc_first leaked customers");
        for (std::string word; more >> word;) made.push_back(word);
        return made;
    }();
    return words;
}

std::string expression(Input& in)
{
    std::string text;
    for (std::size_t n = in.byte() % kMostTokens; n > 0 && !in.ended(); --n)
        text += tokens()[in.byte() % tokens().size()] + (in.byte() % 4 == 0 ? "" : " ");
    return text;
}

void change_object(Json& object, std::size_t how, std::size_t argument, const Json& other)
{
    if (object.empty() || how == 0) {
        object["id"] = edge(argument);
        return;
    }
    const auto member = std::next(object.begin(), static_cast<std::ptrdiff_t>(argument % object.size()));
    if (how == 1)
        object.erase(member);
    else if (other.is_object())
        object.update(other);
}

void change_array(Json& array, std::size_t how, std::size_t argument, const Json& other)
{
    if (how == 0 || array.empty()) return array.push_back(other);
    if (how == 1) return array.erase(argument % array.size());
    const Json copied = array[argument % array.size()];
    for (std::size_t copies = argument % kMostCopies; copies > 0; --copies) {
        array.push_back(copied);
        if (copied.is_object() && copied.contains("id")) array.back()["id"] = "copy" + std::to_string(copies);
    }
}

void change(std::vector<File>& files, Input& in)
{
    File& file = files[in.byte() % files.size()];
    std::vector<Json*> nodes, pool;
    collect(file.tree, nodes);
    Json& node = *nodes[in.two() % nodes.size()];
    const std::size_t what = in.byte(), argument = in.two();
    File& source = files[argument % files.size()];
    collect(source.tree, pool);
    const Json other = *pool[(argument / files.size()) % pool.size()];
    switch (what % 6) {
    case 0: node = other; return;
    case 1: node = edge(argument); return;
    case 2: node = expression(in); return;
    case 3: node = std::string(in.line()); return;
    default: break;
    }
    if (node.is_object()) change_object(node, what / 6 % 3, argument, other);
    if (node.is_array()) change_array(node, what / 6 % 3, argument, other);
}

pack::FileSet changed_files(std::string_view bytes)
{
    std::vector<File> files = small_trees();
    Input in(bytes);
    for (std::size_t n = 0; n < kMostChanges && !in.ended(); ++n) change(files, in);
    pack::FileSet set;
    for (const File& file : files)
        set.add(file.name, file.tree.dump(-1, ' ', false, nlohmann::detail::error_handler_t::ignore));
    return set;
}

pack::FileSet files_of(std::string_view bytes)
{
    for (const auto& [name, file] : small_files().files)
        if (bytes.starts_with(name + "\n")) return edited_files(std::string(bytes), kMostBytes);
    return changed_files(bytes);
}

void check_fault(const read::Diagnostic& fault)
{
    const bool placed = fault.place.line >= 1 && fault.place.column >= 1;
    const bool sound = !fault.place.file.empty() && (placed || fault.code == "file.missing") && !fault.code.empty() &&
                       !fault.sentence.ja.empty() && !fault.sentence.en.empty() &&
                       is_utf8(format(fault, Language::ja)) && is_utf8(format(fault, Language::en));
    if (!sound) std::fputs(format(fault, Language::en).c_str(), stderr);
    must(sound);
}

void play(const engine::Scenario& scenario, std::size_t policy)
{
    if (scenario.policies.empty()) return;
    const engine::Outcome outcome = engine::play_drill(scenario, policy % scenario.policies.size(), {policy, 0});
    must(outcome.how != 0 && outcome.ending < scenario.endings.size());
}

// What an input leaves open follows from its bytes, so that it does the same when it runs again.
std::size_t sum_of(std::string_view bytes)
{
    std::size_t sum = 0;
    for (const char c : bytes) sum += static_cast<unsigned char>(c);
    return sum;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::size_t chosen = sum_of(bytes);
    pack::FileSet files;
    try {
        files = files_of(bytes);
    } catch (const std::exception&) {
        return -1; // no edit.txt
    }
    read::Diagnostics told;
    const auto scenario = pack::compile(files, kSmallPack, kSmallCompany, told);
    must((scenario != nullptr) == told.empty());
    if (!scenario && chosen % 8 == 0) pack::check(files, "", told);
    for (const read::Diagnostic& fault : told.sorted()) check_fault(fault);
    if (scenario) play(*scenario, chosen);
    return 0;
}
