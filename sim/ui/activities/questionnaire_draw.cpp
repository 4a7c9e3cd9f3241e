#include "ui/activities/questionnaire.hpp"

#include <imgui.h>

#include <cmath>
#include <numeric>

namespace sonae::ui {
namespace {

constexpr float kList = 320, kResults = 330;       // design pixels
constexpr float kWithList = 820, kWithBoth = 1180; // least widths for the list, and for the results beside it
constexpr float kLeastBody = 150;                  // less room for the question, and its buttons scroll with it

struct QuestionnaireDrawing {
    Ui& ui;
    const Strings& s;
    const QuestionnaireView& view;
    QuestionnaireScratch& scratch;
    Intents& out;

    const QuestionView& question() const { return view.questions[scratch.current]; }
    const QuestionRoundView& round_of(const QuestionView& q) const { return q.rounds[scratch.round]; }
    const QuestionRoundView& now() const { return round_of(question()); }
    const AskedRoundView& asked() const { return view.rounds[scratch.round]; }
    bool beside = false; // the results have a card of their own
};

void settle(const QuestionnaireView& view, QuestionnaireScratch& scratch)
{
    if (scratch.activity != view.activity) scratch = {.activity = view.activity};
    scratch.round = std::min(scratch.round, view.rounds.size() - 1);
    scratch.current = std::min(scratch.current, view.questions.size() - 1);
}

void go_to(QuestionnaireDrawing& d, std::size_t question)
{
    d.scratch.current = question;
    d.scratch.follows = true;
    d.scratch.listing = false;
}

Rect draw_head(QuestionnaireDrawing& d, const Rect& at)
{
    HeadLine head(at);
    if (d.view.rounds.size() > 1) {
        std::vector<Segment> segments;
        for (const AskedRoundView& round : d.view.rounds) segments.push_back({round.name, round.label});
        if (const auto pressed = head_choice(d.ui, head, "questionnaire.asked", d.s("questionnaire.asked"), segments,
                                             static_cast<int>(d.scratch.round)))
            d.scratch.round = static_cast<std::size_t>(*pressed);
    }
    if (d.view.personal)
        head_seats(d.ui, d.s, head, "questionnaire", d.view.seat, d.scratch.sits_at);
    else
        head_words(d.ui, head, d.s("questionnaire.as_one"));
    head_seal(d.ui, d.s, head, "questionnaire", d.view.seal, {d.view.table, d.view.activity, !d.view.seal.shown},
              d.out);
    return below(d.ui, head);
}

// --- the list

void draw_list_mark(QuestionnaireDrawing& d, const QuestionView& q, const Rect& at)
{
    const int chosen = d.round_of(q).chosen;
    if (chosen < 0) return;
    if (q.answers[static_cast<std::size_t>(chosen)].unknown)
        draw_text_in(d.ui, at, d.s("questionnaire.unknown.mark"), kBold.in(Color::unknown).centered());
    else
        draw_icon(d.ui, Icon::check, at.center(), d.ui.theme.px(kGap16), Color::ok);
}

void draw_list_row(QuestionnaireDrawing& d, std::size_t n)
{
    const Theme& t = d.ui.theme;
    const QuestionView& q = d.view.questions[n];
    const bool current = n == d.scratch.current;
    const Rect row = take_place(std::ceil(std::max(t.px(kTarget), t.line_height(Type::body) + t.px(kGap8))));
    const std::string name = "questionnaire.go." + std::to_string(n + 1);
    if (list_row(d.ui, name, row, current).pressed) go_to(d, n);
    Rect inside = row;
    inside.cut_left(t.px(kGap12)), inside.cut_right(t.px(kGap4));
    draw_list_mark(d, q, inside.cut_right(t.px(kGap24), t.px(kGap8)));
    const std::string number = std::to_string(n + 1);
    const float width = measure(d.ui, "00", kCaption.figures()).x + 1;
    draw_text_in(d.ui, inside.cut_left(width, t.px(kGap8)), number, kCaption.figures().right());
    draw_text_in(d.ui, inside, q.text, (current ? kBold : kBody).lines(1));
    if (!current || !d.scratch.follows) return;
    ImGui::SetScrollHereY(0.5f);
    d.scratch.follows = false;
}

void draw_totals(QuestionnaireDrawing& d, const Rect& at)
{
    float y = at.y;
    draw_line(d.ui, {at.x, y}, {at.right(), y}, Color::line);
    y += d.ui.theme.px(kGap8);
    const AskedRoundView& asked = d.asked();
    for (const auto& [words, style] : {std::pair{&asked.progress, kCaption}, std::pair{&asked.score, kBold},
                                       std::pair{&asked.unknown, kCaption}, std::pair{&asked.mean, kBold}})
        if (!words->empty()) y += draw_text(d.ui, {at.x, y}, *words, style, at.w).h;
}

float totals_height(QuestionnaireDrawing& d, float width)
{
    float height = 0;
    const AskedRoundView& asked = d.asked();
    for (const auto& [words, style] : {std::pair{&asked.progress, kCaption}, std::pair{&asked.score, kBold},
                                       std::pair{&asked.unknown, kCaption}, std::pair{&asked.mean, kBold}})
        if (!words->empty()) height += measure(d.ui, *words, style, width).y;
    return height > 0 ? height + d.ui.theme.px(kGap8) : 0;
}

void draw_list(QuestionnaireDrawing& d, const Rect& at)
{
    begin_card(d.ui, "questions", at, {.title = d.s("questionnaire.list")});
    const ImVec2 start = cursor();
    Rect inside{start.x, start.y, width_left(), height_left()};
    const float totals = totals_height(d, inside.w);
    const Rect foot = totals > 0 ? inside.cut_bottom(totals, d.ui.theme.px(kGap8)) : Rect{};
    move_to(inside.min());
    begin_scroll(d.ui, "rows", inside.w, std::max(inside.h, d.ui.theme.px(kTarget)));
    for (std::size_t n = 0; n < d.view.questions.size(); ++n) {
        const QuestionView& q = d.view.questions[n];
        const std::string& group = d.view.groups[q.group];
        const bool begins = n == 0 || d.view.questions[n - 1].group != q.group;
        if (begins && n > 0) gap(d.ui, kGap12);
        if (begins && !group.empty()) text(d.ui, group, kCaption.strong());
        draw_list_row(d, n);
    }
    end_scroll(d.ui);
    if (totals > 0) draw_totals(d, foot);
    end_card(d.ui);
}

// --- how the answers are spread

void draw_bar(QuestionnaireDrawing& d, const AnswerView& answer, char letter, int count, int all)
{
    const Theme& t = d.ui.theme;
    const std::string words = std::string(1, letter) + "　" + answer.words;
    const std::string figure = d.s.format("questionnaire.people", {{"count", std::to_string(count)}});
    const float right = measure(d.ui, figure, kBold.figures()).x + 1;
    const ImVec2 at = cursor();
    const float width = width_left(), room = width - right - t.px(kGap12);
    const float height = measure(d.ui, words, kBody, room).y;
    draw_text(d.ui, at, words, kBody, room);
    draw_text(d.ui, {at.x + width - right, at.y}, figure, kBold.figures());
    const Rect bar{at.x, at.y + height + t.px(kGap4), width, t.px(kGap8)};
    draw_share(d.ui, bar, count, all, answer.unknown ? Tone::unknown : Tone::accent);
    take_place(height + t.px(kGap4) + bar.h + t.px(kGap12));
}

void draw_results(QuestionnaireDrawing& d)
{
    const QuestionRoundView& now = d.now();
    if (now.counts.empty()) return void(text(d.ui, now.waits, kBody.in(Color::ink2)));
    const int all = std::accumulate(now.counts.begin(), now.counts.end(), 0);
    for (std::size_t a = 0; a < now.counts.size(); ++a)
        draw_bar(d, d.question().answers[a], static_cast<char>('A' + a), now.counts[a], all);
    text(d.ui, d.s.format("questionnaire.all", {{"count", std::to_string(all)}}), kCaption);
}

// --- the question

void answer(QuestionnaireDrawing& d, std::size_t a)
{
    const bool taken_back = d.now().chosen == static_cast<int>(a);
    post(d.out, workshop::GiveAnswer{d.view.table, d.view.activity, d.asked().asked, d.view.personal ? d.view.seat : 0,
                                     d.question().id, taken_back ? std::string{} : d.question().answers[a].id});
}

void draw_answers(QuestionnaireDrawing& d)
{
    const std::vector<AnswerView>& answers = d.question().answers;
    for (std::size_t a = 0; a < answers.size(); ++a) {
        gap(d.ui, answers[a].unknown ? kGap24 : kGap8);
        const char letter = static_cast<char>('A' + a);
        const std::string name = std::string("questionnaire.answer.") + static_cast<char>('a' + a);
        if (option_row(d.ui, name,
                       {.letter = std::string(1, letter),
                        .words = answers[a].words,
                        .right = answers[a].text,
                        .selected = d.now().chosen == static_cast<int>(a),
                        .key = letter_key(static_cast<int>(a)),
                        .why_not = d.view.why_not}))
            answer(d, a);
    }
    if (d.now().chosen < 0) return;
    gap(d.ui, kGap8);
    text(d.ui, d.s("questionnaire.again"), kCaption.in(Color::ink3));
}

void draw_question(QuestionnaireDrawing& d)
{
    const QuestionView& q = d.question();
    const std::string place = d.s.format("questionnaire.place", {{"number", std::to_string(d.scratch.current + 1)},
                                                                 {"all", std::to_string(d.view.questions.size())}});
    const std::string& group = d.view.groups[q.group];
    text(d.ui, group.empty() ? place : place + "　" + group, kCaption);
    gap(d.ui, kGap4);
    text(d.ui, q.text, width_left() > d.ui.theme.px(700) ? kTitle : kHeading);
    if (!q.help.empty()) {
        gap(d.ui, kGap4);
        text(d.ui, q.help, kBody.in(Color::ink2));
    }
    gap(d.ui, kGap8);
    draw_answers(d);
    if (d.beside || !d.view.personal) return;
    gap(d.ui, kGap24);
    text(d.ui, d.s("questionnaire.results"), kHeading);
    gap(d.ui, kGap8);
    draw_results(d);
}

// The question after this one; past the last, the first without an answer. Nothing when all is answered.
std::optional<std::size_t> next_question(const QuestionnaireDrawing& d)
{
    if (d.scratch.current + 1 < d.view.questions.size()) return d.scratch.current + 1;
    if (!d.view.why_not.empty()) return std::nullopt;
    for (std::size_t n = 0; n < d.scratch.current; ++n)
        if (d.round_of(d.view.questions[n]).chosen < 0) return n;
    return std::nullopt;
}

struct Foot {
    ButtonLook back, next, list;
    bool has_list = false, two_rows = false;
    float row = 0, height = 0;
};

Foot measure_foot(QuestionnaireDrawing& d, float width, bool has_list)
{
    const bool last = d.scratch.current + 1 == d.view.questions.size(), first = d.scratch.current == 0;
    const bool all_answered = last && !next_question(d);
    const std::string_view end = d.view.why_not.empty() ? d.s("questionnaire.all_answered") : d.s("questionnaire.last");
    Foot f{.back = {.hint = d.s("key.left"),
                    .key = Key::left,
                    .why_not = first ? std::string_view(d.s("questionnaire.first")) : ""},
           .next = {.role = Role::primary,
                    .hint = d.s("key.enter"),
                    .key = Key::enter,
                    .why_not = all_answered ? end : std::string_view()},
           .list = {.role = Role::ghost},
           .has_list = has_list};
    const float back = button_size(d.ui, d.s("questionnaire.back"), f.back).x;
    const float next = button_size(d.ui, d.s("questionnaire.next"), f.next).x;
    const float list = has_list ? button_size(d.ui, d.s("questionnaire.list"), f.list).x : 0;
    f.row = button_size(d.ui, "").y;
    f.two_rows = back + next + list + 3 * d.ui.theme.px(kGap8) > width;
    f.height = f.two_rows ? 2 * f.row + d.ui.theme.px(kGap8) : f.row;
    return f;
}

void draw_foot(QuestionnaireDrawing& d, const Foot& f, const Rect& at)
{
    const float next = button_size(d.ui, d.s("questionnaire.next"), f.next).x;
    const float back = button_size(d.ui, d.s("questionnaire.back"), f.back).x;
    if (button_at(d.ui, "questionnaire.back", {at.x, at.y, back, f.row}, d.s("questionnaire.back"), f.back))
        go_to(d, d.scratch.current - 1);
    const bool onward = button_at(d.ui, "questionnaire.next", {at.right() - next, at.y, next, f.row},
                                  d.s("questionnaire.next"), f.next);
    const bool right = d.ui.key_pressed(Key::right); // asked in any case: the arrow is not for the focus
    if (onward || (right && f.next.why_not.empty())) go_to(d, *next_question(d));
    if (!f.has_list) return;
    const float list = button_size(d.ui, d.s("questionnaire.list"), f.list).x;
    const Rect place = f.two_rows ? Rect{at.x, at.y + f.row + d.ui.theme.px(kGap8), list, f.row}
                                  : Rect{at.x + back + d.ui.theme.px(kGap8), at.y, list, f.row};
    if (button_at(d.ui, "questionnaire.list", place, d.s("questionnaire.list"), f.list)) d.scratch.listing = true;
}

void draw_body(QuestionnaireDrawing& d, const Rect& at, bool has_list)
{
    begin_card(d.ui, "question", at);
    const ImVec2 start = cursor();
    Rect inside{start.x, start.y, width_left(), height_left()};
    const float air = d.ui.theme.px(kGap16);
    const Foot f = measure_foot(d, inside.w, has_list);
    const bool tight = inside.h - f.height - air < d.ui.theme.px(kLeastBody);
    Rect foot = tight ? Rect{} : inside.cut_bottom(f.height, air);
    // No higher than the question: what a scroll area covers, the mouse can't press.
    const float wanted = d.scratch.body_height > 0 ? d.scratch.body_height + d.ui.theme.px(kGap4) : inside.h;
    begin_scroll(d.ui, "answers", inside.w, tight ? inside.h : std::min(inside.h, wanted));
    const float from = cursor().y;
    draw_question(d);
    d.scratch.body_height = cursor().y - from;
    if (tight) {
        gap(d.ui, kGap16);
        draw_foot(d, f, take_place(f.height));
    }
    end_scroll(d.ui);
    if (!tight) {
        foot.y = std::min(foot.y, inside.y + d.scratch.body_height + air);
        draw_foot(d, f, foot);
    }
    end_card(d.ui);
}

} // namespace

void draw_questionnaire(Ui& ui, const Strings& s, const QuestionnaireView& view, QuestionnaireScratch& scratch, Rect at,
                        Intents& out)
{
    if (view.questions.empty() || view.rounds.empty()) {
        begin_card(ui, "questionnaire", at);
        empty_state(ui, s("questionnaire.empty"), s("questionnaire.empty.todo"));
        return end_card(ui);
    }
    settle(view, scratch);
    QuestionnaireDrawing d{ui, s, view, scratch, out};
    Rect rest = draw_head(d, at);
    const float air = ui.theme.px(kGap12);
    const bool listed = rest.w >= ui.theme.px(kWithList);
    d.beside = view.personal && rest.w >= ui.theme.px(kWithBoth);
    if (!listed && scratch.listing) return draw_list(d, rest);
    if (listed) draw_list(d, rest.cut_left(std::min(ui.theme.px(kList), rest.w * 0.36f), air));
    const Rect side = d.beside ? rest.cut_right(ui.theme.px(kResults), air) : Rect{};
    draw_body(d, rest, !listed);
    if (!d.beside) return;
    begin_card(ui, "results", side, {.title = s("questionnaire.results"), .scrolls = true});
    draw_results(d);
    end_card(ui);
}

} // namespace sonae::ui
