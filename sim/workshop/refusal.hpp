// Why something may not happen now, in the user's language. It goes back to the asker only and changes nothing.
#pragma once

#include "base/localized.hpp"

#include <optional>

namespace sonae::workshop {

enum class Reason {
    no_drill,
    drill_running,
    drill_over,
    unknown_pack,
    unknown_company,
    unknown_output,
    time_goes_back,
    decision_open,
    unknown_decision,
    decision_not_open,
    unknown_option,
    option_not_open,
    unknown_action,
    unknown_target,
    action_not_now,
    action_limit,
    action_running,
    already_so,
    already_shown,
    nobody_free,
    too_much_at_once,
    not_running,
    unknown_entry,
    other_rules,
    not_recorded, // the journal could not be written
    no_session,
    session_running,
    unknown_block,
    unknown_activity,
    unknown_grid,
    unknown_row,
    row_there,
    row_stays,
    too_many_rows,
    unknown_column,
    computed_column,
    wrong_value,
    unknown_seat,
    unknown_card,
    unknown_place,
    unknown_question,
    unknown_prompt,
    unknown_note,
    unknown_situation,
    no_minutes_left,
    no_call,
};

struct Refusal {
    Reason reason;
    Localized sentence;
};

inline Refusal no(Reason reason, std::string ja, std::string en) { return {reason, {std::move(ja), std::move(en)}}; }

} // namespace sonae::workshop
