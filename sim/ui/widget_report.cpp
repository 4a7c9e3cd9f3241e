#include "ui/widget_report.hpp"

#include <fmt/format.h>

#include <fstream>
#include <stdexcept>

namespace sonae::ui {

void WidgetReport::see_input()
{
    if (path_.empty()) return;
    clicks_ += ImGui::IsMouseReleased(0) ? 1u : 0u;
    letters_ += static_cast<std::uint64_t>(ImGui::GetIO().InputQueueCharacters.Size);
    for (int key = 0; key < IM_ARRAYSIZE(ImGuiIO{}.KeysDown); ++key) keys_ += ImGui::IsKeyPressed(key, false) ? 1u : 0u;
}

void WidgetReport::write(const Shell& shell, const Ui& ui)
{
    if (path_.empty()) return;
    const std::uint64_t version = shell.sitting()   ? shell.sitting()->snapshot().version
                                  : shell.session() ? shell.session()->snapshot().version
                                                    : 0;
    std::string text = fmt::format("{}\t{}\t{}\t{}\t{}\t{}\n", screen_name(shell.screen()), version, clicks_, keys_,
                                   letters_, shell.saved_to());
    for (const DrawnWidget& widget : ui.widgets.drawn) {
        const Rect seen = widget.at.common(widget.clip);
        if (seen.w <= 0 || seen.h <= 0) continue;
        text += fmt::format("{}\t{:.0f}\t{:.0f}\t{:.0f}\t{:.0f}\t{}\n", widget.name, seen.x, seen.y, seen.w, seen.h,
                            widget.enabled ? "on" : "off");
    }
    if (text == last_) return;
    const std::filesystem::path made = path_.string() + ".new";
    if (!(std::ofstream(made, std::ios::binary) << text)) throw std::runtime_error("cannot write " + made.string());
    std::filesystem::rename(made, path_);
    last_ = std::move(text);
}

} // namespace sonae::ui
