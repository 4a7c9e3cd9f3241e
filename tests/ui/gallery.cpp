#include "ui/gallery.hpp"

#include <array>

namespace sonae::tests {

using namespace sonae::ui;

namespace {

void count(GalleryScratch& scratch, std::string_view name, bool pressed)
{
    if (pressed) ++scratch.presses[std::string(name)];
}

void draw_top_bar(Ui& ui, GalleryScratch& scratch, Rect bar)
{
    draw_box(ui, bar, Color::panel, Color::none, 0);
    draw_line(ui, {bar.x, bar.bottom()}, {bar.right(), bar.bottom()}, Color::line);
    const float gap16 = ui.theme.px(kGap16);
    bar.cut_left(gap16), bar.cut_right(gap16);
    const ButtonLook pause{.hint = "Space", .key = Key::space, .icon = Icon::pause};
    const ButtonLook next{.hint = "→", .key = Key::right, .icon = Icon::next};
    const auto place = [&](std::string_view label, const ButtonLook& look) {
        const ImVec2 size = button_size(ui, label, look);
        Rect at = bar.cut_right(size.x, ui.theme.px(kGap12));
        at.y += (at.h - size.y) / 2, at.h = size.y;
        return at;
    };
    count(scratch, "top.next", button_at(ui, "top.next", place("次の出来事へ", next), "次の出来事へ", next));
    count(scratch, "top.pause", button_at(ui, "top.pause", place("一時停止", pause), "一時停止", pause));
    draw_text_in(ui, bar.cut_right(ui.theme.px(430), gap16), "11月28日(火) 22:41", kFigure.right());
    draw_text_in(ui, bar.cut_left(measure(ui, "第8回 対応演習", kHeading).x + 2, gap16), "第8回 対応演習", kHeading);
    draw_text_in(ui, bar, "多摩野精工 班3", kBody.in(Color::ink2).lines(1));
}

void draw_inbox(Ui& ui, GalleryScratch& scratch, const Rect& at)
{
    begin_card(ui, "inbox", at, {.title = "受信箱", .aside = "未読 2", .scrolls = true});
    count(scratch, "inject.1",
          inject_card(ui, "inject.1",
                      {.channel = Icon::edr,
                       .sender = "監視センター",
                       .time = "22:38",
                       .title = "経理PC m-pc-17 で不審な暗号化を検知",
                       .words = "遠隔での隔離を行うか、会社のご判断をお願いします。隔離すると明朝の給与振込データが作れ"
                                "ません。折り返しのご連絡をお待ちします。",
                       .severity = 3,
                       .severity_word = "重大度",
                       .unread = true}));
    gap(ui, kGap12);
    inject_card(ui, "inject.2",
                {.channel = Icon::phone,
                 .sender = "夜勤リーダー",
                 .time = "22:36",
                 .title = "「図面フォルダが開けません」",
                 .words = "切削の夜間運転は、機内の分だけ続けています。",
                 .unread = true,
                 .open = true});
    const std::array channels = {Icon::mail, Icon::utm, Icon::press, Icon::customer, Icon::police, Icon::colleague};
    for (std::size_t i = 0; i < channels.size(); ++i) {
        gap(ui, kGap12);
        inject_card(ui, "inject.more" + std::to_string(i),
                    {.channel = channels[i],
                     .sender = "UTM通知",
                     .time = "22:05",
                     .title = "深夜のVPN接続 1件",
                     .severity = static_cast<int>(i % 3),
                     .severity_word = "重大度"});
    }
    end_card(ui);
}

void draw_hosts(Ui& ui, const Rect& at)
{
    begin_card(ui, "map", at, {.title = "会社の状況", .aside = "分かっている範囲 3 / 78台"});
    const std::array<std::pair<const char*, const char*>, 7> hosts = {{{"認証 ad", ""},
                                                                       {"退避 bk", "不審"},
                                                                       {"図面 pdm", "侵害"},
                                                                       {"共有 file", "暗号化"},
                                                                       {"経理 m-pc-17", "隔離"},
                                                                       {"NAS 1", "停止"},
                                                                       {"生産管理 erp", "復旧"}}};
    const ImVec2 start = cursor();
    const float column = width_left() / 4;
    Rect last{};
    for (std::size_t i = 0; i < hosts.size(); ++i) {
        const ImVec2 point(start.x + column * static_cast<float>(i % 4),
                           start.y + static_cast<float>(i / 4) * ui.theme.px(32));
        last = draw_host_label(ui, point, static_cast<HostMark>(i), hosts[i].first, hosts[i].second);
    }
    float x = start.x;
    const float y = last.bottom() + ui.theme.px(kGap16);
    const std::array<ProcessChip, 3> chips = {
        {{"受注", "稼働", Running::full}, {"切削", "縮退", Running::half}, {"設計", "停止", Running::stopped}}};
    for (const ProcessChip& chip : chips) x = draw_process_chip(ui, {x, y}, chip).right() + ui.theme.px(kGap12);
    draw_tag(ui, {x, y}, "未確認", Tone::unknown);
    draw_share(ui, {start.x, y + chip_height(ui) + ui.theme.px(kGap12), width_left(), ui.theme.px(kGap12)}, 3, 78,
               Tone::serious);
    end_card(ui);
}

void draw_decision(Ui& ui, GalleryScratch& scratch, const Rect& at)
{
    begin_card(ui, "decision", at, {.title = "意思決定 4 経理PCを、いま止めますか"});
    countdown(ui,
              {.left_permille = 150, .words = "9分", .caption = "状況時間で残り（答えなければ監視センターは待機）"});
    gap(ui, kGap12);
    const std::array<OptionRow, 4> rows = {{
        {.letter = "A",
         .words = "監視センターに隔離を依頼する",
         .right = "約5分・費用なし",
         .right_below = "明朝の振込作業に影響",
         .key = Key::a},
        {.letter = "B",
         .words = "共有サーバと経理PCのLANを抜いてもらう。抜く前に、画面と時刻を写真に残すよう伝える",
         .right = "約15分・夜勤リーダー",
         .right_below = "設計と切削が止まる",
         .key = Key::b},
        {.letter = "C", .words = "まず電源を切る", .right = "約5分", .key = Key::c},
        {.letter = "D",
         .words = "情報システム担当が出社してから決める",
         .right = "約70分",
         .key = Key::d,
         .why_not = "情報システム担当は休暇中です"},
    }};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i > 0) gap(ui, kGap8);
        OptionRow row = rows[i];
        row.selected = static_cast<int>(i) == scratch.selected_option;
        const std::string name = std::string("option.") + static_cast<char>('a' + i);
        if (option_row(ui, name, row)) scratch.selected_option = static_cast<int>(i), ++scratch.presses[name];
    }
    gap(ui, kGap16);
    const std::array<Segment, 3> levels = {{{"low", "低"}, {"middle", "中"}, {"high", "高"}}};
    const ButtonLook decide{.role = Role::primary, .hint = "Enter", .key = Key::enter};
    const float right = button_size(ui, "決定する", decide).x + choice_width(ui, levels) + 2 * ui.theme.px(kGap12);
    const FieldEvent typed =
        text_field(ui, "reason", scratch.reason, {.hint = "理由（書かなくてもよい）", .width = width_left() - right});
    beside(ui, kGap12);
    if (const auto level = choice(ui, "confidence", levels, scratch.confidence)) {
        scratch.confidence = *level;
        ++scratch.presses["confidence"];
    }
    beside(ui, kGap12);
    const bool pressed = button(ui, "decide", "決定する", decide);
    scratch.submitted += typed.submitted ? 1 : 0;
    count(scratch, "decide", pressed || typed.submitted);
    end_card(ui);
}

