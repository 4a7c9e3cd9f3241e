#include "workshop/fact_text.hpp"

#include "base/people_text.hpp"
#include "workshop/lookup.hpp"

#include <array>
#include <fmt/format.h>

namespace sonae::workshop {
namespace {

using engine::FactKind;
using engine::Indicator;

struct Pattern {
    Lane lane;
    const char* ja;
    const char* en;
};

// {a} and {b} are the names of the fact's things.
constexpr std::array<Pattern, static_cast<std::size_t>(FactKind::count_)> kPatterns{{
    {Lane::inside, "演習が始まった", "The drill began"},
    {Lane::table, "「{a}」に「{b}」と決めた", "Decided “{b}” on “{a}”"},
    {Lane::table, "「{a}」に答えないまま期限が過ぎた", "The deadline of “{a}” passed without an answer"},
    {Lane::table, "「{a}」を指示した{b}", "Ordered “{a}”{b}"},
    {Lane::attacker, "攻撃者が「{a}」を試みた({b})", "The attacker tried “{a}” ({b})"},
    {Lane::attacker, "攻撃者が「{a}」に成功した({b})", "The attacker succeeded in “{a}” ({b})"},
    {Lane::attacker, "攻撃者が、気づかれたと知った", "The attacker learned that he was seen"},
    {Lane::attacker, "攻撃者が締め出された", "The attacker was cut off"},
    {Lane::attacker, "攻撃者の足がかりがなくなった", "The attacker has no hold left"},
    {Lane::company, "{a}の異常を「{b}」が知らせた", "“{b}” reported something wrong at {a}"},
    {Lane::company, "{a}で「{b}」の誤報が出た", "“{b}” gave a false alarm at {a}"},
    {Lane::company, "利用者が{a}の異常に気づいた", "A user noticed that {a} was wrong"},
    {Lane::company, "{a}の知らせが読まれた", "The alert on {a} was read"},
    {Lane::attacker, "{a}が暗号化された", "{a} was encrypted"},
    {Lane::company, "{a}を切り離した", "{a} was isolated"},
    {Lane::company, "{a}をつなぎ直した", "{a} was reconnected"},
    {Lane::company, "{a}の電源を切った", "{a} was switched off"},
    {Lane::company, "{a}の電源を入れた", "{a} was switched on"},
    {Lane::company, "{a}を初期化した", "{a} was wiped"},
    {Lane::company, "{a}がバックアップから戻った", "{a} came back from the backup"},
    {Lane::company, "{a}を作り直した", "{a} was set up anew"},
    {Lane::company, "{a}の写し(証拠)を取った", "An image of {a} was taken"},
    {Lane::company, "インターネットとの接続を切った", "The internet connection was cut"},
    {Lane::company, "インターネットとの接続を戻した", "The internet connection was restored"},
    {Lane::company, "外向きの通信を止めた", "Outbound traffic was blocked"},
    {Lane::company, "保守用の回線を閉じた", "The maintenance lines were closed"},
    {Lane::company, "パスワードなどの認証情報を変えた", "Credentials were reset"},
    {Lane::company, "外向き機器を更新した", "The edge device was updated"},
    {Lane::attacker, "バックアップが使えなくなった", "The backup became useless"},
    {Lane::company, "バックアップを切り離した", "The backup was detached"},
    {Lane::company, "バックアップの状態を確かめた", "The backup was checked"},
    {Lane::company, "業務「{a}」が止まった", "The process “{a}” stood still"},
    {Lane::company, "業務「{a}」が遅くなった", "The process “{a}” slowed down"},
    {Lane::company, "業務「{a}」が元に戻った", "The process “{a}” was back"},
    {Lane::company, "業務「{a}」を手作業で始めた", "The process “{a}” went on by hand"},
    {Lane::company, "業務「{a}」の手作業が限界になった", "The process “{a}” could not go on by hand"},
    {Lane::company, "業務「{a}」の停止が許せる時間を超えた", "The process “{a}” stood longer than tolerated"},
    {Lane::outside, "{a}への賠償が発生し始めた", "A penalty to {a} began to run"},
    {Lane::attacker, "「{a}」が集められた({b})", "“{a}” was gathered ({b})"},
    {Lane::attacker, "「{a}」が社外へ持ち出された({b})", "“{a}” was carried off ({b})"},
    {Lane::company, "「{a}」の漏えいが分かった", "It was found that “{a}” had leaked"},
    {Lane::company, "被害の範囲が分かった", "The extent of the damage was found out"},
    {Lane::company, "証拠が足りず、被害の範囲を言えない", "Evidence does not suffice to tell the extent"},
    {Lane::attacker, "盗まれた情報が公開された", "Stolen data was published"},
    {Lane::attacker, "脅迫文が届いた", "A ransom note arrived"},
    {Lane::company, "身代金を払った", "The ransom was paid"},
    {Lane::table, "「{a}」を始めた{b}", "Began “{a}”{b}"},
    {Lane::table, "「{a}」が終わった{b}", "Finished “{a}”{b}"},
    {Lane::table, "「{a}」は実を結ばなかった{b}", "“{a}” came to nothing{b}"},
    {Lane::outside, "{a}に電話した", "{a} was called"},
    {Lane::outside, "{a}は時間外だった", "{a} was closed"},
    {Lane::outside, "{a}から返事があった", "{a} answered"},
    {Lane::outside, "{a}が到着した", "{a} arrived"},
    {Lane::outside, "{a}に知らせた", "{a} was told"},
    {Lane::outside, "「{a}」の期限が動き始めた", "The clock of “{a}” began to run"},
    {Lane::outside, "「{a}」を期限内に済ませた", "“{a}” was done in time"},
    {Lane::outside, "「{a}」の期限を過ぎた", "“{a}” was missed"},
    {Lane::outside, "社外に公表した", "The company made it public"},
    {Lane::company, "社員に説明した", "The staff were told"},
    {Lane::company, "交代で休んだ", "People rested in shifts"},
    {Lane::company, "古い記録(ログ)が消えていった", "Old logs were overwritten"},
    {Lane::outside, "知らせが届いた: {a}", "A message arrived: {a}"},
    {Lane::inside, "意思決定が求められた: {a}", "A decision was asked for: {a}"},
    {Lane::inside, "印 {a} がついた", "Flag {a} was set"},
    {Lane::inside, "印 {a} が消えた", "Flag {a} was cleared"},
    {Lane::figures, "{a} {v}", "{a} {v}"},
    {Lane::inside, "演習が終わった: {a}", "The drill ended: {a}"},
    {Lane::company, "「{a}」の契約が切れ、働かなくなった", "The contract for “{a}” ended, and it stopped"},
    {Lane::company, "「{a}」の契約を続けた", "The contract for “{a}” was renewed"},
    {Lane::outside, "「{a}」の報告がメールで届いた", "A report of “{a}” came by mail"},
    {Lane::company, "届いていた「{a}」の報告を読んだ", "The reports of “{a}” that had come were read"},
    {Lane::outside, "{a}は、ほかの仕事で手が空いていなかった", "{a} was taken by other work"},
    {Lane::company, "一人の社員のせいだとされた", "One of the staff was named as the cause"},
    {Lane::outside, "「{a}」の漏えいが、会社の口からでなく伝わった",
     "Word got out that “{a}” had leaked, and not from the company"},
}};

template <class Rows>
std::string name_in(const Rows& rows, std::uint16_t index, Language language)
{
    return index < rows.size() ? rows[index].name.in(language) : std::string{};
}

std::string host_name(const engine::Scenario& sc, std::uint16_t host, Language language)
{
    if (host >= sc.company.hosts.size()) return language == Language::ja ? "複数の機器" : "a group of machines";
    return fmt::format("{} {}", sc.company.hosts[host].name.in(language), sc.company.hosts[host].id);
}

// The name of what `fact.a` numbers.
std::string first_name(const engine::Scenario& sc, const engine::Fact& fact, Language language)
{
    switch (fact.kind) {
    case FactKind::decided:
    case FactKind::fell_silent:
    case FactKind::decision_opened: return fact.a < sc.decisions.size() ? sc.decisions[fact.a].title.in(language) : "";
    case FactKind::ordered:
    case FactKind::action_began:
    case FactKind::action_done:
    case FactKind::action_in_vain: return name_in(sc.actions, fact.a, language);
    case FactKind::technique_tried:
    case FactKind::technique_succeeded: return name_in(sc.playbook.techniques, fact.a, language);
    case FactKind::process_down:
    case FactKind::process_degraded:
    case FactKind::process_up:
    case FactKind::process_by_hand:
    case FactKind::by_hand_ended:
    case FactKind::tolerance_passed: return name_in(sc.company.processes, fact.a, language);
    case FactKind::asset_staged:
    case FactKind::asset_leaked:
    case FactKind::leak_found:
    case FactKind::leak_hushed_up: return name_in(sc.company.assets, fact.a, language);
    case FactKind::contact_called:
    case FactKind::contact_closed:
    case FactKind::contact_answered:
    case FactKind::contact_arrived:
    case FactKind::contact_notified:
    case FactKind::contact_busy:
    case FactKind::penalty_began: return name_in(sc.company.contacts, fact.a, language);
    case FactKind::deadline_began:
    case FactKind::deadline_met:
    case FactKind::deadline_missed: return name_in(sc.company.deadlines, fact.a, language);
    case FactKind::sensor_ended:
    case FactKind::sensor_renewed:
    case FactKind::report_came:
    case FactKind::report_read: return name_in(sc.company.sensors, fact.a, language);
    case FactKind::inject_delivered: return fact.a < sc.injects.size() ? sc.injects[fact.a].id : "";
    case FactKind::flag_set:
    case FactKind::flag_cleared: return fact.a < sc.flags.size() ? sc.flags[fact.a] : "";
    case FactKind::booked: return indicator_label(static_cast<Indicator>(fact.a)).in(language);
    case FactKind::drill_ended: return name_in(sc.endings, fact.a, language);
    default: return host_name(sc, fact.a, language);
    }
}

std::string second_name(const engine::Scenario& sc, const engine::Fact& fact, Language language)
{
    switch (fact.kind) {
    case FactKind::decided:
        return fact.a < sc.decisions.size() && fact.b < sc.decisions[fact.a].options.size()
                   ? sc.decisions[fact.a].options[fact.b].text.in(language)
                   : "";
    case FactKind::ordered:
    case FactKind::action_began:
    case FactKind::action_done:
    case FactKind::action_in_vain: {
        if (fact.a >= sc.actions.size()) return {};
        const std::string name = target_name(sc, sc.actions[fact.a], fact.b).in(language);
        return name.empty() ? "" : (language == Language::ja ? "(" : " (") + name + ")";
    }
    case FactKind::alert_raised:
    case FactKind::false_alarm_raised: return name_in(sc.company.sensors, fact.b, language);
    default: return host_name(sc, fact.b, language);
    }
}

} // namespace

Lane lane_of(FactKind kind) { return kPatterns[static_cast<std::size_t>(kind)].lane; }

std::string fact_text(const engine::Scenario& sc, const engine::Fact& fact, Language language)
{
    const Pattern& pattern = kPatterns[static_cast<std::size_t>(fact.kind)];
    const std::string change = fact.kind == FactKind::booked
                                   ? change_text(static_cast<Indicator>(fact.a), fact.value, language)
                                   : std::string{};
    return fmt::format(fmt::runtime(language == Language::ja ? pattern.ja : pattern.en),
                       fmt::arg("a", first_name(sc, fact, language)), fmt::arg("b", second_name(sc, fact, language)),
                       fmt::arg("v", change));
}

Localized indicator_label(Indicator which)
{
    switch (which) {
    case Indicator::downtime_loss: return {"停止損失", "Downtime loss"};
    case Indicator::direct_cost: return {"直接費用", "Direct cost"};
    case Indicator::compensation: return {"賠償・補償", "Compensation"};
    case Indicator::insurance_paid: return {"保険金", "Insurance"};
    case Indicator::records_leaked: return {"漏えいした人数", "People whose data leaked"};
    case Indicator::trust_customers: return {"顧客の信頼", "Trust of customers"};
    case Indicator::trust_partners: return {"取引先の信頼", "Trust of partners"};
    case Indicator::trust_staff: return {"従業員の信頼", "Trust of staff"};
    case Indicator::trust_neighbours: return {"地域の信頼", "Trust of neighbours"};
    case Indicator::fatigue: return {"疲労", "Fatigue"};
    case Indicator::evidence: return {"証拠の保全", "Evidence kept"};
    case Indicator::hosts_encrypted: return {"暗号化された台数", "Machines encrypted"};
    case Indicator::deadlines_met: return {"守った期限", "Deadlines met"};
    case Indicator::deadlines_missed: return {"過ぎた期限", "Deadlines missed"};
    case Indicator::deadlines_running: return {"動いている期限", "Deadlines running"};
    case Indicator::detected_after: return {"気づくまでの時間", "Time to detection"};
    case Indicator::total_loss: return {"損失の合計", "Total loss"};
    case Indicator::count_: break;
    }
    return {};
}

std::string amount_text(Indicator which, std::int64_t value, Language language)
{
    if (engine::indicator_in_yen(which)) return yen_text(value, language);
    if (which == Indicator::evidence || which == Indicator::fatigue) return permille_text(value);
    if (which == Indicator::detected_after) return duration_text(value, language);
    return count_text(value);
}

std::string change_text(Indicator which, std::int64_t value, Language language)
{
    return fmt::format("{}{}", value < 0 ? "▼" : "▲", amount_text(which, value < 0 ? -value : value, language));
}

} // namespace sonae::workshop
