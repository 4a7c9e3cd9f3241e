#include "pack/pack_file.hpp"

#include "base/text.hpp"
#include "pack/fields.hpp"
#include "read/expectation.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace sonae::pack {
namespace {

using namespace read;

constexpr std::size_t kMaxDrills = 16;

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

// The whole names of the files of a list.
std::vector<std::string> listed_files(const FileSet& files, std::string_view pack_path, ObjectReader& in,
                                      std::string_view key)
{
    std::vector<std::string> names;
    in.required_strings(key, {1, 32});
    for (const Value& name : in.value().find(key))
        if (name.is(Kind::string) && !name.string().empty()) {
            std::string whole = named_file(files, pack_path, in, name, name.string());
            if (!whole.empty()) names.push_back(std::move(whole));
        }
    return names;
}

void read_files(const FileSet& files, std::string_view pack_path, DrillHead& drill, ObjectReader& in)
{
    const std::string playbook = in.required_string("playbook", 200);
    if (!playbook.empty()) drill.playbook = named_file(files, pack_path, in, in.value().find("playbook"), playbook);
    drill.story = listed_files(files, pack_path, in, "story");
}

void read_course(DrillHead& drill, ObjectReader& in)
{
    drill.start = in.required_moment("start");
    drill.horizon = in.optional_duration("horizon", {kHour, 60 * kDay}).value_or(drill.horizon);
    in.optional_value("finish");
    drill.yen_per_trust_point = optional_yen(in, "yen_per_trust_point");
    drill.written = in.value();
}

DrillHead read_drill(const FileSet& files, std::string_view pack_path, ObjectReader& in)
{
    DrillHead drill;
    drill.company = in.required_slug("company");
    drill.name = in.required_text("name", 80);
    drill.briefing = in.optional_text("briefing").value_or(Localized{});
    read_course(drill, in);
    read_files(files, pack_path, drill, in);
    in.finish();
    return drill;
}

SessionHead read_session(const FileSet& files, std::string_view pack_path, ObjectReader in)
{
    SessionHead session;
    session.companies = in.required_slugs("companies", {1, kMaxDrills});
    session.briefing = in.optional_text("briefing").value_or(Localized{});
    session.files = listed_files(files, pack_path, in, "files");
    in.finish();
    return session;
}

void read_drills(const FileSet& files, std::string_view pack_path, PackHead& head, ObjectReader& in)
{
    head.summary = in.required_text("summary");
    if (auto session = in.optional_object("session"))
        head.session = read_session(files, pack_path, *std::move(session));
    if (in.has("session") && !in.has("drills")) return void(in.optional_value("drills"));
    for (ObjectReader& row : in.required_objects("drills", {1, kMaxDrills})) {
        DrillHead drill = read_drill(files, pack_path, row);
        if (drill.company.text.empty()) continue; // told
        if (head.drill_of(drill.company.text))
            row.error(drill.company.at, "id.duplicate",
                      fmt::format("会社「{}」の演習は、もう書かれています", drill.company.text),
                      fmt::format("there is already a drill for the company '{}'", drill.company.text));
        else
            head.drills.push_back(std::move(drill));
    }
}

std::string first_line(const std::string& words) { return words.substr(0, words.find('\n')); }

// Format 1 had one drill, the same for each company of a list. Programme files keep packs of that form.
void read_drills_of_format_1(const FileSet& files, std::string_view pack_path, PackHead& head, ObjectReader& in)
{
    DrillHead drill;
    drill.name = head.name;
    drill.briefing = in.optional_text("briefing").value_or(Localized{});
    head.summary = {first_line(drill.briefing.ja), first_line(drill.briefing.en)};
    const std::vector<Slug> companies = in.required_slugs("companies", {1, 64});
    ObjectReader course = in.required_object("drill"), named = in.required_object("files");
    read_course(drill, course);
    read_files(files, pack_path, drill, named);
    course.finish();
    named.finish();
    for (const Slug& company : companies) {
        drill.company = company;
        head.drills.push_back(drill);
    }
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

const DrillHead* PackHead::drill_of(std::string_view company) const
{
    const auto found = std::find_if(drills.begin(), drills.end(),
                                    [&](const DrillHead& drill) { return drill.company.text == company; });
    return found == drills.end() ? nullptr : &*found;
}

bool PackHead::has_session_for(std::string_view company) const
{
    return session && std::any_of(session->companies.begin(), session->companies.end(),
                                  [&](const Slug& listed) { return listed.text == company; });
}

std::vector<Slug> PackHead::companies() const
{
    std::vector<Slug> all;
    for (const DrillHead& drill : drills) all.push_back(drill.company);
    if (session)
        for (const Slug& company : session->companies)
            if (!company.text.empty() && !drill_of(company.text)) all.push_back(company);
    return all;
}

bool check_format(ObjectReader& in, std::int64_t newest)
{
    const auto format = in.required_integer<std::int64_t>("format", std::numeric_limits<std::int64_t>::min(),
                                                          std::numeric_limits<std::int64_t>::max());
    if (!in.sound()) return in.value().exists();
    if (format > newest)
        in.error("format", "format.newer",
                 fmt::format("新しい書式（{}）です。このプログラムが読めるのは{}までです", format, newest),
                 fmt::format("this is format {}, and this program reads up to {}", format, newest))
            .hint("新しい版のSonaeで開いてください", "open it with a newer Sonae");
    if (format < 1)
        in.error("format", "format.older", fmt::format("書式 {} はありません。最初の書式は1です", format),
                 fmt::format("there is no format {}: the first is 1", format));
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
    const Value format = in.value().find("format");
    if (format.is(Kind::integer) && format.integer() == 1)
        read_drills_of_format_1(files, pack_path, head, in);
    else
        read_drills(files, pack_path, head, in);
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
