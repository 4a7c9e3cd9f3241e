#include "pack/playbook_reader.hpp"

#include "pack/rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>

namespace sonae::pack {
namespace {

using namespace engine;
using namespace read;

constexpr Choice<TechniqueKind> kTechniqueKinds[] = {
    {"access", TechniqueKind::access},         {"credentials", TechniqueKind::credentials},
    {"spread", TechniqueKind::spread},         {"stage", TechniqueKind::stage},
    {"exfiltrate", TechniqueKind::exfiltrate}, {"destroy_backup", TechniqueKind::destroy_backup},
    {"encrypt", TechniqueKind::encrypt},       {"extort", TechniqueKind::extort},
    {"publish", TechniqueKind::publish}};

// T1133 or T1021.001
bool is_attack_id(std::string_view text)
{
    const auto digits = [](std::string_view part, std::size_t count) {
        return part.size() == count && part.find_first_not_of("0123456789") == std::string_view::npos;
    };
    if (text.empty() || text.front() != 'T') return false;
    const std::size_t dot = text.find('.');
    if (!digits(text.substr(1, dot == std::string_view::npos ? dot : dot - 1), 4)) return false;
    return dot == std::string_view::npos || digits(text.substr(dot + 1), 3);
}

std::array<Permille, 4> read_noise(ObjectReader in)
{
    const auto share = [&](std::string_view key) { return in.optional_integer<Permille>(key, 0, 1000).value_or(0); };
    const std::array<Permille, 4> noise{share("utm"), share("edr"), share("log"), share("people")};
    in.finish();
    return noise;
}

Technique read_technique(Draft& draft, ObjectReader& in)
{
    Technique technique;
    technique.attack_id = in.required_string("attack_id", 20);
    if (!technique.attack_id.empty() && !is_attack_id(technique.attack_id))
        in.error("attack_id", "value.attack_id",
                 fmt::format("「{}」はMITRE ATT&CKの番号ではありません", shown(technique.attack_id)),
                 fmt::format("'{}' is no MITRE ATT&CK id", shown(technique.attack_id)))
            .hint("T1133 か T1021.001 のように書きます", "write T1133 or T1021.001");
    technique.name = in.required_text("name", 80);
    technique.kind = in.required_choice("kind", kTechniqueKinds);
    technique.when = optional_condition(draft, in, "when");
    technique.targets = optional_hosts(draft, in, "targets").value_or(all_hosts(draft.scenario.company));
    technique.duration = required_delay(in, "duration");
    technique.chance = in.optional_integer<Permille>("chance", 0, 1000).value_or(1000);
    technique.chance_factors = read_factors(draft, in, "chance_factors");
    technique.time_factors = read_factors(draft, in, "time_factors");
    if (auto noise = in.optional_object("noise")) technique.noise = read_noise(*std::move(noise));
    technique.severity = in.optional_choice("severity", kSeverities).value_or(std::uint8_t{1});
    technique.limit = in.optional_integer<std::uint16_t>("limit", 1, 0xFFFE).value_or(0xFFFF);
    technique.tries = in.optional_integer<std::uint16_t>("tries", 1, 0xFFFE).value_or(0xFFFF);
    technique.automatic = in.optional_bool("automatic").value_or(false);
    in.finish();
    return technique;
}

} // namespace

std::vector<Factor> read_factors(Draft& draft, ObjectReader& in, std::string_view key)
{
    std::vector<Factor> factors;
    for (ObjectReader& row : in.optional_objects(key, {0, 16})) {
        Factor factor;
        factor.when = optional_condition(draft, row, "when");
        factor.permille = row.required_integer<Permille>("permille", 0, 10'000);
        row.finish();
        factors.push_back(factor);
    }
    return factors;
}

PlaybookSource open_playbook(ObjectReader root, NameBook& names)
{
    PlaybookSource source(std::move(root));
    source.techniques = open_rows(source.root, "techniques", kMaxTechniques, true);
    number_rows(source.techniques, NameKind::technique, names);
    return source;
}

void read_playbook(Draft& draft, PlaybookSource& source)
{
    Playbook& playbook = draft.scenario.playbook;
    ObjectReader& in = source.root;
    playbook.id = in.required_slug("id").text;
    playbook.name = in.required_text("name", 80);
    playbook.hands = in.optional_integer<std::int32_t>("hands", 1, static_cast<std::int32_t>(kMaxHands)).value_or(2);
    playbook.pace_when_seen = in.optional_integer<Permille>("pace_when_seen", 100, 10'000).value_or(1000);
    for (std::size_t t = 0; t < source.techniques.size(); ++t) {
        playbook.techniques.push_back(read_technique(draft, source.techniques[t]));
        playbook.techniques.back().id = draft.names.name(NameKind::technique, t);
    }
    in.finish();
}

} // namespace sonae::pack
