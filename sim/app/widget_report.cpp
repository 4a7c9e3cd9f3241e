#include "app/widget_report.hpp"

#include "app/data.hpp"

#include <fmt/format.h>

namespace sonae::app {

void WidgetReport::write(const ui::Shell& shell, const ui::Ui& ui)
{
    if (path_.empty()) return;
    const std::uint64_t version = shell.sitting() ? shell.sitting()->snapshot().version : 0;
    std::string text = fmt::format("{}\t{}\t{}\n", ui::screen_name(shell.screen()), version, shell.saved_to());
    for (const ui::DrawnWidget& widget : ui.widgets.drawn) {
        const ui::Rect seen = widget.at.common(widget.clip);
        if (seen.w <= 0 || seen.h <= 0) continue;
        text += fmt::format("{}\t{:.0f}\t{:.0f}\t{:.0f}\t{:.0f}\t{}\n", widget.name, seen.x, seen.y, seen.w, seen.h, widget.enabled ? "on" : "off");
    }
    if (text == last_) return;
    const std::filesystem::path made = path_.string() + ".new";
    write_file(made, text);
    std::filesystem::rename(made, path_);
    last_ = std::move(text);
}

} // namespace sonae::app
