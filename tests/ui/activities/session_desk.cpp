#include "ui/activities/session_desk.hpp"

#include "support/session_room.hpp"
#include "ui/screens.hpp"

#include <catch2/catch.hpp>

namespace sonae::test {

using namespace workshop;

std::shared_ptr<const SessionPlan> small_session() { return session_plan("workshop"); }

namespace {

Activity& called(SessionPlan& plan, std::string_view id) { return plan.activities[find_activity(plan, id).value()]; }

void fill_questions(Questionnaire& questions)
{
    const Question first = questions.questions[0];
    questions.questions.clear();
    for (int q = 1; q <= 25; ++q) {
        const std::string number = std::to_string(q);
        Question more = first;
        more.id = "q" + number;
        more.text = {
            "重要な情報を扱う部屋には、関係のない人が入れないようにし、入った人の名前と時刻を記録していますか。",
            "Are rooms in which important information is handled closed to others, and is it recorded who "
            "went in and when?"};
        more.group = {q < 6    ? "基本的な対策"
                      : q < 19 ? "従業員としての対策"
                               : "組織としての対策",
                      q < 6    ? "Basic measures"
                      : q < 19 ? "What staff do"
                               : "What the company does"};
        questions.questions.push_back(more);
    }
}

void fill_board(Board& board)
{
    for (int c = 1; c <= 18; ++c) {
        const std::string number = std::to_string(c);
        board.cards.push_back({.id = "x" + number,
                               .name = {"取引先との図面のやり取りを専用の場所にまとめる " + number,
                                        "Exchange drawings with customers in one place of its own " + number},
                               .text = {"メールに付けて送るのをやめ、期限の付いた置き場所で受け渡します。誰がいつ受け取"
                                        "ったかが残り、間違えて送った時もあとから止められます。",
                                        "Drawings are no longer sent by mail but handed over in a place with an end "
                                        "date, where it is seen who took them and a wrong one can still be stopped."},
                               .cost = 20000 * c,
                               .days = c,
                               .valid_until = c % 4 == 0 ? "2024-01-31" : ""});
    }
    for (const char* place : {"ask", "stop", "wait", "share"})
        board.places.push_back({.id = place, .name = {"次の回に確かめる", "Look at it next time"}, .help = {}});
}

} // namespace

std::shared_ptr<const SessionPlan> full_session()
{
    auto plan = std::make_shared<SessionPlan>(*small_session());
    fill_questions(called(*plan, "check").questionnaire);
    fill_board(called(*plan, "measures").board);
    called(*plan, "talk").prompts[0].text = {
        "攻撃者がもう一度同じ入口から入ってくるとしたら、あなたの会社で最初に手を打つのはどれですか。",
        "If the attacker came again by the same entrance, what would your company do first, and who would do it?"};
    auto& situations = called(*plan, "plan").calls.situations;
    for (int n = 0; n < 6; ++n) {
        situations.push_back(situations[0]);
        situations.back().id += std::to_string(n);
        situations.back().text = {
            "監視センターから電話です。経理のパソコンで、ファイルが次々に開けなくなっています。隔離してよいか、いま決め"
            "てほしいと言っています。",
            "The monitoring centre is on the telephone: files on the accountant's computer can no longer be opened, "
            "one "
            "after the other. May they isolate it? They need to know now."};
    }
    return plan;
}

SessionDesk::SessionDesk(std::shared_ptr<const SessionPlan> plan, Part part, std::string activity, Language language)
    : plan_(std::move(plan)), part_(part), activity_(std::move(activity)), language_(language),
      sessions_(ScenarioSource::Drills{}, [this](const StartSession&) { return plan_; })
{
    post(StartSession{1, "", plan_->pack_id, plan_->company.id, {}, {}});
}

void SessionDesk::post(const Command& command, const std::map<std::string, std::string>& texts)
{
    const EntryId id{1, texts_.size() + 1};
    if (const auto refusal = carry_out(room_, command, id, sessions_)) {
        FAIL_CHECK("refused: " << refusal->sentence.en << " " << write_script_line(command));
        return;
    }
    texts_[id] = texts;
    told_.emplace(table(), [this](const EntryId& entry) { return texts_.at(entry); });
}

const Activity& SessionDesk::activity() const { return plan_->activities[find_activity(*plan_, activity_).value()]; }

ui::SessionSource SessionDesk::source(int from) const
{
    return {strings(language_), table(), *told_, from, why_not, today};
}

// As a screen does: when the room's version, the language or the seat changed.
void SessionDesk::make_views()
{
    const std::string now = std::to_string(accepted()) + "." + std::to_string(seat) + why_not;
    if (now == made_for_) return;
    made_for_ = now;
    const ui::SessionSource from = source(seat);
    switch (part_) {
    case Part::questionnaire: questionnaire_view_ = make_questionnaire_view(from, activity()); break;
    case Part::board: board_view_ = make_board_view(from, activity()); break;
    case Part::prompts: prompts_view_ = make_prompts_view(from, activity()); break;
    case Part::calls: calls_view_ = make_calls_view(from, activity()); break;
    }
}

void SessionDesk::take(const ui::Intents& intents)
{
    for (const ui::Intent& intent : intents) {
        const auto& done = std::get<ui::InSession>(intent);
        post(done.command, done.texts);
    }
    for (auto* sits_at : {&questionnaire.sits_at, &board.sits_at, &prompts.sits_at})
        if (*sits_at) seat = **sits_at, sits_at->reset();
}

void SessionDesk::draw(ui::Ui& ui)
{
    make_views();
    ui::Rect at = ui::begin_screen(ui, "session");
    at.cut_top(ui.theme.px(110));
    at.cut_bottom(ui.theme.px(40));
    at = at.shrunk(ui.theme.px(ui::kGap16));
    ui::Intents out;
    const ui::Strings& s = strings(language_);
    switch (part_) {
    case Part::questionnaire: draw_questionnaire(ui, s, questionnaire_view_, questionnaire, at, out); break;
    case Part::board: draw_board(ui, s, board_view_, board, at, out); break;
    case Part::prompts: draw_prompts(ui, s, prompts_view_, prompts, at, out); break;
    case Part::calls: draw_calls(ui, s, calls_view_, calls, at, out); break;
    }
    ui::end_screen(ui);
    take(out);
}

Typist::Typist(SessionDesk& at, int width, int height, const ui::ThemeChoice& theme)
    : desk(at), stage(fonts, width, height, theme)
{
    settle();
}

void Typist::key(ui::Key one)
{
    stage.press(desk.view, one);
    stage.frame(desk.view);
}

void Typist::keys(std::vector<ui::Key> all)
{
    stage.frame(desk.view, {.keys = std::move(all)});
    stage.frames(desk.view, 2);
}

void Typist::type(std::string_view words)
{
    stage.type(desk.view, words);
    stage.frame(desk.view);
}

bool Typist::focused(std::string_view control)
{
    const ui::DrawnWidget* drawn = stage.ui().widgets.find(control);
    return drawn && drawn->focused;
}

bool Typist::tab_to(std::string_view control)
{
    for (int tries = 0; tries < 200; ++tries) {
        if (focused(control)) return true;
        key(ui::Key::tab);
    }
    return false;
}

} // namespace sonae::test
