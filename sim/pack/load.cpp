#include "pack/load.hpp"

#include "base/digest.hpp"
#include "base/text.hpp"
#include "pack/company_reader.hpp"
#include "pack/handover.hpp"
#include "pack/pack_file.hpp"
#include "pack/playbook_reader.hpp"
#include "pack/rows.hpp"
#include "pack/rules.hpp"
#include "pack/session_reader.hpp"
#include "pack/story_reader.hpp"
#include "read/expectation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace sonae::pack {
namespace {

using namespace engine;
using namespace read;

// Files parsed once, for all the drills of a pack. They stay open to the end: names and faults point into them.
class OpenFiles {
  public:
    struct Opened {
        std::optional<Document> document;
        Diagnostics told;
    };

    explicit OpenFiles(const FileSet& files) : files_(files) {}
    const FileSet& set() const { return files_; }
    const Opened& open(const std::string& name)
    {
        const auto [place, fresh] = opened_.try_emplace(name);
        if (fresh) place->second.document = parse_file(files_, name, place->second.told);
        return place->second;
    }

  private:
    const FileSet& files_;
    std::map<std::string, Opened> opened_;
};

// One of them on its way from files to tables.
class Compilation {
  public:
    Compilation(OpenFiles& files, Diagnostics& told)
        : files_(files), told_(told), scenario_(std::make_shared<Scenario>()),
          names_(*scenario_), draft_{*scenario_, names_, told_, {}}
    {
    }

    bool open_pack(std::string_view path);
    // Of the open pack's: either may be none.
    void choose(const DrillHead* drill, const SessionHead* session) { drill_ = drill, session_ = session; }
    bool open_company(const std::string& name);
    // Lets expressions name controls that only another company of the pack has: here nobody has taken them.
    void know_controls_of(const std::string& other_company);
    Compiled finish();
    const PackHead& head() const { return head_; }
    Value root() const { return pack_; }
    void check_company() { read_company(draft_, *company_); }

  private:
    std::optional<ObjectReader> open(const std::string& name, std::int64_t newest = kFormat);
    void open_drill();
    void read_rest();
    std::shared_ptr<const workshop::SessionPlan> make_session();

