#include "workshop/fill.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace sonae::workshop {
namespace {

std::string subject_name(const engine::Scenario& sc, const engine::Inject& inject, std::uint16_t subject,
                         Language language)
{
    const auto name_in = [&](const auto& rows) {
        return subject < rows.size() ? rows[subject].name.in(language) : std::string{};
    };
    using engine::Occurrence;
    switch (inject.trigger.on) {
    case Occurrence::technique_succeeded: return name_in(sc.playbook.techniques);
    case Occurrence::alert:
    case Occurrence::false_alarm:
    case Occurrence::sensor_ends:
    case Occurrence::report_comes:
    case Occurrence::centre_isolated: return name_in(sc.company.sensors);
    case Occurrence::process_down:
    case Occurrence::process_tolerance:
    case Occurrence::process_up: return name_in(sc.company.processes);
    case Occurrence::asset_staged:
    case Occurrence::asset_leaked:
    case Occurrence::leak_found: return name_in(sc.company.assets);
    case Occurrence::contact_answers:
    case Occurrence::contact_closed:
    case Occurrence::contact_busy:
    case Occurrence::contact_arrives:
    case Occurrence::penalty_begins: return name_in(sc.company.contacts);
    case Occurrence::action_done: return name_in(sc.actions);
    case Occurrence::deadline_missed: return name_in(sc.company.deadlines);
    default: return {};
    }
}

std::string hole_text(const engine::Scenario& sc, const engine::Inject& inject, const engine::InjectState& state,
                      engine::Hole hole, Language language)
{
    const SimTime moment = sc.start + state.delivered;
    const engine::Host* host = state.host < sc.company.hosts.size() ? &sc.company.hosts[state.host] : nullptr;
    switch (hole) {
    case engine::Hole::host_name:
        return host ? host->name.in(language) : language == Language::ja ? "ある端末" : "a machine";
    case engine::Hole::host_id: return host ? host->id : "";
    case engine::Hole::zone_name: return host ? sc.company.zones[host->zone.index()].name.in(language) : "";
    case engine::Hole::time: return clock_text(moment);
    case engine::Hole::date: {
        const CivilDate date = civil_from_days(day_of(moment));
        return language == Language::ja ? fmt::format("{}月{}日", date.month, date.day)
                                        : fmt::format("{:02}-{:02}", date.month, date.day);
    }
    case engine::Hole::subject_name: return subject_name(sc, inject, state.subject, language);
    case engine::Hole::value: return fmt::format("{}", state.value);
    case engine::Hole::none: break;
    }
    return {};
}

std::string fill_from(const engine::Scenario& sc, const engine::InjectState& delivery, InjectId id,
                      const engine::Template& text, Language language)
{
    const auto& pieces = language == Language::en && !text.en.empty() ? text.en : text.ja;
    std::string filled;
    for (const engine::TextPiece& piece : pieces)
        filled += piece.hole == engine::Hole::none
                      ? piece.text
                      : hole_text(sc, sc.injects[id.index()], delivery, piece.hole, language);
    return filled;
}

// What an inject that was raised by `cause` is about.
std::uint16_t subject_of(const engine::Inject& inject, const engine::Fact& cause, std::uint16_t otherwise)
{
    switch (inject.trigger.on) {
    case engine::Occurrence::none:
    case engine::Occurrence::centre_isolated: return otherwise;
    case engine::Occurrence::alert:
    case engine::Occurrence::false_alarm: return cause.b; // the sensor
    default: return cause.a;
    }
}

} // namespace

engine::InjectState delivery_of(const engine::Scenario& sc, const engine::InjectState& last, const engine::Fact& fact,
                                std::span<const engine::Fact> facts)
{
    engine::InjectState delivery = last;
    delivery.delivered = fact.at;
    delivery.host = fact.b;
    const auto cause = std::lower_bound(facts.begin(), facts.end(), fact.parent,
                                        [](const engine::Fact& f, engine::Seq seq) { return f.seq < seq; });
    if (cause != facts.end() && cause->seq == fact.parent)
        delivery.subject = subject_of(sc.injects[fact.a], *cause, last.subject);
    return delivery;
}

std::string inject_title(const engine::Scenario& sc, const engine::InjectState& delivery, InjectId id,
                         Language language)
{
    return fill_from(sc, delivery, id, sc.injects[id.index()].card.title, language);
}

std::string inject_body(const engine::Scenario& sc, const engine::InjectState& delivery, InjectId id, Language language)
{
    return fill_from(sc, delivery, id, sc.injects[id.index()].card.body, language);
}

} // namespace sonae::workshop
