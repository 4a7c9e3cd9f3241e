// The words of the result page.
#pragma once

#include "report/words.hpp"

namespace sonae::report::page_words {

inline constexpr Word drill_days{"演習の中の日時", "Time in the drill"};
inline constexpr Word running{"途中経過", "Still running"};
inline constexpr Word went_back{
    "班は途中で{}回、前の場面に戻ってやり直した。ここにあるのは最後の流れで、戻る前の流れは記録に残っている。",
    "On the way the table went back to try again ({}×). This is the last course of events; the earlier ones stay in "
    "the record."};
inline constexpr Word from_start{"{} から ", "From {} "};
inline constexpr Word main_cause{"主な原因", "Main cause"};
inline constexpr Word nothing_moved{"動かなかった", "Did not move"};
inline constexpr Word longest_stop{"最も長く止まった業務は「{}」で{}", "Longest standstill: “{}”, {}"};
inline constexpr Word still_down{"(終わりまで停止)", " (to the end)"};

inline constexpr Word chart{"損失の合計と、できごとの流れ", "Total loss, and the course of events"};
inline constexpr Word chart_key{
    "四角の英字は決定、丸の英字と破線は沈黙(答えないまま期限が過ぎた)。下の塗りつぶした印は、被害や見逃し。",
    "Letters in squares are decisions; in circles with broken lines, silences. Filled marks below: harm, or a missed "
    "chance."};
inline constexpr Word chart_alt{"損失の合計は{}から{}になった。", "Total loss went from {} to {}."};

inline constexpr Word timeline{"経過", "Course of events"};
inline constexpr Word timeline_key{"塗りつぶした印と太字は、被害や見逃し。",
                                   "Filled marks and bold type: harm, or a missed chance."};
inline constexpr Word lane_attacker{"攻撃者", "Attacker"}, lane_company{"会社", "Company"}, lane_table{"班", "Table"},
    lane_outside{"社外", "Outside"};

inline constexpr Word decisions{"意思決定", "Decisions"};
inline constexpr Word decided{"決めたこと", "Decided"}, silent{"答えなかった", "No answer"}, open{"未回答", "Open"};
inline constexpr Word asked_decided{"{}に問われ、{}後に決めた", "Asked {}; decided after {}"};
inline constexpr Word asked_at_once{"{}に問われ、その場で決めた", "Asked and decided {}"};
inline constexpr Word asked_silent{"{}に問われ、{}後に期限が過ぎた", "Asked {}; the deadline passed after {}"};
inline constexpr Word asked_open{"{}に問われた", "Asked {}"};
inline constexpr Word confidence{"自信: {}", "Confidence: {}"};
inline constexpr Word reason{"理由", "Reason"};
inline constexpr Word other_options{"ほかの選択肢", "Other options"}, options{"選択肢", "Options"};
inline constexpr Word set_in_motion{"その後に起きたこと", "What it set in motion"};
inline constexpr Word nothing_followed{"ここから始まった動きはない。", "It set nothing going."};
inline constexpr Word went_on{"次に答えるまでの間に進んだこと", "What went on until the next answer"};
inline constexpr Word and_more{"ほか{}件", "{} more"};
inline constexpr Word moved{"この決定が動かしたもの", "Moved by it"};
inline constexpr Word feedback{"振り返り", "Looking back"};
inline constexpr Word not_asked{"この展開では問われなかった決定", "Decisions that this course of events never brought"};

inline constexpr Word actions{"対応行動", "Actions"};
inline constexpr Word no_actions{"対応行動はなかった。", "No action was taken."};
inline constexpr Word action{"対応行動", "Action"}, by{"指示", "By"}, ordered{"指示した時", "Ordered"},
    began{"始まり", "Began"}, ended{"終わり", "Ended"};
inline constexpr Word cost{"費用", "Cost"}, result_head{"結果", "Outcome"};
inline constexpr Word by_table{"班", "Table"}, by_decision{"決定 {}", "Decision {}"};
inline constexpr Word sum{"合計", "Sum"};

inline constexpr Word other_cost{
    "直接費用は全部で{}。残りの{}は、一つの行動に結び付かない費用(「だれの何が、いくら動かしたか」を参照)。",
    "Direct cost was {} in all; the other {} belong to no single action (see “Whose doing moved how much”)."};

inline constexpr Word deadlines{"知らせる期限", "Deadlines"};
inline constexpr Word no_deadlines{"動いた期限はなかった。", "No clock began to run."};
inline constexpr Word deadline{"期限", "Deadline"}, to{"知らせる先", "To"}, clock_began{"動き始め", "Clock began"},
    due{"期限の日時", "Due"}, told{"知らせた時", "Told"};

inline constexpr Word owners{"だれの何が、いくら動かしたか", "Whose doing moved how much"};
inline constexpr Word owners_key{
    "変化の一つ一つを、それを引き起こした最初のもと(決定・沈黙・対応行動・日ごろの備え・攻撃者・運)"
    "にさかのぼって数えた。"
    "縦に足すと、どの列も始めから終わりまでの変化にちょうど合う。別の選択をしていたら減ったはずの額ではない。",
    "Each change is traced to the first thing that brought it about: a decision, a silence, an action, "
    "preparation, the attacker or luck. Each column adds up exactly to the change from start to end. "
    "These are not savings that another choice would have made."};
inline constexpr Word owners_money{"損失(円)", "Loss (yen)"};
inline constexpr Word owners_rest{"お金のほかの指標", "Beyond money"};
inline constexpr Word evidence_head{"証拠(%)", "Evidence (%)"};
inline constexpr Word owner{"もと", "Owner"}, what{"何が", "What"};
inline constexpr Word at_start{"始め", "Start"}, change{"変化の合計", "Change"}, at_end{"終わり", "End"};
inline constexpr Word insurance_head{"保険金(引く)", "Insurance (less)"};

inline constexpr Word preparation{"これまでの回から持ち込んだ備え", "Preparation brought from earlier sessions"};
inline constexpr Word prepared{"備え", "Preparation"}, session{"回", "Session"}, value{"状態", "State"},
    effect{"あると、この演習でどう変わるか", "What it changes in this drill"};
inline constexpr Word session_number{"第{}回", "Session {}"};
inline constexpr Word nothing_brought{
    "前の回の成果は持ち込まれていない。どの備えも、会社の現状のままで始めた。",
    "Nothing was brought from earlier sessions: all preparation is as the company stands."};
inline constexpr Word changed{"変わったもの", "What it changed"}, from_to{"前 → 後", "From → to"};
inline constexpr Word as_before{"会社の現状と同じで、変わったものはない。", "As the company stands: nothing changed."};
inline constexpr Word changes_key{
    "班が前の回で残した成果が、この演習の待ち時間と見込みをどう変えたか。「前」は、会社の現状のままの場合。",
    "How what the table left in earlier sessions changed waits and chances of this drill. “From” is as the company "
    "stands."};
inline constexpr Word rest_as_company{"次の備えは、会社の現状のままで始めた。",
                                      "The following was as the company stands."};

inline constexpr Word cards{"改善カード", "Improvement cards"};
inline constexpr Word no_cards{"この結果から生まれたカードはない。", "No card came of this result."};
inline constexpr Word cards_key{"会社に戻って実行する約束。担当と期日を確かめ、終わったら印を付ける。",
                                "Promises to keep back at the company. Check owner and date; tick when done."};
inline constexpr Word own_card{"自分の会社で、最初に変えること", "What to change first at your own company"};
inline constexpr Word own_if{"もし", "If"}, own_then{"その時は", "then"};
inline constexpr Word card_owner{"担当", "Owner"}, card_due{"期日", "Due"}, card_done{"実施した日", "Done on"};

inline constexpr Word record{"記録", "Record"};
inline constexpr Word pack{"シナリオパック", "Pack"}, version{"版", "version"},
    company_version{"仮想会社の版", "Company version"};
inline constexpr Word rules{"規則の版", "Rules version"}, fingerprint{"指紋", "Fingerprint"}, seed{"運の種", "Seed"};
inline constexpr Word simulated{"会社と人はすべて架空で、金額は演習のための模型による。",
                                "Company and people are invented; amounts come from a model made for the drill."};

inline Word lane_word(workshop::Lane lane)
{
    switch (lane) {
    case workshop::Lane::attacker: return lane_attacker;
    case workshop::Lane::table: return lane_table;
    case workshop::Lane::outside: return lane_outside;
    default: return lane_company;
    }
}

// The shape of a lane, filled for harm and missed chances: ▲△ ●○ ◆◇ ■□
inline const char* lane_mark(workshop::Lane lane, bool filled)
{
    switch (lane) {
    case workshop::Lane::attacker: return filled ? "▲" : "△";
    case workshop::Lane::table: return filled ? "◆" : "◇";
    case workshop::Lane::outside: return filled ? "■" : "□";
    default: return filled ? "●" : "○";
    }
}

inline Word outcome_word(ActionOutcome outcome)
{
    switch (outcome) {
    case ActionOutcome::done: return {"● 済んだ", "● done"};
    case ActionOutcome::in_vain: return {"▲ 実らず", "▲ in vain"};
    case ActionOutcome::called_off: return {"－ 取りやめ", "– called off"};
    case ActionOutcome::running: break;
    }
    return {"○ 途中", "○ under way"};
}

inline Word deadline_word(DeadlineOutcome outcome)
{
    switch (outcome) {
    case DeadlineOutcome::met: return {"● 守った", "● met"};
    case DeadlineOutcome::missed: return {"▲ 過ぎた", "▲ missed"};
    case DeadlineOutcome::running: return {"○ 動いている", "○ running"};
    case DeadlineOutcome::never_began: break;
    }
    return {"－ 動かなかった", "– never began"};
}

} // namespace sonae::report::page_words