    OpenFiles& files_;
    Diagnostics& told_;
    std::shared_ptr<Scenario> scenario_;
    NameBook names_;
    Draft draft_;
    Value pack_;
    PackHead head_;
    const DrillHead* drill_ = nullptr;
    const SessionHead* session_ = nullptr;
    std::optional<CompanySource> company_;
    std::optional<PlaybookSource> playbook_;
    StorySource story_;
    bool all_open_ = true;
};

std::optional<ObjectReader> Compilation::open(const std::string& name, std::int64_t newest)
{
    const auto& [document, told] = files_.open(name);
    told_.append(told);
    all_open_ = all_open_ && document;
    if (!document) return std::nullopt;
    ObjectReader in(document->root(), told_);
    if (check_format(in, newest)) return in;
    all_open_ = false;
    return std::nullopt;
}

bool Compilation::open_pack(std::string_view path)
{
    auto in = open(std::string(path) + "/pack.json", kPackFormat);
    if (!in) return false;
    pack_ = in->value();
    head_ = read_head(files_.set(), path, *in);
    all_open_ = all_open_ && !told_.has("file.name") && !told_.has("file.missing");
    return true;
}

bool Compilation::open_company(const std::string& name)
{
    auto in = open(name);
    if (in) company_ = pack::open_company(*std::move(in), names_);
    return company_.has_value();
}

void Compilation::know_controls_of(const std::string& other_company)
{
    Diagnostics silent; // faults of the other company are told when its own drill is compiled
    const auto& document = files_.open(other_company).document;
    if (!document) return;
    ObjectReader in(document->root(), silent);
    for (ObjectReader& row : open_rows(in, "controls", kMaxControls)) {
        const Slug id = row.required_slug("id");
        if (names_.count(NameKind::control) < kMaxControls && !names_.find(NameKind::control, id.text))
            names_.add(NameKind::control, id, silent);
    }
}

void Compilation::open_drill()
{
    if (!drill_->playbook.empty())
        if (auto in = open(drill_->playbook)) playbook_ = open_playbook(*std::move(in), names_);
    for (const std::string& name : drill_->story)
        if (auto in = open(name)) open_story(*in, story_);
}

// Opens what the pack names, numbers every name, and only then reads what may use one.
Compiled Compilation::finish()
{
    if (drill_) open_drill();
    if (session_)
        for (const std::string& name : session_->files) open(name);
    // Without a file half of all names would be unknown: a flood that hides the one fault to mend.
    const bool whole = all_open_ && (!drill_ || !drill_->playbook.empty());
    if (!whole || !drill_) read_company(draft_, *company_);
    if (!whole) return {};
    if (drill_) {
        number_story(story_, names_, told_);
        read_rest();
        check_rules({draft_, company_->root.value(), playbook_ ? playbook_->root.value() : Value{}, pack_, story_});
    }
    Compiled made;
    if (session_) made.session = make_session();
    if (!told_.empty()) return {};
    if (!drill_) return made;
    scenario_->seal();
    made.drill = scenario_;
    return made;
}

std::shared_ptr<const workshop::SessionPlan> Compilation::make_session()
{
    auto plan = std::make_shared<workshop::SessionPlan>();
    plan->pack_id = head_.id, plan->version = head_.version, plan->minutes = head_.minutes;
    plan->name = head_.name, plan->briefing = session_->briefing;
    plan->company = scenario_->company;
    SessionDraft draft{*plan, names_, told_, session_->companies};
    SessionSource source;
    for (const std::string& name : session_->files) {
        ObjectReader in(files_.open(name).document->root(), told_);
        in.optional_value("format"); // checked when the file was opened
        open_session(draft, in, source);
    }
    read_session(draft, source, pack_);
    return plan;
}

// "第8回 対応演習：夜中の知らせ"
Localized title_of(const PackHead& pack, const DrillHead& drill)
{
    if (drill.name == pack.name) return pack.name;
    const auto joined = [](const std::string& whole, const char* mark, const std::string& part) {
        return whole.empty() || part.empty() ? whole : whole + mark + part;
    };
    return {joined(pack.name.ja, "：", drill.name.ja), joined(pack.name.en, ": ", drill.name.en)};
}

void Compilation::read_rest()
{
    Scenario& sc = *scenario_;
    sc.id = head_.id, sc.version = head_.version, sc.minutes = head_.minutes;
    sc.name = title_of(head_, *drill_), sc.briefing = drill_->briefing;
    sc.start = drill_->start, sc.horizon = drill_->horizon, sc.yen_per_trust_point = drill_->yen_per_trust_point;
    read_company(draft_, *company_);
    read_outputs(draft_, story_);
    if (playbook_) read_playbook(draft_, *playbook_);
    read_story(draft_, story_);
    Diagnostics silent; // the drill's other members were read, and told of, with the head
    ObjectReader drill(drill_->written, silent);
    sc.finish = optional_condition(draft_, drill, "finish");
    told_.append(silent);
}

std::vector<std::string> known_companies(const FileSet& files)
{
    std::vector<std::string> names;
    for (const auto& [name, file] : files.files) {
        const std::size_t at = name.rfind("companies/");
        if (at != std::string::npos && name.ends_with(".json"))
            names.push_back(name.substr(at + 10, name.size() - at - 15));
    }
    return names;
}

void tell_unlisted(const Value& pack, std::string_view company, Diagnostics& told)
{
    const Value list = pack.find("drills");
    error(told, list.exists() ? list : pack, "company.unknown",
          fmt::format("このパックには会社「{}」の演習がありません", shown(company)),
          fmt::format("this pack has no drill for the company '{}'", shown(company)));
}

void tell_no_file(const FileSet& files, const Slug& company, Diagnostics& told)
{
    auto fault =
        error(told, company.at, "company.unknown", fmt::format("会社「{}」のファイルがありません", company.text),
              fmt::format("there is no file of the company '{}'", company.text));
    const auto known = known_companies(files);
    suggest(fault, nearest_name(company.text, known), known);
}

bool lies_below(std::string_view name, std::string_view folder)
{
    return folder.empty() || name == folder ||
           (name.starts_with(folder) && name.size() > folder.size() && name[folder.size()] == '/');
}

void check_company(const FileSet& files, const std::string& name, Diagnostics& told)
{
    OpenFiles open(files);
    Compilation alone(open, told);
    if (alone.open_company(name)) alone.check_company();
}

Compiled compile(OpenFiles& files, std::string_view pack_path, std::string_view company_id, Diagnostics& diagnostics)
{
    Diagnostics told;
    Compiled made;
    Compilation work(files, told);
    if (work.open_pack(pack_path)) {
        const PackHead& head = work.head();
        const std::vector<Slug> companies = head.companies();
        const auto company = std::find_if(companies.begin(), companies.end(),
                                          [&](const Slug& listed) { return listed.text == company_id; });
        const std::string name = company_file(files.set(), pack_path, company_id);
        if (company == companies.end())
            tell_unlisted(work.root(), company_id, told);
        else if (name.empty())
            tell_no_file(files.set(), *company, told);
        else if (work.open_company(name)) {
            work.choose(head.drill_of(company_id), head.has_session_for(company_id) ? &*head.session : nullptr);
            for (const Slug& other : companies)
                if (const std::string file = company_file(files.set(), pack_path, other.text);
                    !file.empty() && file != name)
                    work.know_controls_of(file);
            made = work.finish();
        }
    }
    diagnostics.append(told);
    return told.empty() ? made : Compiled{};
}

// Packs by the folder above theirs and their id: records and the screen that offers them tell packs apart by it.
using PackIds = std::map<std::pair<std::string, std::string>, std::string>;

void tell_same_id(const std::string& path, const std::string& id, const Value& root, PackIds& ids, Diagnostics& told)
{
    const std::string above = path.substr(0, path.rfind('/') == path.npos ? 0 : path.rfind('/'));
    const auto [first, fresh] = ids.try_emplace({above, id}, path);
    if (fresh || id.empty()) return;
    error(told, root.find("id"), "id.duplicate", fmt::format("「{}」という識別名のパックは、もうあります", id),
          fmt::format("there is a pack called '{}' already", id))
        .hint(fmt::format("もう一つのパック: {}/pack.json。どちらかの id を変えてください", first->second),
              fmt::format("the other one: {}/pack.json; give one of them another id", first->second));
}

void check_pack(const FileSet& files, const std::string& path, Checked& checked, std::vector<std::string>& seen,
                PackIds& ids, Diagnostics& told)
{
    Diagnostics head;
    OpenFiles open(files);
    Compilation pack(open, head);
    ++checked.packs;
    if (!pack.open_pack(path)) return told.append(head);
    tell_same_id(path, pack.head().id, pack.root(), ids, told);
    const std::vector<Slug> companies = pack.head().companies();
    for (const Slug& company : companies) {
        seen.push_back(company_file(files, path, company.text));
        if (told.full()) continue; // a dozen more drills would only repeat it
        checked.drills += pack.head().drill_of(company.text) != nullptr;
        checked.sessions += pack.head().has_session_for(company.text);
        compile(open, path, company.text, told);
    }
    if (companies.empty()) told.append(head);
    if (!told.full()) check_handover(files, path, told);
}

} // namespace

