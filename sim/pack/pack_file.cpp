#include "pack/pack_file.hpp"

#include "base/text.hpp"
#include "pack/fields.hpp"
#include "read/expectation.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sonae::pack {
namespace {

using namespace read;

constexpr std::int64_t kFormat = 1;

// Upgrades of older formats go here, one step a number, once there is a format 2.

bool stays_inside(std::string_view name)
{
    if (name.empty() || name.front() == '/' || name.find('\\') != std::string_view::npos ||
        name.find(':') != std::string_view::npos)
        return false;
    for (std::size_t begin = 0; begin <= name.size();) {
        const std::size_t end = std::min(name.find('/', begin), name.size());
        const std::string_view part = name.substr(begin, end - begin);
        if (part.empty() || part == "." || part == "..") return false;
        begin = end + 1;
    }
    return true;
}

std::vector<std::string> files_beside(const FileSet& files, std::string_view pack_path)
{
    std::vector<std::string> names;
    const std::string prefix = std::string(pack_path) + "/";
    for (auto file = files.files.lower_bound(prefix); file != files.files.end() && file->first.starts_with(prefix);
         ++file)
        names.push_back(file->first.substr(prefix.size()));
    return names;
}

// The whole name of a file that the pack names, or nothing after a fault.
std::string named_file(const FileSet& files, std::string_view pack_path, ObjectReader& in, const Value& at,
                       std::string_view name)
{
    if (!stays_inside(name)) {
        in.error(at, "file.name", fmt::format("「{}」はパックのフォルダの外を指します", shown(name)),
                 fmt::format("'{}' leaves the pack's folder", shown(name)))
            .hint("\"injects.json\" のように、フォルダの中の名前を書きます",
                  "write a name inside the folder, such as \"injects.json\"");
        return {};
    }
    std::string whole = std::string(pack_path) + "/" + std::string(name);
    if (files.find(whole)) return whole;
    auto told = in.error(at, "file.missing", fmt::format("「{}」というファイルがありません", shown(name)),
                         fmt::format("there is no file called '{}'", shown(name)));
    const auto known = files_beside(files, pack_path);
    suggest(told, nearest_name(name, known), known);
    return {};
}

void read_files(const FileSet& files, std::string_view pack_path, PackHead& head, ObjectReader in)
{
    const std::string playbook = in.required_string("playbook", 200);
    if (!playbook.empty()) head.playbook = named_file(files, pack_path, in, in.value().find("playbook"), playbook);
    const Value list = in.value().find("story");
    in.required_strings("story", {1, 32});
    for (const Value& name : list)
        if (name.is(Kind::string) && !name.string().empty()) {
            std::string whole = named_file(files, pack_path, in, name, name.string());
            if (!whole.empty()) head.story.push_back(std::move(whole));
        }
    in.finish();
}

void read_drill(PackHead& head, ObjectReader in)
{
    head.start = in.required_moment("start");
    head.horizon = in.optional_duration("horizon", {kHour, 60 * kDay}).value_or(head.horizon);
    in.optional_value("finish");
    head.yen_per_trust_point = optional_yen(in, "yen_per_trust_point");
    head.drill = in.value();
    in.finish();
}

std::string parent_of(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? "" : std::string(path.substr(0, slash + 1));
}

} // namespace

std::optional<Document> parse_file(const FileSet& files, std::string_view name, Diagnostics& told)
{
    const FileSet::File* file = files.find(name);
    if (!file) {
        told.add({files.shown(name), 0, 0}, "file.missing", "", {"このファイルがありません", "this file is missing"});
        return std::nullopt;
    }
    return parse_json(file->bytes, files.shown(name), told);
}

bool check_format(ObjectReader& in)
{
    const auto format = in.required_integer<std::int64_t>("format", std::numeric_limits<std::int64_t>::min(),
                                                          std::numeric_limits<std::int64_t>::max());
    if (!in.sound()) return in.value().exists();
    if (format > kFormat)
        in.error("format", "format.newer",
                 fmt::format("新しい書式（{}）です。このプログラムが読めるのは{}までです", format, kFormat),
                 fmt::format("this is format {}, and this program reads up to {}", format, kFormat))
            .hint("新しい版のSonaeで開いてください", "open it with a newer Sonae");
    if (format < kFormat)
        in.error("format", "format.older", fmt::format("書式 {} はありません。最初の書式は{}です", format, kFormat),
                 fmt::format("there is no format {}: the first is {}", format, kFormat));
    return in.sound();
}

PackHead read_head(const FileSet& files, std::string_view pack_path, ObjectReader& in)
{
    PackHead head;
    head.id = in.required_slug("id").text;
    head.version = in.required_integer<std::int64_t>("version", 1, 1'000'000);
    head.minutes = in.required_integer<std::int32_t>("minutes", 1, 480);
    in.required_date("valid_until");
    const Value until = in.value().find("valid_until");
    if (until.is(Kind::string)) head.valid_until = std::string(until.string());
    head.name = in.required_text("name", 80);
    head.briefing = in.optional_text("briefing").value_or(Localized{});
    head.companies = in.required_slugs("companies", {1, 64});
    read_drill(head, in.required_object("drill"));
    read_files(files, pack_path, head, in.required_object("files"));
    in.finish();
    return head;
}

std::string company_file(const FileSet& files, std::string_view pack_path, std::string_view company_id)
{
    const std::string name = "companies/" + std::string(company_id) + ".json";
    for (const std::string& folder : {std::string(pack_path) + "/", parent_of(pack_path), std::string()})
        if (files.find(folder + name)) return folder + name;
    return {};
}

} // namespace sonae::pack