void draw_indicators(Ui& ui, const Rect& at)
{
    const std::array<Point, 4> loss = {{{0, 0}, {40, 10}, {70, 26}, {90, 38}}};
    const std::array<Point, 1> trust = {{{0, 72}}};
    begin_card(ui, "indicators", at, {.title = "指標"});
    separator(ui);
    indicator_tile(ui, {.caption = "停止損失",
                        .figure = "1,240万円",
                        .change = "180万円",
                        .cause = "ERPサーバの暗号化",
                        .direction = Change::up,
                        .tone = Tone::serious,
                        .series = loss,
                        .from = 0,
                        .to = 100});
    separator(ui);
    indicator_tile(ui, {.caption = "漏えいの疑い",
                        .figure = "未確認",
                        .cause = "図面サーバのログを確認すると分かる",
                        .figure_tone = Tone::unknown});
    separator(ui);
    indicator_tile(
        ui, {.caption = "取引先の信頼", .figure = "72", .cause = "変化なし", .series = trust, .from = 0, .to = 100});
    end_card(ui);
}

void draw_actions(Ui& ui, GalleryScratch& scratch, const Rect& at)
{
    begin_card(ui, "actions", at, {.title = "対応行動", .aside = "手の空いている人 2名", .scrolls = true});
    separator(ui);
    count(scratch, "act.vendor",
          action_row(
              ui, "act.vendor",
              {.title = "保守会社に電話する", .caption = "受付は平日9〜18時", .label = "実行", .why_not = "時間外"}));
    separator(ui);
    count(scratch, "act.boss",
          action_row(ui, "act.boss",
                     {.title = "専務に連絡する",
                      .caption = "遮断を決められる人",
                      .label = "実行",
                      .hint = "1",
                      .key = Key::digit1}));
    separator(ui);
    count(scratch, "act.bk",
          action_row(ui, "act.bk",
                     {.title = "退避サーバを切り離す",
                      .caption = "10分・夜勤リーダー",
                      .label = "実行",
                      .hint = "2",
                      .key = Key::digit2,
                      .why_not = "夜勤リーダーは22:55まで別の作業をしています"}));
    gap(ui, kGap12);
    count(scratch, "danger", danger_button(ui, "danger", "演習を終える", "本当に終える"));
    beside(ui);
    count(scratch, "ghost", button(ui, "ghost", "元に戻す", {.role = Role::ghost}));
    count(scratch, "check", check_box(ui, "check", "答え合わせを参加者にも見せる", scratch.checked));
    text_field(ui, "note", scratch.note, {.lines = 3});
    end_card(ui);
}

} // namespace

