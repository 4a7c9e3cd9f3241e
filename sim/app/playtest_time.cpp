// How long a table reads, decides and waits.
#include "app/playtest_writer.hpp"
#include "base/people_text.hpp"
#include "live/pacing.hpp"

namespace sonae::app {
namespace {

using namespace workshop;

constexpr std::size_t kStretchesShown = 12;

class TimeText : PlaytestWriter {
  public:
    using PlaytestWriter::PlaytestWriter;

    std::string write()
    {
        write_reading();
        write_waits();
        return std::move(text_);
    }

  private:
    static std::string minutes_text(std::int64_t characters)
    {
        return fmt::format("{}–{}", characters / kFastReading, (characters + kSlowReading - 1) / kSlowReading);
    }

    void write_reading()
    {
        heading("読む時間と、決める時間", "Time to read and time to decide");
        line(pick("  仮定[設計値]: 黙読で1分に{}〜{}字。日本語の文を数えます。中央値、{}回ずつ。",
                  "  Assumed, not measured: {}–{} Japanese characters a minute, silently. Medians of {} drills each."),
             kSlowReading, kFastReading, found_.time.plays);
        Table table(20, 13);
        table.head(pick("字数", "characters"),
                   {pick("状況付与", "injects"), pick("問い・選択肢", "questions"), pick("結果の文", "feedback"),
                    pick("合計", "all"), pick("読む分", "min. to read"), pick("1問に残る分", "left each")});
        for (const TableTime& time : found_.time.policies) {
            const std::int64_t slow = (time.characters.median + kSlowReading - 1) / kSlowReading;
            const std::int64_t left = sc_.minutes - slow;
            table.row(
                "  " + sc_.policies[time.policy].id,
                {count_text(time.injects.median), count_text(time.questions.median), count_text(time.feedback.median),
                 count_text(time.characters.median), minutes_text(time.characters.median),
                 time.decisions.median
                     ? fmt::format("{:.1f}", static_cast<double>(left) / static_cast<double>(time.decisions.median))
                     : "-"});
        }
        text_ += table.text();
        line(pick("  演習は{}分。1問に残る分 = (演習の分 − ゆっくり読む分) ÷ 問いの数。",
                  "  The drill has {} minutes. Left each = (minutes − slow reading) ÷ questions."),
             sc_.minutes);
    }

    std::string beat_text(const Beat& beat) const
    {
        switch (beat.kind) {
        case Beat::Kind::start: return pick("始まり", "start");
        case Beat::Kind::inject: return name_of(sc_.injects[beat.index]);
        case Beat::Kind::decision: return name_of(sc_.decisions[beat.index]);
        case Beat::Kind::end: return pick("終わり", "the end");
        }
        return {};
    }
    std::string short_name(const Beat& beat) const
    {
        if (beat.kind == Beat::Kind::inject) return sc_.injects[beat.index].id;
        if (beat.kind == Beat::Kind::decision) return sc_.decisions[beat.index].id;
        return beat_text(beat);
    }

    static std::string room_minutes(Seconds situation, int speed)
    {
        return count_text((situation / speed + kMinute / 2) / kMinute);
    }

    void write_waits()
    {
        const int speed = live::Pacing{}.speed();
        heading("何も届かない時間", "Where nothing arrives");
        line(pick("  時計の初めの速さ({0}倍)で、会場の{1}分(={2})より長く何も届かない所。60倍なら1分で1時間。",
                  "  Longer than {1} room minutes ({2}) at the clock's first speed ({0}×)."),
             speed, of_.size.longest_wait / speed / kMinute, duration_text(of_.size.longest_wait, language_));
        line(pick("  「{}倍」などの列は、その速さでの会場の分。「次の知らせへ」を押せば待たずに済みます。",
                  "  Columns such as '{}×' are room minutes at that speed. 'Next news' skips the wait."),
             live::kSpeeds[2]);
        if (found_.time.stretches.empty()) return line(pick("  ありません。", "  Nowhere."));
        Table table(45, 11);
        std::vector<std::string> head{pick("回数", "drills"), pick("中央値", "median")};
        for (const int offered : live::kSpeeds)
            if (offered >= speed) head.push_back(fmt::format(fmt::runtime(pick("{}倍", "{}×")), offered));
        table.head(fmt::format(fmt::runtime(pick("この後 → 次に届く物 (全{}回)", "after → next to arrive ({} drills)")),
                               count_text(as_count(found_.time.plays * found_.time.policies.size()))),
                   head);
        for (std::size_t i = 0; i < std::min(kStretchesShown, found_.time.stretches.size()); ++i)
            stretch_row(table, found_.time.stretches[i], speed);
        text_ += table.text();
        if (found_.time.stretches.size() > kStretchesShown)
            line(pick("  ほかに{}か所(--json に全部)。", "  And {} more (all in --json)."),
                 found_.time.stretches.size() - kStretchesShown);
    }

    void stretch_row(Table& table, const Stretch& stretch, int speed) const
    {
        std::vector<std::string> cells{count_text(as_count(stretch.plays)), duration_text(stretch.median, language_)};
        for (const int offered : live::kSpeeds)
            if (offered >= speed) cells.push_back(room_minutes(stretch.median, offered));
        table.row("  " + clipped(beat_text(stretch.after), 36) + " → " + short_name(stretch.until), std::move(cells));
    }
};

} // namespace

std::string playtest_time_text(const PlaytestOf& of, const Playtest& found, const Shared& shared)
{
    return TimeText(of, found, shared).write();
}

} // namespace sonae::app
