// What the shell shows: views are made again only when what they show has changed.
#include "ui/shell.hpp"

namespace sonae::ui {

PlaySource Shell::source() const
{
    return {.room = *sitting_->snapshot().room,
            .table = sitting_->table(),
            .s = strings(),
            .shown = sitting_->shown(now_ms_),
            .reason_of = [this](const EntryId& entry) { return sitting_->reason_of(entry); }};
}

void Shell::refresh_play()
{
    PlayScreen& p = play_;
    const PlaySource from = source();
    if (p.returns != sitting_->returns()) {
        p.returns = sitting_->returns();
        p.scratch.decision = {};
    }
    const std::string& picking = p.scratch.actions.picking;
    const bool same_day = p.shown >= 0 && day_of(from.moment(p.shown)) == day_of(from.moment(from.shown));
    const bool fresh = p.view && p.version == sitting_->snapshot().version && p.language == from.language() &&
                       p.picking == picking && same_day;
    if (!fresh) {
        p.view = make_play_view(from, picking);
        p.version = sitting_->snapshot().version, p.language = from.language(), p.picking = picking;
    } else if (p.shown != from.shown) {
        p.view->top = make_top_view(from);
    }
    p.shown = from.shown;
    // A decision that appears finds what was typed for it before the program was closed.
    DecisionScratch& answer = p.scratch.decision;
    if (!p.view->decision.slug.empty() && answer.decision != p.view->decision.slug)
        answer = {.decision = p.view->decision.slug,
                  .reason = sitting_->draft_of(p.view->decision.slug),
                  .options_height = answer.options_height};
}

void Shell::refresh_end()
{
    EndScreen& e = end_;
    const bool fresh = e.result && e.version == sitting_->snapshot().version && e.language == strings().language();
    if (fresh && e.view) return;
    if (!fresh) e.result = report::make_result(make_session_input(source()));
    e.version = sitting_->snapshot().version, e.language = strings().language();
    e.view = make_end_view(
        {.result = *e.result, .s = strings(), .saved_to = saved_to_, .trouble = save_trouble_.in(e.language)});
}

void Shell::draw_session_screen(Ui& ui)
{
    SessionScreen& p = session_screen_;
    const live::Snapshot& now = session_->snapshot();
    const Strings& s = strings();
    const bool fresh = p.view && p.version == now.version && p.language == s.language() && p.seat == p.scratch.seat &&
                       p.part == p.scratch.part;
    if (!fresh) {
        p.room = now.room, p.version = now.version, p.language = s.language();
        p.seat = p.scratch.seat, p.part = p.scratch.part;
        p.texts.emplace(p.room->tables.at(session_->table()), session_->texts());
    }
    const SessionSource from{s, p.room->tables.at(session_->table()), *p.texts, p.seat, {}};
    if (!fresh) p.view = make_session_view(from, p.scratch, ++p.made, p.view ? &*p.view : nullptr);
    draw_session(ui, from, *p.view, p.scratch, intents_);
}

void Shell::draw(Ui& ui)
{
    const Strings& s = strings();
    switch (screen_) {
    case Screen::home:
        draw_home(ui, s,
                  make_home_view({.s = s,
                                  .kept = kept_,
                                  .preferences = settings_.person,
                                  .now = local_time_now(),
                                  .home_folder = options_.user_home}),
                  intents_);
        break;
    case Screen::choose:
        draw_choose(ui, s, make_choose_view({.s = s, .offers = offers_, .kept = kept_}), choose_, intents_);
        break;
    case Screen::play:
        refresh_play();
        draw_play(ui, s, *play_.view, sitting_->moment(), play_.scratch, intents_);
        break;
    case Screen::end:
        refresh_end();
        draw_end(ui, s, *end_.view, end_.scratch, intents_);
        break;
    case Screen::session: draw_session_screen(ui); break;
    }
    draw_notice(ui);
}

void Shell::draw_notice(Ui& ui)
{
    const Language language = strings().language();
    if (notice_) toast_.show(notice_->in(language));
    notice_.reset();
    // What keeps anything from being recorded stays in sight until it is over.
    if (sitting_ && sitting_->snapshot().trouble) toast_.show(sitting_->snapshot().trouble->in(language));
    if (session_ && session_->snapshot().trouble) toast_.show(session_->snapshot().trouble->in(language));
    draw_toast(ui, toast_, ui.theme.px(screen_ == Screen::play ? 40.f : 0.f));
}

} // namespace sonae::ui
