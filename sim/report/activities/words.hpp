// The words of printed sheets and of a session's page.
#pragma once

#include "report/words.hpp"
#include "workshop/activities/session_plan.hpp"

namespace sonae::report::activity_words {

// --- head of a sheet
inline constexpr Word sheet_of{"演習の用紙", "Worksheet"};
inline constexpr Word record_of{"演習の記録", "Record of an activity"};
inline constexpr Word table_line{"班", "Table"}, date_line{"日付", "Date"};
inline constexpr Word date_blank{"　　　年　　月　　日", ""};
inline constexpr Word minutes{"{}分", "{} min"};
inline constexpr Word on_paper{"足りなければ、裏に続けて書きます。", "Go on overleaf when there is no more room."};

// --- grids
inline constexpr Word item{"項目", "Item"};
inline constexpr Word to_be_named{"（名前を書く）", "(write its name)"};
inline constexpr Word nameless{"{}行目（名前は残っていない）", "Row {} (its name is gone)"};
inline constexpr Word now{"いま：", "Now: "};
inline constexpr Word erased{"（書かれたが、文は残っていない）", "(written, but the text is gone)"};
inline constexpr Word own_rows{"前の回に班がつくった行で始めた。", "Opened with the rows that the table made earlier."};
inline constexpr Word company_rows{"この表は、会社の現状のまま始めた（班が前の回に作った表はない）。",
                                   "This grid opened as the company stands: the table made none earlier."};
inline constexpr Word may_start_own{"前の回に作った表があれば、その行を使います。",
                                    "Where the table made one earlier, its rows are used."};
inline constexpr Word no_rows{"行はない。", "No rows."};
inline constexpr Word how_to_fill{"書き方", "How to fill it in"};
inline constexpr Word by_number{"番号で書いてかまいません。", "Numbers will do."};
inline constexpr Word circle{"当てはまるものを丸で囲みます。", "Circle what applies."};
inline constexpr Word people{"会社の人", "People of the company"};
inline constexpr Word people_outside{"社外の人", "People outside"};
inline constexpr Word yes{"はい", "Yes"}, no{"いいえ", "No"};
inline constexpr Word computed_from{"計算します：", "Computed: "};
inline constexpr Word op_max{"{}のうち、いちばん大きい数", "the greatest of {}"};
inline constexpr Word op_min{"{}のうち、いちばん小さい数", "the least of {}"};
inline constexpr Word op_sum{"{}を足した数", "the sum of {}"};
inline constexpr Word op_product{"{}を掛けた数", "the product of {}"};
inline constexpr Word op_lookup{"{}から、下の早見表で引く", "looked up from {} in the small table below"};
inline constexpr Word op_band{"{}の大きさ（{}）", "the size of {} ({})"};
inline constexpr Word from_value{"{}以上：{}", "{} and more: {}"};
inline constexpr Word and_word{"と", " and "};
inline constexpr Word lookup_title{"早見表：{}", "Small table: {}"};

// --- board
inline constexpr Word card{"札", "Card"}, cost{"費用", "Cost"}, effort{"手間", "Effort"}, place{"置き場", "Place"};
inline constexpr Word days{"{}日", "{} d"};
inline constexpr Word budget{"使えるお金 {}", "Budget {}"};
inline constexpr Word spent_blank{"選んだ札の費用の合計 ＿＿＿＿＿＿＿＿ 円", "Cost of what is chosen ¥ ____________"};
inline constexpr Word spent{"選んだ札の費用 {}（使えるお金 {}）", "Cost of what is chosen {} (budget {})"};
inline constexpr Word at_most{"{}枚まで", "at most {}"};
inline constexpr Word order{"（上から順に番号）", "(number them, first on top)"};
inline constexpr Word tick{"札ごとに、置き場を一つ選んで印を付けます。", "Tick one place for each card."};
inline constexpr Word not_laid{"置かなかった札", "Not laid"};
inline constexpr Word cards_count{"{}枚", "{} cards"};
inline constexpr Word none_laid{"なし", "none"};
inline constexpr Word source{"出典：", "Source: "};
inline constexpr Word published{"{}発行", "published {}"}, valid_until{"{}まで有効", "valid until {}"};

// --- questionnaire
inline constexpr Word question{"問い", "Question"}, when{"いつ", "When"};
inline constexpr Word asked_pre{"はじめに", "At the start"}, asked_post{"いま（終わりに）", "Now, at the end"},
    asked_then{"振り返ると、はじめは", "Looking back: at the start"};
inline constexpr Word answers{"答えの意味", "What the answers mean"};
inline constexpr Word no_names{"名前は書きません。答えは、{}人以上そろってから、人数だけをまとめます。",
                               "Write no name. Answers are counted once there are {} or more, as numbers only."};
inline constexpr Word too_few{"答えが{}人分に満たないので、示さない", "fewer than {} answers: not shown"};
inline constexpr Word sealed{"まだ開いていない", "still sealed"};
inline constexpr Word counts_key{"数字は、そう答えた人の数。だれの答えかは、どこにも残さない。",
                                 "Figures: how many answered so. Nobody's own answer is shown."};
inline constexpr Word no_answers{"答えはない。", "No answers."};

// --- prompts
inline constexpr Word alone_first{"一人で（人に見せるためのものではありません）",
                                  "Alone (nobody else needs to see it)"};
inline constexpr Word table_answer{"班の答え", "The table's answer"};
inline constexpr Word not_written{"書かれていない", "Not written"};

// --- calls
inline constexpr Word calls{"電話の練習", "Calling"};
inline constexpr Word calls_rule{"一つの場面に{}分。つながれば{}分、つながらなければ{}分かかります。",
                                 "{} minutes a situation. An answered call takes {}, an unanswered one {}."};
inline constexpr Word whom{"かけた役割", "Role"}, who{"相手", "Person"}, number{"電話", "Number"},
    outcome{"結果", "Outcome"}, took{"かかった分", "Minutes"};
inline constexpr Word person_or_deputy{"担当 ・ 代行", "person / deputy"};
inline constexpr Word got_through{"つながった ・ つながらない", "answered / not"};
inline constexpr Word reached{"● 連絡すべき人につながった（{}分）", "● reached who was needed ({} min)"};
inline constexpr Word not_reached{"▲ 連絡すべき人につながらなかった（{}分）",
                                  "▲ did not reach who was needed ({} min)"};
inline constexpr Word not_called{"○ かけていない", "○ not called"};

// --- drill
inline constexpr Word drill_log{"対応演習の書きとめ", "Notes of the drill"};
inline constexpr Word clock{"演習の中の時刻", "Time in the drill"}, happened{"起きたこと", "What happened"},
    we_did{"決めたこと・したこと", "What we decided or did"}, why{"理由", "Why"};
inline constexpr Word drill_page{"対応演習の結果は、別の結果ページにある。",
                                 "The drill's result stands on a page of its own."};

// --- findings
inline constexpr Word findings{"まだ足りないこと", "Still missing"};
inline constexpr Word no_findings{"足りないことは見つからなかった。", "Nothing was found missing."};

// --- the session's page
inline constexpr Word session_result{"ワークショップの結果", "Workshop result"};
inline constexpr Word sum_blocks{"開いた演習", "Blocks held"}, sum_findings{"足りないこと", "Still missing"},
    sum_outputs{"残した値", "Values left"}, sum_promises{"約束", "Commitments"};
inline constexpr Word of_all{"{} / {}", "{} / {}"};
inline constexpr Word agenda{"進み方", "Agenda"};
inline constexpr Word block{"時間割", "Block"}, form{"進め方", "How"}, planned{"予定", "Planned"},
    state{"状態", "State"};
inline constexpr Word held{"● 開いた", "● held"}, not_held{"－ 開かなかった", "– not held"};
inline constexpr Word brought{"前の回から持ち込んだもの", "Brought from earlier sessions"};
inline constexpr Word made{"班がつくったもの", "What the table made"};
inline constexpr Word by_table{"班が前の回で決めた", "the table's own"};
inline constexpr Word as_company{"会社の現状のまま", "as the company stands"};
inline constexpr Word leaves{"この回が残したもの", "What the session leaves"};
inline constexpr Word leaves_key{"後の回は、ここにある値から始まる。", "Later sessions begin with these values."};
inline constexpr Word leaves_none{"この回が後に残す値はない。", "The session leaves no value for later ones."};
inline constexpr Word left_name{"残したもの", "What"}, left_value{"値", "Value"},
    left_effect{"第8回で変わること", "What it changes in session 8"};
inline constexpr Word without_it{"会社の現状では{}", "as the company stands: {}"};
inline constexpr Word not_yet{"まだ示せない", "not to be told yet"};
inline constexpr Word promises{"約束", "Commitments"};
inline constexpr Word no_promises{"約束は書かれていない。", "No commitment was written."};
inline constexpr Word facts{"この回で使った事実", "Facts of the session"};
inline constexpr Word fact{"内容", "Fact"};

inline Word asked_word(workshop::Asked asked)
{
    return asked == workshop::Asked::pre ? asked_pre : asked == workshop::Asked::post ? asked_post : asked_then;
}

inline Word beat_word(workshop::BlockBeat beat)
{
    switch (beat) {
    case workshop::BlockBeat::brief: return {"説明", "Briefing"};
    case workshop::BlockBeat::alone: return {"一人で考える", "Alone"};
    case workshop::BlockBeat::table: return {"班で取り組む", "At the table"};
    case workshop::BlockBeat::report: return {"共有", "Exchange"};
    case workshop::BlockBeat::reflect: return {"振り返り", "Looking back"};
    case workshop::BlockBeat::survey: return {"アンケート", "Survey"};
    case workshop::BlockBeat::drill: break;
    }
    return {"対応演習", "Drill"};
}

} // namespace sonae::report::activity_words