void draw_gallery(Ui& ui, GalleryScratch& scratch)
{
    Rect screen = begin_screen(ui, "gallery");
    const float gap12 = ui.theme.px(kGap12);
    draw_top_bar(ui, scratch, screen.cut_top(ui.theme.px(60)));
    Rect status = screen.cut_bottom(ui.theme.px(40));
    draw_box(ui, status, Color::panel, Color::none, 0);
    status.cut_left(ui.theme.px(kGap16));
    draw_text_in(ui, status,
                 ui.status().empty() ? "記録　22:29 決定3「様子を見る」　22:31 夜勤リーダーが共有フォルダの異常に気づく"
                                     : ui.status(),
                 kCaption.lines(1));
    screen = screen.shrunk(ui.theme.px(kGap16));
    draw_inbox(ui, scratch, screen.cut_left(screen.w * 0.24f, gap12));
    Rect right = screen.cut_right(screen.w * 0.34f, gap12);
    draw_hosts(ui, screen.cut_top(ui.theme.px(230), gap12));
    draw_decision(ui, scratch, screen);
    draw_indicators(ui, right.cut_top(ui.theme.px(420), gap12));
    draw_actions(ui, scratch, right);
    end_screen(ui);
    count(scratch, "toast.undo", draw_toast(ui, scratch.toast, ui.theme.px(40)));
    if (!scratch.shows_question) return;
    const std::array<Verb, 2> verbs = {{{"end", "演習を終える", Role::danger, Key::enter, "Enter"},
                                        {"stay", "続ける", Role::secondary, Key::escape, "Esc"}}};
    if (const auto verb = question(ui, "leave", "演習を途中で終えますか",
                                   "ここまでの記録は残ります。あとで同じところから再開できます。", verbs)) {
        scratch.shows_question = false;
        ++scratch.presses[*verb == 0 ? "leave.end" : "leave.stay"];
    }
}

void draw_wall(Ui& ui)
{
    Rect screen = begin_screen(ui, "wall", Color::panel);
    const float margin = ui.theme.px(96);
    Rect ask = screen.cut_bottom(screen.h * 0.26f);
    draw_box(ui, ask, Color::accent_soft, Color::none, 0);
    draw_line(ui, ask.min(), {ask.right(), ask.y}, Color::accent, 5);
    screen = screen.shrunk(margin);
    draw_text(ui, screen.min(), "第8回 対応演習 多摩野精工", kCaption);
    draw_text(ui, {screen.x, screen.y - ui.theme.px(40)}, "22:38", kFigure.right(), screen.w);
    screen.cut_top(ui.theme.px(90));
    const float icon = ui.theme.size(Type::body);
    const float line = ui.theme.line_height(Type::body);
    draw_icon(ui, Icon::edr, {screen.x + icon / 2, screen.y + line / 2}, icon, Color::serious);
    const Rect from =
        draw_text(ui, {screen.x + icon * 1.5f, screen.y}, "監視センターより　重大度", kBody.in(Color::serious));
    draw_severity(ui, {from.right() + icon / 2, screen.y + (line - icon * 0.7f) / 2}, icon * 0.7f, 3, Color::serious);
    screen.cut_top(line, ui.theme.px(kGap16));
    const Rect title =
        draw_text(ui, screen.min(), "経理PCで、ファイルの暗号化が始まっています", kTitle, screen.w * 0.8f);
    draw_text(ui, {screen.x, title.bottom() + ui.theme.px(kGap24)},
              "遠隔で隔離できますが、明朝の給与振込に使う端末です。隔離するかどうか、会社のご判断をお願いします。",
              kBody.in(Color::ink2), screen.w * 0.72f);
    ask = ask.shrunk(ui.theme.px(60));
    ask.x = screen.x;
    const Rect lead = draw_text(ui, ask.min(), "班で話し合って決めてください", kCaption);
    draw_text(ui, {ask.x, lead.bottom()}, "いま止めますか。誰が決めますか。", kHeading);
    draw_countdown(ui, {ask.right() - ui.theme.px(380), ask.y}, {.left_permille = 750, .words = "6分"}, 130,
                   Type::title);
    end_screen(ui);
}

} // namespace sonae::tests
