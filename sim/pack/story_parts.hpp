// Parts of a storyline that several of its lists hold. For the readers of this layer.
#pragma once

#include "pack/fields.hpp"

namespace sonae::pack {

// When a beat begins.
enum class Beat { inject, decision, rule };
engine::Trigger read_trigger(Draft& draft, read::ObjectReader& in, Beat beat);
engine::EffectList read_effects(Draft& draft, read::ObjectReader& in, std::string_view key, bool required = false);
// {"host": id}, "latest_alert", {"first": {…}} …: what an order of `action` points at.
engine::Target read_target(Draft& draft, read::ObjectReader& in, std::string_view key, std::uint16_t action);
engine::FacilitatorNotes read_notes(read::ObjectReader& in);

// What a kind of action is done to.
engine::TargetKind target_of(engine::ActionKind kind);
engine::ActionKind read_action_kind(read::ObjectReader& in);

// A text with holes, at most `most` full-width characters wide. Faults: `text.hole`, `text.too_long`.
engine::Template required_template(read::ObjectReader& in, std::string_view key, int most);

engine::Action read_action(Draft& draft, read::ObjectReader& in);
inline constexpr read::Choice<engine::ValueType> kOutputTypes[] = {{"bool", engine::ValueType::boolean},
                                                                   {"count", engine::ValueType::count},
                                                                   {"yen", engine::ValueType::yen},
                                                                   {"permille", engine::ValueType::permille},
                                                                   {"duration", engine::ValueType::duration}};
engine::Output read_output(read::ObjectReader& in);
engine::Policy read_policy(Draft& draft, read::ObjectReader& in);

} // namespace sonae::pack