std::shared_ptr<const Scenario> compile(const FileSet& files, std::string_view pack_path, std::string_view company_id,
                                        Diagnostics& diagnostics)
{
    OpenFiles open(files);
    return compile(open, pack_path, company_id, diagnostics).drill;
}

Compiled compile_both(const FileSet& files, std::string_view pack_path, std::string_view company_id,
                      Diagnostics& diagnostics)
{
    OpenFiles open(files);
    return compile(open, pack_path, company_id, diagnostics);
}

std::shared_ptr<const workshop::SessionPlan> compile_session(const FileSet& files, std::string_view pack_path,
                                                             std::string_view company_id, Diagnostics& diagnostics)
{
    OpenFiles open(files);
    return compile(open, pack_path, company_id, diagnostics).session;
}

std::optional<Pack> read_pack(const FileSet& files, std::string_view pack_path, Diagnostics& diagnostics)
{
    Diagnostics told;
    OpenFiles opened(files);
    Compilation work(opened, told);
    const bool open = work.open_pack(pack_path);
    diagnostics.append(told);
    if (!open || !told.empty()) return std::nullopt;
    const PackHead& head = work.head();
    Pack pack{head.id, head.version, head.minutes, head.valid_until, head.name, head.summary, {}, {}, {}, {}};
    const auto keep = [&](const std::string& name) {
        if (const FileSet::File* file = files.find(name)) pack.files.files[name] = *file;
    };
    keep(std::string(pack_path) + "/pack.json");
    for (const DrillHead& drill : head.drills) {
        keep(drill.playbook);
        for (const std::string& name : drill.story) keep(name);
        pack.drills.push_back({drill.company.text, drill.name});
    }
    if (head.session) {
        for (const std::string& name : head.session->files) keep(name);
        for (const Slug& company : head.session->companies) pack.sessions.push_back(company.text);
    }
    for (const Slug& company : head.companies()) keep(company_file(files, pack_path, company.text));
    pack.sha256 = digest_of_files(pack.files);
    return pack;
}

std::vector<std::string> pack_paths(const FileSet& files, std::string_view below)
{
    constexpr std::string_view kName = "/pack.json";
    std::vector<std::string> paths;
    for (const auto& [name, file] : files.files)
        if (name.ends_with(kName) && lies_below(name.substr(0, name.size() - kName.size()), below))
            paths.push_back(name.substr(0, name.size() - kName.size()));
    return paths;
}

Checked check(const FileSet& files, std::string_view path, Diagnostics& diagnostics)
{
    Checked checked;
    std::vector<std::string> seen;
    PackIds ids;
    for (const std::string& pack : pack_paths(files, path)) check_pack(files, pack, checked, seen, ids, diagnostics);
    for (const auto& [name, file] : files.files) {
        const bool company = (name.starts_with("companies/") || name.find("/companies/") != std::string::npos) &&
                             name.ends_with(".json");
        if (!company || !lies_below(name, path)) continue;
        ++checked.companies;
        if (std::find(seen.begin(), seen.end(), name) == seen.end()) check_company(files, name, diagnostics);
    }
    if (checked.packs + checked.companies == 0)
        diagnostics.add({std::string(path), 0, 0}, "file.missing", "",
                        {"ここにはパックも会社もありません", "there is neither a pack nor a company here"});
    return checked;
}

std::string digest_of_files(const FileSet& files)
{
    std::string all;
    for (const auto& [name, file] : files.files) {
        all += fmt::format("{}\n{}\n", name, file.bytes.size());
        all += file.bytes;
    }
    return sha256(all);
}

} // namespace sonae::pack
