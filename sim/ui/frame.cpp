#include "ui/frame.hpp"

#include <fmt/format.h>
#include <imgui_internal.h>

#include <utility>

namespace sonae::ui {
namespace {

constexpr float kSlack = 1.5f; // glyphs are placed at fractions of a pixel

bool is_cut(const DrawnText& t)
{
    const bool sides = t.at.x < t.clip.x - kSlack || t.at.right() > t.clip.right() + kSlack;
    if (!t.scrolls) return sides || !t.clip.contains(t.at, kSlack);
    const bool in_sight = t.at.common(t.clip).h > 0;
    return in_sight && sides;
}

bool overlap(const DrawnText& a, const DrawnText& b)
{
    if (a.layer != b.layer) return false;
    const Rect both = a.at.common(a.clip).common(b.at.common(b.clip));
    return both.w > kSlack && both.h > kSlack;
}

std::string place(const Rect& r) { return fmt::format("{:.0f},{:.0f} {:.0f}×{:.0f}", r.x, r.y, r.w, r.h); }

bool is_modified() { return ImGui::GetIO().KeyCtrl || ImGui::GetIO().KeyAlt || ImGui::GetIO().KeySuper; }

bool is_under_modal()
{
    const ImGuiWindow* modal = ImGui::GetTopMostPopupModal();
    return modal != nullptr && ImGui::GetCurrentWindowRead()->RootWindow != modal;
}

// A question that was not drawn again is over, whoever ended it; ImGui alone would keep it in front of everything.
void close_forgotten_popups()
{
    ImGuiContext& g = *ImGui::GetCurrentContext();
    for (int i = 0; i < g.OpenPopupStack.Size; ++i) {
        const ImGuiWindow* window = g.OpenPopupStack[i].Window;
        if (window != nullptr && !window->WasActive) return ImGui::ClosePopupToLevel(i, true);
    }
}

// Who is next when Tab is pressed, by the order of drawing in the frame before; 0 when nobody.
unsigned next_in_order(const std::vector<DrawnWidget>& drawn)
{
    const ImGuiIO& io = ImGui::GetIO();
    if (drawn.empty() || io.KeyCtrl || io.KeyAlt || !ImGui::IsKeyPressed(static_cast<int>(Key::tab), true)) return 0;
    const ImGuiWindow* modal = ImGui::GetTopMostPopupModal();
    const std::size_t count = drawn.size();
    const std::size_t step = io.KeyShift ? count - 1 : 1;
    std::size_t at = io.KeyShift ? 0 : count - 1;
    for (std::size_t i = 0; i < count; ++i)
        if (drawn[i].focused) at = i;
    for (std::size_t tries = 0; tries < count; ++tries) {
        at = (at + step) % count;
        if (modal == nullptr || drawn[at].layer == modal->ID) return drawn[at].id;
    }
    return 0;
}

// ImGui has begun to move the focus with an arrow; it stays where it was.
void stop_moving_focus(bool highlight_was_off)
{
    ImGuiContext& g = *ImGui::GetCurrentContext();
    g.NavInitRequest = g.NavInitRequestFromMove = false;
    ImGui::NavMoveRequestCancel();
    g.NavDisableHighlight = highlight_was_off;
}

unsigned arrow_bit(Key arrow) { return 1u << (static_cast<unsigned>(arrow) - static_cast<unsigned>(Key::right)); }

bool went_down(Key key) { return ImGui::IsKeyPressed(static_cast<int>(key), false); }

} // namespace

void map_imgui_keys()
{
    struct Named {
        ImGuiKey_ imgui;
        Key key;
    };
    constexpr Named kNamed[] = {{ImGuiKey_Tab, Key::tab},
                                {ImGuiKey_LeftArrow, Key::left},
                                {ImGuiKey_RightArrow, Key::right},
                                {ImGuiKey_UpArrow, Key::up},
                                {ImGuiKey_DownArrow, Key::down},
                                {ImGuiKey_PageUp, Key::page_up},
                                {ImGuiKey_PageDown, Key::page_down},
                                {ImGuiKey_Home, Key::home},
                                {ImGuiKey_End, Key::end},
                                {ImGuiKey_Insert, Key::insert},
                                {ImGuiKey_Delete, Key::del},
                                {ImGuiKey_Backspace, Key::backspace},
                                {ImGuiKey_Space, Key::space},
                                {ImGuiKey_Enter, Key::enter},
                                {ImGuiKey_Escape, Key::escape},
                                {ImGuiKey_KeyPadEnter, Key::keypad_enter},
                                {ImGuiKey_A, Key::a},
                                {ImGuiKey_C, Key::c},
                                {ImGuiKey_V, Key::v},
                                {ImGuiKey_X, Key::x},
                                {ImGuiKey_Y, Key::y},
                                {ImGuiKey_Z, Key::z}};
    for (const Named& named : kNamed) ImGui::GetIO().KeyMap[named.imgui] = static_cast<int>(named.key);
}

std::vector<std::string> text_faults(const TextLog& log)
{
    std::vector<std::string> faults;
    for (std::size_t i = 0; i < log.size(); ++i) {
        const DrawnText& t = log[i];
        if (is_cut(t)) faults.push_back(fmt::format("「{}」 at {} is cut by {}", t.text, place(t.at), place(t.clip)));
        for (std::size_t j = 0; j < i; ++j)
            if (overlap(log[j], t))
                faults.push_back(fmt::format("「{}」 at {} lies over 「{}」 at {}", t.text, place(t.at), log[j].text,
                                             place(log[j].at)));
    }
    return faults;
}

const DrawnWidget* WidgetLog::find(std::string_view name) const
{
    for (const DrawnWidget& widget : drawn)
        if (widget.name == name) return &widget;
    return nullptr;
}

bool Ui::is_typing() const { return ImGui::GetIO().WantTextInput; }

bool Ui::key_pressed(Key key) const
{
    if (key >= Key::right && key <= Key::up) taken_arrows_ |= arrow_bit(key);
    if (key == Key::none || held_ || is_typing() || is_modified() || is_under_modal()) return false;
    if (focus_ && (key == Key::enter || key == Key::space)) return false;
    return went_down(key) || (key == Key::enter && went_down(Key::keypad_enter));
}

void Ui::redraw_in(float seconds)
{
    if (redraw_due_ < 0 || seconds < redraw_due_) redraw_due_ = seconds;
}

void Ui::begin_frame(const ThemeChoice& choice, float window_height)
{
    const Theme next = make_theme(choice, window_height);
    if (next.scale != styled_scale_ || !(choice == styled_)) {
        theme = next;
        set_imgui_style(theme);
        styled_scale_ = next.scale;
        styled_ = choice;
    }
    close_forgotten_popups();
    // Tab begins to walk through the controls, an arrow does not: a press of → too many must not put the focus, and
    // with it Enter, on a control that nobody chose.
    bool stays = false;
    for (const Key arrow : {Key::right, Key::left, Key::down, Key::up})
        stays = stays ||
                (went_down(arrow) && (next_held_ || highlight_was_off_ || (taken_arrows_ & arrow_bit(arrow)) != 0));
    if (stays && !is_typing()) stop_moving_focus(highlight_was_off_);
    highlight_was_off_ = ImGui::GetCurrentContext()->NavDisableHighlight;
    taken_arrows_ = 0;
    tab_target_ = next_held_ ? 0 : next_in_order(widgets.drawn);
    texts.clear();
    open_cards.clear();
    widgets.drawn.clear();
    shown_status_ = std::exchange(next_status_, {});
    focus_ = std::exchange(next_focus_, false);
    held_ = std::exchange(next_held_, false);
    called_ = std::exchange(next_called_, {});
    redraw_due_ = -1;
    layouts.next_frame();
}

} // namespace sonae::ui
