// A session as its pack lays it out for one company: an agenda of timed blocks, and the activities they work on. Made
// by the loader, never changed, shared by rooms and views.
#pragma once

#include "engine/scenario.hpp"
#include "workshop/activities/figures.hpp"

namespace sonae::workshop {

struct AgingFact {
    Localized text, source; // a publication, never an address
    CivilDate published, valid_until;
};

enum class BlockBeat : std::uint8_t { brief, alone, table, report, reflect, survey, drill };

struct Block {
    std::string id;
    int minutes = 0;
    int least = 0;        // when the room runs late, it may be shortened to this; 0: it may be dropped
    bool guarded = false; // never shortened: report, reflection, survey
    BlockBeat beat = BlockBeat::brief;
    std::optional<std::size_t> activity; // none: a briefing
    std::string part;                    // of the activity, that opens first (activity_parts); empty: its first
    Localized title, briefing, task;
    Localized say, ask, watch_for, when_late; // for the facilitator alone
    Localized model, model_reason;
    std::vector<Localized> expected, discuss;
    std::vector<AgingFact> facts;
};

struct SessionPlan {
    std::string pack_id;
    std::int64_t version = 1;
    int minutes = 120;
    Localized name, briefing;
    engine::Company company;
    std::vector<Scale> scales;
    std::vector<Block> blocks;
    std::vector<Activity> activities;
    std::vector<engine::Output> carried; // values that earlier sessions may bring
    std::vector<OutputDef> outputs;
};

std::optional<std::size_t> find_activity(const SessionPlan& plan, std::string_view id);
std::optional<std::size_t> find_block(const SessionPlan& plan, std::string_view id);

// Facts and cards that are out of date on a day, by what they say.
std::vector<Localized> stale_facts(const SessionPlan& plan, CivilDate today);

} // namespace sonae::workshop
