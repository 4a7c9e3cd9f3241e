// The result's own words, compiled in: a page can be written without any data file beside the program.
#pragma once

#include "base/localized.hpp"
#include "engine/drill.hpp"
#include "report/result.hpp"

#include <fmt/format.h>
#include <string>

namespace sonae::report {

struct Word {
    const char* ja;
    const char* en;
    constexpr const char* in(Language language) const { return language == Language::ja ? ja : en; }
};

template <class... Parts>
std::string said(const Word& pattern, Language language, const Parts&... parts)
{
    return fmt::format(fmt::runtime(pattern.in(language)), parts...);
}

namespace words {

inline constexpr Word table{"班{}", "Table {}"};
inline constexpr Word drill_result{"対応演習の結果", "Drill result"};
inline constexpr Word no_change{"変化なし", "no change"};
inline constexpr Word times{"{}({}回)", "{} ({} times)"};
inline constexpr Word beginning{"演習が始まる前からの状況", "How things stood before the drill"};
inline constexpr Word unsettled{"まだ締めていない分", "Accrued, not yet booked"};
inline constexpr Word false_alarms{"誤報", "False alarms"};

// Outcome.
inline constexpr Word over{"{}で事態はおさまった。損失の合計は{}。", "It was over after {}. Total loss: {}."};
inline constexpr Word not_over{"{}がたっても、事態はおさまらなかった。損失の合計は{}。",
                               "After {} it was still not over. Total loss: {}."};
inline constexpr Word broken_off{"出来事が多すぎたため、{}で打ち切った。損失の合計はここまでで{}。",
                                 "Broken off after {}: too much happened. Total loss so far: {}."};
inline constexpr Word on_the_way{"途中経過。始まりから{}、損失の合計はここまでで{}。",
                                 "Still running. {} since the start, total loss so far: {}."};

// A record of other rules.
inline constexpr Word other_rules{
    "この演習は、いまとは別の版の規則で記録された(記録は版{}、いまは版{})。ここにある経過と数字は記録されたとおりで、"
    "いまの規則で計算し直したものではない。改善カードは、記録だけから当てはまると分かるものに限った。",
    "This drill was recorded under other rules (version {}; today's is {}). Events and figures are shown as recorded, "
    "not worked "
    "out again by today's rules. Improvement cards are those that the record alone bears out."};
inline constexpr Word differs_now{
    "この演習の記録は、いまの規則で計算し直すと同じ経過にならない。ここにある経過と数字は記録されたとおりで、"
    "計算し直したものではない。改善カードは、記録だけから当てはまると分かるものに限った。",
    "Worked out again by today's rules this record takes another course. Events and figures are shown as recorded. "
    "Improvement cards are those that the record alone bears out."};

// Facts told together.
inline constexpr Word encrypted_many{"{}台が暗号化された", "{} machines were encrypted"};
inline constexpr Word alerts_many{"「{}」が異常を{}回知らせた", "“{}” reported something wrong {} times"};
inline constexpr Word false_many{"「{}」の誤報が{}回出た", "“{}” gave {} false alarms"};
inline constexpr Word noticed_many{"利用者が{}台の異常に気づいた", "Users noticed that {} machines were wrong"};
inline constexpr Word restored_many{"{}台がバックアップから戻った", "{} machines came back from the backup"};
inline constexpr Word rebuilt_many{"{}台を作り直した", "{} machines were set up anew"};
inline constexpr Word isolated_many{"{}台を切り離した", "{} machines were isolated"};
inline constexpr Word rejoined_many{"{}台をつなぎ直した", "{} machines were reconnected"};
inline constexpr Word cleaned_many{"{}台を初期化した", "{} machines were wiped"};
inline constexpr Word technique_many{"攻撃者が「{}」に{}回成功した", "The attacker succeeded in “{}” {} times"};
inline constexpr Word down_many{"業務が止まった: {}", "Processes stood still: {}"};
inline constexpr Word slow_many{"業務が遅くなった: {}", "Processes slowed down: {}"};
inline constexpr Word up_many{"業務が元に戻った: {}", "Processes were back: {}"};
inline constexpr Word tolerance_many{"許せる停止時間を超えた: {}", "Stood longer than tolerated: {}"};
inline constexpr Word leaked_many{"社外へ持ち出された: {}", "Carried off: {}"};
inline constexpr Word staged_many{"持ち出す準備をされた: {}", "Gathered to be carried off: {}"};
inline constexpr Word found_many{"漏えいが分かった: {}", "Found to have leaked: {}"};
inline constexpr Word ordered_many{"「{}」を{}回指示した", "Ordered “{}” {} times"};
inline constexpr Word answered{"{}: {}", "{}: {}"};
inline constexpr Word passed{"答えないまま期限が過ぎた", "the deadline passed without an answer"};
inline constexpr Word clocks_many{"知らせる期限が動き始めた: {}", "Clocks began to run: {}"};
inline constexpr Word logs_many{"古い記録(ログ)が消えていった", "Old logs were overwritten"};
inline constexpr Word message{"{}から: {}", "{}: {}"};

// Decisions and actions.
inline constexpr Word confidence[] = {{"", ""}, {"低い", "low"}, {"ふつう", "middle"}, {"高い", "high"}};
inline constexpr Word not_answered{"まだ答えていない", "Not answered yet"};
inline constexpr Word called_off{"取りやめた", "Called off"};
inline constexpr Word when_unmet{"条件が整っていなかった", "The conditions were not met"};

} // namespace words

// Why an order came to nothing, for people.
inline Word block_word(engine::ActionBlock block)
{
    switch (block) {
    case engine::ActionBlock::ended: return {"演習が終わっていた", "The drill was over"};
    case engine::ActionBlock::limit: return {"これ以上はできない", "It can't be done again"};
    case engine::ActionBlock::running: return {"すでに進めていた", "It was under way already"};
    case engine::ActionBlock::target: return {"相手が見つからなかった", "There was nothing to do it to"};
    case engine::ActionBlock::already: return {"すでにそうなっていた", "It was so already"};
    case engine::ActionBlock::nobody: return {"担当者なし", "Nobody who could do it"};
    case engine::ActionBlock::too_many: return {"手が足りなかった", "Too much was under way"};
    default: return words::when_unmet;
    }
}

} // namespace sonae::report
